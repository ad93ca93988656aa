"""Which way leads to a plan: the circle for pairs, and search from a first seating for everything else."""

import random

from data.methods.rounds.pairs import circle
from data.methods.rounds.request import Request, Round, Rounds


def rounds_for(request: Request) -> Rounds:
    """The rounds to hold, table by table."""
    if request.plain and all(set(sizes) == {2} for sizes in request.seatings):
        return circle(request.people, request.rounds)
    rng = random.Random(request.seed)
    return tuple(
        _dealt(list(present), sizes, rng) for present, sizes in zip(request.attendance, request.seatings, strict=True)
    )


def _dealt(people: list[int], sizes: tuple[int, ...], rng: random.Random) -> Round:
    rng.shuffle(people)
    seats = iter(people)
    return tuple(tuple(next(seats) for _ in range(size)) for size in sizes)
