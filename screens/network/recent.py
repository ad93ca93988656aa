"""The networks that were open last: what is seen of each, and what is done with them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import ClassVar

from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList

from data.demo import demo_records
from data.i18n import N_, _, day, language, plural
from data.model import SessionStatus
from data.model.languages import LANGUAGE_NAMES
from data.network import Network
from data.network.glance import Glance, glance
from data.passing import passing_file
from screens.dialogs.ask import AskLine
from screens.shell.house import next_language, next_theme
from screens.shell.part import Part
from widgets.command import Command
from widgets.keys import place_key
from widgets.wrapping import Row


class Recent(Part):
    """The list (``#recent``) on Home; ``draw`` draws its data, ``show`` all of the screen."""

    def __init__(self, screen: Screen[None], draw: Callable[[], None], show: Callable[[], None]) -> None:
        super().__init__(screen)
        self._draw = draw
        self._show = show
        self._seen: dict[str, Glance | None] = {}

    @property
    def listing(self) -> OptionList:
        """The list on the screen."""
        return self.screen.query_one("#recent", OptionList)

    @property
    def paths(self) -> list[str]:
        """The files that are listed, newest first: while looking along the newest alone."""
        files = [each for each in dict.fromkeys(self.house.settings.recent) if each and each.isprintable()]
        return files[:1] if self.house.looking_along else files

    @property
    def newest(self) -> Glance | None:
        """What was seen of the network that was open last; None when there is none, or it was not read yet."""
        return self._seen.get(self.paths[0]) if self.paths else None

    @property
    def chosen(self) -> str | None:
        """The chosen file; None when there is none."""
        highlighted = self.listing.highlighted
        return self.paths[highlighted] if highlighted is not None and self.paths else None

    def row(self, number: int, path: str, *, airy: bool, large: int = 0) -> Row:
        """What stands in the list for this file, with a blank line above and below it where that is asked.

        Its name is drawn in letters where there are so many cells for a ``large`` one, and it fits.
        """
        file, seen = Path(path), self._seen.get(path)
        name = seen.name if seen else file.name.removesuffix(".json").removesuffix(".kring")
        lead = Content.styled(f"{place_key(number)}  ", "$key")
        if path in self._seen and seen is None:
            why = _("not there now") if not file.exists() else _("cannot be read; Enter says why")
            title = Content.assemble((name, "bold"), (f"   {why}", "$attention"))
            return Row(lead, title, Content.styled(str(file), "$muted"), airy=airy)
        said = Content(_going_on(seen, whole=number == 1))
        if letters := _drawn(name, large - lead.cell_length) if large else ():
            return Row(lead, Content.styled(str(file), "$muted"), said, airy=airy, letters=letters)
        title = Content.assemble((name, "bold"), (f"   {file}", "$muted"))
        return Row(lead, title, said, airy=airy)

    def look_again(self) -> None:
        """A network may have been worked on since it was looked at."""
        self._seen.clear()

    def look(self) -> None:
        """Read the listed files beside the screen, so that a slow stick keeps nobody waiting."""
        wanted = [path for path in self.paths if path not in self._seen]
        if wanted:
            self.screen.run_worker(partial(self._read, wanted), thread=True, group="glance")

    def _read(self, paths: list[str]) -> None:
        found = {path: glance(Path(path)) for path in paths}
        self.house.call_from_thread(self._have_seen, found)

    def _have_seen(self, found: dict[str, Glance | None]) -> None:
        self._seen.update(found)
        self._draw()

    def none_to_choose(self) -> str | None:
        """Why there is nothing to go on with."""
        return None if self.paths else _("There is no network to choose yet.")

    def go(self) -> None:
        """Open the chosen network."""
        if path := self.chosen:
            self.house.open_file(path)

    def network(self) -> None:
        """Open the chosen network at its profile, people and sessions."""
        if (path := self.chosen) and self.house.open_file(path):
            self.house.go("network")

    def export(self) -> None:
        """Open the chosen network at its export."""
        if (path := self.chosen) and self.house.open_file(path):
            self.house.go("export")

    def new(self) -> None:
        """Begin a network."""
        self.house.go("new")

    def demo(self) -> None:
        """Write the demo to a fresh file and open it."""
        path, now = passing_file(), self.house.now()
        Network.create(path, demo_records(language(), now.date(), now.time())).close()
        self.house.open_file(str(path))

    def open_other(self) -> None:
        """Ask where the file is."""
        self.house.push_screen(
            AskLine(_("Where is the network file?"), placeholder="~/Documents/….kring.json"), self._open_other
        )

    def _open_other(self, typed: str | None) -> None:
        if typed:
            self.house.open_file(str(Path(typed).expanduser()))

    def bell(self) -> None:
        """A bell or none."""
        self.house.keep_settings(bell=not self.house.settings.bell)
        self._show()

    def forget(self) -> None:
        """Take the chosen network off the list."""
        chosen = self.chosen
        self.house.keep_settings(recent=tuple(path for path in self.house.settings.recent if path != chosen))
        self._show()

    # -- its keys

    KEYS: ClassVar[tuple[Command[Recent], ...]] = (
        Command(go, N_("Go on"), N_("Open the chosen network"), ("enter",), 3, cannot=none_to_choose),
        Command(
            network,
            N_("Network"),
            N_("Open the chosen network at its profile, people and sessions"),
            ("w",),
            7,
            cannot=none_to_choose,
        ),
        Command(
            export,
            N_("Export"),
            N_("Open the chosen network and export from it"),
            ("x",),
            8,
            cannot=none_to_choose,
        ),
        Command(new, N_("New network"), N_("Name, theme, people and a programme"), ("n",), 4),
        Command(demo, N_("Demo"), N_("A network to explore and play with"), ("d",), 5),
        Command(
            lambda recent: recent.house.go("together"),
            N_("Together"),
            N_("Let other laptops in, or join one"),
            ("s",),
        ),
        Command(open_other, N_("Open a file"), N_("Type where the file is"), ("o",), 6),
        Command(
            lambda recent: next_language(recent.house),
            LANGUAGE_NAMES,
            N_("Show the screens in the next language"),
            ("l",),
        ),
        Command(lambda recent: next_theme(recent.house), N_("Theme"), N_("Dark, light or projector"), ("t",)),
        Command(bell, N_("Bell"), N_("A bell at the end of a round, or none"), ("b",)),
        Command(
            forget,
            N_("Off the list"),
            N_("Take it off this list; the file stays"),
            ("delete",),
            cannot=none_to_choose,
        ),
    )


def _drawn(name: str, width: int) -> Sequence[Content]:
    """A name in letters; these are imported when a screen is high enough for them."""
    from widgets.headline import FULL, drawings

    return next(drawings(name, width, FULL), ())


def _going_on(seen: Glance | None, *, whole: bool) -> str:
    """With which session to go on, and below that what is open; ``whole`` also at what hour, where and on what."""
    if seen is None:
        return ""
    on, waits = [], []
    themes: tuple[str, ...] = ()
    if seen.session is not None:
        if seen.session.status is SessionStatus.CLOSED:
            on.append(_("session {n} is over").format(n=seen.session.number))
        else:
            on.append(_("continue session {n}").format(n=seen.session.number))
        on.append(day(seen.session.date) if seen.session.date else "")
        if whole:
            on += [seen.session.starts, seen.session.place]
            themes = seen.session.themes
    if seen.questions:
        waits.append(plural("{n} question still open", "{n} questions still open", seen.questions))
    if seen.decisions:
        waits.append(plural("{n} decision under way", "{n} decisions under way", seen.decisions))
    return "\n".join(filter(None, (" · ".join(filter(None, facts)) for facts in (on, themes, waits))))
