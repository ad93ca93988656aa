"""What each step of a preparation is called, and what it asks of the room and of whoever types."""

from __future__ import annotations

from data.i18n import N_, _, told
from data.model import Activity, PreparationStep, State
from data.verbs.preparation import Posed, posed, prepared_for, stop
from data.words import PREPARATION

LINES = {
    PreparationStep.FORM: N_("A question for the form"),
    PreparationStep.QUESTION: N_("What stands out"),
    PreparationStep.CONCLUSION: N_("What we do with it"),
}
"""What the line holds in each step."""

PROBES = (
    N_("What made you answer that?"),
    N_("How important is it where you work?"),
    N_("What is your own part in it?"),
    N_("How would you raise it with management?"),
    N_("Where do we differ most, and why?"),
)
"""What to ask on about the answers, a question each in turn."""


def step_name(step: PreparationStep) -> str:
    """What a step is called."""
    return told(PREPARATION[step])


def of_now(state: State, item: Activity) -> Posed | None:
    """The question that is gone through now."""
    key = stop(state, item)[1]
    return next((question for question in posed(state, item) if question.key == key), None)


def step_asks(state: State, item: Activity) -> str:
    """What the step of now asks of the room, or the question that was filled in."""
    step, now = stop(state, item)[0], of_now(state, item)
    if now:
        return now.text
    if step is PreparationStep.CONCLUSION:
        return _("What do we do with what we saw?")
    forms = " · ".join(asked.text for asked in prepared_for(state, item))
    return item.question or forms or _("What did we ask beforehand?")


def probe(state: State, item: Activity) -> str:
    """What to ask on now."""
    now = of_now(state, item)
    return _(PROBES[posed(state, item).index(now) % len(PROBES)]) if now else ""


def line_of(state: State, item: Activity) -> str:
    """What the line holds now: while nothing was asked beforehand, which form that would be."""
    step = stop(state, item)[0]
    unknown = step is PreparationStep.FORM and not prepared_for(state, item)
    return _("Which form or scan did people fill in?") if unknown else _(LINES[step])
