"""Search the base rounds that the planner of speed dates ships, and write data/methods/rounds/base_rounds.txt.

    python -m scripts.make_rounds [--fresh] [--passes 0-4] [--jobs 2] [--only 28/6/8,30/6/8]

For each head count to 60 and number of tables, and each number of rounds that algebra or a longer plan does not settle,
a group of shifts is let loose on the people, so that one or a few base rounds stand for all (Bose 1939), and annealing
(Kirkpatrick, Gelatt and Vecchi 1983) swaps people in those until as few as possible meet twice. With `--only` (people,
tables and rounds) every other group of up to ten elements is tried too, in every way it can act. Two plans come from
searches of their own, `orthomorphisms` and `golfers`. Each pass takes more time for a case and skips what has reached
its lower bound; the file only ever gets better. The inner loop is in C and needs `cc`. The file that is shipped took
the first two passes (half an hour on two shared cores) and then longer runs of the same search, with other seeds, on
the cases still open: a fresh run of these passes need not find the very same plans, nor as good a one in each case.
"""

import argparse
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from data.methods import rounds as planner
from data.methods.rounds.bounds import bound_of, pairs_in
from data.methods.rounds.designs import truncated, without
from data.methods.rounds.library import LETTERS
from data.methods.rounds.request import Request, Rounds, sizes_of
from scripts.golfers import ten_rounds
from scripts.orthomorphisms import base_round
from scripts.rounds_kernel import UNKNOWN, Cost, Found, Task, Way, found, kernel, other_ways, ways, written_out

TARGET = Path(__file__).parents[1] / "data" / "methods" / "rounds" / "base_rounds.txt"
MOST_PEOPLE = 60
MOST_PERFECT = 40
NEAR = 3  # so close to the bound on repeats, a price on pairs who never meet is worth a try
PASSES = ((150_000, 2), (1_000_000, 2), (5_000_000, 3), (20_000_000, 3), (60_000_000, 4))  # steps, tries
GIVEN = {
    (60, 12): lambda: found(60, "6x2", "5", [base_round(LETTERS)]),
    (32, 8): lambda: written_out(32, ten_rounds()),
}  # what other searches than annealing find, by people and tables


@dataclass(slots=True)
class Case:
    """A head count at a number of tables, how many rounds to settle, and the plans found so far.

    With a `group` it is about plans without repeats in which people fall apart in groups of so many who never meet:
    they are there for organisations.
    """

    people: int
    tables: int
    most_rounds: int
    group: int = 0
    plans: list[Found] = field(default_factory=list)

    def least(self, rounds: int) -> Cost:
        """The smallest sq reached for so many rounds, and the fewest repeats with it."""
        if not self.group and truncated(self.people, self.tables, rounds):
            return 0, 0
        return min((found.cost(rounds) for found in self.plans), default=UNKNOWN)

    def rounds(self, number: int) -> Rounds:
        """The best plan for so many rounds."""
        able = (plan for plan in self.plans if plan.cost(number) == self.least(number))
        return truncated(self.people, self.tables, number) or next(able).rounds[:number]

    def bound(self, rounds: int) -> Cost:
        """The proven lower bounds of sq and of repeats."""
        if self.group:
            return 0, 0
        bound = bound_of(Request(self.people, 10, rounds, groups=self.tables))
        return bound.sq, bound.repeats

    def open(self, rounds: int) -> bool:
        """Whether neither bound is reached."""
        sq, repeats = self.bound(rounds)
        least = self.least(rounds)
        return least[0] > sq and least[1] > repeats

    def unmet(self, rounds: int) -> int:
        """How many pairs cannot but miss each other in so many rounds, by the bound on repeats."""
        slots = rounds * sum(map(pairs_in, sizes_of(self.people, 10, self.tables)))
        return self.bound(rounds)[1] - slots + pairs_in(self.people)

    def perfect_rounds(self) -> int:
        """The most rounds in which counting lets nobody meet twice."""
        each = sum(map(pairs_in, sizes_of(self.people, 10, self.tables)))
        if self.group:
            return self.people * (self.people - self.group) // 2 // each
        return next(rounds for rounds in count(1) if self.bound(rounds + 1)[0])


