"""The tables of a session: real values, in CSV and Excel alike, and nothing in them that a spreadsheet would run."""

from __future__ import annotations

import csv
from datetime import date, time
from io import BytesIO, StringIO
from pathlib import Path
from unicodedata import east_asian_width
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from data.demo import demo_records
from data.model import Participant, Refused, Session, State
from data.people.files import read_list
from data.report.csv import file_name
from data.report.export import rendered, write_format
from data.report.report import Report
from data.report.sheet import Sheet
from data.report.tables import harmless, sheets
from data.report.view import summary
from data.report.wanted import Naming, Version, Wanted
from data.text import line
from tests.data.report import hostile, large
from tests.data.report.whole import SESSION, whole

SPREADSHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
DEMO = State.holding(demo_records("nl", date(2027, 3, 18)))
SESSIONS = [session.id for session in DEMO.all(Session)]


def in_csv(report: Report) -> dict[str, list[list[str]]]:
    separator = {"nl": ";", "en": ","}[report.language]
    files = {name: bytes(data).decode("utf-8-sig") for name, data in rendered(report, "csv").items()}  # type: ignore[arg-type]
    keys = {file_name(sheet, report.language): sheet.key for sheet in sheets(report.view, report.language)}
    return {keys[name]: list(csv.reader(StringIO(text), delimiter=separator)) for name, text in files.items()}


def in_xlsx(report: Report) -> dict[str, list[list[object]]]:
    (data,) = rendered(report, "xlsx").values()
    assert isinstance(data, bytes)
    book = CalamineWorkbook.from_filelike(BytesIO(data))
    pages = {name: book.get_sheet_by_name(name) for name in book.sheet_names}
    return {name: [list(row) for row in page.to_python(skip_empty_area=False)] for name, page in pages.items()}


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("session", SESSIONS)
def test_csv_and_excel_hold_the_same_tables(session: str, language: str) -> None:
    report = Report(DEMO, session, wanted=Wanted(language, Version.FACILITATOR))
    made = sheets(report.view, language)
    assert {sheet.key for sheet in made} >= {"participants", "agreements"}
    texts, values = in_csv(report), in_xlsx(report)
    assert list(texts) == [sheet.key for sheet in made] and list(values) == [sheet.title for sheet in made]
    for sheet in made:
        assert all(len(row) == len(sheet.head) for row in sheet.rows), sheet.key
        assert texts[sheet.key][0] == list(sheet.head)
        assert len(texts[sheet.key]) == len(sheet.rows) + 1
        for row, told in zip(sheet.rows, values[sheet.title][1:], strict=False):
            assert [("" if cell is None else cell) for cell in row] == told, sheet.key


def test_a_file_of_a_table_is_called_in_the_language_of_the_export_and_is_always_called_so(tmp_path: Path) -> None:
    def called(language: str) -> set[str]:
        report = Report(whole(), SESSION, wanted=Wanted(language, Version.FACILITATOR))
        made = sheets(report.view, language)
        names = {file_name(sheet, language) for sheet in made}
        assert len(names) == len(made), "each has a name of its own"
        files, _remarks = write_format(report, "csv", tmp_path / language)
        assert {file.path.stem.removeprefix(f"{report.name}-") for file in files} == names
        return names

    assert called("nl") >= {"deelnemers", "post-its", "clusters", "besluiten", "afspraken", "evaluatie"}
    assert called("en") >= {"participants", "notes", "clusters", "decisions", "agreements", "evaluation"}


@pytest.mark.parametrize("language", ["nl", "en"])
def test_participants_of_either_language_can_be_read_in_as_a_list(language: str, tmp_path: Path) -> None:
    report = Report(DEMO, SESSIONS[0], wanted=Wanted(language))
    files, _remarks = write_format(report, "csv", tmp_path)
    (path,) = [file.path for file in files if file.path.stem.endswith(("deelnemers", "participants"))]
    found = read_list(path, ())
    assert {person.name for person in found.people} == {person.name for person in DEMO.all(Participant)}


