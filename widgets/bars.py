"""Counts as bars: in eighths of a cell, with the count and the base, and where the half is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from textual.content import Content

from data.methods.votes import drawing
from widgets.page import Cell, Line
from widgets.wrapping import wrapped

LONGEST = 48
"""The longest bar, in cells."""

FOLDS = 64
"""In a narrower page the text stands above its bar, and the note below it."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A count out of a base: ``letter`` and ``text`` say of what, ``note`` stands behind it and ``below`` under it.

    ``id`` chooses it, ``half`` marks the half of the base.
    """

    letter: str
    text: str
    count: int
    base: int
    style: str = "$success"
    note: str = ""
    id: str = ""
    below: str = ""
    half: bool = False


def bars(rows: Sequence[Bar], width: int) -> list[Line]:
    """A bar a row, all on one scale and with air between."""
    folded = width < FOLDS
    if folded:
        rows = [replace(row, note="", below=" · ".join(filter(None, (row.note, row.below)))) for row in rows]
    lead = max((len(row.letter) for row in rows), default=0) + 3
    tail = max((Content(_count(row)).cell_length + Content(row.note).cell_length for row in rows), default=0) + 6
    texts = max((Content(row.text).cell_length for row in rows), default=0)
    room = width - lead - tail
    words = room if folded else min(texts, max(14, room // 2))
    length = max(8, min(LONGEST, room - (0 if folded else words + 2)))
    lines: list[Line] = []
    for row in rows:
        lines += _row(row, width, lead, words, length, folded=folded)
        lines.append(())
    return lines


def _row(row: Bar, width: int, lead: int, words: int, length: int, *, folded: bool) -> list[Line]:
    text = wrapped(Content(row.text), width - lead if folded else words)
    first = [Content.styled(row.letter.center(lead), "bold"), text[0] if text else Content("")]
    drawn = Content.assemble(
        _track(row, length),
        (f"  {_count(row)}", "bold"),
        f"  {row.note}",
    )
    blank = Content(" " * lead)
    if folded:
        lines = [Content("").join(first), *(blank + more for more in text[1:])]
        lines.append(blank + drawn)
    else:
        lines = [Content("").join([first[0], _padded(first[1], words + 2), drawn])]
        lines += [blank + _padded(more, words + 2) for more in text[1:]]
    under = wrapped(Content.styled(row.below, "$muted"), width - lead) if row.below else []
    return [[Cell(line, width, row.id)] for line in [*lines, *(blank + more for more in under)]]


def _count(row: Bar) -> str:
    return f"{row.count}/{row.base}" if row.base else "–"


def _track(row: Bar, length: int) -> Content:
    """The bar on its track, with a mark where the half of the base is, when that is asked."""
    bar = drawing.bar(row.count, row.base, length)
    half = length // 2 if row.half else length
    rest = "".join("│" if len(bar) + place == half else " " for place in range(length - len(bar)))
    return Content.assemble((bar, row.style), (rest, "$muted"))


def _padded(content: Content, width: int) -> Content:
    return content.pad_right(max(0, width - content.cell_length))
