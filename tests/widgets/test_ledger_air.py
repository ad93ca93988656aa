"""Chapters of a ledger where a page is much higher or much fuller than they are."""

from __future__ import annotations

import pytest

from tests.widgets.test_ledger import lines_of
from widgets.ledger import Chapter, Entry

WHO = "Karel Wouters · open"


@pytest.mark.parametrize(("height", "start"), [(60, 82), (32, 56), (29, 56), (18, 56)])
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
