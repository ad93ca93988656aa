"""Blank lines on a page: as many as all of it leaves, first around headings, then between entries."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import NamedTuple

from widgets.page import Line

LEAST, HIGH = 12, 20
"""A page that is scrolled has air between entries of several lines from so many lines on, at first not between those
that a mark tells apart; and around headings."""

FAR = 3 / 2
"""Of a page that is so many times as high as its place, air around headings takes little out of sight."""


class Air(IntEnum):
    """Where blank lines stand, the least of them first.

    A heading always has one above it, and two where headings have air of their own.
    """

    NONE = 0
    GROUPS = 1
    """One more above each heading."""
    HEADS = 2
    """And one below it."""
    UNMARKED = 3
    """Between the entries of a chapter of mostly several lines that no mark tells apart, and not around its heading."""
    ROWS = 4
    """Between those with a mark too."""
    SEVERAL = 5
    """Between those, and around every heading."""
    ALL = 6
    """Between all entries."""

    @property
    def heads(self) -> bool:
        """Whether headings have air above and below them."""
        return self not in {Air.NONE, Air.GROUPS, Air.UNMARKED, Air.ROWS}


class Drawn(NamedTuple):
    """A chapter as it is drawn, without air: the lines of its heading, then those of each of its entries.

    Of one that is ``marked`` each entry has a mark.
    """

    heading: list[Line]
    entries: list[list[Line]]
    marked: bool

    def parted(self, air: Air) -> bool:
        """Whether a blank line stands between its entries."""
        several = 2 * sum(len(entry) > 1 for entry in self.entries) > len(self.entries)
        return air is Air.ALL or (several and air >= (Air.ROWS if self.marked else Air.UNMARKED))


def most(columns: Sequence[Sequence[Drawn]], height: int) -> Air:
    """The most air with which all of it is in sight; of what is scrolled without any, what is easier to read for it."""

    def high(air: Air) -> int:
        return max(len(joined(each, air)) for each in columns)

    close = high(Air.NONE)
    if close <= height:
        return max((air for air in Air if high(air) <= height), key=lambda air: (high(air), air))
    if height < HIGH:
        return Air.UNMARKED if height >= LEAST else Air.NONE
    return Air.SEVERAL if close > FAR * height or high(Air.ROWS) > close else Air.NONE


def joined(chapters: Sequence[Drawn], air: Air) -> list[Line]:
    """The lines of chapters below one another, with this air."""
    lines: list[Line] = []
    for chapter in chapters:
        if lines:
            lines += [[], []] if air.heads or air is Air.GROUPS else [[]]
        lines += chapter.heading
        if air.heads and chapter.heading and chapter.entries:
            lines.append([])
        for number, entry in enumerate(chapter.entries):
            lines += [[]] if number and chapter.parted(air) else []
            lines += entry
    return lines
