"""Fingers, 0 to 5, for each proposal: a fist objects, one or two want to talk, three or more support."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from data.methods.votes import majority_judgment
from data.methods.votes.codes import NextStep, Outcome, Problem
from data.methods.votes.picture import Picture, Row
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
from data.methods.votes.way import (
    ABSTAIN,
    Cell,
    Letters,
    WaySpec,
    Words,
    by_person,
    marks,
    options,
)
from data.methods.votes.way import hands as hands_for
from data.methods.votes.words import OUTCOMES
from data.model import Refused, Said, Vote, say

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

    @property
    def outcome(self) -> Outcome:
        """As a whole: carried when a proposal is, else what the first of them came to."""
        found = {one.outcome for one in self.proposals.values()}
        return Outcome.SUPPORTED if Outcome.SUPPORTED in found else self._first.outcome

    @property
    def turnout(self) -> Turnout:
        """Who answered about the first proposal."""
        return self._first.turnout

    @property
    def next(self) -> tuple[NextStep, ...]:
        """The steps after what is carried, else after the first proposal."""
        carried = [one for one in self.proposals.values() if one.outcome is Outcome.SUPPORTED]
        return (carried[0] if carried else self._first).next

    @property
    def _first(self) -> FingersOfOne:
        return self.proposals[self.by_room[0][0]]

    @property
    def by_room(self) -> Ranking:
        """The order for the room: one hand with five fingers is no answer of it, so what few answered about is last."""
        tiers = [
            tuple(id_ for id_ in tier if self.proposals[id_].turnout.valid is valid)
            for valid in (True, False)
            for tier in self.ranking
        ]
        return tuple(tier for tier in tiers if tier)


def count(proposals: Sequence[str], ballots: Sequence[Mapping[str, int | None] | None]) -> dict[str, FingerCount]:
    """The counts of ballots per person.

    A ballot has fingers per proposal, None for an abstention on it; a proposal left out has no answer, and None
    instead of a ballot abstains from all.

    Raises:
        VoteError: with the ballots that are not 0 to 5 fingers or name something else.
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

    Raises:
        VoteError: with the proposals that have more answers than people, a negative count, or not six counts.
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


NO_FINGERS = -1
"""An abstention on one proposal."""


class Fingers(WaySpec[FingersResult]):
    """Fingers for every proposal."""

    words = Words(
        say("fingers"),
        say("How many fingers, 0 to 5, for each proposal?"),
        say("0 objects, 1 or 2 wants to talk: a first impression."),
    )
    in_turn = True

    def how(self, vote: Vote) -> Said:
        """A digit a proposal."""
        del vote
        return say("0 to 5 for each proposal in turn · - abstains")

    def read(self, vote: Vote, known: Mapping[str, str], keys: str) -> dict[str, int]:
        """A digit for each in turn (``5403``); a dash abstains from the one it stands for."""
        del known
        if not set(keys) <= {*map(str, range(GRADES)), "-"}:
            raise Refused(say("Fingers are 0 to 5, one digit a proposal; - abstains."))
        if len(keys) > len(vote.options):
            raise Refused(say("That is {n} answers to {of} proposals.", n=len(keys), of=len(vote.options)))
        given = zip(options(vote), keys, strict=False)
        return {option: NO_FINGERS if key == "-" else int(key) for option, key in given}

    def typed(self, before: str, key: str) -> str:
        """Every key is an answer."""
        return before + key

    def mark(self, answer: int) -> str:
        """The fingers."""
        return "–" if answer == NO_FINGERS else str(answer)

    def code(self, answer: int) -> str:
        """The fingers, or an abstention."""
        return ABSTAIN if answer == NO_FINGERS else str(answer)

    def cells(self, vote: Vote) -> list[Cell]:
        """A count for every number of fingers, and who abstains, for each proposal."""
        return [(id_, answer) for id_ in options(vote) for answer in (*map(str, range(GRADES)), ABSTAIN)]

    def tallied(self, vote: Vote, room: Room) -> FingersResult:
        """Hands counted, or shown one by one."""
        if by_person(vote):
            shown = [
                None if ballot is None else {id_: None if n == NO_FINGERS else n for id_, n in ballot.items()}
                for ballot in marks(vote)
            ]
            return tally(room, count(options(vote), shown))
        counts = {
            option: FingerCount(
                tuple(hands_for(vote, option, str(grade)) for grade in range(GRADES)), hands_for(vote, option, ABSTAIN)
            )
            for option in options(vote)
        }
        return tally(room, counts)

    def results(self, vote: Vote, result: FingersResult) -> dict[str, str]:
        """Each proposal has an outcome of its own."""
        del vote
        return {option: one.outcome.value for option, one in result.proposals.items()}

    def order(self, vote: Vote, result: FingersResult) -> Ranking:
        """By majority judgment, those that few answered about last."""
        del vote
        return result.by_room

    def tied(self, result: FingersResult) -> tuple[str, ...]:
        """What shares the first place."""
        top = result.by_room[0] if result.turnout.base else ()
        return top if len(top) > 1 else ()

    def steps(self, result: FingersResult) -> tuple[NextStep, ...]:
        """Fingers are a first feel: what is carried is best asked consent about."""
        return (NextStep.CONSENT_ROUND, *result.next) if NextStep.RECORD in result.next else result.next

    def legend(self, vote: Vote) -> tuple[Said, ...]:
        """What so many fingers say."""
        del vote
        return (
            say("0: I object"),
            say("1 or 2: let us talk first"),
            say("3 to 5: I can support it"),
        )

    def picture(self, vote: Vote, result: FingersResult, letters: Letters) -> Picture:
        """A histogram a proposal, with how many are to be heard and the median."""
        del vote, letters
        rows = []
        for id_ in (id_ for tier in result.by_room for id_ in tier):
            one = result.proposals[id_]
            median = "–" if one.median is None else str(one.median)
            words = OUTCOMES[one.outcome]
            facts = (str(one.to_hear or "–"), median, words.short)
            rows.append(Row(id_, columns=one.hands, tone=words.tone, notes=facts))
        return Picture(tuple(rows), heads=(say("to be heard"), say("median"), say("outcome")))

    def meaning(self, vote: Vote, result: FingersResult, letters: Letters) -> tuple[Said, ...]:
        """Carried ones first; of the others how many are still to be heard, never who."""
        del vote
        every = [id_ for tier in result.by_room for id_ in tier]
        carried = [id_ for id_ in every if result.proposals[id_].outcome is Outcome.SUPPORTED]
        said = []
        if carried:
            said.append(say("Carried, with nobody below 3: {letters}.", letters=letters(carried)))
        heard = {id_: result.proposals[id_].to_hear for id_ in every if id_ not in carried}
        if people := ", ".join(f"{number} ({letters([id_])})" for id_, number in heard.items() if number):
            said.append(say("To be heard: {people}.", people=people))
        few = [id_ for id_ in every if not result.proposals[id_].turnout.valid]
        if few and len(every) > 1:
            said.append(say("Half or fewer answered about {letters}.", letters=letters(few)))
        return tuple(said) or (say("Nothing is carried yet."),)


WAY = Fingers()
