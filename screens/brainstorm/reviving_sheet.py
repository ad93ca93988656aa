"""Reviving questions: read them first, show one to the room, or add one of your own."""

from __future__ import annotations

from typing import ClassVar, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static

from data.i18n import _, told
from data.methods.reviving import BANK
from data.model import State
from data.verbs.network import profile
from data.verbs.profile import set_profile
from screens.shell.half_typed import HalfTyped
from screens.shell.house import House
from widgets.capture_line import CaptureLine
from widgets.seeking import Entry, Seeking, sought
from widgets.wrapping import Row


def at_hand(state: State) -> list[str]:
    """The reviving questions of the network, then the bank in its language."""
    network = profile(state)
    return [*network.reviving_questions, *(told(said, network.language) for said in BANK)]


class RevivingSheet(ModalScreen[str | None]):
    """Gives the question to show to the room, nothing ("") to show none any more, or None to leave it as it is."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "own", show=False),  # no letters: a question of one's own may begin with any
        Binding("delete", "hide", show=False),
        Binding("escape", "back", show=False),
        Binding("f6", "next", show=False),
    ]

    def __init__(self, first: int) -> None:
        super().__init__()
        self._first = first
        self._half = HalfTyped(self, "reviving")

    @property
    def _house(self) -> House:
        return cast("House", self.app)

    def compose(self) -> ComposeResult:
        """The questions, a line for an own one, and the keys."""
        with Vertical(classes="sheet"):
            yield Static(_("Idea prompt"), classes="heading", markup=False)
            yield Seeking(markup=False, own=True)
            yield Static(id="sought", markup=False)
            with Horizontal(classes="sheet-line", id="own"):
                yield Static("› ", classes="prompt", markup=False)
                yield CaptureLine("own", id="own-line", placeholder=_("A question of your own, then Enter"))
        yield Static(
            _("Enter shows it to the room · Tab your own · Delete none · Esc back"),
            classes="sheet-foot",
            markup=False,
        )

    def on_mount(self) -> None:
        """Stand on the next question."""
        self.query_one("#own").display = False
        self._show(self._first)

    def _questions(self) -> list[str]:
        return at_hand(self._house.state)

    def _show(self, place: int) -> None:
        questions = self._questions()
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options([Entry(question, Row("· ", Content(question))) for question in questions])
        options.highlighted = place % len(questions)
        options.focus()

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self._questions()[event.option_index])

    def action_next(self) -> None:
        """Another question."""
        self.query_one(OptionList).action_cursor_down()

    def action_own(self) -> None:
        """Type a question of one's own; what was typed before and not kept is offered. From there to the list."""
        if self.query_one(CaptureLine).has_focus:
            self.query_one(OptionList).focus()
            return
        self.query_one("#own").display = True
        self._half.begin({})
        self.query_one(CaptureLine).asleep = _("Tab to type")
        self.query_one(CaptureLine).focus()

    @on(Seeking.Sought)
    def _sought(self, event: Seeking.Sought) -> None:
        self.query_one("#sought", Static).update(sought(event.text))

    @on(Seeking.Typed)
    def _types(self, event: Seeking.Typed) -> None:
        self.action_own()
        own = self.query_one(CaptureLine)
        own.type_over(f"{own.value} {event.text}".lstrip())  # behind what was typed before and not kept

    def action_hide(self) -> None:
        """Show none to the room any more."""
        self.dismiss("")

    def action_back(self) -> None:
        """From the own question to the list, and from the list back to the work."""
        if self.query_one(CaptureLine).has_focus:
            self.query_one("#own").display = False
            self.query_one(OptionList).focus()
        else:
            self.dismiss(None)

    @on(Input.Submitted)
    def _own(self, event: Input.Submitted) -> None:
        own = [*profile(self._house.state).reviving_questions, event.value]
        if event.value.strip() and self._house.do(set_profile, reviving_questions=own):
            self.query_one(CaptureLine).restore("")
            self.query_one("#own").display = False
            self._show(len(own) - 1)
