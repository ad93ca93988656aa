"""The tables of a session as an Excel workbook: a sheet each, ready to sort and filter, and a chart of the scores."""

from __future__ import annotations

from datetime import date, time
from io import BytesIO
from math import ceil
from typing import TYPE_CHECKING, Any
from unicodedata import east_asian_width

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

NARROWEST = 20
"""Where a sheet would be too wide to read on paper, its columns with long texts become as narrow as this at most."""

ON_PAPER = 165
"""So many characters beside one another are still read on an A4 on its side."""

LINE = 15
"""The height of a line in points."""

ROOM = 1.05
"""How many characters stand in a width of one, which is that of a digit: most letters are narrower."""

ARROW = 2
"""How far a head over numbers stands from the right, for the arrow of the filter, in steps of about a character."""

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
    head = {"bold": True, "bg_color": PAPER, "font_color": INK, "bottom": 1, "valign": "top"}
    heads = {
        True: book.add_format({**head, "align": "right", "indent": ARROW}),
        False: book.add_format({**head, **LEFT}),
    }
    looks = {kind: book.add_format({"valign": "top", **look}) for kind, look in LOOKS.items()}
    widths = _widths(sheet)
    for column, text in enumerate(sheet.head):
        page.write_string(0, column, text, heads[_numbers(sheet, column)])
        page.set_column(column, column, widths[column])
    for number, row in enumerate(sheet.rows, start=1):
        for column, cell in enumerate(row):
            _write(page, number, column, cell, looks)
        # Not every program makes room by itself for a text that wraps.
        if (lines := max(map(_lines, row, widths))) > 1:
            page.set_row(number, LINE * lines)
    page.freeze_panes(1, 0)
    page.set_header("&L&F&R&A")  # the file, and the sheet
    page.set_footer("&R&P / &N")
    if sheet.rows:
        page.autofilter(0, 0, len(sheet.rows), len(sheet.head) - 1)
    page.set_landscape()
    page.set_paper(9)  # A4
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)
    return page


LEFT: dict[str, Any] = {"align": "left", "indent": 1}
"""Text stands free of the numbers before it."""

LOOKS: dict[type, dict[str, Any]] = {
    str: {"text_wrap": True, **LEFT},
    int: {"num_format": "0", "align": "right", "indent": 1},
    float: {"num_format": "0.0", "align": "right", "indent": 1},
    date: {"num_format": 14, **LEFT},  # as the computer that opens it writes days
    time: {"num_format": "hh:mm", **LEFT},
}


def _write(page: Worksheet, row: int, column: int, cell: Cell, looks: dict[type, Any]) -> None:
    if isinstance(cell, str):
        page.write_string(row, column, cell, looks[str])
    elif isinstance(cell, int | float):
        page.write_number(row, column, cell, looks[type(cell)])
    elif cell is not None:
        page.write_datetime(row, column, cell, looks[type(cell)])


def _widths(sheet: Sheet) -> list[int]:
    """The columns as wide as their texts, the widest of them narrower where paper could not hold them all."""
    columns = range(len(sheet.head))
    heads = [max(_wide(sheet.head[column]) + 5, 8) for column in columns]  # with the arrow of the filter
    texts = [[str(row[column]) for row in sheet.rows if row[column] is not None] for column in columns]
    whole = [max([_wide(text) + 3 for text in each], default=0) for each in texts]
    for most in range(WIDEST, NARROWEST - 1, -1):
        found = [max(head, min(wide, most)) for head, wide in zip(heads, whole, strict=True)]
        if sum(found) <= ON_PAPER:
            break
    return found


def _numbers(sheet: Sheet, column: int) -> bool:
    """Whether a column holds numbers, and nothing else."""
    held = [row[column] for row in sheet.rows if row[column] is not None]
    return bool(held) and all(isinstance(cell, int | float) for cell in held)


def _wide(text: str) -> int:
    """How many characters wide a text is: those of East Asia count for two."""
    return sum(2 if east_asian_width(sign) in "WF" else 1 for sign in text)


def _lines(cell: Cell, width: float) -> int:
    """On how many lines a value stands in a column that is so wide: words go whole to the next one, as they can."""
    if not isinstance(cell, str):
        return 1
    room, lines, at = ROOM * (width - 1), 1, 0.0
    for word in cell.split(" "):
        wide = _wide(word)
        if at and at + 1 + wide > room:
            lines, at = lines + 1, 0
        lines += max(ceil(wide / room) - 1, 0)
        at = (at + 1 if at else 0) + (wide % room or room if wide > room else wide)
    return lines


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
    chart.set_y_axis({"reverse": True, "crossing": "max"})  # the marks stand under the bars
    chart.set_legend({"none": True})
    chart.set_title({"name": t(say("Averages out of 10")), "name_font": {"size": 12}})
    page.insert_chart(last + 2, 0, chart, {"description": t(say("Bars of the average score of each subject"))})
