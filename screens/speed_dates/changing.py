"""What is changed while the dates run: who sits where, the prompt, what the square shows, and the bell."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.screen import Screen

from data.i18n import N_, _
from screens.shell.part import Part
from screens.speed_dates.by_hand import Hands
from screens.speed_dates.dating import Dating
from screens.speed_dates.stage import alone
from widgets.command import Command


class Changing(Part):
    """Small changes by hand; ``show`` draws the screen."""

    def __init__(self, screen: Screen[None], dating: Dating, show: Callable[[], None]) -> None:
        super().__init__(screen)
        self.dating = dating
        self._show = show

    def no_seats(self) -> str | None:
        """Why there is nobody to seat."""
        if self.dating.sets_up(self.dating.stage) and len(self.dating.daters) < 2:
            return _("It takes at least two people: F7 notes who is here.")
        return None

    def no_round(self) -> str | None:
        """Why there is no round to change."""
        return _("No round is planned: Space plans them.") if self.dating.stage.turn is None else None

    def swap(self) -> None:
        """Two people change places."""
        if turn := self.dating.stage.turn:
            Hands(self.house).swap(turn)

    def seat(self) -> None:
        """Somebody sits down at a table."""
        if turn := self.dating.stage.turn:
            Hands(self.house).seat(turn, self.dating.daters, alone(self.dating.state, self.dating.stage))

    def pin(self) -> None:
        """Somebody stays at one table."""
        Hands(self.house).pin(self.dating.stage, self.dating.daters)

    def prompt(self) -> None:
        """Another prompt."""
        if turn := self.dating.stage.turn:
            Hands(self.house).prompt(turn)

    def turn_square(self) -> None:
        """This session, all sessions; on a narrow screen the square takes the place of the work, and gives it back."""
        order = ["", "session", "all"] if self.screen.has_class("-narrow") else ["session", "all"]
        here = self.dating.square or order[0]
        self.dating.square = order[(order.index(here) + 1) % len(order)]
        self._show()

    def bell(self) -> None:
        """A bell or none."""
        self.house.keep_settings(bell=not self.house.settings.bell)
        self.house.tell(_("The bell is on.") if self.house.settings.bell else _("The bell is off."))

    # -- its keys

    KEYS: ClassVar[tuple[Command[Changing], ...]] = (
        Command(swap, N_("Swap"), N_("Two people change places in this round"), ("w",), cannot=no_round),
        Command(seat, N_("Join a table"), N_("Somebody joins a table in this round"), ("a",), cannot=no_round),
        Command(pin, N_("Stay"), N_("Somebody stays at one table, or moves again"), ("p",), cannot=no_seats),
        Command(prompt, N_("Prompt"), N_("Another prompt for this round"), ("t",), cannot=no_round),
        Command(turn_square, N_("Who met whom"), N_("In this session, or in all sessions"), ("m",)),
        Command(bell, N_("Bell"), N_("A bell at the end of a round, or none"), ("b",)),
    )
