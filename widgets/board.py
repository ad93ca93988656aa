"""The board: notes under the titles of their clusters, drawn by line, walked by arrows, dragged by mouse."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Offset
from textual.message import Message

from widgets.board_layout import NARROWEST, Column
from widgets.board_view import BoardView
from widgets.keys import digit


class Board(BoardView, can_focus=True):
    """Columns of cards. ``show`` says what there is; what the person does comes as messages.

    The cursor stands on a card (by its id) or on the title of a column (by its ``head``).
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "walk('along', -1)", show=False),
        Binding("down", "walk('along', 1)", show=False),
        Binding("left", "walk('beside', -1)", show=False),
        Binding("right", "walk('beside', 1)", show=False),
        Binding("shift+up", "walk('along', -1, True)", show=False),
        Binding("shift+down", "walk('along', 1, True)", show=False),
        Binding("shift+left", "walk('beside', -1, True)", show=False),
        Binding("shift+right", "walk('beside', 1, True)", show=False),
        Binding("home", "walk('along', -100000)", show=False),
        Binding("end", "walk('along', 100000)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("space", "mark", show=False),
        Binding("enter", "choose", show=False),
    ]

    @dataclass
    class Moved(Message):
        """The cursor stands on something else, or other cards are marked."""

        board: Board

    @dataclass
    class Chosen(Message):
        """Enter or a double click on what the cursor stands on."""

        board: Board

    @dataclass
    class Dropped(Message):
        """Cards were dragged to another column (its id)."""

        board: Board
        cards: list[str]
        column: str

    @dataclass
    class Digit(Message):
        """A digit was pressed, also on an AZERTY row."""

        board: Board
        digit: str

    def __init__(self, *, narrowest: int = NARROWEST, id: str | None = None) -> None:  # noqa: A002
        super().__init__(narrowest=narrowest, id=id)
        self._dragged_from: Offset | None = None

    # -- the cursor and the marks

    @property
    def cursor(self) -> str:
        """The id of the card, or the head of the column, that the cursor stands on; empty on an empty board."""
        return self._cursor

    @property
    def column(self) -> Column | None:
        """The column that the cursor stands in."""
        return self.arrangement.column(self._cursor)

    @property
    def card(self) -> str:
        """The id of the card that the cursor stands on, or nothing on a title."""
        block = self.arrangement.at.get(self._cursor)
        return block.card.id if block and block.card else ""

    @property
    def marked(self) -> list[str]:
        """The marked cards, in the order in which they were marked."""
        return list(self._marks)

    @property
    def chosen(self) -> list[str]:
        """The cards that a command is about: the marked ones, otherwise the one at the cursor."""
        return self.marked or ([self.card] if self.card else [])

    def to_copy(self) -> str:
        """The chosen cards, a line each; on a title all of its column."""
        column, chosen = self.column, set(self.chosen)
        texts = {card.id: card.text for each in self.arrangement.columns for card in each.cards}
        if not chosen and column:
            return "\n".join((column.title, *(card.text for card in column.cards)))
        return "\n".join(text for id_, text in texts.items() if id_ in chosen)

    def next_to(self, cards: Iterable[str]) -> str:
        """Where the cursor goes when these cards leave: to the next of the column, the one before, or its title."""
        return self.arrangement.next_to(self._cursor, set(cards))

    def go_to(self, key: str) -> None:
        """Put the cursor on a card or a title, and show it."""
        if key in self.arrangement.at:
            self._cursor = key
            self.reveal(key)
            self._moved()

    def unmark(self) -> bool:
        """Take every mark away; says whether there was one."""
        had = bool(self._marks)
        self._marks.clear()
        self._moved()
        return had

    def _moved(self) -> None:
        self._redraw()
        self.post_message(self.Moved(self))

    def action_walk(self, way: str, steps: int, marking: bool = False) -> None:
        """Move the cursor along its lane, or to a lane beside it, marking what it passes; going back unmarks."""
        if self._cursor not in self.arrangement.at:
            return
        step = self.arrangement.along if way == "along" else self.arrangement.beside
        to = step(self._cursor, steps)
        if marking and to != self._cursor:
            cards = {key for key in (self._cursor, to) if self.arrangement.at[key].card}
            self._marks.extend(self._cursor, to, cards)
        self.go_to(to)

    def action_page(self, pages: int) -> None:
        """Move the cursor a screen up or down."""
        here = self.arrangement.at.get(self._cursor)
        if here is None:
            return
        y = max(0, here.top + pages * max(1, self.size.height - 1))
        target = self.arrangement.block(here.lane, y)
        self.go_to(target.key if target else self.arrangement.lanes[here.lane][0].key)

    def action_mark(self) -> None:
        """Mark the card at the cursor or unmark it, and go to the next; on a title, all of its cards."""
        block = self.arrangement.at.get(self._cursor)
        if block is None:
            return
        self._marks.toggle([block.card.id] if block.card else [card.id for card in block.column.cards])
        self.go_to(self.arrangement.along(self._cursor, 1) if block.card else self._cursor)

    def action_choose(self) -> None:
        """Say that Enter was pressed here."""
        if self._cursor:
            self.post_message(self.Chosen(self))

    def on_key(self, event: events.Key) -> None:
        """Digits are for the screen."""
        if (number := digit(event)) is not None:
            event.stop()
            event.prevent_default()
            self.post_message(self.Digit(self, number))

    def watch_has_focus(self, has_focus: bool) -> None:
        """Show the cursor, or hide it."""
        super().watch_has_focus(has_focus)
        self._redraw()

    # -- the mouse

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Choose what is under the mouse, and perhaps begin to drag it."""
        place = _under(self, event)
        block = self.arrangement.hit(*place) if place else None
        if block is None:
            return
        if (event.shift or event.ctrl) and block.card:
            self._marks.toggle([block.card.id])
        self.go_to(block.key)
        if block.card:
            self._dragged_from = place
            self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Show where the dragged cards would go."""
        place = _under(self, event)
        if self._dragged_from is None or place is None or place == self._dragged_from:
            return
        column = self.arrangement.area(*place)
        drop = column.id if column and column is not self.column else None
        if drop != self._drop:
            self._drop = drop
            self._redraw()

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """Drop the cards."""
        del event
        self.release_mouse()
        drop, self._drop, self._dragged_from = self._drop, None, None
        if drop is not None:
            cards = self.marked if self.card in self._marks else [self.card]
            self.post_message(self.Dropped(self, cards, drop))
            self._redraw()

    def on_click(self, event: events.Click) -> None:
        """Twice is choosing."""
        if event.chain == 2:
            self.action_choose()


def _under(board: BoardView, event: events.MouseEvent) -> Offset | None:
    """What place of the board is under the mouse; None beside it."""
    offset = event.get_content_offset(board)
    return offset + board.scroll_offset if offset is not None else None
