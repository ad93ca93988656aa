"""All of us? With which proposals can you agree? What everybody agrees with comes first."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from data.methods.votes import approval
from data.methods.votes.codes import ConsentAnswer, NextStep, Outcome, Problem
from data.methods.votes.picture import Picture
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
from data.methods.votes.rows import by_tier
from data.methods.votes.way import (
    Ballot,
    Cell,
    Letters,
    WaySpec,
    Words,
    by_person,
    decides,
    hands,
    marks,
    named,
    options,
)
from data.model import Said, Vote, say


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

    Raises:
        VoteError: for a ballot that names something else, or one proposal twice.
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

    Raises:
        VoteError: for more answers than people, more agreement than answers, a negative count, or no proposals.
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


class AllOfUs(WaySpec[AllOfUsResult]):
    """With which proposals everybody can agree."""

    words = Words(
        say("all of us?"),
        say("Which proposals can you agree with?"),
        say("The usual question, always a good start."),
    )

    def steps(self, result: AllOfUsResult) -> tuple[NextStep, ...]:
        """The one proposal that everybody agrees with is best asked consent about, and can be written down as it is."""
        return (*result.next, NextStep.RECORD) if NextStep.CONSENT_ROUND in result.next else result.next

    def how(self, vote: Vote) -> Said:
        """Letters."""
        del vote
        return say("the letters you agree with · 0 none · - abstains")

    def read(self, vote: Vote, known: Mapping[str, str], keys: str) -> dict[str, int]:
        """The letters agreed with (``AC``), or ``0`` for none."""
        chosen = set() if keys == "0" else set(named(known, keys))
        return {option: 1 for option in options(vote) if option in chosen}

    def typed(self, before: str, key: str) -> str:
        """A letter typed twice takes an agreement back."""
        return before.replace(key, "") if key in before and key not in "0-" else super().typed(before, key)

    def mark(self, answer: int) -> str:
        """Agreed."""
        del answer
        return "✓"

    def given(self, ballot: Ballot, letter: Callable[[str], str]) -> str:
        """The letters agreed with."""
        return " ".join(letter(id_) for id_ in ballot)

    def code(self, answer: int) -> str:
        """A mark is an agreement."""
        del answer
        return ConsentAnswer.AGREE.value

    def cells(self, vote: Vote) -> list[Cell]:
        """Who agrees with each, then who answers at all and who abstains."""
        return [*((id_, ConsentAnswer.AGREE.value) for id_ in options(vote)), (None, "answered"), (None, "abstained")]

    def hands_left(self, vote: Vote, cell: Cell, typed: int) -> int | None:
        """Who answered and is not among those typed, who do not agree."""
        if cell[0] is None:
            return super().hands_left(vote, cell, typed)
        answered = len(vote.base) if vote.answered is None else vote.answered
        return max(0, answered - vote.abstained - typed)

    def counting(self, cell: Cell) -> Said | None:
        """The few are counted."""
        few = say("Few against? Type how many do not agree, then r: the rest agree")
        return few if cell[0] else None

    def lacking(self, vote: Vote) -> list[Cell]:
        """How many answered, and with it the agreements that were passed over: silence is never consent."""
        if vote.answered is not None:
            return []
        agree = ConsentAnswer.AGREE.value
        return [*((id_, agree) for id_ in options(vote) if agree not in vote.counts.get(id_, {})), (None, "answered")]

    def uncounted(self, vote: Vote, letters: Letters) -> Said | None:
        """The agreements that were passed over, then how many answered."""
        lacking = self.lacking(vote)
        if not lacking:
            return None
        if passed := [id_ for id_, _answer in lacking if id_]:
            return say("Count first who agrees with {letters}, then how many answered.", letters=letters(passed))
        return say("Count first how many answered in all; the rest of those present gave no answer.")

    def tallied(self, vote: Vote, room: Room) -> AllOfUsResult:
        """Agreements counted, or given one by one."""
        if by_person(vote):
            return tally(room, count(options(vote), [None if b is None else list(b) for b in marks(vote)]))
        agree = {option: hands(vote, option, ConsentAnswer.AGREE) for option in options(vote)}
        return tally(room, AllOfUsCount(agree, (vote.answered or 0) - vote.abstained, vote.abstained))

    def results(self, vote: Vote, result: AllOfUsResult) -> dict[str, str]:
        """What everybody agrees with."""
        del vote
        return dict.fromkeys(result.unanimous, Outcome.UNANIMOUS.value) if decides(result) else {}

    def order(self, vote: Vote, result: AllOfUsResult) -> Ranking:
        """By agreement."""
        del vote
        return result.ranking

    def tied(self, result: AllOfUsResult) -> tuple[str, ...]:
        """What everybody agrees with, else what most do, when that is more than one."""
        if not result.turnout.base:
            return ()
        top = result.unanimous or result.ranking[0]
        return top if len(top) > 1 else ()

    def legend(self, vote: Vote) -> tuple[Said, ...]:
        """Any number of them."""
        del vote
        return (say("as many as you can agree with, or none"),)

    def picture(self, vote: Vote, result: AllOfUsResult, letters: Letters) -> Picture:
        """A bar a proposal, out of all who answered and did not abstain."""
        del letters
        base = result.turnout.base
        rows = by_tier(result.ranking, result.agree, base, self.results(vote, result))
        return Picture(rows, say("agree, of the {n} who answered and did not abstain · │ half", n=base), half=True)

    def meaning(self, vote: Vote, result: AllOfUsResult, letters: Letters) -> tuple[Said, ...]:
        """With what everybody agrees, else with what most do."""
        del vote
        if result.outcome is Outcome.UNANIMOUS:
            return (say("Everybody agrees with {letters}.", letters=letters(result.unanimous)),)
        most = letters(result.ranking[0])
        return (say("No proposal has everybody's agreement yet; most agree with {letters}.", letters=most),)


WAY = AllOfUs()
