"""What the planner promises a room: a place for everybody, and nobody twice at one table while that can be avoided."""

from __future__ import annotations

from collections import Counter
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from data.methods.rounds import Request, Rounds
from data.methods.rounds.planner import enough, finished, rounds_for
from data.methods.rounds.request import pairs_of

few = settings(max_examples=40, deadline=None)

SEEDS = st.integers(0, 3)


def met(rounds: Rounds) -> Counter[tuple[int, int]]:
    """How often each two sat at one table."""
    return Counter(pairs_of(rounds))


def seated(rounds: Rounds, people: int) -> list[set[int]]:
    """Who has a place in each round; each of them has one."""
    found = []
    for held in rounds:
        places = [person for table in held for person in table]
        assert len(places) == len(set(places)) and set(places) <= set(range(people))
        found.append(set(places))
    return found


@few
@given(st.integers(2, 43), st.data(), SEEDS)
def test_in_pairs_nobody_meets_twice_before_everybody_met(people: int, data: st.DataObject, seed: int) -> None:
    most = people - 1 + people % 2
    rounds = data.draw(st.integers(1, most))
    made = rounds_for(Request(people, 2, rounds, seed=seed))
    assert len(made) == rounds and set(met(made).values()) == {1}
    if rounds == most:
        assert set(met(made)) == set(combinations(range(people), 2)), "everybody met everybody"


@few
@given(st.integers(2, 43), st.integers(1, 12), SEEDS)
def test_of_an_odd_number_one_sits_out_in_turn_or_all_have_a_place(people: int, rounds: int, seed: int) -> None:
    made = seated(rounds_for(Request(people, 2, rounds, seed=seed)), people)
    assert {people - len(there) for there in made} == {people % 2}
    out = Counter(person for there in made for person in set(range(people)) - there)
    assert not out or max(out.values()) <= -(-rounds // people), "nobody a second time before everybody did"
    trio = seated(rounds_for(Request(people, 2, rounds, odd="trio", seed=seed)), people)
    assert all(len(there) == people for there in trio)


@few
@given(st.integers(2, 6), st.data(), SEEDS)
def test_at_tables_everybody_has_a_place_and_a_second_round_brings_no_two_together_again(
    size: int, data: st.DataObject, seed: int
) -> None:
    tables = data.draw(st.integers(size, 8))
    made = rounds_for(Request(size * tables, size, 2, seed=seed))
    assert all(len(there) == size * tables for there in seated(made, size * tables))
    assert all(len(table) == size for held in made for table in held)
    assert set(met(made).values()) == {1}, "with as many tables as places at one, all can sit with others"


@few
@given(st.integers(3, 14), st.data(), SEEDS)
def test_in_what_is_planned_after_some_rounds_nobody_meets_whom_they_met(
    people: int, data: st.DataObject, seed: int
) -> None:
    whole = rounds_for(Request(people, 2, people - 1 + people % 2, seed=seed))
    held = data.draw(st.integers(1, len(whole) - 1))
    rest = rounds_for(Request(people, 2, len(whole) - held, past=whole[:held], seed=seed))
    assert set(met((*whole[:held], *rest)).values()) == {1}


@few
@given(st.integers(4, 12), st.data(), SEEDS)
def test_whoever_met_in_an_earlier_session_meets_last(people: int, data: st.DataObject, seed: int) -> None:
    """In pairs of an even number, who met before takes one round of the circle: the others come first."""
    people += people % 2
    before = tuple((2 * place, 2 * place + 1) for place in range(people // 2))
    rounds = data.draw(st.integers(1, 2))
    made = rounds_for(Request(people, 2, rounds, met_before=before, seed=seed))
    assert not set(met(made)) & set(before), "with so many others left nobody meets them"
    assert set(met(made).values()) == {1}


@few
@given(st.integers(2, 18), st.integers(2, 5), st.integers(0, 4), SEEDS)
def test_the_order_in_which_rounds_are_held_changes_nobody_s_company(
    people: int, size: int, rounds: int, seed: int
) -> None:
    request = Request(people, size, rounds, seed=seed)
    made = rounds_for(request)
    again = finished(request, made[::-1])
    assert sorted(sorted(map(sorted, held)) for held in again) == sorted(sorted(map(sorted, held)) for held in made)
    assert met(again) == met(made)


@few
@given(st.integers(2, 18), st.integers(2, 5), st.integers(1, 4), SEEDS)
def test_no_plan_costs_less_than_the_planner_says_that_any_does(people: int, size: int, rounds: int, seed: int) -> None:
    request = Request(people, size, rounds, seed=seed)
    twice = sum(times * (times - 1) // 2 for times in met(rounds_for(request)).values())
    assert twice * request.weights.repeats >= enough(request)


def test_no_rounds_are_no_plan() -> None:
    assert rounds_for(Request(8, 2, 0)) == ()
