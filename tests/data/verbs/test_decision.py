"""A decision: its question, its proposals with versions, its examination, and how it ends."""

from data.model import (
    Action,
    Activity,
    ActivityKind,
    Cluster,
    Decision,
    DecisionStatus,
    Objection,
    ObjectionFate,
    Parked,
    Phase,
    Proposal,
    SwotKind,
    SwotPoint,
    Vote,
    Way,
)
from data.verbs import agreements, check_in, network, programme
from data.verbs.brainstorm import board, noting
from data.verbs.decision import closing, phases, vote
from tests.data.verbs.room import Room, room


def deciding(*texts: str, people: int = 6) -> tuple[Room, str]:
    """A room with a decision on these proposals, and so many people present."""
    here = room()
    for who in network.people(here.state)[:people]:
        here.do(check_in.arrive, session=here.session, participant=who.id)
    here.do(programme.add_activity, session=here.session, kind=ActivityKind.DECISION)
    item = here.activity(ActivityKind.DECISION)
    here.do(phases.start_decision, session=here.session, question="Waarover?", activity=item)
    going = here.only(Decision).id
    assert here.fresh(item).decision == going
    for text in texts:
        here.do(phases.propose, decision=going, session=here.session, text=text)
    return here, going


def test_the_question_is_explored_and_phases_are_planned_for_sessions() -> None:
    here, going = deciding()
    here.do(phases.explore, decision=going, origin="de brainstorm", importance="nog drie keer samen")
    here.do(network.plan_session, template="working")
    second = network.sessions(here.state)[1].id
    here.do(phases.plan_phase, decision=going, phase=Phase.DECIDE, session=second)
    here.do(phases.plan_phase, decision=going, phase=Phase.EXPLORE, session=here.session)
    found = here.only(Decision)
    assert (found.origin, found.importance) == ("de brainstorm", "nog drie keer samen")
    assert list(found.planned.items()) == [(Phase.EXPLORE, here.session), (Phase.DECIDE, second)]
    here.do(phases.plan_phase, decision=going, phase=Phase.DECIDE, session=None)
    assert Phase.DECIDE not in here.only(Decision).planned
    for phase in (Phase.DECIDE, Phase.EXPLORE):
        here.do(phases.go_to_phase, decision=going, phase=phase)
    assert here.do(phases.go_to_phase, decision=going, phase=Phase.EXPLORE).puts == ()
    assert "question" in here.refused(phases.explore, decision=going, question=" ")


def test_clusters_become_proposals_once() -> None:
    here, going = deciding("Feedback")
    here.do(programme.add_activity, session=here.session, kind=ActivityKind.BRAINSTORM)
    storm = here.activity(ActivityKind.BRAINSTORM)
    here.do(noting.capture, activity=storm, text="Loon")
    note = next(iter(here.state.tables["notes"]))
    here.do(board.new_cluster, activity=storm, title="Loon en meer", notes=[note])
    cluster = here.only(Cluster).id
    assert [c.id for c in phases.clusters_left(here.state, going)] == [cluster]
    here.do(phases.propose_clusters, decision=going, session=here.session, clusters=[cluster, cluster])
    here.do(board.send_cluster, cluster=cluster, to="decision", decision=going)
    assert [p.text for p in phases.proposals(here.state, going)] == ["Feedback", "Loon en meer"]
    assert phases.clusters_left(here.state, going) == []
    assert here.do(phases.propose, decision=going, session=here.session, text="FEEDBACK").puts == ()


def test_a_changed_proposal_is_a_new_version_once_people_answered_to_it() -> None:
    here, going = deciding("Feedbak geven")
    proposal = here.only(Proposal).id
    here.do(phases.reword, proposal=proposal, session=here.session, text="Feedback geven")
    assert len(here.only(Proposal).versions) == 1, "a slip of the pen is mended"
    here.do(vote.open_vote, decision=going, session=here.session, way=Way.CONSENT)
    assert "why" in here.refused(phases.reword, proposal=proposal, session=here.session, text="Feedback")
    here.do(phases.reword, proposal=proposal, session=here.session, text="Feedback", why="korter")
    assert [(v.text, v.why) for v in here.only(Proposal).versions] == [("Feedback geven", ""), ("Feedback", "korter")]
    assert here.only(Vote).options[0].version == 0
    here.do(phases.drop, proposal=proposal)
    assert phases.standing(here.state, going) == []
    here.do(phases.drop, proposal=proposal, dropped=False)
    here.do(phases.set_source, proposal=proposal, participant=here.who("Karel"))
    assert here.only(Proposal).participant == here.who("Karel")


def test_a_proposal_is_examined_in_four_quadrants() -> None:
    here, _going = deciding("Feedback")
    proposal = here.only(Proposal).id
    here.do(phases.examine, proposal=proposal, session=here.session, kind=SwotKind.THREAT, text="persoonlijk")
    point = here.only(SwotPoint).id
    here.do(phases.edit_point, point=point, text="te persoonlijk")
    here.do(phases.edit_point, point=point, kind=SwotKind.WEAKNESS)
    assert [(p.kind, p.text) for p in phases.points(here.state, proposal)] == [(SwotKind.WEAKNESS, "te persoonlijk")]
    here.do(phases.remove_point, point=point)
    assert phases.points(here.state, proposal) == []


