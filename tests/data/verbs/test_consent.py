"""Consent step by step on an item of the programme: its steps, its turns, and what stands in the way."""

from __future__ import annotations

from data.model import Activity, ActivityKind, ConsentStep, Decision, Objection, ObjectionFate, Phase, Proposal
from data.verbs import check_in, network, programme
from data.verbs.decision import closing, consent, phases
from tests.data.verbs.room import Room, room


def deciding(people: int = 4) -> tuple[Room, str, str]:
    """A room at deciding, with its item and the proposal."""
    here = room()
    for who in network.people(here.state)[:people]:
        here.do(check_in.arrive, session=here.session, participant=who.id)
    here.do(programme.add_activity, session=here.session, kind=ActivityKind.DECISION)
    item = here.activity(ActivityKind.DECISION)
    here.do(phases.start_decision, session=here.session, question="Waarover?", activity=item)
    here.do(phases.propose, decision=here.only(Decision).id, session=here.session, text="Loon")
    here.do(phases.go_to_phase, decision=here.only(Decision).id, phase=Phase.DECIDE)
    return here, item, here.only(Proposal).id


def step(here: Room, item: str) -> ConsentStep | None:
    going = consent.consent_round(here.state, item)
    return going.step if going else None


def test_everybody_who_may_vote_is_heard_and_heard_in_that_order_again() -> None:
    here, item, proposal = deciding()
    here.do(consent.begin_consent, activity=item, proposal=proposal)
    assert consent.consent_turns(here.state, item).to_come == (), "no turns while it is presented"
    assert here.refused(consent.give_turn, activity=item, participant=network.people(here.state)[0].id)
    here.do(consent.go_on, activity=item)
    here.do(consent.go_on, activity=item)
    voters = [who.id for who in check_in.voters(here.state, here.session)]
    assert consent.consent_turns(here.state, item).to_come == tuple(voters)
    here.do(consent.give_turn, activity=item, participant=voters[-1])
    for _who in voters[1:]:
        here.do(consent.next_turn, activity=item)
    here.do(consent.next_turn, activity=item)
    order = (voters[-1], *voters[:-1])
    assert consent.consent_turns(here.state, item).heard == order
    here.do(consent.go_on, activity=item)
    assert step(here, item) is ConsentStep.CONSENT
    assert consent.consent_turns(here.state, item).to_come == order
    assert consent.asked(here.state, item) == (0, len(order))
    here.do(consent.next_turn, activity=item)
    assert consent.asked(here.state, item) == (1, len(order))
    here.do(consent.go_back, activity=item)
    assert consent.asked(here.state, item) == (0, 0), "that is another step"


def test_an_objection_leads_to_integration_and_back_to_consent() -> None:
    here, item, proposal = deciding()
    here.do(consent.begin_consent, activity=item, proposal=proposal)
    for _step in range(3):
        here.do(consent.go_on, activity=item)
    assert consent.next_step(here.state, item) is None
    assert here.refused(consent.go_on, activity=item)
    here.do(closing.object_to, proposal=proposal, session=here.session, text="te duur")
    here.do(consent.go_on, activity=item)
    assert step(here, item) is ConsentStep.INTEGRATE
    here.do(closing.set_fate, objection=here.only(Objection).id, fate=ObjectionFate.WITHDRAWN)
    here.do(consent.go_on, activity=item)
    assert step(here, item) is ConsentStep.CONSENT
    assert consent.next_step(here.state, item) is None


def test_it_goes_back_step_by_step_until_it_is_over_and_is_gone_with_its_proposal() -> None:
    here, item, proposal = deciding()
    here.do(consent.begin_consent, activity=item, proposal=proposal)
    here.do(consent.go_on, activity=item)
    here.do(consent.go_back, activity=item)
    assert step(here, item) is ConsentStep.PRESENT
    here.do(consent.go_back, activity=item)
    assert step(here, item) is None
    assert here.refused(consent.go_on, activity=item)
    here.do(consent.begin_consent, activity=item, proposal=proposal)
    here.do(phases.drop, proposal=proposal)
    assert step(here, item) is None
    assert here.state.get(Activity, item).consent is not None, "back with the proposal"
