"""The line in which a brainstorm is captured: marks in colour, and Tab writes an open one out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from rich.highlighter import Highlighter
from rich.text import Text
from textual.binding import Binding, BindingType

from widgets.capture_line import CaptureLine
from widgets.command import handed_on

STEP = 256
"""Columns by which the width of the line grows."""

Span = tuple[int, int, str]
"""From where to where in the line, and in which style."""


class Marks(Highlighter):
    """Colours what the line understands as a mark."""

    def __init__(self, spans: Callable[[str], Sequence[Span]]) -> None:
        self._spans = spans

    def highlight(self, text: Text) -> None:
        """Colour this line."""
        for start, end, style in self._spans(text.plain):
            text.stylize(style, start, end)


class NoteLine(CaptureLine):
    """The capture line of a brainstorm; ``completion`` is what Tab writes, nothing when no mark is open."""

    BINDINGS: ClassVar[list[BindingType]] = [*handed_on("ctrl+d"), Binding("tab", "complete", show=False)]

    completion = ""
    many = True

    @property
    def content_width(self) -> int:
        """In large steps: a width that grows by every key would have the whole screen laid out at every key."""
        return -(-super().content_width // STEP) * STEP

    def watch_value(self, before: str, after: str) -> None:
        """Show a line from its beginning as soon as all of it can be seen."""
        super().watch_value(before, after)
        if self.scroll_x and super().content_width <= self.size.width:
            self.scroll_to(x=0, animate=False)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """With no open mark, Tab is left to the focus."""
        if action == "complete":
            return bool(self.completion)
        return super().check_action(action, parameters)

    def action_complete(self) -> None:
        """Write the open mark out."""
        self.value = self.completion
        self.cursor_position = len(self.value)


class AskLine(CaptureLine):
    """The line in which one thing is asked; the capture line waits behind it with what was typed."""
