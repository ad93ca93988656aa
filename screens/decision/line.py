"""The line and the page of a decision: they leave to commands what is neither text nor a step through the page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import cast

from rich.text import Text
from textual.events import Key
from textual.message import Message
from textual.screen import Screen

from screens.shell.commands import commands
from widgets.capture_line import CaptureLine
from widgets.keys import AZERTY, digit
from widgets.laid_out import LaidOut

DIGITS = frozenset("0123456789") | frozenset(AZERTY)


class DecisionLine(CaptureLine):
    """The line of a decision; while hands are counted it takes digits only, and leaves letters to be commands."""

    counting = False
    told: Callable[[str], int] = staticmethod(lambda _typed: 0)
    """How many characters at the begin are seen while the rest is masked."""

    @property
    def shown(self) -> str:
        """What is seen of the line."""
        seen = self.told(self.value) if self.password else len(self.value)
        return self.value[:seen] + "•" * (len(self.value) - seen)

    @property
    def _value(self) -> Text:
        return Text(self.shown, no_wrap=True, overflow="ignore", end="") if self.password else super()._value

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Letters are no digits."""
        if self.counting and character is not None and character not in DIGITS:
            return False
        return super().check_consume_key(key, character)

    async def _on_key(self, event: Key) -> None:
        """A letter is no text while hands are counted: it goes on to the commands, or is refused."""
        if self.counting and event.is_printable and event.character not in DIGITS:
            event.prevent_default()
            if not any(event.key in bound.command.keys for bound in commands(cast("Screen[None]", self.screen))):
                self.post_message(self.NoNumber())
            return
        await super()._on_key(event)


class DecisionPage(LaidOut):
    """The page of a decision: here letters are commands, and digits go to a phase."""

    @dataclass
    class Digit(Message):
        """A digit was pressed."""

        number: int

    def on_key(self, event: Key) -> None:
        """Belgian digits too."""
        number = digit(event)
        if number:
            event.stop()
            self.post_message(self.Digit(int(number)))
