"""What is still open in a network: everything that is carried over, strand by strand, and the decisions under way."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from data.model import (
    Action,
    Activity,
    Carried,
    Decision,
    DecisionStatus,
    Engagement,
    Parked,
    Phase,
    Promise,
    Question,
    QuestionKind,
    Said,
    Session,
    SessionStatus,
    State,
    Status,
    Strand,
    Theme,
    say,
    say_in,
)
from data.verbs.carried import status
from data.verbs.themes import all_themes


@dataclass(frozen=True, slots=True)
class Pending:
    """One of them: ``who`` are participants (ids), ``named`` whoever else; ``session`` (id) is where it came up.

    ``planned`` is the session (id) it is planned for while it is, and ``phases`` those of a decision that are treated
    there, or else the one it is in. ``record`` is what it stands for.
    """

    id: str
    strand: Strand
    text: str
    who: tuple[str, ...]
    named: str
    session: str
    status: Status
    planned: str | None
    record: Carried | Decision
    phases: tuple[Phase, ...] = ()

    @property
    def waits(self) -> bool:
        """Whether it is still open."""
        return self.status not in {Status.CLOSED, Status.DROPPED}


def carried_over(state: State) -> list[Pending]:
    """Everything that is or was carried over, closed or not, strand by strand in the order it came up."""
    questions = [asked for asked in state.all(Question) if asked.kind is not QuestionKind.EXPERIENCE]
    records: list[Carried] = [
        *questions,
        *state.all(Parked),
        *state.all(Action),
        *state.all(Promise),
        *state.all(Engagement),
        *all_themes(state),
    ]
    found = [_of(state, record) for record in records] + [_decision(state, each) for each in state.all(Decision)]
    order = list(Strand)
    return sorted(found, key=lambda each: order.index(each.strand))


def pending(state: State) -> list[Pending]:
    """What is still open, strand by strand in the order it came up."""
    return [each for each in carried_over(state) if each.waits]


def planned_for(state: State, session: str) -> list[Pending]:
    """What stands on the agenda of a session and is still open."""
    return [each for each in pending(state) if each.planned == session]


def _of(state: State, record: Carried) -> Pending:
    stands = status(state, record)
    strand, text, who, named = _told(record)
    planned = record.planned if stands is Status.PLANNED else None
    return Pending(record.id, strand, text, who, named, record.session, stands, planned, record)


def _told(record: Carried) -> tuple[Strand, str, tuple[str, ...], str]:
    """The strand of a record, its text, who it is of or for, and who else is named."""
    match record:
        case Question():
            strand = Strand.QUESTIONS if record.kind is QuestionKind.QUESTION else Strand.EXPECTATIONS
            return strand, record.text, _each(record.participant, *record.also), ""
        case Parked():
            return Strand.PARKED, record.text, _each(record.participant), ""
        case Action():
            return Strand.ACTIONS, record.text, record.who, record.named
        case Engagement():
            return Strand.ENGAGEMENTS, record.text, record.who, record.named
        case Promise():
            return Strand.PROMISES, record.text, (), ""
        case Theme():
            return Strand.THEMES, record.text, (), ""
    raise TypeError(type(record).__name__)


def _each(*ids: str | None) -> tuple[str, ...]:
    return tuple(id_ for id_ in ids if id_)


def _decision(state: State, decision: Decision) -> Pending:
    coming = list(coming_phases(state, decision))
    planned = coming[0][1] if coming else None
    treated = tuple(phase for phase, session in coming if session == planned) or (decision.phase,)
    stands = _stands(state, decision, planned)
    session = planned if stands is Status.PLANNED else None
    return Pending(
        decision.id, Strand.DECISIONS, decision.question, (), "", decision.session, stands, session, decision, treated
    )


def _stands(state: State, decision: Decision, planned: str | None) -> Status:
    if decision.status is DecisionStatus.DECIDED:
        return Status.CLOSED
    if decision.status is DecisionStatus.PARKED:
        return Status.PARKED
    if planned:
        return Status.PLANNED
    if decision.supersedes:
        return Status.REOPENED
    begun = any(item.decision == decision.id and item.started for item in state.all(Activity))
    return Status.TREATED if begun or decision.phase is not Phase.EXPLORE else Status.OPEN


def coming_phases(state: State, decision: Decision) -> Iterable[tuple[Phase, str]]:
    """The phases of a decision that are announced for a session that is not over, with that session (id)."""
    if decision.status is DecisionStatus.DECIDED:
        return
    phases = list(Phase)
    for phase in phases[phases.index(decision.phase) :]:
        session = state.find(Session, decision.planned.get(phase))
        if session and session.status is not SessionStatus.CLOSED:
            yield phase, session.id


_CLOSED = {
    Strand.QUESTIONS: say("answered in session {number}"),
    Strand.EXPECTATIONS: say("met in session {number}"),
    Strand.PARKED: say("closed in session {number}"),
    Strand.ACTIONS: say("done in session {number}"),
    Strand.PROMISES: say("kept, said in session {number}"),
    Strand.ENGAGEMENTS: say("done in session {number}"),
    Strand.THEMES: say("closed in session {number}"),
    Strand.DECISIONS: say("decided in session {number}"),
}


def stands(state: State, each: Pending, *, among_open: bool = False) -> Said:
    """How it stands, in words: since which session, or for which; ``among_open`` does not say that it is still so."""
    record, numbers = each.record, {session.id: session.number for session in state.all(Session)}
    if isinstance(record, Decision):
        where = {Status.PLANNED: each.planned, Status.CLOSED: record.decided_in}.get(each.status)
    else:
        where = {
            Status.PLANNED: record.planned,
            Status.TREATED: record.treated,
            Status.PARKED: record.parked or record.session,
            Status.REOPENED: record.reopened,
            Status.CLOSED: record.closed,
            Status.DROPPED: record.closed,
        }.get(each.status)
    number = numbers.get(where or "")
    if number is None:
        return say("done") if each.status is Status.CLOSED and each.strand is Strand.ACTIONS else STATUSES[each.status]
    if among_open and each.status is Status.TREATED:
        return say("discussed in session {number}", number=number)
    return say(_since(each).message, number=number)


def _since(each: Pending) -> Said:
    if each.status is Status.CLOSED:
        return _CLOSED[each.strand]
    return {
        Status.PLANNED: say("for session {number}"),
        Status.TREATED: say("discussed in session {number}, still open"),
        Status.PARKED: say("parked in session {number}"),
        Status.REOPENED: say("reopened in session {number}"),
        Status.DROPPED: say("dropped in session {number}"),
    }[each.status]


STATUSES: dict[Status, Said] = {
    Status.OPEN: say_in("how something that is carried over stands", "open"),
    Status.PLANNED: say("planned"),
    Status.TREATED: say("discussed, still open"),
    Status.PARKED: say("parked"),
    Status.REOPENED: say("reopened"),
    Status.CLOSED: say("closed"),
    Status.DROPPED: say_in("how something that is carried over stands", "dropped"),
}
"""How something stands, where no session goes with it."""
