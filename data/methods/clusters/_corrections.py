"""The work behind `corrections`: which notes go along with one that is moved, and which group a late note joins."""

from collections.abc import Collection, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from data.methods.clusters._graph import usual_likeness
from data.methods.clusters._placing import fit
from data.methods.clusters._titles import titles
from data.methods.clusters.encoders import Encoder
from data.methods.clusters.records import MOST_MOVES, Group, NoteText
from data.text import clean

_CLEARLY = 0.2
"""How much more a note is like the group of the moved one than like those that stay, to go along: in usual likeness."""

_NEAREST = 3
"""Notes of a group that tell how much a note is like it."""


def after_move(
    notes: Sequence[NoteText],
    encoder: Encoder,
    standing: Sequence[Group],
    note: int,
    to: int | None,
    *,
    by_hand: Collection[int],
    lang: str | None,
) -> tuple[Group, ...]:
    """As documented in `corrections`."""
    texts = [clean(found.text) for found in notes]
    note = range(len(notes))[note]
    target = len(standing) if to is None else range(len(standing))[to]
    groups = [list(group.notes) for group in standing] + [[]] * (to is None)
    left = next((number for number, group in enumerate(groups) if note in group), None)
    going = [note]
    if left is not None and left != target and len(by_hand) < MOST_MOVES:
        fixed = {*by_hand, *(i for i, found in enumerate(notes) if found.cluster is not None), note}
        alike = encoder.similarity(texts)
        going += _along(alike, note, groups[left], groups[target], fixed)
    if left is not None:
        groups[left] = [i for i in groups[left] if i not in going]
    groups[target] = sorted({*groups[target], *going})
    return _kept(texts, encoder, standing, groups, lang)


def _along(
    alike: NDArray[np.float32], note: int, leaving: Sequence[int], joining: Sequence[int], fixed: Collection[int]
) -> list[int]:
    """The notes of the group that is left that go along, those that gain most first: at most half of them."""
    staying = [i for i in leaving if i != note]
    gains = []
    for i in staying:
        if i not in fixed and len(staying) > 1:
            here = _nearness(alike[i], [j for j in staying if j != i])
            there = (max(float(alike[i, note]), 0.0) + _nearness(alike[i], [note, *joining])) / 2
            gains.append((there - here, i))
    clear = _CLEARLY * usual_likeness(alike)
    best = sorted(((gain, i) for gain, i in gains if gain > clear), key=lambda found: (-found[0], found[1]))
    return [i for _, i in best[: len(staying) // 2]]


def _nearness(row: NDArray[np.float32], group: Sequence[int]) -> float:
    """How much a note is like those of the group that it is most like."""
    return float(np.sort(row[list(group)])[-_NEAREST:].mean())


def with_late(notes: Sequence[NoteText], encoder: Encoder, standing: Sequence[Group]) -> tuple[Group, ...]:
    """As documented in `corrections`."""
    filled = [group for group in standing if group.notes]
    anchors = np.full(len(notes), -1, np.intp)
    for number, group in enumerate(filled):
        anchors[list(group.notes)] = number
    late = np.flatnonzero(anchors < 0).tolist()
    if not late or not filled:
        return tuple(standing)
    best = fit(encoder.similarity([clean(found.text) for found in notes]), anchors, len(notes)).argmax(axis=1)
    joining = {group: [i for i in late if best[i] == number] for number, group in enumerate(filled)}
    return tuple(replace(group, notes=tuple(sorted([*group.notes, *joining.get(group, ())]))) for group in standing)


def _kept(
    texts: Sequence[str], encoder: Encoder, standing: Sequence[Group], groups: Sequence[Sequence[int]], lang: str | None
) -> tuple[Group, ...]:
    """The groups with their titles, and the quotes that are still in them; a new one is titled."""
    kept = []
    for number, members in enumerate(groups):
        old = standing[number] if number < len(standing) else None
        if old is None:
            taken = [group.title for group in standing]
            others = [group for group in groups[:-1] if group]
            named = titles(texts, [members], [1.0] * len(texts), taken, lang, meanings=encoder.meanings, others=others)
            kept.append(Group(named[0], members[0], tuple(members)))
        elif members:
            quote = old.quote if old.quote in members else members[0]
            kept.append(replace(old, quote=quote, notes=tuple(members)))
    return tuple(kept)
