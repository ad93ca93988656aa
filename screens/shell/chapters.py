"""Chapters in the page of a screen, which is as wide as they have use for."""

from __future__ import annotations

from collections.abc import Sequence

from textual.screen import Screen

from screens.shell.air import give_air
from widgets.ledger import Chapter, Ledger


def show_chapters(screen: Screen[None], chapters: Sequence[Chapter]) -> None:
    """Show them; where there are enough for two columns the screen has the class for a wider page, with its line."""
    screen.set_class(len(chapters) > 1, "-columns")
    page = screen.query_one(Ledger)
    page.show(chapters)
    give_air(screen, page)
