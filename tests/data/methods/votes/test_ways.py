"""The ways of deciding against their definitions, and the rules that all of them share."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.methods.votes import all_of_us, consent, dots, fingers, for_against, ranking
from data.methods.votes.codes import ConsentAnswer, NextStep, Outcome, Problem, Stance, Threshold
from data.methods.votes.room import Room, Turnout, VoteError
from tests.data.methods.votes import definitions

OPTIONS = ["D", "A", "C", "B", "E"]
SILENT = "silent"
NOBODY: list[str | None] = [None]


def rooms(answers: st.SearchStrategy[Any]) -> st.SearchStrategy[list[Any]]:
    """What each person in the room did, silence included."""
    return st.lists(answers | st.just(SILENT), max_size=14)


NETWORKS = st.none() | st.integers(0, 30)


def given_by(people: Sequence[Any]) -> list[Any]:
    return [answer for answer in people if answer != SILENT]


def more_than_half(answered: int, present: int) -> bool:
    return present > 0 and Fraction(answered, present) > Fraction(1, 2)


def check_turnout(turnout: Turnout, people: Sequence[Any], network: int | None, leave_base: Any) -> None:
    answers = given_by(people)
    assert turnout.answered == len(answers)
    assert turnout.no_answer == people.count(SILENT)
    assert turnout.base == len([answer for answer in answers if answer != leave_base])
    assert turnout.valid == more_than_half(len(answers), len(people))
    assert turnout.provisional == (network is not None and len(people) < Fraction(network, 2))


@given(rooms(st.sampled_from(Stance)), NETWORKS, st.sampled_from(Threshold))
def test_for_and_against(people: list[Any], network: int | None, threshold: Threshold) -> None:
    answers = given_by(people)
    result = for_against.tally(Room(len(people), network), for_against.count(answers), threshold)
    check_turnout(result.turnout, people, network, Stance.ABSTAIN)
    voted = [answer is Stance.FOR for answer in answers if answer is not Stance.ABSTAIN]
    share = Fraction(sum(voted), len(voted)) if voted else None
    if not more_than_half(len(answers), len(people)):
        assert result.outcome is Outcome.TOO_FEW_ANSWERS
    elif share is None:
        assert result.outcome is Outcome.NOT_ADOPTED
    elif threshold is Threshold.SIMPLE and share == Fraction(1, 2):
        assert (result.outcome, result.next) == (
            Outcome.TIE,
            (NextStep.DISCUSS, NextStep.VOTE_AGAIN, NextStep.DRAW),
        )
    else:
        enough = {
            Threshold.SIMPLE: share > Fraction(1, 2),
            Threshold.TWO_THIRDS: share >= Fraction(2, 3),
            Threshold.UNANIMOUS: share == 1,
        }
        assert result.outcome is (Outcome.ADOPTED if enough[threshold] else Outcome.REJECTED)
        assert (NextStep.CONFIRM_NEXT_TIME in result.next) == result.turnout.provisional


@given(rooms(st.sampled_from(ConsentAnswer)), NETWORKS, st.integers(1, 5))
def test_consent(people: list[Any], network: int | None, number: int) -> None:
    result = consent.tally(Room(len(people), network), consent.count(given_by(people)), number)
    said = [answer for answer in given_by(people) if answer is not ConsentAnswer.STAND_ASIDE]
    assert result.turnout.base == result.turnout.answered == len(said)
    assert result.turnout.no_answer == people.count(SILENT)
    if ConsentAnswer.OBJECTION in said:
        assert result.outcome is Outcome.OBJECTION
        other_roads = (NextStep.PARK, NextStep.SMALL_GROUP, NextStep.VOTE)
        assert result.next == ((NextStep.INTEGRATE,) if number < 3 else other_roads)
    elif not more_than_half(len(said), len(people)):
        assert (result.outcome, result.next) == (Outcome.TOO_FEW_ANSWERS, (NextStep.ASK_AGAIN,))
    else:
        noted = ConsentAnswer.CONCERN in said
        assert result.outcome is (Outcome.DECIDED_WITH_CONCERNS if noted else Outcome.DECIDED)


@given(st.lists(st.dictionaries(st.sampled_from(OPTIONS), st.none() | st.integers(0, 5)) | st.none(), max_size=12))
def test_fingers(ballots: list[dict[str, int | None] | None]) -> None:
    result = fingers.tally(Room(len(ballots)), fingers.count(OPTIONS, ballots))
    whole = [dict.fromkeys(OPTIONS) if ballot is None else ballot for ballot in ballots]
    grades: dict[str, list[int]] = {}
    for name in OPTIONS:
        people = [ballot.get(name, SILENT) for ballot in whole]
        one = result.proposals[name]
        check_turnout(one.turnout, people, None, None)
        grades[name] = given = [hand for hand in people if isinstance(hand, int)]
        assert one.to_hear == len([hand for hand in given if hand < 3])
        assert one.median == (definitions.lower_middle(given) if given else None)
        if 0 in given:
            wanted = Outcome.OBJECTION
        elif not one.turnout.valid:
            wanted = Outcome.TOO_FEW_ANSWERS
        elif not given:
            wanted = Outcome.NOT_ADOPTED
        else:
            wanted = Outcome.SUPPORTED if min(given) >= 3 else Outcome.TALK_FIRST
        assert one.outcome is wanted
    assert [list(tier) for tier in result.ranking] == definitions.judge(grades)
    assert result.tie_at_top == (len(result.ranking[0]) > 1)


@given(rooms(st.none() | st.sets(st.sampled_from(OPTIONS)).map(sorted)))
def test_all_of_us(people: list[Any]) -> None:
    answers = given_by(people)
    result = all_of_us.tally(Room(len(people)), all_of_us.count(OPTIONS, answers))
    check_turnout(result.turnout, people, None, None)
    marked = [set(ballot) for ballot in answers if ballot is not None]
    everybody = [name for name in OPTIONS if marked and name in set.intersection(*marked)]
    assert list(result.unanimous) == everybody
    assert [list(tier) for tier in result.ranking] == definitions.by_score(
        {name: sum(name in ballot for ballot in marked) for name in OPTIONS}
    )
    if not more_than_half(len(answers), len(people)):
        assert result.next == (NextStep.ASK_AGAIN,)
    elif not marked:
        assert (result.outcome, result.next) == (Outcome.NOT_ADOPTED, (NextStep.DISCUSS,))
    else:
        steps = [NextStep.HEAR_OBJECTIONS, NextStep.CONSENT_ROUND, NextStep.CHOOSE_AMONG]
        assert result.next == (steps[min(len(everybody), 2)],)


@st.composite
def dot_ballots(draw: st.DrawFn) -> dict[str, int]:
    """Two dots at most, perhaps on one proposal."""
    placed = draw(st.lists(st.sampled_from(OPTIONS), max_size=2))
    return {name: placed.count(name) for name in placed}


@given(rooms(st.none() | dot_ballots()), st.integers(1, 4))
def test_dots(people: list[Any], places: int) -> None:
    answers = given_by(people)
    allowed = dots.rules(len(OPTIONS), cap=2, places=places)
    assert allowed.budget == 2
    result = dots.tally(Room(len(people)), dots.count(OPTIONS, answers, allowed), allowed)
    check_turnout(result.turnout, people, None, None)
    totals = {name: sum(ballot.get(name, 0) for ballot in answers if ballot) for name in OPTIONS}
    assert result.dots == totals
    assert [list(tier) for tier in result.ranking] == definitions.by_score(totals)
    assert set(result.shortlist) == definitions.short_list(totals, places)
    assert result.cut_tie == (len(result.shortlist) > places)
    if result.turnout.valid and result.turnout.base:
        assert (result.outcome is Outcome.SHORTLIST) == bool(result.shortlist)


RANKINGS = st.permutations(OPTIONS).flatmap(
    lambda names: st.lists(st.integers(0, 2), min_size=5, max_size=5).map(
        lambda cuts: [
            tier for tier in ([n for n, c in zip(names, cuts, strict=True) if c == k] for k in (0, 1)) if tier
        ]
    )
)


@given(st.lists(RANKINGS, min_size=5, max_size=12), st.integers(0, 3), st.integers(0, 16))
def test_ranking(ballots: list[list[list[str]]], abstain: int, silent: int) -> None:
    present = len(ballots) + abstain + silent
    result = ranking.tally(Room(present), OPTIONS, [*ballots, *[None] * abstain])
    weak = [[set(tier) for tier in ballot] for ballot in ballots]
    assert (result.turnout.base, result.turnout.no_answer) == (len(ballots), silent)
    assert set(result.smith) == definitions.smith(OPTIONS, weak)
    assert result.points == definitions.borda(OPTIONS, weak)
    assert [list(tier) for tier in result.ranking] == definitions.by_score(result.points)
    assert set(result.even) == {
        (a, b)
        for a in result.smith
        for b in result.smith
        if OPTIONS.index(a) < OPTIONS.index(b)
        and definitions.preferring(weak, a, b) == definitions.preferring(weak, b, a)
    }
    beaters = [a for a in OPTIONS if all(definitions.beats(weak, a, b) for b in OPTIONS if a != b)]
    assert [result.winner] == (beaters or NOBODY)
    if more_than_half(len(ballots) + abstain, present):
        assert result.outcome is (Outcome.WINNER if beaters else Outcome.NO_WINNER)
    else:
        assert result.outcome is Outcome.TOO_FEW_ANSWERS


@pytest.mark.parametrize(("proposals", "each"), [(1, 1), (2, 1), (4, 1), (5, 2), (7, 2), (8, 3), (15, 5)])
def test_dots_are_a_third_to_the_nearest_and_at_least_one(proposals: int, each: int) -> None:
    assert dots.budget(proposals) == each


def hands(*counts: int, abstain: int = 0) -> fingers.FingerCount:
    return fingers.FingerCount(counts, abstain)


EMPTY = hands(0, 0, 0, 0, 0, 0)


@pytest.mark.parametrize(
    ("vote", "problem", "ballots", "proposals"),
    [
        (lambda: for_against.tally(Room(3), for_against.count([Stance.FOR] * 4)), "more_answers_than_people", (), ()),
        (lambda: for_against.tally(Room(3), for_against.ForAgainstCount(3, -1)), "negative_count", (), ()),
        (lambda: for_against.tally(Room(-1), for_against.ForAgainstCount(0, 0)), "negative_count", (), ()),
        (lambda: consent.tally(Room(3), consent.ConsentCount(2, stand_aside=2)), "more_answers_than_people", (), ()),
        (lambda: consent.tally(Room(3), consent.ConsentCount(4, concern=-1)), "negative_count", (), ()),
        (lambda: fingers.tally(Room(3), {}), "no_proposals", (), ()),
        (
            lambda: fingers.tally(Room(3), {"A": EMPTY, "B": hands(0, 0, 4, 0, 0, 0)}),
            "more_answers_than_people",
            (),
            ("B",),
        ),
        (lambda: fingers.tally(Room(3), {"A": EMPTY, "B": hands(1, 2)}), "invalid_fingers", (), ("B",)),
        (lambda: fingers.count(["A"], [{"A": 5}, {"A": 6}, None, {"A": -1}]), "invalid_fingers", (1, 3), ()),
        (lambda: fingers.count(["A"], [{"B": 5}]), "unknown_proposal", (0,), ()),
        (lambda: all_of_us.tally(Room(3), all_of_us.AllOfUsCount({}, 3)), "no_proposals", (), ()),
        (
            lambda: all_of_us.tally(Room(3), all_of_us.AllOfUsCount({"A": 3, "B": 1}, 2, 1)),
            "more_agreement_than_answers",
            (),
            ("A",),
        ),
        (lambda: all_of_us.tally(Room(3), all_of_us.AllOfUsCount({"A": 1}, 3, 1)), "more_answers_than_people", (), ()),
        (lambda: all_of_us.count(["A"], [["A"], ["A", "A"]]), "repeated_proposal", (1,), ()),
        (lambda: dots.count(["A", "B"], [{"A": 2}, {"A": 1}, {"Z": 1}], dots.rules(2)), "invalid_dots", (0, 2), ()),
        (lambda: dots.count(["A"], [{"A": -1}], dots.rules(2)), "invalid_dots", (0,), ()),
        (
            lambda: dots.tally(Room(4), dots.DotCount({"A": 5, "B": 0}), dots.rules(5)),
            "more_dots_than_possible",
            (),
            ("A",),
        ),
        (
            lambda: dots.tally(Room(4), dots.DotCount({"A": 2, "B": 1}, cast=1), dots.rules(5, cap=3)),
            "more_dots_than_possible",
            (),
            (),
        ),
        (
            lambda: dots.tally(Room(4), dots.DotCount({"A": 1}, abstain=5), dots.rules(1)),
            "more_answers_than_people",
            (),
            (),
        ),
        (lambda: ranking.tally(Room(9), ["A", "B"], [[["A"]]] * 4 + [None]), "too_few_ballots", (), ()),
        (lambda: ranking.tally(Room(4), ["A", "B"], [[["A"]]] * 5), "more_answers_than_people", (), ()),
        (lambda: ranking.tally(Room(9), list("ABCDEFGHI"), [[]] * 5), "too_many_proposals", (), ()),
        (lambda: ranking.tally(Room(9), ["A", "A"], [[]] * 5), "repeated_proposal", (), ("A",)),
        (lambda: ranking.tally(Room(9), ["A", "B"], [[]] * 5 + [[["A"], ["A"]]]), "repeated_proposal", (5,), ()),
        (lambda: ranking.tally(Room(9), ["A", "B"], [[["Z"]]] + [[]] * 5), "unknown_proposal", (0,), ()),
    ],
)
def test_what_cannot_be_tallied_says_why_and_where(
    vote: Any, problem: str, ballots: tuple[int, ...], proposals: tuple[str, ...]
) -> None:
    with pytest.raises(VoteError) as caught:
        vote()
    assert caught.value.code == Problem(problem)
    assert (caught.value.ballots, caught.value.proposals) == (ballots, proposals)


def test_an_objection_stops_however_few_answered() -> None:
    assert consent.tally(Room(12), consent.ConsentCount(0, objection=1)).outcome is Outcome.OBJECTION
    assert fingers.tally_one(Room(12), hands(1, 0, 0, 0, 0, 0)).outcome is Outcome.OBJECTION
