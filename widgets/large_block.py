"""A text of the room in lines under each other, or what is drawn in its place, with the air between."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate, pairwise

import msgspec
from textual.content import Content

from widgets.large_text import Line, clear, drawn, reaching, share_rows, upon, wide
from widgets.letters import PLAIN, Reach, Size, halves, rows


class Block(msgspec.Struct, frozen=True):
    """A text, broken into lines but not drawn yet; or what is drawn in its place; or the line of the time left.

    It consists of sentences of so many lines: two of them stand so many half rows further ``apart`` than its lines do.
    In a ``snug`` one these may touch the rows of each other where no tail hangs near a capital.
    """

    size: Size
    lines: tuple[Line, ...] = ()
    drawing: tuple[Content, ...] = ()
    sentences: tuple[int, ...] = ()
    apart: int = 0
    snug: bool = False

    @property
    def high(self) -> int:
        """The rows it takes at the least."""
        if not self.lines:
            return len(self.drawing) or 1
        over, last = self._placed()[-1]
        return over + rows(self.size, last)

    @property
    def under(self) -> int:
        """Half rows from the line that the last letters stand on to what comes below."""
        if not self.lines or self.size is PLAIN:
            return 0
        _over, last = self._placed()[-1]
        return 2 * rows(self.size, last) - halves(self.size, last._replace(below=0))

    @property
    def wide(self) -> int:
        """The columns it takes."""
        widths = [row.cell_length for row in self.drawing] or [wide(line, self.size) for line in self.lines]
        return max(widths, default=0)

    @property
    def least(self) -> int:
        """Half rows between two lines at the least."""
        return 0 if self.snug and all(clear(*pair, self.size) for pair in pairwise(self.lines)) else least(self.size)

    def drawn(self, air: int = 0) -> list[Content]:
        """The rows, with so many half rows more between two lines than there are at the least."""
        found = list(self.drawing)
        for line, (over, reach) in zip(self.lines, self._placed(air), strict=True):
            found = upon(found, over, drawn(line, self.size, reach))
        return found

    def _placed(self, air: int = 0) -> Sequence[tuple[int, Reach]]:
        return _placed(self.lines, self.size, air + self.least, tuple(accumulate(self.sentences)), self.apart)


@lru_cache(maxsize=2048)
def _placed(
    lines: tuple[Line, ...], size: Size, air: int, starts: tuple[int, ...], apart: int
) -> tuple[tuple[int, Reach], ...]:
    """The rows over each line, and how far it reaches: all stand equally far apart, tails and accents or not.

    A line that ``starts`` a sentence stands further ``apart`` from the one before it.
    It is asked again for every size and air of a list that is tried.
    """
    reaches = [reaching([line], size) for line in lines]
    steps = [_step(*pair, size) for pair in pairwise(lines)]
    step = max(steps, default=0) + air
    tops = [
        place * step + apart * sum(start <= place for start in starts) + (reaches[0].above - reach.above) * size.scale
        for place, reach in enumerate(reaches)
    ]
    return tuple((top // 2, reach._replace(lowered=top % 2)) for top, reach in zip(tops, reaches, strict=True))


def _step(before: Line, after: Line, size: Size) -> int:
    """Half rows from the capitals of a line to those of the next: tails and accents that are far apart share theirs."""
    above, below = reaching([after], size).above, reaching([before], size).below
    between = max(above, below) if share_rows(before, after, size) else above + below
    return halves(size, Reach(below=between))


def least(size: Size) -> int:
    """Half rows between two lines at the least: tails touch no capital."""
    return 0 if size is PLAIN else min(size.scale, 2)


def spread_out(blocks: Sequence[Block], spare: int) -> int:
    """The half rows to add between two lines of these texts, of ``spare`` rows: a text stays together.

    A dot is between two lines, or two where a dot is half a row; what else is spare goes around the text.
    """
    texts = [block for block in blocks if block.lines]
    gaps = sum(len(block.lines) - 1 for block in texts)
    drawn_ones = [block for block in texts if block.size is not PLAIN]
    wanted = max((max(2, block.size.scale) - block.least for block in drawn_ones), default=0)
    return min(wanted, 2 * spare // gaps) if gaps else 0