def test_numbers_days_and_hours_are_real_ones() -> None:
    report = Report(DEMO, SESSIONS[0], wanted=Wanted("nl", Version.FACILITATOR))
    by_key = {sheet.key: sheet for sheet in sheets(report.view, "nl")}
    there = by_key["participants"]
    assert any(isinstance(row[there.head.index("Sinds")], time) for row in there.rows)
    assert {type(cell) for cell in by_key["evaluation"].rows[0]} == {str, float, int}
    assert any("," in row[1] for row in in_csv(report)["evaluation"][1:])


def test_what_is_for_the_facilitator_alone_and_who_is_not_to_be_named_is_in_no_other_version() -> None:
    def cells(version: Version, naming: Naming = Naming.FULL) -> set[object]:
        view = Report(DEMO, SESSIONS[0], wanted=Wanted("nl", version, naming)).view
        return {cell for sheet in sheets(view, "nl") for row in sheet.rows for cell in row}

    view = Report(DEMO, SESSIONS[0], wanted=Wanted(version=Version.FACILITATOR)).view
    reasons = {person.reason for person in view.attendance.excused if person.reason}
    assert reasons and reasons <= cells(Version.FACILITATOR)
    assert not reasons & cells(Version.PARTICIPANTS) and not reasons & cells(Version.COMMISSIONER)
    assert set(view.people) <= cells(Version.PARTICIPANTS)
    assert not set(view.people) & cells(Version.PARTICIPANTS, Naming.NONE)


@pytest.mark.parametrize("version", Version)
def test_no_column_is_empty_and_a_nought_is_something(version: Version) -> None:
    for session in SESSIONS:
        for sheet in sheets(Report(DEMO, session, wanted=Wanted("en", version)).view, "en"):
            for place, head in enumerate(sheet.head):
                assert any(row[place] not in ("", None) for row in sheet.rows), (sheet.key, head)
    held = Sheet("k", "", "T", ("a", "b", "c", "d"), (("x", "", None, 0), ("y", "", 1, 0)))
    assert held.filled == Sheet("k", "", "T", ("a", "c", "d"), (("x", None, 0), ("y", 1, 0)))


def test_a_section_that_is_left_out_takes_its_tables_with_it() -> None:
    report = Report(DEMO, SESSIONS[0], wanted=Wanted("en", without=frozenset({"attendance", "clusters"})))
    assert not {"participants", "notes", "clusters"} & set(in_csv(report))


def test_a_session_without_anything_is_still_a_workbook() -> None:
    blank = State.holding([*DEMO.tables["network"].values(), Session(id="x", number=9)])
    assert in_csv(Report(blank, "x")) == {}
    assert len(in_xlsx(Report(blank, "x"))) == 1


@pytest.mark.parametrize("texts", [hostile.TYPED, "shared"])
def test_hostile_words_stay_words(texts: tuple[str, ...] | str) -> None:
    typed = tuple(hostile.shared()) if isinstance(texts, str) else texts
    state, session = hostile.session(typed)
    report = Report(state, session)
    told = {cell for rows in in_csv(report).values() for row in rows for cell in row}
    assert {harmless(line(text)) for text in typed} <= told
    assert not any(cell.startswith(("=", "+", "-", "@")) for cell in told)
    (book,) = rendered(report, "xlsx").values()
    assert isinstance(book, bytes)
    assert {line(text) for text in typed} <= {cell for rows in in_xlsx(report).values() for row in rows for cell in row}
    with ZipFile(BytesIO(book)) as parts:
        pages = b"".join(parts.read(name) for name in parts.namelist() if "worksheets/" in name)
        assert b"<f>" not in pages and b"hyperlink" not in pages
        assert not [name for name in parts.namelist() if "vba" in name.lower() or "external" in name.lower()]


