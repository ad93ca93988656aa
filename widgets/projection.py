"""What the room sees, in one layout: a line of status, one thing giant, and a list as large as all of it fits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from textual.content import Content
from textual.widget import Widget

from widgets.face import dots
from widgets.letters import LARGE, NARROW, PLAIN, SIZES, TALL, Size, columns, draw, reach, rows
from widgets.projected import Item, Projected

LIST_SIZES = (LARGE, TALL, NARROW, PLAIN)
MOST_ACROSS = 6
"""Columns of a list at the most."""

APART = 4
"""Cells between two columns."""


@dataclass(frozen=True, slots=True)
class LaidOut:
    """The rows as drawn, and how large the giant text and the list came out."""

    lines: tuple[Content, ...]
    giant: Size
    listed: Size


Word = tuple[str, str]
"""A word and its style."""


def laid_out(view: Projected, width: int, height: int) -> LaidOut:
    """The view for so many columns and rows.

    The list is as large as it may be while the giant text is larger still; with the list settled, the giant text takes
    what is left.
    """
    head = [Content.styled(view.status, "$muted").truncate(width, ellipsis=True), Content()] if view.status else []
    room = max(1, height - len(head))
    for listed, giant in _pairs(view):
        drawn = _beside(view, giant, listed, width, room) or _stacked(view, giant, listed, width, room)
        if drawn is not None:
            return LaidOut((*head, *drawn), giant, listed)
    titled = _broken([(view.giant, f"bold {view.style}")], PLAIN, width) or []
    block = _block(view.items, PLAIN, width)
    crowded = [*_drawn(titled, PLAIN), *(block.drawn(0) if block else [])]
    if len(crowded) > room:
        more = Content.styled(f"… +{len(crowded) - room + 1}", "$muted")
        crowded = [*crowded[: room - 1], more]
    return LaidOut((*head, *crowded), PLAIN, PLAIN)


def _pairs(view: Projected) -> Iterator[tuple[Size, Size]]:
    """A size for the list and one for the giant text, the best first."""
    written = not view.giant or dots(view.giant) is None
    for listed in LIST_SIZES if view.items else (PLAIN,):
        if written:
            yield listed, PLAIN
        else:
            end = SIZES.index(listed) if view.items else len(SIZES)
            yield from ((listed, giant) for giant in SIZES[:end])


def _stacked(view: Projected, giant: Size, listed: Size, width: int, height: int) -> list[Content] | None:
    """The giant text above the list; None when both do not fit."""
    top = _giant(view, giant, width, height)
    if top is None:
        return None
    if not view.items:
        return top
    air = [Content()] if top else []
    below = _listed(view.items, listed, width, height - len(top) - len(air))
    return None if below is None else [*top, *air, *below]


def _beside(view: Projected, giant: Size, listed: Size, width: int, height: int) -> list[Content] | None:
    """The giant text on the left and the list on the right; None when both do not fit."""
    if not view.beside or not view.giant or not view.items:
        return None
    left = _giant(view, giant, width * 3 // 5, height)
    if left is None:
        return None
    wide = max(line.cell_length for line in left)
    right = _listed(view.items, listed, width - wide - 4, height)
    if right is None:
        return None
    deep = max(len(left), len(right))
    return [
        Content.assemble(_padded(left[row] if row < len(left) else Content(), wide + 4), right[row])
        if row < len(right)
        else left[row]
        for row in range(deep)
    ]


def _giant(view: Projected, size: Size, width: int, height: int) -> list[Content] | None:
    if not view.giant:
        return []
    lines = _broken([(view.giant, f"bold {view.style}")], size, width)
    return _drawn(lines, size) if lines and _high(lines, size) <= height else None


def _listed(items: Sequence[Item], size: Size, width: int, height: int) -> list[Content] | None:
    """The list in so many rows, in the fewest columns; None when not all of it fits."""
    if width < 8:
        return None
    for across in range(1, MOST_ACROSS + 1):
        wide = (width - APART * (across - 1)) // across
        each = -(-len(items) // across)
        blocks = [_block(items[start : start + each], size, wide) for start in range(0, len(items), each)]
        for gap in (2, 1, 0) if size is PLAIN else (1, 0):
            if all(block is not None and block.high(gap) <= height for block in blocks):
                return _side_by_side([block.drawn(gap) for block in blocks if block], wide)
    return None


@dataclass(frozen=True, slots=True)
class Block:
    """One column of a list, broken into lines but not drawn yet."""

    entries: tuple[tuple[str, list[list[Word]]], ...]
    size: Size
    hang: int

    def high(self, gap: int) -> int:
        """The rows it takes with so many between two entries."""
        return sum(_high(lines, self.size) + gap for _label, lines in self.entries) - gap

    def drawn(self, gap: int) -> list[Content]:
        """Every entry whole, its text hanging behind its label."""
        found: list[Content] = []
        for label, lines in self.entries:
            found += [Content()] * gap if found else []
            front = _line([(label, "bold $accent")], self.size) if label else []
            body = _drawn(lines, self.size)
            found += [
                Content.assemble(_padded(front[row] if row < len(front) else Content(), self.hang), line)
                for row, line in enumerate(body)
            ]
        return found


def _block(items: Sequence[Item], size: Size, width: int) -> Block | None:
    """The items for a column of this width; None when a word of them is too wide for it."""
    labels = max((columns(item.label, size) for item in items if item.label), default=0)
    hang = labels + columns("  ", size) if labels else 0
    entries = []
    for item in items:
        style = "bold $muted" if item.heading else f"bold {item.style}"
        lines = _broken([(item.text, style), (item.aside, "$muted")], size, width - hang)
        if lines is None:
            return None
        entries.append((item.label, lines))
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
