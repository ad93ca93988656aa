"""Air around what stands above a page or a form, also in a small terminal, where that has lines to spare for it."""

from __future__ import annotations

from weakref import WeakKeyDictionary

from textual.screen import Screen
from textual.widget import Widget

from widgets.page import Page

AIR = 3
"""Lines that the class ``-roomy`` takes at most."""

LEAST = 12
"""A page that is scrolled keeps at least so many lines of its own without that air."""


def give_air(screen: Screen[None], work: Widget) -> None:
    """Give the screen the class ``-roomy``, once it is laid out, where that keeps nothing out of sight.

    That is where its page or form has these lines to spare, and where it is scrolled with or without them.
    """
    if screen not in _waiting:
        screen.call_after_refresh(_settle, screen)
    _waiting[screen] = work


_waiting: WeakKeyDictionary[Screen[None], Widget] = WeakKeyDictionary()
"""What is to be measured: once, though a screen asks twice. The second time would measure what is not laid out yet."""


def _settle(screen: Screen[None]) -> None:
    work = _waiting.pop(screen)
    if not work.size.height:
        return
    high, there = _high(work), work.size.height
    spared = high + AIR <= there or high > there >= LEAST
    # The air took at least one line of a page that has it: that one may be all it is short of.
    screen.set_class(high != there + 1 if screen.has_class("-roomy") else spared, "-roomy")


def _high(work: Widget) -> int:
    """The lines it takes, also those out of sight."""
    if isinstance(work, Page):
        return work.high
    return max((child.virtual_region.bottom for child in work.children if child.display), default=0)
