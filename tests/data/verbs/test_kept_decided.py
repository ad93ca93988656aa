"""A decision keeps what is given of it field by field, its votes among them, and the rest stays as it was."""

from typing import Any

from msgspec.structs import replace

from data.model import (
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
    Version,
    Vote,
    Way,
)
from data.verbs import network, programme
from data.verbs.brainstorm import board
from data.verbs.decision import closing, phases
from data.verbs.decision.vote import (
    cancel_vote,
    open_vote,
)
from tests.data.verbs.room import Room
from tests.data.verbs.test_decision import deciding


def another(here: Room, *texts: str) -> str:
    """A second decision of the same network."""
    here.do(phases.start_decision, session=here.session, question="En dan?")
    other = here.last(Decision).id
    for text in texts:
        here.do(phases.propose, decision=other, session=here.session, text=text)
    return other


def later(here: Room) -> str:
    here.do(network.plan_session)
    return network.sessions(here.state)[-1].id


def test_a_decision_begins_with_all_that_was_typed() -> None:
    here, _going = deciding()
    before = here.state.all(Activity)
    here.do(phases.start_decision, session=here.session, question=" Wat? ", origin=" de kring ", importance=" veel ")
    begun = here.last(Decision)
    assert begun == Decision(id=begun.id, session=here.session, question="Wat?", origin="de kring", importance="veel")
    assert here.state.all(Activity) == before, "no activity treats it, unless it is said"
    assert "question" in here.refused(phases.start_decision, session=here.session, question="")
    for field, value in {"question": "Wat dan?", "origin": "elders", "importance": ""}.items():
        old = here.state.get(Decision, begun.id)
        here.do(phases.explore, decision=begun.id, **{field: value})
        assert here.state.get(Decision, begun.id) == replace(old, **{field: value})
    assert here.do(phases.explore, decision=begun.id).puts == ()
    here.do(phases.go_to_phase, decision=begun.id, phase=Phase.EXAMINE)
    assert here.state.get(Decision, begun.id).phase is Phase.EXAMINE


def test_decisions_under_way_are_the_open_ones_and_then_the_parked() -> None:
    here, first = deciding()
    second, third = another(here), another(here)
    here.do(closing.park_decision, decision=first, session=here.session, activity="a")
    point = here.only(Parked)
    assert point == Parked(id=point.id, session=here.session, text="Waarover?", activity="a")
    here.do(closing.close_decision, decision=second, session=here.session, outcome="Ja")
    assert [going.id for going in phases.under_way(here.state)] == [third, first]
    for verb, asked in ((phases.explore, {"origin": "x"}), (closing.park_decision, {"session": here.session})):
        assert "resume it" in here.refused(verb, decision=first, **asked)
    here.do(closing.resume, decision=first)
    assert "not parked" in here.refused(closing.resume, decision=first)


def test_a_proposal_is_kept_with_from_whom_it_comes() -> None:
    here, going = deciding("Een")
    here.do(phases.propose, decision=going, session=here.session, text=" Twee ", participant=here.who("Els"))
    second = here.last(Proposal)
    assert second == Proposal(
        id=second.id,
        decision=going,
        versions=(Version(text="Twee", session=here.session),),
        position=2,
        participant=here.who("Els"),
    )
    here.do(phases.set_source, proposal=second.id, participant=None)
    assert here.last(Proposal) == replace(second, participant=None)
    assert "proposal" in here.refused(phases.propose, decision=going, session=here.session, text=" ")
    assert here.do(phases.drop, proposal=second.id).label.message == "Proposal dropped"
    assert here.do(phases.drop, proposal=second.id).puts == ()
    here.do(phases.propose, decision=going, session=here.session, text="twee")
    assert [proposal.text for proposal in phases.standing(here.state, going)] == ["Een", "twee"], (
        "the dropped one does not stand"
    )
    assert here.do(phases.drop, proposal=second.id, dropped=False).label.message == "Proposal restored"
    other = another(here, "Een")
    assert [proposal.text for proposal in phases.proposals(here.state, other)] == ["Een"]


