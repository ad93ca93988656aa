"""What the room sees of the agreements: how we work together, and what we agreed."""

from __future__ import annotations

from data.i18n import _
from data.verbs.network import profile
from screens.shell.room import Moment
from widgets.projected import Projected


def projected(moment: Moment) -> Projected:
    """The question of this item, else the goal we share."""
    goal = profile(moment.state).shared_goal
    return Projected(giant=moment.activity.question or goal or _("How do we want to work together?"))
