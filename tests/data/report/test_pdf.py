"""A document as a PDF: read out in order, set with our own fonts, and what people typed is text."""

from __future__ import annotations

import re
import sys
from datetime import date
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest
from typst import Fonts

from data.demo import demo_records
from data.i18n import told
from data.model import Refused, Session, State
from data.report import picture
from data.report.blocks import (
    A6,
    KINDS,
    TAG,
    Board,
    BoardColumn,
    Card,
    CardRow,
    Cards,
    CardSize,
    Document,
    Heading,
    Lead,
    Paragraph,
    Point,
    Points,
    Scores,
    Table,
)
from data.report.export import made_of, rendered, write
from data.report.formats import Remarked
from data.report.pdf import render
from data.report.picture import pictures
from data.report.report import Report
from data.report.typeset import FONTS, SCRIPTS, as_data, scripts_in, typeset
from data.report.wanted import Version, Wanted
from tests.data.report import hostile, large
from tests.data.report.pdf_read import Pdf, squeezed
from tests.data.report.test_html import every_block


def demo(language: str, number: int) -> Report:
    state = State.holding(demo_records(language, date(2027, 3, 18)))
    return Report(state, state.all(Session)[number].id, wanted=Wanted(language))


def texts_in(document: Document) -> set[str]:
    """All that a document says."""

    def found(value: object) -> list[str]:
        if isinstance(value, dict):
            return [text for name, each in value.items() if name != "kind" for text in found(each)]
        if isinstance(value, list):
            return [text for each in value for text in found(each)]
        return [value] if isinstance(value, str) else []

    return {text for block in document.blocks for text in found(as_data(block))}


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_demo_is_read_out_in_order_in_its_language_with_all_it_says(language: str) -> None:
    report = demo(language, 0)
    (document,) = report.documents.values()
    made = render(document)
    pdf = Pdf(made.content)
    assert made.remarks == () and pdf.keeps_to_the_standard
    assert pdf.root["/Lang"] == language and pdf.file.metadata and pdf.file.metadata.title == report.title
    assert pdf.root["/MarkInfo"]["/Marked"] and pdf.root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert pdf.headings[0] == 1 and pdf.headings.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(pdf.headings))
    assert len(pdf.headings) == sum(isinstance(block, Heading) for block in document.blocks) + pdf_clusters(document)
    drawn = sum(len(block.scores) for block in document.blocks if isinstance(block, Scores))
    alts = [tag.alt for tag in pdf.tags if tag.kind == "Figure"]
    assert len(alts) == drawn + len(list(pictures(document))) and all(alts)
    assert {score.drawn for block in document.blocks if isinstance(block, Scores) for score in block.scores} <= set(
        alts
    )
    notes = [note for board in pictures(document) for column in board.columns for note in column.notes]
    assert notes and all(pdf.text.count(squeezed(note.text + note.aside)) > 1 for note in notes), (
        "on cards and on a board"
    )
    assert pdf.file.outline and squeezed(f"1 / {len(pdf.file.pages)}") in pdf.text
    beside = [block for block in document.blocks if isinstance(block, Scores)]  # a card tells the columns in words
    told = {score.drawn for block in beside for score in block.scores}
    assert told <= set(alts)
    drawings = told | {block.drawn for block in beside}
    heads = {text for block in beside for text in block.head} | {
        text for block in beside for score in block.scores for text in score.told[1:]
    }
    assert [text for text in texts_in(document) - drawings - heads if squeezed(text) not in pdf.text] == []
    assert {"Table", "TH", "TD", "L", "LI", "P"} <= {tag.kind for tag in pdf.tags}


def pdf_clusters(document: Document) -> int:
    """Headings that a PDF has more than a document: the clusters, and the boards as pictures."""
    boards = list(pictures(document))
    return sum(len(board.columns) for board in boards) + len(boards)


@pytest.mark.parametrize("texts", [hostile.TYPED, "shared"])
def test_a_whole_session_of_hostile_words_stays_words(texts: tuple[str, ...] | str) -> None:
    typed = tuple(hostile.shared()) if isinstance(texts, str) else texts
    state, session = hostile.session(typed)
    (document,) = Report(state, session, wanted=Wanted(version=Version.FACILITATOR)).documents.values()
    pdf = Pdf(render(document).content)
    backwards = re.compile("[\u0590-\u06ff\u200c\u200d]")  # a reader of PDF gives these in the order of the page
    assert [text for text in typed if not backwards.search(text) and squeezed(text) not in pdf.text] == []
    typed_out = " ".join(typed)
    assert [link for link in pdf.links if link.removeprefix("mailto:") not in typed_out] == []


