"""A session as tables of real values, for formats that are sorted and counted in: the same sheets for all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from datetime import date, time

from data.methods.evaluation import TOP
from data.methods.votes.ways import WAYS
from data.methods.votes.words import outcome_words
from data.model import ACTIVITIES, ActivityKind, DecisionStatus, say, say_in
from data.report.document import fate, standing
from data.report.records import Decided, Person, SummaryView, Voted, VoteLine
from data.report.sheet import Cell, Sheet
from data.report.tongue import Tongue
from data.report.worked_tables import OF_WORK_FORMS
from data.words import ENTRIES, PHASES_UNDER_WAY, QUESTION_KINDS, SCORES

Rows = Iterator[tuple[Cell, ...]]


def sheets(view: SummaryView, language: str, without: Iterable[str] = ()) -> list[Sheet]:
    """The tables of a session that hold anything, in their order and in this language, without empty columns."""
    t, left_out = Tongue(language), set(without)
    made = (writes(view, t) for writes in WRITERS)
    return [sheet.filled for sheet in made if sheet.rows and sheet.section not in left_out]


def _attendance(view: SummaryView, t: Tongue) -> Sheet:
    there = view.attendance
    rows: list[tuple[Cell, ...]] = []
    for said, people in (
        (say("present"), there.present),
        (say("excused"), there.excused),
        (say("not excused"), there.away),
        (say("not noted"), there.unknown),
    ):
        rows += [_present(person, t(said)) for person in people]
    head = (say("Name"), say("Organisation"), say("Function"), say("E-mail"), say("Attendance"), say("Since"))
    return Sheet(
        "participants",
        "attendance",
        t(say("Participants")),
        (*map(t, head), t(say("Until")), t(say("Reason"))),
        tuple(rows) if all(view.people) else (),
    )


def _present(person: Person, presence: str) -> tuple[Cell, ...]:
    times = hour_of(person.since), hour_of(person.until)
    return (person.name, person.organisation, person.function, person.email, presence, *times, person.reason)


def _notes(view: SummaryView, t: Tongue) -> Sheet:
    head = (
        say("Brainstorm"),
        say("Cluster"),
        say("Post-it"),
        say("Times mentioned"),
        say_in("the head of a column", "Group"),
        say("Who"),
    )
    weighed = (say("Feasible (1-5)"), say("Valuable (1-5)"))
    rows = tuple(
        (
            storm.title or t(ACTIVITIES[ActivityKind.BRAINSTORM].title),
            column.title,
            note.text,
            note.weight + 1 if note.weight else None,
            note.subgroup,
            note.who,
            note.feasibility,
            note.value,
        )
        for storm in view.storms
        for column in storm.columns
        for note in column.notes
    )
    return Sheet("notes", "clusters", t(say("Post-its")), tuple(map(t, (*head, *weighed))), rows)


def _clusters(view: SummaryView, t: Tongue) -> Sheet:
    head = (say("Brainstorm"), say("Cluster"), say("Post-its"), say("Want to continue with it"), say("Of so many"))
    rows = tuple(
        (
            storm.title or t(ACTIVITIES[ActivityKind.BRAINSTORM].title),
            column.title,
            column.count,
            column.hands,
            column.base,
        )
        for storm in view.storms
        for column in storm.columns
        if column.title
    )
    return Sheet("clusters", "clusters", t(say("Clusters")), tuple(map(t, head)), rows)


def _decisions(view: SummaryView, t: Tongue) -> Sheet:
    head = (say("Question"), say("Status"), say("Outcome"), say("Decided by"), say("In session"), say("Review"))
    rows = tuple(
        (
            decided.question,
            _standing(decided, t),
            decided.outcome,
            decided.decided_by,
            decided.decided_in,
            day_of(decided.review) or decided.review,
        )
        for decided in view.decisions
    )
    return Sheet("decisions", "deciding", t(say("Decisions")), tuple(map(t, head)), rows)


def _standing(decided: Decided, t: Tongue) -> str:
    if decided.status is DecisionStatus.OPEN:
        return t(PHASES_UNDER_WAY[decided.phase])
    return t(say("decided")) if decided.status is DecisionStatus.DECIDED else t(say("parked"))


def _votes(view: SummaryView, t: Tongue) -> Sheet:
    head = (say("Question"), say("In session"), say("Way of deciding"), say("Entered"), say("Proposal"), say("Text"))
    then = (say("Answer"), say("Number"), say("Entitled"), say("Result"))
    rows = tuple(
        row
        for decided in view.decisions
        for vote in decided.votes
        for option in vote.options
        for row in _answers(decided, vote, option, t)
    )
    return Sheet("votes", "deciding", t(say_in("the name of a sheet", "Votes")), tuple(map(t, (*head, *then))), rows)


def _answers(decided: Decided, vote: VoteLine, option: Voted, t: Tongue) -> Rows:
    words = outcome_words(option.result)
    result = t(words.proposal) if words and words.proposal else ""
    for code, times in option.counts:
        word = WAYS[vote.way].answer_word(code)
        yield (
            decided.question,
            vote.session,
            t(WAYS[vote.way].words.title),
            t(ENTRIES[vote.entry]),
            option.letter,
            option.text,
            t(word) if word else code,
            times,
            vote.base,
            result,
        )


def _agreements(view: SummaryView, t: Tongue) -> Sheet:
    head = (say("What"), say("Who"), say("When"), say("Status"), say("In session"))
    came = t(say("Outcomes"))
    rows = tuple(
        (
            agreement.text,
            ", ".join(agreement.who),
            day_of(agreement.due) or agreement.due,
            t(standing(agreement)),
            agreement.session,
            agreement.words,
        )
        for agreement in (*view.agreements, *view.done, *view.to_do)
    )
    return Sheet("agreements", "decisions", t(say("Agreements")), (*map(t, head), came), rows)


def _evaluation(view: SummaryView, t: Tongue) -> Sheet:
    head = (say("Out of 10"), say("Average"), say("Lowest"), say("Highest"), say("Answers"))
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (t(SCORES[s.field]), round(s.average, 2), s.lowest, s.highest, s.count, *s.distribution)
        for evaluated in view.evaluations
        for s in evaluated.results.scored
    )
    marks = tuple(map(str, range(TOP + 1)))
    return Sheet("evaluation", "evaluation", t(say("Evaluation")), (*map(t, head), *marks), rows)


def _over_time(view: SummaryView, t: Tongue) -> Sheet:
    head = (say("Session"), say("Out of 10"), say("Average"), say("Lowest"), say("Highest"), say("Answers"))
    scored = [(number, s) for number, results in view.over for s in results.scored]
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (number, t(SCORES[s.field]), round(s.average, 2), s.lowest, s.highest, s.count, *s.distribution)
        for number, s in sorted(scored, key=lambda pair: (list(SCORES).index(pair[1].field), pair[0]))
    )
    marks = tuple(map(str, range(TOP + 1)))
    sheet = rows if len({number for number, _s in scored}) > 1 else ()
    return Sheet("over_time", "over_time", t(say("The scores over the sessions")), (*map(t, head), *marks), sheet)


def _questions(view: SummaryView, t: Tongue) -> Sheet:
    head = (say("Kind"), say("Text"), say("Who"), say("Joined in"), say("From session"), say("Status"))
    rows = tuple(
        (
            t(QUESTION_KINDS[asked.kind]),
            asked.text,
            asked.who,
            ", ".join(asked.also),
            asked.session,
            fate(asked, t),
            asked.words,
        )
        for asked in view.asked
    )
    return Sheet("questions", "questions", t(say("Questions")), (*map(t, head), t(say("Wording"))), rows)


def _turns(view: SummaryView, t: Tongue) -> Sheet:
    rows: tuple[tuple[Cell, ...], ...] = tuple((name, count) for name, count in view.turns if name)
    return Sheet("turns", "turns", t(say("Speaking turns noted")), (t(say("Name")), t(say("Turns"))), rows)


WRITERS: tuple[Callable[[SummaryView, Tongue], Sheet], ...] = (
    _decisions,
    _votes,
    _agreements,
    _notes,
    _clusters,
    _questions,
    *OF_WORK_FORMS,
    _evaluation,
    _over_time,
    _attendance,
    _turns,
)


def day_of(iso: str) -> date | None:
    """The day of an ISO date; None for what is none."""
    with suppress(ValueError):
        return date.fromisoformat(iso)
    return None


def hour_of(text: str) -> time | None:
    """The time of the day in ``13:05``; None for what is none."""
    with suppress(ValueError):
        return time.fromisoformat(text)
    return None


def harmless(text: str) -> str:
    """Text that no spreadsheet takes for a formula: one that begins like one gets an apostrophe in front."""
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text
