"""The real program in a pseudo-terminal: keys in as bytes, and the screen that a person would see."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pexpect
import pyte

KRING = [sys.executable, "-m", "tui"]

KEYS = {
    "enter": "\r",
    "escape": "\x1b",
    "space": " ",
    "tab": "\t",
    "shift+tab": "\x1b[Z",
    "backspace": "\x7f",
    "delete": "\x1b[3~",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "home": "\x1b[H",
    "end": "\x1b[F",
    "f1": "\x1bOP",
    "f2": "\x1bOQ",
    "f3": "\x1bOR",
    "f4": "\x1bOS",
    "f5": "\x1b[15~",
    "f6": "\x1b[17~",
    "f7": "\x1b[18~",
    "f8": "\x1b[19~",
    "f9": "\x1b[20~",
    "plus": "+",
    "minus": "-",
    **{f"ctrl+{letter}": chr(ord(letter) - 96) for letter in "abcdefghijklmnopqrstuvwxyz"},
}


class Terminal:
    """A running ``kring``; ``text`` is what its screen shows."""

    def __init__(self, arguments: Sequence[str], size: tuple[int, int], environment: dict[str, str]) -> None:
        columns, rows = size
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.Stream(self._screen)
        self.sent = ""
        self.child = pexpect.spawn(
            KRING[0],
            [*KRING[1:], *arguments],
            dimensions=(rows, columns),
            env={**_inherited(), "TERM": "xterm-256color", "COLORTERM": "truecolor", **environment},
            encoding="utf-8",
            codec_errors="replace",
            timeout=30,
        )
        self.child.delaybeforesend = None

    def read(self, seconds: float = 0.05) -> None:
        """Take in what the program has written."""
        try:
            written = self.child.read_nonblocking(65536, seconds)
        except (pexpect.TIMEOUT, pexpect.EOF):
            return
        self.sent += written
        self._stream.feed(written)

    @property
    def text(self) -> str:
        """The screen, line by line."""
        return "\n".join(line.rstrip() for line in self._screen.display)

    def press(self, *keys: str) -> None:
        """Press keys by their Textual names."""
        for key in keys:
            self.child.send(KEYS.get(key, key))
            # A lone escape is told from the start of a sequence by what does not follow it.
            self.read(0.15 if key == "escape" else 0.01)

    def until(self, holds: Callable[[], object], seconds: float = 90) -> None:
        """Wait until a condition holds; fail with what the screen shows when it does not."""
        end = time.monotonic() + seconds
        while not holds():
            if time.monotonic() > end or not self.child.isalive():
                raise AssertionError(f"it never held; the screen shows:\n{self.text}")
            self.read()

    def wait_for(self, text: str, seconds: float = 90) -> None:
        """Wait until this is on the screen."""
        self.until(lambda: text in self.text, seconds)

    def resize(self, columns: int, rows: int) -> None:
        """Another size of the window."""
        self._screen.resize(rows, columns)
        self.child.setwinsize(rows, columns)

    def kill(self) -> None:
        """End it at once, as a power cut would."""
        self.child.kill(signal.SIGKILL)
        self.child.close(force=True)

    def hang_up(self) -> None:
        """Close the window that it runs in."""
        self.child.kill(signal.SIGHUP)
        self.child.close(force=True)


def _inherited() -> dict[str, str]:
    """The environment without a size, which would count for more than that of the terminal."""
    return {name: value for name, value in os.environ.items() if name not in {"COLUMNS", "LINES"}}


@contextmanager
def terminal(
    *arguments: str | Path, size: tuple[int, int] = (120, 36), settings: Path | None = None
) -> Iterator[Terminal]:
    """Run ``kring`` with these arguments; it is killed at the end."""
    environment = {"KRING_SETTINGS": str(settings)} if settings else {}
    program = Terminal([str(argument) for argument in arguments], size, environment)
    try:
        yield program
    finally:
        program.kill()
