"""Air around what stands above a page or a form, also in a small terminal, where that has lines to spare for it."""

from __future__ import annotations

from textual.screen import Screen
from textual.widget import Widget

from widgets.page import Page

AIR = 3
"""Lines that the class ``-roomy`` takes at most."""


def give_air(screen: Screen[None], work: Widget) -> None:
    """Give the screen the class ``-roomy`` where its page or form has these lines to spare, once it is laid out."""
    screen.call_after_refresh(_settle, screen, work)


def _settle(screen: Screen[None], work: Widget) -> None:
    if work.size.height:
        there = work.size.height + (AIR if screen.has_class("-roomy") else 0)
        screen.set_class(_high(work) + AIR <= there, "-roomy")


def _high(work: Widget) -> int:
    """The lines it takes, also those out of sight."""
    if isinstance(work, Page):
        return work.high
    return max((child.virtual_region.bottom for child in work.children if child.display), default=0)
