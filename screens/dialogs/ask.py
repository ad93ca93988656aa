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

from data.i18n import _
from data.model import Said, say
from data.text import line
from screens.dialogs.typed_on import TypedOn
from screens.shell.answering import Then, answer
from screens.shell.half_typed import HalfTyped
from screens.shell.house import House
from widgets.capture_line import CaptureLine
from widgets.keys import place, place_key
from widgets.seeking import Entry, Seeking, sought
from widgets.wrapping import Row


class AskLine(ModalScreen[str | None]):
    """One line to fill in or to change, with Tab for what is offered; gives it, or None when it is left with Esc.

    What was typed then is offered, selected, when the same is asked again.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", show=False)]

    def __init__(
        self,
        heading: str,
        value: str = "",
        *,
        placeholder: str = "",
        numbers: bool = False,
        offered: str = "",
        why: Said | None = None,
        typed: str = "",
    ) -> None:
        """``offered`` is what Tab puts in; ``why`` tells why the answer before this one was not taken.

        ``typed`` was typed already, before this came up.
        """
        super().__init__()
        self.typed = typed
        self.why = why
        self.heading = heading
        self.value = value
        self.placeholder = placeholder
        self.numbers = numbers
        self.offered = offered
        self._half = HalfTyped(self, heading)

    def compose(self) -> ComposeResult:
        """The question and its line."""
        with Vertical(classes="sheet"):
            yield Static(Content(self.heading), classes="heading")
            with Horizontal(classes="sheet-line"):
                yield Static("› ", classes="prompt", markup=False)
                yield CaptureLine("ask", placeholder=self.placeholder, numbers=self.numbers)
        yield Static(_("Enter saves it · Esc leaves it as it was"), classes="sheet-foot", markup=False)

    @property
    def _house(self) -> House:
        return cast("House", self.app)

    def on_mount(self) -> None:
        """Begin with what stands there now, or with what was typed over it and not kept."""
        asked = self.query_one(CaptureLine)
        offered = self._half.begin({asked.draft: self.value})
        if offered or self.numbers:
            asked.select_all()
        if self.typed:
            asked.type_over(f"{asked.value} {self.typed}" if offered else self.typed)
        if self.why is not None:
            asked.select_all()
            self._house.warn(self.why)

    def offer_again(self, typed: str) -> None:
        """What was answered could not be used: it is offered when the same is asked again."""
        self._half.keep("ask", typed)

    def on_key(self, event: Key) -> None:
        """Tab puts in what is offered, to be kept with Enter or changed."""
        if event.key == "tab" and self.offered:
            event.stop()
            event.prevent_default()
            self.query_one(CaptureLine).restore(self.offered)

    @on(Input.Submitted)
    def _answer(self) -> None:
        """Give the answer; it is asked once more, with what was typed selected, when that is refused."""
        typed = line(self.query_one(CaptureLine).value)

        def refused(why: Said, then: Then) -> None:
            self.offer_again(typed)
            self._house.call_after_refresh(self._ask_again, then, why)

        self._half.kept()
        answer(self, typed, refused)

    def _ask_again(self, then: Then, why: Said) -> None:
        if self.is_running:  # it is still going away
            self._house.call_later(self._ask_again, then, why)
        elif not isinstance(self._house.screen, AskLine):
            hints = {"placeholder": self.placeholder, "offered": self.offered}
            again = AskLine(self.heading, self.value, numbers=self.numbers, why=why, **hints)
            self._house.push_screen(again, then)


class Choose(ModalScreen[str | None]):
    """One of a few, each a key, a title and what it is for; gives the key, or None when it is left.

    What comes up right behind a line that was entered says which line that is: whoever types on is typing the next one,
    which stays there, and neither its letters nor the Enter behind them choose.

    With ``own``, the key of a choice, what is typed and begins no title is ``typed``, and that one is chosen by it.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss", show=False)]

    def __init__(
        self,
        heading: str,
        choices: Sequence[tuple[str, str, str]],
        *,
        entered: CaptureLine | None = None,
        own: str = "",
    ) -> None:
        super().__init__()
        self.heading = heading
        self.choices = choices
        self.typed = ""
        self._own = own
        self._typed_on = TypedOn(entered, " ") if entered else None
        self._walked = False
        """Whether an arrow was pressed since the last letter for the line."""

    def compose(self) -> ComposeResult:
        """The question and the list."""
        with Vertical(classes="sheet"):
            yield Static(Content(self.heading), classes="heading")
            width = max((len(title) for _key, title, _use in self.choices), default=0)
            yield Seeking(
                *(
                    Entry(
                        title,
                        Row(
                            Content.styled(f"{place_key(number)} ", "$key"),
                            Content(title),
                            Content.styled(use, "$muted"),
                            column=width + 4,
                        ),
                        key,
                    )
                    for number, (key, title, use) in enumerate(self.choices, start=1)
                ),
                markup=False,
                seeks=self._typed_on is None,
                own=bool(self._own),
                places=len(self.choices),
            )
            if self._typed_on or self._own:
                yield Static(id="typed-on", markup=False)
        foot = _("A digit or Enter chooses, letters search · Esc goes back")
        if self._typed_on:
            foot = _("A digit or Enter chooses · Esc goes back")
        yield Static(foot, classes="sheet-foot", markup=False)

    @property
    def _types_on(self) -> bool:
        """Whether the next line is being typed already."""
        return self._typed_on is not None and self._typed_on.any

    def on_key(self, event: Key) -> None:
        """A digit chooses at once; behind a line that was entered what else is typed is the next one."""
        number = 0 if self._types_on else place(event)
        if 0 < number <= len(self.choices):
            event.stop()
            self.dismiss(self.choices[number - 1][0])
        elif self._typed_on and self._typed_on.takes(event):
            self._walked = False
            self.query_one("#typed-on", Static).update(self._typed_on.said)

    @on(Seeking.Sought)
    def _sought(self, event: Seeking.Sought) -> None:
        self.query_one("#typed-on", Static).update(sought(event.text))

    @on(Seeking.Typed)
    def _types(self, event: Seeking.Typed) -> None:
        self.typed = event.text
        self.dismiss(self._own)

    @on(OptionList.OptionHighlighted)
    def _walks(self) -> None:
        self._walked = True

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        if self._types_on and not self._walked:
            cast("House", self.app).warn(
                say("Choose first, with the arrows and Enter: what you typed stays on the line.")
            )
        else:
            self.dismiss(event.option_id)
