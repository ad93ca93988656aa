"""Where everything on a board stands: columns side by side in lanes, folding to rows where there is no room."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache

from rich.cells import cell_len, chop_cells

from widgets.wrapping import alone

NARROWEST, WIDEST = 26, 46
"""Columns of text: a lane is no narrower while there is a choice, and no wider, so that it reads well."""

GAP = 3
EDGE = 2
"""Columns between two lanes, and in front of the text of a card."""

CLOSE, APART, PADDED = 0, 1, 2
"""The air of a board: none, a line between the cards, and above that a line above and below the text of each card."""

HIGH = 30
"""From so many lines on cards are padded."""


class Look(StrEnum):
    """How a column is drawn."""

    CLUSTER = "cluster"
    LOOSE = "loose"
    PROPOSED = "proposed"
    BIN = "bin"


@dataclass(frozen=True, slots=True)
class Card:
    """One note: its text, what stands in bold behind it, and a suggestion.

    ``sure`` is 0 to 4 dots behind the suggestion; ``proposed`` cards are only suggested to stand where they stand.
    """

    id: str
    text: str
    tail: str = ""
    advice: str = ""
    sure: int = 0
    proposed: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """A column of cards under a title; ``number`` 0 is none.

    ``tails`` say how it stands, the longest first: one of them stands behind the count, as long as there is room for.
    Of a column with a ``share`` (0 to 1) the rule is as thick as that goes.
    """

    id: str
    title: str
    cards: tuple[Card, ...] = ()
    number: int = 0
    look: Look = Look.CLUSTER
    tails: tuple[str, ...] = ()
    share: float | None = None

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
    advice: str = ""
    sure: int = 0
    proposed: bool = False
    count: int | None = None
    tails: tuple[str, ...] = ()
    share: float | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """The place of a title (``card`` None) or a card: in which lane, from which line, how many lines.

    Its column may be an earlier one with the same look and number, and fewer cards.
    """

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
        card = self.card
        if card is None:
            count = len(column.cards)
            return Face(column.look, column.number, self.lines, count=count, tails=column.tails, share=column.share)
        told = (card.tail, card.advice, card.sure, card.proposed)
        return Face(column.look, column.number, self.lines, *told)


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a column stands: from which lane, in how many, and from which line."""

    left: int
    lanes: int
    top: int


@dataclass(frozen=True, slots=True)
class Stack:
    """The cards of a column in its lanes, and where each lane of it ends."""

    column: Column
    spot: Spot
    lanes: tuple[tuple[Block, ...], ...]
    ends: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Area:
    """What belongs to a column: its cards, and the lines up to ``bottom``, also where they are empty."""

    stack: Stack
    bottom: int

    def holds(self, lane: int, y: int) -> bool:
        """Whether a place belongs to it."""
        spot = self.stack.spot
        return spot.left <= lane < spot.left + spot.lanes and spot.top <= y < self.bottom


@dataclass(slots=True)
class Layout:
    """A board laid out, with so much ``air``: CLOSE, APART or PADDED.

    ``lanes`` hold their blocks from top to bottom; ``at`` finds a block by its key.
    """

    columns: tuple[Column, ...] = ()
    width: int = 0
    air: int = APART
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

    def column(self, key: str) -> Column | None:
        """The column of a card or a title."""
        block = self.at.get(key)
        return next((column for column in self.columns if block and column.id == block.column.id), None)

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
        return next((area.stack.column for area in self.areas if area.holds(lane, y)), None)

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

    def instead(self, key: str, before: Layout) -> str:
        """Where the cursor goes when what it stood on is gone: to its neighbour there, or to the first card."""
        column = before.column(key)
        if column:
            keys = [column.head, *(card.id for card in column.cards)]
            place = keys.index(key)
            for near in [*keys[place + 1 :], *keys[:place][::-1]]:
                if near in self.at:
                    return near
        return next((block.key for block in self.at.values() if block.card), next(iter(self.at), ""))

    def next_to(self, key: str, leaving: Collection[str]) -> str:
        """Where the cursor goes when these cards leave: to the next of its column, the one before, or the title."""
        column, block = self.column(key), self.at.get(key)
        if column is None or block is None:
            return ""
        ids = [card.id for card in column.cards]
        here = ids.index(block.card.id) if block.card else 0
        staying = [id_ for id_ in [*ids[here:], *ids[:here][::-1]] if id_ not in leaving]
        return staying[0] if staying else column.head

    def close(self, lanes: int, height: int) -> None:
        """Gather the lanes, once every column has its place."""
        self.height = height
        self.lanes = [[] for _ in range(lanes)]
        for stack in (area.stack for area in self.areas):
            column, spot = stack.column, stack.spot
            lines = title_lines(column, self.width)
            title = Block(column.head, column, None, spot.left, spot.top, lines, title_height(self, column))
            self.lanes[spot.left].append(title)
            for lane, blocks in enumerate(stack.lanes, start=spot.left):
                self.lanes[lane] += blocks
        self._tops = [[block.top for block in lane] for lane in self.lanes]
        self.at = {block.key: block for lane in self.lanes for block in lane}


def _apart(one: Block, other: Block) -> int:
    """Lines between two blocks; titles are nearest to titles."""
    gap = max(one.top, other.top) - min(one.top + one.height, other.top + other.height)
    return max(0, gap) * 2 + ((one.card is None) != (other.card is None))


