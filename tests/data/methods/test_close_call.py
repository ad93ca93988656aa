"""What stands within a dot of the line."""

from hypothesis import given
from hypothesis import strategies as st

from data.methods.close_call import close
from data.methods.votes.dots import short_list

wall = st.dictionaries(st.text(max_size=3), st.integers(0, 9), min_size=1, max_size=12)


def test_a_dot_more_or_less_brings_them_over_the_line() -> None:
    dots = {"walk": 6, "read": 4, "film": 3, "visit": 3, "game": 1, "song": 0}
    assert close(dots, 2) == ("read", "film", "visit")
    assert close(dots, 2, step=3) == ("walk", "read", "film", "visit", "game")
    assert close(dots, 1) == ()
    assert close({"walk": 2, "song": 0}, 1) == ()
    assert close({"walk": 2, "song": 1}, 2) == ()
    assert close({"walk": 2, "song": 2}, 1) == ("walk", "song"), "a tie at the line"
    assert close({}, 1) == ()
    assert close({"walk": 2, "read": 2, "film": 0}, 2) == (), "the first that is off the list has no dot"
    assert close({"walk": 1, "read": 0, "film": 0}, 1) == ()


@given(wall, st.integers(1, 6), st.integers(1, 3))
def test_whoever_one_dot_brings_on_the_list_or_takes_off_it_is_close(
    dots: dict[str, int], places: int, step: int
) -> None:
    listed, _ = short_list(dots, places)
    found = close(dots, places, step)
    assert len(found) != 1
    for name, own in dots.items():
        assert own or name not in found
        for change in (-1, 1):
            moved = max(0, own + change)
            after, _ = short_list({**dots, name: moved}, places)
            if own and moved and (name in after) != (name in listed):
                assert name in found
