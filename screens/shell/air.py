"""Air around what stands above a page or a form, also in a small terminal, where that has lines to spare for it."""

from __future__ import annotations

from textual.screen import Screen
from textual.widget import Widget

from widgets.board_view import BoardView
from widgets.page import Page

AIR = 3
"""Lines that the class ``-roomy`` takes at most."""

LEAST = 12
"""A page has that air from so many lines on: it is better scrolled than glued below what stands above it."""


AROUND = ("-snug", "-snugger")
"""Classes of which each takes one line of air around a board away: the first that below it, the second that above."""


def give_way(screen: Screen[None], board: BoardView) -> None:
    """Take as much of the air around a board away, once it is laid out, as brings all of its cards in sight."""
    screen.call_after_refresh(_snug, screen, board)


def _snug(screen: Screen[None], board: BoardView) -> None:
    if board.size.height:
        there = board.size.height - sum(screen.has_class(each) for each in AROUND)
        lacking = board.arrangement.height - there
        for taken, each in enumerate(AROUND, start=1):
            screen.set_class(taken <= lacking <= len(AROUND), each)


def give_air(screen: Screen[None], work: Widget) -> None:
    """Give the screen the class ``-roomy``, once it is laid out, where its page or form has the lines for it.

    A lower one has it where nothing of it goes out of sight for that.
    """
    screen.call_after_refresh(_settle, screen, work)


def _settle(screen: Screen[None], work: Widget) -> None:
    if not work.size.height:
        return
    high, there = _high(work), work.size.height
    taken = 0 if screen.has_class("-roomy") else AIR
    screen.set_class(there >= LEAST - AIR + taken or high + taken <= there, "-roomy")


def _high(work: Widget) -> int:
    """The lines it takes, also those out of sight."""
    if isinstance(work, Page):
        return work.high
    return max((child.virtual_region.bottom for child in work.children if child.display), default=0)
