"""Titles for proposed groups: the phrase of one to three words that says what a group has and others have not.

Phrases are weighed by class-based TF-IDF (Grootendorst, 2022) and by how close the notes with the phrase are
to the middle of their group. A word also counts, for half, where it is part of a compound (fiets,
fietspad), and a phrase counts for less where its last word is followed by another that may belong to it
(sociale, of sociale fraude). A title is written as people wrote it, with a capital at the start.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import chain
from math import log, sqrt

from data.methods.clusters._phrases import LONGEST, Phrase, Phrases, phrases_of
from data.methods.clusters.words import fold_word, stem

_WORTH = (1.0, 1.6, 1.8)
"""Of a phrase of one, two or three words: longer ones say more, and fewer notes have them."""

_WORTH_ALONE = (0.7, 0.85, 0.9)
"""Of a phrase that only one note of a group has."""

_TORN = 0.4
"""What is left of the worth of a phrase that is nowhere whole."""

_IN_COMPOUND = 0.5
"""What a word counts for where it is part of another."""

_SAME = 5
"""Letters of the stems after which two titles are taken to say the same."""

_FALLBACK = 30


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
    phrases = [phrases_of(text, lang) for text in texts]
    spread = Counter(chain.from_iterable(found.written for found in phrases))
    compounds = Counter(chain.from_iterable(found.parts for found in phrases))
    names = list(taken)
    used = [_key(fold_word(name).split()) for name in names]
    for notes in groups:
        ranked = _ranked([phrases[i] for i in notes], [closeness[i] for i in notes], spread, compounds, len(texts))
        best = next((phrase for phrase in ranked if not any(_key(phrase) <= key for key in used)), None)
        name = _written(best, [phrases[i] for i in notes]) if best else _opening(texts[notes[0]])
        names.append(_distinct(name, names))
        used.append(_key(best or ()))
    return names[len(names) - len(groups) :]


def _ranked(
    notes: Sequence[Phrases],
    closeness: Sequence[float],
    spread: Counter[Phrase],
    compounds: Counter[str],
    everything: int,
) -> list[Phrase]:
    """The phrases of the notes of a group, the most telling first."""
    inside: Counter[Phrase] = Counter()
    whole: Counter[Phrase] = Counter()
    close: defaultdict[Phrase, float] = defaultdict(float)
    parts: Counter[str] = Counter()
    for note, near in zip(notes, closeness, strict=True):
        parts.update(note.parts)
        for phrase, written in note.written.items():
            inside[phrase] += 1
            whole[phrase] += written.whole
            close[phrase] += near

    def telling(phrase: Phrase) -> float:
        here, everywhere = float(inside[phrase]), float(spread[phrase])
        if len(phrase) == 1:
            here += _IN_COMPOUND * parts[phrase[0]]
            everywhere += _IN_COMPOUND * compounds[phrase[0]]
        rarity = log(1 + everything / everywhere) * sqrt(here / everywhere)
        complete = _TORN + (1 - _TORN) * whole[phrase] / inside[phrase]
        worth = _WORTH if here > 1 else _WORTH_ALONE
        return close[phrase] / inside[phrase] * here * rarity * complete * worth[len(phrase) - 1]

    return sorted(inside, key=lambda phrase: (-telling(phrase), phrase))


def _written(phrase: Phrase, notes: Sequence[Phrases]) -> str:
    """The phrase as most of the notes write it where it is whole, with a capital at the start."""
    found = [note.written[phrase] for note in notes if phrase in note.written]
    whole = Counter(written.form.casefold() for written in found if written.whole)
    forms = Counter(written.form for written in found)
    form = min(forms, key=lambda form: (-whole[form.casefold()], -forms[form], form))
    return form[0].upper() + form[1:] if form.split()[0].islower() else form


def _opening(text: str) -> str:
    """The first words of a text that holds no phrase, such as one of signs only."""
    words = " ".join(text.split()[:LONGEST])
    return words[:_FALLBACK] or "…"


def _distinct(name: str, names: Sequence[str]) -> str:
    number = 1
    distinct = name
    while distinct in names:
        number += 1
        distinct = f"{name} ({number})"
    return distinct


def _key(words: Iterable[str]) -> frozenset[str]:
    """The words without most endings: enough to see that two titles would say the same."""
    return frozenset(stem(word)[:_SAME] for word in words)
