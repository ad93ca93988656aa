"""The line and the page of a decision: they leave to commands what is neither text nor a step through the page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import cast

from rich.text import Text
from textual.events import Key
from textual.message import Message
from textual.screen import Screen

from data.model import Phase
from screens.shell.commands import commands
from screens.shell.halves import at_once
from widgets.capture_line import CaptureLine
from widgets.keys import AZERTY, digit
from widgets.laid_out import LaidOut

DIGITS = frozenset("0123456789") | frozenset(AZERTY)


@dataclass
class PhaseDigit(Message):
    """The digit of a phase was pressed, from 1, at this moment."""

    number: int
    pressed: float


def phase(event: Key) -> int:
    """Which phase a key is the digit of, from 1, on a Belgian keyboard too; 0 for none."""
    number = int(digit(event) or 0)
    return number if number <= len(Phase) else 0


class DecisionLine(CaptureLine):
    """The line of a decision; while hands are counted it takes digits only, and leaves letters to be commands."""

    counting = False
    told: Callable[[str], int] = staticmethod(lambda _typed: 0)
    """How many characters at the begin are seen while the rest is masked."""

    led_here: float | None = None
    """When a phase's digit was pressed that led here: a digit at once behind it is another phase, and no text yet."""

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
        led_here, self.led_here = self.led_here, None
        on = led_here is not None and not self.value and at_once(led_here, event.time)
        # Of the Belgian row é and " may begin a word: in a line these are text.
        if on and (event.character or "").isdecimal() and (number := phase(event)):
            event.stop()
            event.prevent_default()
            self.post_message(PhaseDigit(number, event.time))
            return
        if self.counting and event.is_printable and event.character not in DIGITS:
            event.prevent_default()
            if not any(event.key in bound.command.keys for bound in commands(cast("Screen[None]", self.screen))):
                self.post_message(self.NoNumber())
            return
        await super()._on_key(event)


class DecisionPage(LaidOut):
    """The page of a decision: here letters are commands, and digits go to a phase."""

    def on_key(self, event: Key) -> None:
        """Belgian digits too."""
        if number := phase(event):
            event.stop()
            self.post_message(PhaseDigit(number, event.time))
