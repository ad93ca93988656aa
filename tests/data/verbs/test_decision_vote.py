"""Rounds of voting: frozen rules and people, every way and entry, ties, and the secret ballot."""

import itertools
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from data.methods.votes import lots
from data.methods.votes.codes import NextStep
from data.methods.votes.way import Asked
from data.methods.votes.ways import WAYS
from data.model import Entry, Keep, Proposal, Refused, Vote, Way
from data.verbs import check_in, network
from data.verbs.decision import closing, phases
from data.verbs.decision.ballot import canonical, read_ballot
from data.verbs.decision.tally import counted, told_apart
from data.verbs.decision.vote import (
    answer,
    break_tie,
    cancel_vote,
    close_secret,
    close_vote,
    count_hands,
    missing,
    open_vote,
    reckoned,
)
from tests.data.verbs.room import Room
from tests.data.verbs.test_decision import deciding

LETTERS = ("A", "B", "C", "D")


def voting(
    way: Way, entry: Entry = Entry.HANDS, texts: tuple[str, ...] = ("Een",), **asked: object
) -> tuple[Room, Vote]:
    here, going = deciding(*texts)
    here.do(open_vote, decision=going, session=here.session, way=way, entry=entry, **asked)
    return here, here.only(Vote)


def test_all_of_us_by_hands_keeps_its_base() -> None:
    here, vote = voting(Way.ALL_OF_US, texts=("Een", "Twee"))
    ids = [option.proposal for option in vote.options]
    here.do(check_in.leave, session=here.session, participant=vote.base[0])
    here.do(count_hands, vote=vote.id, proposal=ids[0], answer="agree", hands=6)
    here.do(count_hands, vote=vote.id, proposal=ids[1], answer="agree", hands=4)
    assert "more than" in here.refused(count_hands, vote=vote.id, proposal=ids[1], answer="agree", hands=7)
    assert "Count first" in here.refused(close_vote, vote=vote.id), "silence is never consent"
    here.do(count_hands, vote=vote.id, answer="answered", hands=6)
    here.do(close_vote, vote=vote.id)
    closed = here.only(Vote)
    assert (len(closed.base), closed.answered, closed.outcome, closed.results) == (
        6,
        6,
        "unanimous",
        {ids[0]: "unanimous"},
    )
    assert counted(closed) == {ids[0]: {"agree": 6}, ids[1]: {"agree": 4}}
    for verb, asked in ((count_hands, {"answer": "answered", "hands": 1}), (close_vote, {}), (cancel_vote, {})):
        assert "stays as it is" in here.refused(verb, vote=vote.id, **asked)


def test_the_rest_is_what_is_left_of_the_base() -> None:
    _here, vote = voting(Way.FOR_AGAINST)
    option = vote.options[0].proposal
    for counts, left in (({"against": 1, "abstain": 1}, 4), ({"for": 3, "against": 1}, 5), ({"against": 7}, 0)):
        asked = replace(vote, counts={option: counts})
        assert WAYS[vote.way].hands_left(asked, (option, "for"), 0) == left


def test_more_answers_than_people_are_refused_and_kept() -> None:
    here, vote = voting(Way.FOR_AGAINST, rule="two_thirds")
    option = vote.options[0].proposal
    for stance, hands in (("for", 4), ("against", 3)):
        here.do(count_hands, vote=vote.id, proposal=option, answer=stance, hands=hands)
    assert "count again" in here.refused(close_vote, vote=vote.id)
    assert here.only(Vote).counts == {option: {"for": 4, "against": 3}}
    here.do(count_hands, vote=vote.id, proposal=option, answer="against", hands=2)
    here.do(close_vote, vote=vote.id)
    assert here.only(Vote).outcome == "adopted"


def test_per_person_who_comes_later_joins_the_next_vote() -> None:
    here, going = deciding("Een", people=5)
    late = network.people(here.state)[5].id
    here.do(open_vote, decision=going, session=here.session, way=Way.CONSENT, entry=Entry.PERSON)
    vote = here.only(Vote)
    here.do(check_in.arrive, session=here.session, participant=late)
    option = vote.options[0].proposal
    assert "joins the next" in here.refused(answer, vote=vote.id, participant=late, ballot={option: 1})
    for who in vote.base:
        here.do(answer, vote=vote.id, participant=who, ballot={option: 1})
    here.do(answer, vote=vote.id, participant=vote.base[0], ballot={option: 2})
    assert missing(here.only(Vote)) == []
    here.do(close_vote, vote=vote.id)
    assert here.only(Vote).outcome == "decided_with_concerns"
    assert counted(here.only(Vote)) == {option: {"agree": 4, "concern": 1}}
    here.do(open_vote, decision=going, session=here.session, way=Way.CONSENT)
    assert late in here.last(Vote).base
    assert here.last(Vote).settings["round"] == 2


