"""How a text falls apart into the pieces that the sentence encoder knows.

Of all ways to write a word as a row of pieces, the one with the highest sum of scores (the unigram model of Kudo, 2018,
found as by Viterbi, 1967). No piece holds a space but in front, so each word is cut by itself, and once.
"""

from collections.abc import Sequence
from unicodedata import normalize

UNKNOWN, BEGIN, END = range(3)
"""The rows of a sign that no piece has, and of the marks around a text."""

_SPACE = "▁"
_STRANGE = -10.0
"""What an unknown sign scores, below the lowest score."""

_MOST = 384
"""Pieces of a text that are read, at most: a screen full."""

_REMEMBERED = 20_000
_LONGEST_REMEMBERED = 40


class Pieces:
    """The pieces that are known, each with its score."""

    def __init__(self, pieces: Sequence[str], scores: Sequence[float]) -> None:
        self._row = dict(zip(pieces, range(len(pieces)), strict=True))
        for mark in pieces[: END + 1]:
            self._row.pop(mark, None)
        self._scores = scores
        self._longest = max(map(len, pieces))
        self._strange = min(scores) + _STRANGE
        self._known: dict[str, list[int]] = {}

    def rows(self, text: str) -> list[int]:
        """The rows of the pieces of a text, with the marks of its begin and end around them."""
        rows: list[int] = []
        for word in normalize("NFKC", text).split():
            rows += self._of_word(word)
            if len(rows) >= _MOST:
                break
        return [BEGIN, *(rows[:_MOST] or [UNKNOWN]), END]

    def _of_word(self, word: str) -> list[int]:
        rows = self._known.get(word)
        if rows is None:
            rows = self._cut(_SPACE + word)
            if len(word) <= _LONGEST_REMEMBERED:
                if len(self._known) >= _REMEMBERED:
                    self._known.clear()
                self._known[word] = rows
        return rows

    def _cut(self, word: str) -> list[int]:
        """The best way to write the word, by going through it once: `best` is the highest sum up to each place."""
        size = min(len(word), _MOST * self._longest)
        best = [0.0] + [float("-inf")] * size
        came: list[tuple[int, int]] = [(0, UNKNOWN)] * (size + 1)
        for start in range(size):
            so_far = best[start]
            if so_far + self._strange > best[start + 1]:
                best[start + 1], came[start + 1] = so_far + self._strange, (start, UNKNOWN)
            for end in range(start + 1, min(start + self._longest, size) + 1):
                row = self._row.get(word[start:end])
                if row is not None and so_far + self._scores[row] > best[end]:
                    best[end], came[end] = so_far + self._scores[row], (start, row)
        rows = []
        while size:
            size, row = came[size]
            rows.append(row)
        return rows[::-1]
