"""The words of deciding on a screen, with their marks: how votes are entered, answers and what the line holds."""

from __future__ import annotations

from enum import StrEnum

from data.i18n import N_, _, day, told
from data.methods.votes.ways import spec_of
from data.model import Entry, ObjectionFate, Session, State, SwotKind, Vote
from data.words import ENTRIES

HOW = {
    Entry.HANDS: N_("Count the smaller group; the rest is said aloud and confirmed."),
    Entry.PERSON: N_("The co-facilitator types two letters and the answer."),
    Entry.SECRET: N_("Each person on this laptop, alone; nothing shows before the close."),
}
"""How each way of entering a vote goes."""

FATE_MARKS = {
    ObjectionFate.OPEN: ("!", "$attention"),
    ObjectionFate.INTEGRATED: ("✓", "$success"),
    ObjectionFate.WITHDRAWN: ("✓", "$muted"),
    ObjectionFate.NOTED: ("·", "$muted"),
}

# What helps is green and what harms orange, as everywhere; the colours of clusters are theirs alone.
SWOT_MARKS = {
    SwotKind.STRENGTH: ("+", "$success"),
    SwotKind.WEAKNESS: ("−", "$attention"),
    SwotKind.OPPORTUNITY: ("↗", "$success"),
    SwotKind.THREAT: ("↘", "$attention"),
}


class Kind(StrEnum):
    """What the line holds."""

    QUESTION = "question"
    ORIGIN = "origin"
    IMPORTANCE = "importance"
    PROPOSAL = "proposal"
    STRENGTH = "strength"
    WEAKNESS = "weakness"
    OPPORTUNITY = "opportunity"
    THREAT = "threat"
    OUTCOME = "outcome"
    OBJECTION = "objection"
    CONCERN = "concern"
    AGREEMENT = "agreement"
    HANDS = "hands"
    PERSON = "person"


ASKED = {
    Kind.QUESTION: (N_("question"), N_("What is the question?")),
    Kind.ORIGIN: (N_("where from"), N_("Where does the question come from?")),
    Kind.IMPORTANCE: (N_("importance"), N_("Why is it important?")),
    Kind.PROPOSAL: (N_("proposal"), N_("A proposal, in one line")),
    Kind.STRENGTH: (N_("strength"), N_("What is strong about it?")),
    Kind.WEAKNESS: (N_("weakness"), N_("What is weak about it?")),
    Kind.OPPORTUNITY: (N_("opportunity"), N_("What opportunity does it offer?")),
    Kind.THREAT: (N_("threat"), N_("What could threaten it?")),
    Kind.OUTCOME: (N_("decision"), N_("What do you decide, in one sentence?")),
    Kind.OBJECTION: (N_("objection"), N_("A reasoned objection to {letter}")),
    Kind.CONCERN: (N_("concern"), N_("A concern about {letter}: it is noted")),
    Kind.AGREEMENT: (N_("action point"), N_("what; who; when")),
    Kind.HANDS: (N_("hands"), N_("How many hands?")),
    Kind.PERSON: (N_("answer"), N_("two letters, then the answer")),
}


def session_name(state: State, id_: str | None) -> str:
    """The session as people say it, empty when there is none."""
    found = state.find(Session, id_)
    return _("session {n}").format(n=found.number) if found else ""


def session_and_day(state: State, id_: str | None) -> str:
    """The session and its day, empty when there is none."""
    found = state.find(Session, id_)
    return " · ".join(filter(None, (session_name(state, found.id), day(found.date)))) if found else ""


def way_line(vote: Vote, *, rules: bool = True) -> str:
    """A vote in a few words: the way and its rules, how it is entered, of how many."""
    spec = spec_of(vote)
    parts = [told(spec.words.title), *(map(told, spec.held(vote)) if rules else ())]
    return " · ".join([*parts, told(ENTRIES[vote.entry]), _("{n} may vote").format(n=len(vote.base))])


def answer_word(vote: Vote, code: str) -> str:
    """What an answer to a vote is called, in the person's language; a number is its own word."""
    word = spec_of(vote).answer_word(code)
    return told(word) if word else code


def how_to_answer(vote: Vote) -> str:
    """Which keys give which answer, for a ballot."""
    spec = spec_of(vote)
    if not spec.choices:
        return told(spec.how(vote))
    return "   ".join(f"{number} {answer_word(vote, code)}" for number, code in enumerate(spec.choices, start=1))
