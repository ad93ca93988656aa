"""Entries of a list under one another, or on the same rows of several columns, with the air between them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

import msgspec
from msgspec.structs import replace
from textual.content import Content

from widgets.large_text import Line, drawn, side_by_side, wide
from widgets.letters import PLAIN, Reach, Size
from widgets.projected import Item

KEPT = 4096
"""So many results are kept of what is asked again for every size that is tried, each second."""


class Air(NamedTuple):
    """Rows between two entries of a list, and above a heading, besides those that lines need."""

    entries: int
    chapters: int


class Entry(msgspec.Struct, frozen=True):
    """An item broken into lines, with what is drawn for it; it takes ``high`` rows, behind ``hang`` cells."""

    item: Item
    lines: tuple[Line, ...]
    drawing: tuple[Content, ...]
    high: int
    hang: int


class Column(msgspec.Struct, frozen=True, eq=False):
    """Entries under one another in ``width`` cells, not drawn yet, with ``hang`` cells for the labels.

    With ``beside``, so many cells are for the texts that something is drawn beside; else that stands below them. All
    lines of a list reach equally far, so that its columns stand level, with ``leading`` rows between any two of them,
    and ``more`` between two entries. A column is the same as itself alone, so that what follows from it is kept
    cheaply while sizes are tried.
    """

    entries: tuple[Entry, ...]
    size: Size
    shared: Reach
    hang: int
    width: int
    beside: int = 0
    leading: int = 0
    more: int = 0

    @property
    def wide(self) -> int:
        """The cells that it takes."""
        return self._widest()

    @lru_cache(maxsize=KEPT)  # noqa: B019 - bounded, and only while sizes are tried
    def _widest(self) -> int:
        if any(entry.drawing for entry in self.entries):
            return self.width
        return max(entry.hang + wide(line, self.size) for entry in self.entries for line in entry.lines)

    @property
    def whole(self) -> bool:
        """Whether every entry stands on one line; a heading may take more."""
        return all(len(entry.lines) == 1 or entry.item.heading for entry in self.entries)

    def apart(self, air: Air) -> int:
        """The rows between two entries: more than between two lines of one where there is air."""
        return max(self.leading, air.entries + self.more)

    def above(self, entry: Entry, air: Air) -> int:
        """The rows above an entry that others stand over."""
        return max(air.chapters if entry.item.heading else 0, self.apart(air))

    @lru_cache(maxsize=KEPT)  # noqa: B019 - as above
    def high(self, air: Air) -> int:
        """The rows it takes with so much between two entries."""
        _first, *others = self._bundles()
        under_headings = self.leading * (len(self.entries) - len(others) - 1)
        return (
            sum(entry.high for entry in self.entries)
            + under_headings
            + sum(self.above(each[0], air) for each in others)
        )

    @lru_cache(maxsize=KEPT)  # noqa: B019 - as above
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
            high, above = replace(self, entries=tuple(bundle)).high(air), self.above(bundle[0], air)
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
            found += [Content()] * self.above(bundle[0], air) if found else []
            for place, entry in enumerate(bundle):
                found += [*[Content()] * (self.leading if place else 0), *self._entry(entry)]
        return found

    def _entry(self, entry: Entry) -> list[Content]:
        label, edge = entry.item.label, Content.styled("▌" if self.size is PLAIN else "█", entry.item.edge)
        front = drawn(((label, _label_style(entry.item)),), self.size, self.shared) if label else []
        if entry.item.edge:
            front = [edge] * entry.high
        body: list[Content] = []
        for line in entry.lines:
            body += [*[Content()] * (self.leading if body else 0), *drawn(line, self.size, self.shared)]
        if self.beside and entry.drawing:
            return side_by_side([front, body, entry.drawing], [entry.hang, self.beside, 0])
        return side_by_side([front, [*body, *entry.drawing]], [entry.hang, 0])


@lru_cache(maxsize=KEPT)
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


def _label_style(item: Item) -> str:
    """A label is quiet, but for what is now and what is said by it."""
    return "bold $accent" if item.style.endswith("$accent") else "bold $foreground" if item.fact else "bold $muted"
