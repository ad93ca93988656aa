"""Setting up: the rows that are stepped through, and who takes part."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from msgspec.structs import replace
from textual.screen import Screen

from data.i18n import N_, _
from data.model import DateSettings
from data.verbs import speed_dates as verbs
from screens.shell.numbers import begins_anew
from screens.shell.part import Part
from screens.shell.standing import why_over
from screens.speed_dates.by_hand import Hands
from screens.speed_dates.dating import Dating
from screens.speed_dates.planning import proposed, rounds_to_plan
from screens.speed_dates.setup import filled, stepped
from screens.speed_dates.stage import Phase
from widgets.choices import Choices
from widgets.command import Bound, Command
from widgets.name_grid import NameGrid


class Setting(Part):
    """Changes how the coming rounds are held; ``show`` draws the screen."""

    def __init__(self, screen: Screen[None], dating: Dating, show: Callable[[], None]) -> None:
        super().__init__(screen)
        self.dating = dating
        self._show = show

    def commands(self, *, typing: bool) -> list[Bound]:
        """Before the first round the set-up is here already."""
        own = super().commands(typing=typing)
        if self.dating.stage.phase is not Phase.SET_UP:
            return own
        return [Bound(replace(bound.command, rank=0), self) for bound in own]

    def first_rounds(self) -> str | None:
        """Why there is no set-up to go to."""
        if self.dating.stage.phase is Phase.SET_UP:
            return _("These are the first rounds: set them up here.")
        return why_over(self.house)

    def set_up(self) -> None:
        """Show the set-up for the coming rounds, or the rounds again."""
        self.dating.setting_up = not self.dating.setting_up
        self._show()

    def leave(self) -> None:
        """Back to the rounds, with the plan as it was."""
        self.dating.setting_up = False
        self.dating.square = ""
        self._show()

    def step(self, event: Choices.Stepped) -> None:
        """A row is stepped through."""
        at = self.dating.stage
        now = len(at.started) + rounds_to_plan(at, at.dates, len(self.dating.daters))
        self._set(stepped(at.dates, event.key, event.by, now))

    def fill(self, event: Choices.Filled) -> None:
        """A number is typed in a row."""
        self._set(filled(self.dating.stage.dates, event.key, event.number))
        if event.instead:
            self.house.warn(begins_anew(event.instead, event.most, event.number))

    def press(self, event: Choices.Pressed) -> None:
        """Enter on a row: a proposal is taken, a prompt typed, as many rounds as fit."""
        at = self.dating.stage
        ways = {f"way{place}": way for place, (_way, way) in enumerate(proposed(at, at.dates, len(self.dating.daters)))}
        if event.key == "prompt":
            Hands(self.house).own_prompt()
        elif event.key == "rounds":
            self._set(replace(at.dates, rounds=None))
        elif event.key in ways:
            self._set(ways[event.key])

    def _set(self, dates: DateSettings) -> None:
        self.house.do(verbs.set_up, activity=self.dating.place, dates=dates)

    def toggle(self, event: NameGrid.Toggled) -> None:
        """Somebody takes part, or not."""
        self.house.do(verbs.join, activity=self.dating.place, participant=event.id, joins=event.on)

    # -- its keys

    KEYS: ClassVar[tuple[Command[Setting], ...]] = (
        Command(
            set_up, N_("Set-up"), N_("Size, times and who takes part, from now on"), ("f6",), 70, cannot=first_rounds
        ),
        Command(leave, N_("Back"), N_("Back to the rounds, with the plan as it was"), ("escape",)),
    )
