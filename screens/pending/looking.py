"""How what is open is looked at: one kind of it, grouped otherwise, with some letters, closed ones too."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import ClassVar

from textual.screen import Screen

from data.i18n import N_, _
from data.model import Strand
from screens.dialogs.ask import AskLine
from screens.pending.view import Grouping, Sight
from screens.shell.part import Part
from widgets.command import Command


class Looking(Part):
    """What is in sight; ``show`` draws the screen."""

    def __init__(self, screen: Screen[None], show: Callable[[], None]) -> None:
        super().__init__(screen)
        self._show = show
        self.sight = Sight()

    def _look(self, sight: Sight) -> None:
        self.sight = sight
        self._show()

    def only(self, number: int) -> bool:
        """Show one kind by its number, or with 0 everything; says whether there is such a kind."""
        every = (None, *Strand)
        if number >= len(every):
            return False
        self._look(Sight(grouping=self.sight.grouping) if number == 0 else replace(self.sight, strand=every[number]))
        return True

    def group(self) -> None:
        """Group it in the next way."""
        ways = list(Grouping)
        self._look(replace(self.sight, grouping=ways[(ways.index(self.sight.grouping) + 1) % len(ways)]))

    def closed(self) -> None:
        """Show what is closed as well, or no longer."""
        self._look(replace(self.sight, closed=not self.sight.closed))

    def letters(self) -> None:
        """Show only what has some letters, in its text or in a name."""
        self.house.push_screen(AskLine(_("Show only what contains these letters"), self.sight.letters), self._letters)

    def _letters(self, typed: str | None) -> None:
        if typed is not None:
            self._look(replace(self.sight, letters=typed))

    PAGE_KEYS: ClassVar[tuple[Command[Looking], ...]] = (
        Command(
            letters,
            N_("Letters"),
            N_("Show only what contains these letters, in the text or a name"),
            ("slash", "f"),
            20,
        ),
        Command(group, N_("Group"), N_("By kind, status, session or person"), ("g",), 18),
        Command(closed, N_("Closed too"), N_("Show or hide what is closed"), ("z",), 19),
    )
