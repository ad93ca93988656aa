"""The application: it opens a network, goes to places, and keeps what is common to all of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from threading import Thread
from typing import Any

from textual.actions import ActionParseResult
from textual.dom import DOMNode
from textual.events import Event, Key, Paste
from textual.filter import ANSIToTruecolor, LineFilter
from textual.screen import ModalScreen
from textual.widgets import Input

from data.i18n import _, set_language
from data.model import Refused, say
from data.settings import Settings, change, load
from data.text import line
from screens.shell.house import House
from tui.everywhere import EVERYWHERE
from tui.files import Files
from tui.in_order import InOrder, Settled
from tui.places import Places
from tui.sheets import HEIGHTS, WIDTHS, Sheets, read_sheets
from tui.themes import THEMES
from tui.together.companions import Companions

COPIED = 60
"""So many characters of what was copied are told."""


class Kring(House):
    """Kring in a terminal."""

    # The sheet of the first screen is read with the first one: reading it later would read all of them again.
    CSS_PATH = ["kring.tcss", "../screens/network/programme.tcss"]
    ENABLE_COMMAND_PALETTE = False  # ours has a prompt in the person's language
    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS

    def __init__(
        self, settings: Settings, path: Path | None = None, then: Callable[[House], object] | None = None
    ) -> None:
        """``path`` is opened first, and ``then`` is what is done next."""
        super().__init__(settings)
        self._filed = load()
        """The settings without what holds for this run alone: what the file is made of anew if it goes away."""
        self._first = path
        self._then = then
        self._in_order = InOrder(self, super().on_event, self._is_refused)
        self._places = Places(self, self._in_order.opens)
        self._files = Files(self)
        self.together = self._companions = Companions(self)
        for theme in THEMES:
            self.register_theme(theme)
        # Set before anything is drawn, so that no style sheet is read twice.
        self.set_reactive(Kring.theme, settings.theme)
        self.stylesheet = Sheets(self.get_css_variables())
        set_language(settings.language)
        self.looking_along = settings.looking_along

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """The words of our themes also exist in Textual's own, so that a screen can always be drawn."""
        return dict(THEMES[0].variables)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Our colours are colours already, not the terminal's sixteen: nothing has to look for those in every line."""
        return [each for each in super().get_line_filters() if not isinstance(each, ANSIToTruecolor)]

    def on_ready(self) -> None:
        """Open the file that was asked for, or go Home."""
        if (self._first is None or not self.open_file(str(self._first))) and len(self.screen_stack) == 1:
            self.go("home")
        if self._then is not None:
            self._then(self)

    # -- when the program itself fails

    def _fatal_error(self) -> None:
        """Keep what went wrong in a file, without what people typed, and say it in one sentence: no room sees more."""
        from tui.crash import told_in_one_sentence

        told_in_one_sentence(self)

    # -- the network, and places

    def open_file(self, path: str) -> bool:
        """Open a network file at the place where this window was last; False when it could not, and why was told."""
        return self._files.open(Path(path))

    def leave_network(self) -> None:
        """Close the file and everything that shows it; others go on without this laptop."""
        if (ended := self._companions.end()) is not None:
            Thread(target=ended).start()  # it may take a moment, and is waited for at the end
        self._files.close()
        self.exporting = self.read_in = None
        self._places.forget()

    async def on_unmount(self) -> None:
        """Leave nothing behind: what was typed is on disk before the window closes."""
        await self._companions.leave()
        if self.open_network is not None:
            self.open_network.close()

    def go(self, place: str) -> None:
        """Show a place; an activity that is gone leads to the programme."""
        self._places.go(place)

    def push_screen(self, *args: Any, **kwargs: Any) -> Any:
        """Show a screen in front; keys are for it from now on, also before it is there."""
        if isinstance((args or (None,))[0], ModalScreen):
            read_sheets(self)
        pushed = super().push_screen(*args, **kwargs)
        self._in_order.opens(self.screen)
        return pushed

    def keep_settings(self, **changes: object) -> None:
        """Change some settings, show them and write them down, and none of those that hold for this run only."""
        before, self.settings = self.settings, self.settings.having(**changes)
        if self.settings == before:
            return
        self._filed = self._filed.having(**changes)
        if not change(self._filed, **changes):
            self.warn(say("The settings could not be saved; they hold until you quit."))
        self.theme = self.settings.theme
        if before.language != self.settings.language:
            set_language(self.settings.language)
            self._places.forget()
            self.go(self.place)

    # -- keys and actions

    async def on_event(self, event: Event) -> None:
        """Keys and pastes are handled one after the other."""
        if isinstance(event, Key | Paste) and not event.is_forwarded:
            await self._in_order.take(event)
        else:
            await super().on_event(event)

    def _is_refused(self, key: Key) -> bool:
        """The turn of a key has come: what was told goes; says whether the key was for what was refused before it."""
        self.feedback.pressed(key)
        return self.unanswered.takes(key, typing=isinstance(self.focused, Input))

    async def on_settled(self, event: Settled) -> None:
        """A key has done what it does."""
        await self._in_order.settled(event)

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

    def copy_to_clipboard(self, text: str) -> None:
        """Give a text to the terminal for its clipboard (OSC 52), and say so."""
        super().copy_to_clipboard(text)
        self.tell(_("Copied: “{text}”").format(text=line(text, COPIED)))

    KEYS = EVERYWHERE
