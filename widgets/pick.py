"""One of a few on a single line: left, right and Space change it, a click too; up and down are the form's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from data.i18n import _


class Pick(Widget, can_focus=True):
    """``‹ chosen ›`` among choices of a key and a title; ``value`` is the chosen key."""

    DEFAULT_CSS = """
    Pick { height: 1; width: 1fr; }
    Pick:focus { background: $panel; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "step(-1)", show=False),
        Binding("right,space", "step(1)", show=False),
    ]

    value: reactive[str] = reactive("")

    @dataclass
    class Picked(Message):
        """Another choice was made."""

        pick: Pick
        value: str

        @property
        def control(self) -> Pick:
            """The widget in which it was made."""
            return self.pick

    def __init__(self, choices: Sequence[tuple[str, str]], value: str = "", *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.choices = list(choices)
        self.set_reactive(Pick.value, value or self.choices[0][0])

    def render(self) -> Content:
        """The choice between two arrows, and while it has the focus which keys they are, where there is room."""
        title = next((title for key, title in self.choices if key == self.value), "")
        mark = "bold $accent" if self.has_focus else "$muted"
        chosen = Content.assemble(("‹ ", mark), (title, "bold" if self.has_focus else ""), (" ›", mark))
        hint = Content.assemble(("   ←→ ", "bold $key"), (_("another choice"), "$muted"))
        room = self.size.width - chosen.cell_length
        return chosen + hint if self.has_focus and hint.cell_length <= room else chosen

    def watch_has_focus(self, focused: bool) -> None:
        """Show by the arrows that they work."""
        super().watch_has_focus(focused)
        self.refresh()

    def action_step(self, by: int) -> None:
        """The next or the one before, round and round."""
        keys = [key for key, _title in self.choices]
        self.value = keys[(keys.index(self.value) + by) % len(keys)]
        self.post_message(self.Picked(self, self.value))

    def on_click(self) -> None:
        """A click is a step."""
        self.action_step(1)
