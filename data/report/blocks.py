"""What a document is made of, whatever its format: headings, paragraphs, lists and tables of plain text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 (the title), 2 or 3."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; a quiet one is set smaller or in italics."""

    text: str
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Point:
    """An item of a list: what it says, what is said of it, and the items under it."""

    text: str
    aside: str = ""
    under: tuple[Point, ...] = ()


@dataclass(frozen=True, slots=True)
class Points:
    """A list."""

    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table of text; ``right`` are the columns (from 0) that hold numbers."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    right: frozenset[int] = frozenset()


Plain = Heading | Paragraph | Points | Table
"""A piece of a document that every format can lay out."""


@dataclass(frozen=True, slots=True)
class Lead:
    """What a reader wants to know first, a sentence each."""

    sentences: tuple[str, ...]

    @property
    def plain(self) -> tuple[Plain, ...]:
        """One paragraph."""
        return (Paragraph(" ".join(self.sentences)),)


@dataclass(frozen=True, slots=True)
class BoardColumn:
    """A cluster as it hangs on the board: its title (empty for the loose ones), what is said of it, its post-its."""

    title: str
    notes: tuple[Point, ...]
    loose: bool = False


@dataclass(frozen=True, slots=True)
class Board:
    """Clusters beside one another."""

    columns: tuple[BoardColumn, ...]

    @property
    def plain(self) -> tuple[Plain, ...]:
        """A heading and a list for each cluster."""
        found: list[Plain] = []
        for column in self.columns:
            found += [Heading(3, column.title), *([Points(column.notes)] if column.notes else [])]
        return tuple(found)


@dataclass(frozen=True, slots=True)
class Score:
    """One subject that was scored, as it is told, and how many gave each whole mark from 0."""

    subject: str
    average: float
    told: tuple[str, ...]
    distribution: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Scores:
    """Scores under a head: the subject, and what is told of it; ``drawn`` says in words what a drawing shows."""

    head: tuple[str, ...]
    scores: tuple[Score, ...]
    drawn: str

    @property
    def plain(self) -> tuple[Plain, ...]:
        """A table without the drawings."""
        rows = tuple((score.subject, *score.told) for score in self.scores)
        return (Table(self.head, rows, frozenset(range(1, len(self.head)))),)


Block = Plain | Lead | Board | Scores
"""One piece of a document; what a format cannot draw it lays out as what is ``plain`` of it."""

KINDS: Mapping[type[Block], str] = {
    Heading: "heading",
    Paragraph: "paragraph",
    Points: "points",
    Table: "table",
    Lead: "lead",
    Board: "board",
    Scores: "scores",
}
"""What templates call each kind of block."""


@dataclass(frozen=True, slots=True)
class Document:
    """What any format that lays out text can render: its language (``nl``, ``en``) and its blocks, the title first."""

    language: str
    blocks: tuple[Block, ...]

    @property
    def title(self) -> str:
        """What it is called: its first heading."""
        return next((block.text for block in self.blocks if isinstance(block, Heading)), "")

    @property
    def plain(self) -> Iterator[Plain]:
        """Its blocks for a format that draws nothing."""
        for block in self.blocks:
            yield from block.plain if isinstance(block, Lead | Board | Scores) else (block,)
