"""Park a point for later, from whom and why if that is said, in front of whatever is going on."""

from __future__ import annotations

from typing import ClassVar, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from data.i18n import N_, _
from data.model import say
from data.verbs.parked import park
from screens.dialogs.paste import PasteSheet
from screens.dialogs.who import id_of
from screens.shell.added import is_new
from screens.shell.half_typed import HalfTyped
from screens.shell.house import House
from widgets.capture_line import CaptureLine

MORE = {
    "who": (N_("Who from"), N_("Two letters of the name, or leave empty")),
    "why": (N_("Why"), N_("Why it matters, or leave empty")),
}
"""What else can be said of it."""


class ParkScreen(ModalScreen[bool]):
    """A line for an off-topic point, and from whom and why; what was typed is offered the next time when it is left.

    Enter keeps it from any of the lines; gives whether something was parked.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f4,ctrl+b", "dismiss(False)", show=False),
        Binding("up", "app.focus_previous", show=False),
        Binding("down", "app.focus_next", show=False),
    ]
    CSS = "ParkScreen .label { width: 12; color: $muted; }"

    def __init__(self) -> None:
        super().__init__()
        self._half = HalfTyped(self, "park")

    def compose(self) -> ComposeResult:
        """What it is, the line, and how to leave."""
        with Vertical(classes="sheet"):
            yield Static(_("Park a point"), classes="heading", markup=False)
            with Horizontal(classes="sheet-line"):
                yield Static("› ", classes="prompt", markup=False)
                yield CaptureLine("line", placeholder=_("What shall we come back to later?"), id="park-line")
            for key, (label, example) in MORE.items():
                with Horizontal(classes="sheet-line"):
                    yield Static(_(label), classes="label", markup=False)
                    yield CaptureLine(key, placeholder=_(example), id=f"park-{key}")
        yield Static(
            _("Enter saves it · Tab who and why · Esc goes back"),
            classes="sheet-foot",
            markup=False,
        )

    @property
    def _house(self) -> House:
        return cast("House", self.app)

    def on_mount(self) -> None:
        """Bring back what was being typed."""
        self._line("line").many = True
        self._half.begin({})

    def _line(self, key: str) -> CaptureLine:
        return self.query_one(f"#park-{key}", CaptureLine)

    def on_screen_resume(self) -> None:
        """Take up what was typed on another sheet of this kind that stood in front."""
        self._half.again()

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
            self.dismiss(True)

    @on(Input.Submitted)
    def _park(self, event: Input.Submitted) -> None:
        event.stop()
        house, session = self._house, self._house.session
        who = id_of(house, self._line("who").value)
        if who is None:
            self._line("who").focus()
            return
        done = house.do(
            park,
            session=session.id,
            text=self._line("line").value,
            activity=session.now,
            participant=who or None,
            why=self._line("why").value,
        )
        if is_new(house, done, say("That is parked already.")):
            self._half.kept()
            house.tell(_("Parked for later"))
            self.dismiss(True)
