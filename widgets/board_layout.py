"""Where everything on a board stands: columns side by side in lanes, folding to rows where there is no room."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache

from rich.cells import cell_len, chop_cells

NARROWEST, WIDEST = 26, 46
"""Columns of text: a lane is no narrower while there is a choice, and no wider, so that it reads well."""

GAP = 3
EDGE = 2
"""Columns between two lanes, and in front of the text of a card."""


class Look(StrEnum):
    """How a column is drawn."""

    CLUSTER = "cluster"
    LOOSE = "loose"
    PROPOSED = "proposed"
    BIN = "bin"


@dataclass(frozen=True, slots=True)
class Card:
    """One note: its text, what stands in bold behind it, what is shown while it is selected, and a suggestion.

    ``sure`` is 0 to 4 dots behind the suggestion.
    """

    id: str
    text: str
    tail: str = ""
    details: str = ""
    advice: str = ""
    sure: int = 0


@dataclass(frozen=True, slots=True)
class Column:
    """A column of cards under a title; ``number`` 0 is none. ``tail`` stands behind the count."""

    id: str
    title: str
    cards: tuple[Card, ...] = ()
    number: int = 0
    look: Look = Look.CLUSTER
    tail: str = ""

    @property
    def head(self) -> str:
        """The key of the title."""
        return f"head {self.id}"


@dataclass(frozen=True, slots=True)
class Face:
    """What is read on a card, or on a title when it has a ``count``."""

    look: Look
    number: int
    lines: tuple[str, ...]
    tail: str = ""
    details: str = ""
    advice: str = ""
    sure: int = 0
    count: int | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """The place of a title (``card`` None) or a card: in which lane, from which line, how many lines."""

    key: str
    column: Column
    card: Card | None
    lane: int
    top: int
    lines: tuple[str, ...]
    height: int

    @property
    def face(self) -> Face:
        """All that decides how it looks, but for its width and manner."""
        column = self.column
        if self.card:
            return Face(column.look, column.number, self.lines, self.card.tail, self.card.details, self.card.advice,
                        self.card.sure)  # fmt: skip
        return Face(column.look, column.number, self.lines, column.tail, count=len(column.cards))


@dataclass(frozen=True, slots=True)
class Area:
    """What belongs to a column: the lanes from ``left`` up to ``right``, the lines from ``top`` up to ``bottom``."""

    column: Column
    left: int
    right: int
    top: int
    bottom: int


@dataclass(slots=True)
class Layout:
    """A board laid out. ``lanes`` hold their blocks from top to bottom; ``at`` finds a block by its key."""

    columns: tuple[Column, ...] = ()
    width: int = 0
    airy: bool = True
    height: int = 0
    lanes: list[list[Block]] = field(default_factory=list)
    areas: list[Area] = field(default_factory=list)
    at: dict[str, Block] = field(default_factory=dict)
    _tops: list[list[int]] = field(default_factory=list)

    def x(self, lane: int) -> int:
        """Where a lane begins."""
        return lane * (self.width + GAP)

    def block(self, lane: int, y: int) -> Block | None:
        """The last block of a lane that begins at or above a line; it may have ended above it."""
        index = bisect_right(self._tops[lane], y) - 1
        return self.lanes[lane][index] if index >= 0 else None

    def hit(self, x: int, y: int) -> Block | None:
        """What is drawn at a place."""
        lane = x // (self.width + GAP)
        if not 0 <= lane < len(self.lanes):
            return None
        found = self.block(lane, y)
        return found if found and y < found.top + found.height else None

    def area(self, x: int, y: int) -> Column | None:
        """The column to which a place belongs, also where it is empty."""
        lane = x // (self.width + GAP)
        return next((a.column for a in self.areas if a.left <= lane < a.right and a.top <= y < a.bottom), None)

    def beside(self, key: str, lanes: int) -> str:
        """The nearest block so many lanes to the right (left when negative); the same one where there is none."""
        here = self.at[key]
        aside = range(here.lane + lanes, len(self.lanes) if lanes > 0 else -1, lanes)
        for lane in aside:
            near = self.lanes[lane]
            if near:
                return min(near, key=lambda block: (_apart(block, here), block.top)).key
        return key

    def along(self, key: str, blocks: int) -> str:
        """The block so many places down its lane (up when negative), as far as it goes."""
        here = self.at[key]
        lane = self.lanes[here.lane]
        index = bisect_right(self._tops[here.lane], here.top) - 1 + blocks
        return lane[max(0, min(len(lane) - 1, index))].key

    def close(self, height: int) -> None:
        """Say that everything is in its place."""
        self.height = height
        self._tops = [[block.top for block in lane] for lane in self.lanes]
        self.at = {block.key: block for lane in self.lanes for block in lane}


def _apart(one: Block, other: Block) -> int:
    """Lines between two blocks; titles are nearest to titles."""
    gap = max(one.top, other.top) - min(one.top + one.height, other.top + other.height)
    return max(0, gap) * 2 + ((one.card is None) != (other.card is None))


def lay_out(
    columns: Sequence[Column], width: int, height: int, *, narrowest: int = NARROWEST, airy: bool | None = None
) -> Layout:
    """Give everything its place on a board of ``width`` columns, of which ``height`` lines are seen at once.

    Loose notes spread over the lanes that are left. With ``airy`` None there is air between the cards
    as long as all of it is seen at once.
    """
    most = max(1, (width + GAP) // (narrowest + GAP))
    if airy is None:
        fits = sum(1 + 2 * len(column.cards) for column in columns) <= most * height
        if fits and (roomy := _lay_out(columns, width, height, most, airy=True)).height <= height:
            return roomy
    return _lay_out(columns, width, height, most, airy=bool(airy))


def _lay_out(columns: Sequence[Column], width: int, height: int, most: int, *, airy: bool) -> Layout:
    plain = sum(column.look is not Look.LOOSE for column in columns)
    spreads = any(column.look is Look.LOOSE and len(column.cards) > 1 for column in columns)
    lanes = most if spreads else max(1, min(most, plain + (len(columns) > plain)))
    layout = Layout(tuple(columns), min(WIDEST, (width - GAP * (lanes - 1)) // lanes), airy)
    layout.lanes = [[] for _ in range(lanes)]
    lane, top, bottom = 0, 0, 0
    band: list[tuple[Column, int, int]] = []
    for column in columns:
        if lane == lanes:
            _close_band(layout, band, top, bottom)
            lane, top, bottom = 0, bottom + 1, bottom + 1
        share = _share(layout, column, lanes - lane, height)
        bottom = max(bottom, _stack(layout, column, lane, share, top))
        band.append((column, lane, lane + share))
        lane += share
    _close_band(layout, band, top, bottom)
    layout.close(bottom)
    return layout


def _close_band(layout: Layout, band: list[tuple[Column, int, int]], top: int, bottom: int) -> None:
    layout.areas += [Area(column, left, right, top, bottom + 1) for column, left, right in band]
    band.clear()


def _share(layout: Layout, column: Column, left: int, height: int) -> int:
    """How many of the lanes that are left a column takes: loose notes as few as they can be seen in at once."""
    if column.look is not Look.LOOSE or left < 2:
        return 1
    lines = sum(len(_lines(card, layout.width)) + bool(card.advice) + layout.airy for card in column.cards)
    room = max(1, height - (3 if layout.airy else 1))
    return max(1, min(left, -(-lines // room)))


def _stack(layout: Layout, column: Column, lane: int, share: int, top: int) -> int:
    """Put a column in its lanes, dealing the cards out so that none moves when one is added; gives where it ends."""
    head = 3 if layout.airy else 1
    layout.lanes[lane].append(Block(column.head, column, None, lane, top, (column.title,), head))
    ends = [top + head] * share
    for index, card in enumerate(column.cards):
        place = index % share
        lines = _lines(card, layout.width)
        height = len(lines) + bool(card.advice)
        layout.lanes[lane + place].append(Block(card.id, column, card, lane + place, ends[place], lines, height))
        ends[place] += height + layout.airy
    return max(ends)


def _lines(card: Card, width: int) -> tuple[str, ...]:
    return wrap(card.text, max(4, width - EDGE - 1), card.tail)


@lru_cache(maxsize=8192)
def wrap(text: str, width: int, tail: str = "") -> tuple[str, ...]:
    """Text in lines of at most ``width`` cells, words whole where that is possible, with room left for a tail."""
    lines: list[str] = []
    current, used = "", 0
    for word in text.split(" "):
        size = cell_len(word)
        if current and used + 1 + size <= width:
            current, used = f"{current} {word}", used + 1 + size
            continue
        if current:
            lines.append(current)
        *whole, current = chop_cells(word, width) if size > width else [word]
        lines += whole
        used = cell_len(current)
    lines.append(current)
    if tail and used + 1 + cell_len(tail) > width:
        lines.append("")
    return tuple(lines)
