"""Where a person can be: a few fixed places, and one screen for each kind of activity, imported when first shown."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, cast

from data.model import Activity, ActivityKind

if TYPE_CHECKING:
    from screens.base import KringScreen
    from screens.house import House

PLACES = {
    "home": ("screens.home", "HomeScreen"),
    "new": ("screens.new_network", "NewNetworkScreen"),
    "programme": ("screens.programme", "ProgrammeScreen"),
}

OUTSIDE = frozenset({"home", "new"})
"""Places that need no open network."""

ACTIVITIES = {
    ActivityKind.CHECK_IN: ("screens.check_in", "CheckInScreen"),
    ActivityKind.ROUND_TABLE: ("screens.round_table", "RoundTableScreen"),
    ActivityKind.SPEED_DATES: ("screens.speed_dates", "SpeedDatesScreen"),
    ActivityKind.AGREEMENTS: ("screens.agreements", "AgreementsScreen"),
    ActivityKind.BREAK: ("screens.pause", "BreakScreen"),
    ActivityKind.BRAINSTORM: ("screens.brainstorm", "BrainstormScreen"),
    ActivityKind.DECISION: ("screens.decision", "DecisionScreen"),
    ActivityKind.EVALUATION: ("screens.evaluation", "EvaluationScreen"),
    ActivityKind.CLOSE: ("screens.close", "CloseScreen"),
}


def screen_for(place: str, house: House) -> KringScreen:
    """A new screen for a fixed place or for the activity with this id."""
    module, name = PLACES[place] if place in PLACES else ACTIVITIES[house.state.get(Activity, place).kind]
    return cast("KringScreen", getattr(import_module(module), name)(place))
