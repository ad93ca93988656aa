"""What answers and outcomes are called: one table for screens and documents alike."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from data.methods.votes.codes import ConsentAnswer, NextStep, Outcome, Stance
from data.methods.votes.picture import Tone
from data.model import Said, say

ANSWERS: Mapping[str, Said] = {
    ConsentAnswer.AGREE: say("agree"),
    ConsentAnswer.CONCERN: say("concern"),
    ConsentAnswer.OBJECTION: say("objection"),
    ConsentAnswer.STAND_ASIDE: say("stand aside"),
    Stance.FOR: say("for"),
    Stance.AGAINST: say("against"),
    Stance.ABSTAIN: say("abstain"),
    "answered": say("answered in all"),
    "abstained": say("abstained"),
    "dots": say("dots"),
}
"""Answers, and what is counted by hands, by code."""


@dataclass(frozen=True, slots=True)
class OutcomeWords:
    """An outcome in a word or two, how it feels, in a sentence for a summary, and of one proposal among several."""

    short: Said
    tone: Tone
    sentence: Said
    proposal: Said | None = None


OUTCOMES: Mapping[Outcome, OutcomeWords] = {
    Outcome.TOO_FEW_ANSWERS: OutcomeWords(say("too few answers"), Tone.BAD, say("Too few answered.")),
    Outcome.NOT_ADOPTED: OutcomeWords(say("not adopted"), Tone.BAD, say("Everybody abstained: nothing was adopted.")),
    Outcome.OBJECTION: OutcomeWords(
        say("an objection"), Tone.BAD, say("There is an objection to be heard."), say("objection")
    ),
    Outcome.TALK_FIRST: OutcomeWords(
        say("talk first"), Tone.UNSURE, say("Some want to talk first."), say("to be talked about")
    ),
    Outcome.SUPPORTED: OutcomeWords(
        say("carried"), Tone.GOOD, say("Carried: nobody below three fingers."), say("carried")
    ),
    Outcome.DECIDED: OutcomeWords(say("consent"), Tone.GOOD, say("Decided by consent.")),
    Outcome.DECIDED_WITH_CONCERNS: OutcomeWords(
        say("consent, with concerns"), Tone.GOOD, say("Decided by consent; the concerns are noted.")
    ),
    Outcome.UNANIMOUS: OutcomeWords(
        say("everybody"), Tone.GOOD, say("There is something everybody agrees with."), say("everybody agrees")
    ),
    Outcome.NOT_UNANIMOUS: OutcomeWords(
        say("not unanimous"), Tone.UNSURE, say("There is nothing everybody agrees with yet.")
    ),
    Outcome.SHORTLIST: OutcomeWords(
        say("on the short list"), Tone.GOOD, say("This gave a short list."), say("on the short list")
    ),
    Outcome.NO_SHORTLIST: OutcomeWords(say("no short list"), Tone.BAD, say("No proposal got a dot.")),
    Outcome.ADOPTED: OutcomeWords(say("adopted"), Tone.GOOD, say("Adopted.")),
    Outcome.REJECTED: OutcomeWords(say("rejected"), Tone.BAD, say("Not adopted.")),
    Outcome.TIE: OutcomeWords(say("a tie"), Tone.UNSURE, say("A tie.")),
    Outcome.WINNER: OutcomeWords(
        say("beats every other"), Tone.GOOD, say("One proposal beats every other."), say("beats every other")
    ),
    Outcome.NO_WINNER: OutcomeWords(
        say("nobody beats every other"), Tone.UNSURE, say("No proposal beats every other.")
    ),
}

TIES: Mapping[str, Said] = {
    NextStep.DISCUSS: say("talked through"),
    NextStep.VOTE_AGAIN: say("voted on again"),
    NextStep.DRAW: say("drawn by lot"),
}
"""How a tie was settled."""


def outcome_words(code: str) -> OutcomeWords | None:
    """The words of an outcome by its code; None for one that is not known."""
    return OUTCOMES.get(Outcome(code)) if code in set(Outcome) else None
