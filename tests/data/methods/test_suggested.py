"""Timeboxes by how long things took before."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.methods.agenda import suggested
from data.model import Activity, ActivityKind

BEGIN = datetime(2026, 1, 8, 14, tzinfo=UTC)


def took(number: int, minutes: float, kind: ActivityKind = ActivityKind.ROUND_TABLE) -> Activity:
    began = BEGIN + timedelta(days=30 * number)
    return Activity(
        id=f"a{number}",
        session="s",
        kind=kind,
        position=1.0,
        started=began.isoformat(),
        ended=(began + timedelta(minutes=minutes)).isoformat(),
    )


def test_the_median_of_the_last_five_in_whole_five_minutes() -> None:
    held = [took(number, minutes) for number, minutes in enumerate((90, 90, 31, 36, 42, 33, 38))]
    found = suggested(ActivityKind.ROUND_TABLE, reversed(held))
    assert found
    assert (found.minutes, found.took) == (40, (31, 36, 42, 33, 38))


@pytest.mark.parametrize(
    "held",
    [
        [],
        [took(1, 30)],
        [took(1, 30), took(2, 30, ActivityKind.BREAK)],
        [took(1, 30), took(2, 1), took(3, 900)],
        [took(1, 30), Activity(id="b", session="s", kind=ActivityKind.ROUND_TABLE, position=1.0, started="x")],
    ],
)
def test_once_says_nothing_and_slips_do_not_count(held: list[Activity]) -> None:
    assert suggested(ActivityKind.ROUND_TABLE, held) is None


@given(st.lists(st.floats(2, 240), min_size=2, max_size=5))
def test_most_of_those_times_would_have_fitted(minutes: list[float]) -> None:
    found = suggested(ActivityKind.ROUND_TABLE, [took(number, length) for number, length in enumerate(minutes)])
    assert found
    assert found.minutes % 5 == 0
    assert 2 * sum(length <= found.minutes + 1e-6 for length in minutes) >= len(minutes)
