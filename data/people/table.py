"""A text as rows of cells: which sign parts them, what is quoted, and how rows are counted."""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from dataclasses import dataclass

from data.names import name_of
from data.names.reading import is_particle
from data.people.headers import is_header, is_title
from data.text import clean

SEPARATORS = ";\t|"
"""What parts cells and is hardly ever part of one; a comma is often both."""

HEAD = 12
"""So many rows at most stand above the first person: titles, empty rows, headers."""

_SEP = re.compile(r"\s*\"?sep=(.|\\t)\"?\s*", re.IGNORECASE)

Row = list[str]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells by their number from 1; ``separator`` is empty where a row is one cell.

    ``apart`` are the numbers of rows that another sign parts: lines that were typed or pasted otherwise.
    ``family_first`` tells that rows were left whole because a comma parts the family name from the first name.
    """

    rows: list[tuple[int, Row]]
    separator: str = ""
    family_first: bool = False
    apart: frozenset[int] = frozenset()


def table_of(text: str) -> Table:
    """Part a text into rows and cells."""
    lines = clean(text).removeprefix("\ufeff").split("\n")
    named = _SEP.fullmatch(lines[0])
    if named:
        separator = named[1].replace("\\t", "\t")
        return Table([(number + 1, row) for number, row in _rows(lines[1:], separator)], separator)
    separator = separator_of(lines)
    if separator == "," and family_first(_rows(lines, ",")):
        return Table([(number, [line]) for number, line in enumerate(lines, start=1)], "", family_first=True)
    rows = _rows(lines, separator)
    own = {} if separator == "," else {number: sign for number, row in rows if (sign := _own_sign(row))}
    parted = [(number, _cells(row[0], own[number]) if number in own else row) for number, row in rows]
    return Table(parted, separator, apart=frozenset(own))


def separator_of(lines: list[str]) -> str:
    """What parts the cells: what makes headers of a row, else the commonest of ; tab and |, else a comma."""
    for line in lines[:HEAD]:
        parted = {sep: _cells(line, sep) for sep in f"{SEPARATORS},"}
        heads = [sep for sep, cells in parted.items() if len(cells) > 1 and is_header(cells)]
        if heads:
            return max(heads, key=lambda sep: len(parted[sep]))
    counts = {sep: sum(sep in line for line in lines) for sep in SEPARATORS}
    if any(counts.values()):
        return max(counts, key=lambda sep: counts[sep])
    return "," if any("," in line for line in lines) else ""


def family_first(rows: Sequence[tuple[int, Row]]) -> bool:
    """Whether the comma stands between family name and first name in most rows, not between a name and more."""
    two = [[cell.strip() for cell in row] for _number, row in rows if len(row) > 1]
    if not two or any(is_header(row) for row in two[:HEAD]):
        return False
    turned = [row for row in two if len(row) == 2 and _is_family(row[0]) and 0 < len(row[1].split()) <= 3]
    return 2 * len(turned) > len(two)


def _is_family(cell: str) -> bool:
    """Whether a cell looks like a family name alone: one word, or one that begins with a particle."""
    words = name_of(cell).rest.split()
    return bool(words) and (len(words) == 1 or is_particle(words[0]) or cell.upper() == cell)


def _rows(lines: Sequence[str], separator: str) -> list[tuple[int, Row]]:
    """The rows, counted from 1; a quoted cell may hold line breaks."""
    if not separator:
        return [(number, [line]) for number, line in enumerate(lines, start=1)]
    if sum(line.count('"') for line in lines) % 2 == 0:
        try:
            return list(enumerate(csv.reader((f"{line}\n" for line in lines), delimiter=separator), start=1))
        except csv.Error:  # a cell without end
            pass
    # A quotation mark that is never closed would swallow all that follows.
    return [(number, _cells(line, separator)) for number, line in enumerate(lines, start=1)]


def _cells(line: str, separator: str) -> Row:
    try:
        if line.count('"') % 2:
            return line.split(separator)
        return next(csv.reader([line], delimiter=separator), [])
    except csv.Error:
        return line.split(separator)


def _own_sign(row: Row) -> str:
    """What parts a row that is one cell so far, as a line that was typed or pasted otherwise is.

    A comma does only where that is not between family name and first name.
    """
    if len(row) != 1 or is_title(row):
        return ""
    signs = (*SEPARATORS, *([] if family_first([(1, _cells(row[0], ","))]) else [","]))
    return next((sign for sign in signs if sign in row[0]), "")
