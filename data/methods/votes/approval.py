"""Approval: everybody marks what they can agree with, and the marks are counted (Brams and Fishburn, 1978)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from data.methods.votes.room import Ranking, ranked


@dataclass(frozen=True, slots=True)
class Approval:
    """Marks out of `cast` ballots; `unanimous` and `majority` in the order of the options."""

    cast: int
    scores: Mapping[str, int]
    ranking: Ranking
    unanimous: tuple[str, ...]
    majority: tuple[str, ...]


def tally(scores: Mapping[str, int], cast: int) -> Approval:
    """Rank options by their marks. Without ballots nothing is unanimous: silence is never consent."""
    return Approval(
        cast=cast,
        scores=scores,
        ranking=ranked(scores),
        unanimous=tuple(name for name, score in scores.items() if score == cast > 0),
        majority=tuple(name for name, score in scores.items() if 2 * score > cast),
    )


def count(options: Sequence[str], ballots: Iterable[tuple[Iterable[str], int]]) -> dict[str, int]:
    """Marks per option; a ballot is what it approves of, each option once, and how many people cast it."""
    scores = dict.fromkeys(options, 0)
    for approved, people in ballots:
        for name in approved:
            scores[name] += people
    return scores
