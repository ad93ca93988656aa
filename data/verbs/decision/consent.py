"""Consent step by step on an item of the programme: which step it is, and whose turn."""
# ruff: noqa: ARG001 - every verb is given the clock and the ids, also one that needs none

from __future__ import annotations

from msgspec.structs import replace

from data.methods.consent_steps import IN_TURNS, following, preceding, step_turns
from data.methods.speaking import Turns
from data.model import (
    Activity,
    Change,
    ConsentRound,
    ConsentStep,
    Participant,
    Proposal,
    Refused,
    Said,
    Stamp,
    State,
    say,
)
from data.verbs.check_in import voters
from data.verbs.decision.closing import unresolved
from data.verbs.decision.phases import open_decision


def consent_round(state: State, activity: str) -> ConsentRound | None:
    """How far consent is on this item; None where it is not asked step by step, or its proposal is gone."""
    item = state.get(Activity, activity)
    about = state.find(Proposal, item.consent.proposal) if item.consent else None
    return item.consent if about and not about.dropped and about.decision == item.decision else None


def consent_turns(state: State, activity: str) -> Turns:
    """Who was heard in the step of now, who speaks and who comes after, of those who may vote."""
    going = consent_round(state, activity)
    if going is None:
        return Turns()
    here = [who.id for who in voters(state, state.get(Activity, activity).session)]
    return step_turns(going.step, going.speakers, going.speaking, here, going.remembered)


def asked(state: State, activity: str) -> tuple[int, int]:
    """How many were asked for consent to the wording of now, and of how many; another wording asks everybody anew."""
    going, turns = consent_round(state, activity), consent_turns(state, activity)
    if going is None or going.step is not ConsentStep.CONSENT:
        return 0, 0
    return len(going.speakers), len(going.speakers) + len(turns.to_come)


def next_step(state: State, activity: str) -> ConsentStep | None:
    """The step that comes after the one of now; None when nothing stands in the way of the decision."""
    going = _going(state, activity)
    standing = unresolved(state, state.get(Proposal, going.proposal).decision, going.proposal)
    return following(going.step, len(standing))


def begin_consent(state: State, at: Stamp, *, activity: str, proposal: str) -> Change:
    """Ask consent about a proposal step by step."""
    about = state.get(Proposal, proposal)
    open_decision(state, about.decision)
    return _put(state, activity, ConsentRound(proposal=about.id), say("Consent step by step begun"))


def go_on(state: State, at: Stamp, *, activity: str) -> Change:
    """Go to the next step.

    Raises:
        Refused: nothing stands in the way of the decision.
    """
    step = next_step(state, activity)
    if step is None:
        raise Refused(say("No objection remains: write down the decision."))
    return _at(state, activity, step)


def go_back(state: State, at: Stamp, *, activity: str) -> Change:
    """Go back a step; from the first one consent is no longer asked step by step."""
    step = preceding(_going(state, activity).step)
    return _at(state, activity, step) if step else _put(state, activity, None, say("Consent step by step ended"))


def give_turn(state: State, at: Stamp, *, activity: str, participant: str) -> Change:
    """Give somebody the floor in this step; the order in which people had it is remembered.

    Raises:
        Refused: this step has no turns.
    """
    going, who = _going(state, activity), state.get(Participant, participant)
    if going.step not in IN_TURNS:
        raise Refused(say("There are no turns in this step: anyone can speak."))
    order = going.speakers if who.id in going.speakers else (*going.speakers, who.id)
    label = say("{name} has the floor", name=who.name)
    return _put(state, activity, replace(going, speakers=order, speaking=who.id), label)


def next_turn(state: State, at: Stamp, *, activity: str) -> Change:
    """Give the floor to whoever comes next; after the last one nobody has it."""
    coming = consent_turns(state, activity).next
    if coming:
        return give_turn(state, at, activity=activity, participant=coming)
    return _put(state, activity, replace(_going(state, activity), speaking=None), say("Everybody was heard"))


def _going(state: State, activity: str) -> ConsentRound:
    going = consent_round(state, activity)
    if going is None:
        raise Refused(say("Consent is not asked step by step here."))
    return going


def _at(state: State, activity: str, step: ConsentStep) -> Change:
    going = _going(state, activity)
    order = going.speakers or going.remembered
    new = ConsentRound(proposal=going.proposal, step=step, remembered=order)
    return _put(state, activity, new, say("Another step of consent"))


def _put(state: State, activity: str, going: ConsentRound | None, label: Said) -> Change:
    return Change(label, puts=(replace(state.get(Activity, activity), consent=going),))
