"""The rounds planner beside others: plain head counts, head counts off the grid, and sessions that change midway.

    python -m benchmarks.rounds

Reads the shared cases (grid.csv, proven.json, scenarios.json, scenarios_results.csv) and counts everything anew from
the rounds themselves, by definitions of its own: an instance is met when the repeats or the sum of C(meetings, 2) reach
a proven lower bound. `before` are the figures of version 7c214df by the same bounds. Times are those of this process,
one plan at a time; `seconds` of a session that is planned on are by the clock.
"""

import csv
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, product
from math import comb
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

from data.methods.rounds import Plan, Request, improved, plan

CASES = Path(__file__).resolve().parents[2] / "shared" / "cases" / "rounds"
OTHERS = ("good_enough_golfers", "groupmixer", "cpsat_10s", "plain_python_50ms", "best_known")
RIVALS = ("good_enough_golfers", "groupmixer", "plain_python_50ms")
BEFORE = {"pairs": 48, "groups": 255, "uneven": 33, "famous": 41, "scenarios": 22}
GOALS = {"pairs": 48, "groups": 257, "uneven": 33, "famous": 41, "scenarios": 23, "planned on": 24}
OFF_GRID_PEOPLE = (13, 14, 17, 19, 21, 22, 23, 26, 27, 29, 31, 33, 34, 35, 37, 38)
OFF_GRID = {(4, 7): 91, (5, 8): 86, (6, 9): 82}  # rounds, and how many of 96 at tables of 3, 4 and 5 were met before
SECONDS = 10
PROVEN_MOST = {(4, 3): 4, (5, 4): 5, (6, 5): 6, (6, 6): 3}

Table = Sequence[int]
Rounds = Sequence[Sequence[Table]]


def counted(rounds: Rounds) -> tuple[int, int]:
    """Repeats and the sum over pairs of C(meetings, 2)."""
    met = Counter(pair for held in rounds for table in held for pair in combinations(sorted(table), 2))
    return sum(met.values()) - len(met), sum(comb(times, 2) for times in met.values())


def shared(people: int, tables: int) -> int:
    """The pairs of so many people that must sit together at so many tables."""
    each, more = divmod(people, tables)
    return more * comb(each + 1, 2) + (tables - more) * comb(each, 2)


def bounds(people: int, sizes: Sequence[int], rounds: int) -> tuple[int, int]:
    """Proven lower bounds of both."""
    slots, pairs, tables = rounds * sum(comb(size, 2) for size in sizes), comb(people, 2), len(sizes)
    again = sum(shared(size, tables) for size in sizes) if sum(sizes) == people else 0
    repeats = max(0, slots - pairs, again * (rounds - 1))
    if not repeats and people == tables * sizes[0] and rounds > PROVEN_MOST.get((tables, sizes[0]), rounds):
        repeats = 1
    each, more = divmod(slots, pairs)
    sq = (pairs - more) * comb(each, 2) + more * comb(each + 1, 2)
    return repeats, max(sq, again * comb(rounds, 2), repeats)


def proven() -> tuple[dict[tuple[tuple[int, ...], int], int], dict[str, int]]:
    """What was proven since the grid was made: the least sq by sizes and rounds, and the least of scenarios."""
    found = json.loads((CASES / "proven.json").read_text(encoding="utf-8")) if CASES.exists() else {}
    split = ((key.split("|"), least) for key, least in found.get("sq", {}).items())
    sq = {(tuple(sorted(map(int, sizes.split("+")))), int(rounds)): least for (sizes, rounds), least in split}
    return sq, found.get("scenarios", {})


def seated(made: Plan, sizes: Sequence[int], people: int) -> bool:
    """Whether everybody sits or sits out exactly once a round, at tables of these sizes."""
    return all(
        sorted(p for group in (*held, out) for p in group) == list(range(people))
        and sorted(map(len, held)) == sorted(sizes)
        for held, out in zip(made.rounds, made.sits_out, strict=True)
    )


