"""Every kind of document as a screen reader has it: PDF/UA as far as it can be tried here, and pages with a heading."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise
from typing import Any

import pytest

from data.demo import demo_records
from data.model import Session, State
from data.report.blocks import Plan, Table
from data.report.export import rendered, session_to_report
from data.report.html import TEMPLATES
from data.report.pdf import render
from data.report.report import Report
from data.report.wanted import About, Version, Wanted
from tests.data.report import large
from tests.data.report.pdf_read import Pdf, Tag


def reports(language: str, about: About) -> list[Report]:
    """Of the demo: every session that was held, and all else of the one that it is usually of."""
    state = State.holding(demo_records(language, date(2027, 3, 18)))
    every = [session.id for session in state.all(Session)]
    if about is About.SESSION:
        return [Report(state, each, about, Wanted(language, version)) for each in every for version in Version]
    session = every[0] if about is About.CARDS else session_to_report(state, about=about)
    return [Report(state, session, about, Wanted(language))]


def under(tags: list[Tag], place: int) -> list[Tag]:
    """The tags right under the one in this place."""
    found = []
    for tag in tags[place + 1 :]:
        if tag.depth <= tags[place].depth:
            break
        found.append(tag)
    return [tag for tag in found if tag.depth == min(each.depth for each in found)]


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("about", About)
def test_every_kind_of_pdf_has_what_a_screen_reader_needs(language: str, about: About) -> None:
    for report in reports(language, about)[:4]:
        titles = [document.title for document in report.documents.values()]
        for title, content in zip(titles, rendered(report, "pdf").values(), strict=True):
            pdf = Pdf(content)
            assert pdf.keeps_to_the_standard and pdf.root["/MarkInfo"]["/Marked"], title
            assert pdf.root["/Lang"] == language and pdf.root["/ViewerPreferences"]["/DisplayDocTitle"]
            assert pdf.file.metadata and pdf.file.metadata.title == title
            assert pdf.headings[0] == 1 and all(after - before <= 1 for before, after in pairwise(pdf.headings)), title
            assert pdf.headings.count(1) == 1, title
            kinds = {tag.kind for tag in pdf.tags}
            assert all(tag.alt for tag in pdf.tags if tag.kind == "Figure"), title
            for place, tag in enumerate(pdf.tags):
                inside = {each.kind for each in under(pdf.tags, place)}
                assert tag.kind != "L" or "LI" in inside <= {"LI", "L"}, title
                assert tag.kind != "LI" or "LBody" in inside, title
                assert tag.kind != "Table" or inside <= {"THead", "TBody", "TFoot", "TR", "Caption"}, title
                assert tag.kind != "TR" or (inside and inside <= {"TH", "TD"}), title
            assert ("Table" in kinds) == ("TH" in kinds), title
            pages: list[Any] = list(pdf.file.pages)
            assert all(page["/Tabs"] == "/S" for page in pages if "/Annots" in page), "the order of the tags, for Tab"
            assert all("/StructParents" in page for page in pages)


@pytest.mark.parametrize("about", About)
def test_every_column_of_every_table_has_a_head_and_holds_something(about: About) -> None:
    large_ones = [Report(*large.network("en"))] if about is About.SESSION else []
    for report in (*reports("en", about), *large_ones):
        for document in report.documents.values():
            for block in document.blocks:
                if isinstance(block, Table | Plan):
                    assert all(block.head), block.head
                    held = list(map(any, zip(*block.rows, strict=True)))
                    assert all(held) or (isinstance(block, Table) and block.tall), block.head


def test_a_drawing_is_told_in_words() -> None:
    (document,) = reports("en", About.SERIES)[0].documents.values()
    alts = [tag.alt for tag in Pdf(render(document).content).tags if tag.kind == "Figure"]
    assert alts[0] == "Content, session 1: 1 gave 5, 1 gave 6, 4 gave 7, 4 gave 8 and 1 gave 9"


def test_a_heading_that_is_not_printed_is_read_out_all_the_same() -> None:
    style = (TEMPLATES / "document.css").read_text(encoding="utf-8")
    assert not re.search(r"display:\s*none|visibility:\s*hidden", style)
