"""What the room sees of an activity: a pure function of each kind, from the network and the clock alone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import cast

import msgspec

from data.model import ACTIVITIES, Activity, Session, State
from data.model.kinds import named
from widgets.projected import Projected


class Moment(msgspec.Struct, frozen=True):
    """What a room view is made of: what the network holds, the activity that is shown, and the time."""

    state: State
    activity: Activity
    now: datetime

    @property
    def session(self) -> Session:
        """The session of the activity.

        Raises:
            Refused: it is not in the file.
        """
        return self.state.get(Session, self.activity.session)


def projected(moment: Moment) -> Projected:
    """What the room sees of this activity.

    Raises:
        Refused: what it stands on is not in the file.
    """
    return cast("Callable[[Moment], Projected]", named(ACTIVITIES[moment.activity.kind].room))(moment)
