"""What a way of deciding is: how it is asked, answered, counted, drawn and told; one module a way says so."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from data.methods.votes.codes import NextStep, Outcome
from data.methods.votes.picture import Picture
from data.methods.votes.room import Room, Turnout
from data.methods.votes.words import ANSWERS
from data.model import Entry, Refused, Said, Vote, say

ABSTAIN = "abstain"
"""The key of a ballot that abstains from everything; also of hands counted as abstaining."""

Ballot = Mapping[str, int]
"""One person's answers by proposal id, as numbers that the way explains, or ``ABSTAIN``."""

Cell = tuple[str | None, str]
"""What is counted by hands: a proposal (id) and an answer, or no proposal and ``answered`` or ``abstained``."""

Letters = Callable[[Iterable[str]], str]
"""The letters of some proposals (ids), as they stand in a sentence."""

Settings = dict[str, int | str | bool]


class Result(Protocol):
    """What a tally gives, whatever the way."""

    @property
    def outcome(self) -> Outcome:
        """What it came to as a whole."""

    @property
    def turnout(self) -> Turnout:
        """Who answered."""

    @property
    def next(self) -> tuple[NextStep, ...]:
        """What the facilitator may do next, the usual one first."""


R = TypeVar("R", bound=Result)


@dataclass(frozen=True, slots=True)
class Words:
    """A way's name, what it asks, and when to use it."""

    title: Said
    asks: Said
    when: Said


@dataclass(frozen=True, slots=True)
class Rule:
    """One of the rules that a vote can be held by."""

    key: str
    title: Said
    use: Said


