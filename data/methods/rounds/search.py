"""Search for plans by swapping people: a heat bath over all swaps of one round at a time.

Every step weighs all swaps of two people in one round at once and draws one with a chance that falls with what it
costs. That is annealing (Kirkpatrick, Gelatt and Vecchi 1983) without its rejected moves, the n-fold way (Bortz, Kalos
and Lebowitz 1975); drawing is taking the least of cost minus heat times Gumbel noise (Gumbel 1954). Heat rises and
falls in waves, so that the search leaves a dead end by itself. It counts steps and never looks at the clock.
"""

import random
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from data.methods.rounds.request import Request, Round, Rounds, pairs_of
from data.methods.rounds.sitting import past_sitting

Matrix = NDArray[np.float32]
Indices = NDArray[np.int64]
NEVER = np.float32(1e6)
HOT, COLD = 0.30, 0.12
LEVELS = 8
STEPS_AT_A_LEVEL = 60
NOISE = 1 << 17
WORK, OVERHEAD = 30_000_000, 1200


@dataclass(frozen=True, slots=True)
class Terms:
    """What meetings cost: `again` for one more meeting in these rounds, and `apart` (people x people) besides."""

    again: float
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
        return cls(weights.repeats, apart, min((w for w in used if w > 0), default=1))


class HeatBath:
    """Rounds that change by swaps; who is pinned never moves, and who sits out may trade with who sat out once less."""

    def __init__(self, request: Request, terms: Terms, start: Rounds) -> None:
        self.people, self.terms = request.people, terms
        self.rng = random.Random(request.seed)
        self.tables = [table_numbers(held, self.people) for held in start]
        self.seats = [one_hot(numbers, len(held)) for numbers, held in zip(self.tables, start, strict=True)]
        self.together = [self._together(number) for number in range(len(start))]
        self.barred = [self._barred(present, request) for present in request.attendance]
        self.out = [_out(present, numbers) for present, numbers in zip(request.attendance, self.tables, strict=True)]
        self.sat = np.zeros(self.people, np.int64)
        for person in (*past_sitting(request).elements(), *(p for p in self.out if p is not None)):
            self.sat[person] += 1
        signature = [tuple(p in present for present in map(set, request.attendance)) for p in range(self.people)]
        self.alike = np.array([[one == other for other in signature] for one in signature])
        meetings = np.sum(self.together, axis=0, dtype=np.float32)
        self.prices: Matrix = terms.apart + np.float32(terms.again) * meetings
        self.cost = float((terms.again * meetings * (meetings - 1) / 2 + terms.apart * meetings).sum() / 2)
        self.best, self.least = [numbers.copy() for numbers in self.tables], self.cost

    def _together(self, number: int) -> Matrix:
        """1 where two people share a table in this round."""
        seats = self.seats[number]
        shared: Matrix = seats @ seats.T
        shared.reshape(-1)[:: self.people + 1] = 0
        return shared

    def _barred(self, present: tuple[int, ...], request: Request) -> Matrix:
        """NEVER where a swap is out of the question in a round, whoever sits where."""
        barred = np.eye(self.people, dtype=np.float32) * NEVER
        fixed = [*set(range(self.people)).difference(present), *request.pinned]
        barred[fixed] = NEVER
        barred[:, fixed] = NEVER
        return barred

    def run(self, enough: float) -> None:
        """Take steps until the cost is `enough` or the work is done; `rounds()` has the best there was."""
        noise = np.random.default_rng(self.rng.randrange(1 << 32)).gumbel(size=NOISE).astype(np.float32)
        heats = np.geomspace(HOT, COLD, LEVELS) * self.terms.unit
        waves = [noise * np.float32(heat) for heat in heats]
        for step in range(WORK // (self.people**2 + OVERHEAD)):
            if self.least <= enough:
                break
            self._step(self.rng.randrange(len(self.tables)), waves[step // STEPS_AT_A_LEVEL % LEVELS])

    def _step(self, number: int, noise: Matrix) -> None:
        shared, seats = self.together[number], self.seats[number]
        others = self.prices - np.float32(self.terms.again) * shared
        change = (others @ seats) @ seats.T
        change = change - change.diagonal()[:, None]
        change = change + change.T
        others += others
        change -= others
        change += self.barred[number]
        change += shared * NEVER
        out = self.out[number]
        if out is not None:
            change[out] += others[out] / 2
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
        if (out := self.out[number]) in (a, b) and out is not None:
            self.out[number] = a + b - out
            self.sat[[a, b]] = self.sat[[b, a]]
        for rows in (self.tables[number], self.seats[number]):
            rows[[a, b]] = rows[[b, a]]
        now = self._together(number)
        self.prices += np.float32(self.terms.again) * (now - self.together[number])
        self.together[number] = now

    def rounds(self) -> Rounds:
        """The best rounds so far."""
        return tuple(
            tuple(tuple(np.flatnonzero(numbers == table).tolist()) for table in range(seats.shape[1]))
            for numbers, seats in zip(self.best, self.seats, strict=True)
        )


def _out(present: tuple[int, ...], numbers: Indices) -> int | None:
    """Who sits out of a round: one at most."""
    return next((person for person in present if numbers[person] < 0), None)


def drawn(change: Matrix, noise: Matrix, rng: random.Random) -> tuple[int, int]:
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
