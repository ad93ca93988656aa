"""The invitation as a plain text to edit, and what was changed in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from data.model import Element, say
from data.report.invitation import TITLES, InvitationView, element_text
from data.report.tongue import Tongue
from data.text import clean, fold, line


def as_text(view: InvitationView) -> str:
    """The invitation as people edit it: a heading an element, also those that say nothing yet."""
    t = Tongue(view.language)
    parts = ["# " + t(say("Invitation: {network}", network=view.profile.name))]
    for element in Element:
        said = element_text(view, element, t)
        parts += ["## " + t(TITLES[element]), *([_aired(said)] if said else [])]
    return "\n\n".join(parts) + "\n"


def _aired(text: str) -> str:
    """A text of an element with a blank line between its paragraphs, and points close together."""
    lines = text.split("\n")
    aired = lines[:1]
    for before, here in pairwise(lines):
        aired += [here] if before.startswith("- ") and here.startswith("- ") else ["", here]
    return "\n".join(aired)


@dataclass(frozen=True, slots=True)
class Edited:
    """What is different from before, by element, and the elements whose heading is no longer there (they stay)."""

    written: Mapping[Element, str] = field(default_factory=dict)
    gone: tuple[Element, ...] = ()


def edited(view: InvitationView, text: str) -> Edited:
    """What somebody changed in the text of the invitation.

    A text before the first known heading, and a heading that is not known, belong to the element above (or the first).
    """
    t = Tongue(view.language)
    headings = {fold(t(title)): element for element, title in TITLES.items()}
    found: dict[Element, list[str]] = {}
    here, running = Element.NETWORK, False
    for raw in clean(text).split("\n"):
        kept = line(raw)
        head = headings.get(fold(kept.lstrip("# "))) if kept.startswith("#") else None
        if head is not None:
            here, running = head, False
            found.setdefault(here, [])
        elif not kept:
            running = False
        elif not kept.startswith("# "):
            running = _add(found.setdefault(here, []), _point(kept.lstrip("# ")), running=running)
    now = {element: "\n".join(lines) for element, lines in found.items()}
    changed = {element: said for element, said in now.items() if said != element_text(view, element, t)}
    return Edited(changed, tuple(element for element in Element if element not in now))


def _point(kept: str) -> str:
    """Any sign of a point as ``- ``."""
    return f"- {kept[1:].strip()}" if kept[:1] in "-*•" and kept[1:2] == " " else kept


def _add(lines: list[str], kept: str, *, running: bool) -> bool:
    """Add a line: to the paragraph or point above when nothing is between; the next may then be added to it."""
    if running and lines and not kept.startswith("- "):
        lines[-1] += f" {kept}"
    else:
        lines.append(kept)
    return True
