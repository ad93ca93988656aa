"""Ranking, per person: a winner only when it beats every other, otherwise the leading group to talk about."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations

from data.methods.votes import borda, condorcet
from data.methods.votes.codes import NextStep, Outcome, Problem
from data.methods.votes.condorcet import Pairwise, Tiers
from data.methods.votes.picture import Picture, Row, Tone
from data.methods.votes.room import (
    TIE_STEPS,
    Ranking,
    Room,
    Turnout,
    VoteError,
    check_ballots,
    ranked,
    require_proposals,
    settled,
    tied_at_top,
    turnout,
)
from data.methods.votes.way import (
    Asked,
    Ballot,
    Cell,
    Letters,
    WaySpec,
    Words,
    decides,
    marks,
    named,
    options,
)
from data.model import Refused, Said, Vote, say

MIN_BALLOTS = 5
MAX_PROPOSALS = 8


@dataclass(frozen=True, slots=True)
class RankingResult:
    """Who beats whom; `ranking` is by Borda points and only informs.

    `smith` is the smallest set that beats the rest, `even` the pairs within it that stand level.
    """

    outcome: Outcome
    turnout: Turnout
    winner: str | None
    smith: tuple[str, ...]
    even: tuple[tuple[str, str], ...]
    pairwise: Pairwise
    points: Mapping[str, Fraction]
    ranking: Ranking
    tie_at_top: bool
    next: tuple[NextStep, ...]


def tally(room: Room, proposals: Sequence[str], ballots: Sequence[Tiers | None]) -> RankingResult:
    """The result of rankings per person: tiers, best first (what is left out is tied last), or None to abstain.

    Raises:
        VoteError: for more than 8 proposals, fewer than 5 rankings (fewer would show who ranked what), more ballots
            than people, and ballots that name something else or one proposal twice.
    """
    require_proposals(proposals)
    if len(proposals) > MAX_PROPOSALS:
        raise VoteError(Problem.TOO_MANY_PROPOSALS)
    check_ballots(proposals, [None if b is None else [name for tier in b for name in tier] for b in ballots])
    cast = [(ballot, 1) for ballot in ballots if ballot is not None]
    turned_out = turnout(room, votes=len(cast), abstain=len(ballots) - len(cast))
    if len(cast) < MIN_BALLOTS:
        raise VoteError(Problem.TOO_FEW_BALLOTS)
    duels = condorcet.tally(proposals, cast)
    points = borda.points(proposals, cast)
    order = ranked(points)
    outcome = _outcome(turned_out, duels.winner)
    return RankingResult(
        outcome=outcome,
        turnout=turned_out,
        winner=duels.winner,
        smith=duels.smith,
        even=_level(duels),
        pairwise=duels.pairwise,
        points=points,
        ranking=order,
        tie_at_top=tied_at_top(order),
        next=_next(outcome, turned_out),
    )


def _outcome(turned_out: Turnout, winner: str | None) -> Outcome:
    if not turned_out.valid:
        return Outcome.TOO_FEW_ANSWERS
    return Outcome.NO_WINNER if winner is None else Outcome.WINNER


def _level(duels: condorcet.Condorcet) -> tuple[tuple[str, str], ...]:
    return tuple((a, b) for a, b in combinations(duels.smith, 2) if duels.pairwise[a][b] == duels.pairwise[b][a])


def _next(outcome: Outcome, turned_out: Turnout) -> tuple[NextStep, ...]:
    match outcome:
        case Outcome.TOO_FEW_ANSWERS:
            return (NextStep.ASK_AGAIN,)
        case Outcome.WINNER:
            return settled(turned_out)
        case _:
            return TIE_STEPS


FEWEST = 3
"""Of fewer proposals a ranking says no more than for or against."""


class InOrder(WaySpec[RankingResult]):
    """Proposals put in an order."""

    words = Words(
        say("ranking"),
        say("In what order do you put the proposals?"),
        say("3 to 8 proposals, at least 5 people."),
    )
    by_hands = False

    def unfit(self, asked: Asked) -> Said | None:
        """Too few people would show who ranked what; too many proposals are not put in an order."""
        if asked.people < MIN_BALLOTS:
            return say("A ranking takes at least {least} people.", least=MIN_BALLOTS)
        if asked.proposals > MAX_PROPOSALS:
            return say("A ranking takes at most {most} proposals.", most=MAX_PROPOSALS)
        return None

    def unlikely(self, asked: Asked) -> Said | None:
        """Two proposals can be ranked, as after a tie, but nobody would begin so."""
        if not FEWEST <= asked.proposals <= MAX_PROPOSALS:
            return say("It takes three to eight proposals.")
        return self.unfit(asked)

    def how(self, vote: Vote) -> Said:
        """Letters in order."""
        del vote
        return say("the letters, best first · - abstains")

    def read(self, vote: Vote, known: Mapping[str, str], keys: str) -> dict[str, int]:
        """The letters, best first (``BCA``); what is left out shares the end."""
        order = named(known, keys)
        if len(set(order)) < len(order):
            raise Refused(say("A ranking has each proposal once."))
        places = {option: place for place, option in enumerate(order, start=1)}
        return {option: places[option] for option in options(vote) if option in places}

    def given(self, ballot: Ballot, letter: Callable[[str], str]) -> str:
        """The letters, best first."""
        return " ".join(letter(id_) for id_ in sorted(ballot, key=lambda one: ballot[one]))

    def cells(self, vote: Vote) -> list[Cell]:
        """Hands cannot tell an order."""
        del vote
        return []

    def tallied(self, vote: Vote, room: Room) -> RankingResult:
        """Rankings, one by one."""
        return tally(room, options(vote), [None if ballot is None else in_tiers(ballot) for ballot in marks(vote)])

    def results(self, vote: Vote, result: RankingResult) -> dict[str, str]:
        """What beats every other."""
        del vote
        return {result.winner: Outcome.WINNER.value} if result.winner and decides(result) else {}

    def order(self, vote: Vote, result: RankingResult) -> Ranking:
        """By points, for information."""
        del vote
        return result.ranking

    def tied(self, result: RankingResult) -> tuple[str, ...]:
        """The leading group, when nothing beats every other."""
        return result.smith if result.outcome is Outcome.NO_WINNER else ()

    def answer_word(self, code: str) -> Said | None:
        """A place."""
        return say("place {n}", n=code) if code.isdigit() else super().answer_word(code)

    def legend(self, vote: Vote) -> tuple[Said, ...]:
        """An order."""
        del vote
        return (say("the best first, the others in order"),)

    def picture(self, vote: Vote, result: RankingResult, letters: Letters) -> Picture:
        """How many of the others each beats, and by how much."""
        every = [id_ for tier in result.ranking for id_ in tier]
        leads = (result.winner,) if result.winner else result.smith
        rows = []
        for id_ in every:
            duels = [_duel(result, vote, letters, (id_, other)) for other in every if other != id_]
            won = sum(result.pairwise[id_][other] > result.pairwise[other][id_] for other in every if other != id_)
            rows.append(
                Row(
                    id_,
                    count=won,
                    of=len(every) - 1,
                    tone=Tone.GOOD if id_ in leads else Tone.PLAIN,
                    below=tuple(filter(None, duels)),
                )
            )
        return Picture(tuple(rows), say("how many of the {n} others it beats", n=len(every) - 1))

    def meaning(self, vote: Vote, result: RankingResult, letters: Letters) -> tuple[Said, ...]:
        """What beats every other, else what is ahead."""
        del vote
        if result.outcome is Outcome.WINNER and result.winner:
            return (say("{letters} beats every other.", letters=letters([result.winner])),)
        ahead = letters(result.smith)
        return (say("No proposal beats every other; ahead are {letters}: talk about these.", letters=ahead),)


def _duel(result: RankingResult, vote: Vote, letters: Letters, pair: tuple[str, str]) -> Said | None:
    """A duel under whoever won it; one that is level under the first of the two."""
    one, other = pair
    mine, theirs = result.pairwise[one][other], result.pairwise[other][one]
    ids = options(vote)
    if mine > theirs:
        return say("beats {letter} {mine}–{theirs}", letter=letters([other]), mine=mine, theirs=theirs)
    if mine == theirs and ids.index(one) < ids.index(other):
        return say("level with {letter} {mine}–{theirs}", letter=letters([other]), mine=mine, theirs=theirs)
    return None


def in_tiers(ballot: Ballot) -> list[list[str]]:
    """A ranking as tiers, best first."""
    places = sorted(set(ballot.values()))
    return [[option for option, place in ballot.items() if place == here] for here in places]


WAY = InOrder()
