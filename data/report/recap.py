"""What a session hands on: the points of its recap, and the session to come with its agenda."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from data.model import say
from data.report.announced import Announced, Item, NextSession, called
from data.report.blocks import Block, Heading, Paragraph, Plain, Point, Points
from data.report.records import SummaryView
from data.report.tongue import Tongue
from data.text import times
from data.words import PHASES_UNDER_WAY, VERDICTS


def recap(view: SummaryView, t: Tongue) -> Iterator[Block]:
    """What the group said of each point."""
    if view.recap:
        yield Heading(2, t(say("What we discussed")))
        yield Points(tuple(Point(point.text, t(VERDICTS[point.verdict])) for point in view.recap))


def next_time(view: SummaryView, t: Tongue) -> Iterator[Block]:
    """The session to come: when and where, its themes, what stands on its agenda, and its programme."""
    coming = view.next
    if coming is None:
        return
    yield Heading(2, t(say("Next session")))
    yield Paragraph(t.joined((t(say("Session {n}", n=coming.number)), facts(coming, t))))
    yield from announcement(coming, t, below=2)


def facts(coming: NextSession, t: Tongue) -> str:
    """What it is called, when and where, as far as that is known."""
    hours = "–".join(hour for hour in (coming.starts, coming.ends) if hour)
    return t.joined((coming.title, t.day(coming.date), hours, coming.place))


def announcement(coming: NextSession, t: Tongue, below: int = 1) -> Iterator[Plain]:
    """What a session to come is about: its themes, who speaks, its programme, its agenda and what is asked beforehand.

    ``below`` is the level of the heading it stands under: the agenda has the next one, so that none is skipped.
    """
    if coming.themes:
        yield Paragraph(t(say("Themes: {themes}", themes=t.joined(coming.themes))))
    if coming.speakers:
        yield Paragraph(t(say("With {speakers}", speakers=t.all(coming.speakers))))
    if coming.programme:
        yield Paragraph(t(say("Programme: {items}", items=t.joined(_called(coming.programme, t)))))
    if coming.agenda:
        yield Heading(below + 1, t(say("On the agenda")))
        yield Points(tuple(Point(each.text, _aside(each, t)) for each in coming.agenda))
    if coming.beforehand:
        yield Heading(below + 1, t(say("What we ask you to do beforehand")))
        yield Points(beforehand(coming, t))


def beforehand(coming: NextSession, t: Tongue) -> tuple[Point, ...]:
    """What everybody, or somebody by name, is asked to do before a session."""
    return tuple(Point(each.text, _aside(each, t)) for each in coming.beforehand)


def _aside(each: Announced, t: Tongue) -> str:
    return t.joined([t.all(t(PHASES_UNDER_WAY[phase]) for phase in each.phases), t.all(each.who), t.day(each.due)])


def _called(items: Iterable[Item], t: Tongue) -> Iterator[str]:
    """What the items of a programme are called; several of one name behind one another are one, with how many."""
    for name, same in groupby(called(item, t) for item in items):
        yield f"{name} {times(len(list(same)))}".rstrip()
