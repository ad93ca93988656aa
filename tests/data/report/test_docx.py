"""A document as a Word file: real styles, texts letter for letter, and a template of one's own."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from docx import Document as Opened
from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from data.demo import demo_records
from data.i18n import told
from data.model import Session, State
from data.report import docx as renderer
from data.report.blocks import (
    A6,
    TAG,
    Block,
    Board,
    BoardColumn,
    Card,
    Cards,
    CardSize,
    Document,
    Heading,
    Lines,
    Paragraph,
    Plan,
    Point,
    Points,
    Score,
    Scores,
    Table,
    Ticks,
)
from data.report.docx import render
from data.report.export import write
from data.report.formats import Remarked
from data.report.report import Report
from data.report.wanted import Version, Wanted
from data.report.word_body import TEXT, literal, widths
from data.report.word_template import BUILT_IN, own_template
from data.settings import Settings, save
from data.text import line
from scripts.word_template import made as made_anew
from tests.data.report import hostile
from tests.data.report.test_html import cards_of, every_block

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
    held = "".join(run for run in text if str(literal(run)))
    for document in (every_block(text), cards_of(text)):
        found = texts(opened(render(document)))
        assert [one for one in found if held.strip() and one.strip() and held not in one and one not in OWN] == []


NOT_SHOWN = {Board: 1, Cards: 8, Scores: 2}
"""So many of its texts a kind of block may leave out: under a post-it, on the other kind of card, beside a column."""


@pytest.mark.parametrize("block", [*every_block("Één 🙂").blocks, *cards_of("Één 🙂").blocks[1:]])
def test_every_kind_of_block_is_laid_out(block: Block) -> None:
    document = Document("nl", (Heading(1, "Titel"), block))
    asked = sum(text.count("Één 🙂") for text in texts_of(block)) - NOT_SHOWN.get(type(block), 0)
    assert sum(text.count("Één 🙂") for text in texts(opened(render(document)))) >= asked > 0


def texts_of(value: Any) -> Iterator[str]:
    """Every text in a block."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from texts_of(each)
    elif is_dataclass(value):
        for field in fields(value):
            yield from texts_of(getattr(value, field.name))


OWN = {"x", "y", "☐", *map(str, range(11))}
"""What the blocks have of themselves."""


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
    file = opened(
        render(
            Document(
                "nl",
                (
                    Heading(1, "x"),
                    Paragraph("שלום לכולם, Kring"),
                    Paragraph("נועה De Smet en An"),
                    Paragraph("Besluit: שלום לכולם"),
                ),
            )
        )
    )
    assert [p._p.find(f".//{qn('w:bidi')}") is not None for p in file.paragraphs] == [False, True, False, False]
    shalom = "שלום לכולם"
    blocks = (Table(("Wat",), ((shalom,),)), Board((BoardColumn(shalom, (Point(shalom),)),)))
    file = opened(render(Document("nl", (Heading(1, "x"), *blocks))))
    assert not [*file.element.body.iter(qn("w:bidi"))], "columns and post-its keep their side"
    assert len([*file.element.body.iter(qn("w:rtl"))]) == 3


def test_letters_from_right_to_left_are_as_large_and_as_bold_as_the_others() -> None:
    looks = [
        style.element.rPr for style in Opened(str(BUILT_IN)).styles if getattr(style.element, "rPr", None) is not None
    ]
    for latin, other in (("w:b", "w:bCs"), ("w:sz", "w:szCs")):
        pairs = [(each.find(qn(latin)), each.find(qn(other))) for each in looks]
        told = [(one.get(qn("w:val")), both.get(qn("w:val"))) for one, both in pairs if one is not None]
        assert len(told) > 5 and all(one == both for one, both in told)


@pytest.mark.parametrize(
    ("many", "kept"), [(1, [False]), (3, [True, True, False]), (6, [True, *[False] * 3, True, False])]
)
def test_no_point_of_a_list_stays_alone_on_a_page(many: int, kept: list[bool]) -> None:
    points = Points(tuple(Point(f"point {n}") for n in range(many)))
    file = opened(render(Document("en", (Heading(1, "x"), Paragraph("Proposals", quiet=True), points))))
    assert [bool(p.paragraph_format.keep_with_next) for p in file.paragraphs[1:]] == [True, *kept]


