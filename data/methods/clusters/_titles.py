"""Titles for proposed groups: the phrase of one to three words that says what a group has and others have not.

Phrases are weighed by class-based TF-IDF (Grootendorst, 2022) and by how close the notes with the phrase are
to the middle of their group. A title is written as people wrote it, with a capital at the start.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from math import log, sqrt

from data.methods.clusters.words import WORD, stop_words
from data.text import fold

_LONGEST = 3
_WORTH = {1: 1.0, 2: 1.4, 3: 1.6}
"""Of a phrase by its number of words: longer ones say more, and fewer notes have them."""

_STEM = 5
_FALLBACK = 30

Phrase = tuple[str, ...]
"""The folded words of a phrase."""


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
    phrases = [dict(_phrases(text, stop)) for text in texts]
    spread = Counter(chain.from_iterable(phrases))
    names = list(taken)
    used = [_stems(fold(name).split()) for name in names]
    for notes in groups:
        ranked = _ranked(notes, phrases, spread, closeness)
        best = next((phrase for phrase in ranked if not any(_stems(phrase) <= stems for stems in used)), None)
        name = _written(best, notes, phrases) if best else _opening(texts[notes[0]])
        names.append(_distinct(name, names))
        used.append(_stems(best or ()))
    return names[len(names) - len(groups) :]


def _phrases(text: str, stop: frozenset[str]) -> Iterator[tuple[Phrase, str]]:
    """The phrases of a text, folded and as written: no stop word at either end, no sign inside."""
    words = list(WORD.finditer(text))
    folded = [fold(word.group()) for word in words]
    dull = [f in stop or len(f) < 2 or f.isdigit() for f in folded]
    for first in range(len(words)):
        if dull[first]:
            continue
        for last in range(first, min(first + _LONGEST, len(words))):
            if last > first and not text[words[last - 1].end() : words[last].start()].isspace():
                break
            if not dull[last]:
                yield tuple(folded[first : last + 1]), text[words[first].start() : words[last].end()]


def _ranked(
    notes: Sequence[int],
    phrases: Sequence[dict[Phrase, str]],
    spread: Counter[Phrase],
    closeness: Sequence[float],
) -> list[Phrase]:
    """The phrases of a group, the most telling first."""
    inside: Counter[Phrase] = Counter()
    close: defaultdict[Phrase, float] = defaultdict(float)
    for i in notes:
        for phrase in phrases[i]:
            inside[phrase] += 1
            close[phrase] += closeness[i]

    def telling(phrase: Phrase) -> float:
        rarity = log(1 + len(phrases) / spread[phrase])
        own = sqrt(inside[phrase] / spread[phrase])
        return close[phrase] * rarity * own * _WORTH[len(phrase)]

    return sorted(inside, key=lambda phrase: (-telling(phrase), phrase))


def _written(phrase: Phrase, notes: Sequence[int], phrases: Sequence[dict[Phrase, str]]) -> str:
    """The phrase as most of the notes write it, with a capital at the start."""
    forms = Counter(" ".join(phrases[i][phrase].split()) for i in notes if phrase in phrases[i])
    form = min(forms, key=lambda form: (-forms[form], form))
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
    return frozenset(word[:_STEM] for word in words)
