"""The tables of a session as an Excel workbook: a sheet each, ready to sort and filter, and a chart of the scores."""

from __future__ import annotations

from datetime import date, time
from io import BytesIO
from typing import TYPE_CHECKING, Any

from data.model import say
from data.report.report import Report
from data.report.sheet import Cell, Sheet
from data.report.tables import sheets
from data.report.tongue import Tongue

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

WIDEST = 60
"""A column is no wider than so many characters; longer texts wrap."""

INK, PAPER, ACCENT = "#1f2530", "#f0eadc", "#9a5b00"


def render(report: Report) -> bytes:
    """The workbook."""
    from xlsxwriter import Workbook

    t = Tongue(report.language)
    made = BytesIO()
    # Text is text: nothing that people wrote becomes a formula, a link or a number.
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with Workbook(made, options) as book:
        book.set_properties({"title": report.title, "created": None})
        found = sheets(report.view, report.language, report.wanted.without)
        for sheet in found or [Sheet("empty", "", t(say("Summary")), (report.title,), ())]:
            page = _page(book, sheet)
            if sheet.key == "evaluation":
                _chart(book, page, sheet, t)
    return made.getvalue()


def _page(book: Workbook, sheet: Sheet) -> Worksheet:
    page = book.add_worksheet(sheet.title[:31])
    head = book.add_format({"bold": True, "bg_color": PAPER, "font_color": INK, "bottom": 1, "valign": "top"})
    looks = {kind: book.add_format({"valign": "top", **look}) for kind, look in LOOKS.items()}
    page.write_row(0, 0, sheet.head, head)
    for number, row in enumerate(sheet.rows, start=1):
        for column, cell in enumerate(row):
            _write(page, number, column, cell, looks)
    for column in range(len(sheet.head)):
        page.set_column(column, column, _width(sheet, column))
    page.freeze_panes(1, 0)
    if sheet.rows:
        page.autofilter(0, 0, len(sheet.rows), len(sheet.head) - 1)
    page.set_landscape()
    page.set_paper(9)  # A4
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)
    return page


LOOKS: dict[type, dict[str, Any]] = {
    str: {"text_wrap": True},
    int: {"num_format": "0"},
    float: {"num_format": "0.0#"},
    date: {"num_format": "yyyy-mm-dd", "align": "left"},
    time: {"num_format": "hh:mm", "align": "left"},
}


def _write(page: Worksheet, row: int, column: int, cell: Cell, looks: dict[type, Any]) -> None:
    if isinstance(cell, str):
        page.write_string(row, column, cell, looks[str])
    elif isinstance(cell, int | float):
        page.write_number(row, column, cell, looks[type(cell)])
    elif cell is not None:
        page.write_datetime(row, column, cell, looks[type(cell)])


def _width(sheet: Sheet, column: int) -> float:
    """Wide enough for the longest word of the column and most of its texts, and for the arrow of the filter."""
    texts = [str(row[column]) for row in sheet.rows if row[column] is not None]
    return min(WIDEST, max(len(sheet.head[column]) + 4, *(len(text) + 2 for text in texts), 8))


def _chart(book: Workbook, page: Worksheet, sheet: Sheet, t: Tongue) -> None:
    chart = book.add_chart({"type": "bar"})
    last = len(sheet.rows)
    name = page.get_name()
    chart.add_series(
        {
            "categories": [name, 1, 0, last, 0],
            "values": [name, 1, 1, last, 1],
            "fill": {"color": ACCENT},
            "gap": 60,
            "data_labels": {"value": True, "num_format": "0.0"},
        }
    )
    chart.set_x_axis({"min": 0, "max": 10, "major_unit": 2, "major_gridlines": {"visible": False}})
    chart.set_y_axis({"reverse": True})
    chart.set_legend({"none": True})
    chart.set_title({"name": t(say("Averages out of 10")), "name_font": {"size": 12}})
    page.insert_chart(last + 2, 0, chart, {"description": t(say("Bars of the average score of each subject"))})
