"""For or against: a show of hands on one proposal, by simple majority, two thirds or everybody."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from data.methods.votes.codes import NextStep, Outcome, Stance, Threshold
from data.methods.votes.consent import ROUNDS
from data.methods.votes.picture import Picture, Row, Tone
from data.methods.votes.room import TIE_STEPS, Room, Turnout, require_counts, settled, turnout
from data.methods.votes.way import (
    Asked,
    Cell,
    Letters,
    Rule,
    Rules,
    Settings,
    WaySpec,
    Words,
    by_person,
    first,
    hands,
)
from data.methods.votes.words import ANSWERS
from data.model import Said, Vote, say


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

    Raises:
        VoteError: for a negative count or for more hands than people.
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


THRESHOLDS: Mapping[Threshold, tuple[Said, Said]] = {
    Threshold.SIMPLE: (say("simple majority"), say("more for than against")),
    Threshold.TWO_THIRDS: (say("two thirds"), say("of who voted for or against")),
    Threshold.UNANIMOUS: (say("unanimous"), say("nobody against")),
}
"""How much is enough, and what that means."""


class ForAgainst(WaySpec[ForAgainstResult]):
    """A show of hands on one proposal."""

    words = Words(
        say("for or against"),
        say("Who is for, who is against?"),
        say("When time presses and the group agrees to it."),
    )
    one_proposal = True
    choices = tuple(Stance)
    rules = Rules(
        say("What majority is needed?"), tuple(Rule(key.value, title, use) for key, (title, use) in THRESHOLDS.items())
    )

    def settings(self, asked: Asked, rule: str) -> Settings:
        """How much is enough; after three rounds of consent also that the group consents to this vote."""
        agreed: Settings = {"agreed_to": True} if asked.rounds >= ROUNDS else {}
        return {"threshold": Threshold(rule or Threshold.SIMPLE).value, **agreed}

    def held(self, vote: Vote) -> tuple[Said, ...]:
        """How much is enough."""
        return (THRESHOLDS[_threshold(vote)][0],)

    def abstention(self, vote: Vote) -> dict[str, int]:
        """Abstaining is one of the answers."""
        return {first(vote): self.choices.index(Stance.ABSTAIN) + 1}

    def cells(self, vote: Vote) -> list[Cell]:
        """The few first, who are for last."""
        return [(first(vote), stance.value) for stance in (Stance.AGAINST, Stance.ABSTAIN, Stance.FOR)]

    def tallied(self, vote: Vote, room: Room) -> ForAgainstResult:
        """Hands counted, or answers given one by one."""
        option = first(vote)
        if by_person(vote):
            given = count(Stance(self.code(ballot[option])) for ballot in vote.ballots)
        else:
            given = ForAgainstCount(*(hands(vote, option, stance) for stance in Stance))
        return tally(room, given, _threshold(vote))

    def results(self, vote: Vote, result: ForAgainstResult) -> dict[str, str]:
        """The proposal came to what the vote came to."""
        return {first(vote): result.outcome.value}

    def order(self, vote: Vote, result: ForAgainstResult) -> list[list[str]]:
        """There is one proposal."""
        del result
        return [[first(vote)]]

    def tied(self, result: ForAgainstResult) -> tuple[str, ...]:
        """For and against, when there are as many of each."""
        return (Stance.FOR.value, Stance.AGAINST.value) if result.outcome is Outcome.TIE else ()

    def picture(self, vote: Vote, result: ForAgainstResult, letters: Letters) -> Picture:
        """A bar for and one against, out of all who were either."""
        del vote, letters
        base = result.turnout.base
        told = ((Stance.FOR, "+", Tone.GOOD, result.in_favour), (Stance.AGAINST, "−", Tone.BAD, result.against))
        return Picture(
            tuple(Row(label=ANSWERS[code], sign=sign, count=n, of=base, tone=tone) for code, sign, tone, n in told),
            say("of the {n} who were for or against · │ half", n=base),
            half=True,
        )

    def meaning(self, vote: Vote, result: ForAgainstResult, letters: Letters) -> tuple[Said, ...]:
        """Adopted, rejected or a tie."""
        del vote, letters
        if result.outcome is Outcome.TIE:
            return (say("As many for as against: a tie."),)
        if result.outcome is Outcome.ADOPTED:
            return (say("Adopted."),)
        return (say("Rejected: not enough people are for it."),)


def _threshold(vote: Vote) -> Threshold:
    return Threshold(str(vote.settings.get("threshold", Threshold.SIMPLE)))


WAY = ForAgainst()
