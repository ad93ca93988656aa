"""Somebody is named by two letters, in front of a screen that keeps what was typed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from data.i18n import _
from data.model import Refused, say
from data.names import meant
from data.verbs.network import people
from screens.shell.house import House
from widgets.capture_line import CaptureLine
from widgets.matches import Match, Matches


class Who(ModalScreen[str | None]):
    """Two letters and Enter; gives the id of who is meant, or None when it is left.

    ``find`` gives the people that some letters may mean, likeliest first; with no letters, those who are likely anyway.
    """

    CSS_PATH = "who.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f5,f6", "dismiss", show=False),
        Binding("down,tab", "move(1)", show=False),
        Binding("up,shift+tab", "move(-1)", show=False),
    ]

    def __init__(self, heading: str, find: Callable[[str], Sequence[Match]], foot: str = "") -> None:
        super().__init__()
        self.heading = heading
        self.find = find
        self.foot = foot

    def compose(self) -> ComposeResult:
        """The question, the line, and who may be meant."""
        with Vertical(classes="sheet"):
            yield Static(Content(self.heading), classes="heading")
            with Horizontal(classes="sheet-line"):
                yield Static("› ", classes="prompt", markup=False)
                yield CaptureLine("who", placeholder=_("Two letters of the name"))
            yield Matches(tall=True)
        yield Static(self.foot or _("Enter chooses · ↓ another · Esc goes back"), classes="sheet-foot", markup=False)

    def on_mount(self) -> None:
        """Who is likely before a letter is typed."""
        self.show("")

    def show(self, letters: str) -> None:
        """Show who these letters may mean; what it was about may be gone by now."""
        try:
            found = self.find(letters)
        except Refused:
            self.dismiss(None)
        else:
            self.query_one(Matches).show(found, self.nobody(letters))

    @property
    def typed(self) -> str:
        """The letters in the line."""
        return self.query_one(CaptureLine).value

    def nobody(self, letters: str) -> Content:
        """What is said when the letters mean nobody."""
        return Content.styled(" " + _("Nobody has that name.") if letters else "", "$muted")

    def action_move(self, by: int) -> None:
        """Choose another of them."""
        self.query_one(Matches).move(by)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self.show(event.value)

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        chosen = self.query_one(Matches).chosen
        if chosen:
            self.answer(chosen)
        else:
            self.unknown(event.value)

    def answer(self, id_: str) -> None:
        """Give back who was chosen."""
        self.dismiss(id_)

    def unknown(self, typed: str) -> None:
        """Enter on letters that mean nobody: the sentence is there already."""
        del typed
        self.app.bell()


def id_of(house: House, typed: str) -> str | None:
    """The id of who is named, "" for nobody; None when it cannot be told who, and why was said."""
    if not typed.strip():
        return ""
    found = meant(people(house.state), typed)
    if found.one:
        return found.one.id
    if found.several:
        house.warn(say("Several people are called {name}: type more of the name.", name=typed))
    else:
        house.warn(say("Nobody is called {name}: type two letters of a name, or leave it empty.", name=typed))
    return None
