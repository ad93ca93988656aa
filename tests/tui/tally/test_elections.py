"""Elections of others, and random ones against the definitions."""

import json
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.methods.votes.codes import Problem
from data.methods.votes.room import VoteError
from tests.cases import cases
from tests.data.methods.votes import definitions
from tests.data.methods.votes.definitions import Weak
from tui.commands.tally.elections import answer
from tui.commands.tally.fields import Fault, Fields, RequestError

OPTIONS = ["D", "A", "C", "B", "E"]  # not sorted: results come in the order of the ballot paper

NOBODY: list[str | None] = [None]


def ask(method: str, form: str, ballots: Any, *, options: list[str] | None = None, **case: Any) -> dict[str, Any]:
    names = OPTIONS if options is None else options
    return answer(Fields({"method": method, "ballot_form": form, "candidates": names, "ballots": ballots, **case}))


def test_every_election_of_the_oracle_has_its_result() -> None:
    elections = json.loads(cases("votes", "oracle.json").read_text(encoding="utf-8"))["cases"]
    answers = {case["id"]: answer(Fields({k: v for k, v in case.items() if k != "expected"})) for case in elections}
    expected = {case["id"]: case["expected"] for case in elections}
    assert len(expected) == 47
    # As text, so that 1, 1.0 and true differ; keys in the order of the oracle.
    assert {i: json.dumps(a) for i, a in answers.items()} == {i: json.dumps(e) for i, e in expected.items()}


@st.composite
def weak_orders(draw: st.DrawFn) -> Weak:
    """A ranking with ties, perhaps truncated, perhaps blank."""
    ranked = st.lists(st.tuples(st.sampled_from(OPTIONS), st.booleans()), unique_by=lambda pair: pair[0])
    ranking: Weak = []
    for name, tied in draw(ranked):
        if ranking and tied:
            ranking[-1].add(name)
        else:
            ranking.append({name})
    return ranking


def counted(ballots: Any) -> Any:
    return st.lists(st.tuples(ballots, st.integers(1, 4)), max_size=7)


def people(ballots: list[tuple[Any, int]]) -> list[Any]:
    return [ballot for ballot, number in ballots for _ in range(number)]


def rank_line(ballot: Weak, number: int) -> str:
    return f"{number}:" + ">".join("=".join(sorted(tier)) for tier in ballot)


@given(counted(weak_orders()), st.sampled_from(["last", "none"]))
def test_borda_agrees_with_its_definition(ballots: list[tuple[Weak, int]], unranked: str) -> None:
    got = ask("borda", "rank", [rank_line(*b) for b in ballots], params={"unranked": unranked})
    points = definitions.borda(OPTIONS, people(ballots), unranked_last=unranked == "last")
    assert {name: Fraction(score) for name, score in got["scores"].items()} == points
    assert got["ranking"] == definitions.by_score(points)
    assert got["winners"] == got["ranking"][0]


@given(counted(weak_orders()), st.sampled_from(["last", "none"]))
def test_condorcet_agrees_with_its_definition(ballots: list[tuple[Weak, int]], unranked: str) -> None:
    got = ask("condorcet", "rank", [rank_line(*b) for b in ballots], params={"unranked": unranked})
    everybody, last = people(ballots), unranked == "last"

    def beats(a: str, b: str) -> bool:
        return definitions.beats(everybody, a, b, unranked_last=last)

    others = {a: [b for b in OPTIONS if b != a] for a in OPTIONS}
    assert got["pairwise"] == {
        a: {b: definitions.preferring(everybody, a, b, unranked_last=last) for b in others[a]} for a in OPTIONS
    }
    winners = [a for a in OPTIONS if all(beats(a, b) for b in others[a])]
    losers = [a for a in OPTIONS if all(beats(b, a) for b in others[a])]
    assert [got["winner"]] == (winners or NOBODY)
    assert [got["loser"]] == (losers or NOBODY)
    assert got["weak_winners"] == [a for a in OPTIONS if not any(beats(b, a) for b in others[a])]
    assert got["copeland"] == {a: sum(beats(a, b) - beats(b, a) for b in others[a]) for a in OPTIONS}
    inside = definitions.smith(OPTIONS, everybody, unranked_last=last)
    assert got["smith"] == [a for a in OPTIONS if a in inside]


@given(counted(st.sets(st.sampled_from(OPTIONS))))
def test_approval_agrees_with_its_definition(ballots: list[tuple[set[str], int]]) -> None:
    got = ask("approval", "approval", [f"{n}:{','.join(sorted(marks))}" for marks, n in ballots])
    everybody = people(ballots)
    marks = {name: [name in ballot for ballot in everybody] for name in OPTIONS}
    assert got["ballots_cast"] == len(everybody)
    assert got["scores"] == {name: sum(given) for name, given in marks.items()}
    assert got["ranking"] == definitions.by_score(got["scores"])
    assert got["unanimous"] == [name for name in OPTIONS if everybody and all(marks[name])]
    assert got["majority"] == [name for name in OPTIONS if sum(marks[name]) > len(everybody) - sum(marks[name])]


@given(counted(st.dictionaries(st.sampled_from(OPTIONS), st.integers(0, 4))), st.integers(1, 6))
def test_dots_agree_with_their_definition(ballots: list[tuple[dict[str, int], int]], places: int) -> None:
    lines = [f"{n}:" + ",".join(f"{name}={dots}" for name, dots in ballot.items()) for ballot, n in ballots]
    got = ask("dots", "score", lines, params={"shortlist": places}, grade_range=[0, 4])
    everybody = people(ballots)
    assert got["ballots_cast"] == len(everybody)
    assert got["scores"] == {name: sum(ballot.get(name, 0) for ballot in everybody) for name in OPTIONS}
    assert got["ranking"] == definitions.by_score(got["scores"])
    assert set(got["shortlist"]) == definitions.short_list(got["scores"], places)
    assert got["cut_tie"] == (len(got["shortlist"]) > places)


