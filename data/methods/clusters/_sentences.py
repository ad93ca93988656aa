"""The sentence encoder: the multilingual universal sentence encoder (Yang and others, 2020), cut to Dutch and English.

Each piece of a text has a vector. Three convolutions, over two, three and five pieces, add what pieces mean together;
all of it is added up over the text, and residual layers bend the sum to the vector of the text. The weights
were cut and packed by scripts/cut_encoder.py; `encoder.NOTICE.txt` tells whose they are.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from data.methods.clusters._pieces import Pieces
from data.methods.clusters._stored import read_arrays

FILE = Path(__file__).with_name("encoder.safetensors")
DIMENSIONS = 512

_WIDTH = 256
_WINDOWS = ((2, 0), (3, 1), (5, 2))
"""For each convolution: the pieces that it sees, and how many of them stand before the one in the middle."""

_BEFORE = 2
"""Pieces before, and after, one that the widest convolution sees."""

_TEXTS = 500
"""Texts whose pieces are looked up together."""

_BATCH = 400
"""Pieces that are worked on at a time, about: few enough to stay in the processor's own memory."""

_TINY = np.float32(1e-12)

Floats = NDArray[np.float32]


class Known(NamedTuple):
    """What pieces give wherever they stand: their vectors, what goes on through the layers, and what neighbours get.

    `own` (n, 512), `inner` (n, 768), and for each convolution `given` (window, n + 1, 256); its last row is nothing.
    """

    own: Floats
    inner: Floats
    given: list[Floats]


