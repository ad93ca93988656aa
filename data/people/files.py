"""Lists of people as files: text in any usual encoding, and workbooks of Excel and LibreOffice."""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from data.encoding import decoded
from data.model import Refused, say
from data.names.finding import Named
from data.people.reading import Columns, read_people, read_rows
from data.people.records import People

LARGEST = 20_000_000
"""Bytes; a longer file is no list of people."""

_ZIP, _OLD = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def read_list(path: Path, known: Iterable[Named] = (), columns: Columns | None = None) -> People:
    """Read people from a file; ``columns`` has headers that are to be read otherwise.

    Raises:
        OSError: the file cannot be read.
        Refused: it is no list of people in a form that is understood.
    """
    with path.open("rb") as file:
        data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise Refused(say("{file} is too large for a list of people.", file=path.name))
    return people_in(data, path.name, known, columns)


def people_in(data: bytes, name: str, known: Iterable[Named] = (), columns: Columns | None = None) -> People:
    """Read people from the bytes of a list; ``name`` is what it is called in sentences.

    Raises:
        Refused: it is no list of people in a form that is understood.
    """
    if data.startswith((_ZIP, _OLD)):
        return read_rows(_sheet(data, name), known, columns)
    text, encoding = decoded(data, name)
    found = read_people(text, known, columns)
    return replace(found, layout=replace(found.layout, encoding=encoding))


def _sheet(data: bytes, name: str) -> list[list[str]]:
    """The rows of the first sheet that holds something.

    python-calamine reads every kind of workbook with one small wheel, in a hundredth of a second; it needs no other
    package, and it does not run what stands in it.
    """
    from python_calamine import CalamineError, load_workbook

    try:
        book = load_workbook(io.BytesIO(data))
        for place in range(len(book.sheet_names)):
            rows = book.get_sheet_by_index(place).to_python(skip_empty_area=False)
            if rows:
                return [[_cell(cell) for cell in row] for row in rows]
    except CalamineError as error:
        said = say("{file} is not a workbook that can be read: save it as CSV UTF-8.", file=name)
        raise Refused(said) from error
    return []
    return []


def _cell(value: object) -> str:
    """What stands in a cell, as one reads it: no ``.0`` behind a whole number."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, date | datetime):
        return value.isoformat()
    return "" if value is None else str(value)
