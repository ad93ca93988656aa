"""The board shows only the post-its with some letters."""

from __future__ import annotations

from typing import ClassVar

from textual.content import Content

from data.i18n import N_, _
from data.text import fold
from screens.brainstorm.asking import Ask, Asking
from screens.brainstorm.canvas import Canvas, Keys
from widgets.command import Command


class Filtering:
    """The letters are shown at work while they are typed; Enter keeps them."""

    def __init__(self, canvas: Canvas, asking: Asking) -> None:
        self._canvas = canvas
        self._asking = asking

    def show_only(self) -> None:
        """Show only the post-its with these letters."""

        def keep(typed: str) -> bool:
            self._canvas.show_as(filter=typed)
            return True

        def hint(typed: str) -> Content:
            notes = self._canvas.found.notes
            count = sum(fold(typed) in fold(note.text) for note in notes)
            told = _("{n} of {total} · Enter keeps the filter · Esc shows everything")
            return Content(told.format(n=count, total=len(notes)))

        shown = self._canvas.showing.filter
        self._asking.ask(Ask(_("Filter"), keep, shown, hint, lambda typed: self._canvas.show_as(filter=typed)))

    def let_go(self) -> bool:
        """Show everything again; says whether something was hidden."""
        hidden = bool(self._canvas.showing.filter)
        if hidden:
            self._canvas.show_as(filter="")
        return hidden

    # -- its keys

    KEYS: ClassVar[Keys[Filtering]] = Keys(
        everywhere=(Command(show_only, N_("Filter"), N_("Show only post-its with these letters"), ("ctrl+f",)),),
        board=(Command(show_only, N_("Filter"), N_("Show only post-its with these letters"), ("slash",)),),
    )
