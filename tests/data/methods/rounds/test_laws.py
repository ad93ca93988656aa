"""What holds of every plan, whatever is asked."""

from collections import Counter
from dataclasses import replace
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from data.methods.rounds import Plan, Request, Round, evaluate, matrix, meetings, plan, replan, sizes_of, swap
from data.methods.rounds.bounds import bound_of
from tests.data.methods.rounds.requests import any_request, pinned_request, plain_request

few = settings(max_examples=60, deadline=None)


def everybody_once(request: Request, made: Plan) -> None:
    assert len(made.rounds) == len(made.sits_out) == request.rounds
    for held, out, present in zip(made.rounds, made.sits_out, request.attendance, strict=True):
        assert sorted(person for group in (*held, out) for person in group) == list(present)
        sizes = sizes_of(len(present), request.size, request.groups, request.odd)
        assert sorted(map(len, held), reverse=True) == list(sizes)
        assert not sizes or max(sizes) - min(sizes) <= 1


@few
@given(any_request())
def test_whoever_is_present_has_one_place_in_each_round(request: Request) -> None:
    everybody_once(request, plan(request))


@few
@given(plain_request())
def test_so_it_is_with_head_counts_only(request: Request) -> None:
    everybody_once(request, plan(request))


@few
@given(any_request() | plain_request())
def test_the_counts_are_those_of_the_rounds(request: Request) -> None:
    made = plan(request)
    met = Counter(
        pair for held in (*request.past, *made.rounds) for table in held for pair in combinations(sorted(table), 2)
    )
    assert made.repeats == sum(times - 1 for times in met.values())
    assert made.sq == sum(times * (times - 1) // 2 for times in met.values())
    assert made.most_meetings == max(met.values(), default=0)
    assert len(made.moves) == max(0, request.rounds - 1)
    rows = matrix((*request.past, *made.rounds), request.people)
    assert all(rows[a][b] == rows[b][a] == met[a, b] for a, b in combinations(range(request.people), 2))


@few
@given(any_request() | plain_request())
def test_no_bound_is_above_what_was_reached(request: Request) -> None:
    made, bound = plan(request), bound_of(request)
    assert made.unavoidable == bound.repeats <= made.repeats
    assert bound.sq <= made.sq


@few
@given(any_request() | plain_request(), st.randoms(use_true_random=False))
def test_no_bound_is_above_what_chance_reaches(request: Request, random: object) -> None:
    shuffled = []
    for number, held in enumerate(plan(request).rounds):
        people = [person for table in held for person in table]
        getattr(random, "shuffle")(people)  # noqa: B009 - hypothesis gives its own Random
        seats = iter(people)
        shuffled.append(tuple(tuple(next(seats) for _ in table) for table in held))
        assert len(shuffled) == number + 1
    made, bound = evaluate(request, tuple(shuffled)), bound_of(request)
    assert bound.repeats <= made.repeats
    assert bound.sq <= made.sq


@few
@given(any_request())
def test_the_same_request_gives_the_same_plan(request: Request) -> None:
    assert plan(request) == plan(request)


@few
@given(st.integers(2, 13), st.integers(0, 9), st.integers(1, 9), st.integers(0, 3))
def test_sitting_out_is_fair_within_one(pairs: int, before: int, rounds: int, seed: int) -> None:
    people = 2 * pairs - 1
    held = plan(Request(people, rounds=before)).rounds
    everybody = tuple(range(people))
    made = plan(Request(people, rounds=rounds, past=held, present=(everybody,) * rounds, seed=seed))
    sat = Counter(everybody)
    for turn in (*held, *made.rounds):
        sat.update(set(everybody).difference(*turn))
    assert max(sat.values()) - min(sat.values()) <= 1


@few
@given(pinned_request())
def test_who_is_pinned_stays(request: Request) -> None:
    made = plan(request)
    everybody_once(request, made)
    for held, out in zip(made.rounds, made.sits_out, strict=True):
        for person, table in request.pinned.items():
            assert person in held[table] or person in out


@few
@given(plain_request())
def test_one_stays_at_each_table_where_tables_are_equal_and_nobody_meets_twice(request: Request) -> None:
    made = plan(request)
    sizes = request.seatings[0]
    if sum(sizes) == request.people and len(set(sizes)) == 1 and not made.repeats and len(sizes) > 1:
        assert set(made.moves) <= {request.people - len(sizes)}


@few
@given(st.integers(3, 16), st.integers(2, 4), st.integers(1, 4), st.data())
def test_planning_anew_is_not_worse_than_what_is_left(people: int, size: int, held: int, data: st.DataObject) -> None:
    request = Request(people, size, held + 4)
    before = plan(request)
    here = data.draw(st.lists(st.integers(0, people + 1), unique=True, min_size=2).map(sorted))
    again = replan(request, before.rounds[:held], here, before.rounds[held:])
    made = plan(again)
    everybody_once(again, made)
    left = tuple(tuple(tuple(p for p in table if p in here) for table in turn) for turn in before.rounds[held:])
    if all(
        sorted((len(table) for table in turn if table), reverse=True) == list(sizes)
        for turn, sizes in zip(left, again.seatings, strict=True)
    ):
        assert made.sq <= evaluate(again, left).sq


@few
@given(plain_request())
def test_before_the_first_round_a_plan_that_stands_does_no_harm(request: Request) -> None:
    one_less = replace(request, people=max(2, request.people - 1))
    assert plan(replace(request, planned=plan(one_less).rounds)).sq <= plan(request).sq


@few
@given(any_request() | plain_request())
def test_the_last_round_costs_no_less_than_another_would_there(request: Request) -> None:
    made = plan(request)
    met = meetings((*request.past, *made.rounds))
    earlier = {(min(pair), max(pair)) for pair in request.met_before}

    def cost(held: Round) -> int:
        return sum(met[pair] - 1 + (pair in earlier) for pair in meetings((held,)))

    alike = [held for held, here in zip(made.rounds, request.attendance, strict=True) if here == request.attendance[-1]]
    assert not alike or cost(alike[-1]) == max(map(cost, alike))


def test_fifteen_people_with_a_trio_meet_again_in_the_last_rounds_only() -> None:
    made = plan(Request(15, rounds=12, odd="trio"))
    assert made.sq == 3
    assert not evaluate(Request(15, rounds=9, odd="trio"), made.rounds[:9]).sq


@few
@given(plain_request(), st.data())
def test_a_swap_trades_two_places_and_nothing_else(request: Request, data: st.DataObject) -> None:
    made = plan(request)
    turn = data.draw(st.integers(0, request.rounds - 1))
    a, b = data.draw(st.permutations(range(request.people)))[:2]
    swapped = swap(request, made, turn, a, b)
    everybody_once(request, swapped)
    assert swapped.rounds[:turn] + swapped.rounds[turn + 1 :] == made.rounds[:turn] + made.rounds[turn + 1 :]
    assert swap(request, swapped, turn, a, b) == made
