"""What came of an activity so far, in a few words: all that the programme says of it beside its time."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from data.i18n import _, plural, told
from data.model import (
    Action,
    Activity,
    ActivityKind,
    Cluster,
    Decision,
    DecisionStatus,
    Evaluation,
    EvaluationKind,
    Heard,
    Kept,
    Note,
    Promise,
    QuestionKind,
    RecapPoint,
    Session,
    SessionStatus,
    State,
    Term,
)
from data.verbs.agreements import rules
from data.verbs.check_in import attendance, attendees
from data.verbs.network import people
from data.verbs.round_table import said_in
from data.verbs.speed_dates import held
from data.words import PHASES
from screens.shell import presence


def _check_in(state: State, activity: Activity) -> str:
    if not attendees(state, activity.session):
        return ""
    return presence.counts(len(people(state)), attendance(state, activity.session).values())[0]


def _round_table(state: State, activity: Activity) -> str:
    asked = [question for question in said_in(state, activity.session) if question.activity == activity.id]
    kinds = [each.kind for each in asked]
    questions, expectations, experiences = (kinds.count(kind) for kind in QuestionKind)
    return " · ".join(
        [
            *([plural("{n} question", "{n} questions", questions)] if questions else []),
            *([plural("{n} expectation", "{n} expectations", expectations)] if expectations else []),
            *([plural("{n} experience", "{n} experiences", experiences)] if experiences else []),
        ]
    )


def _speed_dates(state: State, activity: Activity) -> str:
    turns = len(held(state, activity.id))
    return plural("{n} round", "{n} rounds", turns) if turns else ""


def _agreements(state: State, activity: Activity) -> str:
    agreed = sum(rule.session == activity.session for rule in rules(state))
    actions = len(state.where(Action, lambda action: action.session == activity.session))
    return _both(
        plural("{n} rule", "{n} rules", agreed) if agreed else "",
        plural("{n} agreement", "{n} agreements", actions) if actions else "",
    )


def _brainstorm(state: State, activity: Activity) -> str:
    said = len(state.where(Note, lambda note: note.activity == activity.id and not note.binned))
    groups = len(state.where(Cluster, lambda cluster: cluster.activity == activity.id))
    return _both(
        plural("{n} post-it", "{n} post-its", said) if said else "",
        plural("{n} cluster", "{n} clusters", groups) if groups else "",
    )


def _decision(state: State, activity: Activity) -> str:
    decision = state.find(Decision, activity.decision)
    if decision is None:
        return ""
    if decision.status is DecisionStatus.DECIDED:
        return _("decided: {outcome}").format(outcome=decision.outcome)
    return _("parked") if decision.status is DecisionStatus.PARKED else told(PHASES[decision.phase])


def _heard(state: State, activity: Activity) -> list[Heard]:
    return state.where(Heard, lambda said: said.activity == activity.id)


def _exchange(state: State, activity: Activity) -> str:
    from data.verbs.exchange import left_open  # most programmes have none

    said, asked = len(_heard(state, activity)), len(left_open(state, activity.id))
    return _both(
        plural("{n} contribution", "{n} contributions", said) if said else "",
        plural("{n} question", "{n} questions", asked) if asked else "",
    )


def _peer_consultation(state: State, activity: Activity) -> str:
    from data.verbs.consultation import next_steps  # most programmes have none

    said, steps = len(_heard(state, activity)), len(next_steps(state, activity.id))
    return _both(
        plural("{n} contribution", "{n} contributions", said) if said else "",
        plural("{n} next step", "{n} next steps", steps) if steps else "",
    )


def _external_input(state: State, activity: Activity) -> str:
    asked, said = activity.about, {one.part for one in _heard(state, activity)}
    answered = sum(about in said for about in asked)
    terms = len(state.where(Term, lambda term: term.activity == activity.id))
    return _both(
        _("{n} of {all} answered").format(n=answered, all=len(asked)) if asked else "",
        plural("{n} term", "{n} terms", terms) if terms else "",
    )


def _contribution(state: State, activity: Activity) -> str:
    said = _heard(state, activity)
    return plural("{n} contribution", "{n} contributions", len(said)) if said else ""


def _preparation(state: State, activity: Activity) -> str:
    said = _heard(state, activity)
    return _both(
        plural("{n} question", "{n} questions", len(activity.passed)) if activity.passed else "",
        plural("{n} observation", "{n} observations", len(said)) if said else "",
    )


def _evaluation(state: State, activity: Activity) -> str:
    kept = len(state.where(Evaluation, lambda form: form.activity == activity.id))
    return _both(plural("{n} form", "{n} forms", kept) if kept else "", _promises(state, activity))


def _promises(state: State, activity: Activity) -> str:
    """How many promises are kept, of those that an interim evaluation looked at."""
    said = [promise.checks.get(activity.session) for promise in state.all(Promise)]
    looked_at = [check for check in said if check and activity.evaluates is EvaluationKind.INTERIM]
    kept = looked_at.count(Kept.KEPT)
    return _("{n} of {all} promises kept").format(n=kept, all=len(looked_at)) if looked_at else ""


def _recap(state: State, activity: Activity) -> str:
    said = len(state.where(RecapPoint, lambda point: point.activity == activity.id))
    return plural("{n} point", "{n} points", said) if said else ""


def _close(state: State, activity: Activity) -> str:
    return _("closed") if state.get(Session, activity.session).status is SessionStatus.CLOSED else ""


def _nothing(state: State, activity: Activity) -> str:
    del state, activity
    return ""


def _both(one: str, other: str) -> str:
    return " · ".join(filter(None, (one, other)))


HARVEST: Mapping[ActivityKind, Callable[[State, Activity], str]] = {
    ActivityKind.CHECK_IN: _check_in,
    ActivityKind.ROUND_TABLE: _round_table,
    ActivityKind.SPEED_DATES: _speed_dates,
    ActivityKind.AGREEMENTS: _agreements,
    ActivityKind.BREAK: _nothing,
    ActivityKind.BRAINSTORM: _brainstorm,
    ActivityKind.DECISION: _decision,
    ActivityKind.EXCHANGE: _exchange,
    ActivityKind.PEER_CONSULTATION: _peer_consultation,
    ActivityKind.EXTERNAL_INPUT: _external_input,
    ActivityKind.CONTRIBUTION: _contribution,
    ActivityKind.PREPARATION: _preparation,
    ActivityKind.EVALUATION: _evaluation,
    ActivityKind.RECAP: _recap,
    ActivityKind.CLOSE: _close,
}
"""What came of each kind of activity; empty while nothing did."""


def harvest(state: State, activity: Activity) -> str:
    """What came of this activity so far, in the person's language."""
    return HARVEST[activity.kind](state, activity)
