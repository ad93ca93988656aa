"""Dots on the wall: about a third as many as there are proposals, for a short list and nothing more."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from data.methods.votes.codes import NextStep, Outcome, Problem
from data.methods.votes.room import (
    TIE_STEPS,
    Ranking,
    Room,
    Turnout,
    VoteError,
    ranked,
    require_counts,
    require_proposals,
    tied_at_top,
    turnout,
)


@dataclass(frozen=True, slots=True)
class DotRules:
    """Dots per person, the most of them on one proposal (more than 1 is stacking), and the places on the short list."""

    budget: int
    cap: int
    places: int


@dataclass(frozen=True, slots=True)
class DotCount:
    """Dots counted per proposal, and how many people took part (None: the wall does not tell)."""

    dots: Mapping[str, int]
    cast: int | None = None
    abstain: int = 0


@dataclass(frozen=True, slots=True)
class DotResult:
    """Proposals by dots; more proposals than places are on the short list where the cut is a tie."""

    outcome: Outcome
    turnout: Turnout
    dots: Mapping[str, int]
    budget: int
    cap: int
    places: int
    ranking: Ranking
    shortlist: tuple[str, ...]
    cut_tie: bool
    tie_at_top: bool
    next: tuple[NextStep, ...]


def budget(proposals: int) -> int:
    """Dots per person: a third of the number of proposals, to the nearest whole, at least one."""
    return max(1, (proposals + 1) // 3)


def rules(proposals: int, *, cap: int = 1, places: int | None = None) -> DotRules:
    """The usual rules for this many proposals; without `places` the short list has as many as there are dots."""
    dots = budget(proposals)
    return DotRules(budget=dots, cap=cap, places=dots if places is None else places)


def count(proposals: Sequence[str], ballots: Sequence[Mapping[str, int] | None], allowed: DotRules) -> DotCount:
    """The counts of ballots per person: dots per proposal, or None for an abstention.

    Raises VoteError with every ballot that breaks the rules.
    """
    wrong = [i for i, ballot in enumerate(ballots) if ballot is not None and not _valid(proposals, ballot, allowed)]
    if wrong:
        raise VoteError(Problem.INVALID_DOTS, ballots=wrong)
    cast = [ballot for ballot in ballots if ballot is not None]
    dots = {name: sum(ballot.get(name, 0) for ballot in cast) for name in proposals}
    return DotCount(dots=dots, cast=len(cast), abstain=len(ballots) - len(cast))


def tally(room: Room, wall: DotCount, allowed: DotRules) -> DotResult:
    """The short list.

    Where the wall does not tell how many took part, all who are present and did not abstain are taken to have.
    Raises VoteError for more dots than those people had, more answers than people, a negative count, no proposals.
    """
    require_proposals(list(wall.dots))
    require_counts((*wall.dots.values(), allowed.budget, allowed.cap, allowed.places))
    cast = max(0, room.present - wall.abstain) if wall.cast is None else wall.cast
    turned_out = turnout(room, votes=cast, abstain=wall.abstain)
    too_many = [name for name, dots in wall.dots.items() if dots > cast * min(allowed.cap, allowed.budget)]
    if too_many or sum(wall.dots.values()) > cast * allowed.budget:
        raise VoteError(Problem.MORE_DOTS_THAN_POSSIBLE, proposals=too_many)
    ranking = ranked(wall.dots)
    listed, cut_tie = short_list(wall.dots, allowed.places)
    outcome = _outcome(turned_out, listed)
    return DotResult(
        outcome=outcome,
        turnout=turned_out,
        dots=wall.dots,
        budget=allowed.budget,
        cap=allowed.cap,
        places=allowed.places,
        ranking=ranking,
        shortlist=listed,
        cut_tie=cut_tie,
        tie_at_top=tied_at_top(ranking),
        next=_next(outcome, cut_tie),
    )


def short_list(scores: Mapping[str, int | Fraction], places: int) -> tuple[tuple[str, ...], bool]:
    """Who scores at least the score at the last place, and more than zero, best first; and whether they overflow it."""
    if places < 1:
        return (), False
    best = sorted(scores.values(), reverse=True)[:places]
    listed = tuple(name for tier in ranked(scores) for name in tier if scores[name] >= best[-1] and scores[name] > 0)
    return listed, len(listed) > places


def _valid(proposals: Sequence[str], ballot: Mapping[str, int], allowed: DotRules) -> bool:
    return (
        all(name in proposals and 0 <= dots <= allowed.cap for name, dots in ballot.items())
        and sum(ballot.values()) <= allowed.budget
    )


def _outcome(turned_out: Turnout, listed: tuple[str, ...]) -> Outcome:
    if not turned_out.valid:
        return Outcome.TOO_FEW_ANSWERS
    if not turned_out.base:
        return Outcome.NOT_ADOPTED
    return Outcome.SHORTLIST if listed else Outcome.NO_SHORTLIST


def _next(outcome: Outcome, cut_tie: bool) -> tuple[NextStep, ...]:
    if outcome is Outcome.TOO_FEW_ANSWERS:
        return (NextStep.ASK_AGAIN,)
    if outcome is not Outcome.SHORTLIST:
        return (NextStep.DISCUSS,)
    # A tie at the cut stays on the list: the group may simply go on with one proposal more.
    return (NextStep.CHOOSE_AMONG, *TIE_STEPS) if cut_tie else (NextStep.CHOOSE_AMONG,)
