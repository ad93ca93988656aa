"""The encoder of spelling: TF-IDF of the 3- to 5-grams of characters within words.

Character n-grams need no language, survive typing slips and see the parts of Dutch compounds (Cavnar and
Trenkle, 1994); weights are sublinear term frequency times smoothed inverse document frequency (Salton and
Buckley, 1988).
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain
from random import Random

import numpy as np
from numpy.typing import NDArray

from data.text import fold

_SHORTEST, _LONGEST = 3, 5
_WORD = re.compile(r"[^\W_]+")
_COLUMNS = 1024
"""Width of the dense slices whose products are summed, which keeps the memory small."""


class Characters:
    """How alike texts are by their spelling: cosine of character n-gram TF-IDF, from 0 to 1."""

    name = "characters"

    def load(self) -> None:
        """Nothing to do: there are no weights."""

    def similarity(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Cosines of the texts' n-gram vectors, (n, n).

        A text without words has its signs, or nothing, as its one word.
        """
        alike = np.zeros((len(texts), len(texts)), np.float32)
        rows, columns, counts, width = _count(texts)
        if not width:
            return alike
        spread = np.bincount(columns, minlength=width)
        weights = (1 + np.log(counts)) * (1 + np.log((1 + len(texts)) / (1 + spread[columns])))
        norms = np.sqrt(np.bincount(rows, weights**2, minlength=len(texts)))
        weights /= norms[rows]
        shared = spread[columns] > 1
        for block in _blocks(*_merged(rows[shared], columns[shared], weights[shared]), len(texts)):
            alike += block @ block.T
        np.fill_diagonal(alike, norms > 0)
        return alike

    def meanings(self, texts: Sequence[str]) -> None:
        """None: spelling tells nothing of what texts mean."""


@lru_cache(maxsize=4096)
def words_of(text: str) -> tuple[str, ...]:
    """The folded words of a text; all of it where it has none."""
    folded = fold(text)
    return tuple(_WORD.findall(folded)) or (folded,)


@lru_cache(maxsize=20_000)
def grams_of(word: str) -> tuple[str, ...]:
    padded = f" {word} "
    sizes = range(min(_SHORTEST, len(padded)), min(_LONGEST, len(padded)) + 1)
    return tuple(padded[i : i + size] for size in sizes for i in range(len(padded) - size + 1))


def _count(texts: Sequence[str]) -> tuple[NDArray[np.intp], NDArray[np.intp], NDArray[np.intp], int]:
    """Which text has which n-gram how often: rows, columns and counts, sorted by row; and how many n-grams."""
    ids: dict[str, int] = {}
    spelled: dict[str, list[int]] = {}
    found: list[list[int]] = []
    for text in texts:
        grams: list[int] = []
        for word in words_of(text):
            if word not in spelled:
                spelled[word] = [ids.setdefault(gram, len(ids)) for gram in grams_of(word)]
            grams += spelled[word]
        found.append(grams)
    sizes = [len(grams) for grams in found]
    columns = np.fromiter(chain.from_iterable(found), np.intp, sum(sizes))
    rows = np.repeat(np.arange(len(texts)), sizes)
    cells, counts = np.unique(rows * len(ids) + columns, return_counts=True)
    return cells // max(1, len(ids)), cells % max(1, len(ids)), counts, len(ids)


def _merged(
    rows: NDArray[np.intp], columns: NDArray[np.intp], weights: NDArray[np.float64]
) -> tuple[NDArray[np.intp], NDArray[np.intp], NDArray[np.float64]]:
    """Make one column of all columns that are the same, of the same inner product: most n-grams of a word are.

    Two columns are taken for the same when a random projection of them is (equal ones are so bit for bit).
    """
    if not len(rows):
        return rows, columns, weights
    chance = Random(0)  # numpy's own takes a hundredth of a second to import
    at_random = np.array([chance.random() for _ in range(rows.max() + 1)])
    mark = np.bincount(columns, at_random[rows] * weights)
    _, merged, sizes = np.unique(mark, return_inverse=True, return_counts=True)
    _, first = np.unique(merged, return_index=True)
    kept = first[merged[columns]] == columns
    columns = merged[columns[kept]]
    return rows[kept], columns, weights[kept] * np.sqrt(sizes[columns])


def _blocks(
    rows: NDArray[np.intp], columns: NDArray[np.intp], weights: NDArray[np.float64], height: int
) -> Iterator[NDArray[np.float32]]:
    """Dense slices (height, at most _COLUMNS) of the sparse matrix, left to right."""
    order = np.argsort(columns)
    rows, columns, weights = rows[order], columns[order], weights[order]
    width = int(columns[-1]) + 1 if len(columns) else 0
    for start in range(0, width, _COLUMNS):
        low, high = np.searchsorted(columns, (start, start + _COLUMNS))
        block = np.zeros((height, min(_COLUMNS, width - start)), np.float32)
        block[rows[low:high], columns[low:high] - start] = weights[low:high]
        yield block
