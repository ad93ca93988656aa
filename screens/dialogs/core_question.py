"""The core question, large, in front of whatever is going on."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from data.i18n import _
from widgets.projected import Projected
from widgets.projection import Projection


class CoreQuestion(ModalScreen[None]):
    """One question and nothing else; any usual key closes it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,f3,enter,space,q,ctrl+t", "dismiss", show=False)]
    CSS_PATH = "core_question.tcss"

    def __init__(self, question: str) -> None:
        super().__init__()
        self.question = question

    def compose(self) -> ComposeResult:
        """The question, as large as this screen allows."""
        projection = Projection(id="core")
        projection.show(Projected(giant=self.question or _("There is no question yet: type one in the activity.")))
        yield projection
