"""The phrases of a note: one to three words that could be a title, and the parts of its words."""

from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from data.methods.clusters._kinds import PLACING, is_adjective, is_place
from data.methods.clusters.words import LINKING, OPENING, WORD, fold_word, is_adverb, stem, stop_words

LONGEST = 3
"""Words in a phrase, at most."""

_PART = 4
"""Letters from which a part of a word counts."""

Phrase = tuple[str, ...]
"""The stems of the words of a phrase."""


class Written(NamedTuple):
    """A phrase in a note: as written, and what it seems to be.

    `whole`: no content word or article follows, so that it is no part of a longer name. `bare`: it has an adjective
    without a noun behind it. `place`: it is the name of a place.
    """

    form: str
    whole: bool
    bare: bool
    place: bool


class Phrases(NamedTuple):
    """The phrases of a note, and the beginnings and ends of its words that are no words in it: compounds have them."""

    written: dict[Phrase, Written]
    parts: frozenset[str]


@lru_cache(maxsize=4096)
def phrases_of(text: str, lang: str | None) -> Phrases:
    """The phrases of a text: no stop word of `lang` at either end, no sign inside; remembered."""
    stop = stop_words(lang)
    words = list(WORD.finditer(text))
    folded = [fold_word(word.group()) for word in words]
    stems = [stem(word) for word in folded]
    dull = [word in stop or len(word) < 2 or word.isdigit() or (lang != "nl" and is_adverb(word)) for word in folded]
    glued = [text[a.end() : b.start()].isspace() for a, b in pairwise(words)] + [False]
    found: dict[Phrase, Written] = {}
    for first, last in _spans(folded, dull, glued):
        whole = not glued[last] or (dull[last + 1] and folded[last + 1] not in OPENING)
        form = " ".join(word.group() for word in words[first : last + 1])
        placed = first > 0 and folded[first - 1] in PLACING and form[0].isupper() and not form.isupper()
        place = placed or is_place(words[last].group(), first > 0)
        lonely = last - first > 1 and dull[first + 1] and is_adjective(folded[first])
        found[tuple(stems[first : last + 1])] = Written(form, whole, lonely or is_adjective(folded[last]), place)
    own = {stem for stem, is_dull in zip(stems, dull, strict=True) if not is_dull}
    return Phrases(found, frozenset(part for word in own for part in _parts(word)) - own)


def _spans(folded: list[str], dull: list[bool], glued: list[bool]) -> list[tuple[int, int]]:
    """First and last word of each phrase; in the middle of one may stand a content word or a linking word."""
    spans = []
    for first in range(len(folded)):
        if dull[first]:
            continue
        for last in range(first, min(first + LONGEST, len(folded))):
            inner = last - 1 if last - first > 1 else None
            if last > first and not glued[last - 1]:
                break
            if inner is not None and dull[inner] and folded[inner] not in LINKING:
                break
            if not dull[last]:
                spans.append((first, last))
    return spans


def _parts(word: str) -> set[str]:
    ends = range(_PART, len(word))
    return {word[:end] for end in ends} | {word[len(word) - end :] for end in ends}
