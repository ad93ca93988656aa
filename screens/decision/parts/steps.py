"""Next steps as a person chooses among them: each a key of the page with its words; Enter does the first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from textual.content import Content

from data.i18n import _
from widgets.command import Bound

MOST = 5
"""As many next steps as are offered at once."""


@dataclass(frozen=True, slots=True)
class Step:
    """Something to do next, its words, and the key beside its own that does it too."""

    bound: Bound
    label: str
    also: str = ""


def once(steps: Iterable[Step]) -> list[Step]:
    """What may follow, each key where it first stands: two reasons to do a thing are one thing to do."""
    found: dict[str, Step] = {}
    for step in steps:
        found.setdefault(step.bound.command.key, step)
    return list(found.values())


def first_key(*, asked: bool) -> str:
    """What does the likeliest step: Enter, or where the line ``asked`` for it already what is typed there."""
    return _("type it below") if asked else _("Enter")


def offered(steps: Sequence[Step], *, typing: bool, asked: bool = False) -> Content:
    """The next steps in a line, with their keys; letters are text while a line is typed, and Esc goes before them."""
    parts: list[tuple[str, str]] = [(_("Next: "), "$muted")]
    for number, step in enumerate(steps[:MOST]):
        key = step.bound.command.key if number else first_key(asked=asked)
        if number and typing and not step.also:
            key = f"Esc {key}"
        keys = f" {key} {step.also}" if step.also else f" {key}"
        parts += [("   " if number else "", ""), (step.label, "" if number else "bold"), (keys, "$key")]
    return Content.assemble(*parts)