def test_a_workbook_can_be_read_and_printed_as_it_is() -> None:
    state, session = large.network("nl")
    report = Report(state, session)
    (book,) = rendered(report, "xlsx").values()
    assert isinstance(book, bytes)
    with ZipFile(BytesIO(book)) as parts:
        pages = [ElementTree.fromstring(parts.read(name)) for name in parts.namelist() if "worksheets/sheet" in name]
        styles = parts.read("xl/styles.xml").decode()
    assert 'numFmtId="14"' in styles, "a day as the computer writes days"
    for sheet, page in zip(sheets(report.view, "nl"), pages, strict=True):
        rows = {int(row.get("r", "")) - 2: float(row.get("ht", "15")) for row in page.iter(f"{SPREADSHEET}row")}
        columns = [
            float(column.get("width", ""))
            for column in page.iter(f"{SPREADSHEET}col")
            for _one in range(int(column.get("min", "")), int(column.get("max", "")) + 1)
        ]
        assert sum(columns) <= 175 and max(columns) < 62, "still read on an A4 on its side"
        for number, cells in enumerate(sheet.rows):
            asked = [wide(str(cell)) / width for cell, width in zip(cells, columns, strict=True)]
            assert rows[number] == 15 if max(asked) < 0.95 else rows[number] > 15 or max(asked) < 1.05, cells
        assert page.find(f".//{SPREADSHEET}pane") is not None and page.find(f"{SPREADSHEET}autoFilter") is not None
        assert page.findtext(f".//{SPREADSHEET}oddHeader") == "&L&F&R&A"


def wide(text: str) -> int:
    return sum(2 if east_asian_width(sign) in "WF" else 1 for sign in text)


@given(st.text(max_size=20).map(line))
def test_no_text_becomes_a_formula_and_none_is_lost(text: str) -> None:
    assert harmless(text).removeprefix("'" if text.startswith(("=", "+", "-", "@")) else "") == text
    assert not harmless(text).startswith(("=", "+", "-", "@"))


def test_what_is_not_installed_is_told_with_the_command_that_adds_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "xlsxwriter", None)
    with pytest.raises(Refused) as caught:
        rendered(Report(DEMO, SESSIONS[0]), "xlsx")
    assert caught.value.said.fills == {"format": "xlsx", "extra": "office"}


def test_what_was_said_in_work_forms_stands_in_sheets_that_go_with_their_sections() -> None:
    view = summary(whole(), SESSION, Naming.FULL, Version.FACILITATOR)
    made = {sheet.key: sheet for sheet in sheets(view, "en")}
    assert made["turns"].rows[0][1] == 19
    assert {"exchanges", "consultations", "external_input", "terms", "contributions", "preparations"} <= made.keys()
    answers = [row for row in made["preparations"].rows if row[2] == "Answer"]
    assert [row[4] for row in answers] == [1]
    assert "preparations" not in {sheet.key for sheet in sheets(view, "en", ["preparations"])}
    assert "turns" not in {sheet.key for sheet in sheets(summary(whole(), SESSION), "en")}


def test_heads_say_what_is_under_them_in_both_languages() -> None:
    heads: dict[str, set[str]] = {}
    for language in ("nl", "en"):
        state = State.holding(demo_records(language, date(2027, 3, 18)))
        reports = [Report(state, each.id, wanted=Wanted(language, Version.FACILITATOR)) for each in state.all(Session)]
        found = [sheet for report in reports for sheet in sheets(report.view, language)]
        heads[language] = {head for sheet in found for head in (sheet.title, *sheet.head)}
    assert [head for every in heads.values() for head in every if head[0].islower()] == []
    # In English the same words are what a command does.
    assert {"Groepje", "Stemmingen"} < heads["nl"] and not {"Groeperen", "Stemt mee", "Wijzig"} & heads["nl"]
    assert {"Group", "Votes"} < heads["en"]
