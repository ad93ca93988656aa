"""What a summary tells in brief, and how the reports of a network are made: chosen once, and kept."""
# ruff: noqa: ARG001 - every verb is given the clock and the ids, also one that needs none

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from data.model import Change, ExportChoice, Naming, Session, Stamp, State, say
from data.text import lines
from data.verbs.given import kept_lines
from data.verbs.network import profile

MOST_LINES = 12
"""So many paragraphs tell it in brief at the most, in own words."""


def write_lead(state: State, at: Stamp, *, session: str, text: str) -> Change:
    """Tell a session in brief in own words, a paragraph a line; an empty text brings back what is made."""
    kept = "\n".join(lines(text, MOST_LINES))
    label = say("In brief: your own words") if kept else say("In brief: as generated")
    return Change(label, puts=(replace(state.get(Session, session), lead=kept),))


def choose_export(
    state: State,
    at: Stamp,
    *,
    formats: Iterable[str] | None = None,
    naming: Naming | None = None,
    without: Iterable[str] | None = None,
) -> Change:
    """Keep how the reports of this network are made; None leaves a part of it as it is.

    ``formats`` are endings of files, ``without`` keys of sections that are left out.
    """
    old = profile(state)
    choice = old.export or ExportChoice()
    if formats is not None:
        choice = replace(choice, formats=kept_lines(formats))
    if naming is not None:
        choice = replace(choice, naming=Naming(naming))
    if without is not None:
        choice = replace(choice, without=tuple(sorted(kept_lines(without))))
    return Change(say("Report settings saved"), puts=(replace(old, export=choice),))
