"""What the room sees of a break: when everybody is back."""

from __future__ import annotations

from data.i18n import _, clock, plural
from data.model import SessionStatus
from screens.breaks.hour import USUAL, back_at
from screens.shell.room import Moment
from screens.shell.standing import title
from screens.shell.timing import time_of
from widgets.projected import Item, Projected


def projected(moment: Moment) -> Projected:
    """The hour and the time left; before the break how long it will be, and after it that we go on.

    Of one that was held, it says until when, as far as that is known.
    """
    pause = moment.activity
    time = time_of(pause, moment.now)
    if time is None:
        return Projected(giant=title(pause), lead=_how_long(moment))
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


def _how_long(moment: Moment) -> str:
    """How many minutes it will take; once it was held, until when that was."""
    pause = moment.activity
    if pause.ended:
        return _("until {time}").format(time=clock(pause.ended))
    if moment.session.status is SessionStatus.CLOSED:
        return ""
    return plural("{n} minute", "{n} minutes", pause.minutes or USUAL)
