"""The core question, large, in front of whatever is going on."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from data.i18n import _
from widgets.letters import largest


class CoreQuestion(ModalScreen[None]):
    """One question and nothing else; any usual key closes it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,f3,enter,space,q,ctrl+t", "dismiss", show=False)]
    CSS_PATH = "core_question.tcss"

    def __init__(self, question: str) -> None:
        super().__init__()
        self.question = question

    def compose(self) -> ComposeResult:
        """The question in the middle of the screen."""
        yield Static(id="core")

    def on_mount(self) -> None:
        """Draw it for this screen."""
        self._draw()

    def on_resize(self) -> None:
        """Draw it for the new size."""
        self._draw()

    def _draw(self) -> None:
        """As large as it fits; a question that cannot be drawn large stands there in bold."""
        text = self.question or _("There is no question yet: type one in the activity.")
        width, height = max(20, self.size.width * 8 // 10 - 8), max(3, self.size.height - 6)
        rows = largest(text, width, height)
        self.query_one("#core", Static).update(Content("\n").join(Content(row) for row in rows))
