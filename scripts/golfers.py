"""Ten rounds of eight tables of four in which nobody meets twice, by an exact cover of what a group of shifts leaves.

Everybody meets all others but one, so that no plan has more rounds; Aguado (2004) found the first. Here people are two
copies of Z_4 x Z_4, who never meet whom they turn into by (2, 0). One round, which (2, 2) carries into itself, stands
for eight; another, which the pairs with an even sum carry into itself, for two. What is left to choose are tables such
that each difference between two people comes once: an exact cover (Knuth 2000) of differences and seats.
"""

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import reduce
from itertools import combinations, product
from operator import or_

from data.methods.rounds.request import Pair, Rounds, Table

PEOPLE, SIZE = 32, 4
ORDER = 16
SHIFTS = tuple(product(range(4), range(4)))
APART = (2, 0)
EIGHT = ((0, 0), (2, 2))
TWO = tuple(shift for shift in SHIFTS if sum(shift) % 2 == 0)
SEED = 1


@dataclass(frozen=True, slots=True)
class Choice:
    """Tables that go together in the round that `keeps` are the shifts of, and the bits of what they cover."""

    keeps: tuple[Pair, ...]
    tables: frozenset[Table]
    covers: int


def shifted(person: int, shift: Pair) -> int:
    """Where a shift carries somebody."""
    copy, place = divmod(person, ORDER)
    return copy * ORDER + (place // 4 + shift[0]) % 4 * 4 + (place % 4 + shift[1]) % 4


def images(table: Table, shifts: Iterable[Pair]) -> frozenset[Table]:
    """All tables that these shifts make of one."""
    return frozenset(tuple(sorted(shifted(person, shift) for person in table)) for shift in shifts)


def choices() -> Iterator[Choice]:
    """All tables that may stand in one of the two rounds, with those that go together with them."""
    bit: dict[Table, int] = {}
    for pair in combinations(range(PEOPLE), 2):
        if pair not in bit and pair[1] != shifted(pair[0], APART):
            bit |= dict.fromkeys(images(pair, SHIFTS), 1 << len(set(bit.values())))
    seats: dict[tuple[tuple[Pair, ...], int], int] = {}
    for keeps in (EIGHT, TWO):
        for person in range(PEOPLE):
            if (keeps, person) not in seats:
                new = 1 << len(set(bit.values()) | set(seats.values()))
                seats |= {(keeps, shifted(person, shift)): new for shift in keeps}
    for table in combinations(range(PEOPLE), SIZE):
        pairs = [pair for one in images(table, SHIFTS) for pair in combinations(one, 2)]
        if len(set(pairs)) < len(pairs) or not bit.keys() >= set(pairs):
            continue
        for keeps in (EIGHT, TWO):
            tables = images(table, keeps)
            people = [person for one in tables for person in one]
            still = len(images(table, SHIFTS)) * len(keeps) == len(tables) * ORDER
            if min(tables) == table and still and len(set(people)) == len(people):
                covered = {bit[pair] for pair in pairs} | {seats[keeps, person] for person in people}
                yield Choice(keeps, tables, reduce(or_, covered))


def cover(left: int, options: list[Choice]) -> tuple[Choice, ...] | None:
    """Options that cover every bit of `left` exactly once; None where there are none."""
    if not left:
        return ()
    bits = [1 << place for place in range(left.bit_length()) if left >> place & 1]
    scarce = min(([o for o in options if o.covers & bit] for bit in bits), key=len)
    for option in scarce:
        rest = cover(left & ~option.covers, [other for other in options if not other.covers & option.covers])
        if rest is not None:
            return (option, *rest)
    return None


def ten_rounds() -> Rounds:
    """The ten rounds."""
    options = list(choices())
    random.Random(SEED).shuffle(options)
    found = cover(reduce(or_, (option.covers for option in options)), options) or ()
    rounds = set()
    for keeps in (EIGHT, TWO):
        base = [table for option in found if option.keeps == keeps for table in option.tables]
        rounds |= {tuple(sorted(table for one in base for table in images(one, [shift]))) for shift in SHIFTS}
    return tuple(sorted(rounds))
