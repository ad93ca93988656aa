"""Consent step by step."""

import pytest

from data.methods.consent_steps import IN_TURNS, following, preceding, step_turns
from data.model import ConsentStep


def test_a_proposal_without_objections_goes_straight_to_a_decision() -> None:
    steps: list[ConsentStep] = []
    step: ConsentStep | None = ConsentStep.PRESENT
    while step:
        steps.append(step)
        step = following(step)
    assert [str(step) for step in steps] == ["present", "clarify", "reactions", "consent"]


def test_an_objection_is_integrated_and_asked_for_consent_again() -> None:
    assert following(ConsentStep.CONSENT, objections=1) is ConsentStep.INTEGRATE
    assert following(ConsentStep.INTEGRATE, objections=1) is ConsentStep.CONSENT


@pytest.mark.parametrize("step", ConsentStep)
def test_every_step_but_the_first_can_be_gone_back_from(step: ConsentStep) -> None:
    before = preceding(step)
    assert before is None if step is ConsentStep.PRESENT else following(before or step, objections=1) is step


@pytest.mark.parametrize("step", ConsentStep)
def test_there_are_turns_where_everybody_is_heard(step: ConsentStep) -> None:
    found = step_turns(step, ("an", "bo"), "bo", ("an", "bo", "cas", "dirk"), ("dirk", "cas"))
    if step in IN_TURNS:
        assert (found.heard, found.speaking, found.to_come) == (("an",), "bo", ("dirk", "cas"))
    else:
        assert (found.heard, found.speaking, found.to_come) == ((), None, ())
