"""A list for the room, in columns: all of it, in letters of one size, with what is drawn beside or below its lines."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import product

import msgspec
from msgspec.structs import replace
from textual.content import Content

from widgets.large_column import KEPT, Air, Column, Entry, level
from widgets.large_entries import behind_labels, column_of
from widgets.large_text import side_by_side
from widgets.large_widths import shorter, unequal
from widgets.letters import PLAIN, Size
from widgets.projected import Item, Spread

MOST_ACROSS = 6
"""Columns of a list at the most."""

NARROWEST = 8
"""Cells of a column at the least; of ordinary text in one of several columns it takes more."""

NARROWEST_OF_SEVERAL = 22

MOST_LINES, MOST_LINES_OF_TWO = 2, 3
"""Lines of one entry, in more than two columns and in two: a text of a word a line is not read."""

MOST_LEVEL = 24
"""Entries that are put on the same rows of several columns; of more, each column is filled."""

AIRY = (Air(2, 2, 1), Air(2, 2), Air(1, 2, 1), Air(1, 2), Air(1, 1))
TIGHT = Air(0, 1), Air(0, 0)
"""The air of a list, as much as there is room for."""

TALLER = (2.0, 1.5, 1.0, 0.8)
"""How many times as high columns are, as there is room beside their texts."""

MOST_LABEL = 1 / 3
"""The part that labels may take of one of several columns."""


class Arranged(msgspec.Struct, frozen=True):
    """A list that fits: bands of columns under one another, how far apart the columns begin, and the air in it."""

    bands: tuple[tuple[Column, ...], ...]
    pitches: tuple[int, ...]
    air: Air

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All of them, a band after the other."""
        return tuple(entry for band in self.bands for column in band for entry in column.entries)

    @property
    def broken(self) -> int:
        """How many lines of text all entries take."""
        return sum(len(entry.lines) for entry in self.entries)

    @property
    def headed(self) -> int:
        """How many lines its headings take."""
        return sum(len(entry.lines) for entry in self.entries if entry.item.heading)

    @property
    def high(self) -> int:
        """How many rows."""
        return sum(above + max(column.high(self.air) for column in band) for above, band in self._spaced())

    def drawn(self) -> list[Content]:
        """The rows."""
        found: list[Content] = []
        for above, band in self._spaced():
            raised = max(column.raised for column in band)
            found += [Content()] * (above - raised)
            level = [[Content()] * (raised - column.raised) + column.drawn(self.air) for column in band]
            found += side_by_side(level, self.pitches[: len(band)])
        return found

    def _spaced(self) -> Iterator[tuple[int, tuple[Column, ...]]]:
        """Each band, with the rows above it."""
        before: Entry | None = None
        for band in self.bands:
            above = max(column.over(before, self.air) for column in band)
            yield above, band
            before = band[0].entries[-1]


def arranged(
    items: tuple[Item, ...],
    size: Size,
    width: int,
    height: int,
    airs: tuple[Air, ...],
    *,
    above: Callable[[Column, Air], int] = lambda _column, _air: 0,
    close: bool = False,
) -> Arranged | None:
    """The list in so many rows, in as few columns as there can be; None when not all of it fits.

    What can be said in short is not broken over lines. ``above`` says how many of the rows stay free over a list of
    so much air. More columns go before chapters that nothing parts.
    """
    parted = tuple(air for air in airs if air.chapters) if any(item.heading for item in items) else ()
    tiers = (parted, airs) if parted and parted != airs else (airs,)
    found = (_in_columns(items, size, width, height, tier, above=above, close=close) for tier in tiers)
    return next(filter(None, found), None)


