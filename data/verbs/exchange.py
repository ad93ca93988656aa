"""An exchange of experience: small groups with a reporter each, their reports, tips, and questions left open."""
# ruff: noqa: ARG001 - every verb is given the clock and the ids, also one that needs none

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from data.methods.steps import beside
from data.methods.subgroups import mixed
from data.model import (
    Activity,
    Change,
    Exchange,
    ExchangeStep,
    Participant,
    Question,
    Refused,
    Stamp,
    State,
    say,
)
from data.text import line
from data.verbs.speed_dates import pairs_met

Stop = tuple[ExchangeStep, int]
"""A step, and of which small group (0 where it is of none)."""


def exchange(activity: Activity) -> Exchange:
    """How far it is; at its beginning in small groups."""
    return activity.exchange or Exchange()


def stops(activity: Activity) -> list[Stop]:
    """Where one can be, in order: a report for each small group, or one of all together while there are none."""
    reports = [(ExchangeStep.REPORTS, group) for group in range(max(1, len(activity.subgroups)))]
    return [(ExchangeStep.GROUPS, 0), *reports, (ExchangeStep.TIPS, 0), (ExchangeStep.OPEN, 0)]


def stop(activity: Activity) -> Stop:
    """Where it is; a group that is no longer there is the first one."""
    going = exchange(activity)
    here = going.step, going.group
    return here if here in stops(activity) else (going.step, 0)


def stop_beside(activity: Activity, by: int) -> Stop | None:
    """Where one comes so many places further (back when negative); None where there is none."""
    return beside(stops(activity), stop(activity), by)


def go_to_stop(state: State, at: Stamp, *, activity: str, step: ExchangeStep, group: int = 0) -> Change:
    """Go to a step, in the reports to one of a small group; the clock of the step before is taken away."""
    treated = state.get(Activity, activity)
    there = replace(exchange(treated), step=ExchangeStep(step), group=group)
    return Change(say("Other step"), puts=(replace(treated, exchange=there, countdown=None),))


def reporter(activity: Activity, group: int) -> str | None:
    """Who reports for a small group (a participant's id)."""
    members = activity.subgroups[group] if group < len(activity.subgroups) else ()
    return next((who for who in exchange(activity).reporters if who in members), None)


def set_reporter(state: State, at: Stamp, *, activity: str, participant: str) -> Change:
    """Somebody reports for their small group, in place of whoever did.

    Raises:
        Refused: they are in none.
    """
    treated, who = state.get(Activity, activity), state.get(Participant, participant)
    members = next((group for group in treated.subgroups if who.id in group), None)
    if members is None:
        raise Refused(say("{name} is in no small group: F5 makes them.", name=who.name))
    going = exchange(treated)
    others = tuple(other for other in going.reporters if other not in members)
    kept = replace(treated, exchange=replace(going, reporters=(*others, who.id)))
    return Change(say("{name} reports", name=who.name), puts=(kept,))


def drafts_for(state: State, at: Stamp, *, activity: str, text: str) -> Change:
    """The small groups draft an advice for somebody, such as the management; empty when they do not."""
    treated = state.get(Activity, activity)
    advice_for = line(text)
    label = say("Advice for {name}", name=advice_for) if advice_for else say("No advice")
    return Change(label, puts=(replace(treated, exchange=replace(exchange(treated), advice_for=advice_for)),))


def left_open(state: State, activity: str) -> list[Question]:
    """The questions that came up in it, which go on to a next session until they are answered."""
    return state.where(Question, lambda asked: asked.activity == activity)


def mixed_groups(
    state: State, session: str, people: Sequence[Participant], number: int, seed: int = 0
) -> tuple[tuple[str, ...], ...]:
    """Small groups in which colleagues, and people who sat together before, are apart as far as can be."""
    kin = {who.id: who.organisation for who in people}
    return mixed([who.id for who in people], number, kin, pairs_met(state, session), seed)
