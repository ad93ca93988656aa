"""A worked example of fingers and of a ranking: what they come to, what is drawn and said, how they are read."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from data.methods.votes.codes import NextStep, Outcome
from data.methods.votes.picture import Row, Tone
from data.methods.votes.room import TIE_STEPS
from data.methods.votes.way import ABSTAIN, Asked, named
from data.methods.votes.ways import WAYS
from data.methods.votes.words import OUTCOMES
from data.model import Entry, Refused, Way
from tests.data.methods.votes.examples import (
    A,
    B,
    C,
    bar,
    come_to,
    letter,
    person,
    picture,
    results,
    steps,
    tied,
    told,
)
from tests.data.methods.votes.test_every_way import LETTERS, a_vote

# -- fingers


def test_fingers_come_to_an_outcome_for_each_proposal() -> None:
    vote = person(Way.FINGERS, "540", "533", "435", "52-", "535", "534")
    result = come_to(vote)
    outcomes = {id_: one.outcome for id_, one in result.proposals.items()}
    assert outcomes == {A: Outcome.SUPPORTED, B: Outcome.TALK_FIRST, C: Outcome.OBJECTION}
    assert results(vote) == {id_: outcome.value for id_, outcome in outcomes.items()}
    assert {id_: one.next for id_, one in result.proposals.items()} == {
        A: (NextStep.RECORD,),
        B: (NextStep.HEAR_LOW_FINGERS,),
        C: (NextStep.HEAR_OBJECTIONS,),
    }
    words = {id_: OUTCOMES[outcome] for id_, outcome in outcomes.items()}
    rows = {row.proposal: row for row in picture(vote).rows}
    assert rows == {
        A: Row(A, columns=(0, 0, 0, 0, 1, 5), tone=words[A].tone, notes=("–", "5", words[A].short)),
        B: Row(B, columns=(0, 0, 1, 4, 1, 0), tone=words[B].tone, notes=("1", "3", words[B].short)),
        C: Row(C, columns=(1, 0, 0, 1, 1, 2), tone=words[C].tone, notes=("1", "4", words[C].short)),
    }
    assert [head.message for head in picture(vote).heads] == ["to be heard", "median", "outcome"]
    assert told(vote) == [
        ("Carried, with nobody below 3: {letters}.", {"letters": "A"}),
        ("To be heard: {people}.", {"people": "1 (C), 1 (B)"}),
    ]


def test_fingers_are_a_first_feel() -> None:
    alike = person(Way.FINGERS, *["555"] * 6)
    assert steps(alike) == (NextStep.CONSENT_ROUND, NextStep.RECORD)
    assert tied(alike) == (A, B, C)
    assert tied(person(Way.FINGERS, *["553"] * 6)) == (A, B)
    low = person(Way.FINGERS, *["311"] * 6)
    assert (tied(low), steps(low)[0]) == ((), NextStep.CONSENT_ROUND)
    heard = person(Way.FINGERS, *["111"] * 6)
    assert steps(heard) == (NextStep.HEAR_LOW_FINGERS,)
    nobody = person(Way.FINGERS, *["-"] * 6)
    assert (tied(nobody), steps(nobody)) == ((), (NextStep.DISCUSS,))
    assert told(nobody) == [("Nothing is carried yet.", {})]
    assert {row.notes[1] for row in picture(nobody).rows} == {"–"}


def test_fingers_are_typed_in_turn() -> None:
    spec, vote = WAYS[Way.FINGERS], a_vote(Way.FINGERS)
    assert spec.read(vote, {}, "5-0") == {A: 5, B: -1, C: 0}
    assert spec.read(vote, {}, "012345"[:3]) == {A: 0, B: 1, C: 2}
    wide = replace(vote, options=vote.options * 3)
    assert spec.read(wide, {}, "012345-") is not None
    for keys, why in (("6", "Fingers are 0 to 5"), ("A", "Fingers are 0 to 5"), ("5555", "answers to")):
        with pytest.raises(Refused, match=why):
            spec.read(vote, {}, keys)
    assert (spec.mark(-1), spec.mark(3), spec.code(-1), spec.code(3)) == ("–", "3", ABSTAIN, "3")
    assert spec.given({A: 5, B: -1}, letter) == "A 5  B –"
    assert spec.typed("5", "0") == "50"
    assert spec.cells(vote)[:8] == [(A, key) for key in ("0", "1", "2", "3", "4", "5", ABSTAIN)] + [(B, "0")]


def test_one_hand_is_no_answer_of_the_room_and_comes_behind_what_it_answered() -> None:
    vote = replace(a_vote(Way.FINGERS), entry=Entry.HANDS, counts={A: {"3": 5}, B: {"5": 1}, C: {"4": 6}})
    assert list(WAYS[Way.FINGERS].order(vote, come_to(vote))) == [(C,), (A,), (B,)]
    assert (come_to(vote).outcome, come_to(vote).turnout.answered) == (Outcome.SUPPORTED, 6)
    assert [row.proposal for row in picture(vote).rows] == [C, A, B]
    assert told(vote)[-1] == ("Half or fewer answered about {letters}.", {"letters": "B"})


# -- ranking


def test_a_ranking_is_drawn_as_duels() -> None:
    vote = person(Way.RANKING, "ABC", "ABC", "ACB", "BAC", "CBA", "-")
    assert (come_to(vote).winner, tied(vote), steps(vote)) == (A, (), (NextStep.RECORD,))
    assert results(vote) == {A: Outcome.WINNER.value}
    assert come_to(vote).tie_at_top is False
    assert told(vote) == [("{letters} beats every other.", {"letters": "A"})]
    first, second, third = picture(vote).rows
    assert (first.proposal, first.count, first.of, first.tone) == (A, 2, 2, Tone.GOOD)
    assert (second.proposal, second.count, second.tone) == (B, 1, Tone.PLAIN)
    assert (third.proposal, third.count, third.below) == (C, 0, ())
    assert [(said.message, dict(said.fills)) for said in first.below] == [
        ("beats {letter} {mine}–{theirs}", {"letter": "B", "mine": 3, "theirs": 2}),
        ("beats {letter} {mine}–{theirs}", {"letter": "C", "mine": 4, "theirs": 1}),
    ]
    assert bar(picture(vote)) == ("how many of the {n} others it beats", {"n": 2}, False)


def test_a_level_duel_stands_under_the_first_of_the_two() -> None:
    vote = person(Way.RANKING, "ABC", "ABC", "ABC", "BAC", "BAC", "BAC")
    assert (tied(vote), results(vote), steps(vote)) == ((A, B), {}, TIE_STEPS)
    assert told(vote)[0][1] == {"letters": "A, B"}
    rows = {row.proposal: row for row in picture(vote).rows}
    assert [said.message.split()[0] for said in rows[A].below] == ["level", "beats"]
    assert [said.message.split()[0] for said in rows[B].below] == ["beats"]
    assert (rows[A].tone, rows[B].tone, rows[C].tone) == (Tone.GOOD, Tone.GOOD, Tone.PLAIN)
    assert rows[A].count == 1


def test_a_ranking_wants_enough_people_and_a_few_proposals() -> None:
    spec = WAYS[Way.RANKING]
    unfit = {asked: spec.unfit(Asked(*asked, 0)) is not None for asked in [(3, 4), (3, 5), (8, 5), (9, 5), (2, 5)]}
    assert unfit == {(3, 4): True, (3, 5): False, (8, 5): False, (9, 5): True, (2, 5): False}
    unlikely = {
        asked: spec.unlikely(Asked(*asked, 0)) is not None for asked in [(2, 5), (3, 5), (8, 5), (9, 5), (3, 4)]
    }
    assert unlikely == {(2, 5): True, (3, 5): False, (8, 5): False, (9, 5): True, (3, 4): True}
    assert WAYS[Way.CONSENT].unlikely(Asked(1, 6, 3)) is not None, "what is unfit is unlikely too"
    vote, known = a_vote(Way.RANKING), dict(zip(LETTERS, (A, B, C), strict=True))
    assert spec.read(vote, known, "CA") == {A: 2, C: 1}
    assert list(spec.read(vote, known, "CA")) == [A, C]
    assert spec.given({A: 2, C: 1}, letter) == "C A"
    with pytest.raises(Refused, match="once"):
        spec.read(vote, known, "AA")
    place = spec.answer_word("2")
    assert place is not None and dict(place.fills) == {"n": "2"}
    assert spec.answer_word("weg") is None


def test_longer_letters_are_read_before_shorter_ones() -> None:
    known = {"A": A, "A2": B, "B": C}
    assert named(known, "A2BA") == [B, C, A]
    with pytest.raises(Refused) as refused:
        named(known, "AX2")
    assert refused.value.said.fills == {"key": "X"}
