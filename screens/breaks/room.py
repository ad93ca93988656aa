"""What the room sees of a break: when everybody is back."""

from __future__ import annotations

from data.i18n import _, clock, plural
from screens.breaks.hour import USUAL, back_at
from screens.shell.room import Moment
from screens.shell.standing import title
from screens.shell.timing import time_of
from widgets.projected import Item, Projected


def projected(moment: Moment) -> Projected:
    """The hour and the time left; before the break how long it will be, and after it that we go on."""
    pause = moment.activity
    time = time_of(pause, moment.now)
    if time is None:
        minutes = pause.minutes or USUAL
        return Projected(giant=title(pause), lead=plural("{n} minute", "{n} minutes", minutes))
    back = clock(back_at(pause, moment.now))
    if time.left <= 0:
        return Projected(status=title(pause), giant=_("We continue"), asked=_("We continue"))
    facts = _("clock paused") if time.paused else _("to go")
    return Projected(
        status=title(pause),
        giant=back,
        style="$muted" if time.paused else "$accent",
        lead=_("Then we continue"),
        items=(Item(f"{time} {facts}"),),
        left=time.share,
        asked=_("Back at {time}").format(time=back),
    )
