"""Whose case it is, which step it is in, and the clock of the step."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.screen import Screen

from data.i18n import N_, _, told
from data.methods.consultation import step_beside, step_minutes
from data.model import Activity, Consultation
from data.names import matching
from data.verbs import clock
from data.verbs.check_in import present
from data.verbs.consultation import brings, consultation, go_to_step, starts_from
from data.verbs.network import called, people
from screens.dialogs.who import Who
from screens.shell.part import Part
from widgets.command import Command
from widgets.matches import Match


class Steps(Part):
    """Goes from step to step; ``show`` draws the screen."""

    def __init__(self, screen: Screen[None], place: str, show: Callable[[], None]) -> None:
        super().__init__(screen)
        self._place = place
        self._show = show

    @property
    def _activity(self) -> Activity:
        return self.house.state.get(Activity, self._place)

    @property
    def going(self) -> Consultation:
        """How far it is."""
        return consultation(self._activity)

    # -- whose case it is

    def choose(self) -> None:
        """Choose whose case it is."""
        self.house.push_screen(Who(_("Whose case is it?"), self._bringers), self._chosen)

    def _bringers(self, letters: str) -> list[Match]:
        state = self.house.state
        here = present(state, self._activity.session) or people(state)
        found = matching(here, letters) or matching(people(state), letters) if letters.strip() else here
        names = called(state)
        return [Match(who.id, names[who.id], who.organisation) for who in found]

    def _chosen(self, who: str | None) -> None:
        if who:
            self.house.do(brings, activity=self._place, participant=who)

    def other_start(self) -> None:
        """From a problem, or from a success."""
        if done := self.house.do(starts_from, activity=self._place, success=not self.going.success):
            self.house.tell(told(done.change.label))

    # -- the steps

    def no_next(self) -> str | None:
        """Why there is no step after this one."""
        return None if step_beside(self.going.step, 1) else _("This is the last step: F2 goes on in the programme.")

    def no_previous(self) -> str | None:
        """Why there is no step before this one."""
        return None if step_beside(self.going.step, -1) else _("This is the first step.")

    def go(self, by: int) -> None:
        """Go to the step so many places further; what was typed stays in the line."""
        step = step_beside(self.going.step, by)
        if step:
            self.house.do(go_to_step, activity=self._place, step=step)
            self._show()

    def time(self) -> None:
        """Start the clock of this step, hold it, or let it go on."""
        running = self._activity.countdown
        if running is None:
            minutes = step_minutes(self.going.step, self._activity.minutes or WHOLE)
            self.house.do(clock.start, activity=self._place, seconds=60 * minutes, what="groups")
        else:
            self.house.do(clock.resume if clock.paused(running) else clock.pause, activity=self._place)

    # -- its keys

    KEYS: ClassVar[tuple[Command[Steps], ...]] = (
        Command(choose, N_("Case of"), N_("Choose whose case it is, by two letters"), ("f5",), 13),
        Command(lambda part: part.go(1), N_("Next step"), N_("Go to the next step"), ("f6",), 11, cannot=no_next),
        Command(
            lambda part: part.go(-1),
            N_("Previous step"),
            N_("Go back to the step before"),
            ("shift+f6",),
            cannot=no_previous,
        ),
    )
    LINE_KEYS: ClassVar[tuple[Command[Steps], ...]] = (
        Command(time, N_("Clock"), N_("Start the clock of this step, hold it, or let it go on"), ("tab",), 16),
        Command(other_start, N_("Problem or success"), N_("Start from what is difficult, or from what went well"), ()),
    )
    PAGE_KEYS: ClassVar[tuple[Command[Steps], ...]] = (
        Command(time, N_("Clock"), N_("Start the clock of this step, hold it, or let it go on"), ("space", "tab"), 16),
        Command(
            other_start,
            N_("Problem or success"),
            N_("Start from what is difficult, or from what went well"),
            ("s",),
            18,
        ),
    )


WHOLE = 45
"""Minutes over which the steps are divided when the activity has no timebox."""
