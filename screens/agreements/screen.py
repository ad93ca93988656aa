"""Agreements: the shared goal, ground rules, the way of working, what is agreed in one line, and the next session."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input, Static

from data.i18n import N_, _
from data.model import Session
from data.verbs.agreements import rules
from screens.agreements import chapters as words
from screens.agreements.entries import Agreeing, Entries
from screens.agreements.line import KINDS, Kind, Saying
from screens.dialogs.paste import offer_each
from screens.shell.air import give_air
from screens.shell.line_and_page import LineAndPage, capture_row
from screens.shell.screen import KringScreen
from widgets.capture_line import CaptureLine
from widgets.ledger import Ledger


class AgreementsScreen(KringScreen):
    """One line for everything the group agrees, and all of it above the line."""

    CSS_PATH = "agreements.tcss"
    AUTO_FOCUS = "#line"
    PARTS = (Agreeing, Saying, Entries)
    ABOUT = N_(
        "What the group agrees. Type it on the line; Tab says what kind it is. An agreement is what; who; when, with "
        "two letters for a name. F5 proposes the two usual ground rules, F6 notes that everybody agrees."
    )
    TABLES = frozenset({"rules", "actions", "network", "sessions", "participants", "activities"})

    def __init__(self, place: str) -> None:
        super().__init__(place)
        self.lined = LineAndPage(self)
        self.saying = Saying(self)
        self.own_parts = (Agreeing(self), self.saying, Entries(self))

    def compose_work(self) -> ComposeResult:
        """What was agreed, what the line says, and the line."""
        yield Ledger(id="agreed")
        yield Static(id="hint", classes="advice", markup=False)
        yield from capture_row(CaptureLine("line", id="line"), prompt="prompt")

    def on_mount(self) -> None:
        """Begin with the rules, unless the group has them already."""
        if any(rule.agreed for rule in rules(self.house.state)):
            self.saying.kind = Kind.AGREEMENT

    # -- what is shown

    @property
    def _session(self) -> Session:
        return self.house.state.get(Session, self.activity.session)

    def show_data(self) -> None:
        """Draw what was agreed and what the line says."""
        page = self.query_one(Ledger)
        page.show(words.chapters(self.house.state, self._session))
        give_air(self, page)
        kind, placeholder = KINDS[self.saying.kind]
        self.lined.line.many = self.saying.kind not in {Kind.GOAL, Kind.NEXT}
        self.lined.line.placeholder = _(placeholder)
        self.put("prompt", f"{_(kind)} › ")
        self.put("aside", _("Tab kind"))
        self.put("hint", self.saying.hint())

    # -- the line

    @on(Input.Changed, "#line")
    def _typed(self) -> None:
        self.put("hint", self.saying.hint())

    @on(CaptureLine.Pasted, "#line")
    def _pasted(self, event: CaptureLine.Pasted) -> None:
        offer_each(event, _(KINDS[self.saying.kind][0]), self.saying.keep)

    @on(Input.Submitted, "#line")
    def _entered(self) -> None:
        self.saying.keep()
