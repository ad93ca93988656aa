"""Air around what stands above a page, also in a small terminal, where the page has lines to spare for it."""

from __future__ import annotations

from textual.screen import Screen

from widgets.page import Page

AIR = 3
"""Lines that the class ``-roomy`` takes of a page at most."""


def give_air(screen: Screen[None], page: Page) -> None:
    """Give the screen the class ``-roomy`` where its page has these lines to spare, once it is laid out."""
    screen.call_after_refresh(_settle, screen, page)


def _settle(screen: Screen[None], page: Page) -> None:
    if page.size.height:
        there = page.size.height + (AIR if screen.has_class("-roomy") else 0)
        screen.set_class(page.high + AIR <= there, "-roomy")
