"""What the room sees of an evaluation: what is asked, or what the forms say together."""

from __future__ import annotations

from data.i18n import _
from screens.shell.room import Moment
from widgets.projected import Projected


def projected(moment: Moment) -> Projected:
    """The question of the evaluation."""
    return Projected(giant=moment.activity.question or _("How was this session?"))
