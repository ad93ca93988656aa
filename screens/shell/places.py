"""Where a person can be: a few fixed places, and one screen for each kind of activity, imported when first shown."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, cast

from data.model import Activity, ActivityKind

if TYPE_CHECKING:
    from screens.shell.house import House
    from screens.shell.screen import KringScreen

PLACES = {
    "home": ("screens.network.home", "HomeScreen"),
    "new": ("screens.network.new_network", "NewNetworkScreen"),
    "programme": ("screens.network.programme", "ProgrammeScreen"),
}

OUTSIDE = frozenset({"home", "new"})
"""Places that need no open network."""

ACTIVITIES = {
    ActivityKind.CHECK_IN: ("screens.check_in.screen", "CheckInScreen"),
    ActivityKind.ROUND_TABLE: ("screens.round_table.screen", "RoundTableScreen"),
    ActivityKind.SPEED_DATES: ("screens.speed_dates.screen", "SpeedDatesScreen"),
    ActivityKind.AGREEMENTS: ("screens.agreements.screen", "AgreementsScreen"),
    ActivityKind.BREAK: ("screens.breaks.screen", "BreakScreen"),
    ActivityKind.BRAINSTORM: ("screens.brainstorm.screen", "BrainstormScreen"),
    ActivityKind.DECISION: ("screens.decision.screen", "DecisionScreen"),
    ActivityKind.EVALUATION: ("screens.evaluation.screen", "EvaluationScreen"),
    ActivityKind.CLOSE: ("screens.close.screen", "CloseScreen"),
}


def screen_for(place: str, house: House) -> KringScreen:
    """A new screen for a fixed place or for the activity with this id."""
    module, name = PLACES[place] if place in PLACES else ACTIVITIES[house.state.get(Activity, place).kind]
    return cast("KringScreen", getattr(import_module(module), name)(place))