def _in_columns(
    items: tuple[Item, ...],
    size: Size,
    width: int,
    height: int,
    airs: tuple[Air, ...],
    *,
    above: Callable[[Column, Air], int],
    close: bool,
) -> Arranged | None:
    """The same with some of this air."""
    apart = 4 if size is PLAIN else int(6 * size.per_dot)
    if any(item.label or item.edge for item in items):
        # No label or edge is nearer to what stands before it than to its text; a fact is far nearer to what it says.
        apart = max(apart, (4 if any(item.fact for item in items) else 3) * behind_labels(items, size) // 2)
    for across in range(1, min(MOST_ACROSS, len(items)) + 1):
        each = (width - apart * (across - 1)) // across
        narrowest = NARROWEST_OF_SEVERAL if across > 1 and size is PLAIN else NARROWEST
        ways = list(_ways(items, size, width, each, close=close)) if each >= narrowest else []
        if not ways:
            break
        if _torn(items, across):
            continue
        for column in ways:
            if across > 1 and not _reads_well(column, across, each):
                continue
            # A chapter is cut at last, where it does not fit whole with any air or with none.
            for cut, air in product((False, True) if airs[-1] == TIGHT[-1] else (False,), airs):
                if found := _divided(column, across, air, (width, each, apart), height - above(column, air), cut=cut):
                    return found
    return None


def _torn(items: Sequence[Item], across: int) -> bool:
    """Whether numbered items would have one left over for the last column."""
    numbered = [item.label for item in items] == [str(number + 1) for number in range(len(items))]
    deep = -(-len(items) // across)
    return numbered and deep > 1 and len(items) - deep * (across - 1) < 2


def _reads_well(column: Column, across: int, each: int) -> bool:
    """Whether texts keep enough of one of several columns, and take few lines each; two chapters may take more."""
    headed = any(entry.item.heading for entry in column.entries)
    most = MOST_LINES if across > 2 else MOST_LINES_OF_TWO
    few = (across == 2 and headed) or all(len(entry.lines) <= most for entry in column.entries)
    return few and column.hang <= each * MOST_LABEL


def _ways(items: tuple[Item, ...], size: Size, width: int, each: int, *, close: bool) -> Iterator[Column]:
    """The items for columns of this width, or of the whole width where their entries stay whole in fewer cells."""
    measured = any(isinstance(item.drawing, Spread) for item in items)
    for taller in TALLER if measured else (1.0,):
        if beside := column_of(items, size, each, width, beside=True, close=close, taller=taller):
            yield beside
    below = column_of(items, size, each, width, close=close)
    drawn = any(item.drawing for item in items)
    if each < width and not drawn and not (below and below.whole):
        unbroken = column_of(items, size, width, width, close=close)
        if unbroken and unbroken.whole:
            yield unbroken
    if below:
        # Two columns of other widths go before equal ones in which texts take more lines.
        wides = unequal(items, 2 * each) if 2 * each <= width < 3 * each and not drawn else ()
        yield from shorter((column_of(items, size, each, width, close=close, wides=wide) for wide in wides), below)
        yield below
    if folded := column_of(items, size, each, each, close=close):
        yield folded


@lru_cache(maxsize=KEPT)
def _divided(
    column: Column, across: int, air: Air, widths: tuple[int, int, int], height: int, *, cut: bool
) -> Arranged | None:
    """The column in so many: on the same rows, unless each chapter stays in a column; None where too high.

    A chapter is ``cut``, to go on in the next column, only in ordinary text and where it has more than are put level.

    ``widths`` are the cells that there are, those of one of equal columns, and those between two.
    """
    headed = across > 1 and any(entry.item.heading for entry in column.entries)
    side = column.in_columns(across, air, height, whole=headed)
    few = len(column.entries) <= MOST_LEVEL
    measured = headed and any(entry.drawing for entry in column.entries if not entry.item.heading)
    ways: list[tuple[tuple[Column, ...], ...]] = [(side,)] if side else []
    if across > 1 and few and not measured and not (side and (headed or column.whole)):
        ways.insert(0, level(column, across))
    if cut and headed and (column.size is PLAIN or not few):
        ways = [(found,) for found in (column.in_columns(across, air, height),) if found]
    for bands in ways:
        pitches = _pitches(bands, widths)
        whole = Arranged(bands, pitches, air) if pitches else None
        if whole and whole.high <= height:
            return whole
    return None


def _pitches(bands: Sequence[Sequence[Column]], widths: tuple[int, int, int]) -> tuple[int, ...]:
    """How far apart the columns begin: equally, or with as much between any two; none where they do not fit."""
    width, each, apart = widths
    across = max(map(len, bands))
    if any(band[0].wide > width for band in bands):
        return ()
    abreast = [band for band in bands if len(band) > 1 or across == 1]
    taken = [max((band[place].wide for band in abreast if place < len(band)), default=0) for place in range(across)]
    if max(taken) <= each:
        # Of more than two the last one ends at the right as the first one begins at the left.
        whole = (width - taken[-1]) // (across - 1) if across > 2 else 0
        return (max(each + apart, whole),) * across
    spare = width - sum(taken) - apart * (across - 1)
    return tuple(one + apart + spare // across for one in taken) if spare >= 0 else ()


def crowded(items: Sequence[Item], width: int) -> list[Content]:
    """All of it in ordinary text, however many rows that takes."""
    whole = tuple(replace(item, short="") for item in items)
    most = max(NARROWEST, width)
    column = column_of(whole, PLAIN, most, most) if whole else None
    return column.drawn(Air(0, 0)) if column else []
