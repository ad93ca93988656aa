"""Encoders tell how alike texts are; all stand behind one small protocol."""

import os
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class Encoder(Protocol):
    """What the clustering needs of an encoder."""

    name: str

    def load(self) -> None:
        """Do the slow part of getting ready (imports, weights); safe in a background thread, and twice."""

    def similarity(self, texts: Sequence[str]) -> "NDArray[np.float32]":
        """How alike every two texts are: (len(texts), len(texts)), symmetric; 0 or less is unrelated.

        Loads first where that was not done.
        """
        ...

    def meanings(self, texts: Sequence[str]) -> "NDArray[np.float32] | None":
        """Vectors of length one that are alike where texts mean alike, (len(texts), any); None: knows no meaning."""
        ...


def one_blas_thread() -> None:
    """Keep numpy to one thread: on a busy laptop its spinning threads cost seconds, and one is fast enough.

    Works when called before numpy is imported; a value that the user set stays.
    """
    for name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS"):
        os.environ.setdefault(name, "1")


@cache
def encoder(name: str = "auto") -> Encoder:
    """The encoder called "characters" or "semantic"; "auto" is semantic.

    Cheap: no weights are read before `load` or `similarity`. The same name gives the same object, which may
    remember texts that it has seen.

    Raises:
        ValueError: for an unknown name.
    """
    one_blas_thread()
    if name == "auto":
        return encoder("semantic")
    if name == "characters":
        from data.methods.clusters._characters import Characters

        return Characters()
    if name == "semantic":
        from data.methods.clusters._semantic import Semantic

        return Semantic()
    raise ValueError(f"unknown encoder: {name!r}")
