"""Chapters of a ledger where a page is much higher or much fuller than they are."""

from __future__ import annotations

import pytest

from tests.widgets.test_ledger import lines_of
from widgets.ledger import Chapter, Entry

WHO = "Karel Wouters · open"


@pytest.mark.parametrize(("height", "start"), [(60, 82), (32, 56), (20, 56)])
def test_a_column_that_is_full_is_wider_than_one_that_is_not_and_says_in_a_row_what_concerns_each(
    height: int, start: int
) -> None:
    few = tuple(Entry(f"f{n}", "een begrip") for n in range(2))
    long = "Hoe laat je talent groeien in een kleine ploeg van mensen?"
    many = tuple(Entry(f"m{n}", f"{n} {long}", mark="+", aside=f"{WHO} {n}") for n in range(14))
    rows = lines_of([Chapter("Weinig", few), Chapter("Veel", many, beside=True)], 160, height)
    assert rows[0].index("Veel") == start
    assert len(rows) <= height
    assert all((long in row) == (WHO in row) for row in rows) == (start < 80)


@pytest.mark.parametrize(("height", "between"), [(30, 2), (29, 1), (14, 1)])
def test_entries_that_take_less_than_half_of_a_page_have_twice_the_air(height: int, between: int) -> None:
    entries = [tuple(Entry(f"{of}{n}", f"{of} regel {n}") for n in range(2)) for of in ("a", "b")]
    rows = [row.strip() for row in lines_of([Chapter("Een", entries[0]), Chapter("Twee", entries[1])], 80, height)]
    assert rows.index("a regel 1") - rows.index("a regel 0") == 1 + between
    assert rows.index("Twee") - rows.index("a regel 1") == 2 + between, "a heading stands nearer to what it heads"
    assert rows.index("b regel 0") - rows.index("Twee") == 2
