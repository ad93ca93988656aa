"""All of us? With which proposals can you agree? What everybody agrees with comes first."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from data.methods.votes import approval
from data.methods.votes.codes import NextStep, Outcome, Problem
from data.methods.votes.room import (
    Ranking,
    Room,
    Turnout,
    VoteError,
    check_ballots,
    require_counts,
    require_proposals,
    tied_at_top,
    turnout,
)


@dataclass(frozen=True, slots=True)
class AllOfUsCount:
    """People who agree with each proposal, out of `cast` people who answered without abstaining."""

    agree: Mapping[str, int]
    cast: int
    abstain: int = 0


@dataclass(frozen=True, slots=True)
class AllOfUsResult:
    """Proposals by agreement; `unanimous` has what every answer that is no abstention agrees with."""

    outcome: Outcome
    turnout: Turnout
    agree: Mapping[str, int]
    ranking: Ranking
    tie_at_top: bool
    unanimous: tuple[str, ...]
    next: tuple[NextStep, ...]


def count(proposals: Sequence[str], ballots: Sequence[Sequence[str] | None]) -> AllOfUsCount:
    """The counts of ballots per person: the proposals agreed with (perhaps none), or None for an abstention.

    Raises VoteError for a ballot that names something else, or one proposal twice.
    """
    check_ballots(proposals, ballots)
    cast = [ballot for ballot in ballots if ballot is not None]
    return AllOfUsCount(
        agree=approval.count(proposals, ((ballot, 1) for ballot in cast)),
        cast=len(cast),
        abstain=len(ballots) - len(cast),
    )


def tally(room: Room, answers: AllOfUsCount) -> AllOfUsResult:
    """The result of asking everybody.

    Raises VoteError for more answers than people, more agreement than answers, a negative count, or no proposals.
    """
    require_proposals(list(answers.agree))
    require_counts(answers.agree.values())
    turned_out = turnout(room, votes=answers.cast, abstain=answers.abstain)
    too_many = [name for name, agree in answers.agree.items() if agree > answers.cast]
    if too_many:
        raise VoteError(Problem.MORE_AGREEMENT_THAN_ANSWERS, proposals=too_many)
    marks = approval.tally(answers.agree, answers.cast)
    outcome = _outcome(turned_out, marks.unanimous)
    return AllOfUsResult(
        outcome=outcome,
        turnout=turned_out,
        agree=answers.agree,
        ranking=marks.ranking,
        tie_at_top=tied_at_top(marks.ranking),
        unanimous=marks.unanimous,
        next=_next(outcome, marks.unanimous),
    )


def _outcome(turned_out: Turnout, unanimous: tuple[str, ...]) -> Outcome:
    if not turned_out.valid:
        return Outcome.TOO_FEW_ANSWERS
    if not turned_out.base:
        return Outcome.NOT_ADOPTED
    return Outcome.UNANIMOUS if unanimous else Outcome.NOT_UNANIMOUS


def _next(outcome: Outcome, unanimous: tuple[str, ...]) -> tuple[NextStep, ...]:
    match outcome:
        case Outcome.TOO_FEW_ANSWERS:
            return (NextStep.ASK_AGAIN,)
        case Outcome.NOT_ADOPTED:
            return (NextStep.DISCUSS,)
        case Outcome.UNANIMOUS if len(unanimous) == 1:
            return (NextStep.CONSENT_ROUND,)
        case Outcome.UNANIMOUS:
            return (NextStep.CHOOSE_AMONG,)
        case _:
            return (NextStep.HEAR_OBJECTIONS,)
