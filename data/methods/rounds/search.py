"""Search for plans by swapping people: a heat bath over all swaps of one round at a time.

Every step weighs all swaps of two people in one round at once and draws one with a chance that falls with what it
costs. That is annealing (Kirkpatrick, Gelatt and Vecchi 1983) without its rejected moves, the n-fold way (Bortz, Kalos
and Lebowitz 1975); drawing is taking the least of cost minus heat times Gumbel noise (Gumbel 1954). Heat rises and
falls in waves, so that the search leaves a dead end by itself. It counts steps and never looks at the clock.
"""

import random
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from data.methods.rounds.request import Request, Round, Rounds, pairs_of
from data.methods.rounds.sitting import past_sitting

Matrix = NDArray[np.float32]
Indices = NDArray[np.int64]
NEVER = np.float32(1e6)
HOT, COLD = 0.2, 0.13
LEVELS = 8
STEPS_AT_A_LEVEL = 100
NOISE = 1 << 17
WORK, OVERHEAD = 30_000_000, 1200


@dataclass(frozen=True, slots=True)
class Terms:
    """What meetings cost: `again` for one more meeting in these rounds, and `apart` (people x people) besides."""

    again: np.float32
    apart: Matrix
    unit: float

    @classmethod
    def of(cls, request: Request) -> "Terms":
        """The terms of a request: past meetings, meetings of earlier sessions and colleagues make a meeting dearer."""
        apart = np.zeros((request.people, request.people), np.float32)
        weights = request.weights
        earlier = {(min(pair), max(pair)) for pair in request.met_before}
        for pairs, weight in (
            (pairs_of(request.past), weights.repeats),
            (earlier, weights.met_before),
            (set(pairs_of((request.apart,))), weights.apart),
        ):
            for a, b in pairs:
                apart[a, b] += weight
                apart[b, a] += weight
        used = (weights.repeats, weights.met_before, weights.apart)
        return cls(np.float32(weights.repeats), apart, min((w for w in used if w > 0), default=1))