def test_proposals_have_letters_and_after_z_comes_a2() -> None:
    every = [Proposal(id=str(number), decision="d", versions=()) for number in range(54)]
    signs = phases.letters(every)
    assert [signs[str(number)] for number in (0, 25, 26, 51, 52, 53)] == ["A", "Z", "A2", "Z2", "A3", "B3"]
    assert len(signs) == len(set(signs.values())) == 54


def test_clusters_of_every_board_can_be_proposed_the_latest_first() -> None:
    here, going = deciding("Eerst")
    second = later(here)
    titles = {here.session: ("Oud", "Ouder"), second: ("Nieuw",)}
    for session, own in titles.items():
        here.do(programme.add_activity, session=session, kind=ActivityKind.BRAINSTORM)
        storm = here.last(Activity).id
        for title in own:
            here.do(board.new_cluster, activity=storm, title=title)
    left = phases.clusters_left(here.state, going)
    assert [cluster.title for cluster in left] == ["Nieuw", "Oud", "Ouder"]
    change = here.do(
        phases.propose_clusters, decision=going, session=second, clusters=[left[0].id, left[1].id, left[0].id]
    )
    assert len(change.puts) == 2
    made = phases.proposals(here.state, going)[1:]
    assert made == [
        Proposal(
            id=proposal.id,
            decision=going,
            versions=(Version(text=cluster.title, session=second),),
            position=2 + place,
            cluster=cluster.id,
        )
        for place, (proposal, cluster) in enumerate(zip(made, left[:2], strict=True))
    ]
    again = {"decision": going, "session": second, "clusters": [left[0].id]}
    assert here.do(phases.propose_clusters, **again).puts == ()
    here.do(phases.drop, proposal=made[0].id)
    assert [cluster.title for cluster in phases.clusters_left(here.state, going)] == ["Nieuw", "Ouder"]
    assert len(here.do(phases.propose_clusters, **again).puts) == 1, "what was dropped can be proposed again"
    other = another(here)
    assert len(phases.clusters_left(here.state, other)) == 3
    assert len(here.do(phases.propose_clusters, **{**again, "decision": other}).puts) == 1
    assert here.state.all(Cluster)[0].title == "Oud"


def test_a_slip_of_the_pen_is_mended_and_what_people_answered_to_is_not() -> None:
    here, going = deciding("Een", "Twee")
    first, second = phases.proposals(here.state, going)
    here.do(closing.object_to, proposal=second.id, session=here.session, text="nee")
    assert not phases.touched(here.state, first)
    assert phases.touched(here.state, second)
    reword = {"proposal": first.id, "session": here.session}
    assert here.do(phases.reword, **reword, text="Een").puts == ()
    here.do(phases.reword, **reword, text="Eén")
    assert here.state.get(Proposal, first.id).versions == (Version(text="Eén", session=here.session),)
    other = later(here)
    here.do(phases.reword, proposal=first.id, session=other, text="Eentje")
    versions = (Version(text="Eén", session=here.session), Version(text="Eentje", session=other))
    assert here.state.get(Proposal, first.id).versions == versions, "the wording of another session stays"
    assert "why it changes" in here.refused(phases.reword, proposal=second.id, session=here.session, text="2")
    here.do(phases.reword, proposal=second.id, session=here.session, text="2", why=" korter ")
    assert here.state.get(Proposal, second.id).versions[1] == Version(text="2", session=here.session, why="korter")
    assert not phases.touched(here.state, here.state.get(Proposal, second.id)), "nobody answered to the new wording"
    assert "proposal" in here.refused(phases.reword, **reword, text="")