def lay_out(
    columns: Sequence[Column],
    width: int,
    height: int,
    *,
    narrowest: int = NARROWEST,
    air: int | None = None,
    before: Layout | None = None,
) -> Layout:
    """Give everything its place on a board of ``width`` columns, of which ``height`` lines are seen at once.

    Loose notes spread over the lanes that are left. With ``air`` None there is as much of it between the cards
    as leaves all of it seen at once. What stands where it stood in ``before`` is taken over from there.
    """
    most = max(1, (width + GAP) // (narrowest + GAP))
    for more in (PADDED, APART) if air is None else ():
        fits = sum(1 + (1 + _around(more)) * len(column.cards) for column in columns) <= most * height
        if not fits or (more == PADDED and height < HIGH):
            continue
        if (roomy := _lay_out(columns, width, height, most, air=more, before=before)).height <= height:
            return roomy
    return _lay_out(columns, width, height, most, air=air or CLOSE, before=before)


def _around(air: int) -> int:
    """Lines that a card takes besides its text: the one below it, and those of its padding."""
    return air + (air == PADDED)


def _lay_out(
    columns: Sequence[Column], width: int, height: int, most: int, *, air: int, before: Layout | None
) -> Layout:
    plain = sum(column.look is not Look.LOOSE for column in columns)
    loose = any(column.look is Look.LOOSE and column.cards for column in columns)
    lanes = most if loose else max(1, min(most, plain))
    layout = Layout(tuple(columns), min(WIDEST, (width - GAP * (lanes - 1)) // lanes), air)
    same = before is not None and (before.width, before.air) == (layout.width, air)
    old = {area.stack.column.id: area.stack for area in before.areas} if before and same else {}
    lane, top, bottom = 0, 0, 0
    band: list[Stack] = []
    for column in columns:
        if lane == lanes:
            layout.areas += [Area(stack, bottom + 1) for stack in band]
            band, lane, top, bottom = [], 0, bottom + 1, bottom + 1
        spot = Spot(lane, _share(layout, column, lanes - lane, height), top)
        band.append(_stack(layout, column, spot, old.get(column.id)))
        bottom = max(bottom, *band[-1].ends)
        lane += spot.lanes
    layout.areas += [Area(stack, bottom + 1) for stack in band]
    layout.close(lanes, bottom)
    return layout


def _share(layout: Layout, column: Column, left: int, height: int) -> int:
    """How many of the lanes that are left a column takes: loose notes as few as they can be seen in at once."""
    if column.look is not Look.LOOSE or left < 2:
        return 1
    room = max(1, height - title_height(layout, column))
    lines = 0
    for card in column.cards:
        lines += len(_lines(card, layout.width)) + bool(card.advice) + _around(layout.air)
        if lines > room * (left - 1):
            return left
    return max(1, -(-lines // room))


def _stack(layout: Layout, column: Column, spot: Spot, old: Stack | None) -> Stack:
    """Put a column in its lanes, dealing the cards out so that none moves when one is added."""
    kept = _kept(column, spot, old)
    lanes = [list(blocks) for blocks in old.lanes] if old and kept else [[] for _ in range(spot.lanes)]
    ends = list(old.ends) if old and kept else [spot.top + title_height(layout, column)] * spot.lanes
    for index in range(kept, len(column.cards)):
        card, place = column.cards[index], index % spot.lanes
        lines = _lines(card, layout.width)
        height = len(lines) + bool(card.advice) + 2 * (layout.air == PADDED)
        lanes[place].append(Block(card.id, column, card, spot.left + place, ends[place], lines, height))
        ends[place] += height + (layout.air > CLOSE)
    return Stack(column, spot, tuple(map(tuple, lanes)), tuple(ends))


def _kept(column: Column, spot: Spot, old: Stack | None) -> int:
    """How many cards stand where they stood: all that there were, when nothing but the last ones is new."""
    if old is None or old.spot != spot:
        return 0
    count = len(old.column.cards)
    alike = (old.column.number, old.column.look, old.column.title) == (column.number, column.look, column.title)
    return count if alike and column.cards[:count] == old.column.cards else 0


def title_lines(column: Column, width: int) -> tuple[str, ...]:
    """The number and title of a column, wrapped with room left for its count."""
    number = f"{column.number} " if column.number else ""
    return wrap(number + column.title, max(4, width - EDGE), str(len(column.cards)))


def title_height(layout: Layout, column: Column) -> int:
    """How many lines the title of a column takes, with its rule and the air below."""
    return len(title_lines(column, layout.width)) + (1 + layout.air if layout.air else 0)


def _lines(card: Card, width: int) -> tuple[str, ...]:
    return wrap(card.text, max(4, width - EDGE - 1), card.tail and f"· {card.tail}")


@lru_cache(maxsize=8192)
def wrap(text: str, width: int, tail: str = "") -> tuple[str, ...]:
    """Text in lines of at most ``width`` cells, words whole where that is possible, with room left for a tail.

    A short word does not stand alone on the last line, and a tail that has no room there takes the last word along.
    """
    lines = _filled(text, width)
    if tail and cell_len(lines[-1]) + 1 + cell_len(tail) <= width:
        return tuple(lines)
    ends, told = lines[-2:], " ".join(lines[-2:])
    while len(ends) == 2 and alone(ends[1], width) and " " in ends[0]:
        ends = _filled(told, cell_len(ends[0]) - 1)
    if len(ends) == 2 and not alone(ends[0], width):
        lines[-2:] = ends
    if not tail or cell_len(lines[-1]) + 1 + cell_len(tail) <= width:
        return tuple(lines)
    before, _blank, last = lines[-1].rpartition(" ")
    along = before and cell_len(last) + 1 + cell_len(tail) <= width
    return (*lines[:-1], before, last) if along else (*lines, "")


def _filled(text: str, width: int) -> list[str]:
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
    return [*lines, current]
