"""Where a person can be: a few fixed places, and one screen for each kind of activity, imported when first shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from data.model import ACTIVITIES, Activity
from data.model.kinds import named

if TYPE_CHECKING:
    from screens.shell.house import House
    from screens.shell.screen import KringScreen

PLACES = {
    "home": "screens.network.home:HomeScreen",
    "new": "screens.network.new_network:NewNetworkScreen",
    "programme": "screens.network.programme:ProgrammeScreen",
}

OUTSIDE = frozenset({"home", "new"})
"""Places that need no open network."""


def screen_for(place: str, house: House) -> KringScreen:
    """A new screen for a fixed place or for the activity with this id."""
    where = PLACES[place] if place in PLACES else ACTIVITIES[house.state.get(Activity, place).kind].screen
    return cast("KringScreen", named(where)(place))
