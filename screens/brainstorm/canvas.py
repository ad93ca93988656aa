"""What every part of the brainstorm screen stands on: its widgets, its board, and asking one thing at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.events import DescendantFocus
from textual.widget import Widget
from textual.widgets import Input, Static

from data.i18n import _
from data.model import Activity, Cluster, Note, Participant
from data.verbs.brainstorm.noting import Arranged, arranged
from data.verbs.check_in import present
from data.verbs.network import people
from screens.brainstorm.columns import Cards, Showing
from screens.brainstorm.line import AskLine, Marks, NoteLine, Span
from screens.shell.screen import ActivityScreen
from widgets.board import Board
from widgets.board_view import BoardView
from widgets.countdown import Countdown
from widgets.two_way import TwoWay


def nothing(typed: str) -> None:
    """Do nothing with what is typed."""
    del typed


@dataclass(frozen=True, slots=True)
class Ask:
    """One thing that is asked in the line. ``submit`` tells whether it is answered; ``typing`` hears every key."""

    prompt: str
    submit: Callable[[str], bool]
    value: str = ""
    hint: Callable[[str], Content] = lambda _typed: Content()
    typing: Callable[[str], None] = nothing
    walk: Callable[[int], None] | None = None
    numbers: bool = False


class StormScreen(ActivityScreen):
    """The widgets of a brainstorm and what they show."""

    CSS_PATH = "brainstorm.tcss"
    AUTO_FOCUS = "#line"
    TABLES = frozenset({"notes", "clusters", "activities"})

    def __init__(self, place: str) -> None:
        super().__init__(place)
        self.found = Arranged()
        self.showing = Showing()
        self.cards = Cards()
        self.spur = ""
        self._ask: Ask | None = None
        self._storm: Activity | None = None
        self._put: dict[str, Content] = {}
        self._known: tuple[object, list[Participant]] = (None, [])

    def compose_work(self) -> ComposeResult:
        """The question, the board with what may stand beside it, the quiet line, and the line to type in."""
        with Horizontal(id="top"):
            yield Static(id="question", classes="question", markup=False)
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
            line.highlighter = Marks(self.spans)
            yield line
            yield AskLine("ask", id="ask")
            yield Static(id="aside", classes="aside", markup=False)

    def compose_room(self) -> ComposeResult:
        """The question, the countdown while the small groups work, and the board, large."""
        yield Static(id="large-question", markup=False)
        yield Countdown(id="room-clock")
        yield Static(id="room-start", markup=False)
        with Horizontal(id="room-middle"):
            yield BoardView(id="room-board", narrowest=34)
            yield TwoWay(id="room-two-way")

    # -- its parts

    @property
    def storm(self) -> Activity:
        """The brainstorm, as it last was when it was taken away in another window."""
        self._storm = self.house.state.find(Activity, self.place) or self._storm
        assert self._storm is not None
        return self._storm

    @property
    def line(self) -> NoteLine:
        """The line to type ideas in."""
        return self.query_one("#line", NoteLine)

    @property
    def board(self) -> Board:
        """The board."""
        return self.query_one("#board", Board)

    @property
    def clusters(self) -> list[Cluster]:
        """The clusters in their order; the first has number 1."""
        return [cluster for cluster, _notes in self.found.clusters]

    @property
    def titles(self) -> list[str]:
        """The titles of the clusters in their order."""
        return [cluster.title for cluster in self.clusters]

    @property
    def cluster(self) -> Cluster | None:
        """The cluster in which the cursor stands."""
        column = self.board.column
        return next((cluster for cluster in self.clusters if column and cluster.id == column.id), None)

    def note(self, id_: str) -> Note | None:
        """The note with this id."""
        return self.house.state.find(Note, id_)

    def edit(self, note: Note) -> None:
        """Word a note anew."""

    def people(self) -> list[Participant]:
        """Who is meant by a name: those in the room, or everybody while nobody was marked present."""
        state = self.house.state
        if self._known[0] is not state:
            self._known = (state, present(state, self.storm.session) or people(state))
        return self._known[1]

    def spans(self, typed: str) -> Sequence[Span]:
        """What to colour in the capture line."""
        del typed
        return ()

    def put(self, id_: str, content: Content | str, *, fixed: bool = False) -> None:
        """Show this in one of the screen's own places; what is shown already is not drawn again.

        The screen is laid out again only when the size changes, and never for a place of ``fixed`` size.
        """
        shown = content if isinstance(content, Content) else Content(content)
        before = self._put.get(id_)
        if before is None or not shown.is_same(before):
            self._put[id_] = shown
            grew = not fixed and (before is None or _shape(before) != _shape(shown))
            self.query_one(f"#{id_}", Static).update(shown, layout=grew)

    # -- what it shows

    def show_data(self) -> None:
        """Draw the question, the board and what stands around it."""
        self.found = arranged(self.house.state, self.place)
        self.show_board()
        self.show_hint()

    def show_board(self) -> None:
        """Draw the board."""

    def show_hint(self) -> None:
        """Draw the quiet line above the line."""
        told = self._ask.hint(self.query_one("#ask", AskLine).value) if self._ask else self.hint()
        self.put("hint", told, fixed=True)

    def keys(self, *pairs: tuple[str, str]) -> Content:
        """Keys and what they do, in one quiet line; the last ones are left out where there is no room."""
        told = Content()
        for key, label in pairs:
            more = Content.assemble("   " if told else "", (key, "bold $accent"), f" {label}" if label else "")
            if told and told.cell_length + more.cell_length > self.size.width - 2:
                break
            told += more
        return told

    def hint(self) -> Content:
        """What to tell quietly now, while nothing is asked."""
        return Content()

    # -- asking one thing

    @property
    def asking(self) -> bool:
        """Whether something is asked."""
        return self._ask is not None

    def ask(self, ask: Ask) -> None:
        """Ask one thing in the line; the capture line keeps what it holds."""
        self._ask = ask
        line = self.query_one("#ask", AskLine)
        line.numbers = ask.numbers
        line.restore(ask.value)
        self.add_class("-asking")
        self.put("prompt", f"{ask.prompt} › ")
        line.focus()
        self.show_hint()

    def ask_no_more(self, *, to: Widget | None = None) -> None:
        """Go back to where the person was."""
        self._ask = None
        self.remove_class("-asking")
        self.query_one("#ask", AskLine).restore("")
        self.put("prompt", "› ")
        (to or self.board).focus()
        self.show_hint()

    def action_ask_no_more(self) -> None:
        """Leave it as it is."""
        if self._ask:
            self._ask.typing("")
        self.ask_no_more()

    def action_ask_walk(self, by: int) -> None:
        """Go to the one before or after in what is asked."""
        if self._ask and self._ask.walk:
            self._ask.walk(by)

    @on(Input.Submitted, "#ask")
    def _answered(self, event: Input.Submitted) -> None:
        asked = self._ask
        if asked and asked.submit(event.value) and self._ask is asked:
            self.ask_no_more()

    @on(Input.Changed, "#ask")
    def _typing_an_answer(self, event: Input.Changed) -> None:
        if self._ask:
            self._ask.typing(event.value)
            self.show_hint()

    @on(DescendantFocus)
    def _focus_moved(self) -> None:
        self.show_hint()
        self.show_bars()


def _shape(content: Content) -> list[int]:
    """What decides how much room a content takes: the width of each of its lines."""
    return [line.cell_length for line in content.split("\n")]


def counted(numbers: Iterable[tuple[int, int]]) -> str:
    """Small groups and how many post-its each gave: ``1: 6  2: 5``."""
    return "  ".join(f"{group}: {count}" for group, count in numbers)
