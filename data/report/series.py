"""The report of the whole series: what was promised and asked and what came of it, and what people learned."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from data.model import ACTIVITIES, DecisionStatus, State, Strand, say
from data.model.kinds import Section, named
from data.report.blocks import Block, Document, Heading, Lead, Paragraph, Point, Points, filled
from data.report.evaluations import WRITTEN, counted, trends
from data.report.process import outcome_point, standing
from data.report.series_view import Fared, SeriesView, series
from data.report.tongue import Tongue
from data.report.wanted import Wanted, language_of
from data.words import KEPT, LIKED, STRANDS

Writer = Callable[[SeriesView, Tongue], Iterator[Block]]


def documents(state: State, session: str, wanted: Wanted) -> Iterator[tuple[str, Document]]:
    """The report of all sessions, whichever one is named.

    Raises:
        Refused: there is no network.
    """
    del session
    t, view = Tongue(language_of(state, wanted)), series(state, wanted.naming, wanted.version)
    writers: list[Writer] = [named(each.writes) for each in SECTIONS if each.key not in wanted.without]
    yield "", Document(t.language, tuple(block for writes in writers for block in writes(view, t)))


def title(view: SeriesView, t: Tongue) -> Iterator[Block]:
    """Of which network, and what it was about."""
    yield Heading(1, t(say("{network}: the whole series", network=view.network)))
    if view.theme:
        yield Paragraph(view.theme)
    if view.shared_goal:
        yield Paragraph(t(say("Our shared goal: {goal}", goal=view.shared_goal)))


def lead(view: SeriesView, t: Tongue) -> Iterator[Block]:
    """How much there was of it, in three sentences at the most."""
    many, people = len(view.held), view.people
    sentences = []
    if many and people:
        met = t.count(say("1 session"), say("{n} sessions", n=many), many)
        who = t.count(say("1 person"), say("{n} people", n=people), people)
        sentences.append(t(say("In {sessions}, {people} learned from one another.", sessions=met, people=who)))
    taken = sum(each.status is DecisionStatus.DECIDED for each in view.decided)
    agreed = view.of(Strand.ACTIONS)
    brought = t.all(
        (
            t.count(say("1 decision"), say("{n} decisions", n=taken), taken) if taken else "",
            t.count(say("1 agreement"), say("{n} agreements", n=len(agreed)), len(agreed)) if agreed else "",
        )
    )
    if brought:
        sentences.append(t(say("That led to {what}.", what=brought)))
    if view.asked:
        were = say("{n} of {asked} learning questions were answered.", asked=view.asked, n=view.answered)
        was = say("One of {asked} learning questions was answered.", asked=view.asked)
        none = say("None of the {asked} learning questions has been answered yet.", asked=view.asked)
        sentences.append(t.count(was, were, view.answered) if view.answered else t(none))
    if sentences:
        yield Lead(tuple(sentences))


def decisions(view: SeriesView, t: Tongue) -> Iterator[Block]:
    """What was decided, and what is still under way or was left."""
    if not view.decided:
        return
    yield Heading(2, t(say("What we decided")))
    points = []
    for each in view.decided:
        if each.status is DecisionStatus.DECIDED:
            point = outcome_point(each, t)
            later = t(say("Replaced by: {text}", text=each.superseded)) if each.superseded else ""
            where = t(say("session {n}", n=each.decided_in)) if each.decided_in else ""
            points.append(Point(point.text or each.question, t.joined([point.aside, where, later])))
        else:
            points.append(Point(each.question, standing(each, t)))
    yield Points(tuple(points))


def promises(view: SeriesView, t: Tongue) -> Iterator[Block]:
    """What the network promised and what the group said of it, and what was expected of who takes part."""
    yield from _list(t(say("What was promised, and what came of it")), view.of(Strand.PROMISES), t)
    yield from _list(t(say("What was expected of us, and what came of it")), view.of(Strand.ENGAGEMENTS), t)


def agreements(view: SeriesView, t: Tongue) -> Iterator[Block]:
    """What was agreed, and whether it was done."""
    yield from _list(t(say("What we agreed, and what came of it")), view.of(Strand.ACTIONS), t)


def questions(view: SeriesView, t: Tongue) -> Iterator[Block]:
    """The learning questions, expectations and themes, those that are still open apart, and what was parked."""
    for strand in (Strand.QUESTIONS, Strand.EXPECTATIONS, Strand.THEMES, Strand.PARKED):
        every = view.of(strand)
        if not every:
            continue
        yield Heading(2, t(STRANDS[strand]))
        for heading, found in (
            (say("Completed"), [each for each in every if not each.open]),
            (say("Still open"), [each for each in every if each.open]),
        ):
            if found:
                yield Heading(3, t(heading))
                yield Points(tuple(_point(each, t) for each in found))


def learned(view: SeriesView, t: Tongue) -> Iterator[Block]:
    """What people take along, session by session, and how they look back at the end."""
    if any(each.learning for each in view.learned):
        yield Heading(2, t(say("What we learned")))
    for each in view.learned:
        if each.learning:
            yield Heading(3, t(say("Session {n}", n=each.number)))
            yield counted(each.learning)
    for each in view.learned:
        for field, lines in each.written:
            yield Heading(2, t(WRITTEN[field]))
            yield counted(lines)


def forms(view: SeriesView, t: Tongue) -> Iterator[Block]:
    """Which work forms were liked, and why."""
    told = tuple(
        Point(t(ACTIVITIES[form].title), t.joined([t(LIKED[liked]) if liked else "", why]))
        for form, liked, why in view.forms
        if liked or why
    )
    if told:
        yield Heading(2, t(say("Which activities were liked, which less, and why?")))
        yield Points(told)


def scores(view: SeriesView, t: Tongue) -> Iterator[Block]:
    """The scores over the sessions."""
    yield from trends(view.over, t)


def attendance(view: SeriesView, t: Tongue) -> Iterator[Block]:
    """The sessions with how many were there, and who came nearly every time."""
    if not view.held:
        return
    yield Heading(2, t(say("The sessions")))
    if view.steady and len(view.held) > 1:
        many = say("{n} people attended at least three quarters of the sessions.", n=view.steady)
        told = t.count(say("One person attended at least three quarters of the sessions."), many, view.steady)
        yield Paragraph(told)
        if view.core:
            yield Paragraph(t(say("The regulars: {names}", names=t.all(view.core))))
    yield filled(
        (
            (t(say("Session")), [t.joined((str(each.number), each.title)) for each in view.held]),
            (t(say("When")), [t.day(each.date) for each in view.held]),
            (t(say("Place")), [each.place for each in view.held]),
            (t(say("Themes")), [t.joined(each.themes) for each in view.held]),
            (t(say("There")), [t(say("{there} of {all}", there=each.there, all=each.members)) for each in view.held]),
        )
    )


def _list(heading: str, every: list[Fared], t: Tongue) -> Iterator[Block]:
    if every:
        yield Heading(2, heading)
        yield Points(tuple(_point(each, t) for each in every))


def _point(each: Fared, t: Tongue) -> Point:
    checks = [_check(number, t(KEPT[kept]), t) for number, kept in each.checks]
    came = checks or [t(each.stands)]
    whole = each.strand in {Strand.PROMISES, Strand.ENGAGEMENTS}  # of the series, not of a session
    since = t(say("from session {number}", number=each.session)) if each.session and not whole else ""
    words = f"“{each.words}”" if each.words else ""
    return Point(each.text, t.joined([t.all(each.who), t.day(each.due), since, *came, words]))


def _check(number: int, kept: str, t: Tongue) -> str:
    return t(say("session {n}: {said}", n=number, said=kept)) if number else kept


def _section(key: str, rank: int, function: str) -> Section:
    return Section(key, rank, f"data.report.series:{function}")


SECTIONS = (
    _section("", 0, "title"),
    _section("lead", 5, "lead"),
    _section("decisions", 10, "decisions"),
    _section("promises", 20, "promises"),
    _section("agreements", 30, "agreements"),
    _section("questions", 40, "questions"),
    _section("learned", 50, "learned"),
    _section("forms", 60, "forms"),
    _section("over_time", 70, "scores"),
    _section("attendance", 80, "attendance"),
)
"""The sections in their order, each by the key with which it is left out."""


def sections() -> tuple[Section, ...]:
    """The sections in their order."""
    return SECTIONS
