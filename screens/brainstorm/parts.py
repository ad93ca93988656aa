"""Everything that is done in a brainstorm, on one canvas: each part has its commands, its state and its hint."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from textual.content import Content
from textual.widgets import Input

from data.i18n import _
from screens.brainstorm.arranging import Arranging
from screens.brainstorm.asking import Asking
from screens.brainstorm.canvas import Canvas
from screens.brainstorm.capture import Capturing
from screens.brainstorm.clustering import Clustering
from screens.brainstorm.filtering import Filtering
from screens.brainstorm.going import Going
from screens.brainstorm.grouping import Grouping
from screens.brainstorm.line import AskLine
from screens.brainstorm.polling import Polling
from screens.brainstorm.questions import Questions
from screens.brainstorm.room import Doing
from screens.brainstorm.sending import Sending
from screens.brainstorm.subgroups import Subgroups
from screens.brainstorm.suggesting import Suggesting
from screens.brainstorm.weighing import Weighing
from screens.shell.air import give_way
from screens.shell.screen import KringScreen
from widgets.board import Board
from widgets.capture_line import CaptureLine
from widgets.command import Bound

ALWAYS: tuple[Any, ...] = (
    Going,
    Capturing,
    Asking,
    Arranging,
    Clustering,
    Suggesting,
    Weighing,
    Polling,
    Sending,
    Questions,
    Subgroups,
    Filtering,
)
"""The kinds of parts whose commands always count."""

AT_TIMES: tuple[Any, ...] = (Grouping,)
"""Those whose commands come before the others while they are shown."""


class Parts:
    """The parts, and which of them a key, a digit, Enter or Esc is for."""

    def __init__(self, screen: KringScreen) -> None:
        self.canvas = Canvas(screen, self._hint)
        self.going = Going(self.canvas, self._let_go)
        self.asking = Asking(self.canvas)
        self.capturing = Capturing(self.canvas)
        self.suggesting = Suggesting(self.canvas)
        self.arranging = Arranging(self.canvas, self.asking, self.suggesting)
        self.clustering = Clustering(self.canvas, self.asking)
        self.weighing = Weighing(self.canvas)
        self.polling = Polling(self.canvas, self.asking)
        self.sending = Sending(self.canvas, self.asking)
        self.questions = Questions(self.canvas, self.asking)
        self.subgroups = Subgroups(self.canvas)
        self.filtering = Filtering(self.canvas, self.asking)
        self.canvas.instead = self.suggesting.columns

    # -- commands

    def commands(self) -> list[Bound]:
        """Those that count where the person is, the first one for a key before others."""
        where = self.canvas.where
        return [Bound(command, part) for part in self._in_order() for command in part.KEYS.at(where)]

    def _in_order(self) -> list[Any]:
        kinds = {type(part): part for part in vars(self).values()}
        front = [self.suggesting.grouping] if self.suggesting.shown == "grouping" else []
        return [*front, *(kinds[kind] for kind in ALWAYS)]

    @property
    def doing(self) -> Doing:
        """What the room sees of what is done here."""
        return Doing(
            self.questions.reviving, self.weighing.on, self.polling.polled, tuple(self.suggesting.columns() or ())
        )

    # -- what the line and the board say

    def line_says(self, event: Input.Changed | Input.Submitted | CaptureLine.Pasted) -> None:
        """Something was typed, entered or pasted, in the line or in the one in which something is asked."""
        asked = isinstance(event.control, AskLine)
        match event:
            case Input.Changed():
                (self.asking if asked else self.capturing).typed(event.value)
            case Input.Submitted() if asked:
                self.asking.answered(event.value)
            case Input.Submitted():
                self.capturing.entered(event.value)
            case CaptureLine.Pasted() if not asked:
                self.capturing.pasted(event)

    def board_says(self, event: Board.Moved | Board.Chosen | Board.Digit | Board.Dropped | Board.Arranged) -> None:
        """The cursor moved, Enter or a digit was pressed, or cards were dragged."""
        match event:
            case Board.Digit():
                self._number(event.digit)
            case Board.Chosen():
                self._chosen()
            case Board.Arranged():
                give_way(self.canvas.screen, self.canvas.board)
            case Board.Dropped():
                self.arranging.dropped(event.cards, event.column)
            case Board.Moved():
                self.weighing.moved()
                self.canvas.show_hint()

    def _number(self, digit: str) -> None:
        if self.weighing.on:
            self.weighing.number(digit)
        elif not self.polling.takes_number():
            self.arranging.number(digit)

    def _chosen(self) -> None:
        if self.polling.takes_number() or self.arranging.chosen():
            return
        if self.canvas.cluster:
            self.clustering.rename()

    def _let_go(self) -> bool:
        """Esc on the board: what is held goes, one after the other; says whether there was something."""
        letting: tuple[Callable[[], bool], ...] = (
            self.suggesting.let_go,
            self.weighing.let_go,
            self.arranging.let_go,
            self.filtering.let_go,
        )
        had = any(let_go() for let_go in letting)
        if had:
            self.canvas.show_hint()
        return had

    def went_on(self) -> None:
        """The focus is elsewhere: what was asked is left, unless one is still there."""
        if self.canvas.screen.focused in (self.canvas.board, self.canvas.line):
            self.asking.left()
        self.canvas.show_hint()

    # -- what is shown

    def show(self) -> None:
        """Draw everything that the network decides."""
        self.canvas.look()
        self.subgroups.show()
        self.questions.show()
        self.capturing.show_aside()
        self.weighing.show()
        self.suggesting.board_changed()

    def tick(self) -> None:
        """A second went by."""
        self.subgroups.tick()
        self.capturing.tick()

    def _hint(self) -> Content:
        """The quiet line: what is asked or told on the left, and a mark of new advice on the right."""
        self.canvas.beside = 0
        asked = self.asking.hint()
        if asked is not None:
            return asked
        if self.capturing.dry and not (self.canvas.house.looking_along or self.canvas.line.value):
            return self._revives()
        mark, width = self._mark(), self.canvas.room
        self.canvas.beside = mark.cell_length + 2 if mark else 0
        told = self._on_the_board() if self.canvas.board.has_focus else self.capturing.hint()
        if not mark:
            return told
        told = told.truncate(self.canvas.room, ellipsis=True)
        return told + Content(" " * (width - mark.cell_length - told.cell_length)) + mark

    def _revives(self) -> Content:
        """The reviving question that is next, where nobody else reads it."""
        question = (self.questions.next, "italic $muted")
        return Content.assemble((_("It has gone quiet."), "bold"), "  ", question, "  ", ("F6", "bold $key"))

    def _on_the_board(self) -> Content:
        hints = (self.arranging.waiting, self.weighing.hint, self.suggesting.hint, self.arranging.hint)
        return next((told for hint in hints if (told := hint()) is not None), None) or self.clustering.hint()

    def _mark(self) -> Content:
        """That there is advice, and not which: the laptop may be mirrored."""
        if self.capturing.dry:
            return Content.assemble((_("new advice") + " ", "$muted"), ("F6", "bold $key"))
        if self.suggesting.waits and self.canvas.board.has_focus:
            return Content.assemble((_("advice") + " ", "$muted"), ("F5", "bold $key"))
        return Content()
