"""Who sits where: by table, as a list to work with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from textual.content import Content
from textual.geometry import Size as Space
from textual.widget import Widget

from data.i18n import _

STAYS = "●"
"""Stands before whoever keeps the seat of the round before."""


@dataclass(frozen=True, slots=True)
class Seat:
    """Somebody at a table: the name, the short name for large letters, and whether this is the seat they had."""

    name: str
    short: str
    stays: bool = False


@dataclass(frozen=True, slots=True)
class Seated:
    """A table, its number (or a word for who sits out) and the people at it."""

    label: str
    seats: tuple[Seat, ...]
    out: bool = False


Line = list[tuple[str, str]]


class Seating(Widget):
    """A list of tables in as many columns as it takes to show them all."""

    DEFAULT_CSS = """
    Seating { height: auto; width: 1fr; }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._tables: tuple[Seated, ...] = ()
        self.most_rows = 0

    def show(self, tables: Sequence[Seated], most_rows: int) -> None:
        """Show these tables in at most so many rows, if they fit at all."""
        if (tuple(tables), most_rows) != (self._tables, self.most_rows):
            self._tables, self.most_rows = tuple(tables), most_rows
            self.refresh(layout=True)

    def get_content_height(self, container: Space, viewport: Space, width: int) -> int:  # noqa: ARG002
        """As many rows as the tables take."""
        return len(self._lines(width))

    def render(self) -> Content:
        """The tables, filled down each column."""
        return Content("\n").join(self._lines(self.size.width))

    def _lines(self, width: int) -> list[Content]:
        """The tables, and below them what the mark means, where there is room."""
        lines = listed(self._tables, width, self.most_rows)
        stays = any(seat.stays for table in self._tables for seat in table.seats)
        if stays and len(lines) + 1 < self.most_rows:
            meaning = _("stays seated")
            lines += [Content(), Content.styled(f"{STAYS} {meaning}", "$success")]
        return lines


def listed(tables: Sequence[Seated], width: int, height: int) -> list[Content]:
    """Tables as lines of text: full names in the fewest columns that keep within ``height``, else short names."""
    for full in (True, False):
        for across in range(1, 5):
            blocks = _split(tables, across)
            drawn = [_block(block, full) for block in blocks]
            fits = sum(block[1] for block in drawn) + 3 * (len(drawn) - 1) <= width
            if fits and (len(blocks[0]) <= height or (not full and across == 4)):
                return _side_by_side(drawn)
    return [line.truncate(width, ellipsis=True) for table in tables for line in _folded(table, width)]


def _folded(table: Seated, width: int) -> list[Content]:
    """A table of which the names do not fit on one line, on as many as it takes."""
    lines = [Content.styled(table.label, "$muted" if table.out else "bold $accent")]
    indent = " " * cell_len(table.label)
    for seat in table.seats:
        name = Content.assemble("  ", _named_style(table, seat, _named(seat, full=False, marked=True)))
        if lines[-1].cell_length + name.cell_length > width and len(lines[-1]) > len(indent):
            lines.append(Content(indent))
        lines[-1] = Content.assemble(lines[-1], name)
    return lines


def _named_style(table: Seated, seat: Seat, name: str) -> tuple[str, str]:
    return name, "$muted" if table.out else "$success" if seat.stays else "$foreground"


def _split(tables: Sequence[Seated], across: int) -> list[Sequence[Seated]]:
    each = -(-len(tables) // across) or 1
    return [tables[start : start + each] for start in range(0, len(tables), each)] or [[]]


def _block(tables: Sequence[Seated], full: bool) -> tuple[list[Content], int]:
    """The lines of one column of tables, all padded to one width, and that width."""
    most = max((len(table.seats) for table in tables if not table.out), default=0)
    marked = any(seat.stays for table in tables for seat in table.seats)
    texts = [[_named(seat, full, marked) for seat in table.seats] for table in tables]
    widths = [
        max((cell_len(row[place]) for row, table in zip(texts, tables, strict=True) if _has(table, place)), default=0)
        for place in range(most)
    ]
    plate = max((cell_len(table.label) for table in tables), default=1)
    lines = [_row(table, row, widths, plate) for table, row in zip(tables, texts, strict=True)]
    width = max((line.cell_length for line in lines), default=0)
    return [Content.assemble(line, " " * (width - line.cell_length)) for line in lines], width


def _has(table: Seated, place: int) -> bool:
    return not table.out and place < len(table.seats)


def _named(seat: Seat, full: bool, marked: bool) -> str:
    mark = (f"{STAYS} " if seat.stays else "  ") if marked else ""
    return mark + (seat.name if full else seat.short)


def _row(table: Seated, names: list[str], widths: list[int], plate: int) -> Content:
    parts: Line = [(" " * (plate - cell_len(table.label)) + table.label, "$muted" if table.out else "bold $accent")]
    for place, (seat, name) in enumerate(zip(table.seats, names, strict=True)):
        parts.append((" · " if place else "  ", "$muted"))
        pad = 0 if table.out or place == len(names) - 1 else widths[place] - cell_len(name)
        parts.append(_named_style(table, seat, name + " " * pad))
    return Content.assemble(*parts)


def _side_by_side(blocks: list[tuple[list[Content], int]]) -> list[Content]:
    height = max(len(lines) for lines, _width in blocks)
    return [
        Content("   ").join([lines[row] if row < len(lines) else Content(" " * width) for lines, width in blocks])
        for row in range(height)
    ]
