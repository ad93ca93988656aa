"""A list for the room, in columns: all of it, in letters of one size, with what is drawn beside or below its lines."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby, product
from typing import NamedTuple

import msgspec
from msgspec.structs import replace
from textual.content import Content

from widgets.large_drawings import drawing_of
from widgets.large_text import SEPARATOR, Line, Word, balanced, drawn, side_by_side, space, wide
from widgets.letters import PLAIN, Reach, Size, columns, reach, rows
from widgets.projected import Bar, Item

MOST_ACROSS = 6
"""Columns of a list at the most."""

NARROWEST = 8
"""Cells of a column at the least; of ordinary text in one of several columns it takes more."""

NARROWEST_OF_SEVERAL = 22

MOST_LINES = 2
"""Lines of one entry, in more than two columns: a text of a word a line is not read."""


MOST_LEVEL = 24
"""Entries that are put on the same rows of several columns; of more, each column is filled."""


class Air(NamedTuple):
    """Rows between two entries of a list, and above a heading."""

    entries: int
    chapters: int


AIRY, TIGHT = (Air(2, 2), Air(1, 2), Air(1, 1)), (Air(0, 1), Air(0, 0))
"""The air of a list, as much as there is room for."""


EDGE = 2
"""Cells of an edge, with the air behind it."""

MOST_TEXT = 0.6
"""The part of a column that a text may take beside what is drawn for it."""


MOST_LABEL = 1 / 3
"""The part that labels may take of one of several columns."""


class Entry(msgspec.Struct, frozen=True):
    """An item broken into lines, with what is drawn for it; it takes ``high`` rows, behind ``hang`` cells."""

    item: Item
    lines: tuple[Line, ...]
    drawing: tuple[Content, ...]
    high: int
    hang: int


class Column(msgspec.Struct, frozen=True):
    """Entries under one another in ``width`` cells, not drawn yet, with ``hang`` cells for the labels.

    With ``beside``, so many cells are for the texts that something is drawn beside; else that stands below them. All
    lines of a list reach equally far, so that its columns stand level.
    """

    entries: tuple[Entry, ...]
    size: Size
    shared: Reach
    hang: int
    width: int
    beside: int = 0

    @property
    def wide(self) -> int:
        """The cells that it takes."""
        if any(entry.drawing for entry in self.entries):
            return self.width
        return max(entry.hang + wide(line, self.size) for entry in self.entries for line in entry.lines)

    @property
    def whole(self) -> bool:
        """Whether every entry stands on one line; a heading may take more."""
        return all(len(entry.lines) == 1 or entry.item.heading for entry in self.entries)

    def high(self, air: Air) -> int:
        """The rows it takes with so much between two entries."""
        first, *others = self._bundles()
        rows_of_all = sum(entry.high for bundle in (first, *others) for entry in bundle)
        return rows_of_all + sum(_above(bundle, air) for bundle in others)

    def in_columns(self, across: int, air: Air, height: int, *, whole: bool = False) -> tuple[Column, ...] | None:
        """Divided over so many columns, none higher than it must be; None when that is too high.

        With ``whole`` all that stands under a heading stays in one of them.
        """
        low, high = max(entry.high for entry in self.entries), height
        if self._divided(high, across, air, whole=whole) is None:
            return None
        while low < high:
            middle = (low + high) // 2
            low, high = (low, middle) if self._divided(middle, across, air, whole=whole) else (middle + 1, high)
        return self._divided(high, across, air, whole=whole)

    def _divided(self, height: int, across: int, air: Air, *, whole: bool) -> tuple[Column, ...] | None:
        """Columns filled one after the other up to this height; a heading goes along with what follows it."""
        filled: list[list[Entry]] = [[]]
        used = 0
        for bundle in self._chapters() if whole else self._bundles():
            high, above = replace(self, entries=tuple(bundle)).high(air), _above(bundle, air)
            if filled[-1] and used + above + high > height:
                filled.append([])
            used = used + above + high if filled[-1] else high
            filled[-1] += bundle
            if used > height or len(filled) > across:
                return None
        return tuple(replace(self, entries=tuple(entries)) for entries in filled)

    def _bundles(self) -> Iterator[list[Entry]]:
        """An entry, with the headings above it."""
        bundle: list[Entry] = []
        for entry in self.entries:
            bundle.append(entry)
            if not entry.item.heading:
                yield bundle
                bundle = []
        if bundle:
            yield bundle

    def _chapters(self) -> Iterator[list[Entry]]:
        """All that stands under a heading, with it; and first what stands under none."""
        chapter: list[Entry] = []
        for bundle in self._bundles():
            if chapter and bundle[0].item.heading:
                yield chapter
                chapter = []
            chapter += bundle
        yield chapter

    def drawn(self, air: Air) -> list[Content]:
        """Every entry whole, its text hanging behind its label; no gap between a heading and what follows it."""
        found: list[Content] = []
        for bundle in self._bundles():
            found += [Content()] * _above(bundle, air) if found else []
            for entry in bundle:
                found += self._entry(entry)
        return found

    def _entry(self, entry: Entry) -> list[Content]:
        label, edge = entry.item.label, Content.styled("▌" if self.size is PLAIN else "█", entry.item.edge)
        front = drawn(((label, _label_style(entry.item)),), self.size, self.shared) if label else []
        if entry.item.edge:
            front = [edge] * entry.high
        body = [row for line in entry.lines for row in drawn(line, self.size, self.shared)]
        if self.beside and entry.drawing:
            return side_by_side([front, body, entry.drawing], [entry.hang, self.beside, 0])
        return side_by_side([front, [*body, *entry.drawing]], [entry.hang, 0])


def level(column: Column, across: int) -> tuple[tuple[Column, ...], ...]:
    """The entries in bands: a heading over all columns, and under it entries on the same rows, downwards first."""
    bands: list[tuple[Column, ...]] = []
    for heading, group in groupby(column.entries, lambda entry: entry.item.heading):
        entries = tuple(group)
        if heading:
            bands.append((replace(column, entries=entries),))
            continue
        deep = -(-len(entries) // across)
        bands += [tuple(replace(column, entries=(each,)) for each in entries[row::deep]) for row in range(deep)]
    return tuple(bands)


def _above(bundle: Sequence[Entry], air: Air) -> int:
    """The rows above an entry that others stand over."""
    return air.chapters if bundle[0].item.heading else air.entries


def _label_style(item: Item) -> str:
    """A label is quiet, but for what is now and what is said by it."""
    return "bold $accent" if item.style.endswith("$accent") else "bold $foreground" if item.fact else "bold $muted"


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
    def high(self) -> int:
        """How many rows."""
        return sum(above + max(column.high(self.air) for column in band) for above, band in self._spaced())

    def drawn(self) -> list[Content]:
        """The rows."""
        found: list[Content] = []
        for above, band in self._spaced():
            found += [Content()] * above
            found += side_by_side([column.drawn(self.air) for column in band], self.pitches[: len(band)])
        return found

    def _spaced(self) -> Iterator[tuple[int, tuple[Column, ...]]]:
        """Each band, with the rows above it: none under a heading."""
        before: Entry | None = None
        for band in self.bands:
            headed = before is None or before.item.heading
            yield 0 if headed else _above(band[0].entries, self.air), band
            before = band[0].entries[-1]


def alone(_air: Air) -> int:
    """No rows above a list that stands under nothing."""
    return 0


def arranged(
    items: tuple[Item, ...],
    size: Size,
    width: int,
    height: int,
    airs: tuple[Air, ...],
    *,
    above: Callable[[Air], int] = alone,
) -> Arranged | None:
    """The list in so many rows, in as few columns as there can be; None when not all of it fits.

    What can be said in short is not broken over lines. ``above`` says how many of the rows stay free over a list of
    so much air.
    """
    apart = 4 if size is PLAIN else int(6 * size.per_dot)
    if any(item.label for item in items):
        # No label is nearer to what stands before it than to its text.
        apart = max(apart, 3 * _behind_labels(size) // 2)
    for across in range(1, min(MOST_ACROSS, len(items)) + 1):
        each = (width - apart * (across - 1)) // across
        narrowest = NARROWEST_OF_SEVERAL if across > 1 and size is PLAIN else NARROWEST
        ways = list(_ways(items, size, width, each)) if each >= narrowest else []
        if not ways:
            break
        for column in ways:
            if across > 1 and column.hang > each * MOST_LABEL:
                continue
            if across > 2 and any(len(entry.lines) > MOST_LINES for entry in column.entries):
                continue
            # A chapter is cut at last, where it does not fit whole with any air or with none.
            for cut, air in product((False, True) if airs[-1] == TIGHT[-1] else (False,), airs):
                if found := _divided(column, across, air, (width, each, apart), height - above(air), cut=cut):
                    return found
    return None


def _ways(items: tuple[Item, ...], size: Size, width: int, each: int) -> Iterator[Column]:
    """The items for columns of this width, or of the whole width where their entries stay whole in fewer cells."""
    beside, below = (_column(items, size, each, width, beside=beside) for beside in (True, False))
    if beside:
        yield beside
    if each < width and not any(item.drawing for item in items) and not (below and below.whole):
        unbroken = _column(items, size, width, width)
        if unbroken and unbroken.whole:
            yield unbroken
    if below:
        yield below
    if folded := _column(items, size, each, each):
        yield folded


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
    """How far apart the columns begin: equally, or each as wide as its widest entry; none where they do not fit."""
    width, each, apart = widths
    across = max(map(len, bands))
    if any(band[0].wide > width for band in bands):
        return ()
    abreast = [band for band in bands if len(band) > 1 or across == 1]
    taken = [max((band[place].wide for band in abreast if place < len(band)), default=0) for place in range(across)]
    if max(taken) <= each:
        return (each + apart,) * across
    return tuple(one + apart for one in taken) if sum(taken) + apart * (across - 1) <= width else ()


@lru_cache(maxsize=512)
def _column(items: tuple[Item, ...], size: Size, width: int, over: int, *, beside: bool = False) -> Column | None:
    """The items for a column of this width; None when a word or a drawing of them is too wide for it.

    A heading has the width that it stands ``over``, of all columns.
    ``beside`` is for lists with something drawn, where each text with a drawing takes one line.
    """
    labels = max((columns(item.label, size) for item in items if item.label), default=0)
    hang = labels + _behind_labels(size) if labels else EDGE if any(item.edge for item in items) else 0
    shared = reach((word for item in items for word in (item.label, item.text, item.aside, _said(item))), size)
    hangs = [0 if item.heading and not (item.label or item.edge) else hang for item in items]
    texts = [
        _broken(item, size, (over if item.heading and not item.drawing else width) - each)
        for item, each in zip(items, hangs, strict=True)
    ]
    if not all(texts) or any(item.short and len(lines or ()) > 1 for item, lines in zip(items, texts, strict=True)):
        return None
    taken = _taken(items, texts, size, width - hang) if beside else 0
    if taken is None:
        return None
    entries = []
    for item, lines, before in zip(items, texts, hangs, strict=True):
        drawing = drawing_of(item.drawing, width - hang - taken, size, shared) if item.drawing else []
        if drawing is None:
            return None
        if isinstance(item.drawing, Bar) and not taken and size is not PLAIN:
            # No tail touches the bar.
            drawing = [Content(), *drawing]
        high = len(lines or ()) * rows(size, shared)
        high = max(high, len(drawing)) if taken else high + len(drawing)
        entries.append(Entry(item, lines or (), tuple(drawing), high, before))
    return Column(tuple(entries), size, shared, hang, width, taken)


def _taken(items: Sequence[Item], texts: Sequence[tuple[Line, ...] | None], size: Size, width: int) -> int | None:
    """The cells for the texts that something is drawn beside; None without any, and where one takes too much."""
    longest = [lines for item, lines in zip(items, texts, strict=True) if item.drawing and lines]
    if not longest or any(len(lines) > 1 for lines in longest):
        return None
    taken = max(wide(lines[0], size) for lines in longest) + space(size, 2)
    return taken if taken <= width * MOST_TEXT else None


def _behind_labels(size: Size) -> int:
    """The cells between a label and its text."""
    return space(size, 2)


def _said(item: Item) -> str:
    return item.drawing.said if isinstance(item.drawing, Bar) else ""


def _broken(item: Item, size: Size, width: int) -> tuple[Line, ...] | None:
    """The item in lines; facts behind it stay together where they can: at the end of a line nothing would join them."""
    tied = item.aside.replace(" ", "\u00a0")
    together = replace(item, aside=tied) if SEPARATOR in tied and columns(tied, size) <= width else item
    return balanced(_words(together), size, width) or balanced(_words(item), size, width)


def _words(item: Item) -> tuple[Word, ...]:
    style = f"bold {item.style or ('$muted' if item.heading else '$foreground')}"
    return ((item.text, style), (item.aside, "$muted"))


def crowded(items: Sequence[Item], width: int) -> list[Content]:
    """All of it in ordinary text, however many rows that takes."""
    whole = tuple(replace(item, short="") for item in items)
    most = max(NARROWEST, width)
    column = _column(whole, PLAIN, most, most) if whole else None
    return column.drawn(Air(0, 0)) if column else []
