"""A document as a Word file: real styles, texts letter for letter, and a template of one's own."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from docx import Document as Opened
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from data.demo import demo_records
from data.i18n import told
from data.model import Session, State
from data.report import docx as renderer
from data.report.blocks import Document, Heading, Paragraph, Point, Points, Table
from data.report.docx import render
from data.report.export import write
from data.report.formats import Remarked
from data.report.report import Report
from data.report.wanted import Version, Wanted
from data.report.word_body import TEXT, literal, widths
from data.report.word_template import BUILT_IN
from data.settings import Settings, save
from data.text import line
from scripts.word_template import made as made_anew
from tests.data.report import hostile
from tests.data.report.test_html import every_block

DEMO = {language: State.holding(demo_records(language, date(2027, 3, 18))) for language in ("nl", "en")}


def opened(data: Any) -> Any:
    return Opened(BytesIO(data))


def texts(file: Any) -> list[str]:
    """Every paragraph, also those in tables, in order."""
    return ["".join(run.text or "" for run in p.iter(qn("w:t"))) for p in file.element.body.iter(qn("w:p"))]


def of_demo(language: str) -> Document:
    state = DEMO[language]
    (document,) = Report(state, state.all(Session)[0].id, wanted=Wanted(language)).documents.values()
    return document


@pytest.mark.parametrize(("language", "locale"), [("nl", "nl-BE"), ("en", "en-GB")])
def test_the_demo_has_headings_tables_with_a_head_and_lists_and_says_its_title_and_language(
    language: str, locale: str
) -> None:
    document = of_demo(language)
    file = opened(render(document))
    styles = [paragraph.style.name for paragraph in file.paragraphs]
    headings = [block for block in document.blocks if isinstance(block, Heading)]
    assert styles[0] == "Title" and file.paragraphs[0].text == document.title
    found = [(p.style.name, p.text) for p in file.paragraphs if p.style.name.startswith(("Title", "Heading"))]
    assert found == [(("Title", "Heading 1", "Heading 2")[head.level - 1], head.text) for head in headings]
    assert {"Lead", "List Bullet", "Quiet", "Subtitle"} <= set(styles)
    heads = [table._tbl.tr_lst[0].find(f".//{qn('w:tblHeader')}") is not None for table in file.tables]
    assert heads.count(False) == 1, "all but the board"
    assert file.core_properties.title == document.title and file.core_properties.language == locale
    assert {each.get(qn("w:val")) for each in file.styles.element.iter(qn("w:lang"))} == {locale}
    section = file.sections[0]
    assert section.header.paragraphs[0].text == document.title and section.different_first_page_header_footer
    for footer in (section.footer, section.first_page_footer):
        fields = [each.get(qn("w:instr")).strip() for each in footer._element.iter(qn("w:fldSimple"))]
        assert fields == ["PAGE", "NUMPAGES"]
    described = [each.get(qn("w:val")) for each in file.element.body.iter(qn("w:tblDescription"))]
    assert all(described) and len(described) == 2, "the board and what is drawn of the scores"


@settings(max_examples=25)
@given(st.text(max_size=40).map(line))
def test_any_text_is_text_wherever_it_stands(text: str) -> None:
    found = texts(opened(render(every_block(text))))
    held = "".join(run for run in text if str(literal(run)))
    assert [one for one in found if held and one.strip() and held not in one] in ([], *_OTHERS)


_OTHERS = ([*map(str, range(11))], ["x", "y", "x", *map(str, range(11))])
"""What the block of scores has of itself."""


@pytest.mark.parametrize(
    "typed", ["{{ 7 * 7 }}", "{_{ a }_}", "{% if x %}", "{_%", "a _} b", "x\x0b\x0cy\x07", "\ud800\uffff"]
)
def test_words_of_a_template_and_signs_that_xml_cannot_hold_break_nothing(typed: str) -> None:
    held = "".join(sign for sign in typed if sign.isprintable() and sign != "\ud800")
    file = opened(render(Document("nl", (Heading(1, typed), Points((Point(typed, typed),))))))
    assert texts(file) == [held, f"{held} {held}"]
    assert file.sections[0].header.paragraphs[0].text == held


@pytest.mark.parametrize("which", [hostile.TYPED, "shared"])
def test_a_whole_session_of_hostile_words_stays_words(which: tuple[str, ...] | str) -> None:
    typed = tuple(hostile.shared()) if isinstance(which, str) else which
    state, session = hostile.session(typed)
    (document,) = Report(state, session, wanted=Wanted(version=Version.FACILITATOR)).documents.values()
    file = opened(render(document))
    shown = "\n".join(texts(file))
    assert [text for text in typed if str(literal(text)) == text and text not in shown] == []
    links = [rel.target_ref for rel in file.part.rels.values() if rel.is_external]
    assert [link for link in links if link.removeprefix("mailto:") not in " ".join(typed)] == []
    assert not list(file.element.body.iter(qn("w:fldSimple"), qn("w:instrText"), qn("w:object")))


def test_an_address_is_a_link_and_nothing_else_is() -> None:
    text = "zie https://a.example/b_c, mail jan@a.example of www.a.example; javascript:alert(1)"
    file = opened(render(Document("nl", (Heading(1, "x"), Paragraph(text)))))
    links = [file.part.rels[each.get(qn("r:id"))].target_ref for each in file.element.body.iter(qn("w:hyperlink"))]
    assert links == ["https://a.example/b_c", "mailto:jan@a.example"] and texts(file)[1] == text


def test_text_that_is_written_from_right_to_left_says_so() -> None:
    file = opened(render(Document("nl", (Heading(1, "x"), Paragraph("שלום Kring"), Paragraph("Kring שלום")))))
    assert [p._p.find(f".//{qn('w:bidi')}") is not None for p in file.paragraphs] == [False, True, False]


def test_columns_are_as_wide_as_the_text_together_and_hold_their_longest_word() -> None:
    made = widths(Table(("What", ""), (("a long text of several words", "gedaan"), ("x", ""))))
    assert sum(made) == TEXT and made[0] > made[1] > 6 * 115
    assert sum(widths(Table(("",) * 17, (("a name",) + ("1",) * 16,)))) == TEXT


# A template of one's own.


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """Where a template is looked for."""
    path = tmp_path / "huisstijl.docx"
    save(Settings(word_template=str(path)))
    return path


def test_the_template_that_kring_brings_is_what_its_script_makes() -> None:
    assert BUILT_IN.read_bytes() == made_anew()


def test_a_template_of_ones_own_is_filled_in_and_gets_the_styles_and_lists_that_it_lacks(own: Path) -> None:
    file = Opened(str(BUILT_IN))
    for style in list(file.styles):
        if style.name.startswith(("List", "Lead", "Post-it", "Kring", "Table", "Board", "Quiet", "Aside")):
            style.delete()
    for key in [key for key, rel in file.part.rels.items() if rel.reltype.endswith("/numbering")]:
        del file.part.rels[key]
    file.paragraphs[0].insert_paragraph_before("Huis van Talent: {{ title }} ({{ language }})", "Normal")
    file.save(str(own))
    document = of_demo("nl")
    made = opened(render(document))
    assert made.paragraphs[0].text == f"Huis van Talent: {document.title} (nl)"
    names = {style.style_id: style.name for style in made.styles}
    assert {names[each.get(qn("w:val"))] for each in made.element.body.iter(qn("w:pStyle"))} >= {"List Bullet", "Lead"}
    numbers = {each.get(qn("w:numId")) for each in made.part.numbering_part.element.findall(qn("w:num"))}
    used = made.styles["List Bullet"].element.find(f".//{qn('w:numId')}").get(qn("w:val"))
    assert used in numbers


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("{{ naam }}", "regel 1, “{{ naam }}”"),
        ("{% for x %}", "regel 1, “{% for x %}”"),
        ("{{ ''.__class__.__mro__ }}", "regel 1"),
        ("{{ 1 / 0 }}", "regel 1"),
        ("{{ body }}", "{{p body }}"),
    ],
)
def test_a_broken_template_is_told_by_name_and_line_and_the_one_that_kring_brings_is_used(
    own: Path, tmp_path: Path, words: str, said: str
) -> None:
    file = Opened(str(BUILT_IN))
    file.paragraphs[0].insert_paragraph_before(words, "Normal")
    file.save(str(own))
    state = DEMO["nl"]
    made = write(Report(state, state.all(Session)[0].id), ["md", "docx"], tmp_path / "out")
    (sentence,) = (told(each) for each in made.remarks)
    assert not made.refused
    assert own.name in sentence and said in sentence and len(sentence) < 400
    _text, word = made.paths
    assert Opened(str(word)).paragraphs[0].text == of_demo("nl").title


def test_a_template_that_is_no_word_file_or_has_no_place_for_the_text_is_told(own: Path) -> None:
    for content in (None, b"geen word", b"PK\x03\x04kapot"):
        if content is not None:
            own.write_bytes(content)
        made = render(of_demo("nl"))
        assert isinstance(made, Remarked) and own.name in told(made.remarks[0])
    file = Opened(str(BUILT_IN))
    file.paragraphs[0].text = "Zonder tekst"
    file.save(str(own))
    made = render(of_demo("nl"))
    assert isinstance(made, Remarked) and "{{p body }}" in told(made.remarks[0])
    assert opened(made.content).paragraphs[0].text == of_demo("nl").title


def test_the_libraries_are_read_when_a_word_file_is_asked_for() -> None:
    code = "import sys, data.report.docx, data.report.word_body; print({'docx', 'docxtpl', 'lxml'} & set(sys.modules))"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "set()" and renderer.render is render
