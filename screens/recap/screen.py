"""The recap: the points of today spoken through one by one, then the agenda of the next session."""

from __future__ import annotations

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.events import Key
from textual.widgets import Input, Static

from data.i18n import N_, _
from data.model import Verdict
from screens.dialogs.paste import offer_each
from screens.recap import view
from screens.recap.agenda import Agenda
from screens.recap.points import Points
from screens.shell.across import across
from screens.shell.chapters import show_chapters
from screens.shell.line_and_page import TO_LINE, TO_PAGE, WALK, LineAndPage, capture_row
from screens.shell.screen import KringScreen
from widgets.capture_line import CaptureLine
from widgets.keys import digit
from widgets.ledger import Ledger
from widgets.question import Question
from widgets.wrapping import whole


class RecapScreen(KringScreen):
    """Points with a verdict each; F5 goes on to the agenda, which is the programme of the next session."""

    CSS_PATH = "recap.tcss"
    AUTO_FOCUS = "Ledger"
    PARTS = (Points, Agenda)
    ABOUT = N_(
        "Go through today’s points: each is settled, dropped, or carried over to next time. F6 makes an agenda for "
        "the next session out of them; the group amends it, and it becomes that session’s programme."
    )
    LINE_KEYS = (*WALK, TO_PAGE)
    PAGE_KEYS = (TO_LINE,)

    def __init__(self, place: str) -> None:
        super().__init__(place)
        self.lined = LineAndPage(self)
        self.points = Points(self)
        self.agenda = Agenda(self)
        self.own_parts = (self.points, self.agenda)

    def compose_work(self) -> ComposeResult:
        """What is asked, the points or the agenda, and the line."""
        with Horizontal(id="recap-head"):
            yield Question(id="prompt")
            yield Static(id="progress", classes="muted", markup=False)
        yield Ledger(id="points")
        yield Static(id="hint", classes="advice", markup=False)
        yield from capture_row(CaptureLine("line", id="line"), many=True)

    def show_data(self) -> None:
        """Draw the points or the agenda."""
        recap = self.points.recap
        self.put("prompt", view.question(recap))
        room = across(self) - 9 - cell_len(view.question(recap))
        self.put("progress", whole(view.progress(recap), room))
        show_chapters(self, view.chapters(recap, self.points.keys))
        self.put("hint", view.hint(recap))
        if recap.on_agenda:
            self.lined.line.placeholder = _("Another theme for the agenda")
            self.put("aside", "")
        else:
            self.lined.line.placeholder = _("Another point from today")
            self.put(
                "aside", Content.assemble((self.points.aside, "bold $foreground"), (_(" · Tab verdict"), "$muted"))
            )

    def _keep(self) -> None:
        if self.points.recap.on_agenda:
            self.agenda.keep()
        else:
            self.points.keep()

    @on(Input.Submitted, "#line")
    def _entered(self) -> None:
        self._keep()

    @on(CaptureLine.Pasted, "#line")
    def _pasted(self, event: CaptureLine.Pasted) -> None:
        offer_each(event, _("theme") if self.points.recap.on_agenda else self.points.aside, self._keep)

    def on_key(self, event: Key) -> None:
        """Outside the line a digit says something of the chosen point."""
        number = digit(event)
        verdicts = list(Verdict)
        if number and not self.typing and not self.points.recap.on_agenda and 0 < int(number) <= len(verdicts):
            event.stop()
            self.points.say(verdicts[int(number) - 1])
