"""A list for the room, in columns: all of it, in letters of one size, with what is drawn beside or below its lines."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

import msgspec
from msgspec.structs import replace
from textual.content import Content

from widgets.large_drawings import drawing_of
from widgets.large_text import Line, Word, balanced, drawn, side_by_side, space, wide
from widgets.letters import PLAIN, Reach, Size, columns, reach, rows
from widgets.projected import Bar, Item

MOST_ACROSS = 6
"""Columns of a list at the most."""

NARROWEST = 8
"""Cells of a column at the least; of ordinary text in one of several columns it takes more."""

NARROWEST_OF_SEVERAL = 22

MOST_LINES = 2
"""Lines of one entry, in more than two columns: a text of a word a line is not read."""


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
    """Entries under one another, not drawn yet, with ``hang`` cells for the labels.

    With ``beside``, so many cells are for the texts that something is drawn beside; else that stands below them. All
    lines of a list reach equally far, so that its columns stand level.
    """

    entries: tuple[Entry, ...]
    size: Size
    shared: Reach
    hang: int
    beside: int = 0

    def high(self, air: Air) -> int:
        """The rows it takes with so much between two entries."""
        first, *others = self._bundles()
        rows_of_all = sum(entry.high for bundle in (first, *others) for entry in bundle)
        return rows_of_all + sum(_above(bundle, air) for bundle in others)

    def in_columns(self, across: int, air: Air, height: int) -> tuple[Column, ...] | None:
        """Divided over so many columns, none higher than it must be; None when that is too high."""
        low, high = max(entry.high for entry in self.entries), height
        if self._divided(high, across, air) is None:
            return None
        while low < high:
            middle = (low + high) // 2
            low, high = (low, middle) if self._divided(middle, across, air) else (middle + 1, high)
        return self._divided(high, across, air)

    def _divided(self, height: int, across: int, air: Air) -> tuple[Column, ...] | None:
        """Columns filled one after the other up to this height; a heading goes along with what follows it."""
        filled: list[list[Entry]] = [[]]
        used = 0
        for bundle in self._bundles():
            high, above = sum(entry.high for entry in bundle), _above(bundle, air)
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

    def drawn(self, air: Air) -> list[Content]:
        """Every entry whole, its text hanging behind its label; no gap between a heading and what follows it."""
        found: list[Content] = []
        for bundle in self._bundles():
            found += [Content()] * _above(bundle, air) if found else []
            for entry in bundle:
                found += self._entry(entry)
        return found

    def _entry(self, entry: Entry) -> list[Content]:
        label, edge = entry.item.label, Content.styled("▌", entry.item.edge)
        front = drawn(((label, _label_style(entry.item)),), self.size, self.shared) if label else []
        if entry.item.edge:
            front = [edge] * entry.high
        body = [row for line in entry.lines for row in drawn(line, self.size, self.shared)]
        if self.beside and entry.drawing:
            return side_by_side([front, body, entry.drawing], [entry.hang, self.beside, 0])
        return side_by_side([front, [*body, *entry.drawing]], [entry.hang, 0])


def _above(bundle: Sequence[Entry], air: Air) -> int:
    """The rows above an entry that others stand over."""
    return air.chapters if bundle[0].item.heading else air.entries


def _label_style(item: Item) -> str:
    """A label is quiet, but for what is now."""
    return "bold $accent" if item.style == "$accent" else "bold $muted"


class Arranged(msgspec.Struct, frozen=True):
    """A list that fits: its columns, how far apart they begin, and the air in it."""

    columns: tuple[Column, ...]
    pitch: int
    air: Air

    @property
    def broken(self) -> int:
        """How many lines of text all entries take."""
        return sum(len(entry.lines) for column in self.columns for entry in column.entries)

    @property
    def high(self) -> int:
        """How many rows."""
        return max(column.high(self.air) for column in self.columns)

    def drawn(self) -> list[Content]:
        """The rows."""
        blocks = [column.drawn(self.air) for column in self.columns]
        return side_by_side(blocks, [self.pitch] * len(blocks))


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
    for across in range(1, min(MOST_ACROSS, len(items)) + 1):
        each = (width - apart * (across - 1)) // across
        narrowest = NARROWEST_OF_SEVERAL if across > 1 and size is PLAIN else NARROWEST
        ways = [_column(items, size, each, beside=beside) for beside in (True, False)] if each >= narrowest else []
        if not any(ways):
            break
        for column in filter(None, ways):
            if across > 1 and column.hang > each * MOST_LABEL:
                continue
            if across > 2 and any(len(entry.lines) > MOST_LINES for entry in column.entries):
                continue
            for air in airs:
                if found := column.in_columns(across, air, height - above(air)):
                    return Arranged(found, each + apart, air)
    return None


@lru_cache(maxsize=512)
def _column(items: tuple[Item, ...], size: Size, width: int, *, beside: bool = False) -> Column | None:
    """The items for a column of this width; None when a word or a drawing of them is too wide for it.

    ``beside`` is for lists with something drawn, where each text with a drawing takes one line.
    """
    labels = max((columns(item.label, size) for item in items if item.label), default=0)
    hang = labels + space(size, 2) if labels else EDGE if any(item.edge for item in items) else 0
    shared = reach((word for item in items for word in (item.label, item.text, item.aside, _said(item))), size)
    hangs = [0 if item.heading and not (item.label or item.edge) else hang for item in items]
    texts = [balanced(_words(item), size, width - each) for item, each in zip(items, hangs, strict=True)]
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
        high = len(lines or ()) * rows(size, shared)
        high = max(high, len(drawing)) if taken else high + len(drawing)
        entries.append(Entry(item, lines or (), tuple(drawing), high, before))
    return Column(tuple(entries), size, shared, hang, taken)


def _taken(items: Sequence[Item], texts: Sequence[tuple[Line, ...] | None], size: Size, width: int) -> int | None:
    """The cells for the texts that something is drawn beside; None without any, and where one takes too much."""
    longest = [lines for item, lines in zip(items, texts, strict=True) if item.drawing and lines]
    if not longest or any(len(lines) > 1 for lines in longest):
        return None
    taken = max(wide(lines[0], size) for lines in longest) + space(size, 2)
    return taken if taken <= width * MOST_TEXT else None


def _said(item: Item) -> str:
    return item.drawing.said if isinstance(item.drawing, Bar) else ""


def _words(item: Item) -> tuple[Word, ...]:
    style = f"bold {item.style or ('$muted' if item.heading else '$foreground')}"
    return ((item.text, style), (item.aside, "$muted"))


def crowded(items: Sequence[Item], width: int) -> list[Content]:
    """All of it in ordinary text, however many rows that takes."""
    whole = tuple(replace(item, short="") for item in items)
    column = _column(whole, PLAIN, max(NARROWEST, width)) if whole else None
    return column.drawn(Air(0, 0)) if column else []
