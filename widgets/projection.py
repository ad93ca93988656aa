"""What the room sees, in one layout: a line of status, one thing giant, and a list as large as all of it fits."""

from __future__ import annotations

from functools import lru_cache, partial
from itertools import pairwise, product
from operator import ge
from typing import NamedTuple

import msgspec
from msgspec.structs import replace
from textual.content import Content
from textual.widget import Widget

from widgets.large_block import Block, spread_out
from widgets.large_column import Air, Column
from widgets.large_drawings import squares
from widgets.large_head import head
from widgets.large_list import Arranged, arranged, crowded
from widgets.large_now import with_air
from widgets.large_sizes import FLUSH, Ease, Sizes, tries
from widgets.large_text import Line, balanced, broken, drawn, parted, reaching, seamed, sentences, side_by_side, wide
from widgets.letters import LEAN, PLAIN, SMALL, Size, fuller, halves, rows
from widgets.projected import Item, Projected

PARTS_BESIDE = (1 / 3, 1 / 2, 2 / 3)
"""The part of the width that the giant text may take where the list stands beside it."""

WIDE = 100
"""Columns from which on ordinary text is too small for the back row, where more of them share the wall."""

NEAR = 2
"""Rows over a list that it does not give up for one above all."""

MOST_AIR = 3
"""Rows between the giant text, what goes with it, and the list, at the most."""

FAR = 4
"""Rows over a list on a high wall of which one goes to the foot, where no row is left."""

HIGH = 44
"""Rows from which on a row more stands free under the line of status, where letters and air are no less for it."""

OPTICAL = 2 / 5
"""The part of the rows that are left which stands above: what is seen as the middle lies over the one measured."""

MOST_BROKEN = 3 / 2
"""How many times as many lines a list may take where there is air in it."""

KEPT_OF_DRAWING = 5 / 6
"""The part of the width of what is drawn in a list that bold letters leave of it."""


