"""The scores of an evaluation drawn: a bar that tells averages apart, and the spread as wide as there is room."""

from __future__ import annotations

import pytest

from widgets.scores import KEPT, ScoreBar, drawn

SPREAD = (0, 0, 0, 0, 0, 0, 0, 3, 5, 2, 0)


def bar(average: float, count: int = 10) -> ScoreBar:
    return ScoreBar("Inhoud", count, average, SPREAD)


def rows(bars: list[ScoreBar], width: int) -> list[str]:
    return [line for line in drawn(bars, width).plain.splitlines() if "Inhoud" in line]


@pytest.mark.parametrize("width", [74, 80, 134])
def test_averages_that_are_half_a_mark_apart_have_another_bar(width: int) -> None:
    one, other = rows([bar(7.8), bar(8.3)], width)
    assert sum(map(one.count, "━╾─")) >= KEPT
    assert (one.count("━"), one.count("╾")) != (other.count("━"), other.count("╾"))
    assert "╸" not in one + other, "a hole between what is thick and what is thin"
    assert max(len(one), len(other)) <= width


@pytest.mark.parametrize("width", [30, 45, 54])
def test_where_a_bar_would_be_short_the_spread_has_its_place(width: int) -> None:
    (line,) = rows([bar(7.8)], width)
    assert "━" not in line
    assert "7.8" in line or "7,8" in line
    assert len(line) <= width


def test_where_there_is_room_a_mark_is_two_or_three_cells_wide() -> None:
    assert [line.count("▇") for width in (30, 45, 54) for line in rows([bar(8)], width)] == [1, 2, 3]
    scale = drawn([bar(8)], 45).plain.splitlines()[-1]
    assert scale.split() == ["0", "5", "10"]
    assert scale.index("10") - scale.index("0") == 20


@pytest.mark.parametrize("high", [1, 2, 3])
def test_a_spread_stands_on_a_line_from_the_lowest_mark_to_the_highest_however_high_it_is(high: int) -> None:
    *_air, foot, scale = drawn([bar(8)], 45, high).plain.splitlines()
    start = scale.index("0")
    assert (foot[start : start + 14], foot[start + 20 : start + 22]) == ("▁" * 14, "▁" * 2)
    assert all(mark in "▂▃▄▅▆▇█" for mark in foot[start + 14 : start + 20])
    assert len(drawn([bar(8), bar(7)], 45, high).plain.splitlines()) == 2 * high + 2


def test_how_many_scored_it_is_said_only_where_that_differs() -> None:
    assert all(line.rstrip().endswith("▁") for line in rows([bar(8), bar(7)], 74))
    first, second = rows([bar(8), bar(7, 9)], 74)
    assert "10" in first.split("▇")[-1]
    assert "9" in second.split("▇")[-1]
