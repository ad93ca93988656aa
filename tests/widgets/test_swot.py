"""The four quadrants: one picture that fills a page that is not higher than a screen, with edges along their points."""

from __future__ import annotations

import pytest

from widgets.page import Line
from widgets.swot import FOLDS, HIGHEST, Quadrant, quadrants

STYLES = "red", "blue", "green", "pink"


def four(*counts: int) -> list[Quadrant]:
    return [
        Quadrant(style, "+", style, [(f"{style}{n}", f"Point {n}") for n in range(count)])
        for style, count in zip(STYLES, counts, strict=True)
    ]


def rows(lines: list[Line]) -> list[str]:
    return [
        "".join(cell.content.pad_right(cell.width - cell.content.cell_length).plain for cell in line) for line in lines
    ]


@pytest.mark.parametrize("height", [12, 20, 37, 60])
@pytest.mark.parametrize("counts", [(2, 1, 1, 1), (0, 0, 0, 0), (4, 1, 0, 2)])
def test_two_by_two_they_fill_the_page_and_no_row_between_them_is_empty(height: int, counts: tuple[int, ...]) -> None:
    drawn = rows(quadrants(four(*counts), 120, height))
    highest = 2 * HIGHEST + 2
    assert len(drawn) in {min(highest, height) - 1, min(highest, height) - 2}
    assert all(row.count("│") == 1 or "┼" in row for row in drawn)
    assert sum("┼" in row for row in drawn) == 1
    along = sum(row.count("▎") for row in drawn)
    assert along <= 2 * sum(max(1, count) for count in counts), "the edge runs along the points"


def test_what_is_too_much_for_the_page_goes_on_below_it() -> None:
    drawn = rows(quadrants(four(20, 0, 1, 9), 120, 20))
    assert sum("Point" in row for row in drawn) == 20 + 9
    assert len(drawn) == 21 + 1 + 10


def test_in_a_narrow_page_they_stand_below_one_another() -> None:
    drawn = rows(quadrants(four(2, 1, 1, 1), FOLDS - 1, 30))
    assert [row.split()[1] for row in drawn if "+" in row] == list(STYLES)
    assert not any("│" in row for row in drawn)
    assert drawn[-1].strip(), "and no blank row takes one of the page"
