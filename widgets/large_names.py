"""Names in columns, as large as they fit: in drawn letters while there is room, in ordinary ones otherwise."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len, chop_cells
from textual.content import Content

from widgets.letters import LARGE, NARROW, PLAIN, TALL, Reach, Size, columns, draw, reach, rows, wrapped

GAP = 4
"""Cells between two columns."""


def large_names(full: Sequence[str], short: Sequence[str], width: int, height: int) -> Content:
    """Whole names or, to draw them larger, first names; read down the columns.

    Args:
        full: the names.
        short: for each of them what is called across the table.
        width: the cells there are.
        height: the rows there are; ordinary letters may need more, and scroll.
    """
    for names, size in ((full, LARGE), (full, TALL), (short, LARGE), (short, TALL), (full, NARROW), (short, NARROW)):
        drawn = _grid(names, size, width)
        if drawn and len(drawn) <= height:
            return _content(drawn)
    if max(map(cell_len, full), default=0) > width:
        return _content(_folded(full, width))
    drawn = _grid(full, PLAIN, width, air=True)
    return _content(drawn if len(drawn) <= height else _grid(full, PLAIN, width, tallest=height))


def _grid(names: Sequence[str], size: Size, width: int, *, air: bool = False, tallest: int = 0) -> list[str]:
    """The rows of a grid, of few columns for drawn letters and of as many as ``tallest`` asks; none if too narrow."""
    each = max((columns(name, size) for name in names), default=0) + GAP
    most = (width + GAP) // each
    if not names or (not most and size is not PLAIN):
        return []
    across = max(1, most if not tallest else min(most, -(-len(names) // tallest)))
    down = -(-len(names) // across)
    reaching = reach(names)
    spare = 1 if size is not PLAIN or air else 0
    lines: list[str] = []
    for place in range(down):
        cells = [_cell(name, size, reaching, each) for name in names[place::down]]
        lines += ["".join(parts).rstrip() for parts in zip(*cells, strict=True)] + [""] * spare
    return lines[: len(lines) - spare]


def _folded(names: Sequence[str], width: int) -> list[str]:
    """One name under another, each on as many rows as it needs: no letter of a name falls off the side."""
    return [row for name in names for row in wrapped(name, PLAIN, width) or chop_cells(name, width)]


def _cell(name: str, size: Size, reaching: Reach, width: int) -> list[str]:
    drawn = draw(name, size, reaching)
    height = 1 if size is PLAIN else rows(size, reaching)
    taken = columns(name, size)
    return [row + " " * (width - taken) for row in drawn[:height]]


def _content(drawn: Sequence[str]) -> Content:
    return Content("\n").join([Content.styled(row, "bold") for row in drawn])
