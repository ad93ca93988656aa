"""The table of words: how it is read, and which of its words stand for another."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.methods.clusters import encoder
from data.methods.clusters._words import Table, _hashed

WORDS = ["fiets", "stalling", "werk", "één", "wekker", "rust"]


@pytest.fixture
def table(tmp_path: Path) -> Table:
    file = tmp_path / "words.npz"
    levels = np.arange(len(WORDS) * 16).reshape(len(WORDS), 16) % 16
    packed = (levels[:, ::2] | levels[:, 1::2] << 4).astype(np.uint8)
    steps = np.linspace(0.5, 2, 16, dtype=np.float32)
    np.savez(file, words=np.frombuffer("\n".join(WORDS).encode(), np.uint8), table=packed, steps=steps)
    return Table(file)


def test_a_vector_is_read_as_it_was_packed(table: Table) -> None:
    np.testing.assert_allclose(table.vector("werk"), (np.arange(16) - 7.5) * np.linspace(0.5, 2, 16), rtol=1e-6)


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("fiets", ("fiets",)),
        ("één", ("één",)),
        ("fietsstalling", ("fiets", "stalling")),
        ("fietsenstalling", ()),
        ("werkfiets", ("werk", "fiets")),
        ("wérk", ("werk",)),
        ("wekkers", ("wekker",)),
        ("rustig", ()),
        ("magento", ()),
    ],
)
def test_a_word_is_its_own_or_its_parts(table: Table, word: str, parts: tuple[str, ...]) -> None:
    assert table.parts(word) == parts


def test_a_compound_is_the_sum_of_its_parts(table: Table) -> None:
    np.testing.assert_allclose(table.vector("werkfiets"), table.vector("werk") + table.vector("fiets"))


@given(st.text(min_size=1, max_size=12))
def test_an_unknown_word_has_a_vector_of_its_own(word: str) -> None:
    vector = _hashed(word, 192)
    assert np.linalg.norm(vector) == pytest.approx(1, abs=1e-3)
    np.testing.assert_array_equal(vector, _hashed(word, 192))


def test_inflections_of_an_unknown_word_are_kin() -> None:
    assert _hashed("drupals", 192) @ _hashed("drupal", 192) > 0.5 > _hashed("magento", 192) @ _hashed("drupal", 192)


def test_meaning_crosses_words_and_languages() -> None:
    alike = encoder("words").similarity(["fiets kopen", "purchase a bicycle", "potje voetbal", "a soccer match"])
    assert alike[0, 1] > alike[0, 3]
    assert alike[2, 3] > alike[2, 1]
