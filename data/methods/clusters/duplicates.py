"""The same idea twice: quick enough to ask at every key press on a board of a thousand notes."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from data.methods.clusters.words import TURNING

AT_LEAST = 0.86
"""Likeness from which two notes are pointed out: a typing slip, a plural or another order of the same words."""

_ROUNDED = 0.02
"""So much less likeness is looked at too: what a capital is in small letters is not told by all alike."""


def near_duplicates(
    text: str, texts: Sequence[str], *, limit: int = 3, at_least: float = AT_LEAST
) -> list[tuple[int, float]]:
    """The notes of `texts` that say nearly the same as `text`: up to `limit` (index, likeness), best first.

    Likeness is 0 to 1; case, punctuation and the order of the words do not count, and notes that differ in
    a number or in a word such as "not" are never the same. Empty texts are like nothing.
    """
    from rapidfuzz import fuzz, process, utils

    wanted = utils.default_process(text)
    if not wanted:
        return []
    found = process.extract(
        wanted,
        texts,
        scorer=fuzz.token_sort_ratio,
        processor=utils.default_process,
        score_cutoff=100 * at_least,
        limit=None,
    )
    telling = _telling(text)
    return [(i, score / 100) for other, score, i in found if _telling(other) == telling][:limit]


def duplicate_pairs(
    texts: Sequence[str], candidates: Iterable[tuple[int, int]], at_least: float = AT_LEAST
) -> tuple[tuple[int, int, float], ...]:
    """Those of the `candidates` (i, j) with i < j that say nearly the same, as (i, j, likeness), best first."""
    likely = [
        (i, j)
        for i, j in candidates
        if _telling(texts[i]) == _telling(texts[j]) and _shared(texts[i], texts[j]) >= at_least - _ROUNDED
    ]
    if not likely:
        return ()
    from rapidfuzz import fuzz, utils  # most boards need none of it

    pairs = []
    for i, j in likely:
        one, other = utils.default_process(texts[i]), utils.default_process(texts[j])
        if one and other and (score := fuzz.token_sort_ratio(one, other, score_cutoff=100 * at_least) / 100):
            pairs.append((i, j, score))
    return tuple(sorted(pairs, key=lambda pair: (-pair[2], pair[0], pair[1])))


def _shared(one: str, other: str) -> float:
    """The part of their letters, in any order, that two texts share: no more of them can stand in the same order."""
    letters, others = (Counter(" ".join(re.findall(r"[^\W_]+", text.lower()))) for text in (one, other))
    return 2 * (letters & others).total() / ((letters + others).total() or 1)


def _telling(text: str) -> list[str]:
    """The numbers and the turning words of a text: notes that differ in these are no duplicates."""
    return sorted(word for word in re.findall(r"\d+|[^\W\d]+", text.lower()) if word.isdigit() or word in TURNING)
