"""The encoder of meaning, across languages: sentence vectors and spelling together."""

import re
from collections.abc import Sequence
from functools import cached_property
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from data.methods.clusters._meaning import likeness
from data.methods.clusters._sentences import DIMENSIONS, Sentences
from data.text import clean

_REMEMBERED = 8_000


class Semantic:
    """Cosine of centred sentence vectors plus 0.75 of the cosine by spelling, from about -1 to 1.75."""

    name = "semantic"

    def __init__(self) -> None:
        self._known: dict[str, NDArray[np.float32]] = {}
        self._lock = Lock()

    def load(self) -> None:
        """Read the weights, a twentieth of a second, and encode one word, so that the next call is quick."""
        self.meanings([""])

    def similarity(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """How alike every two texts are, (n, n); texts seen before are not encoded again."""
        return likeness(self.meanings(texts), texts)

    def meanings(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """The raw vectors of length one, (n, 512)."""
        with self._lock:
            new = list(dict.fromkeys(text for text in texts if text not in self._known))
            if len(self._known) + len(new) > _REMEMBERED:
                self._known.clear()
                new = list(dict.fromkeys(texts))
            if new:
                self._known.update(zip(new, self._sentences.encode([_plain(text) for text in new]), strict=True))
            return np.array([self._known[text] for text in texts], np.float32).reshape(len(texts), DIMENSIONS)

    @cached_property
    def _sentences(self) -> Sentences:
        return Sentences()


def _plain(text: str) -> str:
    """Write names_like_this and namesLikeThis as words: the model knows words."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", re.sub(r"[_/]+", " ", clean(text)))
