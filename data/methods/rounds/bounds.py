"""Proven lower bounds: how many repeats no plan can avoid, and why."""

from collections import Counter
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from data.methods.rounds.request import Pair, Request, Round, pairs_of

Reason = Literal["none", "count", "person", "spread", "theorem"]

# The most rounds in which nobody meets twice, for (tables, size), where that is proven to be below what counting
# allows: OEIS A107431; (6, 6) is Tarry's proof (1900) that Euler's thirty-six officers cannot be arranged.
PROVEN_MOST = {(4, 3): 4, (5, 4): 5, (6, 5): 6, (6, 6): 3}

# The least sq by sizes of the tables and rounds, where it is above all other bounds: by exhaustive search, see
# scripts/prove_rounds.py.
PROVEN_SQ = {
    ((3, 3, 3, 3), 5): 3,
    ((3, 3, 3, 3), 6): 7,
    ((4, 3, 3, 3), 5): 3,
    ((4, 4, 3, 3), 5): 2,
    ((4, 4, 3, 3, 3), 6): 1,
}


@dataclass(frozen=True, slots=True)
class Bound:
    """No plan has fewer `repeats`, and none a smaller `sq`; `reason` is what proves the first."""

    repeats: int
    sq: int
    reason: Reason


def bound_of(request: Request) -> Bound:
    """The best bounds known here, over the past rounds and those to hold together."""
    past = Counter(pairs_of(request.past))
    held_repeats = sum(past.values()) - len(past)
    held_sq = sum(times * (times - 1) // 2 for times in past.values())
    levels = _levels(request, past)
    slots = sum(pairs_in(size) for sizes in request.seatings for size in sizes)
    spread_repeats, spread_sq = _spread(request)
    proven_repeats, proven_sq = _theorem(request)
    new: list[tuple[int, Reason]] = [
        (slots - levels[0], "count"),
        (_person(request, past), "person"),
        (spread_repeats, "spread"),
        (proven_repeats, "theorem"),
    ]
    repeats, reason = max(new, key=lambda entry: entry[0])
    if repeats <= 0:
        repeats, reason = 0, "count" if held_repeats else "none"
    sq = max(_filled(levels, slots), spread_sq, proven_sq, repeats)
    return Bound(held_repeats + repeats, held_sq + sq, reason)


def pairs_in(size: int) -> int:
    """How many pairs sit at a table of this size."""
    return size * (size - 1) // 2


def spread(people: int, tables: int) -> int:
    """The fewest pairs of so many people who share a table when they spread over so many tables."""
    each, more = divmod(people, tables)
    return more * pairs_in(each + 1) + (tables - more) * pairs_in(each)


def _levels(request: Request, past: Counter[Pair]) -> Counter[int]:
    """How many of the pairs who can still meet have met so often."""
    together = set(request.attendance)
    if any(len(present) == request.people for present in together):
        levels = Counter(past.values())
        levels[0] = pairs_in(request.people) - len(past)
        return levels
    return Counter(past[pair] for pair in {p for present in together for p in combinations(present, 2)})


def _filled(levels: Counter[int], slots: int) -> int:
    """The least that so many meetings add to sq: each goes to a pair who met least, and costs how often they met."""
    cost, level, width = 0, 0, 0
    while slots > 0:
        width += levels[level]
        if not width and level > max(levels, default=0):
            break
        here = min(slots, width)
        cost += here * level
        slots -= here
        level += 1
    return cost


def _person(request: Request, past: Counter[Pair]) -> int:
    """Repeats forced on persons: table mates somebody surely gets, less the people there are to meet; shared by two."""
    sure: Counter[int] = Counter()
    around: dict[int, set[int]] = {}
    for present, sizes in zip(request.attendance, request.seatings, strict=True):
        for person in present:
            around.setdefault(person, set()).update(present)
            if sum(sizes) == len(present):
                sure[person] += sizes[-1] - 1
    fresh = {person: len(others) - 1 for person, others in around.items()}
    for a, b in past:
        if b in around.get(a, ()):
            fresh[a] -= 1
            fresh[b] -= 1
    return -(-sum(max(0, sure[person] - fresh[person]) for person in fresh) // 2)


def _spread(request: Request) -> tuple[int, int]:
    """What tables that split over too few other tables add to repeats and to sq, over the rounds to hold.

    Two rounds share at least the pairs of each earlier table that cannot spread; a round repeats at least what it
    shares with one earlier round, and sq is the sum of what all pairs of rounds share.
    """
    repeats = sq = 0
    seen: Counter[tuple[tuple[int, ...], tuple[int, ...]]] = Counter()
    for present, sizes in zip(request.attendance, request.seatings, strict=True):
        if not sizes:
            continue
        here, full = set(present), sum(sizes) == len(present)
        shared = [_shared(held, here, len(sizes), len(present) - sum(sizes)) for held in request.past]
        if full:
            shared += [sum(spread(size, len(sizes)) for size in sizes)] * seen[present, sizes]
            seen[present, sizes] += 1
        repeats += max(shared, default=0)
        sq += sum(shared)
    return repeats, sq


def _shared(held: Round, here: set[int], tables: int, out: int) -> int:
    """The pairs of a round held, still present, whom a round of so many tables must seat together once more."""
    if out:
        return 0
    return sum(spread(len(here.intersection(table)), tables) for table in held)


def _theorem(request: Request) -> tuple[int, int]:
    """What is proven beyond counting of repeats and of sq, for everybody at full tables in all rounds.

    Where no more than `most` rounds do without repeats, every round beyond them shares a pair with an earlier one; and
    of all rounds so many pairs of rounds share something as people share a table when they spread over `most` tables
    (Turan 1941). With as many people at a table as there are tables, two rounds that share one pair share another: a
    table that sends two to one table sends none to some other, which then gets two from one table as well.
    """
    sizes = request.seatings[0] if request.plain and request.rounds else ()
    if sum(sizes) < request.people:
        return 0, 0
    at_once = 2 if len(sizes) == sizes[0] else 1
    repeats, sq = 0, PROVEN_SQ.get((sizes, request.rounds), 0)
    most = PROVEN_MOST.get((len(sizes), sizes[0]), request.rounds) if len(set(sizes)) == 1 else request.rounds
    if request.rounds > most:
        repeats, sq = at_once * (request.rounds - most), max(sq, at_once * spread(request.rounds, most))
    return max(repeats, _fewest(sq)), sq


def _fewest(sq: int) -> int:
    """The fewest repeats that can make so much sq: those of a single pair, which then meets again and again."""
    repeats = 0
    while pairs_in(repeats + 1) < sq:
        repeats += 1
    return repeats
