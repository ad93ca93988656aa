"""What a document is made of, whatever its format: headings, paragraphs, lists and tables of plain text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import ceil
from typing import NamedTuple
from unicodedata import east_asian_width


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
    """A table of text; ``right`` are the columns (from 0) that hold numbers.

    The rows of a ``tall`` one are high enough to write in by hand.
    """

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    right: frozenset[int] = frozenset()
    tall: bool = False


def filled(columns: Iterable[tuple[str, Sequence[str]]], right: Iterable[str] = ()) -> Table:
    """A table of columns, each under its head, without those that hold nothing; ``right`` are the heads of numbers."""
    told = [(head, cells) for head, cells in columns if any(cells)]
    numbers = frozenset(place for place, (head, _cells) in enumerate(told) if head in right)
    rows = tuple(zip(*(cells for _head, cells in told), strict=True))
    return Table(tuple(head for head, _cells in told), rows, numbers)


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
    """One subject that was scored, as it is told, and how many gave each whole mark from 0.

    ``aside`` tells under the average, in words, what ``told`` has behind it in columns, and ``drawn`` what the drawing
    shows to who does not see it.
    """

    subject: str
    average: float
    told: tuple[str, ...]
    distribution: tuple[int, ...]
    aside: str = ""
    drawn: str = ""


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


A4 = (210.0, 297.0)
"""Width and height in mm."""


class CardSize(NamedTuple):
    """How many cards fill an A4 that is cut, beside and under one another, and how large each is in mm."""

    across: int
    down: int
    width: float
    height: float

    @property
    def beside(self) -> float:
        """The paper left and right of them."""
        return (A4[0] - self.across * self.width) / 2

    @property
    def above(self) -> float:
        """The paper above and below them."""
        return (A4[1] - self.down * self.height) / 2


A6, TAG = CardSize(2, 2, 105.0, 148.5), CardSize(2, 5, 90.0, 55.0)


@dataclass(frozen=True, slots=True)
class CardRow:
    """A line of a card: a number, where, with whom, and what to talk about."""

    number: str
    where: str
    text: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """A card: whose it is, what stands above and below the name, and its lines, each under a word of the head.

    On a name tag the first name stands large, and the ``family`` name under it.
    """

    name: str
    family: str = ""
    above: str = ""
    below: str = ""
    head: tuple[str, str, str, str] = ("", "", "", "")
    rows: tuple[CardRow, ...] = ()


SIZES = tuple(half / 2 for half in range(24, 9, -1))
"""The sizes of the lines of a card that are tried, in points."""

POINT = 25.4 / 72
"""A point in mm."""


def lines(text: str, size: float, width: float) -> int:
    """How many lines a text takes that is so large in points, in so many mm.

    A letter is 0.52 of its size wide, one of East Asia as wide as it is high.
    """
    wide = sum(1.0 if east_asian_width(sign) in "WF" else 0.52 for sign in text)
    return ceil(wide * size * POINT / width)


TEXT_WIDTH = 170.0
"""The width of the text on A4 with 2 cm beside it, in mm."""

TITLES = (25, 21, 18, 15)
"""The sizes of a title that are tried, in points."""


def _fits(card: Card, size: float, paper: CardSize) -> bool:
    """Whether the lines of a card fit, judged by a font that is somewhat wider than most.

    Beside the lines stand two columns and the edges (42 mm), above them the name and the head (42 mm, or more). A line
    is 1.25 of its size high, and there is 0.6 of it between two rows.
    """
    width, above = paper.width - 42, 42 + 6.5 * (len(card.name) // 32)
    found = (lines(row.text, size, width) + 0.86 * lines(row.about, 0.86 * size, width) for row in card.rows)
    return sum(1.25 * each + 0.6 for each in found) * size * POINT <= paper.height - above or not card.rows


@dataclass(frozen=True, slots=True)
class Cards:
    """Cards that fill sheets of A4, to be cut out; nothing else of its document is printed."""

    size: CardSize
    cards: tuple[Card, ...]

    def name_size(self, card: Card) -> float:
        """The size of a name in points."""
        return 21.0 if len(card.name) <= 24 else 15.0

    def text_size(self, card: Card) -> float:
        """The size of the lines of a card in points: so that all of it is there."""
        return next((size for size in SIZES if _fits(card, size, self.size)), SIZES[-1])

    @property
    def sheets(self) -> Iterator[tuple[Card, ...]]:
        """The cards of each sheet, row by row."""
        each = self.size.across * self.size.down
        for start in range(0, len(self.cards), each):
            yield self.cards[start : start + each]

    @property
    def plain(self) -> tuple[Plain, ...]:
        """A heading for each, what stands on it, and its lines as a table."""
        found: list[Plain] = []
        for card in self.cards:
            found += [
                Heading(2, f"{card.name} {card.family}".strip()),
                *([Paragraph(card.below)] if card.below else []),
            ]
            if card.rows:
                about = any(row.about for row in card.rows)
                rows = [(row.number, row.where, row.text, row.about) for row in card.rows]
                shown = 4 if about else 3
                found.append(Table(card.head[:shown], tuple(row[:shown] for row in rows), frozenset({0, 1})))
        return tuple(found)


@dataclass(frozen=True, slots=True)
class Plan:
    """A table to hang up, set as large as a page of it can be: the first column are names."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    @property
    def row_height(self) -> float:
        """In mm: so that it fills one page, and is still read from where people stand."""
        return min(14.0, max(8.0, 215 / (len(self.rows) + 1)))

    @property
    def plain(self) -> tuple[Plain, ...]:
        """The table."""
        return (Table(self.head, self.rows),)


