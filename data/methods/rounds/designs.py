"""Plans that algebra gives, in which nobody meets twice: affine planes and spaces, transversal designs over GF(q)."""

from functools import cache

from data.methods.rounds.fields import field
from data.methods.rounds.request import Rounds, Table


@cache
def algebraic(tables: int, size: int) -> Rounds:
    """All rounds of a transversal design with `size` blocks of `tables` people, over GF(tables), or ().

    Person y of block i is number i * tables + y. In round r, table t takes from each block i the person x_i r + t:
    two people of different blocks meet exactly once in `tables` rounds, those of one block not at all (Bose 1938;
    resolvable by its construction). Then each block by itself goes on in the same way where its people fill tables:
    with size = tables that gives the affine plane, and the affine spaces in the end.
    """
    numbers = field(tables)
    if numbers is None or not 1 < size <= tables:
        return ()
    across = tuple(
        tuple(
            tuple(block * tables + numbers.plus[numbers.times[block][turn]][table] for block in range(size))
            for table in range(tables)
        )
        for turn in range(tables)
    )
    return across + _within(tables, size)


def _within(tables: int, size: int) -> Rounds:
    """The rounds in which each block of `tables` people sits by itself, at tables of `size`."""
    if tables % size:
        return ()
    people = range(tables)
    side_by_side = tuple(tuple(people[start : start + size]) for start in range(0, tables, size))
    inner = algebraic(tables // size, size) or (side_by_side,)
    return tuple(
        tuple(tuple(block * tables + person for person in table) for block in range(size) for table in held)
        for held in inner
    )


def truncated(people: int, tables: int, rounds: int) -> Rounds:
    """So many rounds in which nobody meets twice, or (): a transversal design less people of its last block.

    Those of one block do not meet in the first `tables` rounds, so no table loses more than one of them (Hanani
    1975). In the rounds after those only one person can be missed.
    """
    size = -(-people // tables)
    design = algebraic(tables, size)
    missing = size * tables - people
    if len(design) < rounds or missing >= tables or (missing > 1 and rounds > tables):
        return ()
    return without(design[:rounds], frozenset(range(people, people + missing)))


def without(rounds: Rounds, leaving: frozenset[int]) -> Rounds:
    """The rounds when these people are not there, the others numbered from 0 in their old order."""
    people = sorted({person for table in rounds[0] for person in table} - leaving) if rounds else []
    number = {person: place for place, person in enumerate(people)}
    return tuple(tuple(_less(table, number) for table in held) for held in rounds)


def _less(table: Table, number: dict[int, int]) -> Table:
    return tuple(number[person] for person in table if person in number)
