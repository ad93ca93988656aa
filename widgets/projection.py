"""What the room sees, in one layout: a line of status, one thing giant, and a list as large as all of it fits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby, pairwise, product

import msgspec
from msgspec.structs import replace
from rich.cells import cell_len
from textual.content import Content
from textual.widget import Widget

from widgets.face import FACE
from widgets.large_block import Block, spread_out
from widgets.large_column import Air, Column
from widgets.large_drawings import squares
from widgets.large_list import AIRY, TIGHT, Arranged, arranged, crowded
from widgets.large_text import balanced, broken, drawn, parted, reaching, seamed, side_by_side, wide
from widgets.letters import GIANT, HUGE, LARGE, LEAN, NARROW, PLAIN, SIZES, SLIM, SMALL, TALL, Size, halves, rows
from widgets.projected import Item, Projected

LIST_SIZES = (LARGE, TALL, NARROW, SMALL, PLAIN)
ALONE = tuple(size for size in SIZES if size not in LEAN)
LEAD_SIZES = (HUGE, GIANT, LARGE, SLIM, TALL, NARROW, PLAIN)

PARTS_BESIDE = (1 / 3, 1 / 2, 2 / 3)
"""The part of the width that the giant text may take where the list stands beside it."""

WIDE = 100
"""Columns from which on ordinary text is too small for the back row, where more of them share the wall."""

LEGIBLE = 15
"""How many capitals above each other fill a screen at the most, for what is read from the back row."""

MOST_AIR = 3
"""Rows between the giant text, what goes with it, and the list, at the most."""

SHORT = 2 / 3
"""The part of the longest line that a word on a line of its own is to take, where the text stands alone."""


MOST_BROKEN = 3 / 2
"""How many times as many lines a list may take where there is air in it."""


class Ease(msgspec.Struct, frozen=True):
    """The air there is to be: in the list, ``apart`` from the giant text, and ``free`` rows at the bottom.

    In a ``close`` list tails may touch what stands below them.
    """

    airs: tuple[Air, ...]
    apart: bool = False
    free: int = 0
    close: bool = False

    def above(self, block: Block, after: Block | None) -> int:
        """The rows between these two at the least, more where they stand apart; the list comes after the last."""
        if not self.apart or not block.lines:
            return 1
        return 1 + (block.size.scale if after is None else block.size.scale // 2 if after.lines else 0)


EASES = (Ease(AIRY, apart=True, free=1), Ease(AIRY, free=1), Ease(AIRY))
"""From the most air to the least."""

TIGHTER = tuple(replace(ease, airs=TIGHT) for ease in EASES)
"""The same for a list without any."""

CLOSE = (replace(TIGHTER[-1], close=True),)
"""For one that would be ordinary text otherwise."""


class Sizes(msgspec.Struct, frozen=True):
    """How large the giant text, what goes with it, and the list are, and the air there is."""

    giant: Size = PLAIN
    lead: Size = PLAIN
    listed: Size = PLAIN
    ease: Ease = TIGHTER[-1]


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
    for sizes, items in _tries(view, inner, height if view.legible and width >= WIDE else 0):
        worded = replace(view, items=items)
        found = _fitted(worded, sizes, inner, room - sizes.ease.free)
        if found is not None:
            return LaidOut((*head, *(_indented(row, margin) for row in found)), sizes)
    if view.apiece:
        return laid_out(replace(view, apiece=False), width, height)
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


def _tries(view: Projected, width: int, legible: int) -> Iterator[tuple[Sizes, tuple[Item, ...]]]:
    """Sizes with the items in one wording, the best first.

    On a screen of so many rows on which all is to be ``legible`` (0 for others), that goes before what is crammed.
    """
    lists = (view.items, view.shorter) if view.shorter else (view.items,)
    every = [(items, listed) for items in lists for listed in _list_sizes(view, items)]
    for last in (False, True) if legible else (True,):
        for items, listed in every:
            wordings = _wordings(items, listed)
            for sizes in _sizes(view, items, listed, width):
                if last or _reads(sizes, legible, whole=items is view.items):
                    yield from ((sizes, wording) for wording in wordings)
    # Where a long giant text and its list leave no room for each other, it is in the smallest letters that are drawn.
    yield from ((Sizes(SMALL), items) for items in lists)


def _reads(sizes: Sizes, height: int, *, whole: bool) -> bool:
    """Whether a list is drawn; the ``whole`` one in letters for the back row, and with air in it."""
    if not whole:
        return sizes.listed is not PLAIN
    return sizes.listed.cap * LEGIBLE >= height and sizes.ease in EASES


def _wordings(items: tuple[Item, ...], size: Size) -> list[tuple[Item, ...]]:
    """The list in full, then with what is said in short; this is broken only where it would not be drawn otherwise."""
    if all(item.short in {"", item.text} for item in items):
        return [items]
    short = tuple(replace(item, text=item.short or item.text) for item in items)
    broken_off = [tuple(replace(item, short="") for item in short)] if size in {NARROW, SMALL, PLAIN} else []
    return [items, short, *broken_off]


def _list_sizes(view: Projected, items: tuple[Item, ...]) -> Sequence[Size]:
    """The sizes that the list may have: larger ones where it stands alone."""
    return (LIST_SIZES if view.giant or view.squares or view.lead else ALONE) if items else (PLAIN,)


def _sizes(view: Projected, items: tuple[Item, ...], listed: Size, width: int) -> Iterator[Sizes]:
    """Sizes for what goes with the giant text, and for that text: some air in the list comes first.

    For air around it the giant text becomes narrower where its letters are large, not lower; lean letters have it.
    """
    for lead in LEAD_SIZES if view.lead else (listed,):
        if SIZES.index(lead) <= SIZES.index(listed):
            alone = not (view.lead or items)
            giants = _giants(view, lead, alone=alone)
            giants = _calm(view, giants, width) if alone else giants
            tighter = (TIGHTER, CLOSE) if listed is SMALL else (TIGHTER,)
            for eases in (EASES, *tighter) if items else (EASES,):
                for _key, as_high in groupby(giants, partial(_as_good, alone=alone)):
                    for ease, giant in product(eases, tuple(as_high)):
                        if giant not in LEAN or ease == EASES[0]:
                            yield Sizes(giant, lead, listed, ease)


def _as_good(giant: Size, *, alone: bool) -> float | str:
    """The same for sizes of which one takes the place of another for air: as high, or any where nothing else stands."""
    return "" if alone else giant.cap if giant.scale > 1 else giant.name


def _calm(view: Projected, sizes: Sequence[Size], width: int) -> tuple[Size, ...]:
    """The sizes of a text that stands alone: lean letters as high go before those that leave a short word alone."""
    found: list[Size] = []
    for size in sizes:
        if _lonely(view, size, width):
            found += [one for one in LEAN if one.cap >= size.cap and not _lonely(view, one, width)]
        found.append(size)
    return tuple(dict.fromkeys(found))


def _lonely(view: Projected, size: Size, width: int) -> bool:
    """Whether a word that is short beside the longest line has one for itself."""
    lines = balanced(((view.giant, ""),), size, width) or ()
    longest = max((wide(line, size) for line in lines), default=0)
    return any(len(line) == 1 and wide(line, size) < longest * SHORT for line in lines)


def _giants(view: Projected, lead: Size, *, alone: bool) -> tuple[Size, ...]:
    """The sizes that the giant text may have above what goes with it.

    It may be as large as the list beside it, and where the view says so as one that would be ordinary text otherwise.
    """
    if not view.squares and not any(FACE.dots(word) for word in view.giant.split()):
        return (PLAIN,)
    if alone:
        return SIZES
    most = SIZES.index(lead) + (not view.lead and (view.beside or (view.level and lead is NARROW)))
    # Counts are few and bold: a list that is all words may be a size larger.
    return SIZES[: most + 1] if view.squares else SIZES[: min(most, SIZES.index(SMALL))]


def _fitted(view: Projected, sizes: Sizes, width: int, height: int) -> list[Content] | None:
    """The view in these sizes; None when it does not fit."""
    ease = sizes.ease
    if view.beside and view.items:
        for part in PARTS_BESIDE:
            top = _top(view, sizes, int(width * part), height)
            if top is not None and _needed(top, ease) <= height:
                taken = max((block.wide for block in top), default=0) + max(4, int(8 * sizes.listed.per_dot))
                listed = arranged(view.items, sizes.listed, width - taken, height, ease.airs, close=ease.close)
                if listed is not None:
                    return _beside(view, sizes, top, listed, (taken, height))
    for apiece in (True,) if view.apiece else (True, False):
        top = _top(view, sizes, width, height, apiece=apiece)
        if top is None or _needed(top, ease) > height:
            continue
        listed = _listed(view, sizes, top, width, height) if view.items else None
        if listed or not view.items:
            return _stacked(view, top, listed, height, ease)
    return None


def _listed(view: Projected, sizes: Sizes, top: list[Block], width: int, height: int) -> Arranged | None:
    """The list under these; None where it does not fit, or where much of it is broken for the air in it."""
    tightest = replace(TIGHTER[-1], close=sizes.ease.close)
    found, least = (
        arranged(
            view.items,
            sizes.listed,
            width,
            left - _needed(top, ease),
            ease.airs,
            above=partial(_over, top, ease),
            close=ease.close,
        )
        for ease, left in ((sizes.ease, height), (tightest, height + sizes.ease.free))
    )
    return found if found and least and found.broken <= least.broken * MOST_BROKEN else None


def _top(view: Projected, sizes: Sizes, width: int, height: int, *, apiece: bool = False) -> list[Block] | None:
    """The giant text, the line of the time left, and what goes with it; None when a word is too wide.

    ``apiece`` gives each sentence of the giant text lines of its own. Beside lean letters nothing is broken.
    """
    giant = _giant(view, sizes.giant, width, height, apiece=apiece)
    lead = balanced(((view.lead, "bold $foreground"),), sizes.lead, width)
    if giant is None or lead is None or (sizes.giant in LEAN and len(lead) > 1):
        return None
    time = [Block(sizes.giant)] if view.left is not None else []
    return [*giant, *time, *([Block(sizes.lead, lead)] if lead else [])]


def _giant(view: Projected, size: Size, width: int, height: int, *, apiece: bool) -> list[Block] | None:
    if view.squares:
        drawing = squares(view.squares, width, height, size)
        return None if drawing is None else [Block(size, drawing=tuple(drawing))]
    parts = ((view.giant, f"bold {view.style}"),)
    lines = parted(seamed(parts), size, width) if apiece and view.giant else balanced(parts, size, width)
    return None if lines is None else [Block(size, lines)] if lines else []


def _needed(top: list[Block], ease: Ease) -> int:
    """The rows that these take, with the least between them."""
    return sum(block.high for block in top) + sum(ease.above(*pair) for pair in pairwise(top))


def _over(top: list[Block], ease: Ease, column: Column, air: Air) -> int:
    """The rows over a list: it is no nearer to the giant text than its entries are to each other.

    Most lines have no tails: what stays free for these between two entries counts too.
    """
    if not top:
        return 0
    free = 2 * rows(column.size, column.shared) - halves(column.size, column.shared._replace(below=0))
    more = max(0, -((top[-1].under - free) // 2))
    return max(ease.above(top[-1], None), column.apart(air) + more + ease.apart)


def _stacked(view: Projected, top: list[Block], listed: Arranged | None, height: int, ease: Ease) -> list[Content]:
    """One under the other: the rows that are left become air between them, and above."""
    gaps = [ease.above(*pair) for pair in pairwise(top)]
    last = [] if listed is None else listed.drawn()
    if listed and top:
        gaps.append(_over(top, ease, listed.bands[0][0], listed.air))
    taken = sum(block.high for block in top) + len(last) + sum(gaps)
    air = spread_out(top, height - taken)
    blocks = [_drawn_block(view, block, top, air) for block in top] + ([last] if last else [])
    more = (height - sum(map(len, blocks)) - sum(gaps)) // (len(blocks) + 2)
    gaps = [max(gap, min(MOST_AIR, gap + more)) for gap in gaps]
    gaps = _falling(
        gaps, height - sum(map(len, blocks)) - sum(gaps), loose=listed is not None and len(listed.entries) == 1
    )
    above = max(0, height - sum(map(len, blocks)) - sum(gaps)) // 3
    found: list[Content] = [Content()] * above
    for place, block in enumerate(blocks):
        found += [*[Content()] * (gaps[place - 1] if place else 0), *block]
    return found


def _falling(gaps: list[int], spare: int, *, loose: bool) -> list[int]:
    """The gaps, none smaller than the next one where rows are spare; a ``loose`` last one gives rows up as well."""
    found = list(gaps)
    for place in reversed(range(len(found) - 1)):
        lacking = max(0, found[place + 1] - found[place])
        more = min(lacking, spare)
        given = (lacking - more + 1) // 2 if loose and place == len(found) - 2 else 0
        found[place : place + 2] = [found[place] + more + given, found[place + 1] - given]
        spare -= more
    return found


def _beside(view: Projected, sizes: Sizes, top: list[Block], listed: Arranged, room: tuple[int, int]) -> list[Content]:
    """The list on the right, so many columns from the left, level with the giant text."""
    left, height = room
    both = side_by_side([_stacked(view, top, None, _needed(top, sizes.ease), sizes.ease), listed.drawn()], [left, 0])
    return [*[Content()] * ((height - len(both)) // 3), *both]


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
