"""Home: go on with a network, begin a new one, or look at the demo."""

from __future__ import annotations

import tempfile
from functools import partial
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.events import Key
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from data.demo import demo_records
from data.i18n import N_, _, day, language, plural
from data.model import SessionStatus
from data.model.languages import LANGUAGE_NAMES, LANGUAGES
from data.network import Network
from data.network.glance import Glance, glance
from screens.dialogs.ask import AskLine
from screens.shell.screen import KringScreen
from widgets.command import Command
from widgets.keys import digit

THEME_NAMES = {"dark": N_("dark"), "light": N_("light"), "projector": N_("projector")}


class HomeScreen(KringScreen):
    """The networks that were open last, newest first; while looking along only the newest is named."""

    CSS_PATH = "home.tcss"
    ABOUT = N_("Every network is one file. Open one, or begin a new one: that takes a minute.")

    def __init__(self, place: str) -> None:
        super().__init__(place)
        self._seen: dict[str, Glance | None] = {}

    def on_screen_resume(self) -> None:
        """Look again: a network may have been worked on since."""
        super().on_screen_resume()
        self._seen.clear()
        self.show_data()

    def compose_work(self) -> ComposeResult:
        """The name, the list, and what is set."""
        yield Static(id="welcome", markup=False)
        yield OptionList(markup=False, id="recent")
        yield Static(id="set", markup=False)

    def compose_room(self) -> ComposeResult:
        """Nothing of other networks: the name alone."""
        yield Static(Content.styled("● kring", "bold $accent"), id="room-question", markup=False)

    def room_question(self) -> str:
        """The room sees the name only."""
        return "● kring"

    def show_data(self) -> None:
        """Draw the list and the settings."""
        recent = self.query_one("#recent", OptionList)
        chosen = recent.highlighted
        recent.clear_options()
        recent.add_options([Option(self._row(number, path), id=path) for number, path in enumerate(self._recent, 1)])
        hidden = len(self.house.settings.recent) - len(self._recent)
        if recent.option_count:
            recent.highlighted = min(chosen or 0, recent.option_count - 1)
        note = (
            plural(
                "{n} other network is hidden while the room looks along: F8 shows it.",
                "{n} other networks are hidden while the room looks along: F8 shows them.",
                hidden,
            )
            if hidden
            else ""
        )
        if not recent.option_count:
            note = _("No network yet. n begins one; d shows the demo.")
        self.query_one("#welcome", Static).update(
            Content.assemble(
                ("● kring\n", "bold $accent"),
                (_("Running a learning network, in the room.") + "\n\n", "$foreground"),
                (note, "$muted"),
            )
        )
        self.query_one("#set", Static).update(self._set())
        self._look()

    def _row(self, number: int, path: str) -> Content:
        file, seen = Path(path), self._seen.get(path)
        name = seen.name if seen else file.name.removesuffix(".json").removesuffix(".kring")
        head = Content.assemble((f"{number if number < 10 else ' '} ", "$accent"), (name, "bold"))
        if path in self._seen and seen is None:
            said = _("not there now") if not file.exists() else _("cannot be read; Enter says why")
            return Content.assemble(head, (f"   {said}", "$attention"), (f"\n   {file}", "$muted"))
        return Content.assemble(head, (f"   {file}", "$muted"), (f"\n   {_going_on(seen)}", "$foreground"))

    def _look(self) -> None:
        """Read the listed files beside the screen, so that a slow stick keeps nobody waiting."""
        wanted = [path for path in self._recent if path not in self._seen]
        if wanted:
            self.run_worker(partial(self._read, wanted), thread=True, group="glance")

    def _read(self, paths: list[str]) -> None:
        found = {path: glance(Path(path)) for path in paths}
        self.app.call_from_thread(self._have_seen, found)

    def _have_seen(self, found: dict[str, Glance | None]) -> None:
        self._seen.update(found)
        self.show_data()

    @property
    def _recent(self) -> list[str]:
        files = [each for each in dict.fromkeys(self.house.settings.recent) if each and each.isprintable()]
        return files[:1] if self.house.looking_along else files

    def _set(self) -> Content:
        settings = self.house.settings
        rows = [
            ("l", _("language"), LANGUAGES[settings.language].own_name),
            ("t", _("theme"), _(THEME_NAMES[settings.theme])),
            ("b", _("bell"), _("on") if settings.bell else _("off")),
            ("F8", _("the room looks along"), _("on") if self.house.looking_along else _("off")),
        ]
        return Content("   ").join(
            Content.assemble((f"{key} ", "bold $accent"), (f"{name} ", "$muted"), value) for key, name, value in rows
        )

    def none_to_choose(self) -> str | None:
        """Why there is nothing to go on with."""
        return None if self._recent else _("There is no network to choose yet.")

    def on_key(self, event: Key) -> None:
        """A digit opens that network."""
        number = digit(event)
        if number and 0 < int(number) <= len(self._recent):
            event.stop()
            self.house.open_file(self._recent[int(number) - 1])

    @on(OptionList.OptionSelected, "#recent")
    def _selected(self, event: OptionList.OptionSelected) -> None:
        if event.option_id:
            self.house.open_file(event.option_id)

    def action_go(self) -> None:
        """Open the chosen network."""
        if path := self._chosen:
            self.house.open_file(path)

    @property
    def _chosen(self) -> str | None:
        highlighted = self.query_one("#recent", OptionList).highlighted
        return self._recent[highlighted] if highlighted is not None and self._recent else None

    def action_new(self) -> None:
        """Begin a network."""
        self.house.go("new")

    def action_demo(self) -> None:
        """Write the demo to a fresh file and open it."""
        path, now = Path(tempfile.mkdtemp(prefix="kring-")) / "demo.kring.json", self.house.now()
        Network.create(path, demo_records(language(), now.date(), now.time())).close()
        self.house.open_file(str(path))

    def action_open(self) -> None:
        """Ask where the file is."""
        self.app.push_screen(
            AskLine(_("Where is the network file?"), placeholder="~/Documents/….kring.json"), self._open
        )

    def _open(self, typed: str | None) -> None:
        if typed:
            self.house.open_file(str(Path(typed).expanduser()))

    def action_bell(self) -> None:
        """A bell or none."""
        self.house.keep_settings(bell=not self.house.settings.bell)
        self.show_all()

    def action_forget(self) -> None:
        """Take the chosen network off the list."""
        chosen = self._chosen
        self.house.keep_settings(recent=tuple(path for path in self.house.settings.recent if path != chosen))
        self.show_all()

    # -- its keys

    KEYS: ClassVar[tuple[Command[HomeScreen], ...]] = (
        Command(action_go, N_("Go on"), N_("Open the chosen network"), ("enter",), 3, cannot=none_to_choose),
        Command(action_new, N_("New network"), N_("Name, theme, people and a programme"), ("n",), 4),
        Command(action_demo, N_("Demo"), N_("A network to look at and to play with"), ("d",), 5),
        Command(action_open, N_("Open a file"), N_("Type where the file is"), ("o",), 6),
        Command(
            lambda screen: screen.house.next_language(),
            LANGUAGE_NAMES,
            N_("Show the screens in the next language"),
            ("l",),
        ),
        Command(lambda screen: screen.house.next_theme(), N_("Theme"), N_("Dark, light or projector"), ("t",)),
        Command(action_bell, N_("Bell"), N_("A bell at the end of a round, or none"), ("b",)),
        Command(
            action_forget,
            N_("Off the list"),
            N_("Take it off this list; the file stays"),
            ("delete",),
            cannot=none_to_choose,
        ),
    )


def _going_on(seen: Glance | None) -> str:
    """With which session to go on, and what is open."""
    if seen is None:
        return ""
    parts = []
    if seen.session is not None:
        if seen.session.status is SessionStatus.CLOSED:
            parts.append(_("session {n} is over").format(n=seen.session.number))
        else:
            parts.append(_("go on with session {n}").format(n=seen.session.number))
        parts.append(day(seen.session.date) if seen.session.date else "")
    if seen.questions:
        parts.append(plural("{n} question still open", "{n} questions still open", seen.questions))
    if seen.decisions:
        parts.append(plural("{n} decision under way", "{n} decisions under way", seen.decisions))
    return " · ".join(filter(None, parts))
