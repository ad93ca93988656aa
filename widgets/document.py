"""A document on the screen: its blocks wrapped to the width, nothing of them taken for markup."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import permutations, zip_longest
from typing import Any

from rich.cells import cell_len
from textual.content import Content
from textual.widgets import Static

from data.report.blocks import Heading, Paragraph, Plain, Point, Points, Table
from widgets.paging import Row, column, paged, whole
from widgets.wrapping import side_by_side, wrapped

MEASURE = 100
"""Lines no longer than this, in cells: longer ones are hard to read back."""

COLUMN, BETWEEN = 64, 5
"""Where two columns are at least so wide, with so much between them, a document longer than its page has two."""

RULED = 2
"""The level of the headings that have a rule."""

NARROWEST = 6
"""A column of a table is not made narrower than this, in cells."""

TOGETHER = 9
"""So many lines of a point and what stands under it are not cut."""

GUTTER = "  "

Grids = Mapping[tuple[str, ...], Sequence[int]]
"""How wide the columns of the tables with each head are."""


class Reading(Static):
    """A document that is read; ``exported`` gives what goes to the clipboard."""

    def __init__(self, exported: Callable[[], str], **options: Any) -> None:
        super().__init__(**options)
        self._exported = exported

    def to_copy(self) -> str:
        """All of it, as it would be exported."""
        return self._exported()


def drawn(blocks: Iterable[Plain], width: int) -> Content:
    """The document for a screen of this width."""
    return Content("\n").join(row.said for row in _rows(list(blocks), width))


def spread(blocks: Iterable[Plain], width: int, height: int) -> Content:
    """The document for pages of this size, one below the other: each ends with something whole and a free line.

    What goes on below its page goes on in a second column, where both are readable; the next page begins the next two.
    """
    blocks = list(blocks)
    rows, each = _rows(blocks, width), (width - BETWEEN) // 2
    if height < 1 or len(rows) <= height:
        return Content("\n").join(row.said for row in rows)
    if each < COLUMN:
        return Content("\n").join(paged(rows, height))
    rows = _rows(blocks, each)
    lines: list[Content] = []
    while rows:
        left, right = (column(rows, height, before_headings=True) for _side in range(2))
        left += [Content("")] * (height - len(left))  # a page is whole, and the rule between columns as high
        lines += side_by_side(left, right, each) if right else left
    return Content("\n").join(lines)


def _rows(blocks: list[Plain], width: int) -> list[Row]:
    """All of it: a heading goes on in what it is of, a text in its next line, the head of a table in its first row."""
    measure, grids = min(width, MEASURE), _grids(blocks, width)  # a table is read by its columns
    rows: list[Row] = []
    for above, block in zip([None, *blocks], blocks, strict=False):
        if not isinstance(block, Heading):
            rows += [row for part in _parts(block, measure, grids) for row in part]
            rows.append(Row(Content("")))
            continue
        head = [Row(row, goes_on=True) for row in _heading(block, measure)]
        rows += [head[0]._replace(heads=not isinstance(above, Heading)), *head[1:]]
    return rows


def _parts(block: Paragraph | Points | Table, width: int, grids: Grids) -> Iterator[list[Row]]:
    """What is not cut where that leaves little free: a paragraph, a point.

    A point with others under it is not cut at all, nor is a row of a table, the first with its head.
    """
    if isinstance(block, Paragraph):
        yield whole(wrapped(Content.styled(block.text, "$muted italic" if block.quiet else ""), width), cut=True)
    elif isinstance(block, Points):
        flat = not any(point.under for point in block.points)
        yield from (whole(part, cut=flat) for part in _points(block.points, width))
    else:
        yield from _table(block, grids[block.head])


def _heading(heading: Heading, width: int) -> Iterator[Content]:
    """Its text, and a rule below it, or a blank line below the title; the lowest stands right above what it is of."""
    yield from wrapped(Content.styled(heading.text, "bold"), width)
    if heading.level <= RULED:
        rule = min(width, cell_len(heading.text)) if heading.level == RULED else 0
        yield Content.styled("─" * rule, "$line")


def _points(points: Sequence[Point], width: int) -> Iterator[list[Content]]:
    """Points, each whole with what stands under it where that is no more than ``TOGETHER``, or with the first of it.

    Where most have something under them, a blank line stands between them: there the next one begins.
    """
    apart = 2 * sum(bool(point.under) for point in points) > len(points)
    for place, point in enumerate(points):
        if place and apart:
            yield [Content("")]
        first, *under = _point(point, width)
        if len(first) + sum(map(len, under)) <= TOGETHER:
            yield sum(under, first)
            continue
        yield sum(under[:1], first)
        yield from under[1:]


def _point(point: Point, width: int, deep: int = 0) -> Iterator[list[Content]]:
    """Its text with what is said of it behind that, or below where it does not fit whole; then those under it."""
    indent = "  " * deep
    room = max(20, width - 2 - len(indent))
    said, aside = wrapped(Content(point.text), room), Content.styled(point.aside, "$muted")
    if aside and said[-1].cell_length + len(GUTTER) + aside.cell_length <= room:
        said[-1] += GUTTER + aside
    elif aside:
        said = [*said, *wrapped(aside, room)]
    marks = ["· ", *["  "] * (len(said) - 1)]
    yield [Content.assemble(indent, (mark, "$muted"), row) for mark, row in zip(marks, said, strict=True)]
    for under in point.under:
        yield from _point(under, width, deep + 1)


def _grids(blocks: Iterable[Plain], width: int) -> Grids:
    """Tables of one kind have the same columns: those with the same head, or with the first few words of it."""
    grids: dict[tuple[str, ...], list[int]] = {}
    kinds: dict[tuple[str, ...], list[Sequence[str]]] = {}
    for table in sorted((block for block in blocks if isinstance(block, Table)), key=lambda table: -len(table.head)):
        count = len(table.head)
        kind = next((head for head in kinds if count > 1 and head[:count] == table.head), table.head)
        widths = grids.setdefault(table.head, grids.get(kind, [0] * count))
        rows = (table.head, *table.rows)
        kinds.setdefault(kind, []).extend(rows)
        for row in rows:
            widths[:count] = map(max, widths, map(cell_len, row))
    for kind, said in kinds.items():
        _narrow(grids[kind], said, width)
    return grids


def _narrow(widths: list[int], rows: Sequence[Sequence[str]], room: int) -> None:
    """Take what is too wide off the columns in which that folds the least: a few long names do not starve the text.

    A column with less than its share keeps its width: a row that folds is no reason to fold a date in it too.
    """
    cells = [[tuple(cell_len(word) for word in cell.split()) for cell in row] for row in rows]
    room -= len(GUTTER) * (len(widths) - 1)
    if sum(widths) <= room:
        return
    wide = [place for place, width in enumerate(widths) if width * len(widths) > room]
    while sum(widths) > room and max(widths) > NARROWEST:
        able = [place for place in wide if widths[place] > NARROWEST] or range(len(widths))
        widths[max(able, key=lambda place: widths[place])] -= 1

    def folds(tried: Iterable[int]) -> tuple[int, int]:
        """So many lines all rows take in columns of these widths, and all cells."""
        tried = list(tried)
        lines = [[_lines(words, width) for words, width in zip(row, tried, strict=False)] for row in cells]
        return sum(map(max, lines)), sum(map(sum, lines))

    def traded(one: int, other: int, by: int) -> list[int]:
        """The widths with some of one column given to another."""
        return [width - by * (place == one) + by * (place == other) for place, width in enumerate(widths)]

    least = folds(widths)
    while trades := [
        tried
        for one, other in permutations(wide, 2)
        for by in range(1, widths[one] - NARROWEST + 1)
        if folds(tried := traded(one, other, by)) < least
    ]:
        widths[:] = min(trades, key=folds)
        least = folds(widths)


@lru_cache(4096)
def _lines(words: tuple[int, ...], width: int) -> int:
    """How many lines words of these widths take in a column."""
    lines, taken = 1, -1
    for word in words:
        if taken >= 0 and taken + 1 + word > width:
            lines, taken = lines + 1, -1
        taken += 1 + word
        lines, taken = lines + max(0, taken - 1) // width, min(taken, width)  # a word that is cut
    return lines


def _table(table: Table, widths: Sequence[int]) -> Iterator[list[Row]]:
    """Its head with its first row, and its other rows; with a blank line between rows of which most fold."""
    head = list(_row(table.head, widths[: len(table.head)], table.right, "$muted"))
    rows = [list(_row(row, widths[: len(row)], table.right, "")) for row in table.rows]
    apart = 2 * sum(len(row) > 1 for row in rows) > len(rows)
    yield whole(head + (rows[0] if rows else []))
    for row in rows[1:]:
        yield whole([Content("")] * apart + row)


def _row(cells: Sequence[str], widths: Sequence[int], right: frozenset[int], style: str) -> Iterator[Content]:
    """A row as high as its longest cell needs: text folds, it is never cut."""
    columns = [wrapped(Content.styled(text, style), width) for text, width in zip(cells, widths, strict=True)]
    for parts in zip_longest(*columns, fillvalue=Content("")):
        padded = []
        for place, (part, width) in enumerate(zip(parts, widths, strict=True)):
            gap = max(0, width - part.cell_length)
            padded.append(part.pad_left(gap) if place in right else part.pad_right(gap))
        yield Content(GUTTER).join(padded)
