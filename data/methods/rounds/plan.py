"""What the planner answers: the rounds, how often people meet again in them, and how good that is."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import Literal

from data.methods.rounds.bounds import Reason, bound_of
from data.methods.rounds.request import Pair, Request, Round, Rounds, Table, pairs_of

Verdict = Literal["everybody_once", "everybody", "nobody_twice", "repeats_least", "repeats"]


@dataclass(frozen=True, slots=True)
class Quality:
    """How good a plan is, as a code and numbers that a screen puts in words.

    `verdict`: `everybody_once` everybody meets everybody, nobody twice; `everybody` everybody meets everybody, some
    again; `nobody_twice` no one meets twice, and no better is possible; `repeats_least` some meet again, and no
    fewer is possible; `repeats` some meet again, at least `unavoidable` cannot be avoided. `best` says that no plan
    is better, whatever the verdict. `pairs_again` counts pairs who meet more than once, `met` pairs who meet at all
    out of `pairs` who are ever present together. `reason` is what is behind `unavoidable`: `count` there are more
    meetings than pairs; `person` somebody has more table mates to get than people to meet; `spread` the people of
    one table cannot all be spread over the tables of the next; `theorem` such a plan is proven not to exist.
    """

    verdict: Verdict
    best: bool
    repeats: int
    pairs_again: int
    most_meetings: int
    unavoidable: int
    reason: Reason
    met: int
    pairs: int


@dataclass(frozen=True, slots=True)
class Plan:
    """The rounds to hold: table by table (the place in the round is the table's number), and who sits out.

    `repeats` (the sum over pairs of meetings beyond the first), `unavoidable` (a proven lower bound of it), `sq` (the
    sum over pairs of C(meetings, 2)) and `most_meetings` count the past rounds too. `met_before` and `apart` count
    meetings in the rounds to hold of people of earlier sessions and of one organisation. `moves` says, for each round
    after the first, how many people change their place.
    """

    rounds: Rounds
    sits_out: tuple[Table, ...]
    repeats: int
    unavoidable: int
    sq: int
    most_meetings: int
    met_before: int
    apart: int
    moves: tuple[int, ...]
    quality: Quality


def meetings(rounds: Iterable[Round]) -> Counter[Pair]:
    """How often each pair (lower number first) sits at one table."""
    return Counter(pairs_of(rounds))


def matrix(rounds: Iterable[Round], people: int) -> tuple[tuple[int, ...], ...]:
    """Who met whom: `people` rows of `people` counts of meetings; the diagonal is 0."""
    rows = [[0] * people for _ in range(people)]
    for a, b in pairs_of(rounds):
        rows[a][b] += 1
        rows[b][a] += 1
    return tuple(map(tuple, rows))


def evaluate(request: Request, rounds: Rounds) -> Plan:
    """The plan that these rounds make for this request, counted and judged; rounds made by hand are welcome."""
    counts = meetings((*request.past, *rounds))
    coming = meetings(rounds)
    earlier = {(min(pair), max(pair)) for pair in request.met_before}
    colleagues = set(pairs_of((request.apart,)))
    repeats = sum(counts.values()) - len(counts)
    sq = sum(times * (times - 1) // 2 for times in counts.values())
    bound = bound_of(request)
    most = max(counts.values(), default=0)
    together = _together(request, counts)
    return Plan(
        rounds=rounds,
        sits_out=tuple(
            tuple(sorted(set(present).difference(*held)))
            for present, held in zip(request.attendance, rounds, strict=True)
        ),
        repeats=repeats,
        unavoidable=bound.repeats,
        sq=sq,
        most_meetings=most,
        met_before=sum(coming[pair] for pair in earlier),
        apart=sum(coming[pair] for pair in colleagues),
        moves=tuple(moves(rounds)),
        quality=Quality(
            verdict=_verdict(repeats, bound.repeats, sq <= bound.sq, len(counts) == together),
            best=repeats <= bound.repeats or sq <= bound.sq,
            repeats=repeats,
            pairs_again=sum(times > 1 for times in counts.values()),
            most_meetings=most,
            unavoidable=bound.repeats,
            reason=bound.reason,
            met=len(counts),
            pairs=together,
        ),
    )


def moves(rounds: Rounds) -> Iterator[int]:
    """For each round after the first: how many of those at a table in both this round and the last changed table."""
    for last, here in pairwise(rounds):
        seats = {person: number for number, table in enumerate(last) for person in table}
        yield sum(seats.get(person, number) != number for number, table in enumerate(here) for person in table)


def _together(request: Request, counts: Counter[Pair]) -> int:
    """How many pairs are ever present together, in the past or in the rounds to hold."""
    if any(len(present) == request.people for present in request.attendance):
        return request.people * (request.people - 1) // 2
    pairs = set(counts)
    for present in set(request.attendance):
        pairs.update(combinations(present, 2))
    return len(pairs)


def _verdict(repeats: int, unavoidable: int, fewest_sq: bool, everybody: bool) -> Verdict:
    if everybody:
        return "everybody" if repeats else "everybody_once"
    if not repeats:
        return "nobody_twice"
    return "repeats_least" if repeats <= unavoidable or fewest_sq else "repeats"
