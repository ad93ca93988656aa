"""The encoders, each behind the same protocol; and what importing the package brings along."""

import math
import subprocess
import sys
from collections import Counter

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.methods.clusters import Encoder, NoteText, encoder, suggest
from data.methods.clusters._characters import words_of
from tests.data.methods.clusters.boards import STRANGE, texts


@pytest.fixture(params=["characters", "semantic"])
def each(request: pytest.FixtureRequest) -> Encoder:
    return encoder(request.param)


def test_likeness_is_square_symmetric_and_finite(each: Encoder) -> None:
    alike = each.similarity(STRANGE)
    assert alike.shape == (len(STRANGE), len(STRANGE))
    assert np.isfinite(alike).all()
    np.testing.assert_allclose(alike, alike.T, atol=1e-5)


def test_nothing_gives_nothing(each: Encoder) -> None:
    assert each.similarity([]).shape == (0, 0)


def test_a_note_is_most_like_itself_and_its_kin(each: Encoder) -> None:
    alike = each.similarity(["gratis fiets", "gratis fietsen", "warme koffie", "thee en koekjes"])
    assert alike[0, 1] > alike[0, 2]
    assert alike[0, 0] >= alike[0, 1]


def test_strange_notes_are_grouped_too(each: Encoder) -> None:
    proposal = suggest([NoteText(text) for text in STRANGE], each)
    assert sorted(i for group in proposal.clusters for i in group.notes) == list(range(len(STRANGE)))


@given(st.lists(texts, min_size=1, max_size=12))
@settings(max_examples=60, deadline=None)
def test_characters_are_the_plain_tf_idf_that_they_say_to_be(notes: list[str]) -> None:
    alike = encoder("characters").similarity(notes)
    np.testing.assert_allclose(alike, plain(notes), atol=1e-4)


def plain(notes: list[str]) -> list[list[float]]:
    """The same by the book: dictionaries and no merging of columns."""
    counts = []
    for note in notes:
        grams: Counter[str] = Counter()
        for word in words_of(note):
            padded = f" {word} "
            grams.update(
                padded[i : i + n] for n in (2, 3, 4, 5) if n > 2 or padded == "  " for i in range(len(padded) - n + 1)
            )
        counts.append(grams)
    spread = Counter(gram for grams in counts for gram in grams)
    vectors = []
    for grams in counts:
        weights = {g: (1 + math.log(c)) * (1 + math.log((1 + len(notes)) / (1 + spread[g]))) for g, c in grams.items()}
        norm = math.sqrt(sum(w * w for w in weights.values())) or 1.0
        vectors.append({g: w / norm for g, w in weights.items()})
    return [
        [sum(w * b.get(g, 0.0) for g, w in a.items()) for j, b in enumerate(vectors)] for i, a in enumerate(vectors)
    ]


def test_meaning_crosses_words_and_languages() -> None:
    alike = encoder("semantic").similarity(["fiets kopen", "purchase a bicycle", "potje voetbal", "a soccer match"])
    assert alike[0, 1] > alike[0, 3]
    assert alike[2, 3] > alike[2, 1]


def test_only_meaning_has_vectors_of_meaning() -> None:
    assert encoder("characters").meanings(["fiets"]) is None
    vectors = encoder("semantic").meanings(["fiets", "fiets", ""])
    assert vectors is not None
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    np.testing.assert_array_equal(vectors[0], vectors[1])


def test_names_in_one_word_are_read_as_words() -> None:
    alike = encoder("semantic").similarity(["open_data portal", "openDataPortal", "openbaar vervoer", "koffie"])
    assert alike[0, 1] > 0.8 > alike[0, 2]


def test_auto_is_the_encoder_of_meaning() -> None:
    assert encoder() is encoder("auto") is encoder("semantic")
    assert encoder("characters") is encoder("characters")


@pytest.mark.parametrize("name", ["psychic", "words"])
def test_an_unknown_encoder_says_so(name: str) -> None:
    with pytest.raises(ValueError, match=name):
        encoder(name)


def test_importing_the_package_and_the_command_is_light() -> None:
    code = """
import sys, tui.commands.cluster, data.methods.clusters as clusters
heavy = {"numpy", "rapidfuzz", "textual"} & set(sys.modules)
assert not heavy, heavy
clusters.encoder("characters")
import os
assert os.environ["OPENBLAS_NUM_THREADS"] == "1"
assert clusters.near_duplicates("fiets", ["Fiets!"]) == [(0, 1.0)]
assert "textual" not in sys.modules
"""
    subprocess.run([sys.executable, "-c", code], check=True)
