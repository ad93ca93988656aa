"""Plans made of base rounds and the group that carries them round: the ways to try, and the compiled search itself."""

import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

from data.methods.rounds.library import LETTERS, developed, images
from data.methods.rounds.request import Rounds
from scripts.rounds_groups import carried

Cost = tuple[int, int]

LONGEST_TEXT = 480  # letters for one plan; a longer one is left to the search at run time
SOURCE = Path(__file__).with_name("rounds_search.c")


@dataclass(frozen=True, slots=True)
class Found:
    """A plan as the file has it.

    `costs` are, after 0, 1, 2 ... rounds, the sum over pairs of C(meetings, 2), and that of meetings beyond the first.
    """

    people: int
    shifts: str
    orbits: str
    bases: tuple[str, ...]
    costs: tuple[Cost, ...] = field(compare=False)

    @property
    def most_rounds(self) -> int:
        """How many rounds it has."""
        return len(self.costs) - 1

    @property
    def rounds(self) -> Rounds:
        """The rounds themselves."""
        return developed(images(self.people, self.shifts, self.orbits), self.bases)


@dataclass(frozen=True, slots=True)
class Way:
    """Which group acts on the people, how many base rounds there are, and who is not to meet (letters alike).

    `shifts` and `orbits` name the group as in the library. With a `spin` the base rounds are also kept as they are by
    the `turn`, a permutation in letters: fewer choices are left, and among them the tight plans are found far sooner.
    """

    shifts: str
    orbits: str
    order: int
    bases: int
    apart: str = "-"
    spin: int = 1
    turn: str = "-"


def found(people: int, shifts: str, orbits: str, bases: Sequence[str]) -> Found:
    """A plan from its base rounds, with what it costs."""
    rounds = developed(images(people, shifts, orbits), bases)
    return Found(people, shifts, orbits, tuple(bases), tuple(costs(rounds, people)))


def written_out(people: int, rounds: Rounds) -> Found:
    """These rounds with no symmetry at all."""
    bases = []
    for held in rounds:
        table_of = {person: number for number, table in enumerate(held) for person in table}
        bases.append("".join(LETTERS[table_of[person]] for person in range(people)))
    return found(people, "1x1", str(people), bases)


def costs(rounds: Rounds, people: int) -> Iterator[Cost]:
    """The sum over pairs of C(meetings, 2), and that of meetings beyond the first, after 0, 1, 2 ... rounds."""
    met = [[0] * people for _ in range(people)]
    total = again = 0
    yield total, again
    for held in rounds:
        for table in held:
            for place, a in enumerate(table):
                for b in table[place + 1 :]:
                    total += met[a][b]
                    again += met[a][b] > 0
                    met[a][b] += 1
        yield total, again


def ways(people: int, tables: int, rounds: int, group: int = 0) -> Iterator[Way]:
    """The shifts to try for so many rounds, most symmetric first; `group`: how many are not to meet each other."""
    for order in sorted((d for d in range(1, rounds + 1) if rounds % d == 0), reverse=True):
        bases = rounds // order
        if bases * people > LONGEST_TEXT:
            continue
        for deep in [1, *(p for p in (2, 3, 4) if order % p**2 == 0)]:
            shifts = f"{order // deep}x{deep}"
            for orbits in sorted({people // order, people // order - 1} - {0}, reverse=True):
                staying = people - orbits * order
                if staying > max(tables, 3):
                    continue
                way = Way(shifts, str(orbits), order, bases)
                if group:
                    yield from (replace(way, apart=apart) for apart in names(order, orbits, staying, group))
                    continue
                yield way
                if people % tables == 0 and deep == 1 < order:
                    yield from turns(way, orbits, staying, tables, people // tables)


def other_ways(people: int, rounds: int) -> Iterator[Way]:
    """Other groups than shifts, and orbits shorter than the group: what `ways` leaves out."""
    for order in sorted((d for d in range(2, rounds + 1) if rounds % d == 0), reverse=True):
        if rounds // order * people <= LONGEST_TEXT:
            for made in carried(order, people):
                words = "/".join("".join(LETTERS[image] for image in permutation) for permutation in made)
                yield Way(words, "*", order, rounds // order)


def turns(way: Way, orbits: int, staying: int, tables: int, size: int) -> Iterator[Way]:
    """The same way with every turn that suits: tables go round in turns, and those that do not hold who stays."""
    order = way.order
    for spin in (2, 3):
        whole = staying % spin == 0 and tables % spin == 0
        around = 0 < staying < spin and tables % spin == staying and size % spin == 1
        if orbits % spin or not (whole or around):
            continue
        for factor in range(1, order):
            if pow(factor, spin, order) == 1:
                yield replace(way, spin=spin, turn=_turn(order, orbits, staying, spin, factor))


def _turn(order: int, orbits: int, staying: int, spin: int, factor: int) -> str:
    """Each orbit goes to the next of `spin`, places times `factor`; so do those who stay, if there are enough."""
    moving = orbits * order
    turned = [_next(x // order, spin) * order + x % order * factor % order for x in range(moving)]
    turned += [moving + (x if staying < spin else _next(x, spin)) for x in range(staying)]
    return "".join(LETTERS[x] for x in turned)


def _next(number: int, spin: int) -> int:
    return number - number % spin + (number + 1) % spin


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


@dataclass(frozen=True, slots=True)
class Task:
    """How long to search and for what: `target` is of the sum of sq and `lack` for each pair who never meet."""

    seed: int
    steps: int
    tries: int
    target: int
    lack: int = 0


class Kernel:
    """The compiled search, kept running."""

    def __init__(self) -> None:
        program = Path(tempfile.mkdtemp()) / "rounds_search"
        subprocess.run(["cc", "-O3", "-march=native", "-o", program, SOURCE, "-lm"], check=True)
        self.process = subprocess.Popen([program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def search(self, people: int, tables: int, way: Way, task: Task) -> Found:
        """The best base rounds that so many steps and tries find; it stops at the target."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        no_symmetry = way.order == 1
        # Where every repeat counts once, it pays to stay warm; short orbits make the way bumpy, and ask for more heat.
        heat = "0.4 0.25" if no_symmetry else "1 0.2" if way.orbits == "*" else "0.5 0.15"
        group = " ".join("".join(LETTERS[p] for p in image) for image in images(people, way.shifts, way.orbits))
        self.process.stdin.write(
            f"{people} {tables} {way.order} {way.bases} {task.seed} {task.steps * (1 + no_symmetry)} {task.tries} "
            f"{task.target} {task.lack} {heat} {way.apart} {way.spin} {way.turn} {group}\n"
        )
        self.process.stdin.flush()
        return found(people, way.shifts, way.orbits, self.process.stdout.readline().split()[1:])


@cache
def kernel() -> Kernel:
    """The search of this process."""
    return Kernel()
