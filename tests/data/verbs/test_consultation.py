"""Peer consultation: whose case it is, its steps, what is said in them, and the next steps that come back."""

import pytest

from data.methods.consultation import step_beside, step_minutes
from data.model import Action, ActivityKind, ConsultationStep, Heard
from data.report.heard import consulted
from data.report.tongue import Tongue
from data.report.view import summary
from data.report.wanted import Naming, Version
from data.verbs import carried, clock, network, programme
from data.verbs import consultation as verbs
from data.verbs.heard import edit_heard, hear, heard, remove_heard
from tests.data.verbs.room import Room, room


def consulting() -> tuple[Room, str]:
    here = room()
    here.do(programme.add_activity, session=here.session, kind=ActivityKind.PEER_CONSULTATION)
    return here, here.begin(ActivityKind.PEER_CONSULTATION)


@pytest.mark.parametrize("whole", [1, 20, 45, 60, 240])
def test_the_steps_fill_the_timebox_and_each_has_a_minute(whole: int) -> None:
    minutes = [step_minutes(step, whole) for step in ConsultationStep]
    assert min(minutes) >= 1
    assert sum(minutes) <= max(whole, len(minutes))


def test_the_steps_follow_one_another_and_end() -> None:
    steps = list(ConsultationStep)
    assert [step_beside(step, 1) for step in steps] == [*steps[1:], None]
    assert [step_beside(step, -1) for step in steps] == [None, *steps[:-1]]


def test_another_step_takes_the_clock_away_and_keeps_whose_case_it_is() -> None:
    here, case = consulting()
    here.do(verbs.brings, activity=case, participant=here.who("Karel"))
    here.do(verbs.starts_from, activity=case, success=True)
    here.do(clock.start, activity=case, seconds=60)
    here.do(verbs.go_to_step, activity=case, step=ConsultationStep.ANALYSIS)
    going = verbs.consultation(here.fresh(case))
    assert (going.bringer, going.success, going.step) == (here.who("Karel"), True, ConsultationStep.ANALYSIS)
    assert here.fresh(case).countdown is None


def test_lines_are_kept_by_step_typed_over_and_taken_away() -> None:
    here, case = consulting()
    here.do(hear, activity=case, text="  Wie was erbij? ", part="questions")
    here.do(hear, activity=case, text="Er is geen tijd", part="analysis")
    assert [said.text for said in heard(here.state, case, "questions")] == ["Wie was erbij?"]
    assert len(heard(here.state, case)) == 2
    here.do(edit_heard, said=here.last(Heard).id, text="Er was geen tijd")
    assert here.last(Heard).text == "Er was geen tijd"
    assert "said" in here.refused(hear, activity=case, text=" ", part="case")
    here.do(remove_heard, said=here.last(Heard).id)
    assert len(heard(here.state, case)) == 1
    here.do(programme.begin_activity, activity=here.activity(ActivityKind.CLOSE))
    assert "stays" in here.refused(programme.remove_activity, activity=case)


def test_a_next_step_is_of_the_case_bringer_and_goes_along_with_the_case() -> None:
    here, case = consulting()
    assert "whose case" in here.refused(verbs.takes_on, activity=case, text="Bellen")
    here.do(verbs.brings, activity=case, participant=here.who("Karel"))
    assert "next step" in here.refused(verbs.takes_on, activity=case, text=" ; morgen")
    here.do(verbs.takes_on, activity=case, text="Met Els bellen ; tegen vrijdag; of maandag")
    step = here.only(Action)
    assert (step.text, step.who, step.due) == ("Met Els bellen", (here.who("Karel"),), "tegen vrijdag; of maandag")
    (other,) = here.ask(verbs.takes_on, activity=case, text="Vragen; ; tegen maandag").puts
    assert isinstance(other, Action) and (other.text, other.due) == ("Vragen", "tegen maandag"), "no name in between"
    here.do(verbs.brings, activity=case, participant=here.who("Lien"))
    assert here.only(Action).who == (here.who("Lien"),)


def test_a_next_step_of_a_later_session_is_no_earlier_one() -> None:
    here, _case = consulting()
    here.do(network.plan_session)
    second = network.sessions(here.state)[1].id
    here.do(programme.add_activity, session=second, kind=ActivityKind.PEER_CONSULTATION)
    (again,) = programme.of_kind(here.state, second, ActivityKind.PEER_CONSULTATION)
    here.do(verbs.brings, activity=again.id, participant=here.who("Karel"))
    here.do(verbs.takes_on, activity=again.id, text="Met Els bellen")
    assert verbs.next_steps(here.state, again.id)
    assert verbs.earlier_steps(here.state, here.session) == []


def test_a_next_step_is_looked_at_in_the_session_after_and_told_in_its_summary() -> None:
    here, case = consulting()
    here.do(verbs.brings, activity=case, participant=here.who("Karel"))
    here.do(verbs.takes_on, activity=case, text="Met Els bellen; vrijdag")
    here.do(hear, activity=case, text="Wie was erbij?", part="questions")
    here.do(network.plan_session)
    second = network.sessions(here.state)[1].id
    here.do(programme.add_activity, session=second, kind=ActivityKind.PEER_CONSULTATION)
    step = here.only(Action)
    assert verbs.earlier_steps(here.state, here.session) == []
    assert verbs.earlier_steps(here.state, second) == [step]
    here.do(carried.close, item=step.id, session=second, words="Els kwam langs")
    (seen,) = verbs.earlier_steps(here.state, second)
    assert seen.done
    here.do(network.plan_session)
    assert verbs.earlier_steps(here.state, network.sessions(here.state)[2].id) == []
    (first,), (later,) = (summary(here.state, session).consultations for session in (here.session, second))
    assert first.who == "Karel Wouters"
    assert dict(first.said)[ConsultationStep.QUESTIONS] == ("Wie was erbij?",)
    assert [(one.text, one.who, one.due) for one in first.steps] == [("Met Els bellen", ("Karel Wouters",), "vrijdag")]
    assert [(one.done, one.words) for one in later.earlier] == [(True, "Els kwam langs")]
    told = str([*consulted(summary(here.state, second), Tongue("nl"))])
    assert "Els kwam langs" in told


def test_a_case_is_not_for_the_commissioner() -> None:
    here, case = consulting()
    here.do(hear, activity=case, text="Mijn baas luistert niet", part="case")
    assert summary(here.state, here.session).consultations
    assert not summary(here.state, here.session, Naming.FULL, Version.COMMISSIONER).consultations
