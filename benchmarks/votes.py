"""How long a vote of the whole network takes to tally, beside counting the same ballots without any rules.

    python -m benchmarks.votes

43 people and 15 proposals. Ranking in the room stops at 8 proposals; as an election it is measured with 15. The
baseline reads every ballot once and adds up what it holds, in a plain loop: no program can do less.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from random import Random
from statistics import median
from time import perf_counter
from typing import Any

from data.methods.votes import all_of_us, consent, dots, fingers, for_against, ranking
from data.methods.votes.codes import ConsentAnswer, Stance
from data.methods.votes.room import Room
from tui.commands.tally import elections
from tui.commands.tally.fields import Fields

PEOPLE = 43
PROPOSALS = [f"P{number:02}" for number in range(1, 16)]
RANKED = PROPOSALS[: ranking.MAX_PROPOSALS]
ROOM = Room(present=PEOPLE, network=PEOPLE)
BUDGET_MS = 5.0
REPEATS = 200

Timed = Callable[[], Any]


def votes(random: Random) -> Iterable[tuple[str, Timed, Timed]]:
    """Every way of deciding and every election: its name, the tally, the baseline."""
    stances = [random.choice(list(Stance)) for _ in range(PEOPLE)]
    yield "for / against", lambda: for_against.tally(ROOM, for_against.count(stances)), lambda: Counter(stances)

    answers = [random.choice(list(ConsentAnswer)) for _ in range(PEOPLE)]
    yield "consent", lambda: consent.tally(ROOM, consent.count(answers)), lambda: Counter(answers)

    hands = [{name: random.randint(0, 5) for name in PROPOSALS} for _ in range(PEOPLE)]
    yield "fingers", lambda: fingers.tally(ROOM, fingers.count(PROPOSALS, hands)), lambda: add_up(hands)

    agreed = [[name for name in PROPOSALS if random.random() < 0.5] for _ in range(PEOPLE)]
    yield "all of us", lambda: all_of_us.tally(ROOM, all_of_us.count(PROPOSALS, agreed)), lambda: add_marks(agreed)

    allowed = dots.rules(len(PROPOSALS))
    stuck = [dict.fromkeys(random.sample(PROPOSALS, allowed.budget), 1) for _ in range(PEOPLE)]
    yield "dots", lambda: dots.tally(ROOM, dots.count(PROPOSALS, stuck, allowed), allowed), lambda: add_up(stuck)

    few = [[[name] for name in random.sample(RANKED, len(RANKED))] for _ in range(PEOPLE)]
    yield "ranking (8)", lambda: ranking.tally(ROOM, RANKED, few), lambda: add_places(few)

    orders = [random.sample(PROPOSALS, len(PROPOSALS)) for _ in range(PEOPLE)]
    tiers = [[[name] for name in order] for order in orders]
    for method in ("condorcet", "borda"):
        lines = [">".join(order) for order in orders]
        yield f"{method} (15, text)", election(method, "rank", lines), lambda: add_places(tiers)

    grades = [",".join(f"{name}={grade}" for name, grade in ballot.items()) for ballot in hands]
    yield "judgment (15, text)", election("majority_judgment", "score", grades), lambda: add_up(hands)


def election(method: str, form: str, lines: list[str]) -> Timed:
    case = Fields({"method": method, "ballot_form": form, "candidates": PROPOSALS, "ballots": lines})
    return lambda: elections.answer(case)


def add_up(ballots: list[dict[str, int]]) -> dict[str, int]:
    totals = dict.fromkeys(PROPOSALS, 0)
    for ballot in ballots:
        for name, number in ballot.items():
            totals[name] += number
    return totals


def add_marks(ballots: list[list[str]]) -> dict[str, int]:
    totals = dict.fromkeys(PROPOSALS, 0)
    for ballot in ballots:
        for name in ballot:
            totals[name] += 1
    return totals


def add_places(ballots: list[list[list[str]]]) -> dict[str, int]:
    totals = dict.fromkeys(PROPOSALS, 0)
    for ballot in ballots:
        for place, tier in enumerate(ballot):
            for name in tier:
                totals[name] += place
    return totals


def milliseconds(action: Timed) -> tuple[float, float]:
    """Median and worst of the repeats."""
    times = []
    for _ in range(REPEATS):
        start = perf_counter()
        action()
        times.append((perf_counter() - start) * 1000)
    return median(times), max(times)


def main() -> None:
    print(f"{PEOPLE} people, {len(PROPOSALS)} proposals, {REPEATS} repeats, milliseconds (budget {BUDGET_MS:g})")
    print(f"{'':22}{'median':>9}{'worst':>9}{'baseline':>10}")
    slowest = 0.0
    for name, tally, baseline in votes(Random(218)):
        middle, worst = milliseconds(tally)
        slowest = max(slowest, middle)
        print(f"{name:22}{middle:9.3f}{worst:9.3f}{milliseconds(baseline)[0]:10.3f}")
    print(f"slowest {slowest:.3f} ms: {'within' if slowest <= BUDGET_MS else 'OVER'} the budget")


if __name__ == "__main__":
    main()
