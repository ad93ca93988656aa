"""Whether an average moved by more than chance would move it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.methods.evaluation import Scored, trend


def scored(average: float, count: int) -> Scored:
    return Scored("content", count, average, 0, 10, (0,) * 11)


@pytest.mark.parametrize(("forms", "chance", "real"), [(13, 0.85, 0.95), (6, 1.25, 1.35)])
def test_few_forms_say_less(forms: int, chance: float, real: float) -> None:
    for sign in (-1, 1):
        assert trend(scored(7, forms), scored(7 + sign * chance, forms)).may_be_chance
        assert not trend(scored(7, forms), scored(7 + sign * real, forms)).may_be_chance


@given(st.floats(0, 10), st.floats(0, 10), st.integers(5, 60), st.integers(5, 60))
def test_there_and_back_is_as_sure_and_more_forms_never_make_it_less_so(a: float, b: float, n: int, m: int) -> None:
    there, back = trend(scored(a, n), scored(b, m)), trend(scored(b, m), scored(a, n))
    assert there.may_be_chance == back.may_be_chance
    assert there.change == -back.change
    assert there.may_be_chance or not trend(scored(a, n + 1), scored(b, m)).may_be_chance
