"""Text over several lines: numbers stay with their word, and what is said of a title never stands below its number."""

from __future__ import annotations

import pytest
from rich.cells import cell_len
from textual.content import Content

from data.i18n import set_language
from widgets.wrapping import Row, hanging, wrapped


def plain(rows: list[Content]) -> list[str]:
    return [row.plain.rstrip() for row in rows]


@pytest.mark.parametrize("width", range(8, 40))
def test_a_number_is_never_read_apart_from_the_word_before_it(width: int) -> None:
    rows = plain(wrapped(Content("behandeld in sessie 4, en heropend in sessie 12"), width))
    assert not any(row[:1].isdigit() for row in rows if width > len("sessie 12"))
    assert " ".join(rows) == "behandeld in sessie 4, en heropend in sessie 12" or width <= len("sessie 12")


@pytest.mark.parametrize("width", range(20, 60))
def test_a_count_stays_with_what_is_counted(width: int) -> None:
    text = "14 mensen werkten rond vorming. Dat leverde 1 besluit en 12 afspraken op, 4 vragen staan nog open."
    rows = plain(wrapped(Content(text), width))
    assert not any(row[-1:].isdigit() for row in rows)
    assert " ".join(rows) == text


@pytest.mark.parametrize("width", range(12, 40))
def test_an_initial_stays_with_its_name(width: int) -> None:
    rows = plain(wrapped(Content("Leen (brengt verslag), Lien, Ilse, An C., Noël, An É."), width))
    assert not any(row.startswith(("C.", "É.")) for row in rows)


def test_a_fact_does_not_leave_its_number_behind() -> None:
    assert plain(wrapped(Content("8 bijdragen · 1 volgende stap"), 20)) == ["8 bijdragen", "1 volgende stap"]


@pytest.mark.parametrize("sign", ["+", "−"])
def test_a_difference_stays_with_what_moved(sign: str) -> None:
    text = f"content {sign}0.4 · discussion {sign}0.4 · facilitation {sign}0.3, may be chance"
    for width in range(20, 60):
        assert not any(line.plain.startswith(sign) for line in wrapped(Content(text), width))


def test_what_is_more_than_so_many_lines_is_cut_in_the_last() -> None:
    assert plain(wrapped(Content("een twee drie vier vijf zes"), 9, 2)) == ["een twee", "drie vie…"]
    assert plain(hanging(Content("> "), Content("een twee drie vier"), 11, 2)) == ["> een twee", "  drie vier"]


def test_styles_stay_where_they_were() -> None:
    rows = wrapped(Content.assemble("voor ", ("sessie 4", "bold"), " en later"), 9)
    assert plain(rows) == ["voor", "sessie 4", "en later"]
    assert [(span.start, span.end, span.style) for span in rows[1].spans] == [(0, 8, "bold")]


def test_below_a_number_stands_nothing_of_its_text() -> None:
    assert plain(hanging(Content("3 "), Content("eigen kennis blijft liggen"), 16)) == [
        "3 eigen kennis",
        "  blijft liggen",
    ]


def test_what_is_said_stands_beside_the_title_where_there_is_room_and_else_below_it() -> None:
    row = Row("1 ", Content("Het stokt"), Content("stilte, of nog eens hetzelfde gezegd"), column=13)
    assert plain(row.lines(60)) == ["1 Het stokt  stilte, of nog eens hetzelfde gezegd"]
    assert plain(row.lines(43)) == ["1 Het stokt  stilte, of nog eens", "             hetzelfde gezegd"]
    assert plain(row.lines(30)) == ["1 Het stokt", "  stilte, of nog eens", "  hetzelfde gezegd"]
    assert plain(Row("1 ", Content("Het stokt"), Content("stilte")).lines(60)) == ["1 Het stokt", "  stilte"]


def test_an_empty_text_is_one_empty_line() -> None:
    assert plain(wrapped(Content(), 20)) == [""]


def test_no_line_ends_with_the_dot_between_two_facts() -> None:
    rows = plain(wrapped(Content("12 vragen nog open · 1 besluit loopt nog"), 22))
    assert rows == ["12 vragen nog open", "1 besluit loopt nog"]


@pytest.mark.parametrize("width", range(12, 40))
def test_no_line_begins_with_it_either(width: int) -> None:
    rows = plain(wrapped(Content("Een case uit de eigen ploeg · Mee bepalen waarover · Doorgeven"), width))
    assert not any(row.startswith("·") or row.endswith("·") for row in rows)


@pytest.mark.parametrize(("language", "said"), [("nl", "24 december"), ("en", "24 December")])
def test_a_day_stays_with_its_month(language: str, said: str) -> None:
    set_language(language)
    for width in range(len(f"op {said}"), 40):
        lines = wrapped(Content(f"We zien elkaar terug op {said} in Gent"), width)
        assert any(said in line.plain for line in lines)


def test_how_often_something_was_said_is_never_alone_on_a_line() -> None:
    for width in range(12, 40):
        assert not any(
            line.startswith("2×") for line in plain(wrapped(Content("vragen stellen is moeilijk  2×"), width))
        )


@pytest.mark.parametrize("width", range(15, 70))
def test_a_short_word_does_not_stand_alone_on_the_last_line(width: int) -> None:
    said = "Hoe houden we de kennis vast van ambtenaren die stilaan met pensioen gaan?"
    rows = plain(wrapped(Content(said), width))
    assert " ".join(rows) == said and all(cell_len(row) <= width for row in rows)
    assert rows[-1] != "gaan?"


def test_two_words_that_are_bound_may_stand_on_the_last_line() -> None:
    assert plain(wrapped(Content("Ziekenhuis Sint-Fictus van de stad, leslokaal 2"), 38)) == [
        "Ziekenhuis Sint-Fictus van de stad,",
        "leslokaal 2",
    ]


def test_a_word_stays_alone_where_none_can_come_along() -> None:
    assert plain(wrapped(Content("samenwerkingsverband en"), 21)) == ["samenwerkingsverband", "en"]
