"""The search, step by step: what it keeps up to date is what counting from the beginning gives."""

from __future__ import annotations

import random
from dataclasses import replace
from itertools import combinations, count
from typing import Any

import numpy as np
import pytest

from data.methods.rounds import (
    Plan,
    Request,
    Round,
    Rounds,
    Weights,
    evaluate,
    improving,
    plan,
    planner,
    relabel,
    search,
)
from data.methods.rounds.pairs import circle
from data.methods.rounds.search import NEVER, HeatBath, Matrix, Terms, drawn, one_hot, table_numbers
from data.methods.rounds.sitting import past_sitting

PAST: Rounds = (((0, 1), (2, 3), (4, 5)), ((0, 2), (1, 3), (5, 6)))
ODD = Request(7, rounds=3, past=PAST, met_before=((6, 0), (1, 4)), apart=((0, 3, 6),), weights=Weights(3, 2, 1), seed=5)
ODD_START: Rounds = (((0, 1), (2, 3), (4, 5)), ((0, 2), (1, 4), (5, 6)), ((0, 3), (1, 5), (2, 6)))
GROUPS = Request(9, 3, 2, pinned={0: 1}, present=((0, 1, 2, 3, 4, 5, 6, 7, 8), (0, 1, 2, 3, 4, 5, 6, 8)), seed=1)
GROUPS_START: Rounds = (((1, 2, 3), (0, 4, 5), (6, 7, 8)), ((1, 2, 3), (0, 4, 5), (6, 8)))
BATHS = {"pairs": (ODD, ODD_START), "groups": (GROUPS, GROUPS_START)}


def rounds_of(bath: HeatBath) -> Rounds:
    """Where everybody sits now, not in the best rounds."""
    return tuple(
        tuple(tuple(np.flatnonzero(numbers == table).tolist()) for table in range(seats.shape[1]))
        for numbers, seats in zip(bath.tables, bath.seats, strict=True)
    )


def price(request: Request, rounds: Rounds) -> float:
    """What these rounds cost, pair by pair."""
    weights, plain = request.weights, evaluate(request, rounds)
    met_again = 0
    for a, b in combinations(range(request.people), 2):
        now = sum({a, b} <= set(table) for held in rounds for table in held)
        before = sum({a, b} <= set(table) for held in request.past for table in held)
        met_again += now * (now - 1) // 2 + now * before
    return weights.repeats * met_again + weights.met_before * plain.met_before + weights.apart * plain.apart


def check(request: Request, bath: HeatBath) -> None:
    """What the search keeps up to date is what is true of where everybody sits now."""
    now = rounds_of(bath)
    again = HeatBath(request, bath.terms, now)
    assert bath.cost == pytest.approx(price(request, now), abs=1e-3) and again.cost == pytest.approx(
        bath.cost, abs=1e-3
    )
    assert bath.least == pytest.approx(price(request, bath.rounds()), abs=1e-3)
    np.testing.assert_allclose(bath.prices, again.prices, atol=1e-3)
    for kept, counted in ((bath.seats, again.seats), (bath.shared, again.shared), (bath.walls, again.walls)):
        for mine, other in zip(kept, counted, strict=True):
            np.testing.assert_array_equal(mine, other)
    for mine, other in zip(bath.own, again.own, strict=True):
        np.testing.assert_array_equal(mine, other)
    assert bath.out == again.out
    np.testing.assert_array_equal(bath.sat, again.sat)


# What it begins with.


@pytest.mark.parametrize("name", BATHS)
def test_it_begins_with_what_the_rounds_cost_and_who_may_swap(name: str) -> None:
    request, start = BATHS[name]
    bath = HeatBath(request, Terms.of(request), start)
    assert rounds_of(bath) == bath.rounds() == start and bath.cost == bath.least == price(request, start)
    for number, (held, present) in enumerate(zip(start, request.attendance, strict=True)):
        away = set(range(request.people)).difference(present)
        fixed = away | set(request.pinned)
        for a in range(request.people):
            mates = next((set(table) for table in held if a in table), set())
            assert bath.own[number][a] == bath.terms.again * max(0, len(mates) - 1)
            for b in range(request.people):
                assert bath.shared[number][a, b] == (b in mates)
                barred = a == b or bool({a, b} & fixed)
                assert bath.barred[number][a, b] == NEVER * barred
                assert bath.walls[number][a, b] == NEVER * barred + NEVER * (b in mates)


