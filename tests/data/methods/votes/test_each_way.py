"""A worked example of each way: what it comes to, what is drawn and said of it, and how answers are read."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from data.methods.votes import dots, for_against
from data.methods.votes.codes import ConsentAnswer, NextStep, Outcome, Stance, Threshold
from data.methods.votes.picture import Row, Tone
from data.methods.votes.room import TIE_STEPS, Room
from data.methods.votes.way import Asked
from data.methods.votes.ways import WAYS
from data.methods.votes.words import ANSWERS, OUTCOMES
from data.model import Refused, Vote, Way, say
from tests.data.methods.votes.examples import (
    UNCOUNTED,
    A,
    B,
    C,
    bar,
    come_to,
    hands,
    letter,
    person,
    picture,
    results,
    steps,
    tied,
    told,
)
from tests.data.methods.votes.test_every_way import LETTERS, a_vote, closed

# -- dots


def test_dots_make_a_short_list() -> None:
    vote = person(Way.DOTS, "A", "A", "B", "A", "A", "-")
    result = come_to(vote)
    assert (result.dots, result.shortlist, result.cut_tie) == ({A: 4, B: 1, C: 0}, (A,), False)
    assert (result.budget, result.cap, result.places) == (1, 1, 1)
    assert (result.outcome, steps(vote), tied(vote)) == (Outcome.SHORTLIST, (NextStep.CHOOSE_AMONG,), ())
    assert results(vote) == {A: Outcome.SHORTLIST.value}
    assert told(vote) == [("The short list: {letters}.", {"letters": "A"})]
    short = OUTCOMES[Outcome.SHORTLIST].short
    assert picture(vote).rows == (
        Row(A, count=4, of=5, tone=Tone.GOOD, notes=(short,)),
        Row(B, count=1, of=5),
        Row(C, count=0, of=5),
    )
    assert bar(picture(vote))[1:] == ({"n": 5}, True)
    assert bar(picture(person(Way.DOTS, "A")))[0] == "dots; a full bar is the one who took part · │ half"


def test_a_tie_at_the_cut_stays_on_the_list_and_can_be_broken() -> None:
    vote = person(Way.DOTS, "A", "A", "B", "B", "C", "-")
    assert (tied(vote), steps(vote)) == ((A, B), (NextStep.CHOOSE_AMONG, *TIE_STEPS))
    assert told(vote)[1] == ("Shared at the cut: {letters}.", {"letters": "A, B"})
    notes = [[note.message for note in row.notes if not isinstance(note, str)] for row in picture(vote).rows]
    assert notes == [[OUTCOMES[Outcome.SHORTLIST].short.message, "shared", "close"]] * 2 + [["close"]]
    assert {row.of for row in picture(vote).rows} == {5}, "who abstains is not counted"


def test_the_cut_is_shared_by_the_last_on_the_list_alone() -> None:
    wall = dots.DotCount({A: 3, B: 2, C: 2}, cast=5, abstain=0)
    result = dots.tally(Room(5), wall, dots.DotRules(budget=2, cap=1, places=2))
    assert (result.shortlist, result.cut_tie) == ((A, B, C), True)
    assert WAYS[Way.DOTS].tied(result) == (B, C)


def test_without_a_dot_there_is_no_list() -> None:
    assert dots.short_list({A: 3}, 0) == ((), False)
    nothing = hands(Way.DOTS, {})
    assert come_to(nothing).outcome is Outcome.NO_SHORTLIST
    assert (results(nothing), steps(nothing)) == ({}, (NextStep.DISCUSS,))
    assert told(nothing) == [("No proposal got a dot.", {})]
    few = person(Way.DOTS, "A", "A")
    assert (come_to(few).outcome, results(few), steps(few)) == (Outcome.TOO_FEW_ANSWERS, {}, (NextStep.ASK_AGAIN,))


def test_dots_on_the_wall_are_out_of_who_took_part() -> None:
    wall = {A: {"dots": 3}, B: {"dots": 1}}
    assert come_to(hands(Way.DOTS, wall)).turnout.base == 6, "all who are there, unless it is known"
    assert come_to(hands(Way.DOTS, wall, abstained=2)).turnout.base == 4
    known = come_to(hands(Way.DOTS, wall, answered=5, abstained=1))
    assert (known.turnout.base, known.turnout.answered, known.dots) == (4, 5, {A: 3, B: 1, C: 0})
    assert WAYS[Way.DOTS].cells(hands(Way.DOTS, {})) == [(A, "dots"), (B, "dots"), (C, "dots"), (None, "abstained")]


def test_the_rules_of_dots_are_frozen_when_a_vote_opens() -> None:
    spec = WAYS[Way.DOTS]
    assert spec.settings(Asked(6, 9, 0), "") == {"budget": 2, "cap": 1, "places": 2}
    assert spec.settings(Asked(6, 9, 0), "stack") == {"budget": 2, "cap": 2, "places": 2}
    frozen = replace(a_vote(Way.DOTS), settings={"budget": 3, "cap": 2, "places": 4})
    assert dots.held_by(frozen) == dots.DotRules(budget=3, cap=2, places=4)
    assert dots.held_by(replace(frozen, settings={})) == dots.DotRules(budget=1, cap=1, places=1), "the usual"
    assert [said.message for said in spec.held(frozen)] == ["{n} dots each", "stacking allowed"]
    assert spec.held(frozen)[0].fills == {"n": 3}
    assert len(spec.held(replace(frozen, settings={"cap": 1}))) == 1
    known = dict(zip(LETTERS, (A, B, C), strict=True))
    assert spec.read(frozen, known, "AAB") == {A: 2, B: 1}
    assert spec.given({A: 2, B: 1}, letter) == "A 2  B 1"
    assert (spec.mark(2), dict(spec.left(frozen, {A: 1}).fills)) == ("●●", {"n": 2})  # type: ignore[union-attr]
    one = replace(frozen, settings={})
    told = (spec.held(one)[0], spec.how(one), spec.legend(one)[0], spec.left(frozen, {A: 2}))
    assert [said.message for said in told if said] == [
        "one dot each",
        "a letter for the one dot · - abstains",
        "one dot each",
        "one dot left",
    ]
    with pytest.raises(Refused, match="Everybody has one dot"):
        spec.read(one, known, "AB")
    for keys, why in (("AAAA", "Everybody has"), ("AAA", "At most"), ("D", "not a proposal")):
        with pytest.raises(Refused, match=why):
            spec.read(frozen, known, keys)


@pytest.mark.parametrize("ballot", [{A: -1}, {A: 3}, {"elders": 1}, {A: 2, B: 2}])
def test_a_ballot_with_too_many_dots_is_none(ballot: dict[str, int]) -> None:
    allowed = dots.DotRules(budget=3, cap=2, places=1)
    with pytest.raises(Exception, match="invalid_dots"):
        dots.count([A, B], [ballot], allowed)
    assert dots.count([A, B], [{A: 0, B: 2}, None], allowed) == dots.DotCount({A: 0, B: 2}, cast=1, abstain=1)


# -- all of us


def test_what_everybody_agrees_with() -> None:
    vote = person(Way.ALL_OF_US, "AB", "A", "AB", "A", "ABC", "-")
    result = come_to(vote)
    assert (result.agree, result.unanimous, result.turnout.base) == ({A: 5, B: 3, C: 1}, (A,), 5)
    assert (results(vote), steps(vote)) == ({A: Outcome.UNANIMOUS.value}, (NextStep.CONSENT_ROUND, NextStep.RECORD))
    assert (tied(vote), told(vote)) == ((), [("Everybody agrees with {letters}.", {"letters": "A"})])
    assert picture(vote).rows == (
        Row(A, count=5, of=5, tone=Tone.GOOD, notes=(OUTCOMES[Outcome.UNANIMOUS].short,)),
        Row(B, count=3, of=5),
        Row(C, count=1, of=5),
    )
    assert bar(picture(vote))[1:] == ({"n": 5}, True)


def test_several_with_which_everybody_agrees_are_a_choice() -> None:
    vote = person(Way.ALL_OF_US, "AB", "AB", "ABC", "AB")
    assert (tied(vote), steps(vote)) == ((A, B), (NextStep.CHOOSE_AMONG,))
    assert results(vote) == {A: "unanimous", B: "unanimous"}
    assert [len(row.notes) for row in picture(vote).rows] == [2, 2, 0]


def test_without_everybody_there_is_what_most_agree_with() -> None:
    vote = person(Way.ALL_OF_US, "A", "AB", "B", "C")
    assert (results(vote), tied(vote), steps(vote)) == ({}, (A, B), (NextStep.HEAR_OBJECTIONS,))
    assert told(vote)[0][1] == {"letters": "A, B"}
    assert tied(person(Way.ALL_OF_US, "A", "A", "B", "0")) == ()
    few = person(Way.ALL_OF_US, "A")
    assert (results(few), steps(few)) == ({}, (NextStep.ASK_AGAIN,)), "one answer of six says nothing"
    nobody = person(Way.ALL_OF_US, "-", "-", "-", "-")
    assert (tied(nobody), steps(nobody)) == ((), (NextStep.DISCUSS,))


def test_hands_of_all_of_us_are_out_of_who_answered() -> None:
    spec = WAYS[Way.ALL_OF_US]
    vote = hands(Way.ALL_OF_US, {A: {"agree": 4}}, answered=5, abstained=1)
    result = come_to(vote)
    assert (result.turnout.base, result.turnout.answered, result.agree) == (4, 5, {A: 4, B: 0, C: 0})
    assert spec.cells(vote) == [(A, "agree"), (B, "agree"), (C, "agree"), *reversed(UNCOUNTED)]
    assert [spec.hands_left(vote, (A, "agree"), typed) for typed in (0, 1, 4, 9)] == [4, 3, 0, 0]
    assert spec.hands_left(replace(vote, answered=None), (A, "agree"), 1) == 4, "of all who are there"
    assert [spec.hands_left(vote, cell, 0) for cell in UNCOUNTED] == [0, 6]
    assert spec.counting((None, "answered")) is None
    assert spec.counting((A, "agree")) is not None
    assert come_to(hands(Way.ALL_OF_US, {})).turnout.answered == 0


def test_hands_of_all_of_us_lack_what_was_passed_over_before_how_many_answered() -> None:
    spec = WAYS[Way.ALL_OF_US]
    passed = hands(Way.ALL_OF_US, {A: {"agree": 4}, C: {"agree": 0}})
    assert spec.lacking(passed) == [(B, "agree"), (None, "answered")]
    assert spec.uncounted(passed, ",".join) == say(
        "Count first who agrees with {letters}, then how many answered.", letters=B
    )
    every = replace(passed, counts={id_: {"agree": 4} for id_ in (A, B, C)})
    assert spec.lacking(every) == [(None, "answered")]
    assert (
        spec.lacking(replace(passed, answered=5)) == [] and spec.uncounted(replace(passed, answered=5), "".join) is None
    )


def test_a_letter_typed_twice_is_taken_back() -> None:
    spec = WAYS[Way.ALL_OF_US]
    typed = [("", "A", "A"), ("A", "B", "AB"), ("AB", "A", "B"), ("AB", "0", "0"), ("0", "A", "A"), ("-", "B", "B")]
    assert [spec.typed(before, key) for before, key, _after in typed] == [after for *_, after in typed]
    assert spec.typed("0", "0") == "0"
    vote, known = a_vote(Way.ALL_OF_US), dict(zip(LETTERS, (A, B, C), strict=True))
    assert (spec.read(vote, known, "CA"), spec.read(vote, known, "0")) == ({A: 1, C: 1}, {})
    assert (spec.given({A: 1, C: 1}, letter), spec.mark(1), spec.code(1)) == ("A C", "✓", "agree")


# -- consent


def consent(**answers: int) -> Vote:
    return hands(Way.CONSENT, {A: answers})


def test_consent_counts_who_stands_aside_apart() -> None:
    vote = consent(agree=3, concern=1, stand_aside=2)
    assert picture(vote).rows == (
        Row(label=ANSWERS[ConsentAnswer.AGREE], sign="✓", count=3, of=6, tone=Tone.GOOD),
        Row(label=ANSWERS[ConsentAnswer.CONCERN], sign="~", count=1, of=6, tone=Tone.UNSURE),
        Row(label=ANSWERS[ConsentAnswer.OBJECTION], sign="!", count=0, of=6, tone=Tone.BAD),
        Row(label=ANSWERS[ConsentAnswer.STAND_ASIDE], sign="·", count=2, of=6, tone=Tone.QUIET),
    )
    assert bar(picture(vote))[1:] == ({"n": 6}, False)
    assert (results(vote), tied(vote)) == ({A: "decided_with_concerns"}, ())
    assert "concerns are noted" in told(vote)[0][0]
    assert "nobody objects" in told(consent(agree=6))[0][0]
    assert "hear it before" in told(consent(agree=5, objection=1))[0][0]


def test_the_round_of_consent_is_frozen_and_after_three_there_is_another_road() -> None:
    spec = WAYS[Way.CONSENT]
    assert [spec.settings(Asked(1, 6, rounds), "") for rounds in (0, 2)] == [{"round": 1}, {"round": 3}]
    assert [spec.unfit(Asked(1, 6, rounds)) is None for rounds in (0, 2, 3, 4)] == [True, True, False, False]
    objected = consent(agree=5, objection=1)
    assert come_to(replace(objected, settings={})).round == 1
    for number, road in ((2, (NextStep.INTEGRATE,)), (3, (NextStep.PARK, NextStep.SMALL_GROUP, NextStep.VOTE))):
        asked = replace(objected, settings={"round": number})
        assert (come_to(asked).round, steps(asked)) == (number, road)
        assert [dict(said.fills) for said in spec.held(asked)] == [{"n": number}]
    assert spec.cells(objected) == [(A, answer) for answer in ("objection", "concern", "stand_aside", "agree")]
    assert spec.abstention(objected) is None


# -- for or against


def test_for_and_against_are_out_of_who_was_either() -> None:
    vote = hands(Way.FOR_AGAINST, {A: {"for": 3, "against": 1, "abstain": 2}})
    assert picture(vote).rows == (
        Row(label=ANSWERS[Stance.FOR], sign="+", count=3, of=4, tone=Tone.GOOD),
        Row(label=ANSWERS[Stance.AGAINST], sign="−", count=1, of=4, tone=Tone.BAD),
    )
    assert bar(picture(vote))[1:] == ({"n": 4}, True)
    assert (results(vote), tied(vote), told(vote)) == ({A: "adopted"}, (), [("Adopted.", {})])
    assert (come_to(vote).abstain, come_to(vote).threshold) == (2, Threshold.SIMPLE)
    level = hands(Way.FOR_AGAINST, {A: {"for": 3, "against": 3}})
    assert (tied(level), steps(level)) == (("for", "against"), TIE_STEPS)
    assert "a tie" in told(level)[0][0]
    lost = hands(Way.FOR_AGAINST, {A: {"for": 2, "against": 4}})
    assert "Rejected" in told(lost)[0][0]


@pytest.mark.parametrize(
    ("threshold", "adopted"),
    [(Threshold.SIMPLE, 4), (Threshold.TWO_THIRDS, 4), (Threshold.UNANIMOUS, 6)],
)
def test_how_much_is_enough_is_frozen(threshold: Threshold, adopted: int) -> None:
    spec = WAYS[Way.FOR_AGAINST]
    settings = spec.settings(Asked(1, 6, 0), threshold.value)
    assert settings == {"threshold": threshold.value}
    for number in range(7):
        vote = hands(Way.FOR_AGAINST, {A: {"for": number, "against": 6 - number}}, settings=settings)
        assert come_to(vote).threshold is threshold
        assert (come_to(vote).outcome is Outcome.ADOPTED) is (number >= adopted)
        assert spec.held(vote) == (for_against.THRESHOLDS[threshold][0],)


def test_a_vote_after_three_rounds_of_consent_is_agreed_to() -> None:
    spec = WAYS[Way.FOR_AGAINST]
    usual = {"threshold": "simple"}
    assert [spec.settings(Asked(1, 6, rounds), "") for rounds in (2, 3)] == [usual, {**usual, "agreed_to": True}]
    vote = a_vote(Way.FOR_AGAINST)
    assert come_to(replace(closed(vote, [{A: 1}] * 6), settings={})).threshold is Threshold.SIMPLE
    assert spec.abstention(vote) == {A: list(Stance).index(Stance.ABSTAIN) + 1}
    assert come_to(person(Way.FOR_AGAINST, "1", "1", "2", "-")).abstain == 1
    assert spec.cells(vote) == [(A, stance) for stance in ("against", "abstain", "for")]


@pytest.mark.parametrize("way", [Way.CONSENT, Way.FOR_AGAINST])
def test_one_digit_is_one_of_the_answers(way: Way) -> None:
    spec, vote = WAYS[way], a_vote(way)
    most = len(spec.choices)
    for number, code in enumerate(spec.choices, start=1):
        assert spec.read(vote, {}, str(number)) == {A: number}
        assert spec.code(number) == code
    for keys in ("0", str(most + 1), "11", "A"):
        with pytest.raises(Refused) as refused:
            spec.read(vote, {}, keys)
        assert refused.value.said.fills == {"most": most}
    assert spec.typed("1", "2") == "2", "another digit takes its place"
    cell = spec.cells(vote)[0]
    assert spec.hands_left(vote, cell, 0) == 6
    full = replace(vote, counts={A: {spec.cells(vote)[1][1]: 7, cell[1]: 3}})
    assert spec.hands_left(full, cell, 0) == 0
