"""A vote keeps its rules, its people and its answers field by field, and a few secret ballots not at all."""

import uuid

import pytest
from msgspec.structs import replace

from data.methods.votes import lots
from data.methods.votes.codes import NextStep
from data.model import (
    Decision,
    Entry,
    Option,
    Proposal,
    Vote,
    Way,
)
from data.verbs import check_in, network
from data.verbs.decision import phases, tally
from data.verbs.decision.vote import (
    answer,
    break_tie,
    cancel_vote,
    close_secret,
    close_vote,
    consent_rounds,
    count_hands,
    last_vote,
    missing,
    open_vote,
    open_vote_of,
    roster,
    votes,
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


def test_a_vote_is_opened_with_its_rules_and_people() -> None:
    here, going = deciding("Een", "Twee", "Drie", people=5)
    ids = [proposal.id for proposal in phases.proposals(here.state, going)]
    here.do(phases.reword, proposal=ids[2], session=here.session, text="Drie!", why="w")
    asked = {"decision": going, "session": here.session}
    here.do(open_vote, **asked, way=Way.FINGERS, entry=Entry.PERSON, proposals=[ids[2], ids[0]])
    vote = here.only(Vote)
    assert vote == Vote(
        id=vote.id,
        decision=going,
        session=here.session,
        way=Way.FINGERS,
        entry=Entry.PERSON,
        options=(Option(proposal=ids[0], version=0), Option(proposal=ids[2], version=1)),
        base=tuple(who.id for who in check_in.voters(here.state, here.session)),
        roster=6,
        settings=vote.settings,
        opened=here.now.isoformat(),
    )
    assert missing(vote) == list(vote.base)
    assert (open_vote_of(here.state, going), last_vote(here.state, going)) == (vote, None)
    here.do(network.set_role, participant=vote.base[0], votes=False)
    assert roster(here.state) == 5
    here.do(cancel_vote, vote=vote.id)
    here.do(open_vote, **asked, way=Way.FINGERS)
    assert vote.base[0] not in here.only(Vote).base
    assert (here.only(Vote).entry, len(here.only(Vote).options)) == (Entry.HANDS, 3)
    here.do(cancel_vote, vote=here.only(Vote).id)
    assert "about one proposal" in here.refused(open_vote, **asked, way=Way.CONSENT)
    assert "no proposal" in here.refused(open_vote, **asked, way=Way.FINGERS, proposals=["weg"])
    assert "per person" in here.refused(open_vote, **asked, way=Way.RANKING)


def test_nobody_votes_where_nobody_is() -> None:
    here, going = deciding("Een", people=0)
    assert "note who is here" in here.refused(open_vote, decision=going, session=here.session, way=Way.CONSENT)


def test_votes_are_those_of_one_decision_and_the_last_is_the_one_closed_last() -> None:
    here, going = deciding("Een")
    proposal = here.only(Proposal).id
    for outcome in ("objection", "objection", "objection"):
        here.do(open_vote, decision=going, session=here.session, way=Way.CONSENT)
        here.do(count_hands, vote=here.last(Vote).id, proposal=proposal, answer="objection", hands=1)
        here.do(close_vote, vote=here.last(Vote).id)
        assert here.last(Vote).outcome == outcome
    assert last_vote(here.state, going) == here.state.all(Vote)[2]
    assert open_vote_of(here.state, going) is None
    other = another(here, "Iets")
    here.do(open_vote, decision=other, session=here.session, way=Way.CONSENT)
    assert len(votes(here.state, going)) == 3
    assert open_vote_of(here.state, going) is None
    assert open_vote_of(here.state, other) == here.last(Vote)
    assert consent_rounds(here.state, proposal) == 3
    assert consent_rounds(here.state, here.last(Proposal).id) == 0, "one that is still open does not count"


def test_hands_are_counted_taken_back_and_never_more_than_there_are() -> None:
    here, going = deciding("Een", "Twee", people=4)
    ids = [proposal.id for proposal in phases.proposals(here.state, going)]
    here.do(open_vote, decision=going, session=here.session, way=Way.ALL_OF_US)
    vote = here.only(Vote)
    asked = {"vote": vote.id, "proposal": ids[0], "answer": "agree"}
    for hands in (0, 4):
        here.do(count_hands, **asked, hands=hands)
        assert here.only(Vote) == replace(vote, counts={ids[0]: {"agree": hands}})
    for hands in (-1, 5):
        assert "more than" in here.refused(count_hands, **asked, hands=hands)
        assert "more than" in here.refused(count_hands, vote=vote.id, answer="answered", hands=hands)
    here.do(count_hands, **asked, hands=None)
    assert here.only(Vote) == replace(vote, counts={ids[0]: {}})
    here.do(count_hands, vote=vote.id, answer="answered", hands=4)
    here.do(count_hands, vote=vote.id, answer="abstained", hands=1)
    assert here.only(Vote) == replace(vote, counts={ids[0]: {}}, answered=4, abstained=1)
    here.do(count_hands, vote=vote.id, answer="abstained", hands=None)
    here.do(count_hands, vote=vote.id, answer="answered", hands=None)
    assert here.only(Vote) == replace(vote, counts={ids[0]: {}}), "nothing counted is no zero"
    assert tally.counted(here.only(Vote)) == {ids[0]: {}, ids[1]: {}}


def test_stacked_dots_can_be_more_than_there_are_people() -> None:
    here, going = deciding("Een", "Twee", "Drie", "Vier", "Vijf", "Zes", people=2)
    here.do(open_vote, decision=going, session=here.session, way=Way.DOTS, rule="stack")
    vote = here.only(Vote)
    option = vote.options[0].proposal
    here.do(count_hands, vote=vote.id, proposal=option, answer="dots", hands=4)
    assert here.only(Vote).counts == {option: {"dots": 4}}
    assert "more than" in here.refused(count_hands, vote=vote.id, proposal=option, answer="dots", hands=5)
    assert "more than" in here.refused(count_hands, vote=vote.id, answer="answered", hands=3)


def test_an_answer_of_a_person_is_kept_changed_and_taken_away() -> None:
    here, going = deciding("Een", people=3)
    option = here.only(Proposal).id
    here.do(open_vote, decision=going, session=here.session, way=Way.CONSENT, entry=Entry.PERSON)
    vote = here.only(Vote)
    first, second, third = vote.base
    for who, ballot in ((first, 1), (second, 2), (first, 3)):
        here.do(answer, vote=vote.id, participant=who, ballot={option: ballot})
    assert here.only(Vote) == replace(vote, voters=(second, first), ballots=({option: 2}, {option: 3}))
    assert missing(here.only(Vote)) == [third]
    here.do(answer, vote=vote.id, participant=second, ballot=None)
    assert here.only(Vote) == replace(vote, voters=(first,), ballots=({option: 3},))
    assert "not secret" in here.refused(close_secret, vote=vote.id, ballots=[])


@pytest.mark.parametrize(("people", "kept"), [(4, 0), (5, 5), (6, 6)])
def test_secret_ballots_are_kept_from_five_on(people: int, kept: int) -> None:
    """Four ballots tell who gave which; five are the first that do not."""
    here, going = deciding("Een", people=people)
    option = here.only(Proposal).id
    here.do(open_vote, decision=going, session=here.session, way=Way.CONSENT, entry=Entry.SECRET)
    vote = here.only(Vote)
    assert "with its ballots" in here.refused(close_vote, vote=vote.id)
    here.do(close_secret, vote=vote.id, ballots=[{option: 1}] * people)
    closed = here.only(Vote)
    assert (len(closed.ballots), closed.answered, closed.voters) == (kept, people, ())
    assert (closed.closed, closed.outcome) == (here.now.isoformat(), "decided")
    assert tally.told_apart(closed) is (kept > 0)
    assert tally.counted(closed) == ({option: {"agree": people}} if kept else {})


def test_a_tie_is_settled_once_with_its_reason() -> None:
    here, going = deciding("Een", "Twee", "Drie", people=4)
    ids = [proposal.id for proposal in phases.proposals(here.state, going)]
    here.do(open_vote, decision=going, session=here.session, way=Way.DOTS)
    vote = here.only(Vote)
    settle = {"vote": vote.id, "how": NextStep.DISCUSS, "reason": " eerst praten "}
    assert "settled already" in here.refused(break_tie, **settle), "one that is open has no tie yet"
    for option in ids[:2]:
        here.do(count_hands, vote=vote.id, proposal=option, answer="dots", hands=2)
    here.do(count_hands, vote=vote.id, proposal=ids[2], answer="dots", hands=0)
    here.do(close_vote, vote=vote.id)
    closed = here.only(Vote)
    assert "reason is recorded" in here.refused(break_tie, **{**settle, "reason": ""})
    here.do(break_tie, **settle)
    settled = replace(closed, tie_way=NextStep.DISCUSS.value, tie_break="eerst praten", among=(ids[0], ids[1]))
    assert here.only(Vote) == settled
    assert "settled already" in here.refused(break_tie, **settle)


def test_lots_are_drawn_from_the_seed_of_the_change_and_logged() -> None:
    here, going = deciding("Een", "Twee", people=4)
    here.do(open_vote, decision=going, session=here.session, way=Way.FINGERS, entry=Entry.PERSON)
    vote = here.only(Vote)
    ids = [option.proposal for option in vote.options]
    for who in vote.base:
        here.do(answer, vote=vote.id, participant=who, ballot=dict.fromkeys(ids, 4))
    here.do(close_vote, vote=vote.id)
    here.do(break_tie, vote=vote.id, how=NextStep.DRAW, reason="gelijk")
    settled = here.only(Vote)
    assert settled.seed == uuid.uuid5(uuid.NAMESPACE_OID, str(here.changes)).int % 2**32
    assert (settled.drawn in ids, settled.tie_way) == (True, NextStep.DRAW.value)
    assert lots.draw(settled.among, settled.seed).drawn == settled.drawn


def test_where_nothing_is_tied_there_is_nothing_to_draw() -> None:
    here, going = deciding("Een", "Twee", "Drie", people=4)
    here.do(open_vote, decision=going, session=here.session, way=Way.DOTS)
    vote = here.only(Vote)
    for option, hands in zip(vote.options, (3, 1, 0), strict=True):
        here.do(count_hands, vote=vote.id, proposal=option.proposal, answer="dots", hands=hands)
    here.do(close_vote, vote=vote.id)
    assert "nothing to draw" in here.refused(break_tie, vote=vote.id, how=NextStep.DRAW, reason="gelijk")


def test_a_vote_of_less_than_half_of_the_network_is_provisional() -> None:
    for people, provisional in ((2, True), (3, False)):
        here, going = deciding("Een", people=people)
        here.do(open_vote, decision=going, session=here.session, way=Way.FOR_AGAINST)
        option = here.only(Proposal).id
        for stance, hands in (("for", people), ("against", 0)):
            here.do(count_hands, vote=here.only(Vote).id, proposal=option, answer=stance, hands=hands)
        assert tally.tallied(here.only(Vote)).turnout.provisional is provisional
