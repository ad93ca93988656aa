"""The size of a group: what is good for it, and what to adapt in a programme when there are many."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from data.methods.agenda import STEP
from data.methods.forms import FORMS
from data.methods.subgroups import usual_number
from data.model import Activity, ActivityKind, DateSettings, Said, say

FEWEST, MOST = 10, 15
"""Between these a network has enough points of view, and everybody has the floor."""

MANY = 24
"""Above this, tables of three still take too many rounds."""


def of_size(people: int) -> Said:
    """What is to be said of a group of so many people."""
    if people < FEWEST:
        return say("{n} people: not many points of view. Ten to fifteen is good; invite a few more.", n=people)
    if people <= MOST:
        return say("{n} people: a good size. Everybody can meet everybody, and have their say.", n=people)
    return say("{n} people: work in groups rather than in pairs, and give a round more time.", n=people)


class Fit(msgspec.Struct, frozen=True):
    """What would fit a group better in one activity: a longer timebox, larger tables, or small groups."""

    activity: str
    said: Said
    minutes: int | None = None
    table: int | None = None
    groups: int | None = None


def fits(items: Iterable[Activity], people: int) -> list[Fit]:
    """What would fit so many people better, for what did not begin yet."""
    return [fit for item in items if not item.started for fit in _fits(item, people)]


def _fits(item: Activity, people: int) -> Iterator[Fit]:
    table = 3 if people <= MANY else 4
    if item.kind is ActivityKind.SPEED_DATES and people > MOST and (item.dates or DateSettings()).size < table:
        yield Fit(item.id, say("tables of {n} instead of pairs", n=table), table=table)
    if item.kind is ActivityKind.BRAINSTORM and people > MOST and not item.subgroups:
        number = usual_number(people)
        yield Fit(item.id, say("{n} small groups that write separately", n=number), groups=number)
    wanted = FORMS[item.kind].minutes(people)
    if people > MOST and item.minutes and item.minutes + STEP < wanted:
        yield Fit(item.id, say("{n} minutes for this many people", n=wanted), minutes=wanted)
