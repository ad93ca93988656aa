"""A page of cells that the arrows walk through: what a roster and a ledger have in common.

It is filled to its foot: a free row, above which it says how much stands below where that is more than it holds.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import ClassVar

import msgspec
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Click, Resize
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual

from data.i18n import _


class Cell(msgspec.Struct, frozen=True):
    """A piece of a line, ``width`` cells wide; with an ``id`` it can be chosen, together with its other lines.

    One that ``heads`` is a heading: it does not stand alone at the foot of a page.
    """

    content: Content
    width: int
    id: str = ""
    heads: bool = False


Line = Sequence[Cell]

_NOTHING = Cell(Content(""), 0)

AIR = 1
"""A text ends so many cells before its ground does, and so before a scroll bar."""

FOOT, TOLD = 1, 2
"""Rows of the foot, and above it of what is told of what stands below, with a free one above that."""

LOW, LOWEST = 12, 10
"""A page of fewer rows tells that in its foot, below a free row; of fewer than the second right below what it holds."""

HIGH = 20
"""A page of fewer rows gives the free one of its foot, with one that is left above it, to what they hold whole."""

WHOLE = 3
"""Above what is told so an entry of so many lines is in sight whole or not at all."""

GOES_ON = " …"
"""Behind the last line in sight of a longer entry that goes on below it."""

LEAD = " ↓ "
"""Before how much stands below, as wide as the mark before an entry."""


class Page(ScrollView, can_focus=True):
    """Lines of cells, one of which is chosen. A subclass says in ``lay_out`` what they are."""

    DEFAULT_CSS = """
    Page {
        width: 1fr; height: 1fr; background: $background; overflow-x: hidden; overflow-y: auto;
        scrollbar-gutter: stable; scrollbar-size-vertical: 1; scrollbar-color: $rest;
        scrollbar-color-hover: $muted; scrollbar-color-active: $muted; scrollbar-background: $background;
        scrollbar-background-hover: $background; scrollbar-background-active: $background;
        text-wrap: nowrap; text-overflow: clip;
    }
    Page.-scrolls {
        scrollbar-background: $track; scrollbar-background-hover: $track; scrollbar-background-active: $track;
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "walk(-1)", show=False),
        Binding("down", "walk(1)", show=False),
        Binding("left", "across(-1)", show=False),
        Binding("right", "across(1)", show=False),
        Binding("home", "end_of(0)", show=False),
        Binding("end", "end_of(-1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
    ]

    class Moved(Message):
        """Another cell was chosen by a person."""

        def __init__(self, page: Page, id: str) -> None:  # noqa: A002
            super().__init__()
            self.page = page
            self.id = id

        @property
        def control(self) -> Page:
            """The page it happened on."""
            return self.page

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self._lines: list[Line] = []
        self._rows: dict[str, tuple[int, int]] = {}
        self._order: list[str] = []
        self._cursor = ""
        self._foot = FOOT
        self._rooms: dict[tuple[int, str], int] = {}

    # -- what is on it

    def lay_out(self, width: int, height: int) -> list[Line]:
        """The lines for a page of this size: each kind of page has its own."""
        del width, height
        return []

    def draw(self) -> None:
        """Lay out anew; what was chosen stays so, or gives way to its neighbour."""
        size = self.scrollable_content_region.size
        before = list(self._order)
        self._lines = self.lay_out(max(10, size.width - AIR), max(1, size.height - FOOT))
        self._rows = _rows(self._lines)
        self._order = list(dict.fromkeys(cell.id for cell in _by_column(self._lines) if cell.id))
        if self._cursor not in self._order:
            place = before.index(self._cursor) if self._cursor in before else 0
            self._cursor = self._order[min(place, len(self._order) - 1)] if self._order else ""
        more = len(self._lines) > size.height - FOOT and size.height >= LOWEST
        self._foot = FOOT + (TOLD if size.height >= LOW else TOLD - FOOT) * more
        self._rooms.clear()
        self.virtual_size = Size(size.width, len(self._lines) + self._foot)
        self.set_class(self.virtual_size.height > size.height, "-scrolls")  # the bar itself may stay, without its thumb
        self.refresh()

    def on_resize(self, event: Resize) -> None:
        """Lay out for the new size."""
        del event
        self.draw()
        self._reveal()

    @property
    def high(self) -> int:
        """How many rows it takes with its foot, also those out of sight."""
        return len(self._lines) + FOOT if self._lines else 0

    @property
    def _room(self) -> int:
        """How many rows of it stand above its foot at least."""
        return self.size.height - self._foot

    def _bottom(self, top: int) -> int:
        """The first row of it that is out of sight below the foot, from this one on."""
        key = top, self._cursor
        if key not in self._rooms:
            self._rooms[key] = self._most(top) if self._foot > FOOT and self.size.height < HIGH else self._room
        return top + self._rooms[key]

    def _most(self, top: int) -> int:
        """How many rows stand above the foot in a low page: one more than at least where one of those would be free."""
        least = self._room
        last, more = self._last(top, top + least), self._last(top, top + least + 1)
        free = last < least - 1 and self._foot > TOLD
        return least + 1 if free and last < more else least

    def _last(self, top: int, bottom: int) -> int:
        """The last row of the page with something in sight."""
        shown = (y for y in reversed(range(bottom - top)) if self._in_sight(y + top, top, bottom))
        return next(shown, bottom - top - 1)

    @property
    def chosen(self) -> str:
        """The id of the chosen cell; empty when there is none."""
        return self._cursor

    def choose(self, id_: str) -> None:
        """Choose a cell and bring it in view."""
        if id_ != self._cursor and id_ in self._order:
            self._cursor = id_
            self.refresh()
        self.call_after_refresh(self._reveal)

    def _reveal(self) -> None:
        if self._cursor in self._rows:
            first, last = self._rows[self._cursor]
            # With the first cell its heading comes in view too.
            top = 0 if self._cursor == self._order[0] and last < self._room else first
            self.scroll_to_region(Region(0, top, 1, last - top + 1 + self._foot), animate=False, force=True)

    def _shown(self, row: int, column: int, top: int, bottom: int) -> Content:
        """What is shown of a cell: nothing of an entry that began above the page, and no heading right above its foot.

        A long entry that goes on below the page says so, a short one stands there whole or not at all.
        """
        here = self._lines[row][column]
        if not here.id:
            headed = self._headed(row, column)
            return Content("") if headed >= bottom or self._waits(headed, column, bottom) else here.content
        first, last = self._rows[here.id]
        if here.id == self._cursor or last - first >= bottom - top:
            return here.content
        if first < top or self._waits(row, column, bottom):
            return Content("")
        return _going_on(here) if row == bottom - 1 < last else here.content

    def _waits(self, row: int, column: int, bottom: int) -> bool:
        """Whether what stands there is out of sight as a whole, because not all of its few lines are in sight."""
        id_ = next((cell.id for cell in self._lines[row][column : column + 1]), "")
        first, last = self._rows.get(id_, (0, 0))
        return self._foot > FOOT and bottom <= last and last - first < WHOLE and id_ != self._cursor

    def _headed(self, row: int, column: int) -> int:
        """The row of the first entry below a heading, or right below what else stands between entries."""
        rows = range(row + 1, len(self._lines) if self._lines[row][column].heads else min(row + 2, len(self._lines)))
        return next((y for y in rows if any(cell.id for cell in self._lines[y][column : column + 1])), row)

    def _told(self, top: int) -> Content:
        """How many entries stand below it, or that more of a text does; nothing at the end of the page."""
        bottom = self._bottom(top)
        if bottom >= len(self._lines):
            return Content("")
        count = sum(last >= bottom for _first, last in self._rows.values())
        return below(count)

    def _foot_row(self, top: int) -> int:
        """Where that stands: a row of air below what is in sight."""
        if self._foot == FOOT:
            return self.size.height - FOOT
        return min(self._last(top, self._bottom(top)) + TOLD, self.size.height - FOOT)

    def _in_sight(self, row: int, top: int, bottom: int) -> bool:
        columns = (range(len(line)) for line in self._lines[row : row + 1])  # none right after some were taken away
        return any(self._shown(row, column, top, bottom).plain.strip() for each in columns for column in each)

    def render_line(self, y: int) -> Strip:
        """One line of the page, the chosen cell lifted by a ground."""
        top = round(self.scroll_offset.y)
        row = y + top
        width = self.scrollable_content_region.width
        if y == self._foot_row(top):
            return self._strip(self._told(top), width)
        # What was laid out before it had a place, for want of one, is drawn once it has: it would stand in scraps.
        bottom = self._bottom(top)
        if row >= bottom or row >= len(self._lines) or not self.virtual_size.width:
            return Strip.blank(self.size.width, self.visual_style.rich_style)
        parts, air = [], 0
        for column, (cell, behind) in enumerate(pairwise([*self._lines[row], _NOTHING])):
            room = cell.width - air  # the ground of the cell before ends in the blank that this one begins with
            content = self._shown(row, column, top, bottom)[air:].truncate(max(0, room), ellipsis=True)
            chosen = bool(cell.id) and cell.id == self._cursor
            air = AIR if chosen and not behind.content.plain[:AIR].strip() else 0
            content = content.pad_right(max(0, room + air - content.cell_length))
            if chosen:
                content = content.stylize_before("bold on $panel" if self.has_focus else "on $asleep")
            parts.append(content)
        return self._strip(Content("").join(parts), width)

    def _strip(self, content: Content, width: int) -> Strip:
        strips = Visual.to_strips(self, content, width, 1, self.visual_style, pad=True)
        return strips[0] if strips else Strip.blank(width, self.visual_style.rich_style)

    # -- walking through it

    def _go(self, id_: str) -> None:
        if id_ != self._cursor:
            self.choose(id_)
            self.post_message(self.Moved(self, id_))

    def action_walk(self, by: int) -> None:
        """The next cell down, or up; past the foot of a column on at the head of the next."""
        if self._order:
            place = self._order.index(self._cursor) + by
            self._go(self._order[max(0, min(len(self._order) - 1, place))])

    def action_across(self, by: int) -> None:
        """The cell beside it, or the nearest one in that column where nothing stands right beside it."""
        every = [(y, x, cell.id) for y, line in enumerate(self._lines) for x, cell in enumerate(line) if cell.id]
        here = next(((y, x) for y, x, id_ in every if id_ == self._cursor), None)
        if here is None:
            return
        beside = [(abs(x - here[1]), abs(y - here[0]), id_) for y, x, id_ in every if (x - here[1]) * by > 0]
        if beside:
            self._go(min(beside, key=lambda cell: cell[:2])[2])

    def action_end_of(self, place: int) -> None:
        """The first cell or the last one."""
        if self._order:
            self._go(self._order[place])

    def action_page(self, by: int) -> None:
        """A page further."""
        self.action_walk(by * max(1, self._room - 1))

    def on_click(self, event: Click) -> None:
        """The mouse chooses too."""
        offset = event.get_content_offset(self)
        row = offset.y + round(self.scroll_offset.y) if offset else len(self._lines)
        left = 0
        for cell in self._lines[row] if row < len(self._lines) else ():
            left += cell.width
            if offset and offset.x < left:
                if cell.id:
                    self._go(cell.id)
                return


def below(count: int) -> Content:
    """What a foot says: how many entries stand below it, or with none that more of a text does."""
    return Content.styled(LEAD + (_("{n} more below").format(n=count) if count else _("more below")), "$muted")


def _going_on(cell: Cell) -> Content:
    """What a cell says, with a mark that it goes on."""
    said = cell.content.rstrip()
    return Content.assemble(said.truncate(max(0, cell.width - AIR - len(GOES_ON))), (GOES_ON, "$muted"))


def _rows(lines: Sequence[Line]) -> dict[str, tuple[int, int]]:
    """From which line to which each entry stands."""
    found: dict[str, tuple[int, int]] = {}
    for y, line in enumerate(lines):
        for cell in line:
            if cell.id:
                found[cell.id] = found.get(cell.id, (y, y))[0], y
    return found


def _by_column(lines: Sequence[Line]) -> list[Cell]:
    """The cells in reading order: down the first column, then down the next."""
    columns = max((len(line) for line in lines), default=0)
    return [line[column] for column in range(columns) for line in lines if column < len(line)]
