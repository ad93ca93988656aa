"""Evaluations that look back on several sessions: of which kind they are, work forms, and the scores over time."""
# ruff: noqa: ARG001 - every verb is given the clock and the ids, also one that needs none

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from data.methods.evaluation import Results, proposed_kind
from data.model import (
    ACTIVITIES,
    Activity,
    ActivityKind,
    Change,
    EvaluationKind,
    Liked,
    Liking,
    Profile,
    Promise,
    Session,
    Stamp,
    State,
    say,
)
from data.text import line
from data.verbs.evaluation import results
from data.verbs.network import sessions
from data.verbs.programme import of_kind, worked_on


def set_kind(state: State, at: Stamp, *, activity: str, kind: EvaluationKind) -> Change:
    """Choose what an evaluation looks back on; what is already there stays."""
    labels = {
        EvaluationKind.SESSION: say("Evaluation of this session"),
        EvaluationKind.INTERIM: say("Interim evaluation"),
        EvaluationKind.FINAL: say("Final evaluation"),
    }
    changed = replace(state.get(Activity, activity), evaluates=EvaluationKind(kind))
    return Change(labels[changed.evaluates], puts=(changed,))


def proposed(state: State, activity: str) -> EvaluationKind:
    """What this evaluation is likely to look back on, by the place of its session in the series."""
    here = state.get(Session, state.get(Activity, activity).session)
    profile = next(iter(state.all(Profile)), None)
    held = {item.evaluates for session in _until(state, here.number - 1) for item in _evaluations(state, session)}
    return proposed_kind(here.number, profile.meetings if profile else 0, held, promised=bool(state.all(Promise)))


def _until(state: State, number: int) -> list[Session]:
    return [session for session in sessions(state) if session.number <= number]


def _evaluations(state: State, session: Session) -> list[Activity]:
    return of_kind(state, session.id, ActivityKind.EVALUATION)


# -- work forms


def forms_used(state: State, activity: str) -> dict[ActivityKind, tuple[int, ...]]:
    """The work forms that the network used up to this session, with the numbers of the sessions that used them.

    A break, an evaluation and a close are no forms to learn in.
    """
    number = state.get(Session, state.get(Activity, activity).session).number
    numbers = {session.id: session.number for session in _until(state, number)}
    used: dict[ActivityKind, set[int]] = {}
    for item in state.where(Activity, lambda item: item.session in numbers and worked_on(state, item)):
        spec = ACTIVITIES[item.kind]
        if spec.section and not spec.last:
            used.setdefault(item.kind, set()).add(numbers[item.session])
    return {kind: tuple(sorted(used[kind])) for kind in ActivityKind if kind in used}


def likings(state: State, activity: str) -> Mapping[ActivityKind, Liking]:
    """What the group said of work forms in this evaluation."""
    return {each.form: each for each in state.where(Liking, lambda each: each.activity == activity)}


def mark_form(state: State, at: Stamp, *, activity: str, form: ActivityKind, liked: Liked | None) -> Change:
    """Note whether the group liked a work form; None takes it back."""
    marked = replace(_liking(state, at, activity, form), liked=None if liked is None else Liked(liked))
    return _kept(state, marked)


def say_why(state: State, at: Stamp, *, activity: str, form: ActivityKind, why: str) -> Change:
    """Note why a work form was liked or not; empty takes it back."""
    return _kept(state, replace(_liking(state, at, activity, form), why=line(why)))


def _liking(state: State, at: Stamp, activity: str, form: ActivityKind) -> Liking:
    sitting = state.get(Activity, activity)
    blank = Liking(id=at.new(), session=sitting.session, activity=sitting.id, form=ActivityKind(form))
    return likings(state, activity).get(blank.form, blank)


def _kept(state: State, liking: Liking) -> Change:
    """One that says nothing is taken away."""
    label = say("Activity rated")
    if liking.liked or liking.why:
        return Change(label, puts=(liking,))
    known = state.find(Liking, liking.id)
    return Change(label, drops=(known,) if known else ())


# -- scores over time


def over_sessions(state: State, session: str, *, shown: bool = False) -> list[tuple[Session, Results]]:
    """What the forms of each session up to this one said together, of the sessions that have forms.

    With ``shown`` only evaluations that were opened for the group. Of several in one session the last one counts.
    """
    found = []
    for each in _until(state, state.get(Session, session).number):
        items = [item for item in _evaluations(state, each) if item.revealed or not shown]
        said = [result for item in items if (result := results(state, item.id)).forms]
        if said:
            found.append((each, said[-1]))
    return found
