"""A document on a wide page: read down the one column, then down the other, and all of it is there."""

from __future__ import annotations

from data.report.blocks import Heading, Paragraph, Plain, Point, Points, Table
from widgets.document import BETWEEN, COLUMN, drawn, spread

BLOCKS: list[Plain] = [
    Heading(1, "Verslag"),
    *(Paragraph(f"alinea {number} met wat er gezegd werd") for number in range(40)),
]
WIDE = 2 * COLUMN + BETWEEN


def test_two_columns_hold_the_same_lines_in_the_order_of_reading() -> None:
    height = 20
    rows = spread(BLOCKS, WIDE, height).plain.split("\n")
    read: list[str] = []
    for start in range(0, len(rows), height):
        halves = [row.partition("│") for row in rows[start : start + height]]
        read += [left.rstrip() for left, _rule, _right in halves]
        read += [right.strip() for _left, rule, right in halves if rule]
    assert [line for line in read if line] == [
        line.rstrip() for line in drawn(BLOCKS, COLUMN).plain.split("\n") if line.strip()
    ]
    assert max(map(len, rows)) <= WIDE


def test_a_column_ends_before_a_heading_leaves_a_line_free_and_begins_with_words() -> None:
    said: list[Plain] = [Paragraph(f"alinea {number}") for number in range(7)]
    blocks: list[Plain] = [Heading(1, "Verslag"), *said, Heading(2, "Besluiten"), *said, Heading(2, "Vragen"), *said]
    height = 20
    rows = spread(blocks, WIDE, height).plain.split("\n")
    left, _rule, right = rows[0].partition("│")
    assert (left.strip(), right.strip()) == ("Verslag", "Besluiten")
    assert rows[height].partition("│")[0].strip() == "Vragen"
    assert not rows[height - 1].strip(" │")
    assert all("│" in row for row in rows[:height]), "the rule is as high as the page"


def test_tables_of_one_kind_stand_on_the_same_columns_at_every_width() -> None:
    head = ("Wat", "Wie", "Wanneer", "Stand")
    blocks: list[Plain] = [
        Table(head, (("Een perk kiezen", "Karel Wouters", "sessie 3", ""), ("Zaal regelen", "Hugo", "", "gedaan"))),
        Table(head[:3], (("Een voorbeeld van een talentgesprek meebrengen", "Lien en Hugo", "sessie 2"),)),
        Table(("Naam", "Functie"), (("An", "coach"),)),
    ]
    for width in (100, 50):
        heads = [line for line in drawn(blocks, width).plain.split("\n") if line.startswith("Wat")]
        assert len(heads) == 2
        assert len({(line.index("Wie"), line.index("Wanneer")) for line in heads}) == 1
        assert max(map(len, drawn(blocks, width).plain.split("\n"))) <= width
    assert "Naam  Functie" in drawn(blocks, 100).plain


def test_one_long_list_of_names_does_not_starve_the_text_and_rows_that_fold_stand_apart() -> None:
    head = ("Wat", "Wie")
    said = "Samen met de ploeg een perk kiezen waar het anders mag"
    rows = ((said, "Lien Vermeulen, Hugo Maes, Griet Lambrecht en Joris Declercq"), *[(said, "Karel Wouters")] * 6)
    lines = drawn([Table(head, rows)], 72).plain.split("\n")
    assert lines[0].index("Wie") > len(said), "it stays on one line, and the names of one row fold"
    assert max(map(len, lines)) <= 72
    assert sum(said in line for line in lines) == len(rows)
    narrow = drawn([Table(head, rows)], 44).plain.rstrip().split("\n")
    blank = [number for number, line in enumerate(narrow) if not line.strip()]
    assert len(blank) == len(rows) - 1
    assert not any(number + 1 in blank for number in blank)


