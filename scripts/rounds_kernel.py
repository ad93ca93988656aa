"""Plans made of base rounds and the group that carries them round: the ways to try, and the compiled search itself."""

import subprocess
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import combinations, combinations_with_replacement, islice, product
from pathlib import Path

from data.methods.rounds.library import LETTERS, developed, images
from data.methods.rounds.request import Rounds, sizes_of
from scripts.rounds_groups import GENERATORS, Permutation, carried, prime_turns

Cost = tuple[int, int]

UNKNOWN = (1 << 40, 1 << 40)
MOST_CHOICES = 12  # of keepers, for one way of a group to act
MOST_KEPT = 3  # base rounds that a turn of the group keeps
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

    def cost(self, rounds: int) -> Cost:
        """What so many rounds cost; UNKNOWN where it has fewer."""
        return self.costs[rounds] if rounds <= self.most_rounds else UNKNOWN

    @property
    def rounds(self) -> Rounds:
        """The rounds themselves."""
        return developed(self.people, self.shifts, self.orbits, self.bases)


@dataclass(frozen=True, slots=True)
class Keeper:
    """What carries a base round into itself: a `turn` of so many steps (`spin`), or nothing (1 and "-").

    `share` is the spin where the turn is in the group, so that the round stands for that many times fewer rounds; else
    1. Of the tables, with these `sizes`, the first `moving` turn into each other; the others hold who `stays`, so many.
    Fewer choices are left with it, and among them the tight plans are found far sooner.
    """

    sizes: tuple[int, ...]
    moving: int
    stays: tuple[int, ...]
    spin: int = 1
    share: int = 1
    turn: str = "-"

    def __str__(self) -> str:
        words = (letters(self.sizes), letters(self.stays), self.turn)
        return " ".join(map(str, (self.spin, self.share, self.moving, *words)))


@dataclass(frozen=True, slots=True)
class Way:
    """Which group acts on the people, what keeps each base round, and who is not to meet (letters alike).

    `shifts` and `orbits` name the group as in the library.
    """

    shifts: str
    orbits: str
    order: int
    kept: tuple[Keeper, ...]
    apart: str = "-"

    @property
    def bases(self) -> int:
        """How many base rounds there are."""
        return len(self.kept)


def letters(numbers: Iterable[int]) -> str:
    """Numbers as a word, a letter each."""
    return "".join(LETTERS[number] for number in numbers)


def free(people: int, tables: int) -> Keeper:
    """Nothing keeps a round."""
    return Keeper(sizes_of(people, 10, tables), tables, (0,) * tables)


def found(people: int, shifts: str, orbits: str, bases: Sequence[str]) -> Found:
    """A plan from its base rounds, with what it costs."""
    rounds = developed(people, shifts, orbits, bases)
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
                way = Way(shifts, str(orbits), order, (free(people, tables),) * bases)
                if group:
                    yield from (replace(way, apart=apart) for apart in names(order, orbits, staying, group))
                    continue
                yield way
                if people % tables == 0 and deep == 1 < order:
                    yield from turns(way, orbits, staying, tables, people // tables)


def other_ways(people: int, tables: int, rounds: int) -> Iterator[Way]:
    """Other groups than shifts, orbits shorter than the group, and base rounds that some of the group keep."""
    for order in sorted(GENERATORS, reverse=True):
        for made in carried(order, people) if order <= rounds else ():
            shifts = "/".join(map(letters, made))
            for kept in islice(_keepers(made, order, (people, tables, rounds)), MOST_CHOICES):
                if len(kept) * people <= LONGEST_TEXT:
                    yield Way(shifts, "*", order, kept)


def _keepers(made: Sequence[Permutation], order: int, asked: tuple[int, int, int]) -> Iterator[tuple[Keeper, ...]]:
    """What may keep each base round so that they stand for as many rounds as are asked: people, tables, rounds."""
    people, tables, rounds = asked
    whole, left = divmod(rounds, order)
    if not left:
        yield (free(people, tables),) * whole
    for fewer in (0, 1):
        short = left + fewer * order
        if fewer > whole or not short:
            continue
        some = [keeper for turn, spin in prime_turns(made) for keeper in kept_by(turn, spin, people, tables)]
        for number in range(1, MOST_KEPT + 1):
            for chosen in combinations_with_replacement(some, number):
                if sum(order // keeper.share for keeper in chosen) == short:
                    yield (free(people, tables),) * (whole - fewer) + chosen


def kept_by(turn: Permutation, spin: int, people: int, tables: int) -> Iterator[Keeper]:
    """The ways in which a turn of the group can carry a round into itself: which tables move, and where people stay."""
    sizes, staying = sizes_of(people, 10, tables), sum(image == person for person, image in enumerate(turn))
    for still in range(tables % spin, tables + 1, spin):
        for chosen in sorted(set(combinations(sizes, still)), reverse=True):
            moving = sorted((Counter(sizes) - Counter(chosen)).elements(), reverse=True)
            if any(moving.count(size) % spin for size in moving):
                continue
            for stays in product(*(range(size % spin, size + 1, spin) for size in chosen)):
                if sum(stays) == staying and list(zip(chosen, stays, strict=True)) == sorted(
                    zip(chosen, stays, strict=True), reverse=True
                ):
                    first = len(moving)
                    yield Keeper((*moving, *chosen), first, (0,) * first + stays, spin, spin, letters(turn))


def turns(way: Way, orbits: int, staying: int, tables: int, size: int) -> Iterator[Way]:
    """The same way with every turn that suits: tables go round in turns, and those that do not hold who stays."""
    order = way.order
    for spin in (2, 3):
        whole = staying % spin == 0 and tables % spin == 0
        around = 0 < staying < spin and tables % spin == staying and size % spin == 1
        if orbits % spin or not (whole or around):
            continue
        moving = tables - tables % spin
        stays = (0,) * moving + (1,) * (tables - moving)
        for factor in range(1, order):
            if pow(factor, spin, order) == 1:
                turn = _turn(order, orbits, staying, spin, factor)
                keeper = Keeper((size,) * tables, moving, stays, spin, turn=turn)
                yield replace(way, kept=(keeper,) * way.bases)


def _turn(order: int, orbits: int, staying: int, spin: int, factor: int) -> str:
    """Each orbit goes to the next of `spin`, places times `factor`; so do those who stay, if there are enough."""
    moving = orbits * order
    turned = [_next(x // order, spin) * order + x % order * factor % order for x in range(moving)]
    turned += [moving + (x if staying < spin else _next(x, spin)) for x in range(staying)]
    return letters(turned)


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
        group = " ".join(map(letters, images(people, way.shifts, way.orbits)))
        kept = " ".join(map(str, way.kept))
        self.process.stdin.write(
            f"{people} {tables} {way.order} {way.bases} {task.seed} {task.steps * (1 + no_symmetry)} {task.tries} "
            f"{task.target} {task.lack} {heat} {way.apart} {kept} {group}\n"
        )
        self.process.stdin.flush()
        return found(people, way.shifts, way.orbits, self.process.stdout.readline().split()[1:])


@cache
def kernel() -> Kernel:
    """The search of this process."""
    return Kernel()
