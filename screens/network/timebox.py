"""What is asked when a timebox is typed: with how long this took before, in this network."""

from __future__ import annotations

from data.i18n import _
from data.methods.agenda import suggested
from data.model import Activity, State


def minutes_asked(state: State, activity: Activity, *, hidden: bool) -> tuple[str, str]:
    """The question, and the minutes that the times before suggest: advice, so none while the room is watching."""
    others = state.where(Activity, lambda other: other.id != activity.id)
    found = None if hidden else suggested(activity.kind, others)
    if found is None:
        return _("How many minutes?"), ""
    took = ", ".join(str(minutes) for minutes in found.took)
    asked = _("How many minutes? Before, it took {took}: Tab takes {n}.").format(took=took, n=found.minutes)
    return asked, str(found.minutes)