def timed(request: Request) -> tuple[Plan, float]:
    """The plan and the seconds it took."""
    start = process_time()
    made = plan(request)
    return made, process_time() - start


def percentile(values: Iterable[float], share: float) -> float:
    """The value below which this share lies."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def grid() -> None:
    """Every instance of grid.csv: how often a bound is met, and where somebody else has a smaller sq."""
    met: dict[str, Counter[str]] = defaultdict(Counter)
    worse, seconds, known = [], [], proven()[0]
    with (CASES / "grid.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        people, tables, rounds = int(row["people"]), int(row["groups"]), int(row["rounds"])
        sizes = [int(size) for size in row["sizes"].split("+")]
        pairs = row["group_size"] == "2"
        made, took = timed(Request(people, 2 if pairs else sizes[0], rounds, groups=None if pairs else tables))
        assert seated(made, sizes, people), row
        seconds.append(took)
        ours, least = counted(made.rounds), (int(row["bound_repeats"]), int(row["bound_sq"]))
        assert least == bounds(people, sizes, rounds), row
        least = least[0], max(least[1], known.get((tuple(sorted(sizes)), rounds), 0))
        met[row["part"]]["all"] += 1
        met[row["part"]]["kring"] += reached(ours, least)
        for other in OTHERS:
            if row[f"{other}_repeats"]:
                sq = row[f"{other}_sq"] or "1000000"
                met[row["part"]][other] += reached((int(row[f"{other}_repeats"]), int(sq)), least)
                if other in RIVALS and ours[1] > int(sq):
                    worse.append(f"{people} at {tables}, {rounds} rounds: {ours[1]}, {other} {sq}")
    print(f"{'bound met':14}{'kring':>7}{'of':>5}{'before':>8}{'goal':>6}" + "".join(f"{o:>21}" for o in OTHERS))
    for part, counts in met.items():
        print(
            f"{part:14}{counts['kring']:7}{counts['all']:5}{BEFORE[part]:8}{GOALS[part]:6}"
            + "".join(f"{counts[other]:21}" for other in OTHERS)
        )
    print(f"worse in sq than {', '.join(RIVALS)}: {len(worse)}", *worse, sep="\n  ")
    print(f"seconds for a plan: p50 {percentile(seconds, 0.5):.4f}  p95 {percentile(seconds, 0.95):.4f}\n")


def reached(ours: tuple[int, int], least: tuple[int, int]) -> bool:
    """Whether repeats or sq meet their bound."""
    return ours[0] <= least[0] or ours[1] <= least[1]


def off_grid() -> None:
    """Head counts that the grid does not have."""
    seconds, known = [], proven()[0]
    for rounds_of, before in OFF_GRID.items():
        missed, cases = [], list(product(OFF_GRID_PEOPLE, (3, 4, 5), rounds_of))
        for people, size, rounds in cases:
            made, took = timed(Request(people, size, rounds))
            sizes = [len(table) for table in made.rounds[0]]
            assert seated(made, sizes, people)
            seconds.append(took)
            repeats, sq = bounds(people, sizes, rounds)
            if not reached(counted(made.rounds), (repeats, max(sq, known.get((tuple(sorted(sizes)), rounds), 0)))):
                missed.append(f"{people}x{size}x{rounds}")
        print(f"off the grid, {rounds_of} rounds: {len(cases) - len(missed)} of {len(cases)}, before {before}")
        print(f"  not met: {' '.join(missed)}")
    print(f"  seconds for a plan: p50 {percentile(seconds, 0.5):.4f}  p95 {percentile(seconds, 0.95):.4f}\n")


def scenarios() -> None:
    """Sessions that change: repeats, colleagues and earlier meetings beside their lower bound and the others."""
    others: dict[str, dict[str, int]] = defaultdict(dict)
    with (CASES / "scenarios_results.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            total = sum(int(row[column]) for column in ("repeats", "same_org", "earlier_session_pairs"))
            others[row["scenario"]][row["peer"]] = total
    peers = sorted({peer for found in others.values() for peer in found})
    met: Counter[str] = Counter()
    slowest, known = 0.0, proven()[1]
    print(f"{'scenario':58}{'least':>6}{'kring':>6}{'seconds':>9}{'on':>4}{'seconds':>9}  " + "  ".join(peers))
    for case in json.loads((CASES / "scenarios.json").read_text(encoding="utf-8")):
        made, took = timed(request_of(case))
        slowest = max(slowest, took)
        least = max(lower(case), known.get(case["id"].split()[0], 0))
        after, long = planned_on(case, made, took, least)
        ours, later = score(case, made), score(case, after)
        met.update(name for name, total in (("kring", ours), ("planned on", later)) if total <= least)
        met.update(peer for peer, total in others[case["id"]].items() if total <= least)
        beside = "  ".join(f"{others[case['id']].get(peer, '-'):>{len(peer)}}" for peer in peers)
        print(f"{case['id']:58}{least:6}{ours:6}{took:9.3f}{later:4}{long:9.3f}  {beside}")
    print(f"lower bound met: {dict(met)}; slowest at once {slowest:.3f} s")
    print(
        f"  of 26: before {BEFORE['scenarios']}, goals {GOALS['scenarios']}, and {GOALS['planned on']} in {SECONDS} s"
    )


def planned_on(case: dict[str, Any], made: Plan, took: float, least: int) -> tuple[Plan, float]:
    """The plan when it is made better for so long in all, or until no better is possible; and the seconds."""
    start = perf_counter() - took
    plans = improved(request_of(case), made, stop=lambda: perf_counter() - start >= SECONDS)
    while score(case, made) > least and (better := next(plans, None)):
        made = better
    return made, perf_counter() - start


def request_of(case: dict[str, Any]) -> Request:
    """What is asked in a scenario."""
    return Request(
        case["n"],
        case["k"],
        len(case["rem"]),
        past=tuple(tuple(map(tuple, held)) for held in case["past"]),
        present=tuple(tuple(turn["present"]) for turn in case["rem"]),
        met_before=tuple(map(tuple, case["hist"])),
        apart=tuple(map(tuple, case["orgs"])),
    )


def score(case: dict[str, Any], made: Plan) -> int:
    """Repeats, meetings of colleagues and of people of earlier sessions in the rounds to hold."""
    met = {pair for held in case["past"] for table in held for pair in combinations(sorted(table), 2)}
    dear = Counter(tuple(sorted(pair)) for pair in case["hist"])
    dear.update(pair for group in case["orgs"] for pair in combinations(sorted(group), 2))
    total = 0
    for held, out, turn in zip(made.rounds, made.sits_out, case["rem"], strict=True):
        assert sorted(p for group in (*held, out) for p in group) == sorted(turn["present"])
        assert sorted([*map(len, held), *(1 for _ in out)]) == sorted(turn["sizes"])
        for pair in (pair for table in held for pair in combinations(sorted(table), 2)):
            total += (pair in met) + dear[pair]
            met.add(pair)
    return total


def lower(case: dict[str, Any]) -> int:
    """Meetings beyond the pairs who are neither colleagues nor met: so many cannot be avoided."""
    free = {pair for turn in case["rem"] for pair in combinations(sorted(turn["present"]), 2)}
    free -= {pair for held in case["past"] for table in held for pair in combinations(sorted(table), 2)}
    free -= {tuple(sorted(pair)) for pair in case["hist"]}
    free -= {pair for group in case["orgs"] for pair in combinations(sorted(group), 2)}
    return max(0, sum(comb(size, 2) for turn in case["rem"] for size in turn["sizes"]) - len(free))


def parts() -> Iterator[Any]:
    """What there is to measure here."""
    if CASES.exists():
        yield grid
    else:
        print("the shared cases are absent", file=sys.stderr)
    yield off_grid
    if CASES.exists():
        yield scenarios


if __name__ == "__main__":
    for part in parts():
        part()
