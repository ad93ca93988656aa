"""Bars, columns and squares, as large as the letters that they stand with; each is None where it does not fit."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from data.methods.votes import drawing
from widgets.letters import LARGE, NARROW, PLAIN, TALL, Reach, Size, columns, draw, reach, rows
from widgets.projected import Bar, Spread, Squares

SHORTEST, LONGEST = 8, 120
"""Cells of a bar."""

HIGH = {PLAIN: 2, NARROW: 4, TALL: 5, LARGE: 8}
"""Rows of the highest column."""

WIDEST = {PLAIN: 4, NARROW: 8, TALL: 10, LARGE: 16}
"""Cells of a column, with the air behind it."""

Rows = list[Content]


def drawn_below(what: Bar | Spread, width: int, size: Size) -> Rows | None:
    """What stands below a text of this size."""
    return bar(what, width, size) if isinstance(what, Bar) else spread(what, width, size)


def bar(what: Bar, width: int, size: Size) -> Rows | None:
    """A bar on its track, with its count at the end."""
    said = draw(what.said, size, reach([what.said]))
    length = min(LONGEST, width - columns(what.said, size) - 2)
    if length < SHORTEST:
        return None
    full = drawing.bar(what.count, what.of, length)
    half = length // 2 - len(full) if what.half else -1
    rest = "".join("│" if place == half else " " for place in range(length - len(full)))
    track = Content.assemble((full, what.style), (rest, "$muted on $panel"))
    thick = max(1, rows(size, Reach()) * 3 // 4)
    start = (rows(size, Reach()) - thick) // 2
    return [
        Content.assemble(track if start <= row < start + thick else " " * length, "  ", (cells, "bold $foreground"))
        for row, cells in enumerate(said)
    ]


def spread(what: Spread, width: int, size: Size) -> Rows | None:
    """Columns over their marks; the marks are small where they would not fit."""
    apart = 3 if what.split else 0
    each = min(WIDEST.get(size, WIDEST[LARGE]), (width - apart) // len(what.counts))
    if each < 2:
        return None
    high, most = HIGH.get(size, HIGH[LARGE]), max(1, *what.counts)
    lengths = [drawing.eighths(count, most, high) for count in what.counts]
    found = []
    for level in reversed(range(high)):
        blocks = [_block(length - level * drawing.EIGHTHS) * (each - 1) for length in lengths]
        found.append(_in_cells(blocks, what.split, each, what.style))
    marks = size if all(columns(mark, size) < each for mark in what.marks) else PLAIN
    drawn = [draw(mark, marks, reach(what.marks)) for mark in what.marks]
    return found + [_in_cells(line, what.split, each, "$muted") for line in zip(*drawn, strict=True)]


def _block(eighths: int) -> str:
    return drawing.columns([min(eighths, drawing.EIGHTHS)], drawing.EIGHTHS)[0] if eighths > 0 else " "


def _in_cells(parts: Sequence[str], split: int, each: int, style: str) -> Content:
    cells: list[Content | str | tuple[str, str]] = []
    for place, part in enumerate(parts):
        if split and place == split:
            cells.append((" │ ", "$muted"))
        cells.append((part.center(each - 1) + " ", style))
    return Content.assemble(*cells)


def squares(what: Squares, width: int, height: int, size: Size) -> Rows | None:
    """A square of squares with its marks at the left and below, what goes upwards on top of it and across under it."""
    marks = [str(mark) for mark in range(1, len(what.counts) + 1)]
    most = max(columns(str(count), size) for row in what.counts for count in row)
    wide, high = max(most, columns("5", size)) + 4, rows(size, Reach()) + 1
    left = columns("5", size) + 2
    titles = size if max(columns(text, size) for text in (what.upwards, what.across)) <= width else PLAIN
    found = _title(what.upwards, titles)
    for value in reversed(range(len(what.counts))):
        counted = [str(count or "·") for count in what.counts[value]]
        drawn = [draw(text, size, Reach()) for text in (marks[value], *counted)]
        for line in (*zip(*drawn, strict=True), None):
            cells = [Content.styled((line[0] if line else "").ljust(left), "$muted")]
            for place, count in enumerate(what.counts[value]):
                stands_out = place + 1 >= what.high and value + 1 >= what.high
                style = ("bold $success" if stands_out else "bold $foreground") if count else "$muted"
                ground = "$boost" if stands_out else "$surface"
                text = (line[place + 1] if line else "").center(wide - 1)
                cells += [Content.styled(text, f"{style} on {ground}"), Content(" ")]
            found.append(Content.assemble(*cells))
    below = [draw(mark, size, Reach()) for mark in marks]
    found += [
        Content.styled(" " * left + "".join(part.center(wide - 1) + " " for part in line), "$muted")
        for line in zip(*below, strict=True)
    ]
    found += _title(what.across, titles, left)
    fits = len(found) <= height and max(line.cell_length for line in found) <= width
    return found if fits and high else None


def _title(text: str, size: Size, indent: int = 0) -> Rows:
    return [Content.styled(" " * indent + row, "$muted") for row in draw(text, size, reach([text]))]
