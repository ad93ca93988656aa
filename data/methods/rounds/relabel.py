"""Fit an ideal plan to the people: which person takes which place in it, and which of its rounds are held."""

import random

import numpy as np

from data.methods.rounds.request import Round, Rounds
from data.methods.rounds.search import NEVER, Indices, Matrix, drawn, one_hot, table_numbers

TURNS = 3
STEPS = 150
HEAT = np.float32(0.3)
NOISE = 1 << 16


def relabel(design: Rounds, rounds: int, apart: Matrix, seed: int) -> Rounds:
    """So many rounds of the design with its places given to people, whose numbers are those of `apart`.

    `apart` (people x people) is what a meeting costs. In turns the cheapest rounds are chosen for the present places,
    and places are exchanged, by the heat bath of the search, to make those rounds cheaper: the quadratic assignment
    problem (Koopmans and Beckmann 1957).
    """
    people, rng = len(apart), random.Random(seed)
    shared = [_together(held, people) for held in design]
    noise = np.random.default_rng(seed).gumbel(size=NOISE).astype(np.float32) * HEAT
    person = np.array(rng.sample(range(people), people))
    best, chosen, least = person, list(range(rounds)), float("inf")
    for _ in range(TURNS):
        seen = apart[np.ix_(person, person)]
        price = [float((seen * meets).sum()) for meets in shared]
        cheapest = sorted(sorted(range(len(design)), key=price.__getitem__)[:rounds])
        person, cost = _exchanged(person, apart, np.sum([shared[r] for r in cheapest], axis=0), noise, rng)
        if cost < least:
            best, chosen, least = person, cheapest, cost
    return tuple(tuple(tuple(int(best[place]) for place in table) for table in design[r]) for r in chosen)


def _together(held: Round, people: int) -> Matrix:
    seats = one_hot(table_numbers(held, people), len(held))
    shared: Matrix = seats @ seats.T
    np.fill_diagonal(shared, 0)
    return shared


def _exchanged(
    person: Indices, apart: Matrix, meets: Matrix, noise: Matrix, rng: random.Random
) -> tuple[Indices, float]:
    """The cheapest places found from these, and what the meetings of the plan then cost."""
    person = person.copy()
    cost = float((apart[np.ix_(person, person)] * meets).sum() / 2)
    best, least = person.copy(), cost
    barred = np.eye(len(person), dtype=np.float32) * NEVER
    for _ in range(STEPS):
        if least <= 0:
            break
        seen = apart[np.ix_(person, person)]
        change = seen @ meets
        change = change - change.diagonal()[:, None]
        change = change + change.T + 2 * seen * meets + barred
        a, b = drawn(change, noise, rng)
        cost += float(change[a, b])
        person[[a, b]] = person[[b, a]]
        if cost < least - 1e-3:
            best, least = person.copy(), cost
    return best, least
