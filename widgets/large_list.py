"""A list for the room, in columns: all of it, in letters of one size, with what is drawn below its lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

import msgspec
from msgspec.structs import replace
from textual.content import Content

from widgets.large_drawings import drawn_below
from widgets.large_text import Line, broken, drawn, side_by_side, space
from widgets.letters import PLAIN, Reach, Size, columns, reach, rows
from widgets.projected import Item

MOST_ACROSS = 6
"""Columns of a list at the most."""

NARROWEST = 8
"""Cells of a column at the least; of ordinary text in one of several columns it takes more."""

NARROWEST_OF_SEVERAL = 22

AIRY, TIGHT = (2, 1), (0,)
"""Rows between two lines of a list, as many as there is room for."""


class Entry(msgspec.Struct, frozen=True):
    """An item broken into lines, with what is drawn below them; it takes ``high`` rows."""

    item: Item
    lines: tuple[Line, ...]
    below: tuple[Content, ...]
    high: int


class Column(msgspec.Struct, frozen=True):
    """Entries under one another, not drawn yet, with ``hang`` cells for the labels.

    All lines of a list reach equally far, so that its columns stand level.
    """

    entries: tuple[Entry, ...]
    size: Size
    shared: Reach
    hang: int

    def high(self, gap: int) -> int:
        """The rows it takes with so many between two entries."""
        bundles = list(self._bundles())
        return sum(entry.high for bundle in bundles for entry in bundle) + gap * (len(bundles) - 1)

    def in_columns(self, across: int, gap: int, height: int) -> tuple[Column, ...] | None:
        """Divided over so many columns, none higher than it must be; None when that is too high."""
        low, high = max(entry.high for entry in self.entries), height
        if self._divided(high, across, gap) is None:
            return None
        while low < high:
            middle = (low + high) // 2
            low, high = (low, middle) if self._divided(middle, across, gap) else (middle + 1, high)
        return self._divided(high, across, gap)

    def _divided(self, height: int, across: int, gap: int) -> tuple[Column, ...] | None:
        """Columns filled one after the other up to this height; a heading goes along with what follows it."""
        filled: list[list[Entry]] = [[]]
        used = 0
        for bundle in self._bundles():
            high = sum(entry.high for entry in bundle)
            if filled[-1] and used + gap + high > height:
                filled.append([])
            used = used + gap + high if filled[-1] else high
            filled[-1] += bundle
            if used > height or len(filled) > across:
                return None
        return tuple(Column(tuple(entries), self.size, self.shared, self.hang) for entries in filled)

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

    def drawn(self, gap: int) -> list[Content]:
        """Every entry whole, its text hanging behind its label; no gap between a heading and what follows it."""
        found: list[Content] = []
        for bundle in self._bundles():
            found += [Content()] * gap if found else []
            for entry in bundle:
                found += self._entry(entry)
        return found

    def _entry(self, entry: Entry) -> list[Content]:
        label = entry.item.label
        front = drawn(((label, _label_style(entry.item)),), self.size, self.shared) if label else []
        body = [row for line in entry.lines for row in drawn(line, self.size, self.shared)]
        return side_by_side([front, [*body, *entry.below]], [self.hang, 0])


def _label_style(item: Item) -> str:
    """A label is quiet, but for what is now."""
    return "bold $accent" if item.style == "$accent" else "bold $muted"


class Arranged(msgspec.Struct, frozen=True):
    """A list that fits: its columns, how far apart they begin, and the rows between two entries."""

    columns: tuple[Column, ...]
    pitch: int
    gap: int

    @property
    def high(self) -> int:
        """How many rows."""
        return max(column.high(self.gap) for column in self.columns)

    def drawn(self) -> list[Content]:
        """The rows."""
        blocks = [column.drawn(self.gap) for column in self.columns]
        return side_by_side(blocks, [self.pitch] * len(blocks))


def arranged(items: tuple[Item, ...], size: Size, width: int, height: int, gaps: tuple[int, ...]) -> Arranged | None:
    """The list in so many rows, in as few columns as there can be; None when not all of it fits.

    What can be said in short is not broken over lines.
    """
    apart = max(4, int(6 * size.per_dot))
    for across in range(1, min(MOST_ACROSS, len(items)) + 1):
        each = (width - apart * (across - 1)) // across
        narrowest = NARROWEST_OF_SEVERAL if across > 1 and size is PLAIN else NARROWEST
        column = _column(items, size, each) if each >= narrowest else None
        if column is None:
            break
        for gap in gaps:
            if found := column.in_columns(across, gap, height):
                return Arranged(found, each + apart, gap)
    return None


@lru_cache(maxsize=512)
def _column(items: tuple[Item, ...], size: Size, width: int) -> Column | None:
    """The items for a column of this width; None when a word or a drawing of them is too wide for it."""
    labels = max((columns(item.label, size) for item in items if item.label), default=0)
    hang = labels + 2 * space(size) if labels else 0
    shared = reach(word for item in items for word in (item.label, item.text, item.aside))
    entries = []
    for item in items:
        style = f"bold {item.style or ('$muted' if item.heading else '$foreground')}"
        lines = broken(((item.text, style), (item.aside, "$muted")), size, width - hang)
        below = drawn_below(item.drawing, width - hang, size) if item.drawing else []
        if lines is None or below is None or (item.short and len(lines) > 1):
            return None
        entries.append(Entry(item, lines, tuple(below), len(lines) * rows(size, shared) + len(below)))
    return Column(tuple(entries), size, shared, hang)


def crowded(items: Sequence[Item], width: int) -> list[Content]:
    """All of it in ordinary text, however many rows that takes."""
    whole = tuple(replace(item, short="") for item in items)
    column = _column(whole, PLAIN, max(NARROWEST, width)) if whole else None
    return column.drawn(0) if column else []
