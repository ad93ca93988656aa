import re

from hypothesis import given
from hypothesis import strategies as st

from data.methods.votes.drawing import EIGHTHS, bar, columns, eighths
from tests.cases import cases

COUNTS = st.integers(0, 60)


def test_the_bars_of_the_mockups_come_out() -> None:
    drawn = cases("votes", "mockups.txt").read_text(encoding="utf-8")
    lines = re.findall(r"([█▉▊▋▌▍▎▏]+) +([0-9]+)/([0-9]+) (½?)", drawn)
    assert len(lines) == 6
    for blocks, count, base, _mark in lines:
        assert bar(int(count), int(base), 34) == blocks


def test_the_columns_of_the_mockups_come_out() -> None:
    drawn = cases("votes", "mockups.txt").read_text(encoding="utf-8")
    rows = re.findall(r"  O\d\d {6}(.{12}) *(\d+) +(\d+) +(\d+) │ +(\d+) +(\d+) +(\d+) ", drawn)
    assert len(rows) == 6
    for blocks, *counts in rows:
        assert "".join(2 * column for column in columns(map(int, counts), 24)) == blocks


@given(COUNTS, COUNTS, COUNTS, st.integers(1, 50))
def test_more_is_never_drawn_shorter_and_nothing_never_drawn(a: int, b: int, base: int, width: int) -> None:
    shorter, longer = sorted((a, b))
    assert eighths(shorter, base, width) <= eighths(longer, base, width)
    assert (eighths(a, base, width) == 0) == (a == 0 or base == 0)
    assert (eighths(a, base, width) == width * EIGHTHS) == (a >= base > 0)
    assert len(bar(a, base, width)) <= width


@given(st.lists(COUNTS), COUNTS)
def test_every_count_has_its_column(counts: list[int], base: int) -> None:
    drawn = columns(counts, base)
    assert list(map(len, drawn)) == [1] * len(counts)
    assert [column == " " for column in drawn] == [count == 0 or base == 0 for count in counts]


def test_one_missing_is_not_full_and_one_is_not_nothing() -> None:
    assert columns([0, 1, 59, 60], 60) == [" ", "▁", "▇", "█"]
    assert (bar(1, 60, 2), bar(59, 60, 2), bar(60, 60, 2)) == ("▏", "█▉", "██")
