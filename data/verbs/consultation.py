"""Peer consultation: whose case it is, in which step, and what the case-bringer takes on."""
# ruff: noqa: ARG001 - every verb is given the clock and the ids, also one that needs none

from __future__ import annotations

from msgspec.structs import replace

from data.model import (
    Action,
    Activity,
    ActivityKind,
    Change,
    Consultation,
    ConsultationStep,
    Participant,
    Refused,
    Stamp,
    State,
    say,
)
from data.text import line
from data.verbs.check_in import begun
from data.verbs.given import needed


def consultation(activity: Activity) -> Consultation:
    """How far it is; at its beginning nobody's case, in the first step."""
    return activity.consultation or Consultation()


def brings(state: State, at: Stamp, *, activity: str, participant: str) -> Change:
    """Note whose case is treated; their next steps of here go along when it was somebody else's by mistake."""
    treated, who = state.get(Activity, activity), state.get(Participant, participant)
    before = consultation(treated)
    moved = tuple(
        replace(step, who=(who.id,)) for step in next_steps(state, treated.id) if step.who == (before.bringer,)
    )
    return Change(
        say("{name} brings a case", name=who.name),
        puts=(replace(treated, consultation=replace(before, bringer=who.id)), *moved),
    )


def starts_from(state: State, at: Stamp, *, activity: str, success: bool) -> Change:
    """Start from something that went well, or from something difficult."""
    treated = state.get(Activity, activity)
    label = say("It is about a success") if success else say("It is about a problem")
    return Change(label, puts=(replace(treated, consultation=replace(consultation(treated), success=success)),))


def go_to_step(state: State, at: Stamp, *, activity: str, step: ConsultationStep) -> Change:
    """Go to a step; the clock of the step before is taken away, and that of this one waits for a key."""
    treated = state.get(Activity, activity)
    there = replace(consultation(treated), step=ConsultationStep(step))
    return Change(say("Other step"), puts=(replace(treated, consultation=there, countdown=None),))


def takes_on(state: State, at: Stamp, *, activity: str, text: str) -> Change:
    """Keep what the case-bringer will do, typed in one line: ``what; by when``. It is looked at in a next session.

    Raises:
        Refused: nothing was typed, or it is not known whose case it is.
    """
    treated = state.get(Activity, activity)
    what, _semicolon, due = line(text).partition(";")
    due = due.strip("; ")  # a name in between, as with other agreements, is left out here
    bringer = consultation(treated).bringer
    if bringer is None:
        raise Refused(say("Choose first whose case it is."))
    step = Action(
        id=at.new(),
        session=treated.session,
        activity=treated.id,
        text=needed(what.strip(), say("Type what the next step is: what; by when.")),
        who=(bringer,),
        due=line(due),
    )
    return Change(say("Next step saved"), puts=(step,))


def next_steps(state: State, activity: str) -> list[Action]:
    """What the case-bringer takes on."""
    return state.where(Action, lambda step: step.activity == activity)


def earlier_steps(state: State, session: str) -> list[Action]:
    """The next steps of cases of earlier sessions that wait, or were looked at in this one, as they came up."""
    before = {one.id for one in begun(state, session)}
    cases = {item.id for item in state.all(Activity) if item.kind is ActivityKind.PEER_CONSULTATION}
    return state.where(
        Action,
        lambda step: step.activity in cases and step.session in before and (step.waits or step.closed == session),
    )
