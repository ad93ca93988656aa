"""The one thing that a page is about, in drawn letters: on a screen as high as a wall, for it may be mirrored."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.content import Content

from widgets.large_block import Block
from widgets.large_text import balanced
from widgets.letters import NARROW, SMALL, STOUT, Size

HIGH = 46
"""Rows of a screen from which on it is drawn: from there on pages have more air too, and few are as long."""

Sizes = Sequence[tuple[Size, int]]
"""Letters, the fullest first, and how many lines of them there may be at the most."""

SIZES: Sizes = ((STOUT, 1), (NARROW, 1), (SMALL, 2))
"""Those above a work that needs the rows."""

FULL: Sizes = ((STOUT, 2), (NARROW, 2), (SMALL, 2))
"""Those of a page that has rows to spare."""


def drawings(said: str, width: int, sizes: Sizes = SIZES) -> Iterator[list[Content]]:
    """The ways to draw it in so many cells, the fullest letters first; none where it is too long for any of them."""
    for size, most in sizes:
        # Blocks have no line under them, whatever the text has as ordinary text.
        lines = balanced(((said, "not underline"),), size, width) if said.strip() else ()
        if lines and len(lines) <= most:
            yield Block(size, lines).drawn()
