"""The whole of a suggestion: likeness, groups, places, titles and duplicates, put together."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from data.methods.clusters._contrast import Meanings
from data.methods.clusters._graph import drawn, partition, remember
from data.methods.clusters._placing import fit
from data.methods.clusters._titles import titles as title_groups
from data.methods.clusters.duplicates import duplicate_pairs
from data.methods.clusters.encoders import Encoder
from data.methods.clusters.records import Group, NoteText, Proposal
from data.methods.clusters.words import fold_word
from data.text import clean

_BEST = 3
_WORTH_COMPARING = 0.5
"""Likeness under which two notes are not compared letter by letter."""

_PAIRS = 10
"""Pairs that are compared letter by letter, at most, for each note on the board."""


def suggest(
    notes: Sequence[NoteText],
    encoder: Encoder,
    *,
    lang: str | None,
    coarseness: float,
    previous: Sequence[Group],
    titles: Sequence[str],
    seed: int,
) -> Proposal:
    """As documented in the package."""
    if not coarseness > 0:
        raise ValueError("coarseness must be more than 0")
    if not notes:
        return Proposal(encoder=encoder.name)
    given = list(dict.fromkeys([*(note.cluster for note in notes if note.cluster is not None), *titles]))
    number = {title: i for i, title in enumerate(given)}
    placed = [-1 if note.cluster is None else number[note.cluster] for note in notes]
    anchors = np.array([*placed, *range(len(given))], np.intp)
    texts = [clean(text) for text in [*(note.text for note in notes), *given]]
    alike = encoder.similarity(texts)
    rows, row_of = _unique(texts, anchors)
    warmed = remember(alike[np.ix_(rows, rows)], _before(previous, len(texts))[rows])
    grouped = partition(drawn(warmed, anchors[rows]), anchors[rows], 1 / coarseness, seed)[row_of]
    return Proposal(
        clusters=_groups(texts[: len(notes)], alike, grouped[: len(notes)], given, lang, meanings=encoder.meanings),
        suggestions=_places(fit(alike, anchors, len(notes)), placed, given) if given else {},
        duplicates=_duplicates(texts[: len(notes)], alike),
        encoder=encoder.name,
    )


def _unique(texts: Sequence[str], anchors: NDArray[np.intp]) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """One row for each different text, and which of these each text has: the same texts are never parted."""
    first: dict[tuple[str, int], int] = {}
    copies = [
        first.setdefault(key, i) for i, key in enumerate(zip(map(fold_word, texts), anchors.tolist(), strict=True))
    ]
    rows, row_of = np.unique(copies, return_inverse=True)
    return rows, row_of


def _before(previous: Sequence[Group], rows: int) -> NDArray[np.intp]:
    """The number of each row's previous group, or -1; indices that are not there are passed over."""
    before = np.full(rows, -1, np.intp)
    for number, group in enumerate(previous):
        before[[i for i in group.notes if 0 <= i < rows]] = number
    return before


def _groups(
    texts: Sequence[str],
    alike: NDArray[np.float32],
    grouped: NDArray[np.intp],
    given: Sequence[str],
    lang: str | None,
    *,
    meanings: Meanings,
) -> tuple[Group, ...]:
    """The groups with notes, given ones first, then the proposed ones by size, each with its title and quote."""
    members: dict[int, list[int]] = {}
    for i, number in enumerate(grouped.tolist()):
        members.setdefault(number, []).append(i)
    closeness = np.zeros(len(texts))
    for indices in members.values():
        closeness[indices] = _closeness(alike[np.ix_(indices, indices)])
    new = sorted((n for n in members if n >= len(given)), key=lambda n: (-len(members[n]), members[n]))
    others = [members[n] for n in members if n < len(given)]
    named = title_groups(
        texts, [members[n] for n in new], closeness.tolist(), given, lang, meanings=meanings, others=others
    )
    ordered = [(n, given[n], True) for n in sorted(members) if n < len(given)]
    ordered += [(n, title, False) for n, title in zip(new, named, strict=True)]
    return tuple(
        Group(title, members[n][int(closeness[members[n]].argmax())], tuple(members[n]), is_given)
        for n, title, is_given in ordered
    )


def _closeness(alike: NDArray[np.float32]) -> NDArray[np.float32]:
    """How close each note of a group is to its middle: the mean likeness to all, the closest 1, at least 0."""
    mean = np.maximum(alike.mean(axis=1), 0)
    most = mean.max()
    return mean / most if most > 0 else np.ones_like(mean)


def _places(
    shares: NDArray[np.float64], placed: Sequence[int], given: Sequence[str]
) -> dict[int, tuple[tuple[str, float], ...]]:
    """The best given clusters for each loose note, with how sure: a share of a half is right nine times in ten."""
    sure = 1 - (1 - shares) ** 2
    best = np.argsort(-shares, axis=1, kind="stable")[:, :_BEST]
    return {
        i: tuple((given[c], round(float(sure[i, c]), 4)) for c in best[i].tolist())
        for i, cluster in enumerate(placed)
        if cluster < 0
    }


def _duplicates(texts: Sequence[str], alike: NDArray[np.float32]) -> tuple[tuple[int, int, float], ...]:
    """Pairs of notes that say nearly the same; of a board full of them, those most alike."""
    likeness = np.triu(alike[: len(texts), : len(texts)], 1)
    rows, columns = np.nonzero(likeness >= _WORTH_COMPARING)
    most = _PAIRS * len(texts)
    if len(rows) > most:
        best = np.argsort(-likeness[rows, columns], kind="stable")[:most]
        rows, columns = rows[best], columns[best]
    return duplicate_pairs(texts, zip(rows.tolist(), columns.tolist(), strict=True))
