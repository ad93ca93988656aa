"""Consent: does anybody have a reasoned objection? Concerns are noted and never block."""

from collections.abc import Iterable
from dataclasses import dataclass

from data.methods.votes.codes import ConsentAnswer, NextStep, Outcome
from data.methods.votes.room import Room, Turnout, require_counts, settled, turnout

ROUNDS = 3
"""Rounds of consent after which the group looks for another road."""


@dataclass(frozen=True, slots=True)
class ConsentCount:
    """Answers counted; the numbers are people."""

    agree: int
    concern: int = 0
    objection: int = 0
    stand_aside: int = 0


@dataclass(frozen=True, slots=True)
class ConsentResult:
    """What the round came to; `round` counts from 1."""

    outcome: Outcome
    turnout: Turnout
    agree: int
    concern: int
    objection: int
    stand_aside: int
    round: int
    next: tuple[NextStep, ...]


def count(answers: Iterable[ConsentAnswer]) -> ConsentCount:
    """The counts of answers given one by one."""
    given = list(answers)
    return ConsentCount(
        agree=given.count(ConsentAnswer.AGREE),
        concern=given.count(ConsentAnswer.CONCERN),
        objection=given.count(ConsentAnswer.OBJECTION),
        stand_aside=given.count(ConsentAnswer.STAND_ASIDE),
    )


def tally(room: Room, answers: ConsentCount, round_number: int = 1) -> ConsentResult:
    """The result of a consent round.

    Raises VoteError for a negative count or for more answers than people.
    """
    counts = (answers.agree, answers.concern, answers.objection)
    require_counts(counts)
    turned_out = turnout(room, votes=sum(counts), aside=answers.stand_aside)
    outcome = _outcome(turned_out, answers)
    return ConsentResult(
        outcome=outcome,
        turnout=turned_out,
        agree=answers.agree,
        concern=answers.concern,
        objection=answers.objection,
        stand_aside=answers.stand_aside,
        round=round_number,
        next=_next(outcome, turned_out, round_number),
    )


def _outcome(turned_out: Turnout, answers: ConsentCount) -> Outcome:
    if answers.objection:
        return Outcome.OBJECTION
    if not turned_out.valid:
        return Outcome.TOO_FEW_ANSWERS
    return Outcome.DECIDED_WITH_CONCERNS if answers.concern else Outcome.DECIDED


def _next(outcome: Outcome, turned_out: Turnout, round_number: int) -> tuple[NextStep, ...]:
    if outcome is Outcome.TOO_FEW_ANSWERS:
        return (NextStep.ASK_AGAIN,)
    if outcome is not Outcome.OBJECTION:
        return settled(turned_out)
    if round_number < ROUNDS:
        return (NextStep.INTEGRATE,)
    return (NextStep.PARK, NextStep.SMALL_GROUP, NextStep.VOTE)
