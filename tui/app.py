"""The application: it opens a network, goes to places, and keeps what is common to all of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path
from threading import get_ident
from typing import Any, ClassVar

from rich.text import Text
from textual.actions import ActionParseResult
from textual.app import SystemCommand
from textual.dom import DOMNode
from textual.screen import ModalScreen, Screen

from data.i18n import N_, _, set_language, told
from data.model import Activity, Refused, say
from data.model.languages import LANGUAGE_NAMES, LANGUAGES
from data.network import Changed, Diverged, Event, Network, Noticed, RefusedLater, Unopened
from data.people.files import no_network
from data.settings import Settings, save
from data.verbs.network import current_session
from screens.shell.commands import commands
from screens.shell.line_and_page import take_back
from screens.shell.places import OUTSIDE, PLACES, screen_for
from screens.shell.screen import KringScreen
from tui.in_order import InOrder
from tui.sheets import WIDTHS, width_class
from tui.themes import THEMES
from widgets.command import Bound, Command


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

    def _in_front(self, screen: ModalScreen[Any]) -> None:
        """Put a sheet in front of the present screen; the key that opened it takes it away again."""
        if type(self.screen) is type(screen):
            self.screen.dismiss(None)
        else:
            self.push_screen(screen)

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

    def action_palette(self) -> None:
        """Open the palette with a prompt in the person's language."""
        from textual.command import CommandPalette

        if not any(isinstance(screen, CommandPalette) for screen in self.screen_stack):
            self.push_screen(CommandPalette(id="--command-palette", placeholder=_("Type a part of a command")))

    def action_help(self) -> None:
        """Show the keys of this place."""
        from screens.dialogs.help import HelpScreen

        screen = self.screen
        if isinstance(screen, HelpScreen):
            screen.dismiss()
        elif isinstance(screen, KringScreen):
            here = [bound.command for bound in commands(screen) if bound.owner is not self]
            self._in_front(HelpScreen(screen.ABOUT, here, list(self.KEYS)))

    def action_help_quit(self) -> None:
        """Ctrl+C copies; say what quits."""
        saved = self.open_network is None or self.open_network.saved
        self.tell(_("Ctrl+Q quits. Everything is saved already.") if saved else _("Ctrl+Q quits. Saving goes on."))

    def action_undo(self) -> None:
        """Take back the last change of this window."""
        self.tell(_("Undone: {what}").format(what=told(self.network.undo())))

    def action_redo(self) -> None:
        """Make the change again that was taken back."""
        self.tell(_("Made again: {what}").format(what=told(self.network.redo())))

    def action_look_along(self) -> None:
        """Hide or show what is not for the room."""
        self.looking_along = not self.looking_along
        self.keep_settings(looking_along=self.looking_along)
        self.tell(
            _("The room looks along: on. Only what it may see is shown.")
            if self.looking_along
            else _("The room looks along: off. Advice and reasons are shown.")
        )
        if isinstance(self.screen, KringScreen):
            self.screen.show_all()

    def action_room(self) -> None:
        """Show the room view in place, or the work again."""
        if isinstance(self.screen, KringScreen):
            self.screen.toggle_room()

    def action_core_question(self) -> None:
        """The question of now, large."""
        from screens.dialogs.core_question import CoreQuestion

        screen = self.screen
        if isinstance(screen, KringScreen | CoreQuestion):
            self._in_front(CoreQuestion(screen.room_question() if isinstance(screen, KringScreen) else ""))

    def action_park(self) -> None:
        """Keep an off-topic point for later."""
        from screens.dialogs.park import ParkScreen

        self._in_front(ParkScreen())

    def action_arrival(self) -> None:
        """Somebody comes in, leaves or is back."""
        from screens.dialogs.arrival import ArrivalScreen

        self._in_front(ArrivalScreen())

    @property
    def place(self) -> str:
        """Where this window is."""
        return self._place

    def action_forget(self) -> None:
        """Erase somebody, asked step by step."""
        from tui.forget import forget

        self.run_worker(forget(self), exclusive=True, group="forget")

    def action_save_copy(self) -> None:
        """Ask where, and write everything there, also what could not be saved."""
        from tui.leaving import save_copy

        self.run_worker(save_copy(self), exclusive=True, group="leave")

    def leave(self) -> None:
        """Quit; ask first while something is not saved."""
        from tui.leaving import leave

        self.run_worker(leave(self), exclusive=True, group="leave")

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

    # -- its keys

    KEYS: ClassVar[tuple[Command[Kring], ...]] = (
        Command(
            action_help,
            N_("Help"),
            N_("What this screen is for, and its keys"),
            ("f1", "ctrl+g"),
            1,
            outside=True,
            first=True,
        ),
        Command(
            lambda app: app.go("programme"),
            N_("Programme"),
            N_("Go anywhere in this session"),
            ("f2", "ctrl+o"),
            2,
            first=True,
        ),
        Command(
            action_core_question, N_("Core question"), N_("The core question, large"), ("f3", "ctrl+t"), first=True
        ),
        Command(action_park, N_("Park a point"), N_("Keep an off-topic point for later"), ("f4", "ctrl+b"), first=True),
        Command(
            action_arrival, N_("Arrival"), N_("Somebody comes in, leaves or is back"), ("f7", "ctrl+n"), 60, first=True
        ),
        Command(
            action_look_along,
            N_("The room looks along"),
            N_("Hide or show what is not for the room"),
            ("f8", "ctrl+l"),
            90,
            outside=True,
            first=True,
        ),
        Command(action_room, N_("Room view"), N_("Show this to the room, large"), ("f9", "ctrl+r"), 80, first=True),
        Command(action_undo, N_("Undo"), N_("Take back the last change"), ("ctrl+z",), 95),
        Command(action_redo, N_("Redo"), N_("Make the change once more"), ("ctrl+y",)),
        Command(
            action_palette, N_("All commands"), N_("Find a command by its name"), ("ctrl+p",), outside=True, first=True
        ),
        Command(action_forget, N_("Forget a person"), N_("Erase somebody from the file, its history and backups"), ()),
        Command(
            action_save_copy, N_("Save a copy"), N_("Write all of it to another file, such as on another disk"), ()
        ),
        Command(
            settle_versions,
            N_("Other versions"),
            N_("Join, or take, what another program put in its place"),
            (),
        ),
        Command(
            lambda app: app.go("home"),
            N_("Home"),
            N_("Other network files and the settings"),
            ("ctrl+home",),
            outside=True,
        ),
        Command(next_language, LANGUAGE_NAMES, N_("Show the screens in the next language"), (), outside=True),
        Command(next_theme, N_("Theme"), N_("Dark, light or projector"), (), outside=True),
        Command(leave, N_("Quit"), N_("It asks first when something is not saved yet"), ("ctrl+q",), outside=True),
    )