@dataclass(frozen=True, slots=True)
class Rules:
    """Which rule a vote is held by is asked before it opens; the first one is the usual."""

    asks: Said
    choices: tuple[Rule, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """What is known before a vote opens: how many proposals and people, and how often this one had consent asked."""

    proposals: int
    people: int
    rounds: int


class WaySpec(ABC, Generic[R]):
    """A way of deciding: all that the rest of the program asks of it.

    What has no answer that holds for most ways is abstract, so that a way that lacks it is refused by the type checker.
    """

    one_proposal = False
    """Whether it is about one proposal."""

    by_hands = True
    """Whether hands can be counted."""

    in_turn = False
    """Whether a ballot answers about the proposals in their order, by one key each."""

    rules: Rules | None = None
    """What may be asked before it opens."""

    choices: tuple[str, ...] = ()
    """Where a ballot is one of a few answers: their codes, the first one typed as 1."""

    @property
    @abstractmethod
    def words(self) -> Words:
        """Its name, what it asks, and when to use it."""

    # -- opening

    def asks(self, proposals: int) -> Said:
        """What it asks people about so many proposals."""
        del proposals
        return self.words.asks

    def rules_for(self, proposals: int) -> Rules | None:
        """What is asked before it opens about so many proposals."""
        del proposals
        return self.rules

    def unfit(self, asked: Asked) -> Said | None:
        """Why it cannot be opened now."""
        del asked
        return None

    def unlikely(self, asked: Asked) -> Said | None:
        """Why it is not what one would choose now; it can be opened unless it is unfit."""
        return self.unfit(asked)

    def settings(self, asked: Asked, rule: str) -> Settings:
        """The rules that are frozen when it opens; ``rule`` is the key of what was chosen, empty for the usual."""
        del asked, rule
        return {}

    def held(self, vote: Vote) -> tuple[Said, ...]:
        """By which rules a vote is held, in a few words each."""
        del vote
        return ()

    # -- answers per person

    def how(self, vote: Vote) -> Said:
        """Which keys give which answer, where it is not one of a few ``choices``."""
        del vote
        return Said("")

    def read(self, vote: Vote, known: Mapping[str, str], keys: str) -> dict[str, int]:
        """The ballot that some keys give, its keys in the order of the proposals; ``known`` are ids by letter.

        Raises:
            Refused: it is no ballot; the person is told what to type.
        """
        del known
        if len(keys) != 1 or not "1" <= keys <= str(len(self.choices)):
            raise Refused(say("Type one digit, 1 to {most}.", most=len(self.choices)))
        return {options(vote)[0]: int(keys)}

    def abstention(self, vote: Vote) -> dict[str, int] | None:
        """The ballot that a dash alone gives; None where one cannot abstain like that."""
        del vote
        return {ABSTAIN: 1}

    def typed(self, before: str, key: str) -> str:
        """What stands in a ballot when one more key is typed behind what stood there."""
        return key if self.choices or key in "0-" else before.strip("0-") + key

    def mark(self, answer: int) -> str:
        """What a ballot says of one proposal, in a sign or two."""
        return str(answer)

    def left(self, vote: Vote, ballot: Ballot) -> Said | None:
        """What can still be given, where that is limited."""
        del vote, ballot
        return None

    def given(self, ballot: Ballot, letter: Callable[[str], str]) -> str:
        """A ballot in letters and signs."""
        return "  ".join(f"{letter(id_)} {self.mark(answer)}" for id_, answer in ballot.items())

    # -- counted hands

    @abstractmethod
    def cells(self, vote: Vote) -> list[Cell]:
        """What is counted by hands, in order."""

    def most(self, vote: Vote) -> int:
        """The largest count that there can be."""
        return len(vote.base)

    def hands_left(self, vote: Vote, cell: Cell, typed: int) -> int | None:
        """How many are left for a count: those who are in no other count of the same proposal.

        None where somebody can be in several counts, so that nobody is left for one of them.
        """
        del typed
        proposal, answer = cell
        if proposal is None:
            return len(vote.base) if answer == "answered" else 0
        others = sum(number for key, number in vote.counts.get(proposal, {}).items() if key != answer)
        return max(0, len(vote.base) - others)

    def counting(self, cell: Cell) -> Said | None:
        """A hint for a count that is special to this way."""
        del cell
        return None

    def lacking(self, vote: Vote) -> list[Cell]:
        """The counts that hands are asked for before the vote can be closed, in order."""
        del vote
        return []

    def uncounted(self, vote: Vote, letters: Letters) -> Said | None:
        """Why counted hands cannot be closed on yet: it names what is ``lacking``, the first of it first."""
        del vote, letters
        return None

    # -- what it comes to

    @abstractmethod
    def tallied(self, vote: Vote, room: Room) -> R:
        """The result of the answers as they are now.

        Raises:
            VoteError: they cannot be tallied; nothing of them is lost.
        """

    @abstractmethod
    def results(self, vote: Vote, result: R) -> dict[str, str]:
        """What each proposal came to, in codes; one that came to nothing special is not there."""

    @abstractmethod
    def order(self, vote: Vote, result: R) -> Sequence[Sequence[str]]:
        """The proposals best first; those in one tuple share the rank."""

    @abstractmethod
    def tied(self, result: R) -> tuple[str, ...]:
        """Between what there is a tie that matters: proposals or answers; nothing when there is none."""

    def steps(self, result: R) -> tuple[NextStep, ...]:
        """What may follow, the likeliest first."""
        return result.next

    def code(self, answer: int) -> str:
        """The code of an answer per person."""
        return self.choices[answer - 1] if self.choices else str(answer)

    def summed(self, vote: Vote, option: str) -> dict[str, int]:
        """How often each answer was given to a proposal, per person."""
        codes = [self.code(ballot[option]) for ballot in vote.ballots if option in ballot]
        return {code: codes.count(code) for code in sorted(set(codes))}

    # -- how it is shown

    @abstractmethod
    def picture(self, vote: Vote, result: R, letters: Letters) -> Picture:
        """What is drawn of the result."""

    @abstractmethod
    def meaning(self, vote: Vote, result: R, letters: Letters) -> tuple[Said, ...]:
        """What the result means, in a sentence or two; that too few answered or all abstained is said already."""

    def answer_word(self, code: str) -> Said | None:
        """What an answer is called, when it has a word."""
        return ANSWERS.get(code)

    def legend(self, vote: Vote) -> tuple[Said, ...]:
        """Which answers there are, as the room reads them."""
        del vote
        return tuple(word for code in self.choices if (word := self.answer_word(code)))


def options(vote: Vote) -> list[str]:
    """The ids of the proposals that are voted on."""
    return [option.proposal for option in vote.options]


def by_person(vote: Vote) -> bool:
    """Whether the answers are ballots, and not counted hands."""
    return vote.entry is not Entry.HANDS


def hands(vote: Vote, option: str, answer: str) -> int:
    """How many hands gave an answer to a proposal."""
    return vote.counts.get(option, {}).get(answer, 0)


def marks(vote: Vote) -> list[Ballot | None]:
    """The ballots, None for one that abstains from everything."""
    return [None if ABSTAIN in ballot else ballot for ballot in vote.ballots]


def decides(result: Result) -> bool:
    """Whether enough people answered for it to count."""
    return result.outcome not in {Outcome.TOO_FEW_ANSWERS, Outcome.NOT_ADOPTED}


def named(known: Mapping[str, str], keys: str) -> list[str]:
    """The proposals that some letters name, in the order typed.

    Raises:
        Refused: a letter names none.
    """
    found: list[str] = []
    rest = keys
    for_length = sorted(known, key=len, reverse=True)
    while rest:
        letter = next((sign for sign in for_length if rest.startswith(sign)), None)
        if letter is None:
            raise Refused(say("{key} is not a proposal in this vote.", key=rest[0]))
        found.append(known[letter])
        rest = rest[len(letter) :]
    return found


def first(vote: Vote) -> str:
    """The proposal of a vote about one."""
    return vote.options[0].proposal
