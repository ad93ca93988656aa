"""Worked examples of the rules of the room, in the Dutch words they are written in, answered in the same words."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any

from data.methods.votes import all_of_us, consent, dots, fingers, for_against
from data.methods.votes.codes import NextStep, Outcome, Problem, Threshold
from data.methods.votes.room import Room, Turnout, VoteError
from tui.commands.tally.fields import Fields, mapping, whole
from tui.commands.tally.plain import plain


class Rule(StrEnum):
    """The rule that an example is about."""

    FOR_AGAINST = "voor_tegen"
    CONSENT = "consent"
    FINGERS = "draagvlak"
    ALL_OF_US = "instemming"
    DOTS = "stippen"


class Majority(StrEnum):
    """How an example of for and against names what is needed."""

    SIMPLE = "simple"
    TWO_THIRDS = "2/3"
    UNANIMOUS = "unanimous"


OUTCOMES = {
    Outcome.TOO_FEW_ANSWERS: "te weinig antwoorden",
    Outcome.NOT_ADOPTED: "niet aangenomen",
    Outcome.ADOPTED: "aangenomen",
    Outcome.REJECTED: "verworpen",
    Outcome.TIE: "staken van stemmen",
    Outcome.DECIDED: "besloten",
    Outcome.DECIDED_WITH_CONCERNS: "besloten met genoteerde zorgen",
    Outcome.SUPPORTED: "gedragen",
    Outcome.TALK_FIRST: "bespreken",
    Outcome.OBJECTION: "bezwaar",
}
OBJECTION_TO_CONSENT = "bezwaar: integreren en opnieuw"

PROBLEMS = {
    Problem.MORE_ANSWERS_THAN_PEOPLE: "meer antwoorden dan stemgerechtigde aanwezigen",
    Problem.MORE_AGREEMENT_THAN_ANSWERS: "meer instemming dan uitgebrachte antwoorden",
    Problem.INVALID_DOTS: "ongeldige stippen",
    Problem.MORE_DOTS_THAN_POSSIBLE: "meer stippen dan mogelijk",
}

NEXT = {
    NextStep.ASK_AGAIN: "te weinig antwoorden",
    NextStep.CONSENT_ROUND: "consentronde over {}",
    NextStep.CHOOSE_AMONG: "kies binnen de unanieme voorstellen",
    NextStep.HEAR_OBJECTIONS: "geen unaniem voorstel: bezwaren ophalen bij de hoogste",
    NextStep.DISCUSS: "geen unaniem voorstel: bezwaren ophalen bij de hoogste",
}

_THRESHOLDS = {
    Majority.SIMPLE: Threshold.SIMPLE,
    Majority.TWO_THIRDS: Threshold.TWO_THIRDS,
    Majority.UNANIMOUS: Threshold.UNANIMOUS,
}

Answer = dict[str, Any]


def answer(example: Fields) -> Answer:
    """What the rule says about the example, or its error in words; raises RequestError for a wrong field."""
    rule = example.choice("rule", Rule)
    given = Fields(example.mapping("input"))
    known: Answer = {}
    try:
        if rule is Rule.DOTS:
            known = {"budget": dots.budget(given.whole("n_options"))}
        return {**known, **_ANSWERS[rule](given)}
    except VoteError as error:
        ballots = {"ballots": list(error.ballots)} if error.ballots else {}
        return {**known, "error": PROBLEMS.get(error.code, error.code.value), **ballots}


def _room(given: Fields) -> Room:
    return Room(present=given.whole("present"), network=given.optional_whole("roster"))


def _counts(turnout: Turnout) -> Answer:
    return {"no_answer": turnout.no_answer, "provisional": turnout.provisional}


def _for_against(given: Fields) -> Answer:
    hands = for_against.ForAgainstCount(given.whole("voor"), given.whole("tegen"), given.whole("onth", 0))
    result = for_against.tally(_room(given), hands, _THRESHOLDS[given.choice("rule", Majority, Majority.SIMPLE)])
    return {"outcome": OUTCOMES[result.outcome], "base": result.turnout.base, **_counts(result.turnout)}


def _consent(given: Fields) -> Answer:
    answers = consent.ConsentCount(
        given.whole("consent"), given.whole("zorg", 0), given.whole("bezwaar", 0), given.whole("opzij", 0)
    )
    result = consent.tally(_room(given), answers)
    objection = result.outcome is Outcome.OBJECTION
    return {
        "outcome": OBJECTION_TO_CONSENT if objection else OUTCOMES[result.outcome],
        **_counts(result.turnout),
    }


def _fingers(given: Fields) -> Answer:
    hands = tuple(whole(people, "levels") for people in given.sequence("levels"))
    result = fingers.tally_one(_room(given), fingers.FingerCount(hands, given.whole("onth", 0)))
    return {
        "outcome": OUTCOMES[result.outcome],
        "responded": result.turnout.answered,
        "median": result.median,
        "to_hear": result.to_hear,
        **_counts(result.turnout),
    }


def _all_of_us(given: Fields) -> Answer:
    counts = all_of_us.AllOfUsCount(given.wholes("counts"), given.whole("cast"), given.whole("abstain", 0))
    result = all_of_us.tally(_room(given), counts)
    return {
        "ranking": plain(result.ranking),
        "unanimous": list(result.unanimous),
        "next": NEXT[result.next[0]].format(*result.unanimous),
        "tie_at_top": result.tie_at_top,
        "no_answer": result.turnout.no_answer,
    }


def _dots(given: Fields) -> Answer:
    options = given.whole("n_options")
    allowed = dots.rules(options, cap=given.whole("cap", 1), places=given.whole("k"))
    result = dots.tally(_room(given), _wall(given, allowed), allowed)
    return {
        "ranking": plain(result.ranking),
        "shortlist": list(result.shortlist),
        "cut_tie": result.cut_tie,
    }


def _wall(given: Fields, allowed: dots.DotRules) -> dots.DotCount:
    if not given.has("ballots"):
        return dots.DotCount(given.wholes("totals"))
    ballots = [
        {name: whole(number, "ballots") for name, number in mapping(ballot, "ballots").items()}
        for ballot in given.sequence("ballots")
    ]
    names = list(dict.fromkeys(name for ballot in ballots for name in ballot))
    return dots.count(names, ballots, allowed)


_ANSWERS: Mapping[Rule, Callable[[Fields], Answer]] = {
    Rule.FOR_AGAINST: _for_against,
    Rule.CONSENT: _consent,
    Rule.FINGERS: _fingers,
    Rule.ALL_OF_US: _all_of_us,
    Rule.DOTS: _dots,
}
