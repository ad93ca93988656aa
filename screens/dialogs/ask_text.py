"""A few lines to write or to change, in front of a screen."""

from __future__ import annotations

from typing import ClassVar, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static, TextArea

from data.i18n import _
from screens.shell.answering import answer
from screens.shell.house import House


class AskText(ModalScreen[str | None]):
    """Lines to write; gives all of them, or None when it is left with Esc. What was typed then is offered next time."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", show=False, priority=True),
        Binding("ctrl+s,f6", "keep", show=False, priority=True),
    ]

    def __init__(self, heading: str, value: str = "", *, about: str = "") -> None:
        super().__init__()
        self.heading = heading
        self.value = value
        self.about = about

    def compose(self) -> ComposeResult:
        """The question, what to know of it, and the lines."""
        with Vertical(classes="sheet"):
            yield Static(Content(self.heading), classes="heading")
            if self.about:
                yield Static(Content(self.about), classes="muted about")
            yield TextArea(tab_behavior="focus", soft_wrap=True)
        yield Static(_("Ctrl+S saves it · Esc leaves it as it was"), classes="sheet-foot", markup=False)

    @property
    def asked(self) -> tuple[str, str, str]:
        """Under which question what was typed is offered again; two under one heading differ in what they say of it."""
        return self.heading, self.about, self.value

    @property
    def _house(self) -> House:
        return cast("House", self.app)

    def on_mount(self) -> None:
        """Begin with what stands there now, or with what was typed before and not kept."""
        area, half = self.query_one(TextArea), self._house.half
        area.load_text(self.value)
        if typed := half.get(*self.asked):
            # As an edit: Ctrl+Z brings back what stands there.
            area.replace(typed, area.document.start, area.document.end)
            half.tell()
        area.move_cursor(area.document.end)

    @on(TextArea.Changed)
    def _keep_half(self, event: TextArea.Changed) -> None:
        self._house.half.set(event.text_area.text, *self.asked)

    def action_keep(self) -> None:
        """Give what was written; what is refused is offered again."""
        typed, half = self.query_one(TextArea).text, self._house.half
        half.set("", *self.asked)
        answer(self, typed, lambda _why, _then: half.set(typed, *self.asked))
