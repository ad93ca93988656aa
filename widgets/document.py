"""A document on the screen: its blocks wrapped to the width, nothing of them taken for markup."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import Any

from rich.cells import cell_len
from textual.content import Content
from textual.widgets import Static

from data.report.blocks import Heading, Paragraph, Plain, Point, Points, Table
from widgets.wrapping import side_by_side, wrapped

MEASURE = 100
"""Lines no longer than this, in cells: longer ones are hard to read back."""

COLUMN, BETWEEN = 64, 5
"""Where two columns are at least so wide, with so much between them, a document longer than its page has two."""

NARROWEST = 6
"""A column of a table is not made narrower than this, in cells."""

SLACK = 2
"""A line of text that folds leaves about so many cells of its column empty."""

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
    blocks, measure = list(blocks), min(width, MEASURE)
    grids = _grids(blocks, width)  # a table is read by its columns
    return Content("\n").join(row for block in blocks for row in _block(block, measure, grids))


def spread(blocks: Iterable[Plain], width: int, height: int) -> Content:
    """The document for a page of this size: what goes on below it goes on in a second column, where both are readable.

    A page further down begins the next two columns.
    """
    blocks = list(blocks)
    whole, each = drawn(blocks, width), (width - BETWEEN) // 2
    if each < COLUMN or height < 1 or len(whole.split(allow_blank=True)) <= height:
        return whole
    before, grids = [None, *blocks], _grids(blocks, each)
    rows = [row for above, block in zip(before, blocks, strict=False) for row in _rows(block, each, above, grids)]
    lines: list[Content] = []
    while rows:
        left, right = _column(rows, height), _column(rows, height)
        foot = [Content("")] * (height - len(left))  # the rule between them is as high as the page
        lines += side_by_side([*left, *foot], right, each) if right else left
    return Content("\n").join(lines)


def _rows(block: Plain, width: int, above: Plain | None, grids: Grids) -> Iterator[tuple[Content, bool]]:
    """Its rows, each with whether a column may end before it: a heading begins there, and none stands above it."""
    for number, row in enumerate(_block(block, width, grids)):
        yield row, isinstance(block, Heading) and number == 0 and not isinstance(above, Heading)


def _column(rows: list[tuple[Content, bool]], height: int) -> list[Content]:
    """Take the rows of one column of a page: the last line stays free, and it ends before a heading of its lower half.

    No column begins with a blank.
    """
    while rows and not rows[0][0].plain.strip():
        rows.pop(0)
    end = max(1, height - 1)
    if end < len(rows):
        end = next((place for place in range(end, height // 2, -1) if rows[place][1]), end)
    taken = [row for row, _heads in rows[:end]]
    del rows[:end]
    return taken


def _block(block: Plain, width: int, grids: Grids) -> Iterator[Content]:
    if isinstance(block, Heading):
        yield from _heading(block, width)
    elif isinstance(block, Paragraph):
        yield from wrapped(Content.styled(block.text, "$muted italic" if block.quiet else ""), width)
    elif isinstance(block, Points):
        for point in block.points:
            yield from _point(point, width)
    else:
        yield from _table(block, grids[block.head])
    yield Content("")


def _heading(heading: Heading, width: int) -> Iterator[Content]:
    yield from wrapped(Content.styled(heading.text, "bold"), width)
    if heading.level == 2:
        yield Content.styled("─" * min(width, cell_len(heading.text)), "$line")


def _point(point: Point, width: int, deep: int = 0) -> Iterator[Content]:
    """Its text with what is said of it behind that, or below where it does not fit whole."""
    indent = "  " * deep
    room = max(20, width - 2 - len(indent))
    said, aside = wrapped(Content(point.text), room), Content.styled(point.aside, "$muted")
    if aside and said[-1].cell_length + len(GUTTER) + aside.cell_length <= room:
        said[-1] += GUTTER + aside
    elif aside:
        said = [*said, *wrapped(aside, room)]
    for number, row in enumerate(said):
        yield Content.assemble(indent, ("· " if number == 0 else "  ", "$muted"), row)
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
    """Take what is too wide off the columns in which that folds the least: a few long names do not starve the text."""
    cells = [[(cell_len(cell), max(map(cell_len, cell.split()), default=0)) for cell in row] for row in rows]

    def lines(column: int, by: int) -> int:
        """So many lines they take with this column so much narrower."""
        tried = [width - by * (place == column) for place, width in enumerate(widths)]
        return sum(
            max(
                1 if wide <= width else -(-wide // (width - SLACK)) + (word > width)
                for (wide, word), width in zip(row, tried, strict=False)
            )
            for row in cells
        )

    while (over := sum(widths) + len(GUTTER) * (len(widths) - 1) - room) > 0 and max(widths) > NARROWEST:
        by = max(1, min(over // 8, max(widths) - NARROWEST))
        able = [place for place, width in enumerate(widths) if width - by >= NARROWEST]
        widths[min(able, key=lambda place: (lines(place, by), -widths[place]))] -= by


def _table(table: Table, widths: Sequence[int]) -> Iterator[Content]:
    """Its head and its rows; with a blank line between rows of which most fold."""
    yield from _row(table.head, widths[: len(table.head)], table.right, "$muted")
    rows = [list(_row(row, widths[: len(row)], table.right, "")) for row in table.rows]
    apart = 2 * sum(len(row) > 1 for row in rows) > len(rows)
    for number, row in enumerate(rows):
        if apart and number:
            yield Content("")
        yield from row


def _row(cells: Sequence[str], widths: Sequence[int], right: frozenset[int], style: str) -> Iterator[Content]:
    """A row as high as its longest cell needs: text folds, it is never cut."""
    columns = [wrapped(Content.styled(text, style), width) for text, width in zip(cells, widths, strict=True)]
    for parts in zip_longest(*columns, fillvalue=Content("")):
        padded = []
        for column, (part, width) in enumerate(zip(parts, widths, strict=True)):
            gap = max(0, width - part.cell_length)
            padded.append(part.pad_left(gap) if column in right else part.pad_right(gap))
        yield Content(GUTTER).join(padded)