def test_every_kind_of_block_is_laid_out_with_all_its_texts_and_no_empty_heading() -> None:
    document = every_block("Één 🙂 œuvre naïef")
    assert {type(block) for block in document.blocks} | {Cards} == set(KINDS)
    pdf = Pdf(render(document).content)
    assert pdf.text.count(squeezed("Één 🙂 œuvre naïef")) >= len(document.blocks) + 8
    assert pdf.headings == [1, 3, 2]


@pytest.mark.parametrize(("size", "rounds"), [(A6, 9), (A6, 24), (TAG, 0)])
def test_cards_fill_the_paper_each_whole_however_much_is_on_it(size: CardSize, rounds: int) -> None:
    rows = tuple(CardRow(str(n), "1", f"Wie{n}", "Waarover spreken jullie vandaag het liefst?") for n in range(rounds))
    many = size.across * size.down + 1
    cards = tuple(Card(f"An{n}", "", "Netwerk", f"Haven{n}", ("Ronde", "Tafel", "Met", ""), rows) for n in range(many))
    made = render(Document("nl", (Heading(1, "Kaartjes"), Cards(size, cards))))
    pdf = Pdf(made.content)
    assert made.remarks == () and pdf.keeps_to_the_standard and pdf.headings == [1, *[2] * many]
    assert len(pdf.file.pages) == 2 and {round(float(page.mediabox.width)) for page in pdf.file.pages} == {595}
    assert pdf.text.count("Waarover") == many * rounds and f"Haven{many - 1}" in pdf.text
    assert pdf.text.count("Kaartjes") == 1, "only for who has it read out"


def test_an_address_is_a_link_and_nothing_else_is() -> None:
    text = "zie https://a.example/b_c, mail jan@a.example of www.a.example; javascript:alert(1)"
    pdf = Pdf(render(Document("nl", (Heading(1, "x"), Paragraph(text), Lead((text,))))).content)
    assert pdf.links == {"https://a.example/b_c", "mailto:jan@a.example"}


def test_a_word_longer_than_a_line_stays_on_the_page_and_whole() -> None:
    long = "https://a.example/" + "een-heel-lang-pad/" * 20
    document = Document("nl", (Heading(1, "x"), Points(()), Paragraph("x" * 400), Paragraph(long)))
    pdf = Pdf(render(document).content)
    assert "x" * 400 in pdf.text and long in pdf.text
    assert max(map(len, pdf.lines)) < 200
    assert max(right for _left, _low, right, _high in pdf.areas) <= pdf.file.pages[0].mediabox.width


def test_what_no_font_has_is_named_and_keeps_nobody_from_the_rest() -> None:
    made = render(Document("nl", (Heading(1, "Titel"), Paragraph("voor \U0010fffd na"))))
    (said,) = made.remarks
    assert said.fills == {"scripts": "\U0010fffd"}
    pdf = Pdf(made.content)
    assert not pdf.keeps_to_the_standard and "Titelvoor" in pdf.text and pdf.headings == [1]
    assert scripts_in("日本あשלום") == [told(SCRIPTS[name]) for name in ("CJK", "HIRAGANA", "HEBREW")]


def test_what_keeps_to_no_standard_is_told_and_set_without_it() -> None:
    made = render(Document("nl", (Paragraph("geen titel"),)))
    assert [said.fills for said in made.remarks] == [{"why": made.remarks[0].fills["why"]}]
    assert "geentitel" in Pdf(made.content).text


def test_what_cannot_be_set_is_refused_in_a_sentence() -> None:
    with pytest.raises(Refused) as caught:
        typeset("document.typ", {"title": "x"}, "pdf")
    assert caught.value.said.fills["why"]


def test_a_large_network_is_set_whole_and_its_board_on_one_larger_page() -> None:
    state, session = large.network()
    (document,) = Report(state, session).documents.values()
    made = render(document)
    pdf = Pdf(made.content)
    assert all("scripts" in said.fills for said in made.remarks), "a machine may have no fonts for every script"
    assert not made.remarks or not {"DejaVu Sans", "Noto Sans CJK JP"} <= set(Fonts().families())
    assert pdf.keeps_to_the_standard is not bool(made.remarks)
    *_pages, before, board = pdf.file.pages
    assert board.mediabox.width > board.mediabox.height > before.mediabox.width
    last = squeezed(board.extract_text())
    assert all(last.count(squeezed(f"{large.SAID[3]} {n}")) for n in range(3, large.NOTES, len(large.SAID)))
    assert all(squeezed(f"{large.NAMED[0]} {n}") in last for n in range(1, large.CLUSTERS, len(large.NAMED)))


