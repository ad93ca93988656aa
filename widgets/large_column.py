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
from widgets.large_text import Line, Placed, drawn, meeting, reaching, side_by_side, touching, wide
from widgets.letters import PLAIN, Reach, Size, halves, raised, rows
from widgets.projected import Item

KEPT = 4096
"""So many results are kept of what is asked again for every size that is tried, each second."""


class Air(NamedTuple):
    """Rows between two entries of a list, above a heading, and under headings of which one has a tail.

    They come besides those that lines need.
    """

    entries: int
    chapters: int
    tails: int = 0


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
    lines of a list reach equally far down, with ``leading`` rows between two lines of an entry, and between two entries
    ``least`` ones or ``more`` than there is air. In an ``uneven`` one there are more only where two lines would touch:
    ``under`` each heading as many rows, and between lines of an entry half rows, ``loose`` ones at the least. Of one
    that is ``tailed``, a tail hangs from some heading.
    A column is the same as itself alone, so that what follows from it is kept cheaply while sizes are tried.
    """

    entries: tuple[Entry, ...]
    size: Size
    shared: Reach
    hang: int
    width: int
    beside: int = 0
    leading: int = 0
    least: int = 0
    more: int = 0
    uneven: bool = False
    under: int = 0
    loose: int = 0
    tailed: bool = False

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

    def apart(self, air: Air) -> int:
        """The rows between two entries: more than between two lines of one."""
        return max(self.least, air.entries + self.more)

    @property
    def _clear_of_ground(self) -> int:
        """The rows between entries that a ground under one of them takes some of, where letters fill their last row."""
        full = self.size is not PLAIN and halves(self.size, self.shared) % 2 == 0
        return int(full and any(entry.item.now for entry in self.entries))

    def above(self, entry: Entry, air: Air) -> int:
        """The rows above an entry that others stand over."""
        if entry.goes_on:
            # Nearer than what has a label of its own, where there is air.
            return max(self.least, self._raised(entry), min(air.entries, air.chapters - 1) + self.more)
        opens = entry.item.heading or (entry.item.label and any(other.goes_on for other in self.entries))
        return max(air.chapters if opens else 0, self.apart(air), self._raised(entry))

    def between(self, before: Entry, entry: Entry, air: Air) -> int:
        """The rows between these two: none of air under a heading, but for tails."""
        tails = air.tails * self.tailed
        above = max(self.leading, self._raised(entry), tails) if before.item.heading else self.above(entry, air)
        if self.uneven and before.item.heading:
            return max(above, self.under)
        if self.uneven and (self.beside or not before.drawing):
            return max(above, self._clear(before, len(before.lines) - 1, entry, 0))
        return above

    def _within(self, entry: Entry, number: int) -> int:
        """The half rows above one of the other lines of an entry."""
        if self.uneven:
            return max(self.loose, *(self._loose(entry, one) for one in range(1, len(entry.lines))))
        return 2 * max(self.leading, raised(self.size, entry.reaches[number]))

    def _loose(self, entry: Entry, number: int) -> int:
        """The half rows that one of the other lines of an entry needs above it: a row is not shared by two of them."""
        reach = entry.reaches[number]._replace(lowered=0)
        above = reach.above * self.size.scale
        meets = meeting(entry.placed(number - 1), entry.placed(number), self.size, reach)
        return above + (meets or above % 2)

    def over(self, before: Entry | None, air: Air) -> int:
        """The rows over its first entry, under this one of the same list: what is raised in it takes some of them."""
        return self.raised if before is None else self.between(before, self.entries[0], air)

    def even(self) -> Column:
        """The same with as much between any two entries as accents need somewhere, more where letters touch.

        Entries stand further apart than any two lines of one.
        """
        least = max(self._clear_of_ground, *(self._raised(entry) for entry in self.entries[1:]), 0)
        headed = [pair for pair in pairwise(self.entries) if pair[0].item.heading]
        under = max((self._clear(before, len(before.lines) - 1, entry, 0) for before, entry in headed), default=0)
        uneven = replace(self, least=least, uneven=True, under=under)
        gaps = [uneven._within(entry, number) for entry in self.entries for number in range(1, len(entry.lines))]
        # Half a row that one of them needs is not missed by the others.
        return replace(uneven, loose=min(1, max(gaps, default=0)), more=-(-max(gaps, default=0) // 2))

    def cleared(self) -> Column:
        """The same with so much between lines that nothing touches what stands below it, equally much for all."""
        within, between = [0], [self._clear_of_ground]
        for place, entry in enumerate(self.entries):
            within += [self._clear(entry, number, entry, number + 1) for number in range(len(entry.lines) - 1)]
            if place + 1 < len(self.entries) and (self.beside or not entry.drawing):
                pairs = within if entry.item.heading else between
                pairs.append(self._clear(entry, len(entry.lines) - 1, self.entries[place + 1], 0))
        leading = max(within)
        heads = [entry.lines[-1] for entry in self.entries if entry.item.heading]
        return replace(
            self,
            leading=leading,
            least=max(*between, leading),
            more=0 if self.whole else leading,
            tailed=self.size is not PLAIN and reaching(heads, self.size).below > 0,
        )

    def _clear(self, above: Entry, line: int, below: Entry, number: int) -> int:
        """The rows between these two lines at the least."""
        reach = below.reaches[number]
        touches = touching(above.placed(line), below.placed(number), self.size, reach)
        return max(0, raised(self.size, reach) + touches - (0 if number else below.sunk))

    def _high(self, entry: Entry) -> int:
        """The rows of an entry, from the top of the capitals of its first line."""
        leading = sum(self._within(entry, number) for number in range(1, len(entry.lines)))
        high = entry.sunk - (-leading // 2) + len(entry.lines) * rows(self.size, self.shared)
        if not self.beside:
            return high + len(entry.drawing)
        return max(high, len(entry.drawing) - self._raised(entry))

    @lru_cache(maxsize=KEPT)  # noqa: B019 - as above
    def high(self, air: Air) -> int:
        """The rows it takes with so much between two entries."""
        return sum(self._high(entry) + above for above, entry in self._spaced(air))

    @lru_cache(maxsize=KEPT)  # noqa: B019 - as above
    def in_columns(self, across: int, air: Air, height: int, *, whole: bool = False) -> tuple[Column, ...] | None:
        """Divided over so many columns, none higher than it must be; None when that is too high.

        With ``whole`` all that stands under a heading stays in one of them.
        """
        low, high = max(map(self._high, self.entries)), height
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
            high = replace(self, entries=tuple(bundle)).high(air)
            above = self.between(filled[-1][-1], bundle[0], air) if filled[-1] else 0
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

    def _spaced(self, air: Air) -> Iterator[tuple[int, Entry]]:
        """Each entry, with the rows above it."""
        for place, entry in enumerate(self.entries):
            yield self.between(self.entries[place - 1], entry, air) if place else 0, entry

    def drawn(self, air: Air) -> list[Content]:
        """Every entry whole, its text hanging behind its label, with what is raised above the first one."""
        found: list[Content] = []
        for above, entry in self._spaced(air):
            found += [Content()] * (above - self._raised(entry))
            found += self._entry(entry)
        return found

    def _entry(self, entry: Entry) -> list[Content]:
        label, edge = entry.item.label, Content.styled("▌" if self.size is PLAIN else "█", entry.item.edge)
        over = [Content()] * self._raised(entry)
        front = drawn(((label, _label_style(entry.item)),), self.size, entry.reaches[0]) if label else []
        front = [Content(" " * entry.indent) + row for row in front]
        body: list[Content] = []
        # From the top of the capitals of the first line, in half rows.
        stands = 2 * raised(self.size, entry.reaches[0])
        for number, (line, reach) in enumerate(zip(entry.lines, entry.reaches, strict=True)):
            stands += self._within(entry, number) if number else 0
            begins, lowered = divmod(stands - reach.above * self.size.scale, 2)
            body += [Content()] * (begins - len(body))
            inward = " " * (entry.begins(number) - entry.hang)
            body += [Content.assemble(inward, row) for row in drawn(line, self.size, reach._replace(lowered=lowered))]
            stands += 2 * rows(self.size, self.shared)
        if entry.item.now:
            front, body = grounded(front, entry.hang, len(body)), grounded(body)
        sunk = [Content()] * (entry.sunk - raised(self.size, entry.reaches[0]))
        front = [*over, *[edge] * self._high(entry)] if entry.item.edge else [*sunk, *front]
        if self.beside and entry.drawing:
            body = [*sunk, *body]
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
    """A label is quiet, but for what is now, what is said by it, and where its text has a style."""
    return ON_NOW if item.now else "bold $foreground" if item.fact else f"bold {item.style or '$muted'}"
