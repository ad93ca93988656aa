"""The agenda of the next session, out of what this one leaves: topics in order, laid in the frame of a programme."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum

from data.methods.agenda import Item
from data.model import ActivityKind
from data.text import fold

WORK = frozenset({ActivityKind.BRAINSTORM, ActivityKind.DECISION})
"""The items of a programme in whose place the topics come."""

LEAST = 25
"""Minutes that a topic takes at the least: shorter is no work for a group."""

MOST = 4
"""More topics than these make a session of announcements."""

STEP = 5


class Claim(IntEnum):
    """Why a topic may come on the agenda, the strongest first."""

    CONTINUED = 0
    PLANNED = 1
    ANNOUNCED = 2
    POLLED = 3
    ASKED_FOR = 4
    OPEN = 5


@dataclass(frozen=True, slots=True)
class Topic:
    """Something that the next session could treat: ``weight`` is how many ask for it, ``about`` what it is (an id).

    ``decision`` tells that it is one.
    """

    about: str
    text: str
    claim: Claim
    weight: float = 0
    decision: bool = False


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """An item of the proposed agenda; ``topic`` is what it treats, if anything of its own."""

    kind: ActivityKind
    minutes: int
    topic: Topic | None = None


def ordered(topics: Iterable[Topic]) -> list[Topic]:
    """Each topic once, by its strongest claim: what the group goes on with first, then what most people ask for."""
    found: dict[str, Topic] = {}
    for topic in sorted(topics, key=lambda topic: (topic.claim, -topic.weight)):
        found.setdefault(fold(topic.text), topic)
    return list(found.values())


def agenda(
    topics: Iterable[Topic], template: Sequence[Item], given: Sequence[AgendaItem] = ()
) -> tuple[AgendaItem, ...]:
    """The programme with as many topics as it has time for in the place of its work, and the break among them.

    What is ``given`` (a form to discuss, an expert who comes, contributions) comes first, shorter where there is less
    time. The whole takes as long as the template does. Without a topic or anything given it is the template.
    """
    whole = sum(item.minutes for item in template if item.kind in WORK)
    fixed = _fitting(given, whole) if whole else []
    room = whole - sum(item.minutes for item in fixed)
    chosen = ordered(topics)[: min(MOST, room // LEAST)]
    if not whole or not (chosen or fixed):
        return tuple(AgendaItem(item.kind, item.minutes) for item in template)
    work = [*fixed, *_shared(chosen, room)]
    if not chosen:
        work[-1] = replace(work[-1], minutes=work[-1].minutes + room)
    breaks = [AgendaItem(item.kind, item.minutes) for item in template if item.kind is ActivityKind.BREAK]
    middle = len(work) // 2
    work[middle:middle] = breaks
    first = next(place for place, item in enumerate(template) if item.kind in WORK)
    frame = [(place, AgendaItem(item.kind, item.minutes)) for place, item in enumerate(template)]
    kept = [(place, slot) for place, slot in frame if slot.kind not in WORK and slot.kind is not ActivityKind.BREAK]
    before = [slot for place, slot in kept if place < first]
    after = [slot for place, slot in kept if place > first]
    return (*before, *work, *after)


def _fitting(given: Sequence[AgendaItem], whole: int) -> list[AgendaItem]:
    """What is given, in the time there is: as long as each takes, or else in equal parts."""
    if sum(item.minutes for item in given) <= whole:
        return list(given)
    each = whole // len(given) // STEP * STEP or whole // len(given)
    rest = whole - each * (len(given) - 1)
    return [replace(item, minutes=each if place else rest) for place, item in enumerate(given)]


def _shared(chosen: Sequence[Topic], room: int) -> list[AgendaItem]:
    """The topics with the time in equal parts, in steps of five; the first has what is left."""
    each = room // len(chosen) // STEP * STEP if chosen else 0
    return [
        AgendaItem(
            ActivityKind.DECISION if topic.decision else ActivityKind.BRAINSTORM,
            each if place else room - each * (len(chosen) - 1),
            topic,
        )
        for place, topic in enumerate(chosen)
    ]
