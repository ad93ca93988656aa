"""Open: everything that is carried from session to session, with its life, and what becomes of it."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.events import Key
from textual.widgets import Static

from data.i18n import N_
from screens.pending import view
from screens.pending.fates import Fates
from screens.pending.looking import Looking
from screens.shell.air import give_air
from screens.shell.room import under_status
from screens.shell.screen import KringScreen
from widgets.keys import digit
from widgets.ledger import Ledger
from widgets.page import Page
from widgets.projected import Projected

AROUND = 13
"""Rows of a narrow window that are not of the list, where the kinds stand above it."""


class PendingScreen(KringScreen):
    """A page of what is open; letters say what becomes of the chosen one, digits show one kind."""

    CSS_PATH = "pending.tcss"
    AUTO_FOCUS = "Ledger"
    PARTS = (Fates, Looking)
    ABOUT = N_(
        "Everything that was asked, parked, agreed or promised and is still open, in every session. Choose one with "
        "the arrows: a letter puts it on the next agenda, settles it with a note, drops it or reopens it. ○ is open, "
        "▸ planned, ◐ discussed and still open, = parked, ↺ reopened."
    )

    def __init__(self, place: str) -> None:
        super().__init__(place)
        self.looking = Looking(self, self.show_all)
        self.fates = Fates(self)
        self.own_parts = (self.fates, self.looking)

    def compose_work(self) -> ComposeResult:
        """How much is open, the kinds, the list, and the life of the chosen one."""
        yield Static(id="heading", markup=False)
        yield Static(id="strands", markup=False)
        yield Ledger(id="pending")
        yield Static(id="life", markup=False)

    @property
    def _overview(self) -> view.Overview:
        house = self.house
        rows = self.size.height - AROUND if self.has_class("-narrow") else 0
        return view.Overview(house.state, house.session, self.looking.sight, house.looking_along, rows)

    def show_data(self) -> None:
        """Draw what is in sight, keeping the choice."""
        overview = self._overview
        page = self.query_one(Ledger)
        width = self.size.width - (2 if self.has_class("-narrow") else 6)
        self.set_class(overview.folded, "-folded")
        self.put("heading", view.heading(overview, width))
        self.put("strands", view.strands(overview, width))
        page.show(view.chapters(overview), view.chapters(overview, brief=True))
        give_air(self, page)
        self.call_after_refresh(self._show_life)

    def _show_life(self) -> None:
        brief = self.query_one(Ledger).is_brief
        self.set_class(brief, "-brief")
        self.put("life", view.life(self._overview, self.fates.chosen, brief=brief))
        self.show_bars()

    def projected(self) -> Projected:
        """What is open, without names and without who still has to do something."""
        return under_status(view.for_the_room(self._overview), self.house.state, self.house.now())

    @on(Page.Moved)
    def _moved(self) -> None:
        self._show_life()

    def on_key(self, event: Key) -> None:
        """A digit shows one kind, 0 all of them."""
        number = digit(event)
        if number and self.looking.only(int(number)):
            event.stop()
