"""How well the meaning of a phrase suits a group: near the middle of its notes, and nearer than to any other group."""

from collections.abc import Callable, Sequence
from itertools import accumulate, pairwise

import numpy as np
from numpy.typing import NDArray

from data.methods.clusters._meaning import unit

Meanings = Callable[[Sequence[str]], "NDArray[np.float32] | None"]

_OWN = 2.0
_CONTRAST = 2.0
"""How much it weighs how near the meaning is, and how much nearer than to others."""


def suiting(
    texts: Sequence[str], groups: Sequence[Sequence[int]], phrases: Sequence[Sequence[str]], meanings: Meanings
) -> list[list[float]]:
    """For each of the first groups, a factor for each of its `phrases`; 1 for all where `meanings` knows none.

    The factor is exp(2 own + 2 (own - other)), of the cosines with the middle of the own and of the nearest other
    group, all with the mean of the session taken off.
    """
    written = [phrase for found in phrases for phrase in found]
    notes = meanings(texts)
    told = meanings(written)
    if notes is None or told is None or not written:
        return [[1.0] * len(found) for found in phrases]
    mean = notes.mean(axis=0)
    centred = unit(notes - mean)
    middles = unit(np.array([centred[list(group)].mean(axis=0) for group in groups]))
    cosines = unit(told - mean) @ middles.T
    factors = []
    for number, (first, last) in enumerate(pairwise(accumulate(map(len, phrases), initial=0))):
        own = cosines[first:last, number]
        other = np.delete(cosines[first:last], number, axis=1).max(axis=1, initial=-1) if len(groups) > 1 else own
        factors.append(np.exp(_OWN * own + _CONTRAST * (own - other)).tolist())
    return factors