@given(counted(st.dictionaries(st.sampled_from(OPTIONS), st.integers(-1, 3))))
def test_majority_judgment_agrees_with_its_definition(ballots: list[tuple[dict[str, int], int]]) -> None:
    lines = [f"{n}:" + ",".join(f"{name}={grade}" for name, grade in ballot.items()) for ballot, n in ballots]
    got = ask("majority_judgment", "score", lines, grade_range=[-1, 3])
    grades = {name: [ballot.get(name, -1) for ballot in people(ballots)] for name in OPTIONS}
    assert got["ranking"] == definitions.judge(grades)
    assert got["winners"] == got["ranking"][0]
    assert got["medians"] == {
        name: definitions.lower_middle(given) if given else None for name, given in grades.items()
    }


@given(st.dictionaries(st.sampled_from(OPTIONS), st.lists(st.integers(0, 6), min_size=1, max_size=5), min_size=1))
def test_a_profile_is_the_same_election_as_its_grades(profiles: dict[str, list[int]]) -> None:
    got = ask("majority_judgment", "profile", profiles)
    grades = {
        name: [grade for grade, number in enumerate(profiles.get(name, [])) for _ in range(number)] for name in OPTIONS
    }
    voters = max(map(len, grades.values()))
    filled = {name: [0] * (voters - len(given)) + given for name, given in grades.items()}
    assert got["ranking"] == definitions.judge(filled)
    assert got["medians"] == {
        name: definitions.lower_middle(given) if given else None for name, given in filled.items()
    }


def test_a_mean_is_over_all_ballots_or_over_those_that_score_it() -> None:
    ballots = ["2:A=3", "1:B=1,A=0", "1:"]
    options = ["A", "B", "C"]
    mean = {"shortlist": 1, "aggregate": "mean"}
    assert ask("dots", "score", ballots, options=options, params=mean)["scores"] == {"A": "3/2", "B": "1/4", "C": 0}
    scored = ask("dots", "score", ballots, options=options, params={**mean, "missing": "exclude"})
    assert scored["scores"] == {"A": 2, "B": 1, "C": 0}


def test_one_option_wins_and_the_largest_counts_stay_exact() -> None:
    alone = ask("condorcet", "rank", ["3:A", "2:"], options=["A"])
    assert (alone["winner"], alone["smith"], alone["pairwise"]) == ("A", ["A"], {"A": {}})
    many = 10**15 - 1
    assert ask("borda", "rank", [f"{many}:A=B", "A > B"], options=["A", "B"])["scores"] == {
        "A": f"{many + 2}/2",
        "B": f"{many}/2",
    }


@pytest.mark.parametrize(
    ("form", "method", "line", "problem"),
    [
        ("rank", "borda", "A>Z", Problem.UNKNOWN_PROPOSAL),
        ("rank", "condorcet", "A>B>A", Problem.REPEATED_PROPOSAL),
        ("rank", "condorcet", "A=A", Problem.REPEATED_PROPOSAL),
        ("approval", "approval", "A,Z", Problem.UNKNOWN_PROPOSAL),
        ("approval", "approval", "A,A", Problem.REPEATED_PROPOSAL),
        ("score", "majority_judgment", "A=1,A=2", Problem.REPEATED_PROPOSAL),
        ("score", "majority_judgment", "A=6", Problem.GRADE_OUT_OF_RANGE),
        ("score", "majority_judgment", "A=-1", Problem.GRADE_OUT_OF_RANGE),
        ("score", "majority_judgment", "A=many", Problem.GRADE_OUT_OF_RANGE),
        ("score", "majority_judgment", "A=1/0", Problem.GRADE_OUT_OF_RANGE),
        ("score", "majority_judgment", "A=1e999999999", Problem.GRADE_OUT_OF_RANGE),
    ],
)
def test_a_ballot_that_makes_no_sense_is_named(form: str, method: str, line: str, problem: Problem) -> None:
    with pytest.raises(VoteError) as caught:
        ask(method, form, ["2:", line], grade_range=[0, 5])
    assert (caught.value.code, caught.value.ballots) == (problem, (1,))


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"method": "borda"}, "ballot_form"),
        ({"method": "roulette"}, "method"),
        ({"ballots": "2:A"}, "ballots"),
        ({"ballots": [1]}, "ballots"),
        ({"candidates": ["A", 1]}, "candidates"),
        ({"method": "dots", "ballot_form": "score", "ballots": []}, "shortlist"),
        ({"method": "majority_judgment", "ballot_form": "score", "grade_range": [1], "ballots": []}, "grade_range"),
        ({"method": "majority_judgment", "ballot_form": "profile", "ballots": {"A": []}}, "ballots"),
    ],
)
def test_a_field_that_makes_no_sense_is_named(change: dict[str, Any], field: str) -> None:
    case = {"method": "approval", "ballot_form": "approval", "candidates": ["A"], "ballots": ["2:A"], **change}
    with pytest.raises(RequestError) as caught:
        answer(Fields(case))
    assert caught.value.field == field
    assert caught.value.code in {Fault.INVALID_FIELD, Fault.MISSING_FIELD}
