"""What everything in a brainstorm is done on: the board, the line, and what the network holds of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import Any, Generic, TypeVar

from rich.cells import cell_len
from textual.content import Content
from textual.widgets import Static

from data.i18n import _
from data.model import Activity, Cluster, Note, Participant
from data.verbs.brainstorm.noting import Arranged, arranged
from data.verbs.check_in import present
from data.verbs.network import people
from screens.brainstorm.columns import SEPARATOR, Cards, Showing
from screens.brainstorm.line import AskLine, NoteLine
from screens.shell.house import House
from screens.shell.screen import KringScreen
from screens.shell.standing import When, when
from widgets.board import Board
from widgets.board_layout import Column
from widgets.command import Command
from widgets.wrapping import whole


class Where(Enum):
    """Where the person is, and so which keys count."""

    LINE = auto()
    ASKED = auto()
    BOARD = auto()


Part_contra = TypeVar("Part_contra", contravariant=True)


@dataclass(frozen=True, slots=True)
class Keys(Generic[Part_contra]):
    """The commands of one part: everywhere, in the line, in the line in which something is asked, and on the board."""

    everywhere: tuple[Command[Part_contra], ...] = ()
    line: tuple[Command[Part_contra], ...] = ()
    asked: tuple[Command[Part_contra], ...] = ()
    board: tuple[Command[Part_contra], ...] = ()

    def at(self, where: Where) -> tuple[Command[Part_contra], ...]:
        """Those that count here."""
        here = {Where.LINE: self.line, Where.ASKED: self.asked, Where.BOARD: self.board}[where]
        return (*here, *self.everywhere)

    @property
    def every(self) -> tuple[Command[Part_contra], ...]:
        """All of them."""
        return (*self.line, *self.asked, *self.board, *self.everywhere)


class Canvas:
    """The widgets and the state that the parts of a brainstorm share; it does nothing with them by itself.

    ``hint`` gives what the quiet line tells now.
    """

    def __init__(self, screen: KringScreen, hint: Callable[[], Content]) -> None:
        self.screen = screen
        self.found = Arranged()
        self.showing = Showing()
        self.cards = Cards()
        self.instead: Callable[[], Sequence[Column] | None] = lambda: None
        """Gives the columns to show in place of those of the network; None when there are none."""
        self.beside = 0
        """The cells at the end of the quiet line that something else has."""
        self._hint = hint
        self._storm: Activity | None = None
        self._put: dict[str, Content] = {}
        self._known: tuple[object, list[Participant]] = (None, [])
        self._newest = ""

    # -- where things are

    @property
    def house(self) -> House:
        """The application."""
        return self.screen.house

    def if_there(self, then: Callable[..., None], *given: object) -> None:
        """Go on with what was worked out in the background, unless the board is gone meanwhile."""
        if self.screen.query("#board"):
            then(*given)

    @property
    def place(self) -> str:
        """The id of the brainstorm."""
        return self.screen.place

    @property
    def line(self) -> NoteLine:
        """The line to type ideas in."""
        return self.screen.query_one("#line", NoteLine)

    @property
    def ask_line(self) -> AskLine:
        """The line in which one thing is asked."""
        return self.screen.query_one("#ask", AskLine)

    @property
    def board(self) -> Board:
        """The board."""
        return self.screen.query_one("#board", Board)

    @property
    def where(self) -> Where:
        """Where the person is."""
        if isinstance(self.screen.focused, AskLine):
            return Where.ASKED
        return Where.LINE if self.screen.typing else Where.BOARD

    # -- what the network holds

    @property
    def storm(self) -> Activity:
        """The brainstorm, as it last was when it was taken away in another window."""
        self._storm = self.house.state.find(Activity, self.place) or self._storm
        assert self._storm is not None
        return self._storm

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

    @property
    def here(self) -> Cluster:
        """The cluster in which the cursor stands, for commands that cannot run without one."""
        cluster = self.cluster
        assert cluster is not None
        return cluster

    @property
    def at_cursor(self) -> Note | None:
        """The note on which the cursor stands."""
        return self.note(self.board.card)

    def note(self, id_: str) -> Note | None:
        """The note with this id."""
        return self.house.state.find(Note, id_)

    def people(self) -> list[Participant]:
        """Who is meant by a name: those in the room, or everybody while nobody was marked present."""
        state = self.house.state
        if self._known[0] is not state:
            self._known = (state, present(state, self.storm.session) or people(state))
        return self._known[1]

    def no_cluster(self) -> str | None:
        """Why nothing can be done to a cluster."""
        return None if self.cluster else _("Go to a cluster first.")

    def no_note(self) -> str | None:
        """Why nothing can be done to a post-it."""
        return None if self.board.chosen else _("Go to a post-it first.")

    # -- what is shown

    def look(self) -> None:
        """Take in what the network holds now, and draw the board and the quiet line."""
        before = len(self.found.notes)
        self.found = arranged(self.house.state, self.place)
        self.show_board()
        self.show_hint()
        if len(self.found.notes) != before:
            self._show_newest()

    def show_as(self, **changes: Any) -> None:
        """Show the board in another way."""
        self.showing = replace(self.showing, **changes)
        self.show_board()
        self.show_hint()

    def show_board(self) -> None:
        """Draw the board, and only what changed of it."""
        columns = self.instead()
        if columns is None:
            columns = self.cards.columns(self.found, self.showing)
        self._newest = next((n.id for n in reversed(self.house.state.all(Note)) if n.activity == self.place), "")
        self.board.show(columns, fresh="" if when(self.house) is When.OVER else self._newest)

    def _show_newest(self) -> None:
        """Scroll to what was just captured, unless somebody works on the board."""
        if not self.board.has_focus:
            self.board.reveal(self._newest)

    @property
    def room(self) -> int:
        """The cells of the quiet line, also before it is laid out."""
        return self.screen.size.width - (4 if self.screen.has_class("-narrow") else 6) - self.beside

    def show_hint(self) -> None:
        """Draw the quiet line above the line."""
        self.put("hint", self._hint(), fixed=True)

    def put(self, id_: str, content: Content | str, *, fixed: bool = False) -> None:
        """Show this in one of the screen's own places; what is shown already is not drawn again.

        The screen is laid out again only when the size changes, and never for a place of ``fixed`` size.
        """
        shown = content if isinstance(content, Content) else Content(content)
        before = self._put.get(id_)
        if before is None or not shown.is_same(before):
            self._put[id_] = shown
            grew = not fixed and (before is None or _shape(before) != _shape(shown))
            self.screen.query_one(f"#{id_}", Static).update(shown, layout=grew)

    def keys(self, *pairs: tuple[str, str], behind: str = "") -> Content:
        """Keys and what they do in one quiet line, ``behind`` what is told; the last ones go where there is no room."""
        told = Content(behind)
        for key, label in pairs:
            more = Content.assemble("   " if told else "", (key, "bold $key"), f" {label}" if label else "")
            if told and told.cell_length + more.cell_length > self.room:
                break
            told += more
        return told

    def followed(self, facts: str, *lines: Content) -> Content:
        """The first of these quiet lines that leaves room for all of the facts behind it, with those facts.

        Where none does it is the last one, with as many of them as there is room for, each of them whole.
        """

        def room(line: Content) -> int:
            return self.room - line.cell_length - 3

        line = next((line for line in lines if cell_len(facts) <= room(line)), lines[-1])
        kept = whole(facts.split(SEPARATOR), room(line))
        return line + Content(f"   {kept}") if kept and cell_len(kept) <= room(line) else line


def _shape(content: Content) -> list[int]:
    """What decides how much room a content takes: the width of each of its lines."""
    return [line.cell_length for line in content.split("\n")]