def test_what_is_said_between_a_heading_and_a_lower_one_goes_with_that_one() -> None:
    blocks = (Heading(1, "x"), Heading(2, "Exchange"), Paragraph("When?"), Heading(3, "Group 1"), Paragraph("An"))
    file = opened(render(Document("en", (*blocks, Heading(2, "Next")))))
    assert [bool(p.paragraph_format.keep_with_next) for p in file.paragraphs if p.text in {"When?", "An"}] == [
        True,
        False,
    ]


def test_scores_stay_with_the_drawing_of_how_many_gave_each_mark() -> None:
    scores = tuple(Score(f"Session {n}", 7.5, ("7.5",), (0, 3, 1)) for n in range(2))
    file = opened(
        render(Document("en", (Heading(1, "x"), Scores(("Session", "average"), scores, "How many"), Paragraph("y"))))
    )
    numbers, drawn = file.tables
    kept = [
        bool(p.paragraph_format.keep_with_next) for row in numbers.rows for cell in row.cells for p in cell.paragraphs
    ]
    assert all(kept) and [bool(p.paragraph_format.keep_with_next) for p in file.paragraphs[1:3]] == [True, True]
    assert not drawn.rows[-1].cells[0].paragraphs[0].paragraph_format.keep_with_next


def test_a_cluster_that_is_alone_in_its_row_hangs_over_all_of_it() -> None:
    columns = tuple(BoardColumn(f"C{n}", tuple(Point(f"{n}.{m}") for m in range(5))) for n in range(7))
    (board,) = opened(render(Document("en", (Heading(1, "x"), Board(columns))))).tables
    assert [cell.text for cell in board.rows[-2].cells] == ["C6"] * 3, "one cell over three columns"
    assert [cell.text for cell in board.rows[-1].cells] == ["6.0\n6.1", "6.2\n6.3", "6.4"]
    assert [cell.text for cell in board.rows[0].cells] == ["C0", "C1", "C2"]


@pytest.mark.parametrize(("most", "rows"), [(10, 1), (11, 11)])
def test_no_post_it_is_torn_apart_however_many_hang_under_one_another(most: int, rows: int) -> None:
    columns = tuple(BoardColumn(f"C{n}", tuple(Point(f"{n}.{m}") for m in range(most - n))) for n in range(3))
    (board,) = opened(render(Document("en", (Heading(1, "x"), Board(columns))))).tables
    assert len(board.rows) == 1 + rows
    assert all(row._tr.find(f".//{qn('w:cantSplit')}") is not None for row in board.rows)
    told = [text for row in board.rows[1:] for cell in row.cells for text in cell.text.split("\n") if text]
    assert sorted(told) == sorted(note.text for column in columns for note in column.notes)


@pytest.mark.parametrize(("text", "whole"), [("short", True), ("a text of many words, on several lines " * 4, False)])
def test_a_low_table_is_not_torn_apart_and_leaves_no_empty_page_behind_it(text: str, whole: bool) -> None:
    table = Table(("What", "Who"), ((text, "An"),) * 9)
    file = opened(render(Document("en", (Heading(1, "x"), table))))
    kept = [bool(row.cells[0].paragraphs[0].paragraph_format.keep_with_next) for row in file.tables[0].rows]
    assert kept == [True, True, *[whole] * 7, False]
    assert file.paragraphs[-1].paragraph_format.line_spacing.pt == 1


def test_short_sentences_behind_one_another_stay_together() -> None:
    blocks = (Heading(2, "Next"), Paragraph("When"), Paragraph("word " * 60), Paragraph("What"), Heading(2, "Then"))
    file = opened(render(Document("en", (Heading(1, "x"), *blocks))))
    assert [bool(p.paragraph_format.keep_with_next) for p in file.paragraphs[2:5]] == [True, False, False]


def test_behind_a_list_there_is_air() -> None:
    points = Points((Point("one"), Point("two", under=(Point("three"),))))
    file = opened(render(Document("en", (Heading(1, "x"), points, Paragraph("then")))))
    air = {p.text: p.paragraph_format.space_after for p in file.paragraphs}
    assert (air["one"], air["two"], air["three"].pt) == (None, None, 6)


def test_short_texts_stand_on_one_line_where_there_is_room() -> None:
    table = Table(("What", "Who", "When"), (("word " * 20, "Lien en Hugo", "voor de volgende sessie"),))
    what, who, when = widths(table)
    assert who == 12 * 115 + 330 and when == 23 * 115 + 330 and what + who + when == TEXT


