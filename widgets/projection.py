"""What the room sees, in one layout: a line of status, one thing giant, and a list as large as all of it fits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

import msgspec
from rich.cells import cell_len
from textual.content import Content
from textual.widget import Widget

from widgets.face import dots
from widgets.large_drawings import drawn_below, squares
from widgets.letters import LARGE, NARROW, PLAIN, SIZES, TALL, Size, columns, draw, reach, rows
from widgets.projected import Item, Projected

LIST_SIZES = (LARGE, TALL, NARROW, PLAIN)
"""A list alone may be larger still."""

MOST_ACROSS = 6
"""Columns of a list at the most."""

APART = 4
"""Cells between two columns."""

NARROWEST = 22
"""Cells of one of several columns of ordinary text."""


class LaidOut(msgspec.Struct, frozen=True):
    """The rows as drawn, and how large the giant text and the list came out."""

    lines: tuple[Content, ...]
    giant: Size
    listed: Size


Word = tuple[str, str]
"""A word and its style."""


def laid_out(view: Projected, width: int, height: int) -> LaidOut:
    """The view for so many columns and rows.

    The list is as large as it may be while the giant text is larger still; with the list settled, the giant text takes
    what is left. Where not all of the list fits, the shorter one takes its place.
    """
    head = [Content.styled(view.status, "$muted").truncate(width, ellipsis=True), Content()] if view.status else []
    room = max(1, height - len(head))
    for items in filter(None, (view.items, view.shorter)) if view.items else [()]:
        for listed, giants in _pairs(view, items):
            for put in (_beside, _stacked):
                for giant in giants:
                    drawn = put(view, items, (giant, listed), width, room)
                    if drawn is not None:
                        return LaidOut((*head, *drawn), giant, listed)
    return LaidOut((*head, *_crowded(view, width, room)), PLAIN, PLAIN)


def _pairs(view: Projected, items: Sequence[Item]) -> Iterator[tuple[Size, Sequence[Size]]]:
    """A size for the list with those that the giant text may have, the best first."""
    if view.squares or (view.giant and dots(view.giant)):
        for listed in LIST_SIZES if items else (PLAIN,):
            yield listed, SIZES[: SIZES.index(listed) if items else len(SIZES)]
    elif not items:
        yield PLAIN, (PLAIN,)
    else:
        yield from ((listed, (PLAIN,)) for listed in (LIST_SIZES if view.giant else SIZES))


def _crowded(view: Projected, width: int, height: int) -> list[Content]:
    """As much as fits in ordinary text, and how many lines do not."""
    titled = _broken([(view.giant, f"bold {view.style}")], PLAIN, width) or []
    block = _block(view.shorter or view.items, PLAIN, width)
    lines = [*_drawn(titled, PLAIN), *(block.drawn(0) if block else [])]
    if len(lines) > height:
        lines = [*lines[: height - 1], Content.styled(f"… +{len(lines) - height + 1}", "$muted")]
    return lines


Sizes = tuple[Size, Size]
"""Of the giant text, and of the list."""


def _stacked(view: Projected, items: tuple[Item, ...], sizes: Sizes, width: int, height: int) -> list[Content] | None:
    """The giant text above the list; None when both do not fit."""
    top = _giant(view, sizes[0], width, height)
    if top is None or not items:
        return top
    air = [Content()] if top else []
    below = _listed(items, sizes[1], width, height - len(top) - len(air))
    return None if below is None else [*top, *air, *below]


def _beside(view: Projected, items: tuple[Item, ...], sizes: Sizes, width: int, height: int) -> list[Content] | None:
    """The giant text on the left and the list on the right; None when both do not fit."""
    if not view.beside or not items:
        return None
    left = _giant(view, sizes[0], width * 3 // 5, height)
    if not left:
        return None
    wide = max(line.cell_length for line in left)
    right = _listed(items, sizes[1], width - wide - APART, height)
    return None if right is None else _side_by_side([left, right], wide)


def _giant(view: Projected, size: Size, width: int, height: int) -> list[Content] | None:
    if view.squares:
        return squares(view.squares, width, height, size)
    if not view.giant:
        return []
    lines = _broken([(view.giant, f"bold {view.style}")], size, width)
    return _drawn(lines, size) if lines and _high(lines, size) <= height else None


def _listed(items: tuple[Item, ...], size: Size, width: int, height: int) -> list[Content] | None:
    """The list in so many rows, with as much air and as few columns as there can be; None when not all of it fits."""
    for gap in (2, 1, 0) if size is PLAIN else (1, 0):
        for across in range(1, min(MOST_ACROSS, len(items)) + 1):
            wide = (width - APART * (across - 1)) // across
            block = _block(items, size, wide) if wide >= (NARROWEST if across > 1 else 8) else None
            if block is None:
                break
            columns_ = block.in_columns(across, gap, height)
            if columns_:
                return _side_by_side([column.drawn(gap) for column in columns_], wide)
    return None


class Entry(msgspec.Struct, frozen=True):
    """An item broken into lines, with what is drawn below them."""

    label: str
    lines: tuple[tuple[Word, ...], ...]
    below: tuple[Content, ...]
    heading: bool
    high: int


class Block(msgspec.Struct, frozen=True):
    """A column of a list, broken into lines but not drawn yet."""

    entries: tuple[Entry, ...]
    size: Size
    hang: int

    def in_columns(self, across: int, gap: int, height: int) -> list[Block] | None:
        """Divided over so many columns, none higher than it must be; None when that is too high."""
        low, high = max(entry.high for entry in self.entries), height
        if self._divided(high, across, gap) is None:
            return None
        while low < high:
            middle = (low + high) // 2
            low, high = (low, middle) if self._divided(middle, across, gap) else (middle + 1, high)
        return self._divided(high, across, gap)

    def _divided(self, height: int, across: int, gap: int) -> list[Block] | None:
        """Columns filled one after the other up to this height; a heading goes along with what follows it."""
        columns_: list[list[Entry]] = [[]]
        used = 0
        for bundle in self._bundles():
            high = sum(entry.high for entry in bundle)
            if columns_[-1] and used + gap + high > height:
                columns_.append([])
            used = used + gap + high if columns_[-1] else high
            columns_[-1] += bundle
            if used > height or len(columns_) > across:
                return None
        return [Block(tuple(column), self.size, self.hang) for column in columns_]

    def _bundles(self) -> Iterator[list[Entry]]:
        bundle: list[Entry] = []
        for entry in self.entries:
            bundle.append(entry)
            if not entry.heading:
                yield bundle
                bundle = []
        if bundle:
            yield bundle

    def drawn(self, gap: int) -> list[Content]:
        """Every entry whole, its text hanging behind its label; no gap between a heading and what follows it."""
        found: list[Content] = []
        headed = True
        for entry in self.entries:
            found += [] if headed else [Content()] * gap
            headed = entry.heading
            front = _line([(entry.label, "bold $muted")], self.size) if entry.label else []
            body = [*_drawn(entry.lines, self.size), *entry.below]
            found += [
                Content.assemble(_padded(front[row] if row < len(front) else Content(), self.hang), line)
                for row, line in enumerate(body)
            ]
        return found


@lru_cache(maxsize=128)
def _block(items: tuple[Item, ...], size: Size, width: int) -> Block | None:
    """The items for a column of this width; None when a word or a drawing of them is too wide for it."""
    labels = max((columns(item.label, size) for item in items if item.label), default=0)
    hang = labels + columns("  ", size) if labels else 0
    entries = []
    for item in items:
        style = f"bold {item.style or ('$muted' if item.heading else '$foreground')}"
        lines = _broken([(item.text, style), (item.aside, "$muted")], size, width - hang)
        below = drawn_below(item.drawing, width - hang, size) if item.drawing else []
        if lines is None or below is None:
            return None
        high = _high(lines, size) + len(below)
        entries.append(Entry(item.label, tuple(map(tuple, lines)), tuple(below), item.heading, high))
    return Block(tuple(entries), size, hang)


def _side_by_side(blocks: Sequence[list[Content]], width: int) -> list[Content]:
    last = len(blocks) - 1
    return [
        Content.assemble(
            *(
                _padded(block[row] if row < len(block) else Content(), 0 if place == last else width + APART)
                for place, block in enumerate(blocks)
            )
        )
        for row in range(max(map(len, blocks)))
    ]


def _broken(parts: Sequence[Word], size: Size, width: int) -> list[list[Word]] | None:
    """Styled text broken between words; None when a word that is drawn is too wide."""
    lines: list[list[Word]] = []
    used = 0
    for text, style in parts:
        for word in text.split():
            for piece in _pieces(word, size, width):
                wide = columns(piece, size)
                if wide > width:
                    return None
                if lines and used + _space(size) + wide <= width:
                    lines[-1].append((piece, style))
                    used += _space(size) + wide
                else:
                    lines.append([(piece, style)])
                    used = wide
    return lines


def _pieces(word: str, size: Size, width: int) -> list[str]:
    """A word of ordinary text that is longer than the line, in pieces."""
    if size is not PLAIN or cell_len(word) <= width:
        return [word]
    pieces = [""]
    for character in word:
        if cell_len(pieces[-1] + character) > width and pieces[-1]:
            pieces.append("")
        pieces[-1] += character
    return pieces


def _space(size: Size) -> int:
    """The columns between two words that are drawn apart: as wide as a blank between letters."""
    return 1 if size is PLAIN else columns("x x", size) - 2 * columns("x", size)


def _high(lines: Sequence[Sequence[Word]], size: Size) -> int:
    """The rows that lines take."""
    return sum(rows(size, reach(word for word, _style in line)) for line in lines)


def _drawn(lines: Sequence[Sequence[Word]], size: Size) -> list[Content]:
    return [row for line in lines for row in _line(line, size)]


def _line(words: Sequence[Word], size: Size) -> list[Content]:
    """The rows of one line of styled words."""
    reaching = reach(word for word, _style in words)
    drawn = [(draw(word, size, reaching), style) for word, style in words]
    gap = Content(" " * _space(size))
    return [
        gap.join([Content.styled(cells[row], style) for cells, style in drawn]) for row in range(rows(size, reaching))
    ]


def _padded(line: Content, width: int) -> Content:
    return line.pad_right(max(0, width - line.cell_length))


class Projection(Widget):
    """Draws a room view in the place there is."""

    DEFAULT_CSS = """
    Projection { height: 1fr; width: 1fr; }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._view = Projected()

    def show(self, view: Projected) -> None:
        """Show this; nothing is drawn when nothing changed."""
        if view != self._view:
            self._view = view
            self.refresh()

    @property
    def sizes(self) -> tuple[Size, Size]:
        """How large the giant text and the list are drawn now."""
        drawn = laid_out(self._view, *self.size)
        return drawn.giant, drawn.listed

    def render(self) -> Content:
        """The view, as large as it fits."""
        return Content("\n").join(laid_out(self._view, *self.size).lines)
