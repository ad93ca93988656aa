"""Exchange of experience: a question in mixed small groups, their reports, tips, and what is left open."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Input, Static

from data.i18n import N_, _
from data.model import ExchangeStep
from data.network.task import Applied
from data.verbs.exchange import exchange, stop
from data.verbs.heard import hear
from data.verbs.programme import set_question
from data.verbs.round_table import say_question
from screens.dialogs.kept_lines import KeptLines
from screens.dialogs.paste import offer_each
from screens.exchange import view
from screens.exchange.groups import ROUTE, Groups
from screens.exchange.words import LINES, asks, group_name, step_name
from screens.shell.chapters import show_chapters
from screens.shell.how_it_goes import how_it_goes
from screens.shell.line_and_page import LineAndPage, capture_row
from screens.shell.screen import KringScreen
from screens.shell.standing import When, when
from screens.shell.stepping import Stepping
from screens.shell.timing import time_told
from widgets.capture_line import CaptureLine
from widgets.ledger import Ledger
from widgets.phases import Phases
from widgets.question import Question


class ExchangeScreen(KringScreen):
    """The question, the small groups, and what each of them reports."""

    CSS_PATH = "exchange.tcss"
    AUTO_FOCUS = "#line"
    PARTS = (Stepping, Groups, KeptLines)
    ABOUT = N_(
        "Type the question; F5 makes mixed small groups and starts the clock. F6 goes to each group's report, the "
        "tips and the questions left open; what you type is saved there. What is left open comes back next session."
    )
    TABLES = frozenset({"participants", "attendance", "activities", "heard", "questions"})

    def __init__(self, place: str) -> None:
        super().__init__(place)
        self.lined = LineAndPage(self)
        self.lines = KeptLines(self, self.show_data, self._kept)
        self.own_parts = (Stepping(self, ROUTE), Groups(self), self.lines)

    def compose_work(self) -> ComposeResult:
        """The question, the steps, what was reported, and the line."""
        with Horizontal(id="head"):
            yield Question(id="asks")
            yield Static(id="time", markup=False)
        yield Static(id="advice", classes="muted", markup=False)
        yield Phases(id="steps")
        yield Ledger(id="said")
        yield from capture_row(CaptureLine("line", id="line"), many=True)

    # -- what is shown

    def show_data(self) -> None:
        """Draw the question, where we are, and what was reported."""
        item = self.activity
        for_whom = exchange(item).advice_for
        self.put("asks", asks(item))
        self.put("advice", _("advice for {name}").format(name=for_whom))
        self.set_class(bool(for_whom), "-advice")
        self.query_one(Phases).show(view.marks(self.house.state, item), still=when(self.house) is not When.NOW)
        show_chapters(self, [*view.chapters(self.house.state, item), *how_it_goes(self.house, item)])
        self.lined.line.placeholder = _(LINES[stop(item)[0]])
        self.put("aside", Content.styled(self._group(), "bold $foreground"))
        self._show_time()

    def _group(self) -> str:
        """Which small group reports now; the steps say which step it is."""
        step, group = stop(self.activity)
        return group_name(group) if step is ExchangeStep.REPORTS and self.activity.subgroups else ""

    def tick(self) -> None:
        """The time goes on."""
        self._show_time()

    def _show_time(self) -> None:
        self.put("time", time_told(self.activity, self.house.now(), over=when(self.house) is When.OVER))

    # -- what is typed

    def _kept(self, typed: str) -> Applied | None:
        item = self.activity
        step, group = stop(item)
        if step is ExchangeStep.GROUPS:
            return self.house.do(set_question, activity=item.id, question=typed)
        if step is ExchangeStep.OPEN:
            return self.house.do(say_question, session=item.session, text=typed, activity=item.id)
        of_group = group if step is ExchangeStep.REPORTS else None
        return self.house.do(hear, activity=item.id, text=typed, part=step.value, subgroup=of_group)

    @on(CaptureLine.Pasted, "#line")
    def _pasted(self, event: CaptureLine.Pasted) -> None:
        offer_each(event, self._group() or step_name(stop(self.activity)[0]), self.lines.keep)

    @on(Input.Submitted, "#line")
    def _entered(self) -> None:
        self.lines.keep()
