"""What the room sees of the speed dates: the time and what to talk about, or who sits where."""

from __future__ import annotations

from screens.shell.room import Moment
from screens.shell.standing import title
from screens.speed_dates.stage import stage
from widgets.projected import Projected


def projected(moment: Moment) -> Projected:
    """The prompt of the round."""
    turn = stage(moment.state, moment.activity.id, moment.now).turn
    return Projected(giant=(turn.prompt if turn else "") or moment.activity.question or title(moment.activity))
