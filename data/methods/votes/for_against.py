"""For or against: a show of hands on one proposal, by simple majority, two thirds or everybody."""

from collections.abc import Iterable
from dataclasses import dataclass

from data.methods.votes.codes import NextStep, Outcome, Stance, Threshold
from data.methods.votes.room import TIE_STEPS, Room, Turnout, require_counts, settled, turnout


@dataclass(frozen=True, slots=True)
class ForAgainstCount:
    """Hands counted."""

    in_favour: int
    against: int
    abstain: int = 0


@dataclass(frozen=True, slots=True)
class ForAgainstResult:
    """What the hands say: the outcome, out of which base, and what may follow."""

    outcome: Outcome
    turnout: Turnout
    in_favour: int
    against: int
    abstain: int
    threshold: Threshold
    next: tuple[NextStep, ...]


def count(stances: Iterable[Stance]) -> ForAgainstCount:
    """The hands of answers given one by one."""
    given = list(stances)
    return ForAgainstCount(given.count(Stance.FOR), given.count(Stance.AGAINST), given.count(Stance.ABSTAIN))


def tally(room: Room, hands: ForAgainstCount, threshold: Threshold = Threshold.SIMPLE) -> ForAgainstResult:
    """The result of a show of hands.

    Raises VoteError for a negative count or for more hands than people.
    """
    require_counts((hands.in_favour, hands.against))
    turned_out = turnout(room, votes=hands.in_favour + hands.against, abstain=hands.abstain)
    outcome = _outcome(turned_out, hands, threshold)
    return ForAgainstResult(
        outcome=outcome,
        turnout=turned_out,
        in_favour=hands.in_favour,
        against=hands.against,
        abstain=hands.abstain,
        threshold=threshold,
        next=_next(outcome, turned_out),
    )


def _outcome(turned_out: Turnout, hands: ForAgainstCount, threshold: Threshold) -> Outcome:
    if not turned_out.valid:
        return Outcome.TOO_FEW_ANSWERS
    if not turned_out.base:
        return Outcome.NOT_ADOPTED
    if threshold is Threshold.SIMPLE and hands.in_favour == hands.against:
        return Outcome.TIE
    return Outcome.ADOPTED if _enough(hands, turned_out.base, threshold) else Outcome.REJECTED


def _enough(hands: ForAgainstCount, base: int, threshold: Threshold) -> bool:
    match threshold:
        case Threshold.SIMPLE:
            return hands.in_favour > hands.against
        case Threshold.TWO_THIRDS:
            return 3 * hands.in_favour >= 2 * base
        case Threshold.UNANIMOUS:
            return hands.in_favour == base


def _next(outcome: Outcome, turned_out: Turnout) -> tuple[NextStep, ...]:
    if outcome is Outcome.TOO_FEW_ANSWERS:
        return (NextStep.ASK_AGAIN,)
    if outcome is Outcome.TIE:
        return TIE_STEPS
    if outcome is Outcome.NOT_ADOPTED:
        return (NextStep.DISCUSS,)
    return settled(turned_out)
