"""Home: go on with a network, begin a new one, or look at the demo."""

from __future__ import annotations

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.events import Key
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from data.i18n import N_, _, plural
from data.model.languages import LANGUAGES
from screens.network import room
from screens.network.recent import Recent
from screens.shell.across import across
from screens.shell.screen import KringScreen
from widgets.keys import place
from widgets.projected import Projected
from widgets.wrapping import Row

OTHERS = frozenset("ndos")
"""The keys of what Home tells that can be done besides going on with a network."""

HIGH = 30
"""From so many lines on it stands in the middle, and its networks have air of their own."""

FEW = 3
"""So many networks, and no more, have air of their own there."""

AROUND = 9
"""Rows around the networks, what else can be done and what is set: the bars, what this is, the keys, and air."""

WIDE = 124
"""Columns that Home takes at most; its style says so too."""

THEME_NAMES = {"dark": N_("dark"), "light": N_("light"), "projector": N_("projector")}


class HomeScreen(KringScreen):
    """The networks that were open last, newest first; while looking along only the newest is named."""

    CSS_PATH = "home.tcss"
    PARTS = (Recent,)
    ABOUT = N_(
        "Every network is one file. Open one, or start a new one: it takes a minute. The language, the theme and the "
        "bell hold at once and stay; they are kept in settings.toml, which kring --help says where to find."
    )

    def __init__(self, place: str) -> None:
        super().__init__(place)
        self.recent = Recent(self, self.show_data, self.show_all)
        self.own_parts = (self.recent,)

    def on_screen_resume(self) -> None:
        """Look again: a network may have been worked on since."""
        super().on_screen_resume()
        self.recent.look_again()
        self.show_data()

    def compose_work(self) -> ComposeResult:
        """The name, the list, what else can be done, and what is set."""
        yield Static(id="welcome", markup=False)
        yield OptionList(markup=False, id="recent")
        yield Static(id="other", markup=False)
        yield Static(id="set", markup=False)

    def projected(self) -> Projected:
        """The network that was open last; of other networks nothing."""
        return room.home(self.recent.newest, self.house.now())

    def show_data(self) -> None:
        """Draw the list and the settings."""
        listing, paths = self.recent.listing, self.recent.paths
        chosen = listing.highlighted
        self.set_class(self.size.height >= HIGH, "-airy")
        airy = self.size.height >= HIGH and len(paths) <= FEW
        settings, wide = self._set(), min(WIDE, across(self)) - 8
        # The newest is what the page is about.
        large = wide if airy and self.has_class("-tall") else 0
        rows = [
            self.recent.row(number, path, airy=airy, large=large if number == 1 else 0)
            for number, path in enumerate(paths, 1)
        ]
        listing.clear_options()
        listing.add_options([Option(row, id=path) for row, path in zip(rows, paths, strict=True)])
        hidden = len(self.house.settings.recent) - len(paths)
        if listing.option_count:
            listing.highlighted = min(chosen or 0, listing.option_count - 1)
        note = (
            plural(
                "{n} other network is hidden while the room is watching: F8 shows it.",
                "{n} other networks are hidden while the room is watching: F8 shows them.",
                hidden,
            )
            if hidden
            else ""
        )
        if not listing.option_count:
            note = _("No network yet: n starts one.")
        welcome = Content.assemble(
            # Above an open network the bar says what this is.
            ("" if self.house.open_network else "● kring\n", "bold $accent"),
            (_("Running a learning network, in the room."), "bold" if self.house.open_network else ""),
            (f"\n\n{note}" if note else "", "$muted"),
        )
        self.query_one("#welcome", Static).update(welcome)
        self.query_one("#set", Static).update(settings)
        listed = sum(len(row.lines(wide)) for row in rows)
        taken = listed + welcome.plain.count("\n") + settings.plain.count("\n") + 1
        self.put("other", self._others(wide, self.size.height - AROUND - taken))
        self.recent.look()

    def _others(self, wide: int, height: int) -> Content:
        """What can be done besides going on in so many columns, with air between where it has the rows for that."""
        told = [row.lines(wide) for row in self._other()]
        fits = sum(map(len, told)) + len(told) - 1 <= height
        return Content("\n\n" if fits else "\n").join(Content("\n").join(lines) for lines in told)

    def _other(self) -> list[Row]:
        """What can be done besides going on: each with its key and what it is for."""
        told = [command for command in Recent.KEYS if command.keys[0] in OTHERS]
        column = max(cell_len(_(command.label)) for command in told) + 5
        return [
            Row(
                Content.styled(f"{command.key}  ", "bold $key"),
                Content(_(command.label)),
                Content.styled(_(command.help), "$muted"),
                column=column,
            )
            for command in told
        ]

    def _set(self) -> Content:
        settings = self.house.settings
        rows = [
            ("l", _("language"), LANGUAGES[settings.language].own_name),
            ("t", _("theme"), _(THEME_NAMES[settings.theme])),
            ("b", _("bell"), _("on") if settings.bell else _("off")),
            ("F8", _("room watching"), _("on") if self.house.looking_along else _("off")),
        ]
        told = [Content.assemble((f"{key} ", "bold $key"), (f"{name} ", "$muted"), value) for key, name, value in rows]
        room = min(WIDE, across(self)) - (2 if self.has_class("-narrow") else 4)
        for between in ("   ", "  "):
            if (one := Content(between).join(told)).cell_length <= room:
                return one
        # What is set stays with what it is.
        return Content("\n").join(Content("   ").join(pair) for pair in (told[:2], told[2:]))

    def on_key(self, event: Key) -> None:
        """A digit opens that network."""
        number = place(event)
        if 0 < number <= len(self.recent.paths):
            event.stop()
            self.house.open_file(self.recent.paths[number - 1])

    @on(OptionList.OptionSelected, "#recent")
    def _selected(self, event: OptionList.OptionSelected) -> None:
        if event.option_id:
            self.house.open_file(event.option_id)
