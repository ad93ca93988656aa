"""Consent: does anybody have a reasoned objection? Concerns are noted and never block."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from data.methods.votes.codes import ConsentAnswer, NextStep, Outcome
from data.methods.votes.picture import Picture, Row, Tone
from data.methods.votes.room import Room, Turnout, require_counts, settled, turnout
from data.methods.votes.way import Asked, Cell, Letters, Settings, WaySpec, Words, by_person, first, hands
from data.methods.votes.words import ANSWERS
from data.model import Said, Vote, say

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

    Raises:
        VoteError: for a negative count or for more answers than people.
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


class Consent(WaySpec[ConsentResult]):
    """Consent about one proposal."""

    words = Words(
        say("consent"),
        say("Does anybody have a reasoned objection?"),
        say("For one proposal that everybody must live with."),
    )
    one_proposal = True
    choices = tuple(ConsentAnswer)

    def unfit(self, asked: Asked) -> Said | None:
        """After some rounds another road is looked for."""
        if asked.rounds < ROUNDS:
            return None
        return say("Consent was asked {n} times: park it, give it to a small group, or vote.", n=ROUNDS)

    def settings(self, asked: Asked, rule: str) -> Settings:
        """Which round this is, from 1."""
        del rule
        return {"round": asked.rounds + 1}

    def held(self, vote: Vote) -> tuple[Said, ...]:
        """Which round this is."""
        return (say("round {n}", n=_round(vote)),)

    def abstention(self, vote: Vote) -> None:
        """Nobody abstains: standing aside is an answer."""
        del vote

    def cells(self, vote: Vote) -> list[Cell]:
        """The few first, who agree last."""
        answers = (ConsentAnswer.OBJECTION, ConsentAnswer.CONCERN, ConsentAnswer.STAND_ASIDE, ConsentAnswer.AGREE)
        return [(first(vote), answer.value) for answer in answers]

    def tallied(self, vote: Vote, room: Room) -> ConsentResult:
        """Answers counted, or given one by one."""
        option = first(vote)
        if by_person(vote):
            given = count(ConsentAnswer(self.code(ballot[option])) for ballot in vote.ballots)
        else:
            given = ConsentCount(**{answer.value: hands(vote, option, answer) for answer in ConsentAnswer})
        return tally(room, given, _round(vote))

    def results(self, vote: Vote, result: ConsentResult) -> dict[str, str]:
        """The proposal came to what the vote came to."""
        return {first(vote): result.outcome.value}

    def order(self, vote: Vote, result: ConsentResult) -> list[list[str]]:
        """There is one proposal."""
        del result
        return [[first(vote)]]

    def tied(self, result: ConsentResult) -> tuple[str, ...]:
        """There is no tie in consent."""
        del result
        return ()

    def picture(self, vote: Vote, result: ConsentResult, letters: Letters) -> Picture:
        """A bar an answer, out of all who gave one."""
        del vote, letters
        asked = result.turnout.base + result.stand_aside
        told = (
            (ConsentAnswer.AGREE, "✓", Tone.GOOD, result.agree),
            (ConsentAnswer.CONCERN, "~", Tone.UNSURE, result.concern),
            (ConsentAnswer.OBJECTION, "!", Tone.BAD, result.objection),
            (ConsentAnswer.STAND_ASIDE, "·", Tone.QUIET, result.stand_aside),
        )
        return Picture(
            tuple(Row(label=ANSWERS[code], sign=sign, count=n, of=asked, tone=tone) for code, sign, tone, n in told),
            say("of the {n} who answered or stand aside", n=asked),
        )

    def meaning(self, vote: Vote, result: ConsentResult, letters: Letters) -> tuple[Said, ...]:
        """Whether anybody objects."""
        del vote, letters
        if result.outcome is Outcome.OBJECTION:
            return (say("There is a reasoned objection: hear it before anything else."),)
        if result.outcome is Outcome.DECIDED_WITH_CONCERNS:
            return (say("There is consent; the concerns are noted."),)
        return (say("There is consent: nobody objects."),)


def _round(vote: Vote) -> int:
    return int(vote.settings.get("round", 1))


WAY = Consent()
