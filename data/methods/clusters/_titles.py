"""Titles for proposed groups: the phrase of one to three words that says what a group has and others have not.

Phrases are weighed by how much they tell of the group (`_telling`), and the best of these by contrast: how near to the
middle of the group their meaning is, and how much nearer than to the middle of any other. Where the first phrase
leaves many notes unsaid, a second stands behind it. A title is written as people wrote it, with a capital at the start.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

from data.methods.clusters._contrast import Meanings, suiting
from data.methods.clusters._phrases import LONGEST, Phrase, phrases_of
from data.methods.clusters._telling import Session, session_of, weights
from data.methods.clusters.words import fold_word, stem

BETWEEN = " · "
"""Between the two phrases of a title."""

_CANDIDATES = 10
"""Phrases of a group whose meaning is looked at."""

_COVERED = 0.6
"""Part of a group's notes from which one phrase is enough."""

_WORTH_ADDING = 0.35
"""What a second phrase is worth at least, of what the first is."""

_SAME = 5
"""Letters of the stems after which two titles are taken to say the same."""

_KIN = 4
"""Letters after which the second phrase of a title would say what the first does."""

_FALLBACK = 30


def titles(
    texts: Sequence[str],
    groups: Sequence[Sequence[int]],
    closeness: Sequence[float],
    taken: Iterable[str] = (),
    lang: str | None = None,
    *,
    meanings: Meanings = lambda _texts: None,
    others: Sequence[Sequence[int]] = (),
) -> list[str]:
    """A title for each of the `groups` of indices into `texts`; none equals another or one of `taken`.

    `closeness` tells for each text how close it is to the middle of its group: more is closer, 0 at least. `meanings`
    gives vectors of texts, or None where only spelling is known; `others` are groups that have a title.
    """
    session = session_of([phrases_of(text, lang) for text in texts])
    told = [_most(weights(session, notes, closeness)) for notes in groups]
    forms = [[_written(phrase, session, notes) for phrase in found] for found, notes in zip(told, groups, strict=True)]
    factors = suiting(texts, [*groups, *others], forms, meanings)
    names = list(taken)
    used = [_key(fold_word(name).split()) for name in names]
    for notes, found, written, factor in zip(groups, told, forms, factors, strict=True):
        score = {phrase: weight * by for (phrase, weight), by in zip(found.items(), factor, strict=True)}
        free = {phrase: score[phrase] for phrase in score if not any(_key(phrase) <= key for key in used)}
        chosen = _chosen(session, notes, free)
        form = dict(zip(found, written, strict=True))
        name = BETWEEN.join(form[phrase] for phrase in chosen) or _opening(texts[notes[0]])
        names.append(_distinct(_capital(name) if chosen else name, names))
        used += [_key(phrase) for phrase in chosen]
    return names[len(names) - len(groups) :]


def _most(weight: dict[Phrase, float]) -> dict[Phrase, float]:
    """The phrases that tell most."""
    ranked = sorted(weight, key=lambda phrase: (-weight[phrase], phrase))
    return {phrase: weight[phrase] for phrase in ranked[:_CANDIDATES]}


def _chosen(session: Session, notes: Sequence[int], score: dict[Phrase, float]) -> list[Phrase]:
    """The best phrase; and where it leaves many notes unsaid, the one that says most of these, if it is good enough."""
    first = min(score, key=lambda phrase: (-score[phrase], phrase), default=None)
    if first is None:
        return []
    left = [i for i in notes if not _says(session, i, first)]
    if len(left) <= (1 - _COVERED) * len(notes):
        return [first]

    def adding(phrase: Phrase) -> float:
        having = [i for i in notes if phrase in session.phrases[i].written]
        added = sum(phrase in session.phrases[i].written for i in left)
        return score[phrase] * added / len(having) if len(having) > 1 else 0.0

    others = [phrase for phrase in score if not _kin(phrase, first)]
    second = min(others, key=lambda phrase: (-adding(phrase), phrase), default=first)
    return [first, second] if second != first and adding(second) > _WORTH_ADDING * score[first] else [first]


def _kin(one: Phrase, other: Phrase) -> bool:
    """Whether a word of the one begins with a word of the other: play and playing, top and top-up."""
    pairs = ((a, b) for a in one for b in other)
    return any(a.startswith(b[:_KIN]) or b.startswith(a[:_KIN]) for a, b in pairs)


def _says(session: Session, note: int, phrase: Phrase) -> bool:
    """Whether the note has the phrase, or a word of it in a compound."""
    found = session.phrases[note]
    return phrase in found.written or any(word in found.parts for word in phrase)


def _written(phrase: Phrase, session: Session, notes: Sequence[int]) -> str:
    """The phrase as most of the notes write it where it is whole."""
    found = [session.phrases[i].written[phrase] for i in notes if phrase in session.phrases[i].written]
    whole = Counter(written.form.casefold() for written in found if written.whole)
    forms = Counter(written.form for written in found)
    return min(forms, key=lambda form: (-whole[form.casefold()], -forms[form], form))


def _capital(name: str) -> str:
    """The name with a capital at the start, but for a name that has one inside (iPhone)."""
    return name[0].upper() + name[1:] if name.split(maxsplit=1)[0].islower() else name


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
