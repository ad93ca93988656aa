"""A form of a few lines in front of a screen; what was typed stays until it is kept or left."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
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
from screens.shell.half_typed import HalfTyped
from screens.shell.house import House
from screens.shell.private import not_for_the_room
from widgets.capture_line import CaptureLine


@dataclass(frozen=True, slots=True)
class Field:
    """A line of a form: its key, what it is called, what stands there, what to type, and how long it may be.

    ``between`` parts what is pasted into it in several lines.
    """

    key: str
    label: str
    value: str = ""
    placeholder: str = ""
    limit: int = LINE_LIMIT
    between: str = " "


class FormSheet(ModalScreen[Mapping[str, str] | None]):
    """Lines with a label each; gives what stands in them by key, or None when it is left with Esc.

    What was typed then is offered when a form about the same is filled in again.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss", show=False),
        Binding("up", "app.focus_previous", show=False),
        Binding("down", "app.focus_next", show=False),
        Binding("ctrl+s,f6", "keep", show=False, priority=True),
    ]

    def __init__(
        self,
        heading: str,
        fields: Sequence[Field],
        about: str,
        refused: Mapping[str, str] | None = None,
        begin: str = "",
    ) -> None:
        """``about`` says what it is about, such as the id of a record; ``refused`` is what was typed and not taken."""
        super().__init__()
        self.heading = heading
        self.fields = fields
        self.half = HalfTyped(self, about)
        self.refused = refused
        self.begin = begin
        """The key of the line to begin at; the first one when there is none of it."""

    def compose(self) -> ComposeResult:
        """The heading and the lines."""
        with Vertical(classes="sheet"):
            yield Static(Content(self.heading), classes="heading")
            for field in self.fields:
                with Horizontal(classes="form-line"):
                    yield Static(Content(field.label), classes="label")
                    yield CaptureLine(
                        field.key, placeholder=field.placeholder, limit=field.limit, between=field.between
                    )
        foot = _("Enter next line · Ctrl+S saves it · Esc cancels")
        yield Static(foot, classes="sheet-foot", markup=False)

    def on_mount(self) -> None:
        """Begin with what stands there."""
        self.half.begin({field.key: field.value for field in self.fields}, self.refused)
        for line in self.query(CaptureLine):
            if line.draft == self.begin:
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


def spoken_of(house: House, typed: Mapping[str, str]) -> str:
    """The key of the field that the last refusal speaks of, or nothing."""
    named = [str(fill) for fill in house.refused.fills.values()] if house.refused else []
    return next((key for key, text in typed.items() if any(fill and fill in text for fill in named)), "")


def ask_form(
    house: House,
    heading: str,
    fields: Sequence[Field],
    keep: Callable[[Mapping[str, str]], object],
    *,
    about: str,
    tall: bool = False,
    private: bool = False,
) -> None:
    """Fill in a form and keep it; while ``keep`` gives nothing (it was refused) the form comes back as it was typed.

    It comes back at the line that the refusal speaks of. ``about`` says what is filled in, such as the id of a record:
    what was typed and not kept is offered when that is filled in again. A ``tall`` one has each label above its line,
    for questions; a ``private`` one is not for the room.
    """

    def fill_in(refused: Mapping[str, str] | None = None, begin: str = "") -> None:
        sheet = FormSheet(heading, fields, about, refused, begin)
        sheet.set_class(tall, "-tall")
        house.push_screen(not_for_the_room(sheet, private=private), partial(filled, sheet))

    def filled(sheet: FormSheet, typed: Mapping[str, str] | None) -> None:
        if typed is None:
            return
        if keep(typed):
            sheet.half.kept()
            return
        fill_in(typed, spoken_of(house, typed))

    fill_in()
