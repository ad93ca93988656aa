"""Round table: everybody in turn says what they want to learn, what they expect, and what they bring."""

from __future__ import annotations

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Input, Static

from data.i18n import N_, _, told
from data.words import QUESTION_KINDS
from screens.dialogs.paste import offer_each
from screens.round_table import view
from screens.round_table.floor import Floor
from screens.round_table.lines import Lines
from screens.round_table.room import asking
from screens.round_table.view import Table
from screens.shell.across import across
from screens.shell.air import give_air
from screens.shell.line_and_page import LineAndPage, capture_row
from screens.shell.room import Moment, under_status
from screens.shell.screen import KringScreen
from widgets.capture_line import CaptureLine
from widgets.ledger import Ledger
from widgets.projected import Projected
from widgets.question import Question


class RoundTableScreen(KringScreen):
    """Who speaks, what they say line by line, and who joins in."""

    CSS_PATH = "round_table.tcss"
    AUTO_FOCUS = "#line"
    PARTS = (Floor, Lines)
    ABOUT = N_(
        "Everybody in turn. F5 and two letters give somebody the floor (F5 Enter: whoever is next); type each "
        "question, expectation or experience on a line of its own, Tab changes the kind, F6 lets somebody join in. "
        "What somebody already said is offered in grey as you type: → accepts it."
    )
    TABLES = frozenset({"participants", "attendance", "sessions", "activities", "questions"})

    def __init__(self, place: str) -> None:
        super().__init__(place)
        self.lined = LineAndPage(self)
        self.floor = Floor(self)
        self.lines = Lines(self)
        self.own_parts = (self.floor, self.lines)

    def compose_work(self) -> ComposeResult:
        """The prompt, who speaks, what was said, and the line."""
        with Horizontal(id="prompt-bar"):
            yield Question(id="prompt")
            yield Static(id="progress", classes="muted", markup=False)
        with Horizontal(id="floor"):
            yield Static(id="speaker", markup=False)
            yield Static(id="after", classes="muted", markup=False)
        with Horizontal(id="table"):
            yield Ledger(id="said")
            yield Static(id="turns", markup=False)
        line = CaptureLine("line", id="line")
        line.offers = self.floor.offered
        yield from capture_row(line, many=True)

    # -- what is shown

    @property
    def _table(self) -> Table:
        house = self.house
        shown = self.lines.shows_answered
        return Table(house.state, self.activity, self.floor.kind, house.looking_along, house.now(), shown)

    def projected(self) -> Projected:
        """Who speaks, and the prompt of the kind that the line keeps."""
        moment = Moment(self.house.state, self.activity, self.house.now())
        return under_status(asking(moment, self.floor.kind), moment.state, moment.now)

    def show_data(self) -> None:
        """Draw who speaks and what was said."""
        table = self._table
        self.put("prompt", table.question)
        self.put("progress", view.progress(table))
        narrow = self.has_class("-narrow")
        after = view.beside(table, order=not narrow)  # which stands beside a wide page
        self.put("speaker", view.floor(table, across(self) - (4 if narrow else 9) - cell_len(after)))
        self.put("after", after)
        ledger = self.query_one(Ledger)
        ledger.show(view.chapters(table))
        give_air(self, ledger)
        self.lined.line.placeholder = table.asks
        self.lined.line.offer()
        self._show_aside()
        self.put("turns", view.order(table))

    def _show_aside(self) -> None:
        """Behind the line: what it holds, and the key that helps now."""
        kind = (told(QUESTION_KINDS[self.floor.kind]), "bold $foreground")
        if self.lined.line.offered:
            self.put("aside", Content.assemble(kind, "  ", ("→", "bold $key"), (" " + _("accepts it"), "$muted")))
        else:
            self.put("aside", Content.assemble(kind, (_(" · Tab kind"), "$muted")))

    def tick(self) -> None:
        """The end that is foreseen moves on while somebody speaks."""
        if not self.house.looking_along:
            self.put("progress", view.progress(self._table))

    @on(Input.Changed, "#line")
    def _typed(self) -> None:
        self._show_aside()

    @on(CaptureLine.Pasted, "#line")
    def _pasted(self, event: CaptureLine.Pasted) -> None:
        offer_each(event, told(QUESTION_KINDS[self.floor.kind]), self.floor.keep)

    @on(Input.Submitted, "#line")
    def _entered(self) -> None:
        self.floor.keep()