class HeatBath:
    """Rounds that change by swaps; who is pinned never moves, and who sits out may trade with who sat out once less."""

    def __init__(self, request: Request, terms: Terms, start: Rounds, heat: tuple[float, float] = (HOT, COLD)) -> None:
        self.people, self.terms = request.people, terms
        self.heats = np.geomspace(*heat, LEVELS) * terms.unit
        self.waves: list[Matrix] = []
        self.taken, self.left = 0, WORK // (request.people**2 + OVERHEAD)
        self.rng = random.Random(request.seed)
        self.tables = [table_numbers(held, self.people) for held in start]
        self.seats = [one_hot(numbers, len(held)) for numbers, held in zip(self.tables, start, strict=True)]
        self.shared: list[Matrix] = [seats @ seats.T for seats in self.seats]
        self.own: list[Matrix] = [terms.again * np.maximum(shared.sum(axis=0) - 1, 0) for shared in self.shared]
        self.barred = [_barred(set(present), request) for present in request.attendance]
        self.walls = [barred + NEVER * shared for barred, shared in zip(self.barred, self.shared, strict=True)]
        meetings: Matrix = np.array(sum(self.shared), np.float32)
        np.fill_diagonal(meetings, 0)
        self.prices: Matrix = terms.apart + terms.again * meetings
        self.cost = float((terms.again * meetings * (meetings - 1) / 2 + terms.apart * meetings).sum() / 2)
        self.best, self.least = [numbers.copy() for numbers in self.tables], self.cost
        self.out = [_out(present, numbers) for present, numbers in zip(request.attendance, self.tables, strict=True)]
        self.sat, self.alike = _sitting(request, self.out)

    def run(self, enough: float, most: int = WORK) -> None:
        """Take at most so many of the steps that are `left`, until the cost is `enough`; `rounds()` has the best."""
        if not self.waves:
            noise = np.random.default_rng(self.rng.randrange(1 << 32)).gumbel(size=NOISE).astype(np.float32)
            self.waves = [noise * np.float32(heat) for heat in self.heats]
        for _ in range(min(most, self.left)):
            if self.least <= enough:
                break
            self._step(self.rng.randrange(len(self.tables)), self.waves[self.taken // STEPS_AT_A_LEVEL % LEVELS])
            self.taken += 1
            self.left -= 1

    def _step(self, number: int, noise: Matrix) -> None:
        """Weigh what each swap changes in one round, and make one.

        What a person pays at each table is prices @ seats, of which the table they are at asks `again` too much for
        each mate, as the price counts this round; a swap then saves twice the price the two would pay each other.
        """
        seats = self.seats[number]
        change = (self.prices @ seats) @ seats.T
        pays = change.diagonal() - self.own[number]
        change -= pays[:, None]
        change = change + change.T
        change -= self.prices
        change -= self.prices
        change += self.walls[number]
        if (out := self.out[number]) is not None:
            change[out] += self.prices[out]
            change[out, ~(self.alike[out] & (self.sat == self.sat[out] - 1))] = NEVER
            change[:, out] = change[out]
        a, b = drawn(change, noise, self.rng)
        cost = float(change[a, b])
        if cost >= NEVER / 2:
            return
        self._swap(number, a, b)
        self.cost += cost
        if self.cost < self.least - 1e-3:
            self.best, self.least = [numbers.copy() for numbers in self.tables], self.cost

    def _swap(self, number: int, a: int, b: int) -> None:
        if (out := self.out[number]) is not None and out in (a, b):
            self.out[number] = a + b - out
            self.sat[[a, b]] = self.sat[[b, a]]
        seats, tables, own = self.seats[number], self.tables[number], self.own[number]
        at_a, at_b = int(tables[a]), int(tables[b])
        tables[a], tables[b] = at_b, at_a
        own[a], own[b] = float(own[b]), float(own[a])
        for person, left, taken in ((a, at_a, at_b), (b, at_b, at_a)):
            if left >= 0:
                seats[person, left] = 0
            if taken >= 0:
                seats[person, taken] = 1
        shared = seats @ seats.T
        change = shared - self.shared[number]
        change.reshape(-1)[:: self.people + 1] = 0
        self.prices += self.terms.again * change
        self.shared[number], self.walls[number] = shared, self.barred[number] + NEVER * shared

    def rounds(self) -> Rounds:
        """The best rounds so far."""
        return tuple(
            tuple(tuple(np.flatnonzero(numbers == table).tolist()) for table in range(seats.shape[1]))
            for numbers, seats in zip(self.best, self.seats, strict=True)
        )


def _barred(present: set[int], request: Request) -> Matrix:
    """NEVER where a swap is out of the question in a round, whoever sits where."""
    barred = np.eye(request.people, dtype=np.float32) * NEVER
    fixed = [*set(range(request.people)).difference(present), *request.pinned]
    barred[fixed] = NEVER
    barred[:, fixed] = NEVER
    return barred


def _sitting(request: Request, out: list[int | None]) -> tuple[Indices, NDArray[np.bool_]]:
    """How often each person sits out, the past included, and (people x people) who are present in the same rounds."""
    sat = np.zeros(request.people, np.int64)
    for person in (*past_sitting(request).elements(), *(p for p in out if p is not None)):
        sat[person] += 1
    signature = [[person in present for present in map(set, request.attendance)] for person in range(request.people)]
    return sat, np.array([[one == other for other in signature] for one in signature])


def _out(present: tuple[int, ...], numbers: Indices) -> int | None:
    """Who sits out of a round: one at most."""
    return next((person for person in present if numbers[person] < 0), None)


def drawn(change: NDArray[np.floating[Any]], noise: Matrix, rng: random.Random) -> tuple[int, int]:
    """Two people, drawn by what it costs to swap them."""
    people = len(change)
    start = rng.randrange(len(noise) - people * people)
    return divmod(int((change - noise[start : start + people * people].reshape(people, people)).argmin()), people)


def table_numbers(held: Round, people: int) -> Indices:
    """Each person's table; -1 for who sits at none."""
    numbers = np.full(people, -1)
    for table, members in enumerate(held):
        numbers[list(members)] = table
    return numbers


def one_hot(numbers: Indices, tables: int) -> Matrix:
    """1 where a person (row) sits at a table (column)."""
    seats = np.zeros((len(numbers), tables), np.float32)
    seated = np.flatnonzero(numbers >= 0)
    seats[seated, numbers[seated]] = 1
    return seats
