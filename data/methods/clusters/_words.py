"""The encoder of meaning that every install has: a small table of Dutch and English words.

The table is distilled from the multilingual universal sentence encoder by scripts/distil_words.py: for each word
what it adds to the sum that the encoder makes of a sentence. The vector of a note is the plain sum over its words.
A compound that is not in the table is the sum of its two parts; a word that is not there at all gets a
vector of its own from its n-grams, hashed to signs (Weinberger and others, 2009), so that a name that only this
session knows still brings its notes together.
"""

import re
from collections.abc import Sequence
from functools import cached_property
from hashlib import blake2b
from itertools import chain
from pathlib import Path
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from data.methods.clusters._characters import grams_of
from data.methods.clusters._meaning import likeness
from data.methods.clusters.words import fold_word

_FILE = Path(__file__).with_name("words.npz")
_WORD = re.compile(r"[^\W_]+")
_PART = 4  # letters of the shorter part of a compound, at least
_STEM = 5  # letters that must stay where an ending is taken off
_ENDING = 2  # letters of such an ending, at most
_STRANGE = 1.5  # length of the vector of an unknown word, in lengths of rare words
_REMEMBERED = 8_000


class Words:
    """Cosine of centred sums of word vectors plus 0.75 of the cosine by spelling, from about -1 to 1.75."""

    name = "words"

    def __init__(self) -> None:
        self._known: dict[str, NDArray[np.float32]] = {}
        self._lock = Lock()

    def load(self) -> None:
        """Read the table: a tenth of a second."""
        with self._lock:
            self._table  # noqa: B018 - read once and kept

    def similarity(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """How alike every two texts are, (n, n)."""
        words = [[word for word in _WORD.findall(text.lower()) if not word.isdigit()] for text in texts]
        with self._lock:
            if len(self._known) > _REMEMBERED:
                self._known.clear()
            for word in dict.fromkeys(chain.from_iterable(words)):
                if word not in self._known:
                    self._known[word] = self._table.vector(word)
            vectors = np.zeros((len(texts), self._table.dimensions), np.float32)
            for i, found in enumerate(words):
                if found:
                    vectors[i] = np.sum([self._known[word] for word in found], axis=0)
        return likeness(vectors, texts)

    @cached_property
    def _table(self) -> "Table":
        return Table(_FILE)


class Table:
    """The vectors of words, in four bits a dimension."""

    def __init__(self, path: Path) -> None:
        with np.load(path) as stored:
            words = stored["words"].tobytes().decode().split("\n")
            self._packed: NDArray[np.uint8] = stored["table"]
            self._steps: NDArray[np.float32] = stored["steps"]
        self._row = {word: row for row, word in enumerate(words)}
        self.dimensions = len(self._steps)
        some = range(len(words) * 3 // 4, len(words), 1 + len(words) // 2_000)
        rare = np.linalg.norm([self._unpacked(row) for row in some], axis=1)
        self._length = _STRANGE * float(rare.mean())

    def vector(self, word: str) -> NDArray[np.float32]:
        """The vector of a word in small letters."""
        parts = self.parts(word)
        if not parts:
            return self._length * _hashed(word, self.dimensions)
        total: NDArray[np.float32] = np.sum([self._unpacked(self._row[part]) for part in parts], axis=0)
        return total

    def parts(self, word: str) -> tuple[str, ...]:
        """The words of the table that stand for `word`: itself, without accents, two parts, or without an ending."""
        for form in (word, fold_word(word)):
            if form in self._row:
                return (form,)
        splits = (
            (first, word[cut:])
            for cut in range(_PART, len(word) - _PART + 1)
            if word[cut:] in self._row
            for first in (word[:cut], word[:cut].removesuffix("s"))
            if len(first) >= _PART and first in self._row
        )
        if best := max(splits, key=lambda split: min(map(len, split)), default=None):
            return best
        stems = (word[:end] for end in range(len(word) - 1, max(_STEM, len(word) - _ENDING) - 1, -1))
        return next(((stem,) for stem in stems if stem in self._row), ())

    def _unpacked(self, row: int) -> NDArray[np.float32]:
        packed = self._packed[row]
        levels = np.empty(self.dimensions, np.float32)
        levels[::2] = packed & 15
        levels[1::2] = packed >> 4
        return (levels - np.float32(7.5)) * self._steps


def _hashed(word: str, dimensions: int) -> NDArray[np.float32]:
    """A vector of length one: the sum over the n-grams of a word of signs that are drawn from each by hashing."""
    drawn = b"".join(blake2b(gram.encode(), digest_size=dimensions // 8).digest() for gram in grams_of(word))
    signs = np.unpackbits(np.frombuffer(drawn, np.uint8).reshape(-1, dimensions // 8), axis=1)
    vector = 2 * signs.sum(axis=0, dtype=np.float32) - len(signs)
    scaled: NDArray[np.float32] = vector / np.maximum(np.linalg.norm(vector), 1)
    return scaled
