"""Titles for proposed groups: the phrase of one to three words that says what a group has and others have not.

Phrases are weighed by class-based TF-IDF (Grootendorst, 2022) and by how close the notes with the phrase are
to the middle of their group. A title is written as people wrote it, with a capital at the start.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import chain, pairwise
from math import log, sqrt
from typing import NamedTuple

from data.methods.clusters.words import LINKING, OPENING, WORD, fold_word, stem, stop_words

_LONGEST = 3
_WORTH = {1: 1.0, 2: 1.6, 3: 1.8}
"""Of a phrase by its number of words: longer ones say more, and fewer notes have them."""

_STEM = 5
_FALLBACK = 30

_FEW = 4
"""Notes under which a phrase of one note may speak for the group."""

_TORN = 0.4
"""What is left of the worth of a phrase that is nowhere whole."""

Phrase = tuple[str, ...]
"""The stems of the words of a phrase."""


class Found(NamedTuple):
    """A phrase in a note: as written, and whether it seems whole, as no content word or article follows."""

    written: str
    whole: bool


def titles(
    texts: Sequence[str],
    groups: Sequence[Sequence[int]],
    closeness: Sequence[float],
    taken: Iterable[str] = (),
    lang: str | None = None,
) -> list[str]:
    """A title for each of the `groups` of indices into `texts`; none equals another or one of `taken`.

    `closeness` tells for each text how close it is to the middle of its group: more is closer, 0 at least.
    """
    stop = stop_words(lang)
    phrases = [_phrases(text, stop) for text in texts]
    spread = Counter(chain.from_iterable(phrases))
    names = list(taken)
    used = [_stems(fold_word(name).split()) for name in names]
    for notes in groups:
        ranked = _ranked(notes, phrases, spread, closeness)
        best = next((phrase for phrase in ranked if not any(_stems(phrase) <= stems for stems in used)), None)
        name = _written(best, notes, phrases) if best else _opening(texts[notes[0]])
        names.append(_distinct(name, names))
        used.append(_stems(best or ()))
    return names[len(names) - len(groups) :]


@lru_cache(maxsize=4096)
def _phrases(text: str, stop: frozenset[str]) -> dict[Phrase, Found]:
    """The phrases of a text: no stop word at either end, no sign inside."""
    words = list(WORD.finditer(text))
    folded = [fold_word(word.group()) for word in words]
    dull = [f in stop or len(f) < 2 or f.isdigit() for f in folded]
    glued = [text[a.end() : b.start()].isspace() for a, b in pairwise(words)] + [False]
    phrases: dict[Phrase, Found] = {}
    for first in range(len(words)):
        if dull[first]:
            continue
        for last in range(first, min(first + _LONGEST, len(words))):
            if last > first and not (glued[last - 1] and (last - first < 2 or _inner(folded[last - 1], stop))):
                break
            if not dull[last]:
                whole = not glued[last] or (dull[last + 1] and folded[last + 1] not in OPENING)
                written = " ".join(word.group() for word in words[first : last + 1])
                phrases[tuple(stem(f) for f in folded[first : last + 1])] = Found(written, whole)
    return phrases


def _inner(word: str, stop: frozenset[str]) -> bool:
    """Whether the word may stand in the middle of a title."""
    return word not in stop or word in LINKING


def _ranked(
    notes: Sequence[int],
    phrases: Sequence[Mapping[Phrase, Found]],
    spread: Counter[Phrase],
    closeness: Sequence[float],
) -> list[Phrase]:
    """The phrases of a group, the most telling first."""
    inside: Counter[Phrase] = Counter()
    whole: Counter[Phrase] = Counter()
    close: defaultdict[Phrase, float] = defaultdict(float)
    for i in notes:
        for phrase, found in phrases[i].items():
            inside[phrase] += 1
            whole[phrase] += found.whole
            close[phrase] += closeness[i]

    def telling(phrase: Phrase) -> float:
        rarity = log(1 + len(phrases) / spread[phrase])
        own = sqrt(inside[phrase] / spread[phrase])
        complete = _TORN + (1 - _TORN) * whole[phrase] / inside[phrase]
        shared = inside[phrase] > 1 or len(notes) < _FEW
        return close[phrase] * rarity * own * complete * (_WORTH[len(phrase)] if shared else 1)

    return sorted(inside, key=lambda phrase: (-telling(phrase), phrase))


def _written(phrase: Phrase, notes: Sequence[int], phrases: Sequence[Mapping[Phrase, Found]]) -> str:
    """The phrase as most of the notes write it where it is whole, with a capital at the start."""
    found = [phrases[i][phrase] for i in notes if phrase in phrases[i]]
    whole = Counter(form.written.casefold() for form in found if form.whole)
    forms = Counter(form.written for form in found)
    form = min(forms, key=lambda form: (-whole[form.casefold()], -forms[form], form))
    return form[0].upper() + form[1:] if form.split()[0].islower() else form


def _opening(text: str) -> str:
    """The first words of a text that holds no phrase, such as one of signs only."""
    words = " ".join(text.split()[:_LONGEST])
    return words[:_FALLBACK] or "…"


def _distinct(name: str, names: Sequence[str]) -> str:
    number = 1
    distinct = name
    while distinct in names:
        number += 1
        distinct = f"{name} ({number})"
    return distinct


def _stems(words: Iterable[str]) -> frozenset[str]:
    """The words without most endings: enough to see that two titles would say the same."""
    return frozenset(stem(word)[:_STEM] for word in words)
