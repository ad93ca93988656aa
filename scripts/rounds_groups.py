"""Groups of up to ten elements, and every way in which one can carry people: as many orbits, as long, as they may be.

A group acts on an orbit as it acts on the cosets of a subgroup, so that the subgroups, one of each that are conjugate,
are all there is to choose from (Burnside, Theory of groups of finite order, 1897). Shifts, which `library.py` makes by
itself, are not listed where all orbits but single people are as long as the group.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations, product

Permutation = tuple[int, ...]

MOST_SHORT = 4  # orbits shorter than the group; with more of them hardly anything is left of the symmetry


def _cycles(*lengths: int) -> list[Permutation]:
    """Permutations that make a product of cyclic groups of these orders."""
    made = []
    for number, length in enumerate(lengths):
        start = sum(lengths[:number])
        turn = {start + place: start + (place + 1) % length for place in range(length)}
        made.append(tuple(turn.get(place, place) for place in range(sum(lengths))))
    return made


def _dihedral(corners: int) -> list[Permutation]:
    """A turn and a flip of a polygon."""
    return [*_cycles(corners), tuple(-place % corners for place in range(corners))]


QUATERNIONS: list[Permutation] = [(1, 4, 3, 6, 5, 0, 7, 2), (2, 7, 4, 1, 6, 3, 0, 5)]  # times i and times j
GENERATORS = {
    2: [_cycles(2)],
    3: [_cycles(3)],
    4: [_cycles(4), _cycles(2, 2)],
    5: [_cycles(5)],
    6: [_cycles(6), _dihedral(3)],
    7: [_cycles(7)],
    8: [_cycles(8), _cycles(4, 2), _cycles(2, 2, 2), _dihedral(4), QUATERNIONS],
    9: [_cycles(9), _cycles(3, 3)],
    10: [_cycles(10), _dihedral(5)],
}


@dataclass(frozen=True, slots=True)
class Orbit:
    """One way in which a group acts on `length` people: where each of its generators takes them."""

    length: int
    generators: tuple[Permutation, ...]


def carried(order: int, people: int) -> Iterator[tuple[Permutation, ...]]:
    """Generators of each group of this order as they may act on so many people, longest orbits first.

    Of actions with orbits of the same lengths, whose elements have the same cycles, one is taken: nearly always they
    differ by names only.
    """
    for generators in GENERATORS.get(order, ()):
        orbits, seen = _orbits(tuple(generators)), set()
        for regular in (people // order, people // order - 1):
            for short in _fill(people - regular * order, orbits[1:]) if regular > 0 else ():
                chosen = (orbits[0],) * regular + short
                made = tuple(_side_by_side(chosen, number) for number in range(len(generators)))
                cycles = tuple(sorted(_cycle_lengths(element) for element in _closed(made)))
                kind = tuple(orbit.length for orbit in chosen), cycles
                if kind not in seen:
                    seen.add(kind)
                    yield made


def prime_turns(made: Sequence[Permutation]) -> Iterator[tuple[Permutation, int]]:
    """One element of each kind (by its cycles) that has the order 2, 3 or 5, with that order."""
    seen = set()
    for element in sorted(_closed(tuple(made))):
        cycles = _cycle_lengths(element)
        if cycles[-1] in (2, 3, 5) and set(cycles) <= {1, cycles[-1]} and cycles not in seen:
            seen.add(cycles)
            yield element, cycles[-1]


def _fill(people: int, orbits: tuple[Orbit, ...], most: int = MOST_SHORT) -> Iterator[tuple[Orbit, ...]]:
    """All choices of orbits, in order and as often as they fit, that hold so many people."""
    if not people:
        yield ()
    for place, orbit in enumerate(orbits if most else ()):
        if orbit.length <= people:
            yield from ((orbit, *more) for more in _fill(people - orbit.length, orbits[place:], most - 1))


def _side_by_side(orbits: tuple[Orbit, ...], number: int) -> Permutation:
    """Where generator `number` takes each person when these orbits stand one after the other."""
    images: list[int] = []
    for orbit in orbits:
        start = len(images)
        images += [start + image for image in orbit.generators[number]]
    return tuple(images)


@cache
def _orbits(generators: tuple[Permutation, ...]) -> tuple[Orbit, ...]:
    """Every way of acting on one orbit, the longest first."""
    elements = _closed(generators)
    seen: set[frozenset[Permutation]] = set()
    found = []
    chosen = (some for size in (1, 2, 3) for some in combinations(sorted(elements), size))
    for subgroup in sorted({_closed(some) for some in chosen}, key=len):
        if subgroup not in seen:
            seen |= {frozenset(_times(_times(x, y), _inverse(x)) for y in subgroup) for x in elements}
            found.append(_on_cosets(elements, subgroup, generators))
    return tuple(found)


def _on_cosets(
    elements: frozenset[Permutation], subgroup: frozenset[Permutation], generators: tuple[Permutation, ...]
) -> Orbit:
    cosets = sorted({tuple(sorted(_times(x, y) for y in subgroup)) for x in elements})
    number = {element: place for place, coset in enumerate(cosets) for element in coset}
    return Orbit(len(cosets), tuple(tuple(number[_times(made, coset[0])] for coset in cosets) for made in generators))


def _closed(some: tuple[Permutation, ...]) -> frozenset[Permutation]:
    """The subgroup that these elements make."""
    found = set(some)
    while not found.issuperset(more := {_times(x, y) for x, y in product(found, some)}):
        found |= more
    return frozenset(found)


def _times(x: Permutation, y: Permutation) -> Permutation:
    return tuple(x[image] for image in y)


def _cycle_lengths(x: Permutation) -> tuple[int, ...]:
    """How long the cycles of a permutation are, the cycle of each point."""
    lengths = []
    for start in x:
        point, length = x[start], 1
        while point != start:
            point, length = x[point], length + 1
        lengths.append(length)
    return tuple(sorted(lengths))


def _inverse(x: Permutation) -> Permutation:
    return tuple(sorted(range(len(x)), key=x.__getitem__))
