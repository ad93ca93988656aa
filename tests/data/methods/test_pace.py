"""The pace of a stream, against itself."""

from hypothesis import given
from hypothesis import strategies as st

from data.methods.pace import ENOUGH, OVER, SHORTEST, Pace, pace


def test_a_steady_stream_is_never_dry_and_a_long_silence_is() -> None:
    times = [8.0 * n for n in range(20)]
    assert not pace(times, times[-1] + 8).dry
    assert not pace(times, times[-1] + 25).dry
    assert pace(times, times[-1] + 40).dry
    assert not pace(times, times[-1] + OVER).dry, "after ten minutes it is over"


def test_a_slow_group_gets_its_own_time() -> None:
    times = [45.0 * n for n in range(8)]
    assert not pace(times, times[-1] + 90).dry
    assert pace(times, times[-1] + 200).dry


def test_few_ideas_or_one_paste_say_nothing() -> None:
    assert not pace([0.0, 5.0, 10.0], 100).dry
    assert not pace([7.0] * 40, 100).dry
    assert pace([], 100).count == 0
    assert pace([7.0] * 40, 100).count == 40


def test_a_few_ideas_and_then_two_minutes_of_silence_are_dry_and_one_paste_is_not() -> None:
    assert [pace([0.0, 5.0], 5 + silence).dry for silence in (119.9, 120, 599.9, 600)] == [False, True, True, False]
    assert not pace([7.0] * 40, 200).dry


@given(st.lists(st.floats(1, 60), min_size=ENOUGH, max_size=40), st.floats(0, 500), st.floats(1, 3))
def test_is_relative(gaps: list[float], silence: float, slower: float) -> None:
    """A stream that is dry stays dry when everything took longer, as far as it is not over."""
    times = [sum(gaps[:n]) for n in range(len(gaps))]
    now = times[-1] + silence
    if pace(times, now).dry and silence * slower * 1.001 < OVER:
        assert pace([time * slower for time in times], now * slower).dry


@given(st.lists(st.floats(0, 1000), max_size=40), st.floats(0, SHORTEST * 0.99))
def test_a_short_silence_is_never_dry(times: list[float], silence: float) -> None:
    assert not pace(times, max(times, default=0.0) + silence).dry


def test_a_stream_in_numbers() -> None:
    assert pace([20.0, 0.0, 40.0, 10.0], 70) == Pace(4, 4 * 60 / 70, 10.0, 30.0)
    assert pace([0.0, 100.0, 300.0], 400) == Pace(3, 1 * 60 / 180, 200.0, 100.0), "the pace is that of three minutes"
    assert pace([0.0, 10.0], 20) == Pace(2, 2.0, 10.0, 10.0), "and of one minute at least"
    assert pace([220.0, 219.0, 400.0], 400) == Pace(3, 2 * 60 / 180, 180.0, 0.0)
    assert pace([5.0], 3) == Pace(1, 0.0, 0.0, 0.0), "a clock that was set back is no silence"


def test_where_a_stream_becomes_dry_and_is_over() -> None:
    quick = [5.0 * n for n in range(ENOUGH)]
    assert [pace(quick, quick[-1] + silence).dry for silence in (19.9, 20, 599.9, 600)] == [False, True, True, False]
    assert not pace(quick[1:], quick[-1] + 30).dry, "four ideas make no stream"
    usual = [10.0 * n for n in range(ENOUGH)]
    assert [pace(usual, usual[-1] + silence).dry for silence in (39.9, 40)] == [False, True], "four times the usual gap"
    slower = [*usual, 85.0, 125.0]
    assert [pace(slower, now).dry for now in (159.9, 160)] == [False, True], "three ideas in the time of twelve"
