"""The parts of the planner that involve no chance, in worked examples that can be checked by hand."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import islice
from typing import Any

import pytest

from data.methods.rounds import Request, Rounds, Weights, evaluate, fields, meetings, plan
from data.methods.rounds import library as libraries
from data.methods.rounds.bounds import (
    Bound,
    _fewest,
    _filled,
    _levels,
    _person,
    _shared,
    _spread,
    _theorem,
    bound_of,
    pairs_in,
    spread,
)
from data.methods.rounds.designs import _within, algebraic, truncated, without
from data.methods.rounds.fields import field
from data.methods.rounds.library import all_known, known, longest
from data.methods.rounds.pairs import circle, with_trio
from data.methods.rounds.plan import _together, _verdict, moves
from data.methods.rounds.planner import _foreseen, _ideal, _relabelled, enough, rounds_for
from data.methods.rounds.seats import _matched, _placed, _priced, assigned, seated
from data.methods.rounds.sitting import shuffled, sitting_out
from data.methods.rounds.starts import _deal, _kept, continued, dealt, designs, repeated

FIRST = circle(4, 3)[0]


# Bounds.


def test_pairs_at_a_table_and_over_several() -> None:
    assert [pairs_in(size) for size in (0, 1, 2, 3, 6)] == [0, 0, 1, 3, 15]
    assert [spread(people, 3) for people in (0, 2, 3, 4, 5, 6, 7)] == [0, 0, 0, 1, 2, 3, 5]
    assert [spread(6, tables) for tables in (1, 2, 4, 6)] == [15, 6, 2, 0]


def test_how_often_those_who_can_still_meet_have_met() -> None:
    past: Rounds = (((0, 1), (2, 3)), ((0, 1), (2, 4)))
    counted = Counter([(0, 1), (0, 1), (2, 3), (2, 4)])
    assert _levels(Request(5, past=past), counted) == {2: 1, 1: 2, 0: 7}
    some = Request(5, rounds=2, past=past, present=((0, 1, 2), (1, 2, 4)))
    assert +_levels(some, counted) == {2: 1, 0: 3, 1: 1}
    both = Request(5, rounds=2, past=past, present=((0, 1, 2), (0, 1, 2, 3, 4)))
    assert _levels(both, counted) == {2: 1, 1: 2, 0: 7}
    assert _levels(Request(5, rounds=1, present=((),)), counted) == {}


def test_meetings_go_to_who_met_least() -> None:
    levels = Counter({0: 3, 1: 2, 2: 1})
    # Three for nothing; five at a cost of one each; six at two; and so on.
    assert [_filled(levels, slots) for slots in (0, 3, 4, 8, 9, 14, 15, 20, 21)] == [0, 0, 1, 5, 7, 17, 20, 35, 39]
    assert _filled(Counter({2: 1}), 3) == 2 + 3 + 4 and _filled(Counter(), 5) == 0
    assert _filled(Counter({0: 0, 3: 1}), 1) == 3


def test_who_has_more_table_mates_to_get_than_people_to_meet() -> None:
    assert _person(Request(4, rounds=4), Counter()) == 2, "four people, one too many each"
    assert _person(Request(4, rounds=3), Counter()) == 0
    assert _person(Request(4, rounds=3, past=(FIRST,)), Counter(meetings((FIRST,)))) == 2
    here = Request(6, 3, 2, present=((0, 1, 2), (0, 1, 2)))
    assert _person(here, Counter()) == 3
    assert _person(here, Counter([(0, 5), (4, 5)])) == 3, "who is away counts for nothing"
    assert _person(replace(here, past=(((0, 1),),)), Counter([(0, 1)])) == 4
    assert _person(Request(5, rounds=4), Counter()) == 0, "somebody sits out: nobody is sure of a mate"
    assert _person(Request(3, 2, 2, odd="trio"), Counter()) == 3
    assert _person(Request(4, rounds=1, present=((),)), Counter()) == 0


def test_tables_that_cannot_be_spread_over_so_few() -> None:
    assert _spread(Request(9, 3, 4)) == (0, 0)
    assert _spread(Request(8, 4, 3)) == (2 * 4, 3 * 4), "two tables of four over two: two pairs of each again"
    assert _spread(Request(8, 4, 1, past=(((0, 1, 2), (3, 4)),))) == (1, 1)
    assert _spread(Request(8, 4, 2, past=(((0, 1, 2), (3, 4)),))) == (1 + 4, 1 + 5)
    away = Request(8, 4, 2, present=((0, 1, 2, 3, 4, 5, 6), (0, 1, 2, 3, 4, 5, 6, 7)))
    assert _spread(away) == (0, 0), "rounds of other people do not meet"
    assert _spread(Request(8, 4, 2, present=((), tuple(range(8))))) == (0, 0)
    assert _spread(Request(5, rounds=2)) == (0, 0) == _spread(Request(5, rounds=1, past=(((0, 1, 2),),)))
    two = Request(8, 4, 1, past=(((0, 1, 2, 3), (4, 5, 6, 7)), ((0, 1, 2), (3, 4))))
    assert _spread(two) == (4, 5), "a round repeats at least what it shares with one, sq what it shares with all"


def test_what_a_round_held_and_one_to_come_must_share() -> None:
    held = ((0, 1, 2, 3), (4, 5))
    assert _shared(held, {0, 1, 2, 4, 5}, 2, 0) == 1 and _shared(held, {0, 1, 2, 3, 4, 5}, 1, 0) == 7
    assert _shared(held, {0, 1, 2, 3, 4, 5}, 1, 1) == 0


def test_what_is_proven_beyond_counting() -> None:
    assert _theorem(Request(36, 6, 3)) == (0, 0) and _theorem(Request(36, 6, 4)) == (2, 2)
    assert _theorem(Request(36, 6, 7)) == (8, 10)
    assert _theorem(Request(12, 3, 4)) == (0, 0) and _theorem(Request(12, 3, 5)) == (2, 3)
    assert _theorem(Request(12, 3, 6)) == (4, 7) and _theorem(Request(12, 3, 7)) == (3, 3)
    assert _theorem(Request(20, 4, 6)) == (1, 1)
    assert _theorem(Request(13, 10, 5, groups=4)) == (2, 3) and _theorem(Request(13, 10, 4, groups=4)) == (0, 0)
    assert _theorem(Request(36, 6, 4, apart=((0, 1),))) == (0, 0) == _theorem(Request(36, 6, 0))
    assert _theorem(Request(15, 2, 40)) == (0, 0)
    assert [_fewest(sq) for sq in (0, 1, 2, 3, 4, 6, 7)] == [0, 1, 2, 2, 3, 3, 4]


@pytest.mark.parametrize(
    ("request_", "bound"),
    [
        (Request(8, rounds=7), Bound(0, 0, "none")),
        (Request(8, rounds=8), Bound(4, 4, "count")),
        (Request(4, rounds=3, past=(FIRST,)), Bound(2, 2, "count")),
        (Request(4, rounds=1, past=(FIRST, FIRST)), Bound(2, 2, "count")),
        (Request(8, 4, 3), Bound(8, 12, "count")),
        (Request(8, 4, 2), Bound(4, 4, "spread")),
        (Request(36, 6, 4), Bound(2, 2, "theorem")),
        (Request(10, 3, 3, present=((0, 1, 2), (0, 1, 2), (3, 4, 5, 6, 7, 8))), Bound(3, 3, "person")),
        (Request(4, rounds=0), Bound(0, 0, "none")),
    ],
)
def test_the_best_of_all_bounds_counts_and_says_why(request_: Request, bound: Bound) -> None:
    assert bound_of(request_) == bound


# The order of tables.


def test_a_table_stays_where_most_of_its_people_sat() -> None:
    last = ((0, 1, 2), (3, 4, 5), (6, 7, 8))
    held = ((6, 7, 0), (1, 2, 3), (4, 5, 8))
    assert _placed(held, last, {}) == ((1, 2, 3), (4, 5, 8), (6, 7, 0))
    assert _placed(held, (), {}) == held and _placed(held, last[:1], {}) == ((1, 2, 3), (6, 7, 0), (4, 5, 8))
    assert _placed(held, last, {4: 0}) == ((4, 5, 8), (1, 2, 3), (6, 7, 0))
    assert _placed(held, last, {5: 0, 4: 0, 6: 1}) == ((4, 5, 8), (6, 7, 0), (1, 2, 3))
    assert _placed(((0, 1), (2, 3)), (), {0: 1, 2: 1}) == ((2, 3), (0, 1)), "two for one place: the first has it"


def test_each_round_follows_the_one_before_it_and_the_first_the_past() -> None:
    request = Request(4, rounds=2, past=(((2, 3), (0, 1)),))
    assert seated(request, (((0, 1), (2, 3)), ((0, 1), (2, 3)))) == (((2, 3), (0, 1)),) * 2
    assert seated(Request(4, rounds=2), (((0, 1), (2, 3)), ((2, 3), (0, 1)))) == (((0, 1), (2, 3)),) * 2


@pytest.mark.parametrize(
    ("value", "columns"),
    [
        ([[0, 1], [1, 1]], [1, 0]),
        ([[1, 1, 0], [1, 0, 0], [0, 1, 1]], [1, 0, 2]),
        ([[0, 0], [0, 1]], [0, 1]),
        ([[5, 6], [1, 4]], [0, 1]),
        ([[5, 6], [4, 1]], [1, 0]),
        ([[7, 5, 11], [5, 4, 1], [9, 3, 2]], [2, 1, 0]),
        ([[10, 19, 8], [10, 18, 7], [13, 16, 9]], [1, 2, 0]),
        ([], []),
        ([[0]], [0]),
        ([[3]], [0]),
    ],
)
def test_an_assignment_in_examples(value: list[list[int]], columns: list[int]) -> None:
    best = sum(row[column] for row, column in zip(value, columns, strict=True))
    for found in (assigned(value), _priced(value)):
        assert sorted(found) == list(range(len(value)))
        assert sum(row[column] for row, column in zip(value, found, strict=True)) == best


def test_rows_that_wish_the_same_get_what_is_left() -> None:
    assert _matched([[0], [0], [1, 2]]) == [0, 2, 1]
    assert _matched([[0, 1], [0], [1, 2]]) == [1, 0, 2]
    assert _matched([[], []]) == [0, 1]


# First seatings.


def test_who_is_dealt_sits_where_they_are_pinned_and_the_rest_in_turn() -> None:
    request = Request(7, 3, 1, pinned={4: 1, 2: 0})
    assert _deal([6, 4, 5, 0, 2, 1, 3], (4, 3), request) == ((0, 2, 5, 6), (1, 3, 4))
    asked = Request(5, rounds=3, seed=2)
    made = dealt(asked, ((0,), (1,), (2,)))
    assert [sorted(person for table in held for person in table) for held in made] == [
        [1, 2, 3, 4],
        [0, 2, 3, 4],
        [0, 1, 3, 4],
    ]
    for number, (held, away) in enumerate(zip(made, (0, 1, 2), strict=True)):
        order = shuffled([person for person in range(5) if person != away], 2 + number)
        assert held == (tuple(sorted(order[:2])), tuple(sorted(order[2:])))
    assert shuffled(range(9), 1) != shuffled(range(9), 2) and sorted(shuffled((3, 1, 2), 5)) == [1, 2, 3]


def test_ideal_plans_for_a_head_count() -> None:
    assert list(designs(Request(6, rounds=2))) == [circle(6, 5)]
    assert list(designs(Request(6, rounds=7, apart=((0, 1),)))) == [circle(6, 10)]
    assert list(designs(Request(5, rounds=6))) == [circle(5, 10)]
    assert list(designs(Request(5, rounds=6, past=(((0, 1), (2, 3)),)))) == [], "somebody sat out already"
    assert list(designs(Request(5, rounds=2, present=((0, 1, 2, 3), (0, 1, 2, 4))))) == []
    assert list(designs(Request(6, rounds=2, pinned={0: 1}))) == []
    eight = Request(8, rounds=6, apart=((0, 1), (2, 3, 4, 5), (), (6, 7)))
    sizes = [Counter(len(held) for held in each) for each in designs(eight)]
    assert sizes == [{4: 7}, {4: 7}, {4: 7}]
    four, two = list(designs(eight))[1:]
    assert four != two and all(a // 4 != b // 4 for a, b in meetings(four[:4]))
    assert all(a // 2 != b // 2 for a, b in meetings(two[:6]))
    three = Request(12, rounds=9, apart=((0, 1, 2),))
    assert len(list(designs(three))) == 2 and len(list(designs(replace(three, rounds=10)))) == 1
    even = Request(8, rounds=7, apart=((0, 1),))
    assert len(list(designs(even))) == 2 and len(list(designs(replace(even, rounds=8)))) == 1
    assert len(list(designs(Request(10, rounds=3, apart=((0, 1, 2),))))) == 1, "ten are no groups of three, two by two"
    groups = list(designs(Request(20, 4, 5)))
    assert groups and all(len(each) >= 5 and max(meetings(each).values()) == 1 for each in groups)
    assert list(designs(Request(4, rounds=1, present=((),)))) == []


def test_more_rounds_than_any_plan_has_begin_again() -> None:
    nine = longest(9, 3)
    assert repeated(Request(9, 3, 1)) == nine[:1]
    assert repeated(Request(9, 3, 14)) == (*nine, *nine)[:14] and len(nine) < 14
    assert repeated(Request(37, rounds=5, odd="trio")) == with_trio(37, 5)
    assert repeated(Request(37, 3, 5, groups=18)) == ()
    eleven = longest(11, 5)
    assert repeated(Request(11, rounds=12, odd="trio")) == (*eleven, *eleven)[:12]
    assert repeated(Request(9, 3, 2, apart=((0, 1),))) == ()


def test_what_is_left_of_a_plan() -> None:
    planned = (((0, 1), (2, 3)), ((0, 2), (1, 3)))
    asked = Request(4, rounds=2)
    assert continued(asked, ()) == () and continued(asked, planned) == planned
    left = continued(Request(4, rounds=2, present=((0, 1, 2),) * 2), planned)
    assert left == (((0, 1),), ((0, 2),)), "who is left alone sits out in turn"
    unfair = continued(Request(5, rounds=2, present=((0, 1, 2),) * 2), (((0, 1),), ((0, 1),)))
    assert len({tuple(sorted({0, 1, 2} - {p for t in held for p in t})) for held in unfair}) == 2
    longer = continued(Request(4, rounds=3), planned)
    assert longer[:2] == planned and longer[2] == dealt(Request(4, rounds=3), ((), (), ()))[2]
    shorter = continued(Request(4, rounds=1), planned)
    assert shorter == planned[:1]


def test_an_old_round_is_seated_as_the_new_one_is() -> None:
    none: frozenset[int] = frozenset()
    assert _kept(((0, 1), (2, 3)), ((0, 2), (1, 3)), none) == ((0, 1), (2, 3))
    assert _kept(((0, 1), (2, 3)), ((0, 2), (3, 4)), none) == ((2, 3), (0, 4))
    assert _kept(((0, 1, 2, 3),), ((0, 1), (2, 3)), none) == ((0, 1), (2, 3))
    assert _kept(((5, 6), (0, 1, 2)), ((0, 3, 4), (1, 2)), none) == ((0, 1, 2), (3, 4))
    assert _kept(((0, 1), (2, 3)), ((0, 2), (1, 3)), frozenset({3})) == ((0, 1), (2, 3))
    assert _kept(((0, 1), (2, 3)), ((0, 3), (1, 2)), frozenset({3})) == ((0, 3), (1, 2))
    assert _kept((), ((0, 1), (2, 3)), none) == ((2, 3), (0, 1)), "the rest, the highest numbers first"


# The library and what algebra gives.


def test_known_plans_come_from_algebra_or_from_the_lines_that_serve_so_many_rounds(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    more = ["1x1", "8", "00011122", "01201201", "00112201", "22110012"]
    lines = {
        (8, 6): [(3, 4, more), (1, 2, ["1x1", "8", "01234501", "01234510"])],
        (8, 3): [(-4, 9, ["2x1", "4", "00111222"]), (2, 2, ["1x1", "8", "01201201", "01201202"])],
    }
    monkeypatch.setattr(libraries, "_entries", lambda: lines)
    assert known(8, 6, 2) == (((0, 6), (1, 7), (2,), (3,), (4,), (5,)), ((0, 7), (1, 6), (2,), (3,), (4,), (5,)))
    assert [len(known(8, 6, rounds)) for rounds in (1, 2, 3, 4, 5)] == [1, 2, 3, 4, 0]
    assert known(8, 6, 3)[0] == ((0, 1, 2), (3, 4, 5), (6, 7)) and known(7, 6, 2) == ()
    assert known(8, 3, 9) == (), "it is only there to be relabelled"
    assert known(9, 3, 4) == algebraic(3, 3)
    assert longest(8, 6) == known(8, 6, 4) and longest(8, 3) == truncated(8, 3, 4) and longest(7, 6) == ()
    plans = list(all_known(8, 3, 2))
    assert [len(each) for each in plans] == [2, 3, 4, 2, 2] and plans[:3] == [truncated(8, 3, n) for n in (2, 3, 4)]
    assert [len(each) for each in all_known(8, 3, 4)] == [4, 2]
    assert len(list(all_known(8, 3, 10))) == 0


def test_every_line_of_the_library_is_read() -> None:
    entries = libraries._entries()
    assert all(people >= tables and rows for (people, tables), rows in entries.items())
    assert entries[5, 2][0] == (8, 10, ["5x1", "1", "00101", "01100"]) and len(entries[5, 2]) == 4


def test_people_are_shifted_in_orbits_along_two_ways() -> None:
    assert libraries._shifted(7, (2, 3), 1, (1, 0)) == [3, 4, 5, 0, 1, 2, 6]
    assert libraries._shifted(7, (2, 3), 1, (0, 1)) == [1, 2, 0, 4, 5, 3, 6]
    assert libraries._shifted(7, (2, 3), 1, (1, 2)) == [5, 3, 4, 2, 0, 1, 6]
    assert libraries._shifted(6, (3, 1), 2, (1, 0)) == [1, 2, 0, 4, 5, 3]
    assert list(map(list, libraries.images(4, "2x2", "1"))) == [[0, 1, 2, 3], [1, 0, 3, 2], [2, 3, 0, 1], [3, 2, 1, 0]]
    assert libraries._generated(3, [[1, 2, 0]]) == [(0, 1, 2), (1, 2, 0), (2, 0, 1)]
    assert libraries._tables([3, 1, 0, 2], "baab") == ((0, 1), (2, 3))


def test_designs_in_examples() -> None:
    two = algebraic(2, 2)
    assert two == (((0, 2), (1, 3)), ((0, 3), (1, 2)), ((0, 1), (2, 3)))
    assert algebraic(3, 2)[0] == ((0, 3), (1, 4), (2, 5)) and len(algebraic(3, 2)) == 3
    assert algebraic(3, 1) == () == algebraic(3, 4) == algebraic(6, 2)
    assert _within(4, 2) == (
        ((0, 2), (1, 3), (4, 6), (5, 7)), ((0, 3), (1, 2), (4, 7), (5, 6)), ((0, 1), (2, 3), (4, 5), (6, 7))
    )  # fmt: skip
    assert _within(3, 3) == (((0, 1, 2), (3, 4, 5), (6, 7, 8)),) and _within(5, 2) == ()
    assert _within(6, 3)[0][:2] == ((0, 1, 2), (3, 4, 5)), "six of a block by themselves, side by side"


def test_a_design_less_some_people() -> None:
    assert truncated(8, 3, 4) == without(algebraic(3, 3), frozenset({8}))
    assert truncated(7, 3, 3) == without(algebraic(3, 3)[:3], frozenset({7, 8}))
    assert truncated(7, 3, 4) == () == truncated(9, 3, 5) == truncated(10, 6, 1)
    assert truncated(9, 3, 4) == algebraic(3, 3) and truncated(5, 5, 1) == ()
    assert without((((0, 3), (1, 2)), ((0, 1), (2, 3))), frozenset({1})) == (((0, 2), (1,)), ((0,), (1, 2)))
    assert without((), frozenset({1})) == ()


def test_there_are_fields_up_to_the_largest(monkeypatch: pytest.MonkeyPatch) -> None:
    fields.field.cache_clear()
    for largest, there in ((8, False), (9, True)):
        monkeypatch.setattr(fields, "LARGEST", largest)
        assert (field(9) is not None) is there
        fields.field.cache_clear()
    assert [field(order) for order in (0, 1, 6, 81)] == [None] * 4
    fields.field.cache_clear()


def test_fields_in_examples() -> None:
    four = field(4)
    assert four is not None
    assert four.plus == ((0, 1, 2, 3), (1, 0, 3, 2), (2, 3, 0, 1), (3, 2, 1, 0))
    assert four.times == ((0, 0, 0, 0), (0, 1, 2, 3), (0, 2, 3, 1), (0, 3, 1, 2)) and four.order == 4
    nine = field(9)
    assert nine is not None and nine.times[3] == (0, 3, 6, 2, 5, 8, 1, 4, 7), "x times x is minus one"
    assert nine.plus[4] == (4, 5, 3, 7, 8, 6, 1, 2, 0)


# What is counted of a plan.


def test_a_plan_is_counted_with_its_past() -> None:
    past = (((0, 1), (2, 3)), ((0, 1), (2, 3)))
    request = Request(5, rounds=2, past=past, met_before=((4, 0), (0, 4)), apart=((2, 1, 4),))
    made = evaluate(request, (((0, 1), (2, 4)), ((1, 2), (0, 4))))
    assert made.rounds == (((0, 1), (2, 4)), ((1, 2), (0, 4))) and made.sits_out == ((3,), (3,))
    assert (made.repeats, made.sq, made.most_meetings) == (3, 4, 3)
    assert (made.met_before, made.apart, made.moves) == (1, 2, (2,))
    quality = made.quality
    assert (quality.repeats, quality.pairs_again, quality.most_meetings) == (3, 2, 3)
    assert (quality.met, quality.pairs, quality.unavoidable, quality.reason) == (5, 10, 2, "count")
    assert made.unavoidable == 2 and quality.verdict == "repeats" and not quality.best
    nothing = evaluate(Request(4, rounds=0), ())
    assert (nothing.repeats, nothing.most_meetings, nothing.moves) == (0, 0, ())
    assert nothing.quality.verdict == "everybody_once", "of those who are ever there together, and that is nobody"


def test_a_plan_with_the_least_sq_is_the_best_even_with_a_repeat_more() -> None:
    request = Request(12, 3, 6)
    bound = bound_of(request)
    worse = evaluate(request, (circle_of_three() * 6)[:6])
    assert not worse.quality.best and worse.quality.verdict == "repeats"
    made = plan(request)
    assert made.sq == bound.sq == 7 and made.repeats > bound.repeats
    assert made.quality.best and made.quality.verdict == "repeats_least"


def circle_of_three() -> Rounds:
    return (((0, 1, 2), (3, 4, 5), (6, 7, 8), (9, 10, 11)),)


@pytest.mark.parametrize(
    ("repeats", "unavoidable", "fewest", "everybody", "verdict"),
    [
        (0, 0, True, True, "everybody_once"),
        (1, 0, False, True, "everybody"),
        (0, 0, True, False, "nobody_twice"),
        (2, 2, False, False, "repeats_least"),
        (3, 2, True, False, "repeats_least"),
        (3, 2, False, False, "repeats"),
    ],
)
def test_the_verdict(repeats: int, unavoidable: int, fewest: bool, everybody: bool, verdict: str) -> None:
    assert _verdict(repeats, unavoidable, fewest, everybody) == verdict


def test_who_is_ever_present_together() -> None:
    some = Request(5, rounds=2, present=((0, 1, 2), (2, 3)))
    assert _together(some, Counter()) == 4 and _together(some, Counter([(0, 1), (0, 4)])) == 5
    assert _together(replace(some, present=((0, 1), (0, 1, 2, 3, 4))), Counter()) == 10


def test_who_changes_table_from_one_round_to_the_next() -> None:
    assert list(moves((((0, 1), (2, 3)), ((0, 2), (1, 3)), ((4, 5), (1, 3))))) == [2, 0]
    assert list(moves((((0, 1), (2, 3)),))) == [] == list(moves(()))


# Which way leads to a plan.


def test_where_only_head_counts_matter_the_rounds_are_known() -> None:
    assert _ideal(Request(6, rounds=3)) == circle(6, 3)
    assert _ideal(Request(3, 4, 2)) == (((0, 1, 2),),) * 2
    assert _ideal(Request(9, 3, 4)) == known(9, 3, 4) and _ideal(Request(6, rounds=3, apart=((0, 1),))) == ()
    person = shuffled(range(6), 5)
    expected = tuple(tuple(tuple(sorted((person[a], person[b]))) for a, b in held) for held in circle(6, 3))
    assert _ideal(Request(6, rounds=3, seed=5)) == expected
    assert rounds_for(Request(6, rounds=0)) == () and _ideal(Request(9, 3, 40)) == ()
    assert rounds_for(Request(4, rounds=2)) == seated(Request(4, rounds=2), circle(4, 2))


def test_the_rest_of_a_plan_is_foreseen_from_its_beginning() -> None:
    def asked(past: Rounds, people: int = 6, rounds: int = 2, **more: Any) -> Request:
        return Request(people, rounds=rounds, past=past, **more)

    whole = circle(6, 5)
    assert _foreseen(asked(whole[:2])) == whole[2:4] and _foreseen(asked(whole[:1], rounds=4)) == whole[1:]
    mixed = tuple(tuple(reversed([(b, a) for a, b in held])) for held in whole[:2])
    assert _foreseen(asked(mixed)) == whole[2:4], "in whatever order people sit"
    assert _foreseen(asked(whole[1:3])) == () == _foreseen(asked(()))
    odd = circle(5, 4)
    assert _foreseen(asked(odd[:1], 5, 3)) == odd[1:], "one of them sat out"
    assert _foreseen(asked(odd[:2], 6, 2)) == odd[2:], "somebody came"
    assert _foreseen(asked(odd[:1], 4)) == (), "more than there are people"
    groups = known(9, 3, 4)
    assert _foreseen(Request(9, 3, 2, past=groups[:2])) == groups[2:]
    trio = _ideal(Request(5, rounds=3, odd="trio"))
    assert _foreseen(asked(trio[:1], 5, 2, odd="trio")) == trio[1:3]
    shuffled_ = _ideal(Request(6, rounds=3, seed=5))
    assert _foreseen(asked(shuffled_[:1], seed=5)) == shuffled_[1:]
    tables = known(8, 3, 3)
    assert _foreseen(Request(8, 3, 2, groups=3, past=tables[:1])) == tables[1:]


@pytest.mark.parametrize(
    ("request_", "least"),
    [
        (Request(6, rounds=5), 0),
        (Request(6, rounds=6), 3),
        (Request(6, rounds=6, weights=Weights(5, 2, 3)), 15),
        (Request(4, rounds=3, met_before=((0, 1), (1, 0), (2, 3))), 2),
        (Request(4, rounds=3, met_before=((0, 1),), weights=Weights(5, 2, 3)), 2),
        (Request(4, rounds=3, apart=((0, 1, 2),), weights=Weights(5, 4, 3)), 9),
        (Request(4, rounds=3, past=(FIRST,)), 2),
        (Request(4, rounds=2, past=(FIRST, FIRST)), 0),
        (Request(4, rounds=3, past=(FIRST, FIRST), weights=Weights(5, 4, 3)), 10),
        (Request(5, rounds=2, present=((0, 1, 2, 3), (0, 1))), 0),
        (Request(5, rounds=2, present=((0, 1), (0, 1))), 1),
        (Request(9, 3, 3, weights=Weights(1, 0, 1), met_before=((0, 1),)), 0),
    ],
)
def test_what_rounds_cost_at_least(request_: Request, least: float) -> None:
    assert enough(request_) == least


def test_ideal_plans_are_tried_with_several_seeds(monkeypatch: pytest.MonkeyPatch) -> None:
    import numpy as np

    asked: list[tuple[Any, ...]] = []

    def relabel(design: Rounds, rounds: int, apart: Any, seed: int) -> Rounds:
        asked.append((design, rounds, apart.tolist(), seed))
        return (((0, 1), (2, 3)),)

    monkeypatch.setattr("data.methods.rounds.relabel.relabel", relabel)
    plans = [circle(4, 3), circle(4, 3)[1:], circle(4, 3)[2:]]
    monkeypatch.setattr("data.methods.rounds.starts.designs", lambda _request: iter(plans))
    request = Request(6, rounds=2, present=((1, 2, 4, 5),) * 2, seed=7)
    apart = np.arange(36, dtype=np.float32).reshape(6, 6)
    found = list(_relabelled(request, apart))
    assert found == [(((1, 2), (4, 5)),)] * 9
    assert [(plans.index(design), seed) for design, _, _, seed in asked] == [(n % 3, 7 + n // 3) for n in range(9)]
    here = [1, 2, 4, 5]
    assert {rounds for _, rounds, _, _ in asked} == {2}
    assert asked[0][2] == [[6 * row + column for column in here] for row in here]


def test_a_trio_is_joined_by_who_met_that_pair_least() -> None:
    made = with_trio(5, 3)
    assert made == (((0, 1, 4), (2, 3)), ((0, 2), (1, 3, 4)), ((0, 2, 3), (1, 4))) or max(meetings(made).values()) <= 2
    seven = with_trio(7, 7)
    assert [sorted(map(len, held)) for held in seven] == [[2, 2, 3]] * 7 and seven[0] == ((0, 1, 6), (2, 5), (3, 4))


def test_who_sits_out_is_who_comes_next_in_line() -> None:
    asked = Request(5, rounds=6, seed=3)
    order = shuffled(range(5), 3)
    assert [person for (person,) in sitting_out(asked)] == [*order, order[0]]
    assert sitting_out(Request(4, rounds=2)) == ((), ())
    some = Request(5, rounds=3, present=((0, 1, 2), (0, 1, 2, 3), (0, 1, 2)), seed=3)
    first, none, other = sitting_out(some)
    here = [person for person in order if person in (0, 1, 2)]
    assert (first, none, other) == ((here[0],), (), (here[1],))


def test_the_circle_in_full() -> None:
    assert circle(4, 4) == (
        ((0, 3), (1, 2)), ((1, 3), (2, 0)), ((2, 3), (0, 1)), ((0, 3), (1, 2))
    )  # fmt: skip
    assert circle(5, 2) == (((1, 4), (2, 3)), ((2, 0), (3, 4)))
    assert circle(1, 2) == ((), ()) == circle(0, 2) and circle(2, 2) == (((0, 1),),) * 2
    assert list(islice(iter(circle(3, 3)), 3)) == [((1, 2),), ((2, 0),), ((0, 1),)]
