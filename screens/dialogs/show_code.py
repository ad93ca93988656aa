"""A line that is typed elsewhere, and the same to be scanned, in front of a screen."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from data.i18n import _
from widgets import qr


class ShowCode(ModalScreen[None]):
    """The code as large as it must be, which is most of a small screen; any way back takes it away."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,enter,q,r,f8", "dismiss", show=False)]

    def __init__(self, heading: str, text: str) -> None:
        super().__init__()
        self.heading = heading
        self.text = text

    def compose(self) -> ComposeResult:
        """The code, and beside it what it is for and what to type in its place."""
        code = qr.drawn(self.text)
        with Horizontal(id="code"):
            if code is not None:
                yield Static(code, id="qr")
            with Vertical():
                yield Static(Content.styled(self.heading, "bold"))
                yield Static(Content(self.text), id="line")
                yield Static(Content.styled(_("Esc goes back"), "$muted"))
