"""Peer consultation: one person's case, thought along with step by step, up to what they will do."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Input, Static

from data.i18n import N_, _
from data.model import ConsultationStep, Participant
from data.network.task import Applied
from data.verbs.consultation import takes_on
from data.verbs.heard import hear
from screens.dialogs.kept_lines import KeptLines
from screens.dialogs.paste import offer_each
from screens.peer_consultation import view
from screens.peer_consultation.bringer import ROUTE, Bringer
from screens.peer_consultation.next_steps import NextSteps
from screens.peer_consultation.words import LINES, step_asks, step_name
from screens.shell.line_and_page import LineAndPage, capture_row
from screens.shell.screen import KringScreen
from screens.shell.stepping import Stepping
from screens.shell.timing import time_told
from widgets.capture_line import CaptureLine
from widgets.ledger import Ledger
from widgets.phases import Phases

OF_BRINGER = frozenset({ConsultationStep.CASE, ConsultationStep.INSIGHT})
"""In these the case-bringer speaks."""


class PeerConsultationScreen(KringScreen):
    """Whose case it is, the steps with their clock, and what is said in each."""

    CSS_PATH = "peer_consultation.tcss"
    AUTO_FOCUS = "#line"
    PARTS = (Stepping, Bringer, KeptLines, NextSteps)
    ABOUT = N_(
        "One case, step by step. F5 and two letters say whose it is; type what is said and press Enter. F6 goes to the"
        " next step, Tab starts its clock. What the case-bringer will do comes back in the next session."
    )
    TABLES = frozenset({"participants", "activities", "heard", "actions"})

    def __init__(self, place: str) -> None:
        super().__init__(place)
        self.lined = LineAndPage(self)
        self.bringer = Bringer(self, place)
        self.lines = KeptLines(self, self.show_data, self._kept)
        stepping = Stepping(self, place, self.show_data, ROUTE)
        self.own_parts = (stepping, self.bringer, self.lines, NextSteps(self, place))

    def compose_work(self) -> ComposeResult:
        """Whose case it is, the steps, what this one asks, what was said, and the line."""
        with Horizontal(id="case"):
            yield Static(id="whose", markup=False)
            yield Static(id="time", markup=False)
        yield Phases(id="steps")
        yield Static(id="asks", classes="question", markup=False)
        yield Ledger(id="said")
        yield from capture_row(CaptureLine("line", id="line"), many=True)

    # -- what is shown

    def show_data(self) -> None:
        """Draw whose case it is, where we are, and what was said."""
        state, case, going = self.house.state, self.activity, self.bringer.going
        bringer = state.find(Participant, going.bringer)
        self.put("whose", view.whose(state, case))
        self.query_one(Phases).show(view.marks(state, case))
        self.put("asks", step_asks(going, bringer.name.split()[0] if bringer else ""))
        self.query_one(Ledger).show(view.chapters(state, case))
        self.lined.line.placeholder = _(LINES[going.step])
        self.put("aside", Content.styled(step_name(going.step), "bold $accent"))
        self._show_time()

    def tick(self) -> None:
        """The time of the step goes on."""
        self._show_time()

    def _show_time(self) -> None:
        self.put("time", time_told(self.activity, self.house.now()))

    # -- what is typed

    def _kept(self, typed: str) -> Applied | None:
        going = self.bringer.going
        if going.step is ConsultationStep.NEXT:
            return self.house.do(takes_on, activity=self.place, text=typed)
        who = going.bringer if going.step in OF_BRINGER else None
        return self.house.do(hear, activity=self.place, text=typed, part=going.step.value, participant=who)

    @on(CaptureLine.Pasted, "#line")
    def _pasted(self, event: CaptureLine.Pasted) -> None:
        offer_each(event, step_name(self.bringer.going.step), self.lines.keep)

    @on(Input.Submitted, "#line")
    def _entered(self) -> None:
        self.lines.keep()
