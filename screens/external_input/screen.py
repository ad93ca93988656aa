"""External input: what we ask an expert, the talk, the answers, the terms that become clear, and what is agreed."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input

from data.i18n import N_
from data.model import InputStep, Parked, Question, Record
from data.network.task import Applied
from data.verbs.agreements import agree
from data.verbs.external_input import ask_new, not_asked, stop
from data.verbs.heard import hear
from data.verbs.parked import edit_parked
from data.verbs.round_table import edit_question
from data.verbs.terms import keep_term
from screens.dialogs.kept_lines import KINDS, Asked, KeptLines, Typed, as_text
from screens.dialogs.paste import offer_each
from screens.external_input import view
from screens.external_input.asking import ROUTE, Asking
from screens.external_input.words import step_name
from screens.shell.line_and_page import LineAndPage
from screens.shell.screen import KringScreen
from screens.shell.stepped import show_stepped, show_time, stepped_work
from screens.shell.stepping import Stepping
from widgets.capture_line import CaptureLine


class ExternalInputScreen(KringScreen):
    """Who comes, the steps with their clock, and what each of them brings."""

    CSS_PATH = "external_input.tcss"
    AUTO_FOCUS = "#line"
    PARTS = (Stepping, Asking, KeptLines)
    ABOUT = N_(
        "F5 gathers the questions that nobody could answer yet. F6 goes to the talk, to each question and its "
        "answer, to the terms and to what is agreed; what you type is saved there. A question that gets an answer is "
        "answered everywhere."
    )
    TABLES = frozenset({"participants", "sessions", "activities", "heard", "questions", "parked", "terms", "actions"})

    def __init__(self, place: str) -> None:
        super().__init__(place)
        self.lined = LineAndPage(self)
        off = Asked(not_asked, "item", {"activity": place})  # what somebody asked before is not taken away altogether
        kinds: dict[type[Record], Typed] = {
            **KINDS,
            Question: Typed(as_text, Asked(edit_question, "question"), off),
            Parked: Typed(as_text, Asked(edit_parked, "parked"), off),
        }
        self.lines = KeptLines(self, self.show_data, self._kept, kinds)
        self.own_parts = (
            Stepping(self, ROUTE),
            Asking(self),
            self.lines,
        )

    def compose_work(self) -> ComposeResult:
        """Who comes, the steps, what this one asks, what it brings, and the line."""
        yield from stepped_work()

    def show_data(self) -> None:
        """Draw who comes, where we are, and what came of it."""
        show_stepped(self, view.work(self.house.state, self.activity))

    def tick(self) -> None:
        """The time of the step goes on."""
        show_time(self)

    # -- what is typed

    def _kept(self, typed: str) -> Applied | None:
        item = self.activity
        step, about = stop(self.house.state, item)
        if step is InputStep.QUESTIONS:
            return self.house.do(ask_new, activity=item.id, text=typed)
        if step is InputStep.TERMS:
            return self.house.do(keep_term, activity=item.id, text=typed)
        if step is InputStep.AGREED:
            return self.house.do(agree, session=item.session, text=typed, activity=item.id)
        return self.house.do(hear, activity=item.id, text=typed, part=about or step.value)

    @on(CaptureLine.Pasted, "#line")
    def _pasted(self, event: CaptureLine.Pasted) -> None:
        offer_each(event, step_name(stop(self.house.state, self.activity)[0]), self.lines.keep)

    @on(Input.Submitted, "#line")
    def _entered(self) -> None:
        self.lines.keep()
