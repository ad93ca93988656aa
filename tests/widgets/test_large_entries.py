"""The items of a list of the room as the entries of one column."""

from __future__ import annotations

import pytest

from widgets.large_column import Air
from widgets.large_entries import column_of
from widgets.letters import NARROW, PLAIN, SMALL, TALL, Size, columns, reach
from widgets.projected import Item


def drawn(items: tuple[Item, ...], width: int) -> list[str]:
    column = column_of(items, PLAIN, width, width)
    assert column is not None
    return [row.plain.rstrip() for row in column.drawn(Air(0, 0))]


def test_where_several_texts_stand_beside_one_word_what_wraps_is_told_from_what_is_next() -> None:
    texts = Item("een sterkte van twee regels", "sterk"), Item("nog een", "")
    assert drawn(texts, 27) == ["sterk  een sterkte", "         van twee regels", "       nog een"]
    alone = Item("een sterkte van twee regels", "sterk"), Item("nog een", "zwak")
    assert drawn(alone, 27)[1] == "       van twee regels", "a text with a word of its own wraps below itself"
    letters = Item("een voorstel van twee regels", "A"), Item("nog een", "")
    assert drawn(letters, 25)[1].startswith("   v"), "so it does behind a letter"


@pytest.mark.parametrize("size", [PLAIN, SMALL, TALL])
def test_minutes_before_a_list_end_under_each_other(size: Size) -> None:
    labels = ("5'", "10'", "105'")
    column = column_of(tuple(Item("tekst", label) for label in labels), size, 120, 120)
    assert column is not None
    assert len({entry.indent + columns(entry.item.label, size) for entry in column.entries}) == 1


def test_what_stands_below_a_text_hangs_as_deep_as_its_own_tails() -> None:
    column = column_of((Item("AAN", below="jij"),), TALL, 80, 80)
    assert column is not None
    assert column.shared.below == reach(["jij"], TALL).below > 0


@pytest.mark.parametrize("size", [SMALL, NARROW, TALL])
def test_a_text_with_its_minutes_is_broken_over_lines_in_every_width_that_holds_its_last_word(size: Size) -> None:
    item, last = Item("een korte vraag aan ons", aside="15 min"), Item("ons", aside="15 min")
    whole, least = (column_of((one,), size, 400, 400) for one in (item, last))
    assert whole is not None and whole.whole and least is not None
    for width in range(least.wide, whole.wide + 1):
        column = column_of((item,), size, width, width)
        assert column is not None and column.wide <= width
        assert column.whole == (width == whole.wide)