def test_a_point_of_the_examination_is_kept_with_its_quadrant() -> None:
    here, going = deciding("Een", "Twee")
    first, second = phases.proposals(here.state, going)
    for kind in SwotKind:
        here.do(phases.examine, proposal=first.id, session=here.session, kind=kind, text=f" {kind} ")
        point = here.last(SwotPoint)
        assert point == SwotPoint(id=point.id, proposal=first.id, kind=kind, text=str(kind), session=here.session)
    here.do(phases.examine, proposal=second.id, session=here.session, kind=SwotKind.THREAT, text="x")
    assert len(phases.points(here.state, first.id)) == 4
    point = phases.points(here.state, first.id)[0]
    here.do(phases.edit_point, point=point.id, text=" beter ")
    assert here.state.get(SwotPoint, point.id) == replace(point, text="beter")
    here.do(phases.edit_point, point=point.id, kind=SwotKind.WEAKNESS)
    assert here.state.get(SwotPoint, point.id) == replace(point, text="beter", kind=SwotKind.WEAKNESS)
    asked = {"proposal": first.id, "session": here.session, "kind": SwotKind.THREAT}
    assert "point" in here.refused(phases.examine, **asked, text="")
    assert "point" in here.refused(phases.edit_point, point=point.id, text="")


def test_an_objection_is_kept_with_the_wording_it_is_about() -> None:
    here, going = deciding("Een", "Twee")
    first, second = phases.proposals(here.state, going)
    here.do(phases.reword, proposal=first.id, session=here.session, text="Een!", why="w")
    said: dict[str, Any] = {"proposal": first.id, "session": here.session, "participant": here.who("Els")}
    here.do(closing.object_to, **said, text=" nee ")
    objection = here.only(Objection)
    assert objection == Objection(id=objection.id, decision=going, text="nee", version=1, vote="", **said)
    here.do(closing.object_to, proposal=first.id, session=here.session, text="hm", concern=True)
    concern = here.last(Objection)
    assert concern == Objection(
        id=concern.id,
        decision=going,
        proposal=first.id,
        session=here.session,
        text="hm",
        concern=True,
        fate=ObjectionFate.NOTED,
        version=1,
        vote="",
    )
    here.do(closing.object_to, proposal=second.id, session=here.session, text="ook niet")
    of_second = here.last(Objection)
    assert closing.objections(here.state, going) == [objection, concern, of_second]
    assert closing.objections(here.state, going, first.id) == [objection, concern]
    assert closing.unresolved(here.state, going) == [objection, of_second]
    assert closing.unresolved(here.state, another(here)) == []
    here.do(closing.set_speaker, objection=objection.id, participant=None)
    assert here.state.get(Objection, objection.id) == replace(objection, participant=None)
    here.do(closing.set_speaker, objection=objection.id, participant=here.who("Karel"))
    assert here.state.get(Objection, objection.id) == replace(objection, participant=here.who("Karel"))
    here.do(closing.set_fate, objection=of_second.id, fate=ObjectionFate.WITHDRAWN, resolution=" uitgelegd ")
    withdrawn = replace(of_second, fate=ObjectionFate.WITHDRAWN, resolution="uitgelegd")
    assert here.state.get(Objection, of_second.id) == withdrawn
    here.do(closing.set_fate, objection=of_second.id, fate=ObjectionFate.NOTED)
    assert here.state.get(Objection, of_second.id) == replace(withdrawn, fate=ObjectionFate.NOTED)
    assert "rewording" in here.refused(closing.set_fate, objection=of_second.id, fate=ObjectionFate.INTEGRATED)
    here.do(closing.integrate, objection=of_second.id, session=here.session, text="Twee!")
    assert here.state.get(Objection, of_second.id) == replace(withdrawn, fate=ObjectionFate.INTEGRATED, integrated=1)
    here.do(closing.set_fate, objection=of_second.id, fate=ObjectionFate.OPEN)
    assert here.state.get(Objection, of_second.id).integrated is None
    assert "reason" in here.refused(closing.object_to, proposal=first.id, session=here.session, text="")