def test_a_meeting_costs_what_those_before_it_make_it_cost() -> None:
    bath = HeatBath(ODD, Terms.of(ODD), ODD_START)
    prices = np.zeros((7, 7))
    for pairs, weight in (
        ([(0, 1), (2, 3), (4, 5), (0, 2), (1, 3), (5, 6)], 3),
        ([(0, 6), (1, 4)], 2),
        ([(0, 3), (0, 6), (3, 6)], 1),
    ):
        for a, b in pairs:
            prices[a, b] += weight
            prices[b, a] += weight
    np.testing.assert_array_equal(bath.terms.apart, prices)
    assert bath.terms.apart.dtype == np.float32
    for held in ODD_START:
        for a, b in held:
            prices[a, b] += 3
            prices[b, a] += 3
    np.testing.assert_array_equal(bath.prices, prices)


def test_a_pair_of_an_earlier_session_counts_once_and_one_of_this_session_each_time() -> None:
    twice: Rounds = (((0, 1), (2, 3)),) * 2
    terms = Terms.of(Request(4, past=twice, met_before=((0, 2), (2, 0)), apart=((1, 2, 3), (2, 3))))
    assert terms.apart.tolist() == [[0, 2, 1, 0], [2, 0, 1, 1], [1, 1, 0, 3], [0, 1, 3, 0]]


@pytest.mark.parametrize(
    ("weights", "unit"), [(Weights(3, 2, 5), 2), (Weights(3, 0, 5), 3), (Weights(0, 0, 7), 7), (Weights(0, 0, 0), 1)]
)
def test_the_unit_is_the_least_that_a_meeting_costs(weights: Weights, unit: int) -> None:
    terms = Terms.of(Request(4, weights=weights))
    assert terms.unit == unit and float(terms.again) == weights.repeats