def wanted() -> Iterator[Case]:
    """The cases: tables of 3 to 10 people, pairs with a trio, and the same with groups kept apart."""
    for people in range(4, MOST_PEOPLE + 1):
        for tables in range(max(2, len(sizes_of(people, 10))), len(sizes_of(people, 3)) + 1):
            yield Case(people, tables, 10)
    for people in range(5, 32, 2):
        if people // 2 > len(sizes_of(people, 3)):
            yield Case(people, people // 2, -(-people * (people - 1) // (people + 3)))
    for size in range(3, 7):
        for people in range(2 * size, MOST_PEOPLE + 1, size):
            yield from (Case(people, people // size, 0, group) for group in (3, 4, 5, 6) if people % group == 0)


def improve(case: Case, effort: int) -> Case:
    """Try once more where the bound is not reached: first the most rounds without repeats, then those beyond."""
    perfect = min(case.perfect_rounds(), MOST_PERFECT)
    for rounds in range(perfect, 1, -1):
        if attempt(case, rounds, effort):
            break
    if not case.group:
        for rounds in range(perfect + 1, case.most_rounds + 1):
            attempt(case, rounds, effort)
    return case


def prolong(case: Case) -> Case:
    """Where a bound is not reached, keep the best plan of one or two rounds less and search only what comes after."""
    for rounds in range(3, case.most_rounds + 1):
        for short in (rounds - 1, rounds - 2):
            if case.open(rounds) and case.least(short) < UNKNOWN:
                begun = case.rounds(short)
                more = planner.plan(Request(case.people, 10, rounds - short, case.tables, past=begun)).rounds
                whole = written_out(case.people, begun + more)
                if whole.costs[rounds] < case.least(rounds):
                    case.plans.append(whole)
    return case


@dataclass(frozen=True, slots=True)
class Aim:
    """What is searched: so many rounds, with the steps of a pass, and `lack` to pay for each pair who never meet."""

    rounds: int
    effort: int
    lack: int = 0


def attempt(case: Case, rounds: int, effort: int) -> bool:
    """Try every way for so many rounds, the two best at length. Says whether a bound is reached."""
    aim = Aim(rounds, effort)
    at_length(case, aim, ahead(case, aim, list(ways(case.people, case.tables, rounds, case.group)), 1)[:2])
    return not case.open(rounds)


def attempt_all(case: Case, rounds: int, effort: int) -> None:
    """Try every group in every way: each at length where one base round is all, as a tight plan lies alone there."""
    every = [*ways(case.people, case.tables, rounds), *other_ways(case.people, case.tables, rounds)]
    for aim in (Aim(rounds, effort), Aim(rounds, effort, 1)):
        if not aim.lack or case.least(rounds)[1] <= case.bound(rounds)[1] + NEAR:
            at_length(case, aim, [way for way in every if way.bases == 1])
            some = ahead(case, aim, [way for way in every if way.bases > 1], 1)[:12]
            at_length(case, aim, ahead(case, aim, some, 16)[:3])


def ahead(case: Case, aim: Aim, every: list[Way], tries: int, share: int = 8) -> list[Way]:
    """The ways in the order of how far they come in so many tries with a share of the steps."""
    tried = []
    for way in every:
        if case.open(aim.rounds):
            tried.append((search(case, way, aim, share, tries).cost(aim.rounds), way))
    return [way for _, way in sorted(tried, key=lambda pair: pair[0])]


def at_length(case: Case, aim: Aim, some: list[Way]) -> None:
    """Search in these ways with all steps."""
    for way in some:
        if case.open(aim.rounds):
            search(case, way, aim, 1, PASSES[aim.effort][1])


def search(case: Case, way: Way, aim: Aim, share: int, tries: int) -> Found:
    """What one way gives; the case keeps it when it is better than what it has."""
    steps = PASSES[aim.effort][0] // share
    target = case.bound(aim.rounds)[0] + aim.lack * case.unmet(aim.rounds)
    task = Task(aim.effort + 1, steps, tries, target, aim.lack)
    plan = kernel().search(case.people, case.tables, way, task)
    cost = plan.cost(aim.rounds)
    if cost < case.least(aim.rounds) and not (case.group and (cost[0] or meet(plan.rounds, way.apart))):
        case.plans.append(plan)
    return plan


def meet(rounds: Rounds, names: str) -> bool:
    """Whether two people of one name ever meet."""
    return any(len({names[p] for p in table}) < len(table) for held in rounds for table in held)


def take_from_larger(case: Case, larger: Case) -> None:
    """Leave people who never meet each other out of a plan in which all tables are full, where that is better."""
    for rounds in filter(case.open, range(case.most_rounds, 1, -1)):
        for plan in larger.plans:
            if plan.cost(rounds)[0] >= case.least(rounds)[0] + rounds:
                continue  # somebody who leaves seldom takes a repeat a round along
            whole = plan.rounds[:rounds]
            fewer = [written_out(case.people, without(whole, leaving)) for leaving in leavings(whole, larger, case)]
            case.plans += [found for found in fewer if found.cost(rounds) < case.least(rounds)]


def leavings(rounds: Rounds, larger: Case, case: Case) -> Iterator[frozenset[int]]:
    """Who can be left out of a plan so that it serves fewer people: any one, or the first who are strangers."""
    if larger.people - case.people == 1:
        yield from (frozenset((person,)) for person in range(larger.people))
    elif some := strangers(rounds, larger.people, larger.people - case.people):
        yield some


def strangers(rounds: Rounds, people: int, wanted_count: int) -> frozenset[int]:
    """So many people none of whom meet each other; empty where there are none."""
    apart = [set(range(people)) for _ in range(people)]
    for held in rounds:
        for table in held:
            for person in table:
                apart[person].difference_update(table)

    def grow(chosen: tuple[int, ...], among: set[int]) -> tuple[int, ...]:
        if len(chosen) == wanted_count:
            return chosen
        further = (grow((*chosen, x), {y for y in among & apart[x] if y > x}) for x in sorted(among))
        return next(filter(None, further), ())

    return frozenset(grow((), set(range(people))))


def lines(case: Case) -> Iterator[str]:
    """The lines of a case: for which rounds, first to last, which plan is the best, each plan as far as it goes."""
    top = max((plan.most_rounds for plan in case.plans), default=0)
    if case.group:
        if top:
            yield line(case, -case.group, top, next(plan for plan in case.plans if plan.most_rounds == top))
        return
    rounds = top
    while rounds and not truncated(case.people, case.tables, rounds):
        able = [plan for plan in case.plans if plan.cost(rounds) == case.least(rounds)]
        best = min(able, key=lambda plan: (-reach(case, plan, rounds), len(plan.bases), plan.most_rounds))
        down = rounds - reach(case, best, rounds)
        yield line(case, down + 1, rounds, best)
        rounds = down


def reach(case: Case, plan: Found, rounds: int) -> int:
    """For how many round counts, from this one down, the plan is as good as any."""
    return next(down for down in count() if plan.costs[rounds - down] > case.least(rounds - down) or down == rounds)


def line(case: Case, first: int, last: int, plan: Found) -> str:
    """One line of the file; the library says what it means."""
    return " ".join(map(str, (case.people, case.tables, first, last, plan.shifts, plan.orbits, *plan.bases)))


def read(cases: Iterable[Case]) -> None:
    """Give the cases the plans of the present file."""
    keyed = {(case.people, case.tables, case.group): case for case in cases}
    for text in TARGET.read_text("ascii").splitlines() if TARGET.exists() else ():
        if text.startswith("#"):
            continue
        people, tables, first, _, shifts, orbits, *bases = text.split()
        case = keyed.get((int(people), int(tables), max(0, -int(first))))
        if case:
            case.plans.append(found(int(people), shifts, orbits, bases))


def write(cases: list[Case]) -> None:
    """The file anew, with what smaller groups can take from larger ones."""
    plain = {(case.people, case.tables): case for case in cases if not case.group}
    for case in plain.values():
        larger = plain.get((case.tables * -(-case.people // case.tables), case.tables))
        if larger and larger is not case:
            take_from_larger(case, larger)
    ordered = sorted(cases, key=lambda case: (case.people, case.tables, case.group))
    text = "".join(f"{text}\n" for case in ordered for text in lines(case))
    TARGET.write_text("# made by scripts/make_rounds.py; data/methods/rounds/library.py says what it means\n" + text)


def main() -> None:
    """Read what there is, improve it pass by pass, and write it after each."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--fresh", action="store_true", help="forget the present file")
    parser.add_argument("--passes", default=f"0-{len(PASSES) - 1}", help="first and last pass; 1-0 for none")
    parser.add_argument("--tables-of", type=int, default=10, help="improve only tables of at most so many people")
    parser.add_argument("--only", default="", help="improve only these, with every group: people/tables/rounds,...")
    parser.add_argument("--jobs", type=int, default=2, help="how many at a time")
    args = parser.parse_args()
    cases = list(wanted())
    if not args.fresh:
        read(cases)
    for case in cases:
        if not case.group and (given := GIVEN.get((case.people, case.tables))):
            case.plans.append(given())
    write(cases)
    first, last = map(int, args.passes.split("-"))
    only = [tuple(map(int, word.split("/"))) for word in filter(None, args.only.split(","))]
    with ProcessPoolExecutor(args.jobs) as pool:
        for effort in range(first, last + 1):
            if only:
                pick(cases, only, effort)
            else:
                small = [case for case in cases if case.people <= args.tables_of * case.tables]
                large = [case for case in cases if case.people > args.tables_of * case.tables]
                cases = list(pool.map(prolong, pool.map(improve, small, [effort] * len(small)))) + large
            write(cases)
            print(f"pass {effort}: {TARGET.stat().st_size} bytes", flush=True)


def pick(cases: list[Case], only: list[tuple[int, ...]], effort: int) -> None:
    """Try every group for these people, tables and rounds, and say what came of it."""
    plain = {(case.people, case.tables): case for case in cases if not case.group}
    for people, tables, rounds in only:
        case = plain[people, tables]
        before = case.least(rounds)
        attempt_all(case, rounds, effort)
        print(f"{people}/{tables}/{rounds}: {before} -> {case.least(rounds)}, bound {case.bound(rounds)}", flush=True)


if __name__ == "__main__":
    main()
