"""The network over time: its profile, its people, its sessions, the invitation, and what is prepared."""

from __future__ import annotations

from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.events import Key
from textual.widgets import Input, Static

from data.i18n import N_, _
from data.verbs.network import sessions
from screens.network.tabs.assignments import AssignmentsTab
from screens.network.tabs.invitation import InvitationTab
from screens.network.tabs.material import MaterialTab
from screens.network.tabs.people import PeopleTab
from screens.network.tabs.profile import ProfileTab
from screens.network.tabs.sessions import SessionsTab
from screens.network.tabs.tab import Tab
from screens.shell.air import give_air
from screens.shell.line_and_page import TO_LINE, TO_PAGE, LineAndPage, capture_row
from screens.shell.room import of_the_network
from screens.shell.screen import KringScreen
from widgets.capture_line import CaptureLine
from widgets.command import Bound, Command
from widgets.keys import digit
from widgets.ledger import Ledger
from widgets.page import Page
from widgets.projected import Projected

TABS: tuple[type[Tab], ...] = (ProfileTab, PeopleTab, SessionsTab, InvitationTab, AssignmentsTab, MaterialTab)


class NetworkScreen(KringScreen):
    """One tab of it at a time, each a part with its own page and commands; 1 to 6 and Tab go to another."""

    CSS_PATH = "network.tcss"
    AUTO_FOCUS = "#page"
    PARTS = TABS
    ABOUT = N_(
        "The network itself. A digit goes to a tab, Tab to the next; Enter edits the selected line. Everything can be "
        "changed at any time, and Ctrl+Z undoes it."
    )
    LINE_KEYS: ClassVar[tuple[Command[Any], ...]] = (TO_PAGE,)

    def __init__(self, place: str) -> None:
        super().__init__(place)
        self.lined = LineAndPage(self)
        profile, sessions_tab = ProfileTab(self), SessionsTab(self)
        invitation = InvitationTab(self, profile.open, lambda: self._edit_first(sessions_tab))
        self.tabs: tuple[Tab, ...] = (
            profile,
            PeopleTab(self),
            sessions_tab,
            invitation,
            AssignmentsTab(self),
            MaterialTab(self),
        )
        self._at = 0
        self.able_only = True

    @property
    def tab(self) -> Tab:
        """The tab that is shown."""
        return self.tabs[self._at]

    def compose_work(self) -> ComposeResult:
        """The tabs, the page, what is said of the chosen line, and the line to type on."""
        yield Static(id="tabs", markup=False)
        yield Ledger(id="page")
        yield Static(id="hint", classes="advice tip", markup=False)
        yield from capture_row(CaptureLine("line", id="line"), many=True)

    # -- what is shown

    def show_data(self) -> None:
        """Draw the tab."""
        names = (
            Content.assemble((f"{place} ", "$key"), (_(tab.TITLE), "bold underline" if tab is self.tab else "$muted"))
            for place, tab in enumerate(self.tabs, start=1)
        )
        self.put("tabs", Content("   ").join(names))
        page = self.query_one(Ledger)
        page.show(self.tab.chapters())
        give_air(self, page)
        line = self.lined.line
        self.query_one(".capture").display = bool(self.tab.PLACEHOLDER)
        self.set_class(bool(self.tab.PLACEHOLDER), "-lined")
        line.placeholder = _(self.tab.PLACEHOLDER) if self.tab.PLACEHOLDER else ""
        self.put("hint", self.tab.hint())

    def projected(self) -> Projected:
        """The name and the theme of the network: what is written of people is not for the room."""
        return of_the_network(self.house.state, self.house.now())

    def _edit_first(self, tab: SessionsTab) -> None:
        """Fill in when and where the first session is."""
        for first in sessions(self.house.state)[:1]:
            tab.edit(first.id)

    # -- the tabs

    def turn_to(self, place: int) -> None:
        """Go to the tab at this place."""
        self._at = place % len(self.tabs)
        self.lined.page.focus()
        self.show_all()

    def on_key(self, event: Key) -> None:
        """A digit goes to a tab, unless it is typed."""
        number = digit(event)
        if number and not self.typing and 0 < int(number) <= len(self.tabs):
            event.stop()
            event.prevent_default()
            self.turn_to(int(number) - 1)

    @on(Page.Moved)
    def _moved(self) -> None:
        self.put("hint", self.tab.hint())
        self.show_bars()

    # -- the line

    @on(Input.Submitted, "#line")
    def _entered(self) -> None:
        self.tab.keep()

    @on(Input.Changed, "#line")
    def _typed(self) -> None:
        self.put("hint", self.tab.hint())

    @on(CaptureLine.Pasted, "#line")
    def _pasted(self, event: CaptureLine.Pasted) -> None:
        self.tab.pasted(event)

    # -- its commands

    def own_commands(self) -> list[Bound]:
        """Those of the tab of now, and of the screen."""
        to_line = [Bound(TO_LINE, self)] if self.tab.PLACEHOLDER and not self.typing else []
        return [*self.tab.commands(typing=self.typing), *to_line, *super().own_commands()]

    @classmethod
    def every_command(cls) -> tuple[Command[Any], ...]:
        """Those of every tab, and the way to the line."""
        return (*super().every_command(), TO_LINE)

    KEYS: ClassVar[tuple[Command[Any], ...]] = (
        Command(lambda screen: screen.turn_to(screen._at + 1), N_("Next tab"), N_("Go to the next tab"), ("tab",), 40),
        Command(
            lambda screen: screen.turn_to(screen._at - 1),
            N_("Previous tab"),
            N_("Go to the tab before"),
            ("shift+tab",),
        ),
    )
