"""What the invitation offers and asks: offers are promises, what it asks are engagements, under ids that stay."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import count
from typing import TypeVar

from msgspec.structs import replace

from data.methods.engagements import ASKED, kind_of
from data.model import Change, Element, Engagement, EngagementKind, Fate, Promise, Record, Refused, Stamp, State, say
from data.text import fold
from data.verbs.given import kept_lines
from data.verbs.network import sessions
from data.verbs.profile import set_profile, write_passage

OFFERED = (Element.GUIDANCE, Element.TAKE_HOME)
"""The elements that say what is offered."""

T = TypeVar("T", Promise, Engagement)


def offered(state: State, element: Element) -> list[Promise]:
    """What an element offers; what was promised before there was an invitation stands with the guidance."""
    sources = {element.value, ""} if element is Element.GUIDANCE else {element.value}
    return state.where(Promise, lambda promise: promise.source in sources and promise.fate is not Fate.DROPPED)


def expected(state: State) -> list[Engagement]:
    """What is expected of everybody, in the order of the invitation."""
    kinds = [*ASKED, EngagementKind.OTHER]
    found = state.where(Engagement, lambda asked: not asked.who and not asked.named and asked.kind in kinds)
    return sorted(
        (asked for asked in found if asked.fate is not Fate.DROPPED), key=lambda asked: kinds.index(asked.kind)
    )


def offer(state: State, at: Stamp, *, element: Element, texts: Iterable[str]) -> Change:
    """Let an element offer just this. What is worded anew stays the same promise, with what was said of it.

    What is offered no longer is let go when the group looked at it before, and taken away otherwise.
    """
    old, lines = offered(state, element), kept_lines(texts)
    kept, gone = _paired(old, lines)
    ids, first = map(at.new, count()), _first(state)
    puts = [
        replace(promise, text=text)
        if promise
        else Promise(id=next(ids), session=first, text=text, source=element.value)
        for text, promise in kept
    ]
    let_go = [replace(promise, fate=Fate.DROPPED) for promise in gone if promise.checks]
    drops = tuple(promise for promise in gone if not promise.checks)
    return Change(say("Invitation changed"), puts=tuple(_new([*puts, *let_go], old)), drops=drops)


def expect(state: State, at: Stamp, *, texts: Iterable[str]) -> Change:
    """Expect just this of everybody. What is worded anew stays the same engagement, with what became of it."""
    old, lines = expected(state), kept_lines(texts)
    kept, gone = _paired(old, lines)
    ids, first = map(at.new, count()), _first(state)
    puts = [
        replace(asked, text=text, kind=_kind(text, asked.kind))
        if asked
        else Engagement(id=next(ids), session=first, text=text, kind=kind_of(text))
        for text, asked in kept
    ]
    return Change(say("Invitation changed"), puts=tuple(_new(puts, old)), drops=tuple(gone))


def _kind(text: str, before: EngagementKind) -> EngagementKind:
    found = kind_of(text)
    return before if found is EngagementKind.OTHER else found


def _first(state: State) -> str:
    found = next(iter(sessions(state)), None)
    if found is None:
        raise Refused(say("There is no session yet: plan one first."))
    return found.id


def _paired(old: Sequence[T], lines: Sequence[str]) -> tuple[list[tuple[str, T | None]], list[T]]:
    """Each line with what it was before: the same words, else the next that is left over; and what no line is for."""
    left = list(old)
    same: dict[int, T] = {}
    for place, text in enumerate(lines):
        if found := next((each for each in left if fold(each.text) == fold(text)), None):
            same[place] = found
            left.remove(found)
    paired = [(text, same.get(place) or (left.pop(0) if left else None)) for place, text in enumerate(lines)]
    return paired, left


def _new(puts: Sequence[T], old: Sequence[T]) -> list[T]:
    return [each for each in puts if each not in old]


def rewrite(state: State, at: Stamp, *, written: Mapping[Element, str]) -> Change:
    """Write elements of the invitation, a paragraph or ``- `` point a line, each where it is kept.

    What is gained is kept with the network, what is offered as promises, what is expected as engagements; the rest is
    kept as it was written.
    """
    after = state
    puts: dict[str, Record] = {}
    drops: dict[str, Record] = {}
    for place, (element, text) in enumerate(written.items()):
        stamp = Stamp(at.now, at.new(place))
        change = _rewritten(after, stamp, element, text)
        after = after.after(change)
        puts |= {record.id: record for record in change.puts}
        drops |= {record.id: record for record in change.drops}
    return Change(say("Invitation changed"), puts=tuple(puts.values()), drops=tuple(drops.values()))


def _rewritten(state: State, at: Stamp, element: Element, text: str) -> Change:
    points = [point.removeprefix("- ") for point in text.split("\n")]
    if element is Element.GAINS:
        return set_profile(state, at, gains=points)
    if element is Element.GAINS_ORGANISATION:
        return set_profile(state, at, gains_organisation=points)
    if element in OFFERED:
        return offer(state, at, element=element, texts=points)
    if element is Element.ENGAGEMENT:
        return expect(state, at, texts=points)
    return write_passage(state, at, element=element, text=text)
