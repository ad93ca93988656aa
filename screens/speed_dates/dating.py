"""The speed dates as they stand on a screen: the records, the clock, and whether the set-up is in front."""

from __future__ import annotations

from textual.screen import Screen

from data.model import DateSettings, Participant, State
from data.verbs import speed_dates as verbs
from screens.shell.house import House, house_of
from screens.speed_dates.planning import Wish, rounds_to_plan, wish
from screens.speed_dates.stage import Phase, Stage, stage, strangers, unpinned


class Dating:
    """What is true of one activity now."""

    def __init__(self, screen: Screen[None], place: str) -> None:
        self._screen = screen
        self.place = place
        self.setting_up = False
        """Whether the set-up of the coming rounds was asked for."""
        self.square = ""
        """Of what the square shows who met whom: the session, all sessions, or nothing where it hides the work."""

    @property
    def house(self) -> House:
        """The application."""
        return house_of(self._screen)

    @property
    def state(self) -> State:
        """What the network holds."""
        return self.house.state

    @property
    def stage(self) -> Stage:
        """How the dates stand now."""
        return stage(self.state, self.place, self.house.now())

    @property
    def daters(self) -> list[Participant]:
        """Who is present and takes part."""
        return verbs.daters(self.state, self.place)

    def sets_up(self, at: Stage) -> bool:
        """Whether the set-up is shown."""
        return self.setting_up or at.phase is Phase.SET_UP

    def wish(self, at: Stage, dates: DateSettings) -> Wish | None:
        """What the set-up asks of the planner."""
        return wish(self.state, at, dates, rounds_to_plan(at, dates, len(self.daters)))

    def anew(self, at: Stage) -> Wish | None:
        """The coming rounds for who is here now, when the plan no longer fits."""
        if not at.coming or not (any(strangers(self.state, at)) or unpinned(at)):
            return None
        return wish(self.state, at, at.dates, len(at.coming))
