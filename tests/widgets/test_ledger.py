"""Chapters of entries, the scores of several sessions, and lists that a digit chooses from."""

from __future__ import annotations

import pytest
from textual.events import Key

from widgets.keys import place, place_key
from widgets.ledger import Chapter, Ledger
from widgets.scores import ScoreBar, Then, over_time


def test_what_is_said_of_an_empty_chapter_is_wrapped_below_itself() -> None:
    ledger = Ledger()
    ledger._chapters = (Chapter("Today", empty="Type what somebody brings, a semicolon, and who brings it along."),)
    lines = ["".join(cell.content.plain for cell in line) for line in ledger.lay_out(40, 10)]
    assert len(lines) == 3
    assert all(line.startswith("   ") and not line.startswith("    ") for line in lines[1:])


def test_the_spreads_of_two_sessions_below_one_another_stay_two_shapes() -> None:
    bar = ScoreBar("Content", 4, 7.5, (0, 0, 0, 0, 0, 0, 0, 2, 2, 0, 0))
    drawn = over_time([Then("session 1", bar), Then("session 2", bar)], 70)
    assert "▇▇" in drawn.plain
    assert "█" not in drawn.plain
    assert not any("accent" in str(span.style) for span in drawn.spans)


@pytest.mark.parametrize(("typed", "chosen"), [("1", 1), ("&", 1), ("9", 9), ("0", 10), ("à", 10), ("x", 0)])
def test_a_digit_chooses_a_place_and_zero_the_tenth(typed: str, chosen: int) -> None:
    assert place(Key(typed, typed)) == chosen


def test_before_each_place_stands_the_digit_that_chooses_it() -> None:
    assert [place_key(number) for number in (1, 9, 10, 11)] == ["1", "9", "0", " "]
