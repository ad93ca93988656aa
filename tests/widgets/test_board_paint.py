"""How a card or a title on a board looks."""

from __future__ import annotations

import pytest
from rich.style import Style

from widgets.board_layout import APART, CLOSE, PADDED, Column, Face, Look
from widgets.board_paint import LEAST, Manner, is_terse, paint

TAILS = "6 of 13 want to continue", "6 of 13 hands", "6 of 13"


def drawn(face: Face, air: int, width: int = 36, *, here: bool = False, terse: bool = False) -> list[str]:
    manner = Manner(air=air, here=here, terse=terse)
    return [strip.text for strip in paint(face, width, manner, lambda _names: Style.null())]


def card(*lines: str) -> Face:
    return Face(Look.CLUSTER, 1, lines)


def head(*tails: str, share: float | None = None, title: str = "1 Attitude") -> Face:
    return Face(Look.CLUSTER, 1, (title,), count=5, tails=tails, share=share)


@pytest.mark.parametrize("lines", [("one",), ("one", "two"), ("one", "two", "three")])
def test_cards_that_stand_close_end_in_half_an_edge_so_that_one_sees_where(lines: tuple[str, ...]) -> None:
    assert [row[0] for row in drawn(card(*lines), CLOSE)] == ["▌"] * (len(lines) - 1) + ["▘"]
    assert [row[0] for row in drawn(card(*lines), APART)] == ["▌"] * len(lines)


def test_a_padded_card_has_a_line_above_and_below_its_text_that_is_lifted_with_it() -> None:
    assert [row.strip() for row in drawn(card("one"), PADDED)] == ["▖", "▌ one", "▘"]
    assert [row.strip() for row in drawn(card("one"), PADDED, here=True)] == ["█", "█ one", "█"]
    suggested = Face(Look.LOOSE, 0, ("one",), advice="1 Attitude")
    assert [row.strip() for row in drawn(suggested, PADDED)] == ["▖", "▌ one", "▘ 1 Attitude", ""]


def test_the_rule_of_a_title_is_as_thick_as_the_share_of_those_who_want_to_go_on() -> None:
    full, half = drawn(head(), APART)[1].strip(), drawn(head(*TAILS[1:], share=0.5), APART)[1].split(" ")[0]
    assert set(full) == {"━"}
    assert abs(half.count("━") - half.count("─")) <= 1
    assert len(half) >= LEAST


@pytest.mark.parametrize("width", [60, 36, 26, 20])
def test_how_a_column_stands_is_told_as_fully_as_there_is_room_for_and_no_stub_of_a_rule_is_left(width: int) -> None:
    rule = drawn(head(*TAILS, share=6 / 13), APART, width)[1].rstrip()
    assert any(rule.endswith(tail) for tail in TAILS)
    assert len(rule.split(" ")[0]) >= LEAST or not set(rule) & set("━╾─")


@pytest.mark.parametrize("title", ["1 Attitude", "1 Time and resources", "1 Time and much else"])
def test_behind_the_title_of_a_close_board_stands_no_rule_where_a_number_stands(title: str) -> None:
    (row,) = drawn(head(*TAILS, share=6 / 13, title=title), CLOSE)
    assert not set(row) & set("━╾─")
    assert "6 of 13" in row and "5  " in row


def test_of_a_close_board_all_heads_have_words_behind_their_number_or_none_has() -> None:
    short, long = (Column(title, title, number=1, tails=TAILS) for title in ("Attitude", "Time and resources"))
    assert (is_terse([short], 36), is_terse([short, long], 36)) == (False, True)
    assert "hands" in drawn(head(*TAILS), CLOSE)[0]
    assert drawn(head(*TAILS), CLOSE, terse=True)[0].rstrip().endswith("6 of 13")
