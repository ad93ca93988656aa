"""What there is to say of a whole series of sessions, in no language: what came of all that was carried along."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from data.methods.evaluation import Results
from data.model import (
    Action,
    ActivityKind,
    Decision,
    EvaluationKind,
    Kept,
    Liked,
    Promise,
    Said,
    Session,
    SpokenKind,
    State,
    Status,
    Strand,
)
from data.report.decisions import told_of
from data.report.evaluated import evaluated
from data.report.heard import of_case
from data.report.names import Names
from data.report.records import Decided, Evaluated
from data.report.wanted import Naming, Version
from data.verbs import check_in, looking_back, network
from data.verbs.pending import Pending, carried_over, stands
from data.verbs.programme import of_kind

Counted = tuple[tuple[str, int], ...]
"""Texts, each with how many wrote it."""


@dataclass(frozen=True, slots=True)
class Held:
    """A session that began: when and where, its themes, and how many were there of how many."""

    number: int
    title: str
    date: str
    place: str
    themes: tuple[str, ...]
    there: int
    members: int


@dataclass(frozen=True, slots=True)
class Fared:
    """Something that was carried from session to session: from whom or for whom, how it stands now, in which words.

    ``open`` tells that it still waits, ``case`` that whoever brought a case takes it on. ``checks`` has what the group
    said of a promise, by number of session.
    """

    strand: Strand
    text: str
    who: tuple[str, ...]
    session: int
    stands: Said
    open: bool
    words: str = ""
    due: str = ""
    checks: tuple[tuple[int, Kept], ...] = ()
    case: bool = False


@dataclass(frozen=True, slots=True)
class Learned:
    """What people wrote or said in the evaluations of one session: what they take along, by field else."""

    number: int
    learning: Counted
    written: tuple[tuple[str, Counted], ...] = ()


@dataclass(frozen=True, slots=True)
class SeriesView:
    """The whole series as far as it came. ``core`` are those of the steady core, ``steady`` how many they are."""

    language: str
    network: str
    theme: str
    shared_goal: str
    held: tuple[Held, ...]
    people: int
    fared: tuple[Fared, ...]
    decided: tuple[Decided, ...]
    over: tuple[tuple[int, Results], ...]
    learned: tuple[Learned, ...]
    forms: tuple[tuple[ActivityKind, Liked | None, str], ...]
    core: tuple[str, ...]
    steady: int
    answered: int
    asked: int

    def of(self, *strands: Strand) -> list[Fared]:
        """What fared of these kinds."""
        return [each for each in self.fared if each.strand in strands]


LOOKED_BACK = ("well", "improve", "suggestions")
"""What is told of a final evaluation beside what was learned, by the field of the form."""

_ALOUD = {"well": SpokenKind.WELL, "improve": SpokenKind.IMPROVE, "suggestions": SpokenKind.SUGGESTION}


def series(state: State, naming: Naming = Naming.FULL, version: Version = Version.PARTICIPANTS) -> SeriesView:
    """What there is to say of all sessions that began, for whom it is.

    Raises:
        Refused: there is no network.
    """
    profile, names = network.profile(state), Names.of(state, naming)
    held = sorted(check_in.begun(state), key=lambda session: session.number)
    core = [who.id for who in check_in.steady_core(state)]
    fared = tuple(_fared(state, each, names) for each in carried_over(state) if each.strand is not Strand.DECISIONS)
    asked = [each for each in carried_over(state) if each.strand is Strand.QUESTIONS]
    view = SeriesView(
        language=profile.language,
        network=profile.name,
        theme=profile.theme,
        shared_goal=profile.shared_goal,
        held=tuple(_held(state, session) for session in held),
        people=sum(times > 0 for times in check_in.times_attended(state).values()),
        fared=fared,
        decided=tuple(told_of(state, decision, names) for decision in state.all(Decision)),
        over=tuple((s.number, found) for s, found in looking_back.over_sessions(state, held[-1].id)) if held else (),
        learned=tuple(_learned(state, held)),
        forms=_forms(state, held),
        core=names.all(tuple(names.in_order(core))),
        steady=len(core),
        answered=sum(each.status is Status.CLOSED for each in asked),
        asked=len(asked),
    )
    return _for(view, version)


def _for(view: SeriesView, version: Version) -> SeriesView:
    """The series for whom it is: parked points are the facilitator's; a commissioner reads no words and no names."""
    if version is Version.FACILITATOR:
        return view
    shared = replace(view, fared=tuple(each for each in view.fared if each.strand is not Strand.PARKED))
    if version is Version.PARTICIPANTS:
        return shared
    agreed = (each for each in shared.of(Strand.PROMISES, Strand.ACTIONS) if not each.case)
    return replace(
        shared,
        fared=tuple(replace(each, who=(), words="") for each in agreed),
        learned=(),
        forms=tuple((kind, liked, "") for kind, liked, _why in view.forms),
        core=(),
    )


def _held(state: State, session: Session) -> Held:
    there = len(check_in.attended(state, session.id))
    many = len(network.members(state, session.id))
    return Held(session.number, session.title, session.date, session.place, session.themes, there, many)


def _fared(state: State, each: Pending, names: Names) -> Fared:
    record = each.record
    checks = record.checks if isinstance(record, Promise) else {}
    numbered = ((names.number(session), kept) for session, kept in checks.items())
    return Fared(
        strand=each.strand,
        text=each.text,
        who=(*names.all(each.who), *([each.named] if each.named else [])),
        session=names.number(each.session),
        stands=stands(state, each),
        open=each.waits,
        words=getattr(record, "words", ""),
        due=getattr(record, "due", ""),
        checks=tuple(sorted(numbered)),
        case=isinstance(record, Action) and of_case(state, record),
    )


def _learned(state: State, held: list[Session]) -> Iterator[Learned]:
    for session in held:
        every = list(_evaluations(state, session))
        said = [(text, 1) for each in every for text in each.said.get(SpokenKind.LEARNED, ())]
        written = [line for each in every for line in each.written.get("learning", ())]
        final = [each for each in every if each.kind is EvaluationKind.FINAL]
        more = tuple((field, lines) for field in LOOKED_BACK if (lines := _of_field(final, field)))
        if said or written or more:
            yield Learned(session.number, (*written, *said), more)


def _of_field(final: list[Evaluated], field: str) -> Counted:
    written = [line for each in final for line in each.written.get(field, ())]
    said = [(text, 1) for each in final for text in each.said.get(_ALOUD[field], ())]
    return (*written, *said)


def _forms(state: State, held: list[Session]) -> tuple[tuple[ActivityKind, Liked | None, str], ...]:
    """What was said of the work forms in the last evaluation that asked it."""
    found = [each.forms for session in held for each in _evaluations(state, session) if each.forms]
    return found[-1] if found else ()


def _evaluations(state: State, session: Session) -> Iterator[Evaluated]:
    for item in of_kind(state, session.id, ActivityKind.EVALUATION):
        if told := evaluated(state, item):
            yield told
