"""The words of deciding: phases, ways, entries, answers and what the line holds."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from data.i18n import N_, _
from data.methods.votes.codes import ConsentAnswer, Outcome, Stance, Threshold
from data.model import Entry, ObjectionFate, Phase, Session, State, SwotKind, Vote, Way
from data.verbs.decision.tally import ABSTAIN, dot_rules, round_number, threshold

PHASES = {
    Phase.EXPLORE: N_("Explore"),
    Phase.PROPOSE: N_("Propose"),
    Phase.EXAMINE: N_("Examine"),
    Phase.DECIDE: N_("Decide"),
}


@dataclass(frozen=True, slots=True)
class WayText:
    """A way of deciding: its name, what it asks, and when to use it."""

    title: str
    asks: str
    when: str


WAYS = {
    Way.ALL_OF_US: WayText(
        N_("all of us?"),
        N_("With which proposals can you agree?"),
        N_("The usual question, always a good start."),
    ),
    Way.CONSENT: WayText(
        N_("consent"),
        N_("Does anybody have a reasoned objection?"),
        N_("For one proposal that all must live with."),
    ),
    Way.FINGERS: WayText(
        N_("fingers"),
        N_("How many fingers, 0 to 5, for each proposal?"),
        N_("0 objects, 1 or 2 wants to talk: a first feel."),
    ),
    Way.DOTS: WayText(
        N_("dots"),
        N_("On which proposals do you put your dots?"),
        N_("For many proposals: gives a short list only."),
    ),
    Way.FOR_AGAINST: WayText(
        N_("for or against"),
        N_("Who is for, who is against?"),
        N_("When time presses and the group agrees to it."),
    ),
    Way.RANKING: WayText(
        N_("ranking"),
        N_("In which order do you put the proposals?"),
        N_("3 to 8 proposals, at least 5 people."),
    ),
}

ENTRIES = {
    Entry.HANDS: (N_("counted hands"), N_("Count the smaller group; the rest is said aloud and confirmed.")),
    Entry.PERSON: (N_("per person"), N_("The co-facilitator types two letters and the answer.")),
    Entry.SECRET: (N_("secret, in turn"), N_("Each on this laptop, alone; nothing shows before the close.")),
}

THRESHOLDS = {
    Threshold.SIMPLE: (N_("simple majority"), N_("more for than against")),
    Threshold.TWO_THIRDS: (N_("two thirds"), N_("of who voted for or against")),
    Threshold.UNANIMOUS: (N_("unanimous"), N_("nobody against")),
}

ANSWERS: dict[str, str] = {
    ConsentAnswer.AGREE: N_("agree"),
    ConsentAnswer.CONCERN: N_("concern"),
    ConsentAnswer.OBJECTION: N_("objection"),
    ConsentAnswer.STAND_ASIDE: N_("stand aside"),
    Stance.FOR: N_("for"),
    Stance.AGAINST: N_("against"),
    ABSTAIN: N_("abstain"),
    "answered": N_("answered in all"),
    "abstained": N_("abstained"),
    "dots": N_("dots"),
}

OUTCOMES: dict[str, tuple[str, str]] = {
    Outcome.TOO_FEW_ANSWERS: (N_("too few answers"), "$attention"),
    Outcome.NOT_ADOPTED: (N_("not adopted"), "$attention"),
    Outcome.OBJECTION: (N_("an objection"), "$attention"),
    Outcome.TALK_FIRST: (N_("talk first"), "$accent"),
    Outcome.SUPPORTED: (N_("carried"), "$success"),
    Outcome.DECIDED: (N_("consent"), "$success"),
    Outcome.DECIDED_WITH_CONCERNS: (N_("consent, with concerns"), "$success"),
    Outcome.UNANIMOUS: (N_("everybody"), "$success"),
    Outcome.NOT_UNANIMOUS: (N_("not unanimous"), "$accent"),
    Outcome.SHORTLIST: (N_("on the short list"), "$success"),
    Outcome.NO_SHORTLIST: (N_("no short list"), "$attention"),
    Outcome.ADOPTED: (N_("adopted"), "$success"),
    Outcome.REJECTED: (N_("rejected"), "$attention"),
    Outcome.TIE: (N_("a tie"), "$accent"),
    Outcome.WINNER: (N_("beats every other"), "$success"),
    Outcome.NO_WINNER: (N_("nobody beats every other"), "$accent"),
}

FATES = {
    ObjectionFate.OPEN: (N_("open"), "!", "$attention"),
    ObjectionFate.INTEGRATED: (N_("integrated"), "✓", "$success"),
    ObjectionFate.WITHDRAWN: (N_("withdrawn"), "✓", "$muted"),
    ObjectionFate.NOTED: (N_("noted"), "·", "$muted"),
}

SWOT = {
    SwotKind.STRENGTH: (N_("Strengths"), "+", "$success", N_("strength")),
    SwotKind.WEAKNESS: (N_("Weaknesses"), "−", "$attention", N_("weakness")),
    SwotKind.OPPORTUNITY: (N_("Opportunities"), "↗", "$cluster-1", N_("opportunity")),
    SwotKind.THREAT: (N_("Threats"), "⚠", "$cluster-4", N_("threat")),
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
    Kind.IMPORTANCE: (N_("importance"), N_("What makes it important?")),
    Kind.PROPOSAL: (N_("proposal"), N_("A proposal, in one line")),
    Kind.STRENGTH: (N_("strength"), N_("What is strong about it?")),
    Kind.WEAKNESS: (N_("weakness"), N_("What is weak about it?")),
    Kind.OPPORTUNITY: (N_("opportunity"), N_("Which opportunity does it give?")),
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


def way_line(vote: Vote) -> str:
    """A vote in a few words: the way and its rules, how it is entered, of how many."""
    parts = [_(WAYS[vote.way].title)]
    if vote.way is Way.CONSENT:
        parts.append(_("round {n}").format(n=round_number(vote)))
    if vote.way is Way.FOR_AGAINST:
        parts.append(_(THRESHOLDS[threshold(vote)][0]))
    if vote.way is Way.DOTS:
        rules = dot_rules(vote)
        stacked = _("stacking allowed") if rules.cap > 1 else ""
        parts += [_("{n} dots each").format(n=rules.budget), stacked]
    parts += [_(ENTRIES[vote.entry][0]), _("{n} may vote").format(n=len(vote.base))]
    return " · ".join(filter(None, parts))


def how_to_answer(vote: Vote) -> str:
    """Which keys give which answer, for a ballot."""
    if vote.way is Way.CONSENT:
        given = [_(ANSWERS[answer]) for answer in ConsentAnswer]
        return "   ".join(f"{number} {word}" for number, word in enumerate(given, start=1))
    if vote.way is Way.FOR_AGAINST:
        return "   ".join(f"{number} {_(ANSWERS[stance])}" for number, stance in enumerate(Stance, start=1))
    if vote.way is Way.FINGERS:
        return _("0 to 5 for each proposal in turn · - abstains")
    if vote.way is Way.ALL_OF_US:
        return _("the letters you agree with · 0 none · - abstains")
    if vote.way is Way.DOTS:
        return _("a letter for each of {n} dots · - abstains").format(n=dot_rules(vote).budget)
    return _("the letters, best first · - abstains")
