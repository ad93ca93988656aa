"""A part of a screen: an object with commands of its own, which the screen holds and asks."""

from __future__ import annotations

from typing import Any, ClassVar

from textual.screen import Screen

from screens.shell.house import House, house_of
from widgets.command import Bound, Command


class Part:
    """One thing that can be done on a screen, with its commands.

    They are told apart as those of a screen: ``KEYS``, ``LINE_KEYS`` while a line is typed, ``PAGE_KEYS`` outside it.
    """

    KEYS: ClassVar[tuple[Command[Any], ...]] = ()
    LINE_KEYS: ClassVar[tuple[Command[Any], ...]] = ()
    PAGE_KEYS: ClassVar[tuple[Command[Any], ...]] = ()

    def __init__(self, screen: Screen[None]) -> None:
        self.screen = screen

    @property
    def house(self) -> House:
        """The application."""
        return house_of(self.screen)

    @classmethod
    def every_command(cls) -> tuple[Command[Any], ...]:
        """The commands that may ever count here."""
        return (*cls.LINE_KEYS, *cls.PAGE_KEYS, *cls.KEYS)

    def commands(self, *, typing: bool) -> list[Bound]:
        """The commands that count now, the first one for a key before others."""
        here = self.LINE_KEYS if typing else self.PAGE_KEYS
        return [Bound(command, self) for command in (*here, *self.KEYS)]