class Sentences:
    """The encoder in memory; the vectors of its pieces stay on disk until they are asked for."""

    def __init__(self, path: Path = FILE) -> None:
        stored = read_arrays(path)
        self.pieces = Pieces(stored["pieces"].tobytes().decode().split("\n"), stored["scores"].tolist())
        self._kind = stored["kind"]
        tiers = [name.removeprefix("codes") for name in stored if name.startswith("codes")]
        self._tiers = [(stored[f"codes{tier}"], stored[f"values{tier}"]) for tier in tiers]
        self._weights: dict[str, Floats] = {
            name: stored[name] * stored[f"{name} step"] if f"{name} step" in stored else stored[name]
            for name in stored
            if name.startswith(("inner", "near", "sum", "bend"))
        }

    def encode(self, texts: Sequence[str]) -> Floats:
        """The vectors of the texts, each of length one: (n, 512)."""
        runs = [texts[first : first + _TEXTS] for first in range(0, len(texts), _TEXTS)]
        return np.concatenate([np.zeros((0, DIMENSIONS), np.float32), *map(self._encoded, runs)])

    def _encoded(self, texts: Sequence[str]) -> Floats:
        """The vectors of some texts, whose pieces are looked up together."""
        rows = [self.pieces.rows(text) for text in texts]
        sizes = np.array([len(found) for found in rows])
        used, which = np.unique(np.concatenate(rows), return_inverse=True)
        known = self._known(used)
        ends = np.cumsum(sizes)
        sums = [
            self._sums(known, which[ends[low] - sizes[low] : ends[high - 1]], sizes[low:high])
            for low, high in _batches(sizes.tolist())
        ]
        count: Floats = sizes[:, None].astype(np.float32)
        added: Floats = np.concatenate(sums) @ self._weights["sum"] + count * self._weights["sum bias"]
        added /= np.sqrt(count)
        return self._bent(added)

    def _known(self, used: NDArray[np.intp]) -> Known:
        """What each piece gives wherever it stands; worked out once for all texts that it is in."""
        own = self._vectors(used)
        inner = self._evened(own @ self._weights["inner"] + self._weights["inner bias"], "inner")
        given = []
        for number, (window, _) in enumerate(_WINDOWS):
            part = np.ascontiguousarray(inner[:, number * _WIDTH : (number + 1) * _WIDTH])
            gives = np.zeros((window, len(used) + 1, _WIDTH), np.float32)
            for place, matrix in enumerate(self._weights[f"near {window} first"].reshape(window, _WIDTH, _WIDTH)):
                np.matmul(part, matrix, out=gives[place, :-1])
            given.append(gives)
        return Known(own, inner, given)

    def _sums(self, known: Known, which: NDArray[np.intp], sizes: NDArray[np.intp]) -> Floats:
        """What the pieces of each text, with their neighbours, add up to: (n, 1280)."""
        count = len(which)
        features: Floats = np.empty((count, DIMENSIONS + len(_WINDOWS) * _WIDTH), np.float32)
        features[:, :DIMENSIONS] = known.own[which]
        features[:, DIMENSIONS:] = known.inner[which]
        around = _around(sizes)
        pieces = np.append(which, len(known.own))[around]
        for number, (window, before) in enumerate(_WINDOWS):
            columns = slice(_BEFORE - before, _BEFORE - before + window)
            part = features[:, DIMENSIONS + number * _WIDTH :][:, :_WIDTH]
            seen = np.zeros((count + 1, _WIDTH), np.float32)
            for given, piece in zip(known.given[number], pieces[:, columns].T, strict=True):
                seen[:count] += given[piece]
            part += np.maximum(seen[:count] + self._weights[f"near {window} first bias"], 0)
            seen[:count] = part
            near = seen[around[:, columns]].reshape(count, -1) @ self._weights[f"near {window} second"]
            part += np.maximum(near + self._weights[f"near {window} second bias"], 0)
        sums: Floats = np.add.reduceat(_levelled(features), np.cumsum(sizes) - sizes)
        # Scaled and shifted once a text rather than once a piece: it comes to the same.
        return sums * self._weights["sum gain"] + sizes[:, None].astype(np.float32) * self._weights["sum shift"]

    def _vectors(self, used: NDArray[np.intp]) -> Floats:
        """The vectors of the pieces in these rows, in rising order, unpacked from a few bits a number: (n, 512)."""
        vectors = []
        first = 0
        for codes, values in self._tiers:
            bits = 8 * codes.shape[1] // DIMENSIONS
            rows = used[(used >= first) & (used < first + len(codes))]
            shift = np.arange(8 - bits, -1, -bits, dtype=np.uint8)
            code = (codes[rows - first][:, :, None] >> shift & 2**bits - 1).reshape(len(rows), DIMENSIONS)
            vectors.append(values.ravel()[code + np.intp(2**bits) * self._kind[rows][:, None]])
            first += len(codes)
        return np.concatenate(vectors)

    def _evened(self, rows: Floats, name: str) -> Floats:
        """Each row levelled, then scaled and shifted (layer normalisation); done in place."""
        _levelled(rows)
        rows *= self._weights[f"{name} gain"]
        rows += self._weights[f"{name} shift"]
        return rows

    def _bent(self, sums: Floats) -> Floats:
        """The vectors of texts from their sums, through the last layers: (n, 512), of length one."""
        weights = self._weights
        first = np.maximum(sums @ weights["bend in"], 0) @ weights["bend 1"] + sums @ weights["bend past 1"]
        first = np.maximum(first, 0)
        last = np.tanh(first @ weights["bend past 2"] + np.maximum(first @ weights["bend 2"], 0) @ weights["bend out"])
        vectors: Floats = last / np.maximum(np.linalg.norm(last, axis=1, keepdims=True), np.sqrt(_TINY))
        return vectors


def _levelled(rows: Floats) -> Floats:
    """Each row with mean 0 and deviation 1; done in place."""
    rows -= rows.mean(axis=1, keepdims=True)
    rows *= (1 / np.sqrt(np.einsum("ij,ij->i", rows, rows) / rows.shape[1] + _TINY))[:, None]
    return rows


def _around(sizes: NDArray[np.intp]) -> NDArray[np.intp]:
    """For each piece of texts of these sizes the places around it, (n, 5); n where these are in another text."""
    ends = np.repeat(np.cumsum(sizes), sizes)[:, None]
    begins = ends - np.repeat(sizes, sizes)[:, None]
    places = np.arange(len(ends))[:, None] + np.arange(-_BEFORE, _BEFORE + 1)
    return np.where((places >= begins) & (places < ends), places, len(ends))


def _batches(sizes: Sequence[int]) -> Iterator[tuple[int, int]]:
    """First and last (not included) of runs of texts with about as many pieces as are worked on at a time."""
    first = count = 0
    for place, size in enumerate(sizes):
        if count and count + size > _BATCH:
            yield first, place
            first, count = place, 0
        count += size
    yield first, len(sizes)
