"""What the room sees, in one layout: a line of status, one thing giant, and a list as large as all of it fits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec
from msgspec.structs import replace
from rich.cells import cell_len
from textual.content import Content
from textual.widget import Widget

from widgets.face import FACE
from widgets.large_drawings import squares
from widgets.large_list import AIRY, TIGHT, Arranged, arranged, crowded
from widgets.large_text import Line, balanced, broken, drawn, reaching, side_by_side, wide
from widgets.letters import HUGE, LARGE, NARROW, PLAIN, SIZES, SLIM, SMALL, TALL, Size, rows
from widgets.projected import Item, Projected

LIST_SIZES = (LARGE, TALL, NARROW, SMALL, PLAIN)
LEAD_SIZES = tuple(size for size in SIZES[SIZES.index(HUGE) :] if size not in {SLIM, SMALL})

PARTS_BESIDE = (1 / 3, 1 / 2, 2 / 3)
"""The part of the width that the giant text may take where the list stands beside it."""

WIDE = 100
"""Columns from which on ordinary text is too small for the back row, where more of them share the wall."""

MOST_AIR = 3
"""Rows between the giant text, what goes with it, and the list, at the most."""


class Sizes(msgspec.Struct, frozen=True):
    """How large the giant text, what goes with it, and the list are, and the rows there may be between its lines."""

    giant: Size = PLAIN
    lead: Size = PLAIN
    listed: Size = PLAIN
    gaps: tuple[int, ...] = AIRY


class LaidOut(msgspec.Struct, frozen=True):
    """The rows as drawn, how large things came out, and how many rows of them found no place."""

    lines: tuple[Content, ...]
    sizes: Sizes
    left_out: int = 0

    @property
    def giant(self) -> Size:
        """How large the giant text is."""
        return self.sizes.giant

    @property
    def listed(self) -> Size:
        """How large the list is."""
        return self.sizes.listed


def laid_out(view: Projected, width: int, height: int) -> LaidOut:
    """The view for so many columns and rows.

    The list is as large as it may be while what goes with the giant text is no smaller, and the giant text larger than
    both; with these settled, the giant text takes what is left. Where not all of the list fits, the shorter one takes
    its place.
    """
    head = _head(view, width)
    margin = 2 if width < 100 else 4
    inner, room = max(1, width - 2 * margin), max(1, height - len(head))
    for sizes, items in _tries(view, wide=width >= WIDE):
        worded = replace(view, items=items)
        # The last row stays free where nothing has to be smaller for it.
        found = _fitted(worded, sizes, inner, room - 1) or _fitted(worded, sizes, inner, room)
        if found is not None:
            return LaidOut((*head, *(_indented(row, margin) for row in found)), sizes)
    lines, left_out = _crowded(view, inner, room)
    return LaidOut((*head, *(_indented(row, margin) for row in lines)), Sizes(), left_out)


def _indented(row: Content, margin: int) -> Content:
    return Content.assemble(" " * margin, row) if row.cell_length else row


def _head(view: Projected, width: int) -> list[Content]:
    """The line of status on its ground, and a row of air; the name of the network gives way to what is said of now."""
    if not (view.network or view.status or view.clock):
        return [Content()]
    clock = f"   {view.clock}" if view.clock else ""
    status = Content.styled(view.status, "bold $foreground").truncate(max(1, width - len(clock) - 3), ellipsis=True)
    right = Content.assemble(status, (clock, "$muted"))
    fits = cell_len(view.network) <= width - right.cell_length - 5
    left = Content.styled(view.network if fits or not view.status else "", "$muted")
    gap = " " * max(1, width - left.cell_length - right.cell_length - 2)
    return [Content.assemble(" ", left, gap, right, " ").truncate(width).stylize("on $panel"), Content()]


def _tries(view: Projected, *, wide: bool) -> Iterator[tuple[Sizes, tuple[Item, ...]]]:
    """Sizes with the items in one wording, the best first."""
    lists = (view.items, view.shorter) if view.shorter else (view.items,)
    every = [(items, listed) for items in lists for listed in _list_sizes(view, items)]
    if wide and view.legible:
        every.sort(key=lambda one: one[1] is PLAIN)
    for items, listed in every:
        wordings = _wordings(items, listed)
        for sizes in _sizes(view, items, listed):
            yield from ((sizes, wording) for wording in wordings)
    # Where a long giant text and its list leave no room for each other, it is in the smallest letters that are drawn.
    yield from ((Sizes(SMALL, gaps=TIGHT), items) for items in lists)


def _wordings(items: tuple[Item, ...], size: Size) -> list[tuple[Item, ...]]:
    """The list in full, then with what is said in short; this is broken only where it would not be drawn otherwise."""
    if all(item.short in {"", item.text} for item in items):
        return [items]
    short = tuple(replace(item, text=item.short or item.text) for item in items)
    broken_off = [tuple(replace(item, short="") for item in short)] if size in {NARROW, SMALL, PLAIN} else []
    return [items, short, *broken_off]


def _list_sizes(view: Projected, items: tuple[Item, ...]) -> Sequence[Size]:
    """The sizes that the list may have: larger ones where it stands alone."""
    return (LIST_SIZES if view.giant or view.squares or view.lead else SIZES) if items else (PLAIN,)


def _sizes(view: Projected, items: tuple[Item, ...], listed: Size) -> Iterator[Sizes]:
    """Sizes for what goes with the giant text, and for that text: some air in the list comes first."""
    for lead in LEAD_SIZES if view.lead else (listed,):
        if SIZES.index(lead) <= SIZES.index(listed):
            for gaps in (AIRY, TIGHT) if items else (AIRY,):
                for giant in _giants(view, lead, alone=not (view.lead or items)):
                    yield Sizes(giant, lead, listed, gaps)


def _giants(view: Projected, lead: Size, *, alone: bool) -> tuple[Size, ...]:
    """The sizes that the giant text may have above what goes with it.

    It may be as large as the list beside it, and where the view says so as one that would be ordinary text otherwise.
    """
    if not view.squares and not any(FACE.dots(word) for word in view.giant.split()):
        return (PLAIN,)
    if alone:
        return SIZES
    most = SIZES.index(lead) + (not view.lead and (view.beside or (view.level and lead is NARROW)))
    return SIZES[:most] if view.squares else SIZES[: min(most, SIZES.index(SMALL))]


class Block(msgspec.Struct, frozen=True):
    """A text, broken into lines but not drawn yet; or what is drawn in its place; or the line of the time left."""

    size: Size
    lines: tuple[Line, ...] = ()
    drawing: tuple[Content, ...] = ()

    @property
    def high(self) -> int:
        """The rows it takes at the least."""
        lines = sum(rows(self.size, reaching([line], self.size)) for line in self.lines)
        return len(self.drawing) or lines + self.apart * (len(self.lines) - 1) or 1

    @property
    def apart(self) -> int:
        """Rows between two lines at the least: letters of an even number of rows have no air of their own."""
        return 1 if self.lines and self.size.scale > 1 else 0

    @property
    def wide(self) -> int:
        """The columns it takes."""
        widths = [row.cell_length for row in self.drawing] or [wide(line, self.size) for line in self.lines]
        return max(widths, default=0)

    def drawn(self, air: int = 0) -> list[Content]:
        """The rows, with so many more between two lines than there are at the least."""
        found = list(self.drawing)
        for line in self.lines:
            found += [
                *([Content()] * (air + self.apart) if found else []),
                *drawn(line, self.size, reaching([line], self.size)),
            ]
        return found


def _fitted(view: Projected, sizes: Sizes, width: int, height: int) -> list[Content] | None:
    """The view in these sizes; None when it does not fit."""
    if view.beside and view.items:
        for part in PARTS_BESIDE:
            top = _top(view, sizes, int(width * part), height)
            if top is not None and _needed(top, None) <= height:
                taken = max((block.wide for block in top), default=0) + max(4, int(8 * sizes.listed.per_dot))
                listed = arranged(view.items, sizes.listed, width - taken, height, sizes.gaps)
                if listed is not None:
                    return _beside(view, top, listed, taken, height)
    top = _top(view, sizes, width, height)
    if top is None:
        return None
    listed = None
    if view.items:
        left = height - _needed(top, None) - (1 if top else 0)
        listed = arranged(view.items, sizes.listed, width, left, sizes.gaps, under=bool(top))
        if listed is None:
            return None
    return _stacked(view, top, listed, height) if _needed(top, listed) <= height else None


def _top(view: Projected, sizes: Sizes, width: int, height: int) -> list[Block] | None:
    """The giant text, the line of the time left, and what goes with it; None when a word is too wide."""
    giant = _giant(view, sizes.giant, width, height)
    lead = balanced(((view.lead, "bold $foreground"),), sizes.lead, width)
    if giant is None or lead is None:
        return None
    time = [Block(sizes.giant)] if view.left is not None else []
    return [*giant, *time, *([Block(sizes.lead, lead)] if lead else [])]


def _giant(view: Projected, size: Size, width: int, height: int) -> list[Block] | None:
    if view.squares:
        drawing = squares(view.squares, width, height, size)
        return None if drawing is None else [Block(size, drawing=tuple(drawing))]
    lines = balanced(((view.giant, f"bold {view.style}"),), size, width)
    return None if lines is None else [Block(size, lines)] if lines else []


def _needed(top: list[Block], listed: Arranged | None) -> int:
    """The rows that all of it takes, with one between two things."""
    every = [block.high for block in top] + ([listed.high] if listed else [])
    return sum(every) + max(0, len(every) - 1)


def _stacked(view: Projected, top: list[Block], listed: Arranged | None, height: int) -> list[Content]:
    """One under the other: the rows that are left become air between them, and above."""
    before = max(0, listed.gap - 1) if listed and top else 0
    air = _air(top, height - _needed(top, listed) - before)
    blocks = [_drawn_block(view, block, top, air) for block in top] + ([listed.drawn()] if listed else [])
    spare = height - sum(map(len, blocks)) - len(blocks) + 1
    between = min(MOST_AIR, 1 + spare // (len(blocks) + 2))
    above = max(0, height - sum(map(len, blocks)) - between * (len(blocks) - 1)) // 3
    found: list[Content] = [Content()] * above
    for place, block in enumerate(blocks):
        last = listed is not None and place == len(blocks) - 1
        air = max(between, listed.gap) if listed and last else between
        found += [*([Content()] * air if place else []), *block]
    return found


def _beside(view: Projected, top: list[Block], listed: Arranged, taken: int, height: int) -> list[Content]:
    """The list on the right, level with the giant text."""
    left = _stacked(view, top, None, _needed(top, None))
    both = side_by_side([left, listed.drawn()], [taken, 0])
    return [*[Content()] * ((height - len(both)) // 3), *both]


def _air(top: list[Block], spare: int) -> int:
    """The rows between two lines of a text, so that tails touch no capital: half a dot, where there is room for it."""
    gaps = sum(len(block.lines) - 1 for block in top if block.lines)
    wanted = max((max(1, block.size.scale // 2) - block.apart for block in top if block.size is not PLAIN), default=0)
    return min(wanted, spare // gaps) if gaps else 0


def _drawn_block(view: Projected, block: Block, top: list[Block], air: int) -> list[Content]:
    if block.lines or block.drawing:
        return block.drawn(air)
    return [_time_line(view, max((other.wide for other in top), default=0), block.size)]


def _time_line(view: Projected, length: int, size: Size) -> Content:
    """A line of which the bright part is the time that is left."""
    bright = round(min(1.0, max(0.0, view.left or 0.0)) * length)
    mark = "━" if size.scale < 3 else "▀"
    return Content.assemble((mark * bright, view.style), (mark * (length - bright), "$line"))


def _crowded(view: Projected, width: int, height: int) -> tuple[list[Content], int]:
    """All of it in ordinary text, and how many rows found no place."""
    texts = ((view.giant, f"bold {view.style}"), (view.lead, "bold $foreground"))
    lines = [line for text in texts for line in broken((text,), PLAIN, width) or ()]
    found = [row for line in lines for row in drawn(line, PLAIN, reaching([line], PLAIN))] + crowded(
        view.shorter or view.items, width
    )
    if len(found) <= height:
        return found, 0
    left_out = len(found) - height + 1
    return [*found[: height - 1], Content.styled(f"… +{left_out}", "$muted")], left_out


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
    def sizes(self) -> Sizes:
        """How large things are drawn now."""
        return laid_out(self._view, *self.size).sizes

    def render(self) -> Content:
        """The view, as large as it fits."""
        return Content("\n").join(laid_out(self._view, *self.size).lines)
