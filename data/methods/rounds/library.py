"""Plans by head count: from algebra where it gives one, and from base rounds that were searched for once.

`base_rounds.txt` beside this file is made by `scripts/make_rounds.py`, which says how. A line holds numbers and words:

    people tables first last shifts orbits base...

The plan serves `first` to `last` rounds; a `first` below 0 says that it is only there to be relabelled, and that people
fall apart in groups of that many who never meet in it. A base round gives each person's table as a letter. The rounds
are the images of all base rounds under a group (Bose 1939 for this method of differences). Z_i x Z_j, named by shifts
(`ixj`), acts on the first orbits * i * j people, in orbits, and leaves the others where they are. For any other group
`orbits` is `*`, and `shifts` are permutations that make it, joined by `/`: for each person the letter of the image.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from itertools import groupby

from data.methods.rounds.designs import truncated
from data.methods.rounds.request import Rounds

LETTERS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"


def known(people: int, tables: int, rounds: int) -> Rounds:
    """The best rounds known for so many people at so many tables, or () where none is known for this many rounds."""
    found = truncated(people, tables, rounds)
    if found:
        return found
    for first, last, words in _entries().get((people, tables), ()):
        if 0 < first <= rounds <= last:
            return _read(people, words)[:rounds]
    return ()


def longest(people: int, tables: int) -> Rounds:
    """The plan with the most rounds that is known; () where there is none."""
    searched = max((last for first, last, _ in _entries().get((people, tables), ()) if first > 0), default=0)
    lengths = sorted({searched, tables, tables + 1}, reverse=True)
    return next(filter(None, (known(people, tables, most) for most in lengths)), ())


def all_known(people: int, tables: int, rounds: int) -> Iterator[Rounds]:
    """Every plan with at least so many rounds: one to be relabelled can have more rounds than are needed."""
    for more in sorted({max(rounds, more) for more in (rounds, tables, tables + 1)}):
        if found := truncated(people, tables, more):
            yield found
    for _, last, words in sorted(_entries().get((people, tables), ()), key=lambda entry: entry[:2]):
        if last >= rounds:
            yield _read(people, words)


def _read(people: int, words: list[str]) -> Rounds:
    """The rounds that a line stands for."""
    return developed(people, words[0], words[1], words[2:])


def developed(people: int, shifts: str, orbits: str, bases: Sequence[str]) -> Rounds:
    """All images of the base rounds under the group, as tables of people in order; other than shifts give each once."""
    group = list(images(people, shifts, orbits))
    rounds = tuple(_tables(image, base) for image in group for base in bases)
    return rounds if orbits != "*" else tuple({frozenset(held): held for held in rounds}.values())


def images(people: int, shifts: str, orbits: str) -> Iterator[Sequence[int]]:
    """Where each person goes, for each element of the group; first the one that leaves all where they are."""
    if orbits == "*":
        return iter(_generated(people, [[LETTERS.index(letter) for letter in word] for word in shifts.split("/")]))
    wide, deep = map(int, shifts.split("x"))
    return (_shifted(people, (wide, deep), int(orbits), (i, j)) for i in range(wide) for j in range(deep))


def _generated(people: int, permutations: list[list[int]]) -> list[tuple[int, ...]]:
    """All products of these permutations, each once, the shortest first."""
    elements = {tuple(range(people)): None}
    waiting = list(elements)
    for element in waiting:
        for permutation in permutations:
            product = tuple(permutation[person] for person in element)
            if product not in elements:
                elements[product] = None
                waiting.append(product)
    return waiting


def _shifted(people: int, shifts: tuple[int, int], orbits: int, by: tuple[int, int]) -> list[int]:
    """Where each person goes when the group element `by` acts."""
    wide, deep = shifts
    order = wide * deep
    image = list(range(people))
    for person in range(orbits * order):
        start, place = person - person % order, person % order
        image[person] = start + (place // deep + by[0]) % wide * deep + (place % deep + by[1]) % deep
    return image


def _tables(image: Sequence[int], base: str) -> tuple[tuple[int, ...], ...]:
    seated: dict[str, list[int]] = {}
    for person, letter in zip(image, base, strict=True):
        seated.setdefault(letter, []).append(person)
    return tuple(tuple(sorted(seated[letter])) for letter in sorted(seated))


@cache
def _entries() -> dict[tuple[int, int], list[tuple[int, int, list[str]]]]:
    """The lines of the data file: first and last round count and the other words, by people and tables."""
    text = files(__package__).joinpath("base_rounds.txt").read_text("ascii")
    split = [line.split() for line in text.splitlines() if not line.startswith("#")]
    return {
        (int(people), int(tables)): [(int(line[2]), int(line[3]), line[4:]) for line in lines]
        for (people, tables), lines in groupby(split, key=lambda line: (line[0], line[1]))
    }
