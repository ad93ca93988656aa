"""The clock of an activity as it is shown: to who facilitates, and to the room."""

from __future__ import annotations

from datetime import datetime
from math import ceil

from textual.content import Content

from data.i18n import _
from data.model import Activity
from data.verbs.clock import left, paused
from widgets.countdown import Time


def time_of(activity: Activity, now: datetime) -> Time | None:
    """The time that is left of its clock; None while there is none."""
    running = activity.countdown
    return Time(ceil(left(running, now)), running.total, paused(running)) if running else None


def time_told(activity: Activity, now: datetime, *, over: bool = False) -> Content:
    """The time that is left in words, or which key starts a clock; none once the session is ``over``."""
    time = time_of(activity, now)
    if time is None and over:
        return Content()
    if time is None:
        return Content.styled(_("Tab starts the clock"), "$muted")
    facts = _("clock paused") if time.paused else _("over time") if time.left <= 0 else _("to go")
    return Content.assemble((str(time), f"bold {time.style}"), (f" {facts}", "$muted"))
