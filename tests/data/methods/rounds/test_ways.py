"""The parts the planner stands on: fields, designs, the library, the seats, and the search."""

from collections import Counter
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.methods.rounds import Request, meetings, plan
from data.methods.rounds.designs import algebraic, truncated
from data.methods.rounds.fields import field
from data.methods.rounds.library import developed, images, known, longest
from data.methods.rounds.pairs import blocks, circle, with_trio
from data.methods.rounds.seats import assigned


@pytest.mark.parametrize("order", [2, 3, 4, 5, 7, 8, 9, 11, 13, 16, 25, 27])
def test_a_field_has_no_divisors_of_nothing_and_distributes(order: int) -> None:
    numbers = field(order)
    assert numbers
    elements = range(order)
    for a in elements:
        assert sorted(numbers.plus[a]) == list(elements)
        assert numbers.times[1][a] == a
        assert not a or sorted(numbers.times[a]) == list(elements)
        for b in elements:
            c = (a + b) % order
            left = numbers.times[a][numbers.plus[b][c]]
            assert left == numbers.plus[numbers.times[a][b]][numbers.times[a][c]]


@pytest.mark.parametrize("order", [1, 6, 10, 12, 15, 100])
def test_there_is_no_field_of_any_other_order(order: int) -> None:
    assert field(order) is None


@pytest.mark.parametrize(
    ("tables", "size", "rounds"),
    [(3, 3, 4), (4, 4, 5), (5, 5, 6), (7, 7, 8), (9, 3, 13), (8, 4, 9), (9, 5, 9), (11, 5, 11), (8, 2, 15), (6, 3, 0)],
)
def test_designs_let_nobody_meet_twice(tables: int, size: int, rounds: int) -> None:
    design = algebraic(tables, size)
    assert len(design) == rounds
    assert max(meetings(design).values(), default=1) == 1
    for held in design:
        assert sorted(person for table in held for person in table) == list(range(tables * size))


@given(st.integers(4, 60), st.integers(2, 13), st.integers(1, 14))
@settings(deadline=None)
def test_a_design_less_some_people_stays_balanced(people: int, tables: int, rounds: int) -> None:
    for held in truncated(people, tables, rounds) if tables <= people else ():
        assert sorted(person for table in held for person in table) == list(range(people))
        assert max(map(len, held)) - min(map(len, held)) <= 1


@given(st.integers(2, 41), st.integers(1, 60))
def test_on_the_circle_everybody_meets_everybody_before_anybody_meets_again(people: int, rounds: int) -> None:
    met = meetings(circle(people, rounds))
    all_pairs = people * (people - 1) // 2
    times = [*met.values(), *[0] * (all_pairs - len(met))]
    assert max(times) - min(times) <= 1


@pytest.mark.parametrize(("groups", "size"), [(2, 1), (2, 5), (4, 5), (6, 2), (4, 4)])
def test_blocks_meet_their_own_last(groups: int, size: int) -> None:
    rounds = blocks(groups, size)
    across = size * (groups - 1)
    assert max(meetings(rounds).values()) == 1
    assert all(a // size != b // size for a, b in meetings(rounds[:across]))
    assert all(a // size == b // size for a, b in meetings(rounds[across:]))


def test_a_trio_leaves_nobody_alone() -> None:
    for held in with_trio(9, 6):
        assert sorted(map(len, held)) == [2, 2, 2, 3]
        assert sorted(person for pair in held for person in pair) == list(range(9))


@pytest.mark.parametrize(
    ("people", "tables", "rounds"),
    [(24, 6, 7), (36, 12, 17), (20, 5, 5), (30, 6, 6), (28, 6, 6), (24, 5, 6), (60, 20, 29), (50, 10, 9), (60, 10, 7)],
)
def test_the_library_has_plans_without_repeats(people: int, tables: int, rounds: int) -> None:
    assert max(meetings(known(people, tables, rounds)).values()) == 1


@pytest.mark.parametrize(("base", "count"), [("001212", 6), ("001122", 3), ("012012", 2)])
def test_a_group_that_does_not_commute_carries_a_base_round_to_its_images(base: str, count: int) -> None:
    turn, flip = "120453", "021543"
    rounds = developed(6, f"{turn}/{flip}", "*", [base])
    tables = {frozenset(map(frozenset, held)) for held in rounds}
    assert len(list(images(6, f"{turn}/{flip}", "*"))) == 6
    assert len(rounds) == len(tables) == count
    for move in (turn, flip):
        moved = {frozenset(frozenset(int(move[p]) for p in table) for table in held) for held in rounds}
        assert moved == tables


def test_the_library_covers_every_head_count_to_sixty() -> None:
    for size in range(3, 7):
        for people in range(2 * size, 61):
            tables = len(plan(Request(people, size)).rounds[0])
            assert len(longest(people, tables)) >= 5, (people, tables)


@given(
    st.integers(1, 5).flatmap(
        lambda n: st.lists(st.lists(st.integers(0, 3), min_size=n, max_size=n), min_size=n, max_size=n)
    )
)
def test_an_assignment_is_the_best_there_is(value: list[list[int]]) -> None:
    chosen = assigned(value)
    best = max(sum(row[c] for row, c in zip(value, order, strict=True)) for order in permutations(range(len(value))))
    assert sorted(chosen) == list(range(len(value)))
    assert sum(row[c] for row, c in zip(value, chosen, strict=True)) == best


def test_colleagues_do_not_meet_while_others_are_left() -> None:
    made = plan(Request(16, 4, 4, apart=tuple(tuple(range(first, first + 4)) for first in (0, 4, 8, 12))))
    assert (made.repeats, made.apart) == (0, 0)


def test_people_of_an_earlier_session_meet_late_if_at_all() -> None:
    first = plan(Request(12, rounds=5))
    made = plan(Request(12, rounds=11, met_before=tuple(meetings(first.rounds)), seed=1))
    earlier = [sum(pair in meetings(first.rounds) for pair in meetings((held,))) for held in made.rounds]
    assert earlier == sorted(earlier)


def test_a_repeat_weighs_what_the_facilitator_says() -> None:
    assert Counter(plan(Request(4, rounds=3, apart=((0, 1),))).quality.verdict) == Counter("everybody_once")


@pytest.mark.parametrize(("people", "rounds"), [(32, 10), (31, 10), (30, 10), (28, 9)])
def test_golfers_play_ten_rounds(people: int, rounds: int) -> None:
    made = plan(Request(people, 4, rounds, groups=8))
    assert (made.sq, made.quality.best) == (0, True)


@pytest.mark.parametrize(("people", "sq"), [(28, 40), (29, 44), (30, 48)])
def test_six_tables_for_eight_rounds_come_from_quaternions(people: int, sq: int) -> None:
    assert plan(Request(people, 5, 8)).sq <= sq
