"""Turns foreseen, and by how many it was as if they had spoken."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.methods.speaking import Turns, contributions, foreseen, not_heard, spoken_as_by, turn_expected, turns

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


def test_a_round_in_numbers() -> None:
    assert turn_expected([100], 50) == 200 / 3
    assert foreseen([100], 3, 50) == pytest.approx(100 + 3 * 200 / 3)
    assert foreseen([100], 3, 50, 10) == pytest.approx(100 + 4 * 200 / 3), "a turn that began takes what is expected"
    assert foreseen([100], 3, 50, 100) == pytest.approx(100 + 100 + 3 * 200 / 3)


def test_everybody_has_one_turn_in_the_order_of_before() -> None:
    found = turns(("a", "b", "a"), "b", ("d", "c", "a", "d", "e"), ("e", "c", "e", "x"))
    assert found == Turns(("a",), "b", ("e", "c", "d"))
    assert turns(("a",), None, ("a",)) == Turns(("a",), None, ())
    assert turns((), None, ("b", "a")).to_come == ("b", "a"), "without an order of before that of the room"


def test_who_said_nothing_yet() -> None:
    assert contributions(["a", None, "", "a"]) == {"a": 2}
    assert not_heard(["c", "a", "c", "b"], ["a", None]) == ["c", "b"]
