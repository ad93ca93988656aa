"""The summary as a document: its sections in order, in one language, for any format."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator

from data.model import ACTIVITIES, ActivityKind, QuestionKind, Said, State, say, say_in
from data.model.kinds import Section, named
from data.report.announced import Item, called
from data.report.blocks import (
    Block,
    Board,
    BoardColumn,
    Document,
    Heading,
    Paragraph,
    Point,
    Points,
    Table,
    filled,
)
from data.report.names import initials
from data.report.process import outcome_point, record
from data.report.records import Agreement, Asked, Column, Dates, NoteLine, Person, SummaryView
from data.report.tongue import Tongue
from data.report.view import summary
from data.report.wanted import Wanted, language_of
from data.text import times
from data.words import QUESTIONS, RESOURCES, RULES

SectionWriter = Callable[[SummaryView, Tongue], Iterator[Block]]
"""Gives the blocks of one section: none when there is nothing to say."""

MATRIX = 16
"""The most people of whom a document shows who met whom in a square."""

INITIALS = 5
"""Initials have no more letters than this, hardly ever."""


def documents(state: State, session: str, wanted: Wanted) -> Iterator[tuple[str, Document]]:
    """The summary of a session (by id), as it is wanted.

    Raises:
        Refused: there is no such session.
    """
    view = summary(state, session, wanted.naming, wanted.version)
    yield "", document(view, language_of(state, wanted), wanted.without)


def document(view: SummaryView, language: str | None = None, without: Collection[str] = ()) -> Document:
    """The summary, in its own language unless another (``nl`` or ``en``) is asked for, without these sections."""
    t = Tongue(language or view.language)
    writers: list[SectionWriter] = [named(section.writes) for section in sections() if section.key not in without]
    return Document(t.language, tuple(block for writes in writers for block in writes(view, t)))


def sections() -> list[Section]:
    """The sections in their order: those that every summary has, and those of the kinds of activity."""
    of_kinds = [spec.section for spec in ACTIVITIES.values() if spec.section]
    return sorted([*ALWAYS, *of_kinds], key=lambda section: section.rank)


def title(view: SummaryView, t: Tongue) -> Iterator[Block]:
    """What this is, when and where it was, and whether it is over; what it was about stands behind what came of it."""
    number = t(say("session {n}", n=view.number))
    yield Heading(1, t(say("Summary of {network}, {session}", network=view.network, session=number)))
    hours = "–".join(hour for hour in (view.starts, view.ends) if hour)
    facts = t.joined([view.title, t.day(view.date), hours, view.place])
    if facts:
        yield Paragraph(t.sentence(facts))
    if view.goes_on:
        yield Paragraph(t(say("The session is still going on.")))


def outcome(view: SummaryView, t: Tongue) -> Iterator[Block]:
    """What was decided and agreed, and what is still to do."""
    yield Heading(2, t(say("Decisions and agreements")))
    taken = tuple(outcome_point(decided, t) for decided in view.decisions if decided.here)
    if taken:
        yield Points(taken)
    if view.agreements:
        yield _agreements(view.agreements, t)
    if not (taken or view.agreements):
        so_far = say("Nothing has been decided or agreed so far.")
        over = view.attendance.present and not view.goes_on
        yield Paragraph(t(say("Nothing was decided or agreed in this session.") if over else so_far))
    if view.done:
        yield Heading(3, t(say("What came of earlier agreements")))
        yield _agreements(view.done, t)
    if view.to_do:
        yield Heading(3, t(say("Still to do from earlier sessions")))
        yield _agreements(view.to_do, t)


def _agreements(agreements: Iterable[Agreement], t: Tongue) -> Table:
    every = tuple(agreements)
    return filled(
        (
            (t(say("What")), [each.text for each in every]),
            (t(say("Who")), [t.all(each.who) for each in every]),
            (t(say("When")), [each.due for each in every]),
            (t(say("Status")), [_came_of(each, t) for each in every]),
        )
    )


def _came_of(agreement: Agreement, t: Tongue) -> str:
    words = f"“{agreement.words}”" if agreement.words else ""
    return t.joined((t(standing(agreement)) if agreement.done or agreement.dropped else "", words))


def standing(agreement: Agreement) -> Said:
    """How an agreement stands."""
    if agreement.dropped:
        return say_in("how something that is carried over stands", "dropped")
    return say("done") if agreement.done else say("open")


def attendance(view: SummaryView, t: Tongue) -> Iterator[Block]:
    """Who was there, who was excused, and of whom nothing is known; only how many where nobody is to be named."""
    there = view.attendance
    if not (there.present or there.excused or there.away):
        return
    yield Heading(2, t(say("Attendance")))
    yield Paragraph(_how_many(view, t))
    if not all(view.people):
        return
    if there.present:
        yield filled(
            (
                (t(say("Name")), [person.name for person in there.present]),
                (t(say("Organisation")), [person.organisation for person in there.present]),
                (t(say("From / until")), [_while(person, t) for person in there.present]),
            )
        )
    if there.excused:
        yield Paragraph(t(say("Apologies: {names}", names=t.all(map(_excused, there.excused)))))
    if there.away:
        yield Paragraph(t(say("Absent: {names}", names=t.all(person.name for person in there.away))))
    if there.unknown:
        yield Paragraph(t(say("Attendance not noted: {names}", names=t.all(person.name for person in there.unknown))))


def _how_many(view: SummaryView, t: Tongue) -> str:
    """How many of the network were there, and how many of them not until the end."""
    there, everybody = view.attendance.present, len(view.people)
    left = sum(bool(person.until) for person in there)
    early = t.count(say("one left early"), say("{n} left early", n=left), left) if left else ""
    return t.joined([t(say("{present} of {all} present", present=len(there), all=everybody)), early])


def _excused(person: Person) -> str:
    return f"{person.name} ({person.reason})" if person.reason else person.name


def _while(person: Person, t: Tongue) -> str:
    since = t(say("since {hour}", hour=person.since)) if person.since else ""
    until = t(say("until {hour}", hour=person.until)) if person.until else ""
    return t.joined([since, until])


def held(view: SummaryView, t: Tongue) -> Iterator[Block]:
    """The activities with their hours."""
    if not view.programme:
        return
    yield Heading(2, t(say("Programme")))
    columns = (
        (t(say("Time")), [_hours(item) for item in view.programme]),
        (t(say("Activity")), [called(item, t) for item in view.programme]),
        (t(say("Planned")), [_minutes(item.minutes, t) for item in view.programme]),
        (t(say("Took")), [_minutes(item.took, t) for item in view.programme]),
    )
    yield filled(columns, right=(columns[2][0], columns[3][0]))


def _hours(item: Item) -> str:
    return "–".join(hour for hour in (item.began, item.ended) if hour)


def _minutes(minutes: int | None, t: Tongue) -> str:
    return t(say("{n} min", n=minutes)) if minutes else ""


def asked(view: SummaryView, t: Tongue) -> Iterator[Block]:
    """Questions, expectations and experiences, with what became of them."""
    if not view.asked:
        return
    yield Heading(2, t(say("Questions and expectations")))
    for kind in QuestionKind:
        said = tuple(_asked_point(asked, view.number, t) for asked in view.asked if asked.kind is kind)
        if said:
            yield Heading(3, t(QUESTIONS[kind]))
            yield Points(said)


def _asked_point(asked: Asked, here: int, t: Tongue) -> Point:
    also = t(say("{names} joined in", names=t.all(asked.also))) if asked.also else ""
    since = t(say("from session {number}", number=asked.session)) if asked.session != here else ""
    words = f"“{asked.words}”" if asked.words else ""
    return Point(asked.text, t.joined([asked.who, also, since, fate(asked, t), words]))


def fate(asked: Asked, t: Tongue) -> str:
    """What became of a question, in a few words; empty where nothing had to."""
    became = (
        (
            asked.answered,
            say("met in session {number}")
            if asked.kind is QuestionKind.EXPECTATION
            else say("answered in session {number}"),
        ),
        (asked.dropped, say("dropped in session {number}")),
        (asked.planned, say("on the agenda of session {number}")),
        (asked.parked, say("parked in session {number}")),
        (asked.reopened, say("reopened in session {number}")),
        (asked.treated, say("discussed in session {number}, still open")),
    )
    for number, said in became:
        if number:
            return t(say(said.message, number=number))
    return t(say("open")) if asked.kind is QuestionKind.QUESTION else ""


def rules(view: SummaryView, t: Tongue) -> Iterator[Block]:
    """The shared goal, the ground rules and the way of working."""
    if not (view.rules or view.shared_goal):
        return
    yield Heading(2, t(say("How we work")))
    if view.shared_goal:
        yield Paragraph(t(say("Our shared goal: {goal}", goal=view.shared_goal)))
    for kind, title in RULES.items():
        rules = [rule for rule in view.rules if rule.kind is kind]
        if rules:
            yield Heading(3, t(title))
            yield Points(tuple(Point(rule.text, "" if rule.agreed else t(say("proposed"))) for rule in rules))


def dates(view: SummaryView, t: Tongue) -> Iterator[Block]:
    """The speed dates that were held, and who met whom."""
    for held in view.dates:
        yield Heading(2, t(say("Getting acquainted")))
        pairs = sum(times > 0 for row in held.met for times in row) // 2
        minutes = t.number(held.minutes)
        one = say("One round of {minutes} minutes", minutes=minutes)
        more = say("{n} rounds of {minutes} minutes", n=held.rounds, minutes=minutes)
        met = t.count(say("one pair sat together"), say("{n} pairs sat together", n=pairs), pairs)
        yield Paragraph(t(say("{rounds}: {pairs}.", rounds=t.count(one, more, held.rounds), pairs=met)))
        if all(held.people):
            yield _square(held, t) if len(held.people) <= MATRIX else _counts(held, t)


def _square(dates: Dates, t: Tongue) -> Table:
    """Who met whom: a square with how often, people named by their initials in its head, unless they are already."""
    initialled = all(" " not in name and len(name) <= INITIALS for name in dates.people)
    rows = tuple(
        (name, *("—" if one == other else str(times or "") for other, times in enumerate(dates.met[one])))
        for one, name in enumerate(dates.people)
    )
    heads = dates.people if initialled else initials(dates.people)
    return Table((t(say("Who met whom")), *heads), rows, frozenset(range(1, len(rows) + 1)))


def _counts(dates: Dates, t: Tongue) -> Table:
    met, sat_out = t(say("People met")), t(say("Rounds sat out"))
    return filled(
        (
            (t(say("Name")), dates.people),
            (met, [str(sum(times > 0 for times in row)) for row in dates.met]),
            (sat_out, [str(rounds or "") for rounds in dates.sat_out]),
        ),
        right=(met, sat_out),
    )


def storms(view: SummaryView, t: Tongue) -> Iterator[Block]:
    """The boards of the brainstorms."""
    for storm in view.storms:
        yield Heading(2, storm.title or t(ACTIVITIES[ActivityKind.BRAINSTORM].title))
        if storm.question:
            yield Paragraph(storm.question)
        if any(column.notes for column in storm.columns):
            yield Board(tuple(_hung(column, t) for column in storm.columns))
        else:
            yield Points(tuple(Point(column.title, _weighed(column, t)) for column in storm.columns))


def _weighed(column: Column, t: Tongue) -> str:
    """How many post-its a cluster has, and how many want to go on with it, where none of them is shown."""
    notes = t.count(say("one post-it"), say("{n} post-its", n=column.count), column.count) if column.count else ""
    return t.joined((notes, _hands(column, t)))


def _hung(column: Column, t: Tongue) -> BoardColumn:
    notes = tuple(Point(note.text, _said_of(note, t)) for note in column.notes)
    return BoardColumn(_column(column, t), notes, loose=not column.title)


def _column(column: Column, t: Tongue) -> str:
    if not column.title:
        return t(say("Not in a cluster"))
    hands = _hands(column, t)
    return f"{column.title} ({hands})" if hands else column.title


def _hands(column: Column, t: Tongue) -> str:
    if column.hands is None:
        return ""
    return t(say("{hands} of {base} want to take it further", hands=column.hands, base=column.base or 0))


def _said_of(note: NoteLine, t: Tongue) -> str:
    weighed = [
        t(say("feasible {n} of 5", n=note.feasibility)) if note.feasibility else "",
        t(say("valuable {n} of 5", n=note.value)) if note.value else "",
    ]
    group = t(say("group {n}", n=note.subgroup)) if note.subgroup is not None else ""
    return t.joined([note.who, group, times(note.weight + 1), *weighed])


def deciding(view: SummaryView, t: Tongue) -> Iterator[Block]:
    """The records of the decisions."""
    if view.decisions:
        yield Heading(2, t(say("The decisions, step by step")))
    for decided in view.decisions:
        yield from record(decided, t)


def parked(view: SummaryView, t: Tongue) -> Iterator[Block]:
    """What was kept for later."""
    if not view.parked:
        return
    yield Heading(2, t(say("Parking lot")))
    points = (
        Point(
            point.text,
            t.joined(
                [
                    point.who,
                    point.why,
                    t(say("from session {number}", number=point.session)) if point.session != view.number else "",
                    t(say("taken up in session {number}", number=point.treated)) if point.treated else "",
                    f"“{point.words}”" if point.words else "",
                ]
            ),
        )
        for point in view.parked
    )
    yield Points(tuple(points))


def turns(view: SummaryView, t: Tongue) -> Iterator[Block]:
    """How often each was heard, for who facilitates; nothing where nobody is to be named."""
    points = tuple(
        Point(name, t.count(say("1 turn"), say("{n} turns", n=count), count)) for name, count in view.turns if name
    )
    if points:
        yield Heading(2, t(say("Speaking turns noted")))
        yield Points(points)


def resources(view: SummaryView, t: Tongue) -> Iterator[Block]:
    """Slides, models and links, with where they are found."""
    if view.resources:
        yield Heading(2, t(say("Slides, models and links")))
        yield Points(tuple(Point(each.text, each.where or t(RESOURCES[each.kind])) for each in view.resources))


def personal(view: SummaryView, t: Tongue) -> Iterator[Block]:
    """What this document holds of people, so that whoever passes it on knows; nothing where it names nobody."""
    named = set(filter(None, view.people))
    if named:
        many = say(
            "Personal data: this summary names {n} people with their organisation, whether they were there, "
            "and what they asked, brought in or agreed to do. Scores and comments in the evaluation carry no names.",
            n=len(named),
        )
        yield Paragraph(t(many), quiet=True)


ALWAYS = (
    Section("", 0, "data.report.document:title"),
    Section("decisions", 10, "data.report.document:outcome"),
    Section("lead", 12, "data.report.lead:in_brief"),
    Section("learned", 25, "data.report.evaluations:learned"),
    Section("parked", 60, "data.report.document:parked"),
    Section("turns", 95, "data.report.document:turns"),
    Section("resources", 65, "data.report.document:resources"),
    Section("terms", 67, "data.report.heard:glossary_of"),
    Section("over_time", 75, "data.report.evaluations:over_time"),
    Section("programme", 100, "data.report.document:held"),
    Section("", 120, "data.report.document:personal"),
)
"""The sections of every summary; ``kinds.py`` has those of the kinds of activity. One without a key always stands."""