def test_after_three_rounds_of_consent_there_is_another_road() -> None:
    here, going = deciding("Een")
    option = here.only(Proposal).id
    for _round in range(3):
        here.do(open_vote, decision=going, session=here.session, way=Way.CONSENT)
        assert "A vote is open" in here.refused(open_vote, decision=going, session=here.session, way=Way.FINGERS)
        vote = here.last(Vote)
        here.do(count_hands, vote=vote.id, proposal=option, answer="objection", hands=1)
        here.do(close_vote, vote=vote.id)
        assert here.last(Vote).outcome == "objection"
    assert "3 times" not in here.refused(open_vote, decision=going, session=here.session, way=Way.CONSENT)
    here.do(open_vote, decision=going, session=here.session, way=Way.FOR_AGAINST)
    assert here.last(Vote).settings["agreed_to"] is True


@pytest.mark.parametrize(
    ("way", "typed", "ballot"),
    [
        (Way.FINGERS, "54-0", {"A": 5, "B": 4, "C": -1, "D": 0}),
        (Way.FINGERS, "3", {"A": 3}),
        (Way.ALL_OF_US, "ca", {"A": 1, "C": 1}),
        (Way.ALL_OF_US, "0", {}),
        (Way.ALL_OF_US, "-", {"abstain": 1}),
        (Way.DOTS, "b", {"B": 1}),
        (Way.RANKING, "C A", {"C": 1, "A": 2}),
        (Way.CONSENT, "2", {"A": 2}),
        (Way.FOR_AGAINST, "-", {"A": 3}),
    ],
)
def test_a_few_keys_are_a_ballot(way: Way, typed: str, ballot: dict[str, int]) -> None:
    texts = ("Een",) if way in {Way.CONSENT, Way.FOR_AGAINST} else ("Een", "Twee", "Drie", "Vier")
    _here, vote = voting(way, Entry.PERSON, texts)
    names = dict(zip((o.proposal for o in vote.options), LETTERS, strict=False))
    read = {names.get(key, key): mark for key, mark in read_ballot(vote, LETTERS, typed).items()}
    assert read == ballot


@pytest.mark.parametrize(
    ("way", "typed"),
    [
        (Way.FINGERS, "6"),
        (Way.FINGERS, "00000"),
        (Way.ALL_OF_US, "Z"),
        (Way.DOTS, "AB"),
        (Way.DOTS, "AA"),
        (Way.RANKING, "AA"),
        (Way.CONSENT, "5"),
        (Way.CONSENT, "-"),
        (Way.CONSENT, ""),
        (Way.FOR_AGAINST, "²"),
    ],
)
def test_what_is_no_ballot_is_refused(way: Way, typed: str) -> None:
    texts = ("Een",) if way in {Way.CONSENT, Way.FOR_AGAINST} else ("Een", "Twee", "Drie", "Vier")
    _here, vote = voting(way, Entry.PERSON, texts)
    with pytest.raises(Refused):
        read_ballot(vote, LETTERS, typed)


def test_a_ranking_asks_five_people_and_no_hands() -> None:
    here, going = deciding("Een", "Twee", people=4)
    ask = {"decision": going, "session": here.session, "way": Way.RANKING}
    assert "per person or in secret" in here.refused(open_vote, **ask)
    assert "at least" in here.refused(open_vote, **ask, entry=Entry.PERSON)
    assert "one proposal" in here.refused(open_vote, decision=going, session=here.session, way=Way.CONSENT)


def test_a_tie_is_settled_aloud_and_a_draw_can_be_done_over() -> None:
    here, vote = voting(Way.ALL_OF_US, Entry.PERSON, ("Een", "Twee", "Drie"))
    first, second, _third = (option.proposal for option in vote.options)
    for who in vote.base:
        here.do(answer, vote=vote.id, participant=who, ballot={first: 1, second: 1})
    here.do(close_vote, vote=vote.id)
    assert WAYS[Way.ALL_OF_US].tied(reckoned(here.only(Vote))) == (first, second)
    assert "why" in here.refused(break_tie, vote=vote.id, how=NextStep.DRAW, reason="")
    here.do(break_tie, vote=vote.id, how=NextStep.DRAW, reason="we vinden beide goed")
    drawn = here.only(Vote)
    assert drawn.seed is not None
    assert lots.draw(drawn.among, drawn.seed).drawn == drawn.drawn
    assert drawn.tie_break == "we vinden beide goed"
    assert "already" in here.refused(break_tie, vote=vote.id, how=NextStep.DISCUSS, reason="toch niet")


