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

SPARSE = 1 / 2
"""So much of a page its entries take at most with two blank lines between them."""

THREE = 3
"""The most lines that stand together in a long list with air in it."""


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
    THREES = 6
    """And behind every third entry of the other chapters of single lines that no mark tells apart: a long list in which
    the eye keeps its place. Between others three of them would look like a group."""
    FIRST = 7
    """Or between all entries of the first chapter of a column."""
    MOST = 8
    """Or of all its chapters but the last of several: what stands first is read first."""
    ALL = 9
    """Between all entries."""
    TWICE = 10
    """Two of them, where that leaves enough of the page free for it not to look torn."""

    @property
    def heads(self) -> bool:
        """Whether headings have air above and below them."""
        return self not in {Air.NONE, Air.GROUPS, Air.UNMARKED, Air.ROWS}

    @property
    def between(self) -> int:
        """Blank lines between two entries that have any."""
        return 2 if self is Air.TWICE else 1

    def most(self, height: int) -> float:
        """The lines that entries with this air may take on a page of so many."""
        return (SPARSE * height if height >= HIGH else 0) if self is Air.TWICE else height


class Drawn(NamedTuple):
    """A chapter as it is drawn, without air: the lines of its heading, then those of each of its entries.

    Of one that is ``marked`` each entry has a mark. ``close`` are the entries as they are drawn where not each has air.
    """

    heading: list[Line]
    entries: list[list[Line]]
    marked: bool
    close: list[list[Line]]

    def parts(self, air: Air, place: int, of: int) -> frozenset[int]:
        """Above which of its entries a blank line stands, of the chapter in this place of so many in a column."""
        every = frozenset(range(1, len(self.entries)))
        several = 2 * sum(len(entry) > 1 for entry in self.entries) > len(self.entries)
        aired = {Air.FIRST: place == 0, Air.MOST: place == 0 or place < of - 1, Air.ALL: True, Air.TWICE: True}
        if aired.get(air) or (several and air >= (Air.ROWS if self.marked else Air.UNMARKED)):
            return every
        even = not self.marked and all(len(entry) == 1 for entry in self.entries)
        return threes(len(self.entries)) if air is Air.THREES and even else frozenset()


def most(columns: Sequence[Sequence[Drawn]], height: int) -> Air:
    """The most air with which all of it is in sight; of what is scrolled without any, what is easier to read for it."""

    def high(air: Air) -> int:
        return max(len(joined(each, air)) for each in columns)

    close = high(Air.NONE)
    if close <= height:
        return max((air for air in Air if high(air) <= air.most(height)), key=lambda air: (high(air), air))
    if height < HIGH:
        return Air.UNMARKED if height >= LEAST else Air.NONE
    return Air.SEVERAL if close > FAR * height or high(Air.ROWS) > close else Air.NONE


def joined(chapters: Sequence[Drawn], air: Air) -> list[Line]:
    """The lines of chapters below one another, with this air."""
    lines: list[Line] = []
    for place, chapter in enumerate(chapters):
        parts = chapter.parts(air, place, len(chapters))
        if lines:
            lines += [[]] * (air.between + (air.heads or air is Air.GROUPS))
        lines += chapter.heading
        if air.heads and chapter.heading and chapter.entries:
            lines.append([])
        aired = len(parts) + 1 >= len(chapter.entries)
        for number, entry in enumerate(chapter.entries if aired else chapter.close):
            lines += [[]] * air.between if number in parts else []
            lines += entry
    return lines


def threes(count: int) -> frozenset[int]:
    """Above which of so many lines a blank one stands where no more than three are together, in even parts.

    A short list has none: two parts of it would look like two kinds.
    """
    parts = -(-count // THREE) if count > 2 * THREE else 1
    return frozenset(-(-count * part // parts) for part in range(1, parts))


def spread(count: int, height: int) -> frozenset[int]:
    """Above which of so many lines a blank one stands in a list of this height: of all, of every third one, or none."""
    every = frozenset(range(1, count))
    return next((parts for parts in (every, threes(count)) if count + len(parts) <= height), frozenset())
