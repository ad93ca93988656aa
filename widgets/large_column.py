"""Entries of a list under one another, or on the same rows of several columns, with the air between them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby, pairwise
from typing import NamedTuple

import msgspec
from msgspec.structs import replace
from textual.content import Content

from widgets.large_now import ON_NOW, grounded
from widgets.large_spacing import Spacing, in_rows
from widgets.large_text import Line, Placed, drawn, meeting, reaching, side_by_side, touching, upon, wide
from widgets.letters import PLAIN, Reach, Size, halves, raised, rows
from widgets.projected import Item

KEPT = 4096
"""So many results are kept of what is asked again for every size that is tried, each second."""


class Air(NamedTuple):
    """Rows between two entries of a list, above a heading, and under headings of which one has a tail.

    They come besides those that lines need. Between lines of an entry are so many half rows at the least.
    """

    entries: int
    chapters: int
    tails: int = 0
    lines: int = 0


class Entry(msgspec.Struct, frozen=True):
    """An item broken into lines, with how far each of them reaches, and with what is drawn for it.

    Its text stands behind ``hang`` cells, its label behind ``indent``, and both are ``sunk`` by so many rows.
    It ``goes_on`` with what the entry above it is labelled. Its lines but the first stand so many cells further
    ``inward``.
    """

    item: Item
    lines: tuple[Line, ...]
    reaches: tuple[Reach, ...]
    drawing: tuple[Content, ...]
    hang: int
    indent: int = 0
    sunk: int = 0
    goes_on: bool = False
    inward: int = 0

    def begins(self, number: int) -> int:
        """The cells before one of its lines."""
        return self.hang + self.inward * bool(number)

    def placed(self, number: int) -> Placed:
        """All that stands on one of its lines."""
        label = ((self.indent, ((self.item.label, ""),)),) if self.item.label and not number else ()
        return (*label, (self.begins(number), self.lines[number]))


class Column(msgspec.Struct, frozen=True, eq=False):
    """Entries under one another in ``width`` cells, not drawn yet, with ``hang`` cells for the labels.

    With ``beside``, so many cells are for the texts that something is drawn beside; else that stands below them. All
    lines of a list reach equally far down.
    A column is the same as itself alone, so that what follows from it is kept cheaply while sizes are tried.
    """

    entries: tuple[Entry, ...]
    size: Size
    shared: Reach
    hang: int
    width: int
    beside: int = 0
    spacing: Spacing = Spacing()

    @property
    def wide(self) -> int:
        """The cells that it takes."""
        return self._widest()

    @lru_cache(maxsize=KEPT)  # noqa: B019 - bounded, and only while sizes are tried
    def _widest(self) -> int:
        if any(entry.drawing for entry in self.entries):
            return self.width
        return max(
            entry.begins(number) + wide(line, self.size)
            for entry in self.entries
            for number, line in enumerate(entry.lines)
        )

    @property
    def broken(self) -> int:
        """How many lines of text its entries take."""
        return sum(len(entry.lines) for entry in self.entries)

    @property
    def whole(self) -> bool:
        """Whether every entry stands on one line; a heading may take more."""
        return all(len(entry.lines) == 1 or entry.item.heading for entry in self.entries)

    @property
    def raised(self) -> int:
        """The rows of air over it that accents of its first line take."""
        return self._raised(self.entries[0])

    def _raised(self, entry: Entry) -> int:
        return max(0, raised(self.size, entry.reaches[0]) - entry.sunk)

    def _accents(self, entry: Entry) -> int:
        """The half rows over an entry that accents of its first line take."""
        return (
            entry.reaches[0].above * self.size.scale
            if self.spacing.close and self.spacing.stepped
            else 2 * self._raised(entry)
        )

    def apart(self, air: Air) -> int:
        """The rows between two entries: more than between two lines of one."""
        return in_rows(self._apart(air))

    def _apart(self, air: Air) -> int:
        lines = self._lines(air)
        return max(self.spacing.least, 2 * air.entries + self.spacing.more, lines and lines + self.spacing.told)

    @property
    def _clear_of_ground(self) -> int:
        """The rows between entries that a ground under one of them takes some of, where letters fill their last row."""
        full = self.size is not PLAIN and halves(self.size, self.shared) % 2 == 0
        return int(full and any(entry.item.now for entry in self.entries))

    def _above(self, entry: Entry, air: Air) -> int:
        """The half rows above an entry that others stand over."""
        if entry.goes_on:
            # Nearer than what has a label of its own, where there is air.
            nearer = 2 * min(air.entries, air.chapters - 1) + self.spacing.more
            return max(self.spacing.least, self._accents(entry), nearer)
        opens = entry.item.heading or (entry.item.label and any(other.goes_on for other in self.entries))
        return max(2 * air.chapters if opens else 0, self._apart(air), self._accents(entry))

    def between(self, before: Entry, entry: Entry, air: Air) -> int:
        """The rows between these two: none of air under a heading, but for tails."""
        return in_rows(self._between(before, entry, air))

    def _between(self, before: Entry, entry: Entry, air: Air) -> int:
        if before.item.heading:
            return max(
                2 * self.spacing.leading,
                self._accents(entry),
                2 * air.tails * self.spacing.tailed,
                self.spacing.under,
                self._lines(air),
            )
        above = self._above(entry, air)
        if self.spacing.close and (self.beside or not before.drawing):
            return max(above, self._clear(before, len(before.lines) - 1, entry, 0))
        return above

    def _within(self, entry: Entry, number: int, air: Air) -> int:
        """The half rows above one of the other lines of an entry."""
        needs = (
            self.spacing.loose
            if self.spacing.close
            else 2 * max(self.spacing.leading, raised(self.size, entry.reaches[number]))
        )
        return max(needs, self._lines(air))

    def _lines(self, air: Air) -> int:
        """The half rows between lines of an entry that are air, where there are half rows."""
        return air.lines if self.spacing.stepped else 0

    def over(self, before: Entry | None, air: Air) -> int:
        """The rows over its first entry, under this one of the same list: what is raised in it takes some of them."""
        return self.raised if before is None else self.between(before, self.entries[0], air)

    def even(self) -> Column:
        """The same with as much between any two lines of an entry, and any two entries, as some of them need.

        Entries stand further apart than two lines of one, and a heading no nearer to what it heads than these.
        """
        close, stepped = replace(self, spacing=Spacing(close=True, stepped=_steps(self))), _steps(self)
        needs = [(one, close._clear(one, len(one.lines) - 1, after, 0)) for one, after in pairwise(self.entries)]
        heads = [need for entry, need in needs if entry.item.heading]
        apart = [need for entry, need in needs if stepped and not entry.item.heading]
        raised = [close._accents(entry) for entry in self.entries[1:]]
        gaps = [
            close._clear(entry, number - 1, entry, number)
            for entry in self.entries
            for number in range(1, len(entry.lines))
        ]
        loose = max(gaps, default=0)
        more = 0 if self.whole else loose + 1
        spacing = replace(
            close.spacing,
            least=max(2 * self._clear_of_ground, *raised, *apart, 0),
            more=more if stepped else more + more % 2,
            under=max(loose, *heads, 0),
            loose=loose,
            told=_told(self),
        )
        return replace(self, spacing=spacing)

    def cleared(self) -> Column:
        """The same with so much between lines that nothing touches what stands below it, equally much for all."""
        within, between = [0], [2 * self._clear_of_ground]
        for place, entry in enumerate(self.entries):
            within += [self._clear(entry, number, entry, number + 1) for number in range(len(entry.lines) - 1)]
            if place + 1 < len(self.entries) and (self.beside or not entry.drawing):
                pairs = within if entry.item.heading else between
                pairs.append(self._clear(entry, len(entry.lines) - 1, self.entries[place + 1], 0))
        leading = max(within) // 2
        heads = [entry.lines[-1] for entry in self.entries if entry.item.heading]
        spacing = Spacing(
            leading=leading,
            least=max(*between, 2 * leading),
            more=0 if self.whole else 2 * leading,
            stepped=_steps(self),
            tailed=self.size is not PLAIN and reaching(heads, self.size).below > 0,
            told=_told(self),
        )
        return replace(self, spacing=spacing)

    def _clear(self, above: Entry, line: int, below: Entry, number: int) -> int:
        """The half rows between these two lines at the least."""
        before, after, reach = above.placed(line), below.placed(number), below.reaches[number]
        if self.spacing.close and (self.spacing.stepped or number):
            # What is above a line takes as much as it needs; only in one that is not stepped, whole rows of its own.
            accents, meets = reach.above * self.size.scale, meeting(before, after, self.size, reach._replace(lowered=0))
            return accents + (meets or (0 if self.spacing.stepped else accents % 2))
        touches = touching(before, after, self.size, reach)
        return 2 * max(0, raised(self.size, reach) + touches - (0 if number else below.sunk))

    def _high(self, entry: Entry, air: Air) -> int:
        """The half rows of an entry, from the top of the capitals of its first line."""
        leading = sum(self._within(entry, number, air) for number in range(1, len(entry.lines)))
        high = 2 * (entry.sunk + len(entry.lines) * rows(self.size, self.shared)) + leading
        if self.spacing.stepped:
            return high
        high = 2 * in_rows(high)
        if not self.beside:
            return high + 2 * len(entry.drawing)
        return max(high, 2 * (len(entry.drawing) - self._raised(entry)))

    @lru_cache(maxsize=KEPT)  # noqa: B019 - as above
    def high(self, air: Air) -> int:
        """The rows it takes with so much between two entries."""
        return in_rows(self._halves(air))

    def _halves(self, air: Air) -> int:
        return sum(self._high(entry, air) + above for above, entry in self._spaced(air))

    @lru_cache(maxsize=KEPT)  # noqa: B019 - as above
    def in_columns(self, across: int, air: Air, height: int, *, whole: bool = False) -> tuple[Column, ...] | None:
        """Divided over so many columns, none higher than it must be; None when that is too high.

        With ``whole`` all that stands under a heading stays in one of them.
        """
        low, high = in_rows(max(self._high(entry, air) for entry in self.entries)), height
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
            high = replace(self, entries=tuple(bundle))._halves(air)
            above = self._between(filled[-1][-1], bundle[0], air) if filled[-1] else 0
            if filled[-1] and used + above + high > 2 * height:
                filled.append([])
            used = used + above + high if filled[-1] else high
            filled[-1] += bundle
            if used > 2 * height or len(filled) > across:
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

    def _spaced(self, air: Air) -> Iterator[tuple[int, Entry]]:
        """Each entry, with the half rows above it."""
        for place, entry in enumerate(self.entries):
            yield self._between(self.entries[place - 1], entry, air) if place else 0, entry

    def drawn(self, air: Air) -> list[Content]:
        """Every entry whole, its text hanging behind its label, with what is raised above the first one."""
        found: list[Content] = []
        stands = 2 * self.raised
        for above, entry in self._spaced(air):
            begins, lowered = divmod(stands + above, 2)
            found = upon(found, begins - self._raised(entry), self._entry(entry, air, lowered))
            stands += above + self._high(entry, air)
        return found

    @property
    def _tail(self) -> int:
        """The rows of a line that only tails take."""
        return rows(self.size, self.shared) - rows(self.size, self.shared._replace(below=0))

    def _entry(self, entry: Entry, air: Air, lowered: int = 0) -> list[Content]:
        """Its rows from the highest accent of its first line on, ``lowered`` by half a row or not."""
        label, edge = entry.item.label, Content.styled("▌" if self.size is PLAIN else "█", entry.item.edge)
        over = [Content()] * self._raised(entry)
        # From the top of the capitals of the first line, in half rows.
        stands = 2 * raised(self.size, entry.reaches[0]) + lowered
        front = (
            self._line(((label, _label_style(entry.item)),), entry.indent, entry.reaches[0], stands) if label else []
        )
        body: list[Content] = []
        for number, (line, reach) in enumerate(zip(entry.lines, entry.reaches, strict=True)):
            stands += self._within(entry, number, air) if number else 0
            body = upon(body, 0, self._line(line, entry.begins(number) - entry.hang, reach, stands))
            stands += 2 * rows(self.size, self.shared)
        if entry.item.now:
            front, body = grounded(front, entry.hang, len(body)), grounded(body)
        sunk = [Content()] * (entry.sunk - raised(self.size, entry.reaches[0]))
        # No tail hangs from an edge.
        edged = self._high(entry, air) // 2 - (0 if entry.drawing else self._tail)
        front = [*over, *[edge] * edged] if entry.item.edge else [*sunk, *front]
        if self.beside and entry.drawing:
            body = [*sunk, *body]
            return side_by_side([front, body, entry.drawing], [entry.hang, self.beside, 0])
        return side_by_side([front, [*body, *entry.drawing]], [entry.hang, 0])

    def _line(self, line: Line, inward: int, reach: Reach, stands: int) -> list[Content]:
        """The rows down to a line of which the capitals stand so many half rows down."""
        begins, lowered = divmod(stands - reach.above * self.size.scale, 2)
        own = drawn(line, self.size, reach._replace(lowered=lowered))
        return [*[Content()] * begins, *(Content(" " * inward) + row for row in own)]


def _steps(column: Column) -> bool:
    """Whether its entries may begin with half a row: nothing but letters, with dots of half a row."""
    others = (entry.drawing or entry.item.edge or entry.item.now for entry in column.entries)
    return column.size.scale == 1 and not any(others)


def _told(column: Column) -> int:
    """The half rows more between two entries than between lines of one, where both are air."""
    several = sum(not entry.item.heading for entry in column.entries) > 1
    return 2 * (several and not column.whole)


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
    """A label is quiet, but for what is now, what is said by it, and where its text has a style.

    A number that something is drawn for is what the room works on.
    """
    fact = f"bold {'$accent' if item.drawing else '$foreground'}"
    return ON_NOW if item.now else fact if item.fact else f"bold {item.style or '$muted'}"
