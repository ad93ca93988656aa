"""Dots on the wall: about a third as many as there are proposals, for a short list and nothing more."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from data.methods.close_call import close
from data.methods.votes.codes import NextStep, Outcome, Problem
from data.methods.votes.picture import Picture
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
from data.methods.votes.rows import by_tier
from data.methods.votes.way import (
    Asked,
    Ballot,
    Cell,
    Letters,
    Rule,
    Rules,
    Settings,
    WaySpec,
    Words,
    by_person,
    decides,
    hands,
    marks,
    named,
    options,
)
from data.model import Refused, Said, Vote, say


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

    Raises:
        VoteError: with every ballot that breaks the rules.
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

    Raises:
        VoteError: for more dots than those people had, more answers than people, a negative count, no proposals.
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


STACK = "stack"


class Dots(WaySpec[DotResult]):
    """Dots for a short list."""

    words = Words(
        say("dots"),
        say("Which proposals do you put your dots on?"),
        say("For many proposals: gives only a short list."),
    )
    rules = Rules(
        say("How may the dots be placed?"),
        (
            Rule("spread", say("one on a proposal"), say("the usual rule")),
            Rule(STACK, say("stacking allowed"), say("people may put all their dots on one")),
        ),
    )

    def asks(self, proposals: int) -> Said:
        """With one dot each it is about one proposal."""
        one = budget(proposals) == 1
        return say("Which proposal do you put your dot on?") if one else super().asks(proposals)

    def rules_for(self, proposals: int) -> Rules | None:
        """One dot cannot be stacked."""
        return self.rules if budget(proposals) > 1 else None

    def settings(self, asked: Asked, rule: str) -> Settings:
        """Dots each, the most of them on one proposal, and places on the short list."""
        usual = rules(asked.proposals)
        return {"budget": usual.budget, "cap": usual.budget if rule == STACK else 1, "places": usual.places}

    def held(self, vote: Vote) -> tuple[Said, ...]:
        """How many dots each, and whether they may be stacked."""
        allowed = held_by(vote)
        stacked = (say("stacking allowed"),) if allowed.cap > 1 else ()
        return (_each(allowed.budget), *stacked)

    def how(self, vote: Vote) -> Said:
        """A letter a dot."""
        budget = held_by(vote).budget
        if budget == 1:
            return say("a letter for the one dot · - abstains")
        return say("a letter for each of the {n} dots · - abstains", n=budget)

    def read(self, vote: Vote, known: Mapping[str, str], keys: str) -> dict[str, int]:
        """A letter a dot (``AAB``)."""
        put = named(known, keys)
        allowed = held_by(vote)
        if len(put) > allowed.budget:
            one = allowed.budget == 1
            raise Refused(say("Everybody has one dot.") if one else say("Everybody has {n} dots.", n=allowed.budget))
        if any(put.count(option) > allowed.cap for option in put):
            raise Refused(
                say("At most one dot on a proposal.")
                if allowed.cap == 1
                else say("At most {n} dots on one proposal.", n=allowed.cap)
            )
        return {option: put.count(option) for option in options(vote) if option in put}

    def mark(self, answer: int) -> str:
        """As they stand on the wall."""
        return "●" * answer

    def left(self, vote: Vote, ballot: Ballot) -> Said:
        """Dots that are not put yet."""
        left = held_by(vote).budget - sum(ballot.values())
        return say("one dot left") if left == 1 else say("{n} dots left", n=left)

    def given(self, ballot: Ballot, letter: Callable[[str], str]) -> str:
        """The dots, as numbers."""
        return "  ".join(f"{letter(id_)} {number}" for id_, number in ballot.items())

    def cells(self, vote: Vote) -> list[Cell]:
        """The dots of each, then who abstained."""
        return [*((id_, "dots") for id_ in options(vote)), (None, "abstained")]

    def hands_left(self, vote: Vote, cell: Cell, typed: int) -> int | None:
        """Nobody is left for the dots of a proposal: they are counted, and may be put on several."""
        return None if cell[0] else super().hands_left(vote, cell, typed)

    def counting(self, cell: Cell) -> Said | None:
        """What is counted are dots, not people."""
        return say("all the dots on it · Enter: none") if cell[0] else None

    def most(self, vote: Vote) -> int:
        """As many dots as there can be on one proposal."""
        return len(vote.base) * held_by(vote).cap

    def tallied(self, vote: Vote, room: Room) -> DotResult:
        """Dots counted on the wall, or put one by one."""
        allowed = held_by(vote)
        if by_person(vote):
            return tally(room, count(options(vote), marks(vote), allowed), allowed)
        cast = None if vote.answered is None else vote.answered - vote.abstained
        wall = DotCount({option: hands(vote, option, "dots") for option in options(vote)}, cast, vote.abstained)
        return tally(room, wall, allowed)

    def results(self, vote: Vote, result: DotResult) -> dict[str, str]:
        """The short list."""
        del vote
        return dict.fromkeys(result.shortlist, Outcome.SHORTLIST.value) if decides(result) else {}

    def order(self, vote: Vote, result: DotResult) -> Ranking:
        """By dots."""
        del vote
        return result.ranking

    def tied(self, result: DotResult) -> tuple[str, ...]:
        """What has as many dots as the last on the list, when they do not fit."""
        if not result.cut_tie:
            return ()
        least = min(result.dots[option] for option in result.shortlist)
        return tuple(option for option in result.shortlist if result.dots[option] == least)

    def summed(self, vote: Vote, option: str) -> dict[str, int]:
        """The dots on a proposal."""
        return {"dots": sum(ballot.get(option, 0) for ballot in vote.ballots)}

    def legend(self, vote: Vote) -> tuple[Said, ...]:
        """How many dots there are, and whether they may be stacked."""
        allowed = held_by(vote)
        most = say("at most {n} on one proposal", n=allowed.cap) if allowed.cap > 1 else say("one on a proposal")
        return (_each(allowed.budget), most)

    def picture(self, vote: Vote, result: DotResult, letters: Letters) -> Picture:
        """A bar a proposal, out of the people who took part."""
        del letters
        base = result.turnout.base
        rows = by_tier(result.ranking, result.dots, base, self.results(vote, result), near_the_line(result))
        full = say("dots; a full bar is the {n} who took part · │ half", n=base)
        if base == 1:
            full = say("dots; a full bar is the one who took part · │ half")
        return Picture(rows, full, half=True)

    def meaning(self, vote: Vote, result: DotResult, letters: Letters) -> tuple[Said, ...]:
        """The short list, and between what the cut is shared."""
        del vote
        if result.outcome is not Outcome.SHORTLIST:
            return (say("No proposal got a dot."),)
        cut = letters(self.tied(result))
        shared = (say("Shared at the cut: {letters}.", letters=cut),) if cut else ()
        near = letters(near_the_line(result))
        one = (say("Close: {letters}; one vote more or less could change the list.", letters=near),) if near else ()
        return (say("The short list: {letters}.", letters=letters(result.shortlist)), *shared, *one)


def near_the_line(result: DotResult) -> tuple[str, ...]:
    """What one person could bring on the short list, or off it; nothing where there is no list."""
    listed = result.outcome is Outcome.SHORTLIST
    return close(result.dots, places=result.places, step=result.cap) if listed else ()


def held_by(vote: Vote) -> DotRules:
    """The frozen rules of a vote with dots."""
    usual = rules(len(vote.options))
    return DotRules(
        budget=int(vote.settings.get("budget", usual.budget)),
        cap=int(vote.settings.get("cap", usual.cap)),
        places=int(vote.settings.get("places", usual.places)),
    )


def _each(budget: int) -> Said:
    return say("one dot each") if budget == 1 else say("{n} dots each", n=budget)


WAY = Dots()