class LaidOut(msgspec.Struct, frozen=True):
    """The rows as drawn, how large things came out, and how many rows found no place."""

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
    above = head(view, width)
    margin = 2 if width < 100 else 4
    inner, room = max(1, width - 2 * margin), max(1, height - len(above))
    legible = _legible(view, width, height)
    found = _largest(view, inner, room, legible)
    if view.apiece and (found is None or (view.items and found.listed is PLAIN)):
        # For lines of its own to each sentence, a list is not ordinary text.
        joined = _largest(replace(view, apiece=False), inner, room, legible)
        found = joined if found is None or (joined and joined.listed is not PLAIN) else found
    if "\u00a0" in view.giant and (found is None or found.giant in {SMALL, PLAIN}):
        # What is tied, such as a name, is broken before it is small.
        return laid_out(replace(view, giant=view.giant.replace("\u00a0", " ")), width, height)
    found = found or _crowded(view, inner, room)
    beside = min(margin // 2, max(1, int(2 * found.listed.per_dot)))
    rows = [_indented(row, margin) for row in found.lines]
    return replace(found, lines=(*above, *with_air(rows, room, beside)))


def _legible(view: Projected, width: int, height: int) -> int:
    """The rows of a screen on which all is to be legible, 0 for others.

    On a narrow one ordinary text is read, and goes only before a list that names each of its entries in drawn letters.
    """
    if not view.legible:
        return 0
    return height if width >= WIDE else int(len(view.shorter) == len(view.items))


def _largest(view: Projected, width: int, height: int, legible: int) -> LaidOut | None:
    """The best that fits in so many columns and rows under the line of status; None when nothing does."""
    chosen = _chosen(view.still, width, height, legible)
    if chosen is None:
        return None
    sizes, items, over = chosen
    shown, room = replace(view, items=items), height - sizes.ease.free - over
    found = _fitted(shown, sizes, width, room)
    if found is None:
        return None
    found = (not view.giant and _bolder(shown, sizes, width, room, found)) or found
    return LaidOut((*[Content()] * over, *found.lines), sizes)


def _bolder(view: Projected, sizes: Sizes, width: int, height: int, thin: Standing) -> Standing | None:
    """The same where no giant text stands over what is drawn: letters as bold as leaves the drawings nearly as wide."""
    least = [cells * KEPT_OF_DRAWING for cells in thin.drawn]
    tried = (_fitted(view, replace(sizes, listed=size), width, height) for size in fuller(sizes.listed) if least)
    alike = (one for one in tried if one and len(one.drawn) == len(least))
    return next((one for one in alike if all(map(ge, one.drawn, least))), None)


@lru_cache(maxsize=32)
def _chosen(view: Projected, width: int, height: int, legible: int) -> tuple[Sizes, tuple[Item, ...], int] | None:
    """The best sizes, with the items in the wording that fits, and the rows of air over them besides.

    Kept, since a clock goes on each second.
    """
    for sizes, items in tries(view, width, legible):
        shown = replace(view, items=items)
        if fit := _fitted(shown, sizes, width, height - sizes.ease.free):
            lower = _fitted(shown, sizes, width, height - sizes.ease.free - 1) if height >= HIGH and items else None
            return sizes, items, int(lower is not None and lower.air == fit.air and lower.over >= min(fit.over, NEAR))
    return None


def _indented(row: Content, margin: int) -> Content:
    return Content.assemble(" " * margin, row) if row.cell_length else row


class Standing(NamedTuple):
    """Rows, the list in them, and how many of them are over it."""

    lines: list[Content]
    listed: Arranged | None = None
    over: int = 0

    @property
    def air(self) -> Air | None:
        """The air in its list."""
        return self.listed.air if self.listed else None

    @property
    def drawn(self) -> list[int]:
        """The cells of what is drawn in its list."""
        return [row.cell_length for entry in self.listed.entries for row in entry.drawing] if self.listed else []


def _fitted(view: Projected, sizes: Sizes, width: int, height: int) -> Standing | None:
    """The view in these sizes; None when it does not fit."""
    ease = sizes.ease
    if view.beside and view.items and (abreast := _abreast(view, sizes, width, height)):
        return abreast
    for apiece in (True,) if view.apiece else (True, False):
        top = _top(view, sizes, width, height, apiece=apiece)
        if top is None or _needed(top, ease) > height:
            continue
        listed = _listed(view, sizes, top, width, height) if view.items else None
        if listed or not view.items:
            found = _stacked(view, top, listed, height, ease)
            return found if listed else Standing(_in_the_middle(found.lines, width))
    return None


def _abreast(view: Projected, sizes: Sizes, width: int, height: int) -> Standing | None:
    """The list beside the giant text, which is as bold as it may be where the list has room all the same."""
    ease = sizes.ease
    for part, full in product(PARTS_BESIDE, (True, False)):
        top = _top(view, sizes, int(width * part), height, full=full)
        if top is None or _needed(top, ease) > height:
            continue
        taken = max((block.wide for block in top), default=0) + max(4, int(8 * sizes.listed.per_dot))
        listed = arranged(view.items, sizes.listed, width - taken, height, ease.airs, close=ease.close)
        if listed is not None:
            return Standing(_beside(view, sizes, top, listed, (taken, height)), listed)
    return None


def _listed(view: Projected, sizes: Sizes, top: list[Block], width: int, height: int) -> Arranged | None:
    """The list under these; None where it does not fit, or where a heading or much of it is broken for air."""

    def within(ease: Ease, left: int) -> Arranged | None:
        rows, above = left - _needed(top, ease), partial(_over, top, ease)
        return arranged(view.items, sizes.listed, width, rows, ease.airs, above=above, close=ease.close)

    least = within(replace(FLUSH[-1], close=sizes.ease.close), height + sizes.ease.free)
    found = within(sizes.ease, height) if least else None
    if not found or not least or found.broken > least.broken * MOST_BROKEN or found.headed > least.headed:
        return None
    # Columns in which texts are broken would be the price of letters that are higher than wide.
    columned = len(found.pitches) > 1 and found.broken > len(found.entries)
    if columned and sizes.giant in LEAN:
        return None
    return found


def _top(
    view: Projected, sizes: Sizes, width: int, height: int, *, apiece: bool = False, full: bool = True
) -> list[Block] | None:
    """The giant text, the line of the time left, and what goes with it; None when a word is too wide.

    ``apiece`` gives each sentence of the giant text lines of its own. Beside lean letters nothing is broken.
    Not ``full`` ones are no bolder than they have to be.
    """
    filled = width if full else 0
    giant = _giant(view, sizes.giant, width, height, sizes.ease, apiece=apiece, filled=filled)
    goes_with = ((view.lead, "bold $foreground"),)
    lead = balanced(goes_with, sizes.lead, width)
    if giant is None or lead is None or (sizes.giant in LEAN and len(lead) > 1):
        return None
    time = [Block(sizes.giant)] if view.left is not None else []
    if not lead:
        return [*giant, *time]
    counts, apart = sentences(goes_with, lead), sizes.ease.between(sizes.lead)
    return [*giant, *time, Block(_filling(sizes.lead, lead, filled), lead, sentences=counts, apart=apart)]


@lru_cache(maxsize=2048)
def _filling(size: Size, lines: tuple[Line, ...], width: int) -> Size:
    """The same letters as broad and bold as all of these lines fit: no thinner than they have to be.

    It is asked again for every size and air of a list that is tried.
    """
    return next((each for each in fuller(size) if all(wide(line, each) <= width for line in lines)), size)


def _giant(
    view: Projected, size: Size, width: int, height: int, ease: Ease, *, apiece: bool, filled: int
) -> list[Block] | None:
    """The giant text, or what is drawn in its place; its letters fill so many columns where they can."""
    if view.squares:
        drawing = squares(view.squares, width, height, size)
        return None if drawing is None else [Block(size, drawing=tuple(drawing))]
    parts = ((view.giant, f"bold {view.style}"),)
    found = (
        [parted([sentence], size, width) for sentence in seamed(parts)]
        if apiece and view.giant
        else [balanced(parts, size, width)]
    )
    lines = tuple(line for sentence in found for line in sentence or ())
    if not all(found) and view.giant:
        return None
    counts = sentences(parts, lines) if lines else ()
    broad = _filling(size, lines, filled)
    return [Block(broad, lines, sentences=counts, apart=ease.between(size), snug=ease.snug)] if lines else []


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
    # What stands free under its headings does not bring these nearer to the giant text.
    tails = air.tails * column.spacing.tailed
    return max(ease.above(top[-1], None), column.apart(air) + more + ease.apart, NEAR * tails)


def _stacked(view: Projected, top: list[Block], listed: Arranged | None, height: int, ease: Ease) -> Standing:
    """One under the other: the rows that are left become air between them, and above."""
    gaps = [ease.above(*pair) for pair in pairwise(top)]
    last = [] if listed is None else listed.drawn()
    if listed and top:
        gaps.append(_over(top, ease, listed.bands[0][0], listed.air))
    taken = sum(block.high for block in top) + len(last) + sum(gaps)
    # The last row of the screen stays free where it can.
    height = max(taken, height - (ease.free == 0))
    air = spread_out(top, height - taken)
    blocks = [_drawn_block(view, block, top, air) for block in top] + ([last] if last else [])
    spare = height - sum(map(len, blocks)) - sum(gaps)
    more = spare // (len(blocks) + 2) or int(listed is not None and 0 < len(gaps) <= spare)
    gaps = [max(gap, min(MOST_AIR, gap + more)) for gap in gaps]
    gaps = _falling(
        gaps, height - sum(map(len, blocks)) - sum(gaps), loose=listed is not None and len(listed.entries) == 1
    )
    spare = height - sum(map(len, blocks)) - sum(gaps)
    if listed and gaps and not spare and height >= HIGH and gaps[-1] > FAR:
        # On a high wall one row at the foot is thin under letters so large.
        gaps[-1], spare = gaps[-1] - 1, 1
    above = int(spare * OPTICAL)
    found: list[Content] = [Content()] * above
    for place, block in enumerate(blocks):
        found += [*[Content()] * (gaps[place - 1] if place else 0), *block]
    return Standing(found, listed, gaps[-1] if listed and top else 0)


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
    stacked = _stacked(view, top, None, _needed(top, sizes.ease), sizes.ease)
    both = side_by_side([stacked.lines, listed.drawn()], [left, 0])
    return [*[Content()] * int((height - len(both)) * OPTICAL), *both]


def _in_the_middle(rows: list[Content], width: int) -> list[Content]:
    """The rows as one block with as much beside it at the left as at the right."""
    return [_indented(row, (width - max(row.cell_length for row in rows)) // 2) for row in rows]


def _drawn_block(view: Projected, block: Block, top: list[Block], air: int) -> list[Content]:
    if block.lines or block.drawing:
        return block.drawn(air)
    return [_time_line(view, max((other.wide for other in top), default=0), block.size)]


def _time_line(view: Projected, length: int, size: Size) -> Content:
    """A line of which the bright part is the time that is left."""
    bright = round(min(1.0, max(0.0, view.left or 0.0)) * length)
    mark = "━" if size.scale < 3 else "▀"
    return Content.assemble((mark * bright, view.style), (mark * (length - bright), "$rest"))


def _crowded(view: Projected, width: int, height: int) -> LaidOut:
    """All of it in ordinary text, and how many rows found no place."""
    texts = ((view.giant, f"bold {view.style}"), (view.lead, "bold $foreground"))
    lines = [line for text in texts for line in broken((text,), PLAIN, width) or ()]
    found = [row for line in lines for row in drawn(line, PLAIN, reaching([line], PLAIN))] + crowded(
        view.shorter or view.items, width
    )
    if len(found) <= height:
        return LaidOut(tuple(found), Sizes())
    left_out = len(found) - height + 1
    return LaidOut((*found[: height - 1], Content.styled(f"… +{left_out}", "$muted")), Sizes(), left_out)


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
