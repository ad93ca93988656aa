"""What each step of an exchange of experience is called, and what it asks."""

from __future__ import annotations

from data.i18n import N_, _, told
from data.model import Activity, ExchangeStep
from data.verbs.exchange import exchange
from data.words import EXCHANGE

LINES = {
    ExchangeStep.GROUPS: N_("The question for the small groups"),
    ExchangeStep.REPORTS: N_("What the group reports"),
    ExchangeStep.TIPS: N_("A tip"),
    ExchangeStep.OPEN: N_("A question that is left open"),
}
"""What the line holds in each step."""


def step_name(step: ExchangeStep) -> str:
    """What a step is called."""
    return told(EXCHANGE[step])


def group_name(group: int) -> str:
    """What a small group is called."""
    return _("group {n}").format(n=group + 1)


def asks(activity: Activity) -> str:
    """What the small groups talk about, or what they draft."""
    for_whom = exchange(activity).advice_for
    if activity.question:
        return activity.question
    if for_whom:
        return _("What do we advise {name}, from our own experience?").format(name=for_whom)
    return _("How do you do it, who does it, when, and with what result?")
