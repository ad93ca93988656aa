"""How wide the work of a screen is: beyond some columns the eye loses its line, and the work stands in the middle."""

from __future__ import annotations

from textual.screen import Screen

WIDEST = 172
"""Columns that the work of most places takes at most; the house style says so with ``max-width`` on ``#work``."""


def across(screen: Screen[None]) -> int:
    """The columns of such work, also before it is laid out."""
    return min(WIDEST, screen.size.width)
