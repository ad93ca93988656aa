"""Chapters in the page of a screen."""

from __future__ import annotations

from collections.abc import Sequence

from textual.screen import Screen

from screens.shell.air import give_air
from widgets.ledger import Chapter, Ledger


def show_chapters(screen: Screen[None], chapters: Sequence[Chapter]) -> None:
    """Show them, with the air that the page has lines to spare for."""
    page = screen.query_one(Ledger)
    page.show(chapters)
    give_air(screen, page)
