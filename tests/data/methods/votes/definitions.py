"""The rules once more, straight from their definitions and slow: one person, one pair, one subset at a time."""

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from itertools import combinations
from math import lcm
from typing import Any

Weak = list[set[str]]


def place(ballot: Weak, option: str) -> int | None:
    return next((i for i, tier in enumerate(ballot) if option in tier), None)


def above(ballot: Weak, a: str, b: str, *, unranked_last: bool) -> bool:
    at_a, at_b = place(ballot, a), place(ballot, b)
    if at_a is None:
        return False
    if at_b is None:
        return unranked_last
    return at_a < at_b


def level(ballot: Weak, a: str, b: str, *, unranked_last: bool) -> bool:
    at_a, at_b = place(ballot, a), place(ballot, b)
    return at_a == at_b and (at_a is not None or unranked_last)


def preferring(ballots: Sequence[Weak], a: str, b: str, *, unranked_last: bool = True) -> int:
    return sum(above(ballot, a, b, unranked_last=unranked_last) for ballot in ballots)


def borda(options: Sequence[str], ballots: Sequence[Weak], *, unranked_last: bool = True) -> dict[str, Fraction]:
    def from_one(ballot: Weak, a: str, b: str) -> Fraction:
        if above(ballot, a, b, unranked_last=unranked_last):
            return Fraction(1)
        return Fraction(int(level(ballot, a, b, unranked_last=unranked_last)), 2)

    return {a: sum((from_one(v, a, b) for v in ballots for b in options if a != b), Fraction(0)) for a in options}


def beats(ballots: Sequence[Weak], a: str, b: str, *, unranked_last: bool = True) -> bool:
    return preferring(ballots, a, b, unranked_last=unranked_last) > preferring(
        ballots, b, a, unranked_last=unranked_last
    )


def smith(options: Sequence[str], ballots: Sequence[Weak], *, unranked_last: bool = True) -> set[str]:
    """Try every subset, the smallest first."""
    return next(
        set(inside)
        for size in range(1, len(options) + 1)
        for inside in combinations(options, size)
        if all(beats(ballots, a, b, unranked_last=unranked_last) for a in inside for b in options if b not in inside)
    )


def tiers(options: Sequence[str], better: Callable[[str, str], bool]) -> list[list[str]]:
    """Shared ranks: how many are better decides."""
    rank = {a: sum(better(b, a) for b in options) for a in options}
    return [[a for a in options if rank[a] == r] for r in sorted(set(rank.values()))]


def by_score(scores: Mapping[str, Any]) -> list[list[str]]:
    return tiers(list(scores), lambda a, b: bool(scores[a] > scores[b]))


def short_list(scores: Mapping[str, int | Fraction], places: int) -> set[str]:
    """Whoever has dots, and fewer than `places` others above."""
    return {a for a in scores if scores[a] > 0 and sum(s > scores[a] for s in scores.values()) < places}


def lower_middle(grades: Sequence[int]) -> int:
    return sorted(grades)[(len(grades) - 1) // 2]


def judge(grades: Mapping[str, Sequence[int]]) -> list[list[str]]:
    """Majority judgment by removing one median at a time; lists of unequal length are repeated to the same length."""
    length = lcm(*(len(given) for given in grades.values() if given))
    padded = {name: list(given) * (length // len(given)) if given else [] for name, given in grades.items()}

    def compare(a: str, b: str) -> int:
        left, right = list(padded[a]), list(padded[b])
        while left and right:
            x, y = lower_middle(left), lower_middle(right)
            if x != y:
                return -1 if x < y else 1
            left.remove(x)
            right.remove(y)
        return bool(left) - bool(right)

    return tiers(list(grades), lambda a, b: compare(a, b) > 0)
