"""The window of the room: it shows what the room sees of a session that goes on elsewhere, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import ClassVar, Protocol

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.events import Key
from textual.widgets import Static

from data.i18n import _, set_language, told
from data.model import Said
from data.settings import THEMES as NAMES
from data.settings import Settings
from tui.crash import told_in_one_sentence
from tui.sheets import Sheets
from tui.themes import THEMES
from widgets.projected import Projected
from widgets.projection import Projection

LOOK = 0.05
"""Seconds between two looks at what is to be shown."""

HINT = 6.0
"""Seconds that the keys of this window are told after a key that it does not know."""


class Source(Protocol):
    """Where the pictures come from: a file that others write, or another laptop."""

    @property
    def trouble(self) -> Said | None:
        """Why what is shown may no longer be what is, or None."""

    def picture(self, now: datetime) -> Projected:
        """What is to be shown at this time; it is quick, and never fails."""

    def close(self) -> None:
        """Nobody looks any more."""


class RoomWindow(App[None]):
    """Draws the picture of a source, again and again. Nothing of it is kept, and no key changes anything."""

    CSS = """
    Screen { background: $background; color: $foreground; }
    #told { dock: bottom; height: auto; width: 1fr; display: none; background: $panel; padding: 0 2; }
    #told.-told { display: block; }
    """
    TITLE = "Kring"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q,q", "quit", show=False),
        Binding("ctrl+c", "hint", show=False, priority=True),
        Binding("t", "theme", show=False),
    ]

    def __init__(self, settings: Settings, source: Source, now: Callable[[], datetime] | None = None) -> None:
        super().__init__()
        self._source = source
        self._now = now or (lambda: datetime.now().astimezone())
        self._hinted = False
        for theme in THEMES:
            self.register_theme(theme)
        self.set_reactive(RoomWindow.theme, settings.theme)
        self.stylesheet = Sheets(self.get_css_variables())
        set_language(settings.language)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """The words of our themes also exist in Textual's own, so that a screen can always be drawn."""
        return dict(THEMES[0].variables)

    def compose(self) -> ComposeResult:
        """The picture, and a line below it for when there is something to tell."""
        yield Projection(id="projection")
        yield Static(id="told", markup=False)

    def on_mount(self) -> None:
        """Show it at once, and from then on as soon as it is another."""
        self.show_now()
        self.set_interval(LOOK, self.show_now)

    def show_now(self) -> None:
        """Draw what is to be shown now."""
        if not self.query(Projection):
            return  # the window is closing, and this was its last look
        self.query_one(Projection).show(self._source.picture(self._now()))
        trouble = self._source.trouble
        hint = _("Ctrl+Q closes this window, t changes its colours.") if self._hinted else ""
        line = self.query_one("#told", Static)
        line.update(told(trouble) if trouble else hint)
        line.set_class(bool(trouble or hint), "-told")

    def on_key(self, event: Key) -> None:
        """A key that means nothing here has the others told for a moment."""
        if event.key not in {"ctrl+q", "q", "t"}:
            self.action_hint()

    def action_hint(self) -> None:
        """Tell the keys for a moment."""
        self._hinted = True
        self.show_now()
        self.set_timer(HINT, self._forget_hint)

    def _forget_hint(self) -> None:
        self._hinted = False

    def action_theme(self) -> None:
        """Dark, light, projector, and round again; only for this window, and only until it closes."""
        self.theme = NAMES[(NAMES.index(self.theme) + 1) % len(NAMES)]

    def on_unmount(self) -> None:
        """Let go of what was looked at."""
        self._source.close()

    def _fatal_error(self) -> None:
        """Say a mistake of the program in one sentence, also here: no room sees more."""
        told_in_one_sentence(self)
