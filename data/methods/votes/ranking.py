"""Ranking, per person: a winner only when it beats every other, otherwise the leading group to talk about."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations

from data.methods.votes import borda, condorcet
from data.methods.votes.codes import NextStep, Outcome, Problem
from data.methods.votes.condorcet import Pairwise, Tiers
from data.methods.votes.room import (
    TIE_STEPS,
    Ranking,
    Room,
    Turnout,
    VoteError,
    check_ballots,
    ranked,
    require_proposals,
    settled,
    tied_at_top,
    turnout,
)

MIN_BALLOTS = 5
MAX_PROPOSALS = 8


@dataclass(frozen=True, slots=True)
class RankingResult:
    """Who beats whom; `ranking` is by Borda points and only informs.

    `smith` is the smallest set that beats the rest, `even` the pairs within it that stand level.
    """

    outcome: Outcome
    turnout: Turnout
    winner: str | None
    smith: tuple[str, ...]
    even: tuple[tuple[str, str], ...]
    pairwise: Pairwise
    points: Mapping[str, Fraction]
    ranking: Ranking
    tie_at_top: bool
    next: tuple[NextStep, ...]


def tally(room: Room, proposals: Sequence[str], ballots: Sequence[Tiers | None]) -> RankingResult:
    """The result of rankings per person: tiers, best first (what is left out is tied last), or None to abstain.

    Raises VoteError for more than 8 proposals, fewer than 5 rankings (fewer would show who ranked what), more ballots
    than people, and ballots that name something else or one proposal twice.
    """
    require_proposals(proposals)
    if len(proposals) > MAX_PROPOSALS:
        raise VoteError(Problem.TOO_MANY_PROPOSALS)
    check_ballots(proposals, [None if b is None else [name for tier in b for name in tier] for b in ballots])
    cast = [(ballot, 1) for ballot in ballots if ballot is not None]
    turned_out = turnout(room, votes=len(cast), abstain=len(ballots) - len(cast))
    if len(cast) < MIN_BALLOTS:
        raise VoteError(Problem.TOO_FEW_BALLOTS)
    duels = condorcet.tally(proposals, cast)
    points = borda.points(proposals, cast)
    order = ranked(points)
    outcome = _outcome(turned_out, duels.winner)
    return RankingResult(
        outcome=outcome,
        turnout=turned_out,
        winner=duels.winner,
        smith=duels.smith,
        even=_level(duels),
        pairwise=duels.pairwise,
        points=points,
        ranking=order,
        tie_at_top=tied_at_top(order),
        next=_next(outcome, turned_out),
    )


def _outcome(turned_out: Turnout, winner: str | None) -> Outcome:
    if not turned_out.valid:
        return Outcome.TOO_FEW_ANSWERS
    return Outcome.NO_WINNER if winner is None else Outcome.WINNER


def _level(duels: condorcet.Condorcet) -> tuple[tuple[str, str], ...]:
    return tuple((a, b) for a, b in combinations(duels.smith, 2) if duels.pairwise[a][b] == duels.pairwise[b][a])


def _next(outcome: Outcome, turned_out: Turnout) -> tuple[NextStep, ...]:
    match outcome:
        case Outcome.TOO_FEW_ANSWERS:
            return (NextStep.ASK_AGAIN,)
        case Outcome.WINNER:
            return settled(turned_out)
        case _:
            return TIE_STEPS
