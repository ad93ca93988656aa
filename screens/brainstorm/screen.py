"""The brainstorm: captured as fast as it is read out, clustered while the room looks."""

from __future__ import annotations

from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.events import DescendantFocus
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from data.i18n import N_, _
from screens.brainstorm.line import AskLine, Marks, NoteLine
from screens.brainstorm.parts import ALWAYS, AT_TIMES, Parts
from screens.brainstorm.room import view
from screens.shell.room import Moment, named_after, under_status
from screens.shell.screen import KringScreen
from widgets.board import Board
from widgets.capture_line import CaptureLine
from widgets.command import Bound, Command
from widgets.countdown import Countdown
from widgets.projected import Projected
from widgets.question import Question
from widgets.two_way import TwoWay

READ_AFTER = 3
"""So many seconds after it opened a brainstorm reads the encoder."""


class BrainstormScreen(KringScreen):
    """The places of a brainstorm on the screen; what is done in them is done by its parts."""

    CSS_PATH = "brainstorm.tcss"
    AUTO_FOCUS = "#line"
    TABLES = frozenset({"notes", "clusters", "activities", "attendance"})
    ABOUT = N_(
        "Type what people read out, then Enter. At the end of the line: # or = a cluster, @ or : who, + the small "
        "group, typed in full or chosen with Tab; ## makes a new cluster. In front: ? a question for later, ! an "
        "agreement. On a line of its own, #cluster or +2 holds for what follows; in lines that are pasted such signs "
        "stay text. Esc goes to the board: a digit "
        "sends a post-it to that cluster, Space marks, Shift with arrows marks several."
    )

    def __init__(self, place: str) -> None:
        super().__init__(place)
        self.parts = Parts(self)

    def compose_work(self) -> ComposeResult:
        """The question, the board with what may stand beside it, the quiet line, and the line to type in."""
        with Horizontal(id="top"):
            yield Question(id="question")
            yield Static(id="clock", markup=False)
        yield Static(id="spur", markup=False)
        with Vertical(id="start"):
            yield Countdown(id="start-clock")
            yield Static(id="start-text", markup=False)
        with Horizontal(id="middle"):
            yield Board(id="board")
            yield TwoWay(id="two-way")
        yield Static(id="hint", classes="advice", markup=False)
        with Horizontal(classes="capture"):
            yield Static("› ", id="prompt", classes="prompt", markup=False)
            line = NoteLine("line", id="line", placeholder=_("An idea, then Enter"))
            line.highlighter, line.asleep = Marks(self.parts.capturing.reading.spans), _("Esc to type")
            yield line
            asked = AskLine("ask", id="ask")
            asked.goes_on = self.halves.goes_on
            yield asked
            yield Static(id="aside", classes="aside", markup=False)

    def on_mount(self) -> None:
        """Read the encoder while people think: the first suggestion would wait for it, and now the board would."""
        self.set_timer(READ_AFTER, self.parts.suggesting.get_ready)

    # -- what it shows

    def show_data(self) -> None:
        """Draw everything that the network decides."""
        self.parts.show()

    def tick(self) -> None:
        """The time goes on, and so does the pace."""
        self.parts.tick()

    def projected(self) -> Projected:
        """What the room sees, with what is done on the board in this window."""
        moment = Moment(self.house.state, self.activity, self.house.now())
        return under_status(named_after(moment.activity, view(moment, self.parts.doing)), moment.state, moment.now)

    def toggle_room(self) -> None:
        """A correction that was not begun does not wait behind the room view for the next idea."""
        self.parts.asking.looked_away()
        super().toggle_room()

    def on_screen_suspend(self) -> None:
        """Nor behind another place; a dialog in front of this one is left again."""
        if not isinstance(self.app.screen, ModalScreen):
            self.parts.asking.looked_away()

    # -- what happens in it

    @on(Board.Moved)
    @on(Board.Chosen)
    @on(Board.Digit)
    @on(Board.Dropped)
    @on(Board.Arranged)
    def _board_says(self, event: Board.Moved | Board.Chosen | Board.Digit | Board.Dropped | Board.Arranged) -> None:
        self.parts.board_says(event)

    @on(Input.Changed)
    @on(Input.Submitted)
    @on(CaptureLine.Pasted)
    def _line_says(self, event: Input.Changed | Input.Submitted | CaptureLine.Pasted) -> None:
        self.parts.line_says(event)

    @on(AskLine.Word)
    def _word_goes_on(self, event: AskLine.Word) -> None:
        self.halves.put(self.parts.canvas.line, event.letter)

    @on(DescendantFocus)
    def _focus_moved(self) -> None:
        self.parts.went_on()
        self.show_bars()

    # -- its keys are those of its parts

    KEYS: ClassVar[tuple[Command[Any], ...]] = tuple(key for part in ALWAYS for key in part.KEYS.everywhere)
    LINE_KEYS: ClassVar[tuple[Command[Any], ...]] = tuple(key for part in ALWAYS for key in part.KEYS.line)
    PAGE_KEYS: ClassVar[tuple[Command[Any], ...]] = tuple(key for part in ALWAYS for key in part.KEYS.board)

    @classmethod
    def every_command(cls) -> tuple[Command[Any], ...]:
        """Also those that count while something is asked, or shown."""
        return tuple(key for part in (*ALWAYS, *AT_TIMES) for key in part.KEYS.every)

    def own_commands(self) -> list[Bound]:
        """Each command belongs to its part."""
        return self.parts.commands()
