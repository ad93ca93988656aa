"""Two small questions in front of a screen: one line, or one of a few."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.events import Key
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from data.i18n import _
from screens.shell.house import House
from widgets.capture_line import CaptureLine
from widgets.keys import digit


class AskLine(ModalScreen[str | None]):
    """One line to fill in or to change, with Tab for what is offered; gives it, or None when it is left with Esc."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss", show=False)]

    def __init__(
        self, heading: str, value: str = "", *, placeholder: str = "", numbers: bool = False, offered: str = ""
    ) -> None:
        super().__init__()
        self.heading = heading
        self.value = value
        self.placeholder = placeholder
        self.numbers = numbers
        self.offered = offered

    def compose(self) -> ComposeResult:
        """The question and its line."""
        with Vertical(classes="sheet"):
            yield Static(Content(self.heading), classes="heading")
            with Horizontal(classes="sheet-line"):
                yield Static("› ", classes="prompt", markup=False)
                yield CaptureLine("ask", placeholder=self.placeholder, numbers=self.numbers)
        yield Static(_("Enter keeps it · Esc leaves it as it was"), classes="sheet-foot", markup=False)

    @property
    def _question(self) -> tuple[str, str]:
        return self.heading, self.value

    def on_mount(self) -> None:
        """Begin with what stands there now, or with what was typed before and refused."""
        asked = cast("House", self.app).asked
        typed = asked[1] if asked and asked[0] == self._question else self.value
        self.query_one(CaptureLine).restore(typed)

    def on_key(self, event: Key) -> None:
        """Tab puts in what is offered, to be kept with Enter or changed."""
        if event.key == "tab" and self.offered:
            event.stop()
            event.prevent_default()
            self.query_one(CaptureLine).restore(self.offered)

    @on(Input.Submitted)
    def _answer(self) -> None:
        typed = self.query_one(CaptureLine).take()
        cast("House", self.app).asked = self._question, typed
        self.dismiss(typed)


class Choose(ModalScreen[str | None]):
    """One of a few, each a key, a title and what it is for; gives the key, or None when it is left."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss", show=False)]

    def __init__(self, heading: str, choices: Sequence[tuple[str, str, str]]) -> None:
        super().__init__()
        self.heading = heading
        self.choices = choices

    def compose(self) -> ComposeResult:
        """The question and the list."""
        with Vertical(classes="sheet"):
            yield Static(Content(self.heading), classes="heading")
            width = max((len(title) for _key, title, _use in self.choices), default=0)
            yield OptionList(
                *(
                    Option(
                        Content.assemble(
                            (f"{number if number < 10 else ' '} ", "$accent"), title.ljust(width + 2), (use, "$muted")
                        ),
                        id=key,
                    )
                    for number, (key, title, use) in enumerate(self.choices, start=1)
                ),
                markup=False,
            )
        yield Static(_("A digit or Enter chooses · Esc goes back"), classes="sheet-foot", markup=False)

    def on_key(self, event: Key) -> None:
        """A digit chooses at once."""
        number = digit(event)
        if number and 0 < int(number) <= len(self.choices):
            event.stop()
            self.dismiss(self.choices[int(number) - 1][0])

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option_id)
