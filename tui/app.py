"""The application: it opens a network, goes to places, and keeps what is common to all of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path
from threading import get_ident
from typing import Any

from rich.text import Text
from textual.actions import ActionParseResult
from textual.app import SystemCommand
from textual.dom import DOMNode
from textual.screen import ModalScreen, Screen

from data.i18n import _, set_language, told
from data.list_files import no_network
from data.model import Activity, Refused, say
from data.model.languages import LANGUAGES
from data.network import Changed, Diverged, Event, Network, Noticed, RefusedLater, Unopened
from data.settings import Settings, save
from data.verbs.network import current_session
from screens.shell.commands import commands
from screens.shell.line_and_page import take_back
from screens.shell.places import OUTSIDE, PLACES, screen_for
from screens.shell.screen import KringScreen
from tui.everywhere import EVERYWHERE
from tui.in_order import InOrder
from tui.sheets import WIDTHS, width_class
from tui.themes import THEMES
from widgets.command import Bound


class Kring(InOrder):
    """Kring in a terminal."""

    # The sheet of the first screen is read with the first one: reading it later would read all of them again.
    CSS_PATH = ["kring.tcss", "../screens/network/programme.tcss"]
    TITLE = "Kring"
    ENABLE_COMMAND_PALETTE = False  # ours has a prompt in the person's language
    HORIZONTAL_BREAKPOINTS = WIDTHS

    def __init__(self, settings: Settings, path: Path | None = None) -> None:
        super().__init__(settings)
        self._first = path
        self._place = "home"
        for theme in THEMES:
            self.register_theme(theme)
        # Set before anything is drawn, so that no style sheet is read twice.
        self.set_reactive(Kring.theme, settings.theme)
        self.stylesheet.set_variables(self.get_css_variables())
        set_language(settings.language)
        self.looking_along = settings.looking_along

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """The words of our themes also exist in Textual's own, so that a screen can always be drawn."""
        return dict(THEMES[0].variables)

    def on_ready(self) -> None:
        """Open the file that was asked for, or go Home."""
        if (self._first is None or not self.open_file(str(self._first))) and len(self.screen_stack) == 1:
            self.go("home")

    # -- when the program itself fails

    def _fatal_error(self) -> None:
        """Keep what went wrong in a file, without what people typed, and say it in one sentence: no room sees more."""
        from tui.crash import keep_report

        report = keep_report()
        where = f" ({report})" if report else ""
        sentence = _("Kring stopped by a mistake of its own. All that was kept is safe: start it again.")
        self._exit_renderables.append(Text(sentence + where))
        self._close_messages_no_wait()

    # -- the network

    def open_file(self, path: str) -> bool:
        """Open a network file at the place where this window was last; False when it could not, and why was told."""
        try:
            opened = Network.open(Path(path), watch=True)
        except Unopened as unopened:
            self._tell_unopened(Path(path), unopened)
            return False
        self._enter(opened)
        return True

    def _tell_unopened(self, path: Path, unopened: Unopened) -> None:
        """Say what is wrong, and offer the good copies where there are any; with a list a network can be begun."""
        if no_network(path):
            self.opened_list = path.absolute()
            self.go("new")
            self.notify(_("{file} is a list: a network begins with these people.").format(file=path.name), markup=False)
            return
        if not (unopened.backups or unopened.rescue):
            self.notify(told(unopened.said), severity="error", markup=False, timeout=20)
            return
        from tui.mend import mended, offer

        def chosen(choice: str | None) -> None:
            if choice is None:
                return
            try:
                self._enter(mended(path, unopened, choice))
            except Unopened as again:
                self._tell_unopened(path, again)
            except OSError as error:
                self.notify(error.strerror or str(error), severity="error", markup=False)

        self.go(self._place)
        self.push_screen(offer(unopened), chosen)

    def _enter(self, opened: Network) -> None:
        self.leave_network()
        self.open_network = opened
        self.chosen_session = None
        opened.subscribe(self._hear)
        self.keep_settings(recent=self.settings.opened(opened.path).recent)
        for said in opened.notices:
            self.warn(said)
        self.go(opened.drafts.place or "programme")
        if any(other.asks for other in opened.diverged):
            self.settle_versions()

    def leave_network(self) -> None:
        """Close the file and everything that shows it."""
        if self.open_network is not None:
            self.open_network.close()
            self.open_network = None
        self._forget_screens()

    def _hear(self, event: Event) -> None:
        """Take over an event of the network in this thread, whichever thread it came from."""
        if self._thread_id == get_ident():
            self._heard(event)
        elif self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._heard, event)

    def _heard(self, event: Event) -> None:
        if isinstance(event, RefusedLater | Noticed | Diverged):
            self.warn(event.said)
        if isinstance(event, RefusedLater) and len(event.texts) == 1 and isinstance(self.screen, KringScreen):
            take_back(self.screen, event.texts[0])
        if isinstance(event, Diverged):
            self.tell(_("Ctrl+P, Other versions: join them, or take one."))
        if self.is_running:
            self.changed.publish(event.tables if isinstance(event, Changed) else frozenset())

    async def on_unmount(self) -> None:
        """Leave nothing behind: what was typed is on disk before the window closes."""
        if self.open_network is not None:
            self.open_network.close()

    # -- places

    def go(self, place: str) -> None:
        """Show a place; an activity that is gone leads to the programme."""
        if self.open_network is None:
            place = place if place in OUTSIDE else "home"
        elif place not in PLACES and self.state.find(Activity, place) is None:
            place = "programme"
        if place not in self._installed_screens:
            screen = screen_for(place, self.open_network.state if self.open_network else None)
            # Styled for this width from the start, and not a second time once it hears of it.
            screen.add_class(width_class(self.size.width))
            self.install_screen(screen, place)
        while len(self.screen_stack) > 1 and isinstance(self.screen, ModalScreen):
            self.pop_screen()
        self._place = place
        if self.open_network is not None and (activity := self.state.find(Activity, place)):
            # The bars and the programme follow the session whose activity is shown.
            now = current_session(self.state)
            self.chosen_session = None if now and now.id == activity.session else activity.session
        if self.open_network is not None and place not in OUTSIDE:
            self.open_network.drafts.place = place
        if len(self.screen_stack) == 1:
            self.push_screen(place)
        elif self.screen is not self.get_screen(place):
            self.switch_screen(place)
            self.opens(self.get_screen(place))

    def _forget_screens(self) -> None:
        """Take every screen away, so that the next ones are made anew."""
        while len(self.screen_stack) > 1:
            self.pop_screen()
        for name in list(self._installed_screens):
            if not name.startswith("_"):
                screen = self._installed_screens[name]
                self.uninstall_screen(name)
                if isinstance(screen, Screen) and screen.is_attached and screen is not self.screen:
                    screen.remove()

    def keep_settings(self, **changes: object) -> None:
        """Change some settings, show them and write them down."""
        before, self.settings = self.settings, self.settings.having(**changes)
        if not save(self.settings):
            self.warn(say("The settings could not be written; they hold until you quit."))
        self.theme = self.settings.theme
        if before.language != self.settings.language:
            set_language(self.settings.language)
            self._forget_screens()
            self.go(self._place)

    # -- actions

    async def run_action(
        self,
        action: str | ActionParseResult,
        default_namespace: DOMNode | None = None,
        namespaces: Mapping[str, DOMNode] | None = None,
    ) -> bool:
        """Run an action; when it is refused, tell why."""
        try:
            return await super().run_action(action, default_namespace, namespaces)
        except Refused as refused:
            self.warn(refused.said)
            return True

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """Every command that works here, for the palette."""
        for bound in self._commands_of(screen):
            command = bound.command
            keys = f" {command.twins}" if command.keys else ""
            yield SystemCommand(_(command.label) + keys, _(command.help), partial(self.call_later, self.perform, bound))

    def _commands_of(self, screen: Screen[Any]) -> list[Bound]:
        if isinstance(screen, KringScreen):
            return commands(screen)
        return [Bound(command, self) for command in self.KEYS]

    def action_help_quit(self) -> None:
        """Ctrl+C copies; say what quits."""
        saved = self.open_network is None or self.open_network.saved
        self.tell(_("Ctrl+Q quits. Everything is saved already.") if saved else _("Ctrl+Q quits. Saving goes on."))

    @property
    def place(self) -> str:
        """Where this window is."""
        return self._place

    def settle_versions(self) -> None:
        """Say what to do with other versions of this file."""
        from tui.versions import settle_versions

        self.run_worker(settle_versions(self), exclusive=True, group="versions")

    def next_language(self) -> None:
        """Show the screens in the next language."""
        names = list(LANGUAGES)
        self.keep_settings(language=names[(names.index(self.settings.language) + 1) % len(names)])

    def next_theme(self) -> None:
        """Dark, light, projector, and round again."""
        names = [theme.name for theme in THEMES]
        self.keep_settings(theme=names[(names.index(self.settings.theme) + 1) % len(names)])

    KEYS = EVERYWHERE
