"""Plans for the speed dates, made in another thread and drawn when they are there."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from textual.screen import Screen

from data.methods.rounds import Plan
from screens.speed_dates.planning import Plans, Wish


class Planner:
    """Makes what is shown and not there yet; ``show`` draws the screen once it is."""

    def __init__(self, screen: Screen[None], show: Callable[[], None]) -> None:
        self._screen = screen
        self._show = show
        self._plans = Plans()
        self._wanted: list[Wish] = []
        self._planning = False

    def __contains__(self, asked: Wish) -> bool:
        return asked in self._plans

    def forget_wishes(self) -> None:
        """Drawing begins anew: what it asks for comes now."""
        self._wanted = []

    def known(self, asked: Wish | None) -> Plan | None:
        """The plan for this, if it was made."""
        return self._plans.get(asked)

    def made(self, asked: Wish | None) -> Plan | None:
        """The plan for this; None when it is still to be made (and then it will be), or cannot be."""
        if asked is not None and asked not in self._plans:
            self._wanted.append(asked)
        return self._plans.get(asked)

    async def planned(self, asked: Wish) -> Plan | None:
        """The plan for this, made now when it was not yet."""
        if asked not in self._plans:
            self._plans.keep(asked, await asyncio.to_thread(asked.planned))
        return self._plans.get(asked)

    def go_on(self) -> None:
        """Make what is wanted, beside the screen."""
        if self._wanted and not self._planning:
            self._planning = True
            self._screen.run_worker(self._plan_all(), group="plans")

    async def _plan_all(self) -> None:
        """What is wanted may change meanwhile."""
        try:
            while self._wanted:
                await self.planned(self._wanted[0])
                if not self._screen.app.is_running:
                    return  # a plan that was made while Kring ends: the widgets for it go one by one
                self._show()
        finally:
            self._planning = False
