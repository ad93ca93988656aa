"""The agenda of the next session, out of what this one leaves: topics in order, laid in the frame of a programme."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
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


def agenda(topics: Iterable[Topic], template: Sequence[Item]) -> tuple[AgendaItem, ...]:
    """The programme with as many topics as it has time for in the place of its work, and the break among them.

    The whole takes as long as the template does. Without a topic it is the template.
    """
    room = sum(item.minutes for item in template if item.kind in WORK)
    chosen = ordered(topics)[: min(MOST, room // LEAST)]
    if not chosen:
        return tuple(AgendaItem(item.kind, item.minutes) for item in template)
    each, left = room // len(chosen) // STEP * STEP, room
    work: list[AgendaItem] = []
    for topic in chosen:
        kind = ActivityKind.DECISION if topic.decision else ActivityKind.BRAINSTORM
        work.append(AgendaItem(kind, each, topic))
        left -= each
    work[0] = AgendaItem(work[0].kind, each + left, chosen[0])
    breaks = [AgendaItem(item.kind, item.minutes) for item in template if item.kind is ActivityKind.BREAK]
    middle = len(work) // 2
    work[middle:middle] = breaks
    first = next(place for place, item in enumerate(template) if item.kind in WORK)
    frame = [(place, AgendaItem(item.kind, item.minutes)) for place, item in enumerate(template)]
    kept = [(place, slot) for place, slot in frame if slot.kind not in WORK and slot.kind is not ActivityKind.BREAK]
    before = [slot for place, slot in kept if place < first]
    after = [slot for place, slot in kept if place > first]
    return (*before, *work, *after)
