"""What the clustering takes and gives: plain records without numpy, so that a screen can hold them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

MOST_MOVES = 10
"""Moves by hand that take others along; after these what stands is frozen."""


@dataclass(frozen=True, slots=True)
class NoteText:
    """One note as the clustering sees it: its text, and the title of its cluster (None: loose)."""

    text: str
    cluster: str | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """One proposed group: a title, the note that says it best, and its notes by index, in rising order.

    `given` tells that people made this cluster; its title is theirs, letter for letter.
    """

    title: str
    quote: int
    notes: tuple[int, ...]
    given: bool = False


@dataclass(frozen=True, slots=True)
class Proposal:
    """The answer of `suggest`.

    `clusters`: the given clusters first, in order of appearance, then the proposed ones, largest first.
    `suggestions`: for each loose note, by index, up to three titles of given clusters with how sure (0 to 1),
    best first. `duplicates`: pairs (i, j, likeness 0 to 1) with i < j, most alike first.
    `encoder`: the name of the encoder that was used.
    """

    clusters: tuple[Group, ...] = ()
    suggestions: Mapping[int, tuple[tuple[str, float], ...]] = field(default_factory=dict)
    duplicates: tuple[tuple[int, int, float], ...] = ()
    encoder: str = ""
