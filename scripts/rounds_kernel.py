"""Plans made of base rounds and the group that carries them round: the ways to try, and the compiled search itself."""

import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

from data.methods.rounds.library import LETTERS, developed
from data.methods.rounds.request import Rounds

LONGEST_TEXT = 480  # letters for one plan; a longer one is left to the search at run time
SOURCE = Path(__file__).with_name("rounds_search.c")


@dataclass(frozen=True, slots=True)
class Found:
    """A plan as the file has it; `sq` is the sum over pairs of C(meetings, 2) after 0, 1, 2 ... rounds."""

    people: int
    shifts: tuple[int, int]
    orbits: int
    bases: tuple[str, ...]
    sq: tuple[int, ...] = field(compare=False)

    @property
    def most_rounds(self) -> int:
        """How many rounds it has."""
        return len(self.sq) - 1

    @property
    def rounds(self) -> Rounds:
        """The rounds themselves."""
        return developed(self.people, self.shifts, self.orbits, self.bases)


@dataclass(frozen=True, slots=True)
class Way:
    """Which shifts act on how many orbits, how many base rounds there are, and who is not to meet (letters alike).

    With a `spin` the base rounds are kept as they are by a turn of so many orbits that multiplies places by `factor`:
    fewer choices are left, and among them the tight plans are found far sooner.
    """

    shifts: tuple[int, int]
    orbits: int
    bases: int
    apart: str = "-"
    spin: int = 1
    factor: int = 1


def found(people: int, shifts: tuple[int, int], orbits: int, bases: Sequence[str]) -> Found:
    """A plan from its base rounds, with what it costs."""
    rounds = developed(people, shifts, orbits, bases)
    return Found(people, shifts, orbits, tuple(bases), tuple(costs(rounds, people)))


def written_out(people: int, rounds: Rounds) -> Found:
    """These rounds with no symmetry at all."""
    bases = []
    for held in rounds:
        table_of = {person: number for number, table in enumerate(held) for person in table}
        bases.append("".join(LETTERS[table_of[person]] for person in range(people)))
    return found(people, (1, 1), people, bases)


def costs(rounds: Rounds, people: int) -> Iterator[int]:
    """The sum over pairs of C(meetings, 2) after 0, 1, 2 ... rounds."""
    met = [[0] * people for _ in range(people)]
    total = 0
    yield total
    for held in rounds:
        for table in held:
            for place, a in enumerate(table):
                for b in table[place + 1 :]:
                    total += met[a][b]
                    met[a][b] += 1
        yield total


def ways(people: int, tables: int, rounds: int, group: int = 0) -> Iterator[Way]:
    """The shifts to try for so many rounds, most symmetric first; `group`: how many are not to meet each other."""
    for order in sorted((d for d in range(1, rounds + 1) if rounds % d == 0), reverse=True):
        bases = rounds // order
        if bases * people > LONGEST_TEXT:
            continue
        for shifts in [(order, 1), *((order // p, p) for p in (2, 3, 4) if order % p**2 == 0)]:
            for orbits in sorted({people // order, people // order - 1} - {0}, reverse=True):
                staying = people - orbits * order
                if staying > max(tables, 3):
                    continue
                if group:
                    yield from (Way(shifts, orbits, bases, apart) for apart in names(order, orbits, staying, group))
                    continue
                yield Way(shifts, orbits, bases)
                if people % tables == 0 and shifts[1] == 1 < order:
                    yield from turns(Way(shifts, orbits, bases), staying, tables, people // tables)


def turns(way: Way, staying: int, tables: int, size: int) -> Iterator[Way]:
    """The same way with every turn that suits: tables go round in turns, and those that do not hold who stays."""
    order = way.shifts[0]
    for spin in (2, 3):
        whole = staying % spin == 0 and tables % spin == 0
        around = 0 < staying < spin and tables % spin == staying and size % spin == 1
        if way.orbits % spin or not (whole or around):
            continue
        for factor in range(1, order):
            if pow(factor, spin, order) == 1:
                yield replace(way, spin=spin, factor=factor)


def names(order: int, orbits: int, staying: int, group: int) -> Iterator[str]:
    """One letter for each group that shall not meet, so that shifts carry groups into groups."""
    if staying not in (0, group):
        return
    moving = range(orbits * order)
    if orbits % group == 0:
        yield "".join(LETTERS[x // order // group * order + x % order] for x in moving) + "Z" * staying
    if order % group == 0:
        step = order // group
        yield "".join(LETTERS[x // order * step + x % step] for x in moving) + "Z" * staying


class Kernel:
    """The compiled search, kept running."""

    def __init__(self) -> None:
        program = Path(tempfile.mkdtemp()) / "rounds_search"
        subprocess.run(["cc", "-O3", "-march=native", "-o", program, SOURCE, "-lm"], check=True)
        self.process = subprocess.Popen([program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def search(self, people: int, tables: int, way: Way, *, seed: int, steps: int, tries: int, target: int) -> Found:
        """The best base rounds that so many steps and tries find; it stops at the target."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        (wide, deep), no_symmetry = way.shifts, way.shifts == (1, 1)
        heat = "0.4 0.25" if no_symmetry else "0.5 0.15"  # where every repeat counts once, it pays to stay warm
        self.process.stdin.write(
            f"{people} {tables} {wide} {deep} {way.orbits} {way.bases} {seed} "
            f"{steps * (1 + no_symmetry)} {tries} {target} {heat} {way.apart} {way.spin} {way.factor}\n"
        )
        self.process.stdin.flush()
        return found(people, way.shifts, way.orbits, self.process.stdout.readline().split()[1:])


@cache
def kernel() -> Kernel:
    """The search of this process."""
    return Kernel()
