"""Fingers, 0 to 5, for each proposal: a fist objects, one or two want to talk, three or more support."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from data.methods.votes import majority_judgment
from data.methods.votes.codes import NextStep, Outcome, Problem
from data.methods.votes.room import (
    Ranking,
    Room,
    Turnout,
    VoteError,
    require_counts,
    require_proposals,
    settled,
    tied_at_top,
    turnout,
)

GRADES = 6
"""0 to 5 fingers."""

SUPPORT = 3
"""From this many fingers on, a hand supports the proposal; below it, somebody is still to be heard."""


@dataclass(frozen=True, slots=True)
class FingerCount:
    """People by the fingers they held up for one proposal: six counts, for 0 to 5 fingers."""

    hands: tuple[int, ...]
    abstain: int = 0


@dataclass(frozen=True, slots=True)
class FingersOfOne:
    """What the hands say about one proposal; `to_hear` counts the people who held up 0, 1 or 2."""

    outcome: Outcome
    turnout: Turnout
    hands: tuple[int, ...]
    abstain: int
    median: int | None
    to_hear: int
    next: tuple[NextStep, ...]


@dataclass(frozen=True, slots=True)
class FingersResult:
    """Every proposal, and their order by majority judgment."""

    proposals: Mapping[str, FingersOfOne]
    ranking: Ranking
    tie_at_top: bool


def count(proposals: Sequence[str], ballots: Sequence[Mapping[str, int | None] | None]) -> dict[str, FingerCount]:
    """The counts of ballots per person.

    A ballot has fingers per proposal, None for an abstention on it; a proposal left out has no answer, and None
    instead of a ballot abstains from all. Raises VoteError with the ballots that are not 0 to 5 fingers or name
    something else.
    """
    known = set(proposals)
    unknown = [i for i, ballot in enumerate(ballots) if ballot and not known.issuperset(ballot)]
    if unknown:
        raise VoteError(Problem.UNKNOWN_PROPOSAL, ballots=unknown)
    wrong = [i for i, ballot in enumerate(ballots) if ballot and not all(map(_is_hand, ballot.values()))]
    if wrong:
        raise VoteError(Problem.INVALID_FINGERS, ballots=wrong)
    return {name: _count_one(name, ballots) for name in proposals}


def tally(room: Room, counts: Mapping[str, FingerCount]) -> FingersResult:
    """The result of a show of fingers.

    Raises VoteError with the proposals that have more answers than people, a negative count, or not six counts.
    """
    require_proposals(list(counts))
    results = {name: tally_one(room, hands, name) for name, hands in counts.items()}
    ranking = majority_judgment.tally({name: hands.hands for name, hands in counts.items()}).ranking
    return FingersResult(proposals=results, ranking=ranking, tie_at_top=tied_at_top(ranking))


def tally_one(room: Room, shown: FingerCount, name: str = "") -> FingersOfOne:
    """The result for one proposal, also for a quick temperature check; `name` only goes into the error."""
    named = (name,) if name else ()
    if len(shown.hands) != GRADES:
        raise VoteError(Problem.INVALID_FINGERS, proposals=named)
    try:
        require_counts(shown.hands)
        turned_out = turnout(room, votes=sum(shown.hands), abstain=shown.abstain)
    except VoteError as error:
        raise VoteError(error.code, proposals=named) from error
    outcome = _outcome(turned_out, shown.hands)
    return FingersOfOne(
        outcome=outcome,
        turnout=turned_out,
        hands=shown.hands,
        abstain=shown.abstain,
        median=majority_judgment.lower_median(shown.hands),
        to_hear=sum(shown.hands[:SUPPORT]),
        next=_next(outcome, turned_out),
    )


def _is_hand(fingers: int | None) -> bool:
    return fingers is None or 0 <= fingers < GRADES


def _count_one(name: str, ballots: Sequence[Mapping[str, int | None] | None]) -> FingerCount:
    answers = [None if ballot is None else ballot[name] for ballot in ballots if ballot is None or name in ballot]
    return FingerCount(hands=tuple(answers.count(fingers) for fingers in range(GRADES)), abstain=answers.count(None))


def _outcome(turned_out: Turnout, hands: tuple[int, ...]) -> Outcome:
    if hands[0]:
        return Outcome.OBJECTION
    if not turned_out.valid:
        return Outcome.TOO_FEW_ANSWERS
    if not turned_out.base:
        return Outcome.NOT_ADOPTED
    return Outcome.TALK_FIRST if any(hands[:SUPPORT]) else Outcome.SUPPORTED


def _next(outcome: Outcome, turned_out: Turnout) -> tuple[NextStep, ...]:
    match outcome:
        case Outcome.OBJECTION:
            return (NextStep.HEAR_OBJECTIONS,)
        case Outcome.TALK_FIRST:
            return (NextStep.HEAR_LOW_FINGERS,)
        case Outcome.TOO_FEW_ANSWERS:
            return (NextStep.ASK_AGAIN,)
        case Outcome.NOT_ADOPTED:
            return (NextStep.DISCUSS,)
        case _:
            return settled(turned_out)
