"""The tables of a session as CSV, a file each, as a spreadsheet opens it by a double click."""

from __future__ import annotations

import csv
from datetime import time
from io import StringIO

from data.model.languages import SOURCE_LANGUAGE, decimal
from data.report.report import Report
from data.report.sheet import Cell, Sheet
from data.report.tables import harmless, sheets
from data.text import slug


def render(report: Report) -> dict[str, bytes]:
    """Each table by its name: UTF-8 with a BOM; between cells a semicolon where the comma is a decimal sign."""
    return {
        file_name(sheet, report.language): _file(sheet, report.language)
        for sheet in sheets(report.view, report.language, report.wanted.without)
    }


def file_name(sheet: Sheet, language: str) -> str:
    """What the file of a table is called in a language, always the same: its title, in English its key."""
    return sheet.key if language == SOURCE_LANGUAGE else slug(sheet.title)


def _file(sheet: Sheet, language: str) -> bytes:
    made = StringIO()
    separator = ";" if decimal(0.5, language) == "0,5" else ","
    writer = csv.writer(made, delimiter=separator)
    writer.writerow(sheet.head)
    writer.writerows([_text(cell, language) for cell in row] for row in sheet.rows)
    return made.getvalue().encode("utf-8-sig")


def _text(cell: Cell, language: str) -> str:
    if cell is None:
        return ""
    if isinstance(cell, str):
        return harmless(cell)
    if isinstance(cell, float):
        return decimal(cell, language, 2)
    return cell.strftime("%H:%M") if isinstance(cell, time) else str(cell)