def secret(ballots: list[str]) -> tuple[Room, str]:
    here, vote = voting(Way.FINGERS, Entry.SECRET, ("Een", "Twee"))
    read = [read_ballot(vote, LETTERS, typed) for typed in ballots]
    change = here.do(close_secret, vote=vote.id, ballots=read)
    assert change.keep is Keep.NEVER
    return here, vote.id


def test_a_secret_ballot_is_kept_without_person_or_order() -> None:
    texts = ["54", "33", "5-", "45", "33", "34"]
    kept = set()
    for turn in range(12):
        random.Random(turn).shuffle(texts)
        here, _vote = secret(texts)
        closed = here.only(Vote)
        assert closed.voters == ()
        kept.add(repr(closed.ballots))
        assert (closed.answered, len(closed.ballots), closed.outcome) == (6, 6, "supported")
    assert len(kept) == 1, "whoever came first, the file is the same"
    assert "closed with its ballots" in voting_refusal()


def voting_refusal() -> str:
    here, vote = voting(Way.FINGERS, Entry.SECRET)
    return here.refused(close_vote, vote=vote.id)


@given(st.permutations(["CA", "0", "B", "-", "ABC"]))
def test_the_order_of_ballots_and_of_keys_leaves_no_trace(order: list[str]) -> None:
    _here, vote = ROOM
    read = canonical(vote, [read_ballot(vote, LETTERS, "".join(reversed(typed))) for typed in order])
    first = canonical(vote, [read_ballot(vote, LETTERS, typed) for typed in ("CA", "0", "B", "-", "ABC")])
    assert [list(ballot.items()) for ballot in read] == [list(ballot.items()) for ballot in first]


ROOM = voting(Way.ALL_OF_US, Entry.SECRET, ("Een", "Twee", "Drie"))


def test_fewer_than_five_secret_ballots_leave_only_what_they_come_to() -> None:
    here, _vote = secret(["54", "33", "35", "43"])
    closed = here.only(Vote)
    assert (closed.ballots, closed.counts, closed.abstained) == ((), {}, 0)
    assert (closed.answered, closed.outcome, set(closed.results.values())) == (4, "supported", {"supported"})
    assert counted(closed) == {}


@pytest.mark.parametrize(("texts", "kept"), [(["54", "33", "-", "35"], 0), (["54", "33", "-", "35", "43"], 5)])
def test_from_five_secret_ballots_on_they_are_kept_and_told(texts: list[str], kept: int) -> None:
    here, _vote = secret(texts)
    closed = here.only(Vote)
    assert len(closed.ballots) == kept
    assert closed.answered == len(texts)
    assert told_apart(closed) == bool(kept)
    assert bool(counted(closed)) == bool(kept)
    assert closed.abstained == (1 if kept else 0), "of fewer nothing tells that somebody abstained"


def test_two_proposals_can_be_ranked_though_nobody_would_begin_so() -> None:
    spec = WAYS[Way.RANKING]
    for proposals, unlikely, unfit in ((2, True, False), (3, False, False), (8, False, False), (9, True, True)):
        asked = Asked(proposals, 5, 0)
        assert (bool(spec.unlikely(asked)), bool(spec.unfit(asked))) == (unlikely, unfit)
    assert spec.unfit(Asked(3, 4, 0))


def test_every_way_by_hands_gives_what_the_same_ballots_give() -> None:
    texts = ("Een", "Twee")
    here, hands = voting(Way.FINGERS, texts=texts)
    one, two = (option.proposal for option in hands.options)
    for option, grade in itertools.product((one, two), "35"):
        here.do(count_hands, vote=hands.id, proposal=option, answer=grade, hands=3)
    here.do(close_vote, vote=hands.id)
    here_too, person = voting(Way.FINGERS, Entry.PERSON, texts)
    for who, typed in zip(person.base, ["33", "33", "33", "55", "55", "55"], strict=True):
        here_too.do(answer, vote=person.id, participant=who, ballot=read_ballot(person, LETTERS, typed))
    here_too.do(close_vote, vote=person.id)
    by_hands, by_person = here.only(Vote), here_too.only(Vote)
    assert list(by_hands.results.values()) == list(by_person.results.values())
    assert by_hands.outcome == by_person.outcome == "supported"


def test_a_vote_that_is_called_off_is_as_if_it_never_was() -> None:
    here, vote = voting(Way.DOTS, texts=("Een", "Twee", "Drie"), rule="stack")
    assert vote.settings == {"budget": 1, "cap": 1, "places": 1}
    assert "A vote is open" in here.refused(
        closing.close_decision, decision=vote.decision, session=here.session, outcome="x"
    )
    here.do(cancel_vote, vote=vote.id)
    assert here.state.all(Vote) == []
    assert len(phases.proposals(here.state, vote.decision)) == 3
