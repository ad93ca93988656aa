"""Borda points (Borda, 1784): one for every option ranked below, half for every other option in the same tier."""

from collections.abc import Iterable, Sequence
from fractions import Fraction

from data.methods.votes.condorcet import Tiers


def points(
    options: Sequence[str], ballots: Iterable[tuple[Tiers, int]], *, unranked_last: bool = True
) -> dict[str, Fraction]:
    """Points per option on ballots and the number of people who cast each.

    Options that a ballot leaves out are one tier at the end, or neither get nor give points when not `unranked_last`.
    """
    doubled = dict.fromkeys(options, 0)
    for tiers, people in ballots:
        ranked = {name for tier in tiers for name in tier}
        last = [name for name in options if name not in ranked] if unranked_last else []
        below = len(ranked) + len(last)
        for tier in (*tiers, last):
            below -= len(tier)
            for name in tier:
                doubled[name] += (2 * below + len(tier) - 1) * people
    return {name: Fraction(score, 2) for name, score in doubled.items()}
