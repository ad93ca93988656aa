"""Which way leads to a plan: algebra and the base rounds where only head counts matter, search for everything else."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain, combinations, islice, product
from typing import TYPE_CHECKING

from data.methods.rounds import starts
from data.methods.rounds.bounds import bound_of, pairs_in
from data.methods.rounds.library import known
from data.methods.rounds.order import later
from data.methods.rounds.pairs import circle
from data.methods.rounds.request import Request, Round, Rounds, pairs_of
from data.methods.rounds.seats import seated
from data.methods.rounds.sitting import shuffled, sitting_out

if TYPE_CHECKING:
    from data.methods.rounds.search import Matrix

RELABELLINGS = 9
SEEDS = 4


def rounds_for(request: Request) -> Rounds:
    """The rounds to hold, each table in its place."""
    if not request.rounds:
        return ()
    return finished(request, _ideal(request) or _searched(request))


def finished(request: Request, rounds: Rounds) -> Rounds:
    """The rounds in the order in which they are best held, each table in its place."""
    return seated(request, later(request, rounds))


def _ideal(request: Request) -> Rounds:
    """Rounds that only head counts decide, or () where other things count or none are known."""
    if not request.plain:
        return ()
    sizes = request.seatings[0]
    if set(sizes) == {2}:
        rounds = circle(request.people, request.rounds)
    elif len(sizes) == 1:
        rounds = ((request.attendance[0],),) * request.rounds
    else:
        rounds = known(request.people, len(sizes), request.rounds)
    if not request.seed:
        return rounds
    person = shuffled(range(request.people), request.seed)
    return tuple(tuple(tuple(sorted(person[p] for p in table)) for table in held) for held in rounds)


def _searched(request: Request) -> Rounds:
    """Rounds by search, from the cheapest of the plans there are to start from; never worse than those."""
    from data.methods.rounds.search import HeatBath, Terms

    terms, least = Terms.of(request), enough(request)
    left = starts.continued(request, request.planned or _foreseen(request))
    # Before the first round a plan that stands is no reason to do with less than the best one for head counts.
    afresh = _ideal(replace(request, planned=()))
    chance = starts.dealt(request, sitting_out(request))
    ready = []
    for start in chain((left, afresh, starts.repeated(request)), _relabelled(request, terms.apart), (chance,)):
        if start:
            ready.append(HeatBath(request, terms, start))
            if ready[-1].cost <= least:
                return ready[-1].rounds()
    # Chance leads further than a design that does not fit; what is left of a plan is near its goal.
    ready[0 if left else -1].run(least)
    return min(ready, key=lambda bath: bath.least).rounds()


def _foreseen(request: Request) -> Rounds:
    """The rest of the plan of which the past is the beginning, where that plan is one for head counts; else ()."""
    known = {person for held in request.past for table in held for person in table}
    for people in (len(known), len(known) + 1):
        if not 2 <= people <= request.people:
            continue
        rounds = len(request.past) + request.rounds
        first = Request(people, request.size, rounds, request.groups, odd=request.odd, seed=request.seed)
        whole = later(first, _ideal(first))
        if whole and [_tables(held) for held in whole[: len(request.past)]] == [_tables(held) for held in request.past]:
            return whole[len(request.past) :]
    return ()


def _tables(held: Round) -> set[frozenset[int]]:
    return {frozenset(table) for table in held}


def enough(request: Request) -> float:
    """What the rounds to hold cost at least: meetings beyond the pairs who may meet freely, or the bound on repeats."""
    weights = request.weights
    barred = {(min(pair), max(pair)) for pair in request.met_before}
    barred.update(pairs_of((*request.past, request.apart)))
    together = set(request.attendance)
    free = {pair for present in together for pair in combinations(present, 2)} - barred
    slots = sum(pairs_in(size) for sizes in request.seatings for size in sizes)
    held = sum(times * (times - 1) // 2 for times in Counter(pairs_of(request.past)).values())
    return max(
        (slots - len(free)) * min(weights.repeats, weights.met_before, weights.apart),
        (bound_of(request).sq - held) * weights.repeats,
        0,
    )


def _relabelled(request: Request, apart: "Matrix") -> Iterator[Rounds]:
    """Ideal plans whose places are given to people so that few meet whom they met or know."""
    from data.methods.rounds.relabel import relabel

    here, plans = request.attendance[0], list(starts.designs(request))
    tries = islice(product(range(SEEDS), plans), RELABELLINGS)
    for seed, design in tries:
        rounds = relabel(design, request.rounds, apart[list(here)][:, list(here)], request.seed + seed)
        yield tuple(tuple(tuple(here[place] for place in table) for table in held) for held in rounds)
