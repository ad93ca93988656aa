"""Consent step by step in words: which step it is, what it asks, and whose turn it is. All of it is for the room."""

from __future__ import annotations

from data.i18n import N_, _, plural
from data.model import ConsentRound, ConsentStep, State
from data.names import short_names
from data.verbs.decision.consent import consent_turns
from data.verbs.network import called, people
from screens.shell.turns import in_turn

STEPS = {
    ConsentStep.PRESENT: (N_("Presentation"), N_("Read the proposal out and say why; nobody answers yet.")),
    ConsentStep.CLARIFY: (N_("Clarify"), N_("Who has a question, to understand it? No opinions yet.")),
    ConsentStep.REACTIONS: (N_("Reactions"), N_("Each in turn: what do you think of it? No discussion.")),
    ConsentStep.CONSENT: (N_("Consent"), N_("Each in turn: do you have a reasoned objection?")),
    ConsentStep.INTEGRATE: (N_("Integration"), N_("What wording would meet the objection?")),
}
"""What each step is called, and what it asks of the room."""


def step_name(going: ConsentRound) -> str:
    """Which step it is, and of how many."""
    every = list(ConsentStep)
    place = _("step {n} of {all}").format(n=every.index(going.step) + 1, all=len(every))
    return f"{_(STEPS[going.step][0])} · {place}"


def step_asks(going: ConsentRound) -> str:
    """What the step asks, in a sentence."""
    return _(STEPS[going.step][1])


def whose_turn(state: State, activity: str) -> list[str]:
    """Who has the floor, who comes after, and how many were heard; nothing in a step without turns."""
    turns, shorts = consent_turns(state, activity), short_names(people(state))
    then = [shorts.get(who, "?") for who in turns.to_come[:2]]
    said = [
        "▸ " + called(state).get(turns.speaking, "?") if turns.speaking else "",
        in_turn(then, begun=bool(turns.speaking or turns.heard)),
        plural("{n} heard", "{n} heard", len(turns.heard)) if turns.heard else "",
    ]
    return [part for part in said if part]
