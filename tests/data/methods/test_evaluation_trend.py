"""Whether an average moved by more than chance would move it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.methods.evaluation import SCORES, Results, Scored, counted, results, trend
from data.model import Evaluation


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


def form(number: int, **marks: float | None) -> Evaluation:
    return Evaluation(id=str(number), session="s", activity="a", **marks)  # type: ignore[arg-type]


def test_scores_in_numbers() -> None:
    marks = [0.0, 7.5, 7.0, 10.0, 8.5]
    forms = [form(number, content=mark, discussion=mark if number else None) for number, mark in enumerate(marks)]
    found = results(forms)
    content = Scored("content", 5, 6.6, 0.0, 10.0, (1, 0, 0, 0, 0, 0, 0, 2, 1, 0, 1))
    assert found == Results(5, (content,)), "discussion has four marks, facilitation none"
    assert found.of("content") == content
    assert found.of("discussion") is None
    assert results(forms[:4]) == Results(4)
    assert trend(content, Scored("content", 5, 8.6, 0, 10, ())).change == pytest.approx(2.0)
    several = [form(number, content=5, discussion=6, facilitation=7) for number in range(5)]
    assert [(scored.field, scored.average) for scored in results(several).scored] == list(
        zip(SCORES, (5, 6, 7), strict=True)
    )


def test_lines_are_counted_the_most_said_first() -> None:
    lines = ["Rust", "tijd", "rust", "Éen", "een", "RUST", "aandacht"]
    assert counted(lines) == [("RUST", 3), ("een", 2), ("aandacht", 1), ("tijd", 1)]
    assert counted([]) == []
