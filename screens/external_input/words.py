"""What each step of external input is called, and what it asks of the room and of whoever types."""

from __future__ import annotations

from data.i18n import N_, _, told
from data.model import Activity, InputStep, State
from data.verbs.external_input import expert, for_expert, stop
from data.words import EXTERNAL_INPUT

LINES = {
    InputStep.QUESTIONS: N_("A question for the expert"),
    InputStep.TALK: N_("What the expert says"),
    InputStep.ANSWERS: N_("The answer"),
    InputStep.TERMS: N_("term: what it means"),
    InputStep.AGREED: N_("what; who; when"),
}
"""What the line holds in each step."""


def step_name(step: InputStep) -> str:
    """What a step is called."""
    return told(EXTERNAL_INPUT[step])


def step_asks(state: State, item: Activity) -> str:
    """What the step of now asks of the room; among the answers it is the question that is answered."""
    step, about = stop(state, item)
    asked = next((each.text for each in for_expert(state, item) if each.id == about), "")
    name = expert(state, item)
    return {
        InputStep.QUESTIONS: item.question or _ask(name),
        InputStep.TALK: item.question or (_("{name} talks").format(name=name) if name else _("The expert’s talk")),
        InputStep.ANSWERS: asked or _("What is the answer to our questions?"),
        InputStep.TERMS: _("Which terms, and what do they mean?"),
        InputStep.AGREED: _("What do we do with it?"),
    }[step]


def _ask(name: str) -> str:
    return _("What do we ask {name}?").format(name=name) if name else _("What do we ask the expert?")
