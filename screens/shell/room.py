"""What the room sees of an activity: a pure function of each kind, from the network and the clock alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import cast

import msgspec
from msgspec.structs import replace

from data.i18n import clock
from data.model import ACTIVITIES, Activity, Session, State
from data.model.kinds import named
from data.verbs.network import profile
from screens.shell.standing import title
from widgets.projected import Item, Projected

KRING = "● kring"
"""What stands in the place of the name of a network where none is open."""


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
    """What the room sees of this activity, under the line that says of which network and what time it is.

    Raises:
        Refused: what it stands on is not in the file.
    """
    view = cast("Callable[[Moment], Projected]", named(ACTIVITIES[moment.activity.kind].room))(moment)
    return under_status(named_after(moment.activity, view), moment.state, moment.now)


def of_the_network(state: State, now: datetime) -> Projected:
    """What the room sees of a place that is not for it: the theme of the network, else its name."""
    about = profile(state)
    return under_status(Projected(giant=about.theme or about.name, asked=about.theme or about.name), state, now)


def named_after(activity: Activity, view: Projected) -> Projected:
    """The view with the name of its activity on the line of status, where it says nothing else there."""
    return replace(view, status=view.status or title(activity))


def under_status(view: Projected, state: State, now: datetime) -> Projected:
    """The view with the name of the network and the time on its line of status."""
    return replace(view, network=profile(state).name, clock=clock(now))


def outside(view: Projected, now: datetime) -> Projected:
    """The view of a place outside any network, under the line that says which program this is and what time it is."""
    return replace(view, network="" if view.giant == KRING else KRING, clock=clock(now))


def headed(heading: str, items: Iterable[Item]) -> tuple[Item, ...]:
    """A chapter of a list: its heading and what stands under it; nothing where that is nothing."""
    found = tuple(items)
    return (Item(heading, heading=True), *found) if found else ()
