from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.methods.votes.codes import Problem
from data.methods.votes.lots import draw
from data.methods.votes.room import VoteError


@given(st.sets(st.text(), min_size=2), st.integers(), st.randoms())
def test_a_draw_can_be_repeated_from_its_log_in_any_order(tied: set[str], seed: int, random: object) -> None:
    lot = draw(tied, seed)
    assert lot.drawn in tied
    assert draw(reversed(lot.among), lot.seed) == lot


def test_every_one_of_the_tied_is_drawn_about_as_often() -> None:
    drawn = Counter(draw(["A", "B", "C"], seed).drawn for seed in range(3000))
    assert sorted(drawn) == ["A", "B", "C"]
    assert all(900 < times < 1100 for times in drawn.values())


def test_a_draw_stays_what_it_was_in_the_log_of_an_older_version() -> None:
    assert [draw(["Lotte", "Karel", "An"], seed).drawn for seed in (1, 2, 3)] == ["An", "Lotte", "Karel"]


@pytest.mark.parametrize("tied", [[], ["A"], ["A", "A"]])
def test_there_must_be_a_choice(tied: list[str]) -> None:
    with pytest.raises(VoteError) as caught:
        draw(tied, 1)
    assert caught.value.code is Problem.NOTHING_TO_DRAW