def test_heat_falls_in_eight_levels_and_is_measured_in_units(monkeypatch: pytest.MonkeyPatch) -> None:
    bath = HeatBath(ODD, Terms.of(ODD), ODD_START)
    assert len(bath.heats) == 8 and bath.heats[0] == pytest.approx(0.2) and bath.heats[-1] == pytest.approx(0.13)
    dear = Request(7, rounds=3, weights=Weights(4, 4, 4))
    heats = HeatBath(dear, Terms.of(dear), ODD_START, (0.5, 0.25)).heats
    assert heats[0] == pytest.approx(2) and heats[-1] == pytest.approx(1) and all(np.diff(heats) < 0)
    monkeypatch.setattr(search, "WORK", 10_000)
    bath = HeatBath(ODD, Terms.of(ODD), ODD_START)
    assert (bath.taken, bath.left) == (0, 10_000 // (49 + 1200))


def test_who_sits_out_and_how_often_is_counted_with_the_past() -> None:
    bath = HeatBath(ODD, Terms.of(ODD), ODD_START)
    assert bath.sat.dtype == np.int64
    assert bath.out == [6, 3, 4] and past_sitting(ODD) == {6: 1, 4: 1}
    assert bath.sat.tolist() == [0, 0, 0, 1, 2, 0, 2] and bath.alike.all()
    bath = HeatBath(GROUPS, Terms.of(GROUPS), GROUPS_START)
    assert bath.out == [None, None] and bath.sat.tolist() == [0] * 9
    everybody = [[(one != 7 and other != 7) or one == other for other in range(9)] for one in range(9)]
    assert bath.alike.tolist() == everybody


# One step.


def swaps(request: Request, bath: HeatBath, number: int) -> dict[tuple[int, int], float]:
    """All swaps that may be made in a round, and what each would change, counted from the beginning."""
    now, present = rounds_of(bath), request.attendance[number]
    table = {person: place for place, members in enumerate(now[number]) for person in members}
    found = {}
    for a, b in combinations(present, 2):
        if {a, b} & set(request.pinned) or table.get(a, -1) == table.get(b, -1):
            continue
        out = next((person for person in (a, b) if person not in table), None)
        if out is not None:
            other = a + b - out
            same = all((out in there) == (other in there) for there in request.attendance)
            if not same or bath.sat[other] != bath.sat[out] - 1:
                continue
        trade = {a: b, b: a}
        after = tuple(tuple(sorted(trade.get(person, person) for person in members)) for members in now[number])
        found[a, b] = price(request, (*now[:number], after, *now[number + 1 :])) - price(request, now)
    return found


@pytest.mark.parametrize("name", BATHS)
def test_without_heat_a_step_makes_the_cheapest_swap_there_is(name: str) -> None:
    request, start = BATHS[name]
    bath = HeatBath(request, Terms.of(request), start)
    still = np.zeros(request.people**2 + 1, np.float32)
    chance, rests = random.Random(4), 0
    for _ in range(24):
        number = chance.randrange(request.rounds)
        there, before, seated = swaps(request, bath, number), bath.cost, rounds_of(bath)
        bath._step(number, still)
        moved = [place for place, (old, new) in enumerate(zip(seated, rounds_of(bath), strict=True)) if old != new]
        assert moved == ([number] if there else []), "one round changes, unless no swap may be made"
        assert bath.cost - before == pytest.approx(min(there.values(), default=0), abs=1e-3)
        check(request, bath)
        rests += not there
        # A swap by chance, so that the next step finds something to mend.
        if there and (pair := chance.choice(sorted(there))):
            again = swaps(request, bath, number)
            if pair in again:
                bath.cost += again[pair]
                bath._swap(number, *pair)
                check_state(request, bath)
    assert rests < 24


def check_state(request: Request, bath: HeatBath) -> None:
    """As `check`, when the best rounds are not those that were found last."""
    kept, least, bath.best, bath.least = bath.best, bath.least, [n.copy() for n in bath.tables], bath.cost
    check(request, bath)
    bath.best, bath.least = kept, least


@pytest.mark.parametrize("name", BATHS)
def test_after_many_steps_in_the_heat_all_is_still_counted_right(name: str) -> None:
    request, start = BATHS[name]
    bath = HeatBath(request, Terms.of(request), start, (2.0, 1.0))
    seen = set()
    for _ in range(8):
        bath.run(-1, 5)
        check(request, bath)
        seen.add(rounds_of(bath))
        assert bath.least <= bath.cost + 1e-3
        for held in rounds_of(bath):
            for person, table in request.pinned.items():
                assert person in held[table]
    assert len(seen) > 1 and bath.taken == 40


def test_who_sits_out_trades_only_with_who_sat_out_once_less_and_is_there_as_often() -> None:
    present = ((0, 1, 2, 3, 4), (0, 1, 2, 3, 4), (0, 1, 2))
    request = Request(5, rounds=3, present=present, weights=Weights(1, 1, 1))
    bath = HeatBath(request, Terms.of(request), (((0, 1), (2, 3)), ((0, 2), (1, 3)), ((0, 1),)))
    assert (bath.out, bath.sat.tolist()) == ([4, 4, 2], [0, 0, 1, 0, 2])
    assert set(swaps(request, bath, 0)) == {(0, 2), (0, 3), (1, 2), (1, 3)}, "who is there as often sat out too seldom"
    for number in (0, 1):
        bath._step(number, np.zeros(26, np.float32))
        assert bath.out[number] == 4
    check_state(request, bath)


def test_when_no_swap_may_be_made_nothing_moves() -> None:
    request = Request(2, rounds=1)
    bath = HeatBath(request, Terms.of(request), (((0, 1),),))
    bath.run(-1, 3)
    assert (rounds_of(bath), bath.cost, bath.taken) == ((((0, 1),),), 0, 3)


def test_the_best_rounds_are_kept_when_it_goes_on_to_worse_ones() -> None:
    request = Request(6, rounds=2, seed=2)
    start = circle(6, 2)
    bath = HeatBath(request, Terms.of(request), start, (50.0, 50.0))
    bath.run(-1, 10)
    tables = tuple(tuple(tuple(sorted(table)) for table in held) for held in start)
    assert bath.rounds() == tables and bath.least == 0
    assert rounds_of(bath) != tables


# How long it goes on.


def counted(bath: HeatBath) -> list[tuple[int, int]]:
    """The round and the wave of each step, in place of making it."""
    steps: list[tuple[int, int]] = []

    def step(number: int, noise: Matrix) -> None:
        steps.append((number, next(place for place, wave in enumerate(bath.waves) if wave is noise)))

    bath._step = step  # type: ignore[method-assign]
    return steps


def test_it_takes_the_steps_it_was_given_in_waves_of_heat() -> None:
    bath = HeatBath(ODD, Terms.of(ODD), ODD_START)
    bath.left, steps = 1000, counted(bath)
    bath.run(-1, 250)
    assert (len(steps), bath.taken, bath.left) == (250, 250, 750)
    bath.run(-1)
    assert (len(steps), bath.taken, bath.left) == (1000, 1000, 0)
    assert [wave for _, wave in steps] == [number // 100 % 8 for number in range(1000)]
    assert {number for number, _ in steps} == {0, 1, 2}
    bath.run(-1, 7)
    assert len(steps) == 1000


def test_it_stops_once_it_is_good_enough() -> None:
    bath = HeatBath(ODD, Terms.of(ODD), ODD_START)
    steps = counted(bath)
    bath.run(bath.least)
    bath.run(bath.least + 1)
    assert steps == []
    bath.run(bath.least - 0.5, 1)
    assert len(steps) == 1


def test_the_noise_is_gumbels_times_the_heat_and_the_seed_decides_it() -> None:
    one, same, other = (HeatBath(request, Terms.of(request), ODD_START) for request in (ODD, ODD, with_seed(6)))
    for bath in (one, same, other):
        counted(bath)
        bath.run(-1, 1)
    assert len(one.waves) == 8 and one.waves[0].shape == (1 << 17,) and one.waves[0].dtype == np.float32
    np.testing.assert_array_equal(one.waves[3], same.waves[3])
    assert (one.waves[3] != other.waves[3]).any()
    for wave, heat in zip(one.waves, one.heats, strict=True):
        np.testing.assert_allclose(wave / np.float32(heat), one.waves[0] / np.float32(one.heats[0]), rtol=1e-4)
    plain = one.waves[0] / np.float32(one.heats[0])
    assert plain.mean() == pytest.approx(0.5772, abs=0.02) and plain.std() == pytest.approx(1.2825, abs=0.02)


def with_seed(seed: int) -> Request:
    return replace(ODD, seed=seed)


def test_the_same_seed_takes_the_same_steps() -> None:
    ran = []
    for request in (ODD, ODD, with_seed(6)):
        bath = HeatBath(request, Terms.of(request), ODD_START, (2.0, 2.0))
        bath.run(-1, 20)
        ran.append(rounds_of(bath))
    assert ran[0] == ran[1] != ran[2]


# Drawing.


def test_two_people_are_drawn_whose_swap_costs_least_less_the_noise() -> None:
    change = np.array([[9, 4, 7], [4, 9, 5], [7, 5, 9]], np.float32)
    assert drawn(change, np.zeros(10, np.float32), random.Random(1)) == (0, 1)
    noise = np.zeros(10, np.float32)
    noise[5] = 2
    assert drawn(change, noise, random.Random(1)) == (1, 2)
    marked = np.eye(1, 9, 5, dtype=np.float32)[0]
    places = {drawn(np.zeros((2, 2), np.float32), marked, random.Random(number)) for number in range(40)}
    assert places == {(0, 0), (0, 1), (1, 0), (1, 1)}, "the noise is begun anywhere"


def test_tables_are_numbered_and_seats_marked() -> None:
    numbers = table_numbers(((3, 0), (), (1,)), 5)
    assert numbers.tolist() == [0, 2, -1, 0, -1]
    assert one_hot(numbers, 3).tolist() == [[1, 0, 0], [0, 0, 1], [0, 0, 0], [1, 0, 0], [0, 0, 0]]
    assert one_hot(numbers, 3).dtype == np.float32


# A plan fitted to the people.


def cost_of(apart: Matrix, rounds: Rounds) -> float:
    return sum(float(apart[a, b]) for held in rounds for table in held for a, b in combinations(table, 2))


def together(people: int, *rounds: Round) -> Matrix:
    meets: Matrix = np.sum([relabel._together(held, people) for held in rounds], axis=0)
    return meets


def test_places_are_exchanged_until_the_meetings_cost_nothing() -> None:
    apart = np.zeros((6, 6), np.float32)
    for a, b in ((0, 1), (2, 3), (4, 5)):
        apart[a, b] = apart[b, a] = 2
    meets = together(6, ((0, 1), (2, 3), (4, 5)), ((0, 2), (1, 4), (3, 5)))
    still = np.zeros(40, np.float32)
    start = np.arange(6)
    person, least = relabel._exchanged(start, apart, meets, still, random.Random(1))
    assert start.tolist() == list(range(6)) and sorted(person.tolist()) == list(range(6)) and least == 0
    assert float((apart[np.ix_(person, person)] * meets).sum()) == 0
    rng = random.Random(1)
    state = rng.getstate()
    again, least = relabel._exchanged(person, apart, meets, still, rng)
    assert again.tolist() == person.tolist() and least == 0 and rng.getstate() == state, "there is nothing to draw"


def test_what_the_places_cost_is_counted_right_at_every_exchange(monkeypatch: pytest.MonkeyPatch) -> None:
    chance = np.random.default_rng(3)
    for steps in (1, 2, 7):
        monkeypatch.setattr(relabel, "STEPS", steps)
        apart = np.triu(chance.integers(1, 9, (7, 7)), 1).astype(np.float32)
        apart += apart.T
        meets = together(7, *circle(7, 3))
        noise = np.zeros(60, np.float32)
        start = np.array([3, 1, 0, 2, 6, 5, 4])
        person, least = relabel._exchanged(start, apart, meets, noise, random.Random(1))
        assert least == pytest.approx(float((apart[np.ix_(person, person)] * meets).sum() / 2), abs=1e-2)
        if steps == 1:
            best = min(
                float((apart[np.ix_(p, p)] * meets).sum() / 2)
                for a, b in combinations(range(7), 2)
                for p in [np.array([start[b] if n == a else start[a] if n == b else start[n] for n in range(7)])]
            )
            assert least == pytest.approx(min(best, float((apart[np.ix_(start, start)] * meets).sum() / 2)), abs=1e-2)


def test_the_best_places_are_kept_when_it_goes_on_to_worse_ones(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(relabel, "STEPS", 12)
    apart = np.array([[0, 1, 1, 5], [1, 0, 5, 1], [1, 5, 0, 1], [5, 1, 1, 0]], np.float32)
    meets = relabel._together(((0, 1), (2, 3)), 4)
    noise = np.random.default_rng(1).gumbel(size=1 << 10).astype(np.float32) * 20
    person, least = relabel._exchanged(np.arange(4), apart, meets, noise, random.Random(2))
    assert least == 2 == float((apart[np.ix_(person, person)] * meets).sum() / 2)


def test_who_sits_together_in_a_round() -> None:
    assert relabel._together(((0, 2), (3,)), 4).tolist() == [[0, 0, 1, 0], [0] * 4, [1, 0, 0, 0], [0] * 4]


def test_the_cheapest_rounds_of_a_plan_are_held_by_the_people_who_suit_them() -> None:
    design = circle(6, 5)
    apart = np.zeros((6, 6), np.float32)
    for a, b in ((0, 1), (0, 2), (1, 2), (3, 4), (3, 5), (4, 5)):
        apart[a, b] = apart[b, a] = 1
    for rounds in (1, 3):
        made = relabel.relabel(design, rounds, apart, seed=3)
        assert len(made) == rounds and made == relabel.relabel(design, rounds, apart, seed=3)
        assert max(sum({a, b} <= set(t) for h in made for t in h) for a, b in combinations(range(6), 2)) == 1
        assert [sorted(person for table in held for person in table) for held in made] == [list(range(6))] * rounds
        assert {type(person) for held in made for table in held for person in table} == {int}
    assert cost_of(apart, relabel.relabel(design, 1, apart, seed=3)) <= 1
    assert relabel.relabel(design, 3, apart, seed=3) != relabel.relabel(design, 3, apart, seed=4)


def test_of_what_the_turns_found_the_best_is_taken_and_rounds_stay_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[list[int]] = []
    design = circle(4, 3)
    found = iter([([1, 0, 2, 3], 5.0), ([2, 1, 0, 3], 3.0), ([3, 1, 2, 0], 3.0)])

    def exchanged(person: Any, _apart: Any, meets: Any, _noise: Any, _rng: Any) -> tuple[Any, float]:
        seen.append(person.tolist())
        price = [cost_of(apart[np.ix_(person, person)], (held,)) for held in design]
        cheapest = sorted(sorted(range(3), key=price.__getitem__)[:2])
        np.testing.assert_array_equal(meets, together(4, *(design[number] for number in cheapest)))
        places, cost = next(found)
        return np.array(places), cost

    monkeypatch.setattr(relabel, "_exchanged", exchanged)
    apart = np.zeros((4, 4), np.float32)
    apart[0, 3] = apart[3, 0] = 1
    made = relabel.relabel(design, 2, apart, seed=1)
    assert seen[1:] == [[1, 0, 2, 3], [2, 1, 0, 3]]
    price = [sum(apart[[2, 1, 0, 3][a], [2, 1, 0, 3][b]] for a, b in held) for held in circle(4, 3)]
    assert len(made) == 2 and price.count(0) == 2 and sorted(seen[0]) == [0, 1, 2, 3]


# Which way leads to a plan: with a search that only notes what it is asked.


class Noted:
    """In the place of the search: each start has the cost it was given, and running it takes some of that away."""

    made: list[Noted]
    costs: Any
    gains: Any

    def __init__(self, request: Request, terms: Terms, start: Rounds, heat: Any = None) -> None:
        self.request, self.terms, self.start, self.heat = request, terms, start, heat
        self.cost = self.least = next(Noted.costs)
        self.left, self.ran = 6, []  # type: ignore[var-annotated]
        Noted.made.append(self)

    def run(self, enough: float, most: int = -1) -> None:
        self.ran.append((enough, most))
        self.left -= 1
        self.least -= next(Noted.gains)

    def rounds(self) -> Rounds:
        return self.start


@pytest.fixture
def noted(monkeypatch: pytest.MonkeyPatch) -> list[Noted]:
    monkeypatch.setattr(search, "HeatBath", Noted)
    Noted.made, Noted.costs, Noted.gains = [], count(50), iter(lambda: 0.0, None)
    return Noted.made


def test_the_search_starts_from_what_is_cheapest_and_runs_from_chance(
    noted: list[Noted], monkeypatch: pytest.MonkeyPatch
) -> None:
    request = Request(8, rounds=2, met_before=((0, 1),), apart=((2, 3),))
    Noted.costs = iter([9.0, 4.0, 7.0, 8.0, 6.0])
    Noted.gains = iter([3.0])
    starts = [(((number, number),),) for number in range(3)]
    monkeypatch.setattr(planner, "_relabelled", lambda _request, apart: iter(starts))
    made = planner._searched(request)
    assert [bath.start for bath in noted[:3]] == starts and len(noted) == 4
    assert all(bath.request is request for bath in noted)
    (((least, most),),) = [bath.ran for bath in noted if bath.ran]
    assert noted[-1].ran and (least, most) == (planner.enough(request), -1)
    assert made == noted[1].start, "4 is less than 8 - 3"
    Noted.costs, Noted.gains = iter([9.0, 4.0, 7.0, 8.0]), iter([5.0])
    noted.clear()
    assert planner._searched(request) == noted[-1].start


def test_a_start_that_is_good_enough_is_taken_at_once(noted: list[Noted]) -> None:
    request = Request(8, rounds=2, apart=((0, 1),))
    Noted.costs = iter([1.0, 0.0])
    made = planner._searched(request)
    assert len(noted) == 2 and made == noted[1].start and not any(bath.ran for bath in noted)


def test_what_is_left_of_a_plan_is_searched_from_rather_than_chance(noted: list[Noted]) -> None:
    planned = circle(6, 3)
    request = Request(6, rounds=2, past=planned[:1], present=((0, 1, 2, 3, 4),) * 2, planned=planned[1:])
    Noted.costs = count(50)
    planner._searched(request)
    assert noted[0].ran and not any(bath.ran for bath in noted[1:])
    assert [sorted(p for t in held for p in t) for held in noted[0].start] == [[0, 1, 2, 3], [1, 2, 3, 4]] or noted[
        0
    ].start


def test_before_the_first_round_a_plan_by_head_count_is_a_start_too(noted: list[Noted]) -> None:
    planned: Rounds = (((0, 1), (2, 3)), ((0, 1), (2, 3)))
    request = Request(4, rounds=2, planned=planned)
    planner._searched(request)
    assert [bath.start for bath in noted[:2]] == [planned, circle(4, 2)]


# Plans that go on getting better, with the same search.


def improve(request: Request, made: Plan, **more: Any) -> list[Plan]:
    asked: dict[str, Any] = {"announced": 0, "work": 2, "stop": lambda: False, **more}
    return list(improving.improving(request, made, **asked))


REPEATED = (((0, 1), (2, 3)),) * 2


def test_each_search_starts_from_chance_with_a_seed_of_its_own_cooler_and_warmer_in_turn(noted: list[Noted]) -> None:
    request = Request(4, rounds=2, seed=7)
    made = evaluate(request, REPEATED)
    assert improve(request, made, work=3) == []
    first, *searches = noted
    assert first.start == REPEATED and first.heat is None and first.request.planned == REPEATED
    assert [bath.request.seed for bath in searches] == [8, 9, 10]
    assert [bath.heat for bath in searches] == [(0.16, 0.11), (0.2, 0.15), (0.16, 0.11)]
    assert all(bath.terms is first.terms for bath in searches)
    for bath in searches:
        assert bath.ran == [(0, 100)] * 12 and bath.left == 0, "twice as long"


def test_only_what_is_better_is_told_and_the_best_ends_it(noted: list[Noted]) -> None:
    request = Request(4, rounds=2)
    made = evaluate(request, REPEATED)
    Noted.costs = iter([5.0, 9.0, 9.0, 9.0, 9.0, 9.0])
    Noted.gains = iter([*[0.0] * 11, 4.0, *[0.0] * 11, 4.0, *[0.0] * 11, 4.0005, *[0.0] * 11, 6.0, 9.0])
    found = improve(request, made, work=6)
    assert len(noted) == 6 and len(found) == 2
    assert [better.rounds for better in found] == [planner.finished(noted[0].request, noted[n].start) for n in (4, 5)]


def test_the_rounds_that_were_announced_stay_and_count_as_held(noted: list[Noted]) -> None:
    request = Request(5, rounds=3, past=(((0, 1), (2, 3)),), present=((0, 1, 2, 3),) * 2 + ((0, 1, 2, 3, 4),))
    planned: Rounds = (((0, 1), (2, 3)), ((0, 1), (2, 3)), ((0, 1), (2, 4)))
    made = evaluate(request, planned)
    Noted.costs, Noted.gains = iter([5.0, 4.0]), iter([4.0])
    (better,) = improve(request, made, announced=1)
    rest = noted[0].request
    assert (rest.past, rest.rounds, rest.planned) == ((*request.past, planned[0]), 2, planned[1:])
    assert rest.present == request.attendance[1:] and better.rounds[0] == planned[0] and len(better.rounds) == 3
    assert better.sits_out == evaluate(request, better.rounds).sits_out
    assert improve(request, made, announced=3) == []


def test_it_is_asked_to_stop_between_a_hundred_steps_and_after_each_search(noted: list[Noted]) -> None:
    request = Request(4, rounds=2)
    made = evaluate(request, REPEATED)
    answers = iter([False, False, True, True])
    assert improve(request, made, work=None, stop=lambda: next(answers)) == []
    assert [len(bath.ran) for bath in noted] == [0, 2]


def test_of_a_plan_that_is_the_best_nothing_is_searched(noted: list[Noted]) -> None:
    request = Request(4, rounds=2)
    assert improve(request, plan(request)) == [] and noted == []
    met = Request(4, rounds=2, met_before=((0, 3),))
    made = evaluate(met, circle(4, 2))
    assert made.quality.best and made.met_before
    improve(met, made, work=1)
    apart = Request(4, rounds=2, apart=((0, 3),))
    made = evaluate(apart, circle(4, 2))
    assert made.quality.best and made.apart
    improve(apart, made, work=1)
    assert len(noted) == 4
