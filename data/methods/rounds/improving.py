"""Plans that go on getting better: more search for the rounds that nobody was told yet, as long as it may take.

A search that starts again and again from chance, cooler and warmer in turn, comes further in the same time than one
that goes on: what it misses lies in other places, not deeper (measured on sessions that change, see docs/rounds.md).
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import count, cycle

from data.methods.rounds.plan import Plan, evaluate
from data.methods.rounds.planner import enough, finished
from data.methods.rounds.request import Request, Rounds
from data.methods.rounds.sitting import sitting_out
from data.methods.rounds.starts import dealt

HEATS = ((0.16, 0.11), (0.2, 0.15))
LONGER = 2
STEPS_BETWEEN = 100


def improving(
    request: Request, made: Plan, *, announced: int, work: int | None, stop: Callable[[], bool]
) -> Iterator[Plan]:
    """Better and better plans for a request, each better than `made` and than the one before.

    The first `announced` rounds of `made` stay as they are, table by table. `work` counts searches, each about as long
    as the one that made the plan (0.2 to 0.4 s); None goes on until the plan is proven best or `stop`, asked every few
    milliseconds, says so. The request's seed decides all: with the same work, and no stop, the same plans come.
    """
    from data.methods.rounds.search import HeatBath, Terms

    rest = _unannounced(request, made.rounds, announced)
    if not rest.rounds or (made.quality.best and not made.met_before and not made.apart):
        return
    terms, least = Terms.of(rest), enough(rest)
    best = HeatBath(rest, terms, rest.planned).cost
    for turn, heat in zip(range(work) if work is not None else count(), cycle(HEATS), strict=False):
        seeded = replace(rest, seed=request.seed + turn + 1)
        bath = HeatBath(seeded, terms, dealt(seeded, sitting_out(seeded)), heat)
        bath.left *= LONGER
        while bath.least > least and bath.left and not stop():
            bath.run(least, STEPS_BETWEEN)
        if bath.least < best - 1e-3:
            best = bath.least
            yield evaluate(request, made.rounds[:announced] + finished(rest, bath.rounds()))
        if best <= least or stop():
            return


def _unannounced(request: Request, planned: Rounds, announced: int) -> Request:
    """The request for the rounds of a plan that may still change."""
    return replace(
        request,
        past=(*request.past, *planned[:announced]),
        present=request.attendance[announced:],
        rounds=request.rounds - announced,
        planned=planned[announced:],
    )
