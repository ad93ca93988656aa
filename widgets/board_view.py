"""A board to look at: notes under the titles of their clusters, drawn by line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from widgets.board_layout import GAP, NARROWEST, Block, Column, Face, Layout, lay_out
from widgets.board_marks import Marks
from widgets.board_paint import Manner, Painter, is_terse
from widgets.page import AIR

Part = tuple[Face, Manner, int]
"""A line of a card or a title as it is drawn now."""


class BoardView(ScrollView, can_focus=False):
    """Columns of cards, as many lanes as there is room for. ``show`` says what there is.

    A thousand notes are one widget, and only the lines that changed are drawn again.
    """

    ALLOW_SELECT = False

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *(f"board--cluster-{number}" for number in range(1, 6)),
        *(f"board--{name}" for name in ("loose", "proposed", "bin", "title", "text", "strong", "muted", "line")),
        *(f"board--{name}" for name in ("here", "now", "drop", "advice")),
    }

    DEFAULT_CSS = """
    BoardView {
        height: 1fr; width: 1fr; background: $background; color: $foreground; overflow-x: hidden;
        scrollbar-size-vertical: 1; scrollbar-gutter: stable;
        scrollbar-color: $rest; scrollbar-color-hover: $muted; scrollbar-color-active: $muted;
        scrollbar-background: $background; scrollbar-background-hover: $background;
        scrollbar-background-active: $background;
    }
    BoardView.-scrolls {
        scrollbar-background: $track; scrollbar-background-hover: $track; scrollbar-background-active: $track;
    }
    BoardView > .board--cluster-1 { color: $cluster-1; }
    BoardView > .board--cluster-2 { color: $cluster-2; }
    BoardView > .board--cluster-3 { color: $cluster-3; }
    BoardView > .board--cluster-4 { color: $cluster-4; }
    BoardView > .board--cluster-5 { color: $cluster-5; }
    BoardView > .board--loose { color: $muted; }
    BoardView > .board--proposed { color: $muted; text-style: italic; }
    BoardView > .board--bin { color: $muted; }
    BoardView > .board--title { text-style: bold; }
    BoardView > .board--text { color: $foreground; }
    BoardView > .board--strong { color: $foreground; text-style: bold; }
    BoardView > .board--muted { color: $muted; }
    BoardView > .board--line { color: $line; }
    BoardView > .board--advice { color: $muted; text-style: italic; }
    BoardView > .board--here { background: $panel; }
    BoardView > .board--now { color: $accent; text-style: bold; }
    BoardView > .board--drop { color: $on-accent; background: $accent; text-style: bold; }
    """

    class Arranged(Message):
        """Its cards take another number of lines now, or have another number of them."""

    def __init__(self, *, narrowest: int = NARROWEST, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._narrowest = narrowest
        self.arrangement = Layout()
        self._lines = 0
        self._terse = False
        self._columns: tuple[Column, ...] = ()
        self._cursor = ""
        self._marks = Marks()
        self._alike: frozenset[str] = frozenset()
        self._fresh = ""
        self._drop: str | None = None
        self._painter = Painter(self)
        self._seen: dict[int, list[Part | None]] = {}

    # -- what it shows

    def show(self, columns: Sequence[Column], *, fresh: str = "") -> None:
        """Show these columns; the cursor and the marks stay where they still can. ``fresh`` is the newest card."""
        if tuple(columns) == self._columns and fresh == self._fresh:
            return
        self._columns, self._fresh = tuple(columns), fresh
        self._arrange()

    def lift(self, cards: frozenset[str]) -> None:
        """Lift these cards too, for what they have in common with the one at the cursor."""
        if cards != self._alike:
            self._alike = cards
            self._redraw()

    def _arrange(self) -> None:
        before = self.arrangement
        region = self.scrollable_content_region
        width = region.width - AIR
        if not region.width:
            return  # there is no room yet: it is laid out once there is
        self.arrangement = lay_out(
            self._columns,
            width,
            max(1, region.height),
            narrowest=self._narrowest,
            before=before,
        )
        self._terse = is_terse(self._columns, self.arrangement.width)
        if self.arrangement.width != before.width:
            self._painter.forget()
            self._seen.clear()
        if (self.arrangement.height, self._lines) != (before.height, region.height):
            self._lines = region.height
            self.post_message(self.Arranged())
        self._marks.keep(self.arrangement.at)
        if self._cursor not in self.arrangement.at:
            self._cursor = self.arrangement.instead(self._cursor, before)
        # Room to spare below, so that what comes in does not scroll the whole board at every note.
        spare = _spare(self.size.height) if self.arrangement.height > region.height else 0
        size = Size(region.width, self.arrangement.height + spare)
        self.set_class(size.height > self.size.height > 0, "-scrolls")
        if size != self.virtual_size:
            self._grow(size)
        self._redraw()

    def _grow(self, size: Size) -> None:
        """Take the new size; while the scrollbar stays (or stays away), nothing around it is laid out again."""
        bars = {size.height > self.size.height, self.virtual_size.height > self.size.height}
        if len(bars) > 1 or size.width != self.virtual_size.width:
            self.virtual_size = size
            return
        self.set_reactive(BoardView.virtual_size, size)
        self.vertical_scrollbar.window_virtual_size = size.height
        if self.scroll_y > self.max_scroll_y:
            self.scroll_to(y=self.max_scroll_y, animate=False)

    def on_resize(self) -> None:
        """Lay out again for the new room."""
        self._arrange()

    def notify_style_update(self) -> None:
        """Forget what was painted in another theme."""
        self._painter.forget()
        self._seen.clear()
        super().notify_style_update()

    def reveal(self, key: str) -> None:
        """Scroll until this is seen."""
        block = self.arrangement.at.get(key)
        if block is None or not self.size.height:
            return
        head = self.arrangement.at[block.column.head]
        near = head.top if block.top + block.height - head.top <= self.size.height else block.top
        if near < self.scroll_offset.y:
            self.scroll_to(y=near, animate=False)
        elif block.top + block.height + 1 > self.scroll_offset.y + self.size.height:
            self.scroll_to(y=block.top + block.height + _spare(self.size.height) - self.size.height, animate=False)

    # -- drawing

    def _manner(self, block: Block) -> Manner:
        return Manner(
            air=self.arrangement.air,
            here=block.key == self._cursor and self.has_focus,
            alike=block.key in self._alike,
            marked=block.key in self._marks,
            fresh=block.key == self._fresh,
            drop=block.card is None and self._drop is not None and block.column.id == self._drop,
            terse=self._terse and block.card is None,
        )

    def _parts(self, y: int) -> list[Part | None]:
        """What is drawn on a line of the board, lane by lane."""
        layout, top, high = self.arrangement, self.scroll_offset.y, self.size.height
        blocks = (layout.block(lane, y) for lane in range(len(layout.lanes)))
        return [
            _part(block, y, self._manner)
            if block and (block.key == self._cursor or _is_whole(block, top, high))
            else None
            for block in blocks
        ]

    def _redraw(self) -> None:
        """Draw the lines that are seen and no longer say what they should, and no others."""
        top = self.scroll_offset.y
        changed = [
            Region(0, y, self.size.width, 1)
            for y in range(self.size.height)
            if self._parts(top + y) != self._seen.get(top + y)
        ]
        if changed:
            self.refresh(*changed)

    def render_line(self, y: int) -> Strip:
        """One line of the board."""
        line = self.scroll_offset.y + y
        width = self.scrollable_content_region.width
        parts = self._seen[line] = self._parts(line)
        ground = self._painter.style("")
        blank, gap = Strip.blank(self.arrangement.width, ground), Strip.blank(GAP, ground)
        strips: list[Strip] = []
        for part in parts:
            strips += [self._painter.strip(*part, self.arrangement.width) if part else blank, gap]
        return Strip.join(strips[:-1]).adjust_cell_length(width, ground)


def _is_whole(block: Block, top: int, high: int) -> bool:
    """Whether nothing of a block is cut by the edges of what is seen; a higher one is shown as it is."""
    return block.height > high or (block.top >= top and block.top + block.height <= top + high)


def _part(block: Block, y: int, manner_of: Callable[[Block], Manner]) -> Part | None:
    """What is drawn of a title or a card on a line; nothing when it ended above it."""
    return (block.face, manner_of(block), y - block.top) if y < block.top + block.height else None


def _spare(height: int) -> int:
    """Lines to spare below what is new, of so many that are seen."""
    return max(1, height // 3)