def test_columns_are_as_wide_as_the_text_together_and_hold_their_longest_word() -> None:
    made = widths(Table(("What", ""), (("a long text of several words", "gedaan"), ("x", ""))))
    assert sum(made) == TEXT and made[0] > made[1] > 6 * 115
    assert sum(widths(Table(("",) * 17, (("a name",) + ("1",) * 16,)))) == TEXT


@pytest.mark.parametrize(("size", "rows"), [(A6, 3), (TAG, 3)])
def test_cards_stand_in_a_grid_that_fills_the_paper_and_nothing_else_is_printed(size: CardSize, rows: int) -> None:
    many = size.across * rows - 1
    document = Document("nl", (Heading(1, "Kaartjes"), Cards(size, tuple(Card(f"Wie {n}") for n in range(many)))))
    file = opened(render(document))
    (table,) = file.tables
    assert all(abs(each.height.mm - (size.height - 0.5)) < 0.05 for each in table.rows) and len(table.rows) == rows
    assert {each.height_rule for each in table.rows} == {WD_ROW_HEIGHT_RULE.EXACTLY}
    assert [len(row.cells) for row in table.rows] == [size.across] * rows and table.rows[-1].cells[-1].text == ""
    assert {round(cell.width.mm) for cell in table.rows[0].cells} == {size.width}
    section = file.sections[0]
    assert (round(section.left_margin.mm), round(section.top_margin.mm)) == (size.beside, size.above)
    assert round(section.page_width.mm) == 210 and size.down * table.rows[0].height.mm + 2 * size.above < 297
    assert not section.different_first_page_header_footer
    assert section.header.is_linked_to_previous and section.footer.is_linked_to_previous
    assert "Kaartjes" not in texts(file) and file.core_properties.title == "Kaartjes"


def test_cards_fill_their_paper_whatever_the_template_of_the_house(own: Path) -> None:
    own.write_bytes(b"geen word")
    assert isinstance(render(cards_of("An")), bytes)


def test_what_is_written_on_has_lines_boxes_and_high_rows() -> None:
    table = Table(("", "Naam"), (("1", ""),), frozenset({0}), tall=True)
    blocks = (
        Heading(1, "x"),
        Ticks(("", "0", "1"), ("Inhoud",)),
        Lines("Waarom?", 3),
        table,
        Plan(("", "1"), (("An", "2"),)),
    )
    file = opened(render(Document("nl", blocks)))
    styles = [paragraph.style.name for paragraph in file.paragraphs]
    assert styles.count("Written") == 3 and styles[styles.index("Written") - 1] == "Asked"
    ticks, sheet, plan = file.tables
    assert [cell.text for cell in ticks.rows[1].cells] == ["Inhoud", "☐", "☐"]
    assert sheet.rows[1].height.mm > 8 and plan.rows[1].height.mm > 13
    assert plan.cell(1, 0).paragraphs[0].style.name == "Plan"


# A template of one's own.


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """Where a template is looked for."""
    path = tmp_path / "huisstijl.docx"
    save(Settings(word_template=str(path)))
    return path


def test_a_template_without_a_folder_stands_beside_the_settings(settings_of_its_own: Path) -> None:
    assert own_template() is None
    for named, found in (
        ("huis.docx", settings_of_its_own.parent / "huis.docx"),
        ("/x/huis.docx", Path("/x/huis.docx")),
    ):
        save(Settings(word_template=named))
        assert own_template() == found


def test_the_template_that_kring_brings_is_what_its_script_makes() -> None:
    assert BUILT_IN.read_bytes() == made_anew()


def test_a_template_of_ones_own_is_filled_in_and_gets_the_styles_and_lists_that_it_lacks(own: Path) -> None:
    file = Opened(str(BUILT_IN))
    for style in list(file.styles):
        if style.name.startswith(("List", "Lead", "Post-it", "Kring", "Table", "Board", "Quiet", "Aside")):
            style.delete()
    for key in [key for key, rel in file.part.rels.items() if rel.reltype.endswith("/numbering")]:
        del file.part.rels[key]
    file.paragraphs[0].insert_paragraph_before(
        "Huis van Talent: {{ title }} ({{ language }}), {{ subtitle }}", "Normal"
    )
    file.save(str(own))
    document = of_demo("nl")
    made = opened(render(document))
    assert made.paragraphs[0].text == f"Huis van Talent: {document.title} (nl), {document.subtitle}"
    assert document.subtitle and Document("nl", document.blocks[:1]).subtitle == ""
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
