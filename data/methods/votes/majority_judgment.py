"""Majority judgment: the lower median grade, ties by removing medians one at a time (Balinski and Laraki, 2007).

Removing the lower median over and over walks outward from the middle of the sorted grades, below first and then
above. That walk only depends on the shares of each grade, so options with different numbers of grades (people
abstain) are compared as if each had been given the same number, and nothing is ever expanded to single grades.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import lcm

from data.methods.votes.room import Ranking, ranked

Profile = Sequence[int]
"""How often each grade was given, worst grade first."""


@dataclass(frozen=True, slots=True)
class MajorityJudgment:
    """Options by majority judgment; `medians` are positions in the profile (0 the worst), None where nobody graded."""

    ranking: Ranking
    medians: Mapping[str, int | None]

    @property
    def winners(self) -> tuple[str, ...]:
        """Everybody on the first rank."""
        return self.ranking[0] if self.ranking else ()


def lower_median(profile: Profile) -> int | None:
    """The grade in the middle, the lower one of two; None when there are no grades."""
    total = sum(profile)
    if not total:
        return None
    return next(grade for grade, upto in enumerate(accumulate(profile)) if 2 * upto >= total)


def tally(profiles: Mapping[str, Profile]) -> MajorityJudgment:
    """Rank options by their profiles of non-negative counts; an option that nobody graded comes last."""
    half = lcm(*(sum(profile) for profile in profiles.values() if any(profile)))
    edges = {name: _edges(profile, half) for name, profile in profiles.items()}
    distances = sorted({abs(half - edge) for upto in edges.values() for edge in upto} - {0})
    walks = {name: tuple(_around(upto, half, at) for at in distances) for name, upto in edges.items() if upto}
    return MajorityJudgment(
        ranking=ranked({name: walks.get(name, ()) for name in profiles}),
        medians={name: lower_median(profile) for name, profile in profiles.items()},
    )


def _edges(profile: Profile, half: int) -> list[int]:
    """How far each grade reaches on a ruler of 2 * half, worst first; nothing for an empty profile."""
    total = sum(profile)
    return [upto * (2 * half // total) for upto in accumulate(profile)] if total else []


def _around(edges: list[int], half: int, distance: int) -> tuple[int, int]:
    """The grades below and above the middle, on the stretch of the ruler that ends at `distance` from it."""
    return bisect_right(edges, half - distance), bisect_left(edges, half + distance)