def test_a_decision_is_taken_with_all_that_was_typed() -> None:
    here, going = deciding("Een", "Twee", people=3)
    chosen = phases.proposals(here.state, going)[1].id
    here.do(closing.object_to, proposal=phases.proposals(here.state, going)[0].id, session=here.session, text="nee")
    before = here.only(Decision)
    close = {"decision": going, "session": here.session, "outcome": " Twee ", "proposal": chosen}
    more = {"decided_by": " consent ", "dissent": " Els ", "review": "1/4"}
    here.do(closing.close_decision, **close, **more)
    taken = replace(
        before,
        phase=Phase.DECIDE,
        status=DecisionStatus.DECIDED,
        outcome="Twee",
        decided_by="consent",
        decided_in=here.session,
        decided_at=here.now.isoformat(),
        dissent="Els",
        review="2027-04-01",
        chosen=chosen,
    )
    assert here.only(Decision) == taken, (
        "three of six are half of the network, and the other objection is not in the way"
    )
    assert "nothing to confirm" in here.refused(closing.confirm, decision=going, session=later(here))


def test_a_decision_can_be_taken_with_a_statement_alone() -> None:
    here, going = deciding(people=2)
    here.do(closing.close_decision, decision=going, session=here.session, outcome="Ja")
    taken = here.only(Decision)
    assert (taken.decided_by, taken.dissent, taken.review, taken.chosen) == ("", "", "", None)
    assert taken.provisional


def test_no_decision_is_taken_or_parked_over_an_open_vote() -> None:
    here, going = deciding("Een")
    here.do(open_vote, decision=going, session=here.session, way=Way.CONSENT)
    close = {"decision": going, "session": here.session}
    assert "close it first" in here.refused(closing.close_decision, **close, outcome="Ja")
    assert "close it first" in here.refused(closing.park_decision, **close)
    here.do(cancel_vote, vote=here.only(Vote).id)
    assert here.state.all(Vote) == []
    other = another(here, "Een")
    here.do(open_vote, decision=other, session=here.session, way=Way.CONSENT)
    here.do(closing.close_decision, **close, outcome="Ja")


def test_what_is_opened_again_takes_everything_along_but_what_was_dropped() -> None:
    here, going = deciding("Een", "Twee", "Drie")
    first, second, third = phases.proposals(here.state, going)
    here.do(phases.explore, decision=going, origin="de kring", importance="veel")
    here.do(phases.set_source, proposal=third.id, participant=here.who("Els"))
    here.do(phases.reword, proposal=third.id, session=here.session, text="Drie!", why="w")
    here.do(phases.drop, proposal=second.id)
    here.do(programme.add_activity, session=here.session, kind=ActivityKind.BRAINSTORM)
    here.do(board.new_cluster, activity=here.last(Activity).id, title="Vier")
    cluster = here.only(Cluster).id
    here.do(phases.propose_clusters, decision=going, session=here.session, clusters=[cluster])
    assert "not decided yet" in here.refused(closing.reopen, decision=going, session=here.session)
    here.do(closing.close_decision, decision=going, session=here.session, outcome="Ja")
    session, before = later(here), here.state.all(Activity)
    here.do(closing.reopen, decision=going, session=session)
    again = here.last(Decision)
    assert again == Decision(
        id=again.id, session=session, question="Waarover?", origin="de kring", importance="veel", supersedes=going
    )
    new = phases.proposals(here.state, again.id)
    assert new == [
        Proposal(id=new[0].id, decision=again.id, versions=(Version(text="Een", session=session),), position=1),
        Proposal(
            id=new[1].id,
            decision=again.id,
            versions=(Version(text="Drie!", session=session),),
            position=2,
            participant=here.who("Els"),
        ),
        Proposal(
            id=new[2].id,
            decision=again.id,
            versions=(Version(text="Vier", session=session),),
            position=3,
            cluster=cluster,
        ),
    ]
    assert here.state.all(Activity) == before
    assert phases.superseded_by(here.state, going) == again
    assert phases.superseded_by(here.state, again.id) is None
    assert here.state.get(Proposal, first.id) == first
