"""The line in which a brainstorm is captured: marks in colour, and Tab writes an open one out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.highlighter import Highlighter
from rich.text import Text
from textual.binding import Binding, BindingType
from textual.events import Key
from textual.message import Message

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
    """The line in which one thing is asked; the capture line waits behind it with what was typed.

    ``goes_on`` tells whether a key came at once behind the letter that asked.
    """

    goes_on: Callable[[Key], bool] = staticmethod(lambda _key: False)

    @dataclass
    class Word(Message):
        """The letter that asked was the first of a word for the capture line, and this is the next one."""

        letter: str

    async def _on_key(self, event: Key) -> None:
        """A letter glued to the last of what is to be corrected, at once behind the key for that, corrects nothing."""
        letter = event.character or ""
        glued = letter.islower() and self.value[-1:].isalnum() and self.cursor_position == len(self.value)
        untouched = not self._typed and self.selection.is_empty and not self.numbers
        if glued and untouched and self.goes_on(event):
            event.stop()
            event.prevent_default()
            self.post_message(self.Word(letter))
            return
        await super()._on_key(event)
