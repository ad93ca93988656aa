"""What a document is made of, whatever its format: headings, paragraphs, lists and tables of plain text."""

from __future__ import annotations

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


Block = Heading | Paragraph | Points | Table
"""One piece of a document."""


@dataclass(frozen=True, slots=True)
class Document:
    """What any format that lays out text can render: its language (``nl``, ``en``) and its blocks, the title first."""

    language: str
    blocks: tuple[Block, ...]

    @property
    def title(self) -> str:
        """What it is called: its first heading."""
        return next((block.text for block in self.blocks if isinstance(block, Heading)), "")
