"""A list for the room, in columns: all of it, in letters of one size, with what is drawn beside or below its lines."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise, product

import msgspec
from msgspec.structs import replace
from textual.content import Content

from data.text import unbroken
from widgets.large_column import KEPT, Air, Column, Entry, level
from widgets.large_drawings import Common, drawing_of, high
from widgets.large_now import BEHIND_NOW, ON_NOW
from widgets.large_text import SEPARATOR, Line, Word, balanced, reaching, side_by_side, space, wide
from widgets.large_widths import shorter, unequal
from widgets.letters import PLAIN, SMALL, Reach, Size, columns, on_rows, reach, rows
from widgets.projected import Bar, Item, Spread

MOST_ACROSS = 6
"""Columns of a list at the most."""

NARROWEST = 8
"""Cells of a column at the least; of ordinary text in one of several columns it takes more."""

NARROWEST_OF_SEVERAL = 22

MOST_LINES, MOST_LINES_OF_TWO = 2, 3
"""Lines of one entry, in more than two columns and in two: a text of a word a line is not read."""

MOST_TIED = 8
"""Cells of what is said behind a text that stays with its last word, such as minutes."""


MOST_LEVEL = 24
"""Entries that are put on the same rows of several columns; of more, each column is filled."""


AIRY = (Air(2, 2, 1), Air(2, 2), Air(1, 2, 1), Air(1, 2), Air(1, 1))
TIGHT = Air(0, 1), Air(0, 0)
"""The air of a list, as much as there is room for."""


MOST_TEXT = 0.6
"""The part of a column that a text may take beside what is drawn for it."""


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
        apart = max(apart, (4 if any(item.fact for item in items) else 3) * _behind_labels(items, size) // 2)
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
        if beside := _column(items, size, each, width, beside=True, close=close, taller=taller):
            yield beside
    below = _column(items, size, each, width, close=close)
    drawn = any(item.drawing for item in items)
    if each < width and not drawn and not (below and below.whole):
        unbroken = _column(items, size, width, width, close=close)
        if unbroken and unbroken.whole:
            yield unbroken
    if below:
        # Two columns of other widths go before equal ones in which texts take more lines.
        wides = unequal(items, 2 * each) if 2 * each <= width < 3 * each and not drawn else ()
        yield from shorter((_column(items, size, each, width, close=close, wides=wide) for wide in wides), below)
        yield below
    if folded := _column(items, size, each, each, close=close):
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
        return (each + apart,) * across
    spare = width - sum(taken) - apart * (across - 1)
    return tuple(one + apart + spare // across for one in taken) if spare >= 0 else ()


@lru_cache(maxsize=KEPT)
def _column(
    items: tuple[Item, ...],
    size: Size,
    width: int,
    over: int,
    *,
    beside: bool = False,
    close: bool = False,
    taller: float = 1,
    wides: tuple[int, ...] = (),
) -> Column | None:
    """The items for a column of this width; None when a word or a drawing of them is too wide for it.

    A heading has the width that it stands ``over``, of all columns.
    ``beside`` is for lists with something drawn, where each text with a drawing takes one line; columns are so many
    times ``taller`` there. In a ``close`` list lines stand apart only where one would touch. With ``wides`` each item
    has cells of its own, and nothing is drawn.
    """
    labels = max((columns(item.label, size) for item in items if item.label and not item.own), default=0)
    # An edge takes a cell, and is no nearer to its text than two words to each other.
    hang = (
        labels + _behind_labels(items, size) if labels else 1 + space(size) if any(item.edge for item in items) else 0
    )
    hangs = _hangs(items, size, hang)
    texts = [
        _broken(item, size, (over if item.heading and not item.drawing else wide) - each)
        for item, each, wide in zip(items, hangs, wides or (width,) * len(items), strict=True)
    ]
    # Where several stand beside one word, what wraps is told from what is next.
    inward = space(size, 2) if any(len(one.label) > 2 and not other.label for one, other in pairwise(items)) else 0
    for place, (item, lines) in enumerate(zip(items, texts, strict=True)):
        if inward and len(lines or ()) > 1 and not item.heading:
            texts[place] = _broken(item, size, width - hangs[place] - inward)
    if not all(texts) or any(item.short and len(lines or ()) > 1 for item, lines in zip(items, texts, strict=True)):
        return None
    taken = _taken(items, texts, size, width - hang) if beside else 0
    if taken is None:
        return None
    deep = reach(
        (word for item in items for word in (item.label, item.text, item.aside, item.below, _said(item))), size
    ).below
    reaches = [_reaches(item, lines or (), size, deep) for item, lines in zip(items, texts, strict=True)]
    common = _common(items, size, taller)
    # Beside their texts, columns on one scale stand over one row of marks.
    marked = [not (taken and width == over and _as_marked(*pair)) for pair in pairwise(items)] + [True]
    found: list[Entry] = []
    for item, lines, reached, before, marks in zip(items, texts, reaches, hangs, marked, strict=True):
        room = width - hang - taken
        drawing = drawing_of(item.drawing, room, size, reached[0], common, marked=marks) if item.drawing else []
        if drawing is None:
            return None
        # The text stands on the line of its columns.
        sunk = max(0, high(size, taller) - rows(size, Reach())) if taken and isinstance(item.drawing, Spread) else 0
        if isinstance(item.drawing, Bar) and not taken and size is not PLAIN:
            # No tail touches the bar.
            drawing = [Content(), *drawing]
        # Numbers and minutes end under each other, whatever stands in front of them.
        counted = item.fact or item.label.rstrip("'")[-1:].isdigit()
        indent = labels - columns(item.label, size) if counted else 0
        goes_on = bool(labels and found and not (item.label or item.heading))
        further = 0 if item.heading else inward
        found.append(Entry(item, lines or (), reached, tuple(drawing), before, indent, sunk, goes_on, further))
    column = Column(tuple(found), size, Reach(0, deep), hang, width, taken)
    return column.even() if close else column.cleared()


def _hangs(items: Sequence[Item], size: Size, hang: int) -> list[int]:
    """The cells that each item stands behind: its ``own`` label, those of all, or none for a heading."""
    return [
        columns(item.label, size) + _behind_labels([item], size)
        if item.own
        else 0
        if item.heading and not (item.label or item.edge)
        else hang
        for item in items
    ]


def _common(items: Sequence[Item], size: Size, taller: float) -> Common:
    counts = [max(item.drawing.counts) for item in items if isinstance(item.drawing, Spread)]
    return Common(max((columns(_said(item), size) for item in items), default=0), max(counts, default=0), taller)


def _as_marked(item: Item, below: Item) -> bool:
    """Whether the columns of both stand over the same marks."""
    both = item.drawing, below.drawing
    return (
        all(isinstance(one, Spread) for one in both)
        and len({one.marks for one in both if isinstance(one, Spread)}) == 1
    )


def _reaches(item: Item, lines: Sequence[Line], size: Size, deep: int) -> tuple[Reach, ...]:
    """How far each line reaches up, with its label and what is drawn beside it; all of them reach equally deep."""
    beside = [((item.label, ""), (_said(item), "")), *[()] * (len(lines) - 1)]
    return tuple(
        on_rows(size, Reach(reaching([line, also], size).above, deep)) for line, also in zip(lines, beside, strict=True)
    )


def _taken(items: Sequence[Item], texts: Sequence[tuple[Line, ...] | None], size: Size, width: int) -> int | None:
    """The cells for the texts that something is drawn beside; None without any, and where one takes too much."""
    longest = [lines for item, lines in zip(items, texts, strict=True) if item.drawing and lines]
    if not longest or any(len(lines) > 1 for lines in longest):
        return None
    taken = max(wide(lines[0], size) for lines in longest) + space(size, 2)
    return taken if taken <= width * MOST_TEXT else None


def _behind_labels(items: Iterable[Item], size: Size) -> int:
    """The cells between labels and their texts: more behind words than behind marks, in letters that are not small."""
    words = any(item.label.isalpha() and len(item.label) > 1 for item in items)
    return space(size, 3 if words and size.cap > SMALL.cap else 2)


def _said(item: Item) -> str:
    return item.drawing.said if isinstance(item.drawing, Bar) else ""


def _broken(item: Item, size: Size, width: int) -> tuple[Line, ...] | None:
    """The item in lines; None when a word is too wide."""
    lines = _with_aside(item, size, width)
    if not item.below:
        return lines
    more = balanced(_words(replace(item, text=item.below, aside="")), size, width)
    return (*lines, *more) if lines and more else None


def _with_aside(item: Item, size: Size, width: int) -> tuple[Line, ...] | None:
    """The item in lines; facts behind it stay together where they can: at the end of a line nothing would join them.

    A few cells, such as minutes, stay with the last word.
    """
    tied = unbroken(" ".join(item.aside.split()))
    if tied and item.text.strip() and len(tied) <= MOST_TIED and size is not PLAIN:
        return _tied(item, tied, size, width)
    together = replace(item, aside=tied) if SEPARATOR in tied and columns(tied, size) <= width else item
    return balanced(_words(together), size, width) or balanced(_words(item), size, width)


def _tied(item: Item, aside: str, size: Size, width: int) -> tuple[Line, ...] | None:
    """The item in lines, its last word with what is said behind it."""
    (text, style), (_aside, quiet) = _words(item)
    behind = f"\u00a0\u00a0{aside}"
    lines = balanced(((f"{text.rstrip()}{behind}", style),), size, width)
    if lines is None:
        return None
    last = lines[-1][-1][0].removesuffix(behind)
    found = (*lines[:-1], (*lines[-1][:-1], (last, style), (aside, quiet)))
    return found if wide(found[-1], size) <= width else None


def _words(item: Item) -> tuple[Word, ...]:
    if item.now:
        return ((item.text, ON_NOW), (item.aside, BEHIND_NOW))
    style = f"bold {item.style or ('$muted' if item.heading else '$foreground')}"
    return ((item.text, style), (item.aside, "$muted"))


def crowded(items: Sequence[Item], width: int) -> list[Content]:
    """All of it in ordinary text, however many rows that takes."""
    whole = tuple(replace(item, short="") for item in items)
    most = max(NARROWEST, width)
    column = _column(whole, PLAIN, most, most) if whole else None
    return column.drawn(Air(0, 0)) if column else []
