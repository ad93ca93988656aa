"""Peer consultation: one person's case, thought along with step by step, up to what they will do."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input

from data.i18n import N_
from data.model import ConsultationStep
from data.network.task import Applied
from data.verbs.consultation import takes_on
from data.verbs.heard import hear
from screens.dialogs.kept_lines import KeptLines
from screens.dialogs.paste import offer_each
from screens.peer_consultation import view
from screens.peer_consultation.bringer import ROUTE, Bringer
from screens.peer_consultation.next_steps import NextSteps
from screens.peer_consultation.words import step_name
from screens.shell.line_and_page import LineAndPage
from screens.shell.screen import KringScreen
from screens.shell.stepped import show_stepped, show_time, stepped_work
from screens.shell.stepping import Stepping
from widgets.capture_line import CaptureLine

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
        self.bringer = Bringer(self)
        self.lines = KeptLines(self, self.show_data, self._kept)
        stepping = Stepping(self, ROUTE)
        self.own_parts = (stepping, self.bringer, self.lines, NextSteps(self))

    def compose_work(self) -> ComposeResult:
        """Whose case it is, the steps, what this one asks, what was said, and the line."""
        yield from stepped_work()

    def show_data(self) -> None:
        """Draw whose case it is, where we are, and what was said."""
        show_stepped(self, view.work(self.house.state, self.activity))

    def tick(self) -> None:
        """The time of the step goes on."""
        show_time(self)

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
