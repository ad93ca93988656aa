"""The scores over the sessions, in front of the evaluation."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from data.i18n import _
from screens.evaluation.looking_back import series
from screens.shell.house import house_of


class Series(ModalScreen[None]):
    """A row a session for each of the three scores; the key that opened it closes it too."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,shift+f7,ctrl+e", "dismiss", show=False)]
    AUTO_FOCUS = "VerticalScroll"

    def __init__(self, session: str) -> None:
        super().__init__()
        self._session = session

    def compose(self) -> ComposeResult:
        """The heading and the rows."""
        with Vertical(classes="sheet series"):
            yield Static(_("The scores over the sessions"), classes="heading", markup=False)
            with VerticalScroll():
                yield Static(id="series", markup=False)
        foot = _("how many gave each mark, 0 to 10 · Esc closes")
        yield Static(foot, classes="sheet-foot", markup=False)

    def on_mount(self) -> None:
        """Draw, and again when the room is watching or no longer does."""
        self.watch(self.app, "looking_along", self.on_resize)

    def on_resize(self) -> None:
        """Draw for this size."""
        house = house_of(self)
        width = min(100, self.app.size.width * 9 // 10) - 6
        drawn = series(house.state, self._session, width, hidden=house.looking_along)
        self.query_one("#series", Static).update(drawn)
