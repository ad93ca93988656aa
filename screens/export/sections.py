"""Which sections of a summary are left out: a tick for each that says something, in the words of its heading."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from data.i18n import _
from widgets.choices import Choice, Choices


class Sections(ModalScreen[frozenset[str] | None]):
    """Gives the keys of the sections without a tick, or None when it is left."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "tick", show=False),
        Binding("escape", "dismiss", show=False),
    ]

    def __init__(self, parts: Sequence[tuple[str, str]], without: frozenset[str]) -> None:
        """``parts`` are the keys and titles; of ``without``, what is not among them stays left out."""
        super().__init__()
        self._parts = parts
        self._without = without

    def compose(self) -> ComposeResult:
        """The sections, and the keys."""
        with Vertical(classes="sheet"):
            yield Static(_("What goes in it?"), classes="heading", markup=False)
            with VerticalScroll(can_focus=False, classes="sections"):
                yield Choices(id="sections")
        foot = _("Space: out or in · Enter saves · Esc leaves it as it was")
        yield Static(foot, classes="sheet-foot", markup=False)

    def on_mount(self) -> None:
        """Begin with what is left out now."""
        self._show()
        self._choices.focus()

    @property
    def _choices(self) -> Choices:
        return self.query_one(Choices)

    def _show(self) -> None:
        self._choices.show(
            [Choice(key, "", title, steps=False, ticked=key not in self._without) for key, title in self._parts]
        )

    def action_tick(self) -> None:
        """Leave the chosen section out, or put it back."""
        if self._choices.at:
            self._without ^= {self._choices.at}
            self._show()

    @on(Choices.Pressed)
    def _keep(self) -> None:
        self.dismiss(self._without)
