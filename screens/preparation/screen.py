"""Preparation review: a form or scan that was filled in beforehand, question by question, and what strikes."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input

from data.i18n import N_, told
from data.model import PreparationStep
from data.network.task import Applied
from data.verbs.heard import hear
from data.verbs.preparation import add_question, stop
from screens.dialogs.kept_lines import KeptLines
from screens.dialogs.paste import offer_each
from screens.preparation import view
from screens.preparation.forms import ROUTE, Forms
from screens.preparation.words import step_name
from screens.shell.line_and_page import LineAndPage
from screens.shell.screen import KringScreen
from screens.shell.stepped import show_stepped, show_time, stepped_work
from screens.shell.stepping import Stepping
from widgets.capture_line import CaptureLine


class PreparationScreen(KringScreen):
    """The form, each of its questions with the answers to it, and what strikes."""

    CSS_PATH = "preparation.tcss"
    AUTO_FOCUS = "#line"
    PARTS = (Stepping, Forms, KeptLines)
    ABOUT = N_(
        "What was filled in beforehand, question by question. F5 writes the questions of the form, Shift+F5 pastes "
        "the answers. F6 puts a question on the wall with its answers, without names; type what stands out."
    )
    TABLES = frozenset({"participants", "sessions", "activities", "heard", "engagements", "deliveries"})

    def __init__(self, place: str) -> None:
        super().__init__(place)
        self.lined = LineAndPage(self)
        self.lines = KeptLines(self, self.show_data, self._kept)
        self.own_parts = (
            Stepping(self, ROUTE),
            Forms(self),
            self.lines,
        )

    def compose_work(self) -> ComposeResult:
        """The form, the steps, the question of now, its answers and what strikes, and the line."""
        yield from stepped_work()

    def show_data(self) -> None:
        """Draw where we are, the answers, and what strikes."""
        show_stepped(self, view.work(self.house.state, self.activity, hidden=self.house.looking_along))

    def tick(self) -> None:
        """The time of the step goes on."""
        show_time(self)

    def _kept(self, typed: str) -> Applied | None:
        item = self.activity
        step, key = stop(self.house.state, item)
        if step is PreparationStep.FORM:
            added = self.house.do(add_question, activity=item.id, text=typed)
            if added:
                self.house.tell(told(added.change.label))
            return added
        return self.house.do(hear, activity=item.id, text=typed, part=key or step.value)

    @on(CaptureLine.Pasted, "#line")
    def _pasted(self, event: CaptureLine.Pasted) -> None:
        offer_each(event, step_name(stop(self.house.state, self.activity)[0]), self.lines.keep)

    @on(Input.Submitted, "#line")
    def _entered(self) -> None:
        self.lines.keep()
