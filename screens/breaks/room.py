"""What the room sees of a break: when everybody is back."""

from __future__ import annotations

from data.i18n import _, clock
from screens.breaks.hour import back_at
from screens.shell.room import Moment
from widgets.projected import Projected


def projected(moment: Moment) -> Projected:
    """When everybody is back."""
    back = clock(back_at(moment.activity, moment.now))
    return Projected(giant=back, asked=_("Everybody is back at {time}").format(time=back))
