"""Where a person can be: a few fixed places, and one screen for each kind of activity, imported when first shown."""

from __future__ import annotations

from typing import cast

from textual.screen import Screen

from data.model import ACTIVITIES, Activity, State
from data.model.kinds import named

PLACES = {
    "home": "screens.network.home:HomeScreen",
    "new": "screens.network.new_network:NewNetworkScreen",
    "programme": "screens.network.programme:ProgrammeScreen",
    "pending": "screens.pending.screen:PendingScreen",
    "network": "screens.network.network:NetworkScreen",
    "together": "screens.network.together:TogetherScreen",
    "export": "screens.export.screen:ExportScreen",
}

OUTSIDE = frozenset({"home", "new", "together"})
"""Places that need no open network."""

NEW = "new"
"""Where a network begins: it belongs to none yet, and there is nothing to show."""

PASSED_THROUGH = frozenset({"export"})
"""Places that nobody begins at again: they lead back to where one was."""


def screen_for(place: str, state: State | None) -> Screen[None]:
    """A new screen for a fixed place, or for the activity with this id in the open network."""
    if place in PLACES:
        where = PLACES[place]
    else:
        assert state is not None, "no network is open"
        where = ACTIVITIES[state.get(Activity, place).kind].screen
    return cast("Screen[None]", named(where)(place))