def test_many_short_points_in_two_columns_and_a_cluster_in_many_are_all_there() -> None:
    points = tuple(Point(f"punt {n}.", "2×") for n in range(90))
    columns = (
        BoardColumn("Groot", tuple(Point(f"briefje {n}.") for n in range(90))),
        BoardColumn("Klein", (Point("x."),)),
    )
    blocks = (
        Heading(1, "x"),
        Heading(2, "Veel"),
        Points(points),
        Heading(2, "Bord"),
        Board(columns),
        Points(points[:1]),
    )
    pdf = Pdf(render(Document("nl", blocks)).content)
    assert [n for n in range(1, 90) if pdf.text.count(f"punt{n}.2×") != 1] == []
    assert [n for n in range(90) if pdf.text.count(f"briefje{n}.") != 2] == []
    assert squeezed("… Groot") in squeezed(pdf.file.pages[-1].extract_text())


@pytest.mark.parametrize("lines", range(40, 50))
def test_what_comes_last_is_never_alone_on_a_page_and_no_heading_stays_behind(lines: int) -> None:
    filling = Points(tuple(Point(f"line {n}", under=(Point("under"),) if n == 0 else ()) for n in range(lines)))
    asked = (Heading(3, "Asked of you"), Points((Point("Bring a case"),)), Paragraph("Personal data.", quiet=True))
    told = (Heading(2, "Exchange"), Paragraph("When did it work?"), Heading(3, "Together"), Points((Point("Once"),)))
    for last, together in ((asked, "Bring a case"), (told, "Once")):
        pages = Pdf(render(Document("en", (Heading(1, "x"), filling, *last))).content).file.pages
        texts = [page.extract_text() for page in pages]
        holding = next(text for text in texts if together in text)
        said = [block.text for block in last if isinstance(block, Heading | Paragraph)]
        assert all(text in holding for text in said), texts


def test_the_dot_between_two_facts_begins_no_line() -> None:
    facts = " · ".join(["a" * n for n in range(1, 25)] * 4)
    pdf = Pdf(render(Document("nl", (Heading(1, "x"), Paragraph(facts), Points((Point("Punt", facts),))))).content)
    assert [line for line in pdf.lines if line.startswith("·")] == []
    assert any(line.endswith("·") for line in pdf.lines) and pdf.text.count(squeezed(facts)) == 2


def test_a_number_stays_with_what_it_counts_and_blanks_are_read_as_blanks() -> None:
    facts = [f"{'a' * n} · haalbaar 4 op 5 · uit sessie 2 · op 18 maart 2027 · 13 van de 15" for n in range(1, 60)]
    content = render(Document("nl", (Heading(1, "Een titel, sessie 4"), *map(Paragraph, facts)))).content
    pdf = Pdf(content)
    torn = ("haalbaar", "haalbaar 4", "sessie", "18", "13", "13 van")
    assert [line for line in pdf.lines if line.endswith(torn)] == []
    pages = "".join(page.extract_text() for page in pdf.file.pages)
    assert "\u00a0" not in pages and "uit sessie 2" in pages and len(pdf.lines) > len(facts)


@pytest.mark.parametrize("lines", range(40, 50))
def test_no_first_point_of_a_list_is_alone_under_its_heading(lines: int) -> None:
    filling = Points(tuple(Point(f"line {n}", under=(Point("under"),) if n == 0 else ()) for n in range(lines)))
    points = Points(tuple(Point(f"point {n}") for n in range(12)))
    pages = Pdf(render(Document("en", (Heading(1, "x"), filling, Heading(2, "Themes"), points))).content).file.pages
    (holding,) = (text for page in pages if "Themes" in (text := page.extract_text()))
    assert "point 0" in holding and "point 1" in holding


