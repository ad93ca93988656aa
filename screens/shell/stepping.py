"""The steps of an activity: from the one to the next and back, with a clock for each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, ClassVar

from data.i18n import N_, _
from data.model import Activity, Change, State
from data.verbs import clock
from screens.shell.activity_part import ActivityPart
from screens.shell.screen import KringScreen
from screens.shell.standing import why_over
from widgets.command import Command


@dataclass(frozen=True, slots=True)
class Route:
    """How one goes through an activity.

    ``beside`` gives what ``go`` is asked for the stop so many places further (back when negative), None where there is
    none; ``minutes`` is what the stop of now gets.
    """

    go: Callable[..., Change]
    beside: Callable[[State, Activity, int], Mapping[str, Any] | None]
    minutes: Callable[[State, Activity], int]


def treating(
    beside: Callable[[State, Activity, int], tuple[StrEnum, str] | None],
) -> Callable[[State, Activity, int], Mapping[str, Any] | None]:
    """``beside`` for stops that are a step and what it treats (an id)."""

    def there(state: State, item: Activity, by: int) -> Mapping[str, Any] | None:
        found = beside(state, item, by)
        return {"step": found[0].value, "treats": found[1]} if found else None

    return there


class Stepping(ActivityPart):
    """Goes from stop to stop, and runs the clock of each."""

    def __init__(self, screen: KringScreen, route: Route) -> None:
        super().__init__(screen)
        self._route = route

    def _beside(self, by: int) -> Mapping[str, Any] | None:
        return self._route.beside(self.house.state, self._activity, by)

    def no_next(self) -> str | None:
        """Why there is nothing after this."""
        return _("This is the last step: F2 goes back to the programme.") if self._beside(1) is None else None

    def no_previous(self) -> str | None:
        """Why there is nothing before this."""
        return _("This is the first step.") if self._beside(-1) is None else None

    def go(self, by: int) -> None:
        """Go so many stops further; what was typed stays in the line."""
        if there := self._beside(by):
            self.to(there)

    def to(self, there: Mapping[str, Any]) -> None:
        """Go to a stop."""
        self.house.do(self._route.go, activity=self._place, **there)
        self._show()

    def no_clock(self) -> str | None:
        """Why no clock begins."""
        return None if self._activity.countdown else why_over(self.house)

    def time(self) -> None:
        """Start the clock of this step, hold it, or let it go on."""
        item = self._activity
        if item.countdown:
            self.house.do(clock.resume if clock.paused(item.countdown) else clock.pause, activity=item.id)
        else:
            minutes = self._route.minutes(self.house.state, item)
            self.house.do(clock.start, activity=item.id, seconds=60 * minutes, what="groups")

    KEYS: ClassVar[tuple[Command[Stepping], ...]] = (
        Command(lambda part: part.go(1), N_("Next step"), N_("Go to the next step"), ("f6",), 11, cannot=no_next),
        Command(
            lambda part: part.go(-1),
            N_("Previous step"),
            N_("Go back to the previous step"),
            ("shift+f6",),
            cannot=no_previous,
        ),
    )
    LINE_KEYS: ClassVar[tuple[Command[Stepping], ...]] = (
        Command(
            time,
            N_("Clock"),
            N_("Start the clock for this step, pause it, or let it run again"),
            ("tab",),
            16,
            cannot=no_clock,
        ),
    )
    PAGE_KEYS: ClassVar[tuple[Command[Stepping], ...]] = (
        Command(
            time,
            N_("Clock"),
            N_("Start the clock for this step, pause it, or let it run again"),
            ("space", "tab"),
            16,
            cannot=no_clock,
        ),
    )
