"""Every option against every other: who wins each duel, who wins them all, and the smallest set that beats the rest.

The winner of all duels is Condorcet's (1785), the smallest dominating set Smith's (1973), wins minus losses Copeland's
(1951).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

Tiers = Sequence[Sequence[str]]
"""One ranking: options in tiers, best first; those in one tier are tied."""

Pairwise = Mapping[str, Mapping[str, int]]
"""How many people put the first option above the second."""


@dataclass(frozen=True, slots=True)
class Condorcet:
    """Every duel and what follows from them; sets in the order of the options.

    `winner` beats every other, `weak_winners` lose to nobody, `loser` loses to everybody.
    """

    pairwise: Pairwise
    copeland: Mapping[str, int]
    winner: str | None
    weak_winners: tuple[str, ...]
    loser: str | None
    smith: tuple[str, ...]


def tally(options: Sequence[str], ballots: Iterable[tuple[Tiers, int]], *, unranked_last: bool = True) -> Condorcet:
    """Compare the options on ballots and the number of people who cast each.

    Options that a ballot leaves out are tied last on it, or express no preference when not `unranked_last`.
    """
    duels = pairwise(options, ballots, unranked_last=unranked_last)
    wins = {a: sum(duels[a][b] > duels[b][a] for b in duels[a]) for a in options}
    losses = {a: sum(duels[a][b] < duels[b][a] for b in duels[a]) for a in options}
    others = len(options) - 1
    return Condorcet(
        pairwise=duels,
        copeland={a: wins[a] - losses[a] for a in options},
        winner=next((a for a in options if wins[a] == others), None),
        weak_winners=tuple(a for a in options if not losses[a]),
        loser=next((a for a in options if losses[a] == others), None),
        smith=_smith(options, duels, wins, losses),
    )


def pairwise(
    options: Sequence[str], ballots: Iterable[tuple[Tiers, int]], *, unranked_last: bool = True
) -> dict[str, dict[str, int]]:
    """How many people put each option above each other one."""
    duels = {a: {b: 0 for b in options if b != a} for a in options}
    for tiers, people in ballots:
        below = list(options) if unranked_last else [name for tier in tiers for name in tier]
        for tier in tiers:
            below = [name for name in below if name not in tier]
            for a in tier:
                row = duels[a]
                for b in below:
                    row[b] += people
    return duels


def _smith(
    options: Sequence[str], duels: Pairwise, wins: Mapping[str, int], losses: Mapping[str, int]
) -> tuple[str, ...]:
    """The smallest set whose members each beat everybody outside.

    Whoever is in it has more wins minus losses than whoever is not, so it is a head of the options in that order.
    """
    order = sorted(options, key=lambda name: losses[name] - wins[name])
    for size in range(1, len(order)):
        inside, outside = order[:size], order[size:]
        if all(duels[a][b] > duels[b][a] for a in inside for b in outside):
            return tuple(name for name in options if name in inside)
    return tuple(options)
