"""A form of a few lines in front of a screen; what was typed stays until it is kept or left."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from data.i18n import _
from data.text import LINE_LIMIT
from screens.shell.house import House
from screens.shell.private import not_for_the_room
from widgets.capture_line import CaptureLine


@dataclass(frozen=True, slots=True)
class Field:
    """A line of a form: its key, what it is called, what stands there, what to type, and how long it may be."""

    key: str
    label: str
    value: str = ""
    placeholder: str = ""
    limit: int = LINE_LIMIT


class FormSheet(ModalScreen[Mapping[str, str] | None]):
    """Lines with a label each; gives what stands in them by key, or None when it is left with Esc."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss", show=False),
        Binding("up", "app.focus_previous", show=False),
        Binding("down", "app.focus_next", show=False),
        Binding("ctrl+s,f6", "keep", show=False, priority=True),
    ]

    def __init__(self, heading: str, fields: Sequence[Field], begin: str = "", *, tall: bool = False) -> None:
        super().__init__()
        self.heading = heading
        self.fields = fields
        self.begin = begin
        """The key of the line to begin at; the first one when there is none of it."""
        self.set_class(tall, "-tall")

    def compose(self) -> ComposeResult:
        """The heading and the lines."""
        with Vertical(classes="sheet"):
            yield Static(Content(self.heading), classes="heading")
            for field in self.fields:
                with Horizontal(classes="form-line"):
                    yield Static(Content(field.label), classes="label")
                    yield CaptureLine(field.key, placeholder=field.placeholder, limit=field.limit)
        foot = _("Enter next line · Ctrl+S keeps it · Esc leaves it")
        yield Static(foot, classes="sheet-foot", markup=False)

    def on_mount(self) -> None:
        """Begin with what stands there."""
        for line, field in zip(self.query(CaptureLine), self.fields, strict=True):
            line.restore(field.value)
            if field.key == self.begin:
                line.focus()

    @on(Input.Submitted)
    def _next(self, event: Input.Submitted) -> None:
        if event.input is self.query(CaptureLine).last():
            self.action_keep()
        else:
            self.focus_next()

    def action_keep(self) -> None:
        """Give what stands in the lines."""
        self.dismiss({line.draft: line.value.strip() for line in self.query(CaptureLine)})


def ask_form(
    house: House,
    heading: str,
    fields: Sequence[Field],
    keep: Callable[[Mapping[str, str]], object],
    *,
    tall: bool = False,
    private: bool = False,
) -> None:
    """Fill in a form and keep it; while ``keep`` gives nothing (it was refused) the form comes back as it was typed.

    It comes back at the line that the refusal speaks of. A ``tall`` one has each label above its line, for questions;
    a ``private`` one is not for the room.
    """

    def filled(typed: Mapping[str, str] | None) -> None:
        if typed is not None and not keep(typed):
            again = [replace(field, value=typed[field.key]) for field in fields]
            named = [str(fill) for fill in house.refused.fills.values()] if house.refused else []
            wrong = next((key for key, text in typed.items() if any(fill and fill in text for fill in named)), "")
            house.push_screen(not_for_the_room(FormSheet(heading, again, wrong, tall=tall), private=private), filled)

    house.push_screen(not_for_the_room(FormSheet(heading, fields, tall=tall), private=private), filled)