def test_an_objection_is_integrated_withdrawn_or_noted() -> None:
    here, going = deciding("Feedback")
    proposal = here.only(Proposal).id
    said = {"proposal": proposal, "session": here.session}
    here.do(closing.object_to, **said, text="wordt te persoonlijk", participant=here.who("Els"))
    here.do(closing.object_to, **said, text="duurt lang", concern=True)
    first, second = here.state.all(Objection)
    assert (first.fate, second.fate) == (ObjectionFate.OPEN, ObjectionFate.NOTED)
    close = {"decision": going, "session": here.session, "outcome": "Feedback", "proposal": proposal}
    assert "objection still stands" in here.refused(closing.close_decision, **close)
    assert "meets the objection" in here.refused(
        closing.integrate, objection=first.id, session=here.session, text="Feedback"
    )
    here.do(closing.integrate, objection=first.id, session=here.session, text="Feedback in duo's")
    version = here.only(Proposal).versions[-1]
    assert (version.text, version.why) == ("Feedback in duo's", "wordt te persoonlijk")
    settled = here.state.get(Objection, first.id)
    assert (settled.fate, settled.version, settled.integrated) == (ObjectionFate.INTEGRATED, 0, 1)
    here.do(closing.set_fate, objection=first.id, fate=ObjectionFate.WITHDRAWN, resolution="na uitleg")
    assert here.state.get(Objection, first.id).resolution == "na uitleg"
    here.do(closing.close_decision, **close)
    assert here.only(Decision).chosen == proposal


def test_a_closed_decision_is_never_rewritten_but_opened_again_as_a_new_one() -> None:
    here, going = deciding("Feedback", "Loon")
    first = phases.proposals(here.state, going)[0].id
    here.do(phases.drop, proposal=phases.proposals(here.state, going)[1].id)
    assert "in a sentence" in here.refused(closing.close_decision, decision=going, session=here.session, outcome=" ")
    close = {"decision": going, "session": here.session, "outcome": "Sessie 3 gaat over feedback"}
    assert "not a date" in here.refused(closing.close_decision, **close, review="ooit")
    here.do(closing.close_decision, **close, decided_by="consent", dissent="Els twijfelt", review="1/6/2027")
    closed = here.only(Decision)
    assert (closed.status, closed.review, closed.decided_in) == (DecisionStatus.DECIDED, "2027-06-01", here.session)
    for verb, asked in (
        (phases.explore, {"decision": going, "question": "Anders?"}),
        (phases.propose, {"decision": going, "session": here.session, "text": "Nog iets"}),
        (phases.reword, {"proposal": first, "session": here.session, "text": "Anders"}),
        (vote.open_vote, {"decision": going, "session": here.session, "way": Way.FINGERS}),
        (closing.close_decision, close),
        (closing.park_decision, {"decision": going, "session": here.session}),
    ):
        assert "reopen it as a new decision" in here.refused(verb, **asked)
    here.do(agreements.agree, session=here.session, text="Zaal; Karel; mei", decision=going)
    assert here.only(Action).decision == going
    here.do(closing.reopen, decision=going, session=here.session, activity=here.activity(ActivityKind.DECISION))
    again = here.last(Decision)
    assert (again.supersedes, [p.text for p in phases.proposals(here.state, again.id)]) == (going, ["Feedback"])
    assert here.fresh(here.activity(ActivityKind.DECISION)).decision == again.id
    assert here.state.get(Decision, going) == closed
    assert "already" in here.refused(closing.reopen, decision=going, session=here.session)


def test_with_less_than_half_of_the_network_it_is_provisional_until_confirmed() -> None:
    here, going = deciding("Feedback", people=2)
    here.do(closing.close_decision, decision=going, session=here.session, outcome="Feedback")
    assert here.only(Decision).provisional
    assert "next time" in here.refused(closing.confirm, decision=going, session=here.session)
    here.do(network.plan_session, template="working")
    second = network.sessions(here.state)[1].id
    assert "stays provisional" in here.refused(closing.confirm, decision=going, session=second)
    for who in network.people(here.state)[:3]:
        here.do(check_in.arrive, session=second, participant=who.id)
    here.do(closing.confirm, decision=going, session=second)
    assert here.only(Decision).confirmed == second
    assert "nothing to confirm" in here.refused(closing.confirm, decision=going, session=second)


def test_a_decision_is_parked_and_taken_up_again() -> None:
    here, going = deciding("Feedback")
    here.do(closing.park_decision, decision=going, session=here.session)
    assert here.only(Parked).text == "Waarover?"
    assert "taken" not in here.refused(phases.propose, decision=going, session=here.session, text="x")
    assert [d.id for d in phases.under_way(here.state)] == [going]
    here.do(closing.resume, decision=going)
    assert here.only(Decision).status is DecisionStatus.OPEN


def test_a_programme_item_can_treat_another_decision() -> None:
    here, going = deciding("Feedback")
    here.do(phases.start_decision, session=here.session, question="En wie is gastheer?")
    other = here.last(Decision).id
    item = here.activity(ActivityKind.DECISION)
    assert here.state.get(Activity, item).decision == going
    here.do(phases.point_at, activity=item, decision=other)
    assert here.fresh(item).decision == other
    here.do(phases.point_at, activity=item, decision=None)
    assert here.fresh(item).decision is None
