"""Somebody comes in, leaves or is back: two letters and Enter, in front of whatever is going on."""

from __future__ import annotations

from typing import ClassVar, cast

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from data.i18n import _
from screens.house import House
from widgets.capture_line import CaptureLine


class ArrivalScreen(ModalScreen[None]):
    """A line for two letters of a name; the line of the screen behind it keeps what was typed."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,f7,ctrl+n", "dismiss", show=False)]

    def compose(self) -> ComposeResult:
        """What it is, the line, and how to leave."""
        with Vertical(classes="sheet"):
            yield Static(_("Who comes in?"), classes="heading", markup=False)
            with Horizontal(classes="sheet-line"):
                yield Static("› ", classes="prompt", markup=False)
                yield CaptureLine("arrival", placeholder=_("Two letters of the name"))
        yield Static(_("Enter: is here · Esc goes back"), classes="sheet-foot", markup=False)

    @property
    def _house(self) -> House:
        return cast("House", self.app)
