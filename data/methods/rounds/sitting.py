"""Who sits out when an odd number of people sits in pairs: everybody in turn."""

import random
from collections import Counter
from collections.abc import Iterable

from data.methods.rounds.request import Request, Table


def sitting_out(request: Request) -> tuple[Table, ...]:
    """Who sits out in each round to hold: whoever did least so far, of those who come next in line.

    See `past_sitting` for who did in the rounds held.
    """
    sat = past_sitting(request)
    order = {person: place for place, person in enumerate(shuffled(range(request.people), request.seed))}
    out = []
    for present, sizes in zip(request.attendance, request.seatings, strict=True):
        left = len(present) - sum(sizes)
        turn = sorted(present, key=lambda person: (sat[person], order[person]))[:left]
        sat.update(turn)
        out.append(tuple(sorted(turn)))
    return tuple(out)


def is_fair(request: Request, out: tuple[Table, ...]) -> bool:
    """Whether so many sit out as have to, and nobody who is always there more than once more than another."""
    asked = [len(present) - sum(sizes) for present, sizes in zip(request.attendance, request.seatings, strict=True)]
    sat = past_sitting(request)
    sat.update(person for away in out for person in away)
    always = set(range(request.people)).intersection(*request.attendance)
    counts = [sat[person] for person in always]
    return [len(away) for away in out] == asked and max(counts, default=0) - min(counts, default=0) <= 1


def past_sitting(request: Request) -> Counter[int]:
    """How often each person sat out in the rounds held: a round in pairs lacks them, and nobody else who took part.

    Whoever takes part in none of several rounds was not there; after one round that cannot be told.
    """
    known = {person for held in request.past for table in held for person in table}
    if len(request.past) == 1:
        known.update(*request.attendance)
    missing = [known.difference(*held) for held in request.past if all(len(table) == 2 for table in held)]
    return Counter(person for away in missing if len(away) == 1 for person in away)


def shuffled(people: Iterable[int], seed: int) -> list[int]:
    """The people in an order that the seed decides."""
    order = list(people)
    random.Random(seed).shuffle(order)
    return order