@dataclass(frozen=True, slots=True)
class Ticks:
    """Boxes to tick by hand: a row for each text, a box under each word of the head but the first."""

    head: tuple[str, ...]
    rows: tuple[str, ...]

    @property
    def plain(self) -> tuple[Plain, ...]:
        """A table with boxes."""
        boxes = ("☐",) * (len(self.head) - 1)
        return (Table(self.head, tuple((row, *boxes) for row in self.rows)),)


@dataclass(frozen=True, slots=True)
class Lines:
    """A question, and so many lines to write on by hand."""

    text: str
    count: int

    @property
    def plain(self) -> tuple[Plain, ...]:
        """The question."""
        return (Paragraph(self.text),)


Drawn = Lead | Board | Scores | Cards | Plan | Ticks | Lines
"""A piece that a format may draw in a way of its own."""

Block = Plain | Drawn
"""One piece of a document; what a format cannot draw it lays out as what is ``plain`` of it."""

KINDS: Mapping[type[Block], str] = {
    Heading: "heading",
    Paragraph: "paragraph",
    Points: "points",
    Table: "table",
    Lead: "lead",
    Board: "board",
    Scores: "scores",
    Cards: "cards",
    Plan: "plan",
    Ticks: "ticks",
    Lines: "lines",
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
    def title_size(self) -> int:
        """The size of the title in points: a long one is set smaller, so that it stands on two lines where it can."""
        return next((size for size in TITLES if lines(self.title, size, TEXT_WIDTH) <= 2), TITLES[-1])

    @property
    def subtitle(self) -> str:
        """What stands under the title, as the day and the place; empty where nothing does."""
        first, second = (*self.blocks, None, None)[:2]
        return second.text if isinstance(first, Heading) and isinstance(second, Paragraph) else ""

    @property
    def cards(self) -> Cards | None:
        """The cards that it is, when it is cards to be cut out."""
        return next((block for block in self.blocks if isinstance(block, Cards)), None)

    @property
    def plain(self) -> Iterator[Plain]:
        """Its blocks for a format that draws nothing."""
        for block in self.blocks:
            yield from block.plain if isinstance(block, Drawn) else (block,)
