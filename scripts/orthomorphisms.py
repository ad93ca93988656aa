"""Five permutations of Z_6 x Z_2 whose differences are permutations too: twelve rounds of twelve tables of five.

No field has twelve elements; that this group serves instead was found by Johnson, Dulmage and Mendelsohn (1961). All
orthomorphisms (permutations p with p(x) - x a permutation) are listed, and four that are orthogonal to each other are
looked for among those orthogonal to one.
"""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

ORDER = 12
MINUS = np.array([[(a // 2 - b // 2) % 6 * 2 + (a - b) % 2 for b in range(ORDER)] for a in range(ORDER)])


def orthomorphisms() -> Iterator[tuple[int, ...]]:
    """All that leave 0 where it is, as the images of 0 to 11."""
    minus = MINUS.tolist()

    def grow(images: tuple[int, ...], used: int, differences: int) -> Iterator[tuple[int, ...]]:
        x = len(images)
        if x == ORDER:
            yield images
            return
        for image in range(ORDER):
            difference = minus[image][x]
            if not used >> image & 1 and not differences >> difference & 1:
                yield from grow((*images, image), used | 1 << image, differences | 1 << difference)

    yield from grow((0,), 1, 1)


def orthogonal(some: NDArray[np.int64], one: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Which of some permutations differ from one by a permutation."""
    differences = MINUS[some, one]
    return np.asarray(np.bitwise_or.reduce(1 << differences, axis=1) == (1 << ORDER) - 1)


def five() -> list[list[int]]:
    """The identity and four orthomorphisms, all orthogonal to each other."""
    known = np.array(list(orthomorphisms()))
    for first in known:
        near = known[orthogonal(known, first)]
        for second in near:
            nearer = near[orthogonal(near, second)]
            for third in nearer:
                last = nearer[orthogonal(nearer, third)]
                if len(last):
                    return [list(range(ORDER)), *(row.tolist() for row in (first, second, third, last[0]))]
    raise AssertionError("there are such four")


def base_round(letters: str) -> str:
    """The table of each person: person y of block i sits at table t where block i's permutation takes t to y."""
    return "".join(letters[rows.index(place)] for rows in five() for place in range(ORDER))