def test_what_is_said_of_a_point_stands_whole_behind_it_or_below() -> None:
    blocks: list[Plain] = [Points((Point("We vragen iemand van buiten", "Vragen we iemand van buiten?"),))]
    text, aside = "· We vragen iemand van buiten", "  Vragen we iemand van buiten?"
    assert drawn(blocks, 80).plain.split("\n")[:1] == [text + aside]
    assert drawn(blocks, 50).plain.split("\n")[:2] == [text, aside]


def test_points_with_something_under_them_stand_apart_and_are_not_cut_unless_they_are_long() -> None:
    def proposals(*under: int) -> list[Plain]:
        return [Points(tuple(Point(f"{n}:", under=(Point("kracht"),) * n) for n in under))]

    assert [line.strip() for line in drawn(proposals(1, 2, 0), 40).plain.rstrip().split("\n")] == [
        *("· 1:", "· kracht", "", "· 2:", "· kracht", "· kracht", "", "· 0:")
    ]
    assert "" not in drawn(proposals(0, 0, 1), 40).plain.rstrip().split("\n")
    pages = spread(proposals(4, 4, 4), 40, 10).plain.split("\n")
    assert pages[10].strip() == "· 4:", "it goes on where the next one begins"
    assert spread(proposals(4, 12), 40, 10).plain.split("\n")[6].strip() == "· 12:", "a long one is cut after all"


def test_what_fits_on_the_page_is_one_column() -> None:
    assert spread(BLOCKS, WIDE, 100).plain == drawn(BLOCKS, WIDE).plain


def test_a_narrow_document_has_pages_that_end_with_something_whole_and_a_free_line() -> None:
    head, rows = ("Wat", "Wie"), (("Zaal regelen", "Hugo"), ("Verslag bezorgen", "An"))
    part: list[Plain] = [Heading(2, "Besluiten"), Heading(3, "Eerder"), Table(head, rows), Paragraph("woord " * 20)]
    blocks: list[Plain] = part * 6
    for height in range(9, 20):
        lines = [line.strip() for line in spread(blocks, 60, height).plain.split("\n")]
        assert [line for line in lines if line] == [
            line.strip() for line in drawn(blocks, 60).plain.split("\n") if line.strip()
        ]
        assert len(lines) % height == 0, "every page is whole"
        for start in range(0, len(lines), height):
            page = lines[start : start + height]
            assert page[0]
            assert not page[-1]
            last = next(line for line in reversed(page) if line)
            assert not last.startswith(("Besluiten", "─", "Eerder", "Wat")), "nothing is announced that is not there"


def test_a_short_column_does_not_fold_because_the_text_beside_it_does() -> None:
    said, when = "Iemand vragen die talent en competentie helder kan uitleggen", "een week vooraf"
    rows = ((said, "Karel Wouters", when), (said, "Lien Vermeulen en Hugo Maes", when))
    lines = drawn([Table(("Wat", "Wie", "Wanneer"), rows)], 66).plain
    assert lines.count(when) == len(rows)


def test_a_page_that_a_row_does_not_fit_on_is_filled_with_the_lines_of_it_that_do() -> None:
    row = ("Iemand vragen die talent en competentie helder kan uitleggen", "Hugo")
    blocks: list[Plain] = [
        Heading(3, "Eerder"),
        Table(("Wat", "Wie"), (row,)),
        Heading(3, "Nog"),
        Paragraph("woord " * 40),
    ]
    assert [line.split("  ")[0] for line in drawn(blocks, 30).plain.split("\n")[:2]] == ["Eerder", "Wat"], "right above"
    lines = spread(blocks, 30, 12).plain.split("\n")
    assert lines[9].startswith("woord") and not any(map(str.strip, lines[10:12])) and lines[12].startswith("woord")
    rows = spread([Paragraph("woord " * 30), Table(("Wat", "Wie"), (row,) * 4)], 30, 12).plain.split("\n")
    assert not rows[9].strip() or not rows[12].startswith(("helder", "competentie")), "a row of a table stands whole"
