"""What the network says of itself: its name, whom it is for, what it gives, and its invitation."""
# ruff: noqa: ARG001 - every verb is given the clock and the ids, also one that needs none

from __future__ import annotations

from collections.abc import Iterable

from msgspec import UNSET, UnsetType
from msgspec.structs import replace

from data.model import Call, Change, Element, Mix, Passage, Reach, Refused, Stamp, State, say
from data.text import NAME_LIMIT, line, lines
from data.verbs.given import kept_lines, needed, read_language
from data.verbs.network import profile

MOST_MEETINGS, MOST_PLACES = 99, 999
"""So many sessions and people a network may be meant for."""

MOST_LINES = 30
"""So many lines one element of the invitation may have."""


def rename(state: State, at: Stamp, *, name: str) -> Change:
    """Give the network another name."""
    kept = needed(name, say("Give the network a name."), NAME_LIMIT)
    return Change(say("Network renamed"), puts=(replace(profile(state), name=kept),))


def set_profile(
    state: State,
    at: Stamp,
    *,
    theme: str | None = None,
    purpose: str | None = None,
    language: str | None = None,
    reviving_questions: Iterable[str] | None = None,
    prompts: Iterable[str] | None = None,
    gains: Iterable[str] | None = None,
    gains_organisation: Iterable[str] | None = None,
) -> Change:
    """Change what the network says of itself in words; None leaves a field as it is."""
    new: dict[str, object] = {}
    if theme is not None:
        new["theme"] = line(theme)
    if purpose is not None:
        new["purpose"] = line(purpose)
    if language is not None:
        new["language"] = read_language(language)
    banks = {
        "reviving_questions": reviving_questions,
        "prompts": prompts,
        "gains": gains,
        "gains_organisation": gains_organisation,
    }
    new |= {field: kept_lines(texts) for field, texts in banks.items() if texts is not None}
    return Change(say("Network described"), puts=(replace(profile(state), **new),))


def set_shape(
    state: State,
    at: Stamp,
    *,
    reach: Reach | UnsetType | None = UNSET,
    mix: Mix | UnsetType | None = UNSET,
    meetings: int | UnsetType = UNSET,
    hosts_in_turn: bool | UnsetType | None = UNSET,
    call: Call | UnsetType | None = UNSET,
    places: int | UnsetType = UNSET,
) -> Change:
    """Change whom the network is for and how it meets; what is not given stays, None and 0 are "not known yet"."""
    for number, most, asked in (
        (meetings, MOST_MEETINGS, say("A network has at most {most} sessions.", most=MOST_MEETINGS)),
        (places, MOST_PLACES, say("A network has at most {most} people.", most=MOST_PLACES)),
    ):
        if number is not UNSET and not 0 <= number <= most:
            raise Refused(asked)
    given = {
        "reach": reach,
        "mix": mix,
        "meetings": meetings,
        "hosts_in_turn": hosts_in_turn,
        "call": call,
        "places": places,
    }
    new = {field: value for field, value in given.items() if value is not UNSET}
    return Change(say("Network described"), puts=(replace(profile(state), **new),))


def write_passage(state: State, at: Stamp, *, element: Element, text: str) -> Change:
    """Write an element of the invitation in own words, a paragraph or ``- `` point a line.

    An empty text gives it back to what follows from the profile.
    """
    old = profile(state)
    kept = "\n".join(lines(text, MOST_LINES))
    others = tuple(passage for passage in old.invitation if passage.element is not element)
    written = (Passage(element=Element(element), text=kept),) if kept else ()
    return Change(say("Invitation changed"), puts=(replace(old, invitation=(*others, *written)),))
