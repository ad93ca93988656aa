"""From vectors of meaning to likeness; what every encoder but the plain one shares."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from data.methods.clusters._characters import Characters

_SPELLING = 0.75
_characters = Characters()


def likeness(vectors: NDArray[np.float32], texts: Sequence[str]) -> NDArray[np.float32]:
    """The cosine of the vectors, plus 0.75 of the cosine by spelling, for names and jargon: (n, n), up to 1.75.

    The mean vector of all is taken off first, as what all notes of a session have in common tells nothing about
    groups. A text with the vector zero is unlike all by meaning.
    """
    if not texts:
        return np.zeros((0, 0), np.float32)
    known = vectors.any(axis=1)
    centred = unit(vectors)
    centred[known] -= centred[known].mean(axis=0)
    centred = unit(centred)
    alike: NDArray[np.float32] = centred @ centred.T + np.float32(_SPELLING) * _characters.similarity(texts)
    return alike


def unit(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    """The vectors with length one; a vector of nothing stays so."""
    scaled: NDArray[np.float32] = vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-6)
    return scaled