def test_tables_are_as_wide_as_the_text() -> None:
    found = []
    for text in ("kort", "een lange tekst van veel woorden, " * 4):
        table = Table(("Uur", "Activiteit", "Gepland"), (("13:30", text, "10 min"),), frozenset({2}))
        (page,) = Pdf(render(Document("nl", (Heading(1, "x"), table))).content).file.pages
        at: list[float] = []

        def placed(said: str, _current: object, matrix: list[float], *_font: object, at: list[float] = at) -> None:
            at += [matrix[4]] if "min" in said else []

        page.extract_text(visitor_text=placed)
        found += at
    assert len(found) == 2 and abs(found[0] - found[1]) < 1


def test_a_line_with_an_emoji_is_as_high_as_the_others() -> None:
    points = tuple(Point(text) for text in ("een", "twee 👍🏽", "drie ⏱️", "vier", "vijf"))
    page = Pdf(render(Document("nl", (Heading(1, "x"), Points(points)))).content).file.pages[0]
    heights = set()

    def heard(text: str, moved: list[float], here: list[float], *_font: object) -> None:
        if "•" in text:
            heights.add(round(moved[5] + here[5], 1))

    page.extract_text(visitor_text=heard)
    assert len(heights) == 5
    assert len({round(below - above) for below, above in pairwise(sorted(heights))}) == 1, heights


def test_boards_are_called_after_their_headings_and_one_that_is_empty_is_no_picture(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    hung, empty = Board((BoardColumn("c", (Point("n"),)),)), Board((BoardColumn("c", ()),))
    one, two = (Heading(2, "Een"), Paragraph("Wat?"), hung), (Heading(2, "Twee"), hung)
    document = Document("nl", (Heading(1, "x"), *one, Heading(2, "Leeg"), empty, *two))
    assert [(board.title, board.question) for board in pictures(document)] == [
        ("Het bord: Een", "Wat?"),
        ("Het bord: Twee", ""),
    ]
    monkeypatch.setattr(picture, "typeset", lambda _template, given, _ending: Remarked(given["title"].encode(), ()))
    report = demo("nl", 0)
    monkeypatch.setitem(vars(report), "documents", {"": document})
    assert rendered(report, "svg") == {"": b"Het bord: Een", "2": b"Het bord: Twee"}
    given = {"title": "t", "language": "nl", "about": "Verslag", "board": as_data(next(pictures(document)))}
    assert {"Verslag", "Wat?", "c", "n"} <= set(Pdf(typeset("picture.typ", given, "pdf").content).lines)


def test_without_typst_one_sentence_says_what_adds_it_and_the_rest_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    made = write(demo("nl", 0), ["md", "pdf", "svg", "html"], tmp_path)
    assert [path.suffix for path in made.paths] == [".md", ".html"]
    assert [said.fills for said in made.refused] == [{"format": name, "extra": "pdf"} for name in ("pdf", "svg")]


def test_the_board_is_a_picture_of_its_own_that_asks_nothing_of_the_network() -> None:
    report = demo("en", 0)
    contents, remarks = made_of(report, "svg")
    (drawing,) = contents.values()
    assert isinstance(drawing, bytes)
    drawn = ElementTree.fromstring(drawing)
    assert drawn.tag.endswith("svg") and remarks == []
    assert drawn.get("role") == "img" and drawn.get("aria-label") == "The board: Brainstorm, 15 post-its in 4 clusters"
    assert not re.search(rb"<(script|image|foreignObject)|href=\"(?!#)", drawing)
    with pytest.raises(Refused):
        made_of(demo("en", 1), "svg")


def test_the_picture_of_a_board_is_sound_and_leads_nowhere_whatever_is_typed() -> None:
    report = demo("nl", 0)
    notes = tuple(Point(text) for text in (*hostile.TYPED, 'https://a.example/?x=1&y="onload="alert(1)', "&lt;"))
    hung = Document("nl", (Heading(1, "x"), Heading(2, '"&<b>'), Board((BoardColumn("&amp;<", notes),))))
    vars(report)["documents"] = {"": hung}
    (drawing,) = rendered(report, "svg").values()
    tags = {element.tag.partition("}")[2] for element in ElementTree.fromstring(drawing).iter()}
    assert tags <= {"svg", "g", "path", "use", "defs", "symbol", "clipPath", "rect"}


def test_the_fonts_are_small_enough_to_come_along_and_have_their_licences() -> None:
    files = list(FONTS.iterdir())
    assert sum(path.stat().st_size for path in files) <= 1_500_000
    assert len([path for path in files if "OFL" in path.name]) == 2
    assert all("SIL Open Font License" in path.read_text(encoding="utf-8") for path in files if path.suffix == ".txt")
