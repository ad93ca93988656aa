"""Turns foreseen, and by how many it was as if they had spoken."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.methods.speaking import foreseen, spoken_as_by, turn_expected

seconds = st.floats(0, 1000)
some = st.lists(seconds, max_size=20)


def test_the_plan_stands_until_somebody_was_heard_and_then_gives_way() -> None:
    assert foreseen([], 13, 90) == 13 * 90
    assert foreseen([150, 150], 11, 90) == 300 + 11 * 120
    assert turn_expected([180] * 12, 90) > 165


@given(some, st.integers(0, 20), seconds, seconds)
def test_it_lasts_at_least_what_was_heard_and_a_running_turn_only_adds(
    heard: list[float], left: int, planned: float, running: float
) -> None:
    assert foreseen(heard, left, planned, running) >= sum(heard) + running
    assert foreseen(heard, left, planned, running) >= foreseen(heard, left, planned)
    assert foreseen(heard, 0, planned) == pytest.approx(sum(heard))


@given(some, seconds)
def test_a_turn_is_expected_between_the_shortest_and_the_longest(heard: list[float], planned: float) -> None:
    lengths = [*heard, planned]
    assert min(lengths) - 1e-6 <= turn_expected(heard, planned) <= max(lengths) + 1e-6


def test_who_speaks_most_counts_most() -> None:
    assert spoken_as_by({}) == spoken_as_by({"An": 0}) == 0
    assert spoken_as_by({"An": 4, "Bo": 4, "Cas": 4}) == 3
    assert spoken_as_by({"An": 10, "Bo": 1, "Cas": 1}) == pytest.approx(144 / 102)


@given(st.dictionaries(st.text(max_size=3), st.integers(1, 50), min_size=1, max_size=20), st.integers(2, 5))
def test_it_lies_between_one_and_all_and_does_not_depend_on_how_much_is_said(counts: dict[str, int], more: int) -> None:
    number = spoken_as_by(counts)
    assert 1 - 1e-9 <= number <= len(counts) + 1e-9
    assert spoken_as_by({who: count * more for who, count in counts.items()}) == pytest.approx(number)
