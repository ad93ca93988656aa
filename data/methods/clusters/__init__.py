"""Clustering suggestions for the board: offline, pure, and never moving a note by themselves.

What people placed is law. Importing this package imports neither numpy nor rapidfuzz: the work is done in
modules that are loaded at the first call. `docs/clusters.md` tells how it works and what it reaches.
"""

from collections.abc import Sequence

from data.methods.clusters.corrections import after_move, first_to_place, with_late
from data.methods.clusters.duplicates import near_duplicates
from data.methods.clusters.encoders import Encoder, encoder
from data.methods.clusters.records import MOST_MOVES, Group, NoteText, Proposal

__all__ = [
    "MOST_MOVES",
    "Encoder",
    "Group",
    "NoteText",
    "Proposal",
    "after_move",
    "encoder",
    "first_to_place",
    "near_duplicates",
    "suggest",
    "with_late",
]


def suggest(
    notes: Sequence[NoteText],
    encoder: Encoder,
    *,
    lang: str | None = None,
    coarseness: float = 1.0,
    previous: Sequence[Group] = (),
    titles: Sequence[str] = (),
    seed: int = 0,
) -> Proposal:
    """Propose a grouping of all `notes`, the best three clusters for each loose one, and near-duplicates.

    Every note is in exactly one group of the answer. Notes with the same `cluster` stay together, under that
    title letter for letter, and two given clusters are never merged.

    `coarseness` is 1 for the usual size of groups; 2 asks for clearly fewer and larger groups, 0.5 for more
    and smaller ones. `previous` are the groups of the last answer, in the numbering of `notes` as they are
    now: pairs that were together tend to stay together, so that the board does not jump while notes come in.
    `titles` are clusters that people made and that hold no note yet: they can be suggested too. `lang`
    ("nl", "en" or None for unknown or mixed) chooses the stop words of titles. The same arguments give the
    same answer.

    Raises:
        ValueError: where `coarseness` is not positive.
    """
    from data.methods.clusters import _suggest

    return _suggest.suggest(
        notes, encoder, lang=lang, coarseness=coarseness, previous=previous, titles=titles, seed=seed
    )
