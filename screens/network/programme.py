"""The programme of the session: what is now, what is next, one key to each activity, and what is still open."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.events import Key
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from data.i18n import N_
from screens.network import programme_view as view
from screens.network import room
from screens.network.items import Items
from screens.shell.screen import KringScreen
from screens.shell.standing import on_the_clock
from widgets.keys import digit
from widgets.projected import Projected


class ProgrammeScreen(KringScreen):
    """A list of activities with their times; Enter goes there, b begins one, and what is still open stands below."""

    CSS_PATH = "programme.tcss"
    PARTS = (Items,)
    ABOUT = N_(
        "The programme of this session. Activities are places: go back and forth, nothing is lost by leaving one."
    )

    def __init__(self, place: str) -> None:
        super().__init__(place)
        self.items = Items(self, self.show_all)
        self.own_parts = (self.items,)
        self.able_only = True

    def compose_work(self) -> ComposeResult:
        """The heading, the list, and what is open."""
        yield Static(id="heading", markup=False)
        yield OptionList(markup=False, id="items")
        yield Static(id="open", markup=False)

    def on_mount(self) -> None:
        """Begin at what is going on."""
        super().on_mount()
        self.items.choose(self.house.session.now)

    # -- what is shown

    def show_data(self) -> None:
        """Draw the programme on the clock, keeping the choice."""
        table = on_the_clock(self.house)
        items = self.items.listing
        chosen = items.highlighted
        items.clear_options()
        items.add_options([Option(row, id=id_) for id_, row in view.rows(table, max(30, self.size.width - 8))])
        if items.option_count:
            items.highlighted = min(chosen or 0, items.option_count - 1)
        self.put("heading", view.heading(self.house.session, table, pace=not self.house.looking_along))
        self.put("open", view.still_open(self.house.state))

    def projected(self) -> Projected:
        """The theme and the programme."""
        return room.programme(self.house.state, self.house.session, self.house.now())

    # -- what is chosen

    def on_key(self, event: Key) -> None:
        """A digit goes to that activity."""
        number = digit(event)
        if number and 0 < int(number) <= len(self.house.programme):
            event.stop()
            self.house.go(self.house.programme[int(number) - 1].id)

    @on(OptionList.OptionSelected, "#items")
    def _selected(self, event: OptionList.OptionSelected) -> None:
        self.house.go(event.option_id or "programme")
