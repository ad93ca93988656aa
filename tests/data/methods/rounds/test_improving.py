"""Plans that go on getting better, without touching what was announced."""

from dataclasses import replace
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from data.methods.rounds import Plan, Request, evaluate, improved, plan, replan
from data.methods.rounds.pairs import circle
from data.methods.rounds.search import HeatBath, Terms
from tests.data.methods.rounds.requests import any_request, pinned_request, plain_request
from tests.data.methods.rounds.test_laws import everybody_once

few = settings(max_examples=40, deadline=None)


def price(request: Request, made: Plan) -> float:
    return HeatBath(request, Terms.of(request), made.rounds).cost if made.rounds else 0


@few
@given(any_request() | plain_request() | pinned_request(), st.integers(0, 5))
def test_each_plan_is_better_than_the_one_before_and_what_was_announced_stays(request: Request, told: int) -> None:
    made, told = plan(request), min(told, request.rounds)
    last = made
    for better in improved(request, made, announced=told, work=2):
        everybody_once(request, better)
        assert better.rounds[:told] == made.rounds[:told]
        assert price(request, better) < price(request, last)
        last = better
    for held in last.rounds[told:]:
        for person, table in request.pinned.items():
            assert not any(person in members for members in held) or person in held[table]


@few
@given(any_request())
def test_the_same_work_gives_the_same_plans(request: Request) -> None:
    made = plan(request)
    assert list(improved(request, made, work=1)) == list(improved(request, made, work=1))


def crossed() -> tuple[Request, Plan]:
    """Somebody left after two rounds, and the rest was shuffled so badly that it can only get better."""
    request = Request(20, 4, 5)
    first = plan(request)
    again = replan(request, first.rounds[:2], range(19), first.rounds[2:])
    made = plan(replace(again, planned=()))
    return again, replace(made, rounds=(made.rounds[0],) * 3, quality=replace(made.quality, best=False))


def test_a_bad_plan_gets_better_and_the_announced_round_stays() -> None:
    request, made = crossed()
    better = list(improved(request, made, announced=1, work=3))
    assert better
    assert all(found.rounds[0] == made.rounds[0] for found in better)
    assert better[-1].sq < price(request, made)
    assert list(improved(request, made, announced=3, work=3)) == []


def test_what_was_announced_counts_as_met() -> None:
    request = Request(8, rounds=3)
    first, second, _ = plan(request).rounds
    better = list(improved(request, evaluate(request, (first, first, second)), announced=1, work=4))
    assert (better[-1].sq, better[-1].rounds[0]) == (0, first)


def test_another_plan_as_good_is_no_better_plan() -> None:
    here = tuple(person for person in range(11) if person != 2)
    request = Request(11, rounds=5, past=circle(11, 5), present=(here,) * 5)
    made = plan(request)
    costs = [made.sq, *(better.sq for better in improved(request, made, work=12))]
    assert all(after < before for before, after in pairwise(costs))
    assert costs[-1] == 3, "proven to be the least, which the bound does not know"


def test_it_ends_when_it_is_told_to() -> None:
    request, made = crossed()
    asked = 0

    def stop() -> bool:
        nonlocal asked
        asked += 1
        return asked > 3

    assert len(list(improved(request, made, stop=stop))) <= 1
    assert asked in (4, 5)


def test_the_best_there_is_gets_no_better() -> None:
    request = Request(20, 4, 5)
    assert list(improved(request, plan(request))) == []


def test_who_met_before_can_still_be_fewer_when_nobody_meets_twice() -> None:
    first, second = plan(Request(8, rounds=2)).rounds
    request = Request(8, rounds=2, met_before=((first[0][0], first[0][1]),))
    made = evaluate(request, (first, second))
    assert (made.quality.best, made.met_before) == (True, 1)
    better = list(improved(request, made, work=2))
    assert (better[-1].sq, better[-1].met_before) == (0, 0)
