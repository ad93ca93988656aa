"""Working together: let other laptops in, join one, and see who is in."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.events import Key
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from data.addresses import Address, own_addresses
from data.i18n import N_, _
from data.model import Profile
from data.verbs.network import profile
from screens.network import together_view as view
from screens.network.together_parts import Codes, Sharing, standing_of
from screens.shell.room import KRING, outside, under_status
from screens.shell.screen import KringScreen
from screens.shell.together import Side, Standing
from widgets.keys import place
from widgets.listing import Listing
from widgets.projected import Projected
from widgets.wrapping import wrapped

HIGH = 34
"""From so many rows on it stands in the middle."""

AROUND = 12
"""Rows around what this is about and the addresses: the bars, the heading, what is asked, the name, and air."""

WIDE = 124
"""Columns that it takes at most; its style says so too."""

DRAWN = 6
"""Rows of an address that is drawn, with air above and below it."""

ABOUT_WIDE = 100
"""Cells that what this is about takes at most; its style says so too."""


class TogetherScreen(KringScreen):
    """The addresses to be reached at, the codes, and who is in."""

    CSS_PATH = "together.tcss"
    PARTS = (Sharing, Codes)
    ABOUT = N_(
        "Every laptop holds the whole network in its own file. One lets the others in; no internet is needed. If the "
        "connection drops, everybody carries on, and the work is merged later."
    )

    def __init__(self, place: str) -> None:
        super().__init__(place)
        self.sharing, self.codes = Sharing(self, self.show_all), Codes(self)
        self.own_parts = (self.sharing, self.codes)
        self.able_only = True
        self._found: list[Address] = []

    # -- what is shown

    def compose_work(self) -> ComposeResult:
        """How it stands, what it is about, what to choose from or to type elsewhere, who is in, and the next step."""
        yield Static(id="heading", markup=False)
        yield Static(id="about", markup=False)
        yield Static(id="asked", markup=False)
        yield Listing(markup=False, id="addresses")
        yield Static(id="codes", markup=False)
        yield Static(id="who", markup=False)
        yield Static(id="called", markup=False)
        yield Static(id="next", classes="advice tip", markup=False)

    def on_screen_resume(self) -> None:
        """Look again: another Wi-Fi may have been chosen meanwhile."""
        super().on_screen_resume()
        self._found = own_addresses()
        self.house.together.look()
        self.show_all()

    def show_data(self) -> None:
        """Draw how it stands."""
        standing, network = standing_of(self.house), self.house.open_network
        profile = next(iter(network.state.all(Profile)), None) if network else None
        name = profile.name if profile else ""
        large = min(WIDE, self.size.width) - 8 if self.has_class("-tall") else 0
        self.put("heading", view.heading(standing, name, large))
        self.put("about", _(self.ABOUT) if standing is None else "")
        self.put("asked", _("Which address should the others use?") if self.sharing.can_begin else "")
        self.put("called", view.called(self.house.together.name))
        listing = self.query_one(Listing)
        listing.display = self.sharing.can_begin
        self.set_class(self.size.height >= HIGH, "-high")
        about = len(wrapped(Content(_(self.ABOUT)), min(ABOUT_WIDE, self.size.width - 4)))
        left, choices = self.size.height - AROUND - about, len(self._found) + 1
        rows = view.drawn_addresses(self._found, large) if DRAWN * choices <= left else []
        listing.broad = bool(rows)
        rows = rows or view.addresses(self._found, airy=2 * choices <= left)
        if [str(option.prompt) for option in listing.options] != [row.plain for _host, row in rows]:
            # Only of the same addresses the choice stays: of new ones the first is the likely one.
            same = [option.id for option in listing.options] == [host for host, _row in rows]
            chosen = listing.chosen if same else None
            listing.clear_options()
            listing.add_options([Option(row, id=host) for host, row in rows])
            listing.highlighted = 0
            listing.choose(chosen)
        self.put("codes", view.codes(standing, hidden=self.house.looking_along) if standing else Content())
        near = view.near(self.house.together.neighbours)
        self.put("who", view.who(standing, self.house.state) if standing else near)
        self.put("next", self._next(standing))

    def tick(self) -> None:
        """Somebody may have come in, or be there to be joined."""
        if standing_of(self.house) is None:
            self.house.together.look()
        self.show_data()

    def projected(self) -> Projected:
        """The name of the network: a code is not for the room."""
        network = self.house.open_network
        if network is None or not network.state.all(Profile):
            return outside(Projected(giant=KRING), self.house.now())
        return under_status(Projected(giant=profile(network.state).name), network.state, self.house.now())

    def _next(self, standing: Standing | None) -> str:
        if self.house.open_network is None:
            return _("j joins another laptop: type the code it shows.")
        if standing is None:
            return ""  # the keys below say it
        if standing.alone_since:
            return _("Enter lets the others in here, if the first laptop does not come back.")
        if standing.side is not Side.HOST or self.house.looking_along:
            return ""
        return _("c copies the line, q shows a code to scan, F8 hides the codes again.")

    # -- what is done

    @on(OptionList.OptionSelected, "#addresses")
    def _selected(self) -> None:
        # The list has the focus from the start, also where there is no network to share yet.
        if self.sharing.can_begin:
            self.sharing.begin()

    def on_key(self, event: Key) -> None:
        """A digit chooses an address and lets others in at it."""
        number = place(event)
        hosts = [option.id for option in self.query_one(Listing).options]
        if self.sharing.can_begin and 0 < number <= len(hosts):
            event.stop()
            self.query_one(Listing).highlighted = number - 1
            self.sharing.begin()
