"""What each step of contributions is called, and what it asks of the room and of whoever types."""

from __future__ import annotations

from data.i18n import N_, _, told
from data.model import Activity, ContributionStep, Engagement, State
from data.verbs.contribution import brought_in, stop
from data.words import CONTRIBUTION

LINES = {
    ContributionStep.BROUGHT: N_("What was said"),
    ContributionStep.TAKEN: N_("What we take from it"),
    ContributionStep.ASKED: N_("what; who from; when"),
}
"""What the line holds in each step."""


def step_name(step: ContributionStep) -> str:
    """What a step is called."""
    return told(CONTRIBUTION[step])


def now_brought(state: State, item: Activity) -> Engagement | None:
    """The contribution that is brought now."""
    about = stop(state, item)[1]
    return next((asked for asked in brought_in(state, item) if asked.id == about), None)


def step_asks(state: State, item: Activity) -> str:
    """What the step of now asks of the room, or what is brought."""
    brought = now_brought(state, item)
    return {
        ContributionStep.BROUGHT: brought.text if brought else _("Who brings something today?"),
        ContributionStep.TAKEN: item.question or _("What do we take from it?"),
        ContributionStep.ASKED: _("Who brings something next time?"),
    }[stop(state, item)[0]]


def line_of(state: State, item: Activity) -> str:
    """What the line holds now: while nothing was asked for today, what somebody brings."""
    step, about = stop(state, item)
    return _("what; who from") if step is ContributionStep.BROUGHT and not about else _(LINES[step])
