"""A text of the room in lines under each other, or what is drawn in its place, with the air between."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import msgspec
from textual.content import Content

from widgets.large_text import Line, drawn, reaching, wide
from widgets.letters import PLAIN, Reach, Size, rows


class Block(msgspec.Struct, frozen=True):
    """A text, broken into lines but not drawn yet; or what is drawn in its place; or the line of the time left."""

    size: Size
    lines: tuple[Line, ...] = ()
    drawing: tuple[Content, ...] = ()

    @property
    def high(self) -> int:
        """The rows it takes at the least."""
        lines = sum(rows(self.size, reaching([line], self.size)) for line in self.lines)
        return len(self.drawing) or lines + self.apart * (len(self.lines) - 1) or 1

    @property
    def apart(self) -> int:
        """Rows between two lines at the least: letters of an even number of rows have no air of their own."""
        return 1 if self.lines and self.size.scale > 1 else 0

    @property
    def wide(self) -> int:
        """The columns it takes."""
        widths = [row.cell_length for row in self.drawing] or [wide(line, self.size) for line in self.lines]
        return max(widths, default=0)

    @property
    def even(self) -> tuple[int, ...]:
        """The rows to add between each two lines so that all stand equally far apart, tails and accents or not."""
        if self.size is PLAIN:
            return (0,) * (len(self.lines) - 1)
        reaches = [reaching([line], self.size) for line in self.lines]
        steps = [_step(before, after, self.size) for before, after in pairwise(reaches)]
        return tuple(int(max(steps) - step) for step in steps)

    def drawn(self, air: int = 0, *, even: bool = False) -> list[Content]:
        """The rows, with so many more between two lines than there are at the least, and ``even`` ones besides."""
        found = list(self.drawing)
        for line, added in zip(self.lines, (0, *self.even), strict=False):
            found += [
                *([Content()] * (air + self.apart + (added if even else 0)) if found else []),
                *drawn(line, self.size, reaching([line], self.size)),
            ]
        return found


def _step(before: Reach, after: Reach, size: Size) -> float:
    """The rows from the line that one stands on to that of the next, where nothing is between."""
    return rows(size, before) + (after.above - before.above) * size.scale / 2


def spread_out(blocks: Sequence[Block], spare: int) -> tuple[int, bool]:
    """What ``spare`` rows do for the lines of these texts: the air between two of them, and whether they stand evenly.

    With half a dot of air, tails touch no capital.
    """
    texts = [block for block in blocks if block.lines]
    uneven = sum(sum(block.even) for block in texts)
    even = uneven <= spare
    spare -= uneven if even else 0
    gaps = sum(len(block.lines) - 1 for block in texts)
    wanted = max((max(1, block.size.scale // 2) - block.apart for block in texts if block.size is not PLAIN), default=0)
    return (min(wanted, spare // gaps) if gaps else 0), even
