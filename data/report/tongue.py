"""A language to write a document in: its sentences, dates, numbers and names of things."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from data.i18n import MONTHS, WEEKDAYS, told
from data.methods.votes.codes import NextStep, Outcome
from data.model import ObjectionFate, Phase, Said, SwotKind, say
from data.model.decision import Entry, Way
from data.model.languages import DEFAULT_LANGUAGE, LANGUAGES, decimal

PHASES: dict[Phase, Said] = {
    Phase.EXPLORE: say("exploring"),
    Phase.PROPOSE: say("proposing"),
    Phase.EXAMINE: say("examining"),
    Phase.DECIDE: say("deciding"),
}

SWOT: dict[SwotKind, Said] = {
    SwotKind.STRENGTH: say("strength"),
    SwotKind.WEAKNESS: say("weakness"),
    SwotKind.OPPORTUNITY: say("opportunity"),
    SwotKind.THREAT: say("threat"),
}

WAYS: dict[Way, Said] = {
    Way.ALL_OF_US: say("all of us?"),
    Way.CONSENT: say("consent"),
    Way.FINGERS: say("fingers"),
    Way.DOTS: say("dots"),
    Way.FOR_AGAINST: say("for or against"),
    Way.RANKING: say("ranking"),
}

ENTRIES: dict[Entry, Said] = {
    Entry.HANDS: say("by show of hands"),
    Entry.PERSON: say("per person"),
    Entry.SECRET: say("secret"),
}

ANSWERS: dict[str, Said] = {
    "agree": say("agree"),
    "concern": say("concern"),
    "objection": say("objection"),
    "stand_aside": say("stand aside"),
    "for": say("for"),
    "against": say("against"),
    "abstain": say("abstain"),
    "dots": say("dots"),
}

OUTCOMES: dict[str, Said] = {
    Outcome.TOO_FEW_ANSWERS: say("Too few answered."),
    Outcome.NOT_ADOPTED: say("Everybody abstained: nothing was adopted."),
    Outcome.OBJECTION: say("There is an objection to be heard."),
    Outcome.TALK_FIRST: say("Some want to talk first."),
    Outcome.SUPPORTED: say("Carried: nobody below three fingers."),
    Outcome.DECIDED: say("Decided by consent."),
    Outcome.DECIDED_WITH_CONCERNS: say("Decided by consent; the concerns are noted."),
    Outcome.UNANIMOUS: say("There is something everybody agrees with."),
    Outcome.NOT_UNANIMOUS: say("There is nothing yet that everybody agrees with."),
    Outcome.SHORTLIST: say("This gave a short list."),
    Outcome.NO_SHORTLIST: say("Nothing got a dot."),
    Outcome.ADOPTED: say("Adopted."),
    Outcome.REJECTED: say("Not adopted."),
    Outcome.TIE: say("A tie."),
    Outcome.WINNER: say("One proposal beats every other."),
    Outcome.NO_WINNER: say("No proposal beats every other."),
}

RESULTS: dict[str, Said] = {
    Outcome.OBJECTION: say("objection"),
    Outcome.TALK_FIRST: say("to be talked about"),
    Outcome.SUPPORTED: say("carried"),
    Outcome.UNANIMOUS: say("everybody agrees"),
    Outcome.SHORTLIST: say("on the short list"),
    Outcome.WINNER: say("beats every other"),
}

TIES: dict[str, Said] = {
    NextStep.DISCUSS: say("talked through"),
    NextStep.VOTE_AGAIN: say("voted on again"),
    NextStep.DRAW: say("drawn by lot"),
}

FATES: dict[ObjectionFate, Said] = {
    ObjectionFate.OPEN: say("open"),
    ObjectionFate.INTEGRATED: say("integrated"),
    ObjectionFate.WITHDRAWN: say("withdrawn"),
    ObjectionFate.NOTED: say("noted"),
}


class Tongue:
    """Tells sentences in one language, whatever the program is showing."""

    def __init__(self, language: str) -> None:
        self.language = language if language in LANGUAGES else DEFAULT_LANGUAGE

    def __call__(self, said: Said) -> str:
        """The sentence in this language."""
        return told(said, self.language)

    def count(self, one: Said, many: Said, number: int) -> str:
        """The sentence for one or for more; ``many`` has the number filled in."""
        return self(one if number == 1 else many)

    def day(self, iso: str) -> str:
        """A date in full; what is no ISO date is given back as it is."""
        try:
            that = date.fromisoformat(iso)
        except ValueError:
            return iso
        return f"{self(say(WEEKDAYS[that.weekday()]))} {that.day} {self(say(MONTHS[that.month - 1]))} {that.year}"

    def number(self, value: float, digits: int = 1) -> str:
        """A number with at most so many decimals."""
        return decimal(value, self.language, digits)

    def all(self, texts: Iterable[str]) -> str:
        """Several things in a row: one, two and three."""
        every = [text for text in texts if text]
        return (
            self(say("{first} and {last}", first=", ".join(every[:-1]), last=every[-1]))
            if every[1:]
            else "".join(every)
        )

    def joined(self, texts: Iterable[str]) -> str:
        """Facts behind one another, those that are there."""
        return " · ".join(text for text in texts if text)
