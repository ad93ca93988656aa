"""The rules that every way of deciding shares: who is in the room, who answered, ranks with ties."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

from data.methods.votes.codes import NextStep, Problem


class Comparable(Protocol):
    """Whatever can be put in order: numbers, fractions, tuples of them."""

    def __lt__(self, other: Any, /) -> bool: ...


Score = TypeVar("Score", bound=Comparable)

Ranking = tuple[tuple[str, ...], ...]
"""Proposals, best first; those in one tuple share the rank."""

TIE_STEPS = (NextStep.DISCUSS, NextStep.VOTE_AGAIN, NextStep.DRAW)


class VoteError(Exception):
    """A vote that cannot be tallied: a code, and which ballots (from 0) or proposals are meant."""

    def __init__(self, code: Problem, *, ballots: Iterable[int] = (), proposals: Iterable[str] = ()) -> None:
        super().__init__(code.value)
        self.code = code
        self.ballots = tuple(ballots)
        self.proposals = tuple(proposals)


@dataclass(frozen=True, slots=True)
class Room:
    """How many may vote here and now, and how many people the network has (None: not known, never provisional)."""

    present: int
    network: int | None = None


@dataclass(frozen=True, slots=True)
class Turnout:
    """Who answered. `answered` counts abstentions, `base` does not; standing aside is in neither nor in `no_answer`."""

    answered: int
    no_answer: int
    base: int
    valid: bool
    provisional: bool


def turnout(room: Room, *, votes: int, abstain: int = 0, aside: int = 0) -> Turnout:
    """The turnout of a vote.

    Raises:
        VoteError: for a negative count or for more answers than people.
    """
    require_counts((room.present, room.network or 0, votes, abstain, aside))
    answered = votes + abstain
    silent = room.present - answered - aside
    if silent < 0:
        raise VoteError(Problem.MORE_ANSWERS_THAN_PEOPLE)
    return Turnout(
        answered=answered,
        no_answer=silent,
        base=votes,
        valid=enough(answered, room.present),
        provisional=room.network is not None and 2 * room.present < room.network,
    )


def enough(answered: int, present: int) -> bool:
    """Whether so many answers are those of the room: of more than half."""
    return 2 * answered > present


def ranked(scores: Mapping[str, Score]) -> Ranking:
    """Proposals by score, highest first; equal scores share a rank, in the order of `scores`."""
    tiers: dict[Score, list[str]] = {}
    for name, score in scores.items():
        tiers.setdefault(score, []).append(name)
    return tuple(tuple(tiers[score]) for score in sorted(tiers, reverse=True))


def tied_at_top(ranking: Ranking) -> bool:
    """Whether the first rank is shared."""
    return bool(ranking) and len(ranking[0]) > 1


def settled(turned_out: Turnout) -> tuple[NextStep, ...]:
    """The steps after a decision: record it, and confirm it next time when less than half of the network is here."""
    if turned_out.provisional:
        return (NextStep.RECORD, NextStep.CONFIRM_NEXT_TIME)
    return (NextStep.RECORD,)


def require_counts(counts: Iterable[int]) -> None:
    """Raise VoteError when a count is below zero."""
    if any(number < 0 for number in counts):
        raise VoteError(Problem.NEGATIVE_COUNT)


def require_proposals(proposals: Sequence[str]) -> None:
    """Raise VoteError when there is nothing to vote on, or one proposal is named twice."""
    if not proposals:
        raise VoteError(Problem.NO_PROPOSALS)
    twice = sorted({name for name in proposals if proposals.count(name) > 1})
    if twice:
        raise VoteError(Problem.REPEATED_PROPOSAL, proposals=twice)


def check_ballots(proposals: Sequence[str], ballots: Sequence[Sequence[str] | None]) -> None:
    """Raise VoteError with the ballots that name an unknown proposal, or else the same one twice."""
    known = set(proposals)
    unknown = [i for i, ballot in enumerate(ballots) if ballot and not known.issuperset(ballot)]
    if unknown:
        raise VoteError(Problem.UNKNOWN_PROPOSAL, ballots=unknown)
    repeated = [i for i, ballot in enumerate(ballots) if ballot and len(set(ballot)) < len(ballot)]
    if repeated:
        raise VoteError(Problem.REPEATED_PROPOSAL, ballots=repeated)
