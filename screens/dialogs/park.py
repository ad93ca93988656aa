"""Park a point: one line, kept for later, in front of whatever is going on."""

from __future__ import annotations

from typing import ClassVar, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from data.i18n import _
from data.verbs.parked import park
from screens.dialogs.paste import PasteSheet
from screens.shell.house import House
from widgets.capture_line import CaptureLine

DRAFT = "park:line"


class ParkScreen(ModalScreen[None]):
    """A line for an off-topic point; what was typed stays for the next time when it is left."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,f4,ctrl+b", "dismiss", show=False)]

    def compose(self) -> ComposeResult:
        """What it is, the line, and how to leave."""
        with Vertical(classes="sheet"):
            yield Static(_("Park a point"), classes="heading", markup=False)
            with Horizontal(classes="sheet-line"):
                yield Static("› ", classes="prompt", markup=False)
                yield CaptureLine("line", placeholder=_("What shall we come back to later?"))
        yield Static(_("Enter keeps it · Esc goes back, the line stays"), classes="sheet-foot", markup=False)

    @property
    def _house(self) -> House:
        return cast("House", self.app)

    def on_mount(self) -> None:
        """Bring back what was being typed."""
        self.query_one(CaptureLine).many = True
        self.query_one(CaptureLine).restore(self._house.network.drafts.get(DRAFT))

    def on_screen_resume(self) -> None:
        """Take up what was typed on another sheet of this kind that stood in front."""
        typed = self._house.network.drafts.get(DRAFT)
        for line in self.query(CaptureLine):
            if line.value != typed:
                line.restore(typed)

    @on(CaptureLine.Pasted)
    def _pasted(self, event: CaptureLine.Pasted) -> None:
        event.stop()
        self.app.push_screen(PasteSheet(event, (), _("{n} lines become {n} parked points")), self._park_each)

    def _park_each(self, lines: list[str] | None) -> None:
        house = self._house
        for text in lines or ():
            house.do(park, session=house.session.id, text=text, activity=house.session.now)
        if lines:
            house.tell(_("Parked for later"))
            self.dismiss()

    @on(Input.Changed)
    def _keep_draft(self, event: Input.Changed) -> None:
        self._house.network.drafts.set(DRAFT, event.value)

    @on(Input.Submitted)
    def _park(self, event: Input.Submitted) -> None:
        house = self._house
        running = house.session.now
        if house.do(park, session=house.session.id, text=event.value, activity=running):
            self.query_one(CaptureLine).restore("")
            house.network.drafts.set(DRAFT, "")
            house.tell(_("Parked for later"))
            self.dismiss()
