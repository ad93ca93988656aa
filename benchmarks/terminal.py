"""A program in a real terminal: keys go in, and the screen is read as a person would see it."""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import queue
import signal
import struct
import sys
import termios
import threading
import time
from collections.abc import Callable

import pyte


class Terminal:
    """A running program, and its screen of ``columns`` by ``lines`` as text.

    What the program writes is stamped with its time by a thread of its own, so that reading the screen costs nothing.
    """

    def __init__(self, command: list[str], columns: int = 120, lines: int = 36) -> None:
        self.screen = pyte.Screen(columns, lines)
        self.came = 0.0
        self._ended = False
        self._stream = pyte.ByteStream(self.screen)
        self._written: queue.SimpleQueue[tuple[float, bytes]] = queue.SimpleQueue()
        self.child, self._fd = pty.fork()
        if self.child == 0:
            os.environ.update(TERM="xterm-256color", COLORTERM="truecolor", COLUMNS=str(columns), LINES=str(lines))
            os.execvp(command[0], command)
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
        sys.setswitchinterval(0.0002)
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        with contextlib.suppress(OSError):
            while data := os.read(self._fd, 1 << 20):
                self._written.put((time.perf_counter(), data))

    def send(self, keys: str) -> None:
        """Press keys: plain text, or what a terminal sends for others."""
        self.send_bytes(keys.encode())

    def send_bytes(self, data: bytes) -> None:
        """Send what no key sends."""
        while data:
            data = data[os.write(self._fd, data) :]

    def until(self, holds: Callable[[], object], seconds: float = 20.0) -> float:
        """Read until a condition on the screen holds; gives when its last bytes came, as ``time.perf_counter``.

        Raises:
            TimeoutError: it never held; the message is what is on the screen.
        """
        end = time.monotonic() + seconds
        while not holds():
            if not self.read(end - time.monotonic()):
                raise TimeoutError("\n".join(self.screen.display))
        return self.came

    def read(self, seconds: float) -> bool:
        """Take in one piece of what the program wrote, waiting so long for it; says whether there was one."""
        try:
            self.came, data = self._written.get(timeout=max(0.0, seconds))
        except queue.Empty:
            return False
        self._stream.feed(data)
        return True

    def skip(self) -> None:
        """Look away: what was written is not put on the screen, which costs more than writing it."""
        with contextlib.suppress(queue.Empty):
            while True:
                self._written.get_nowait()

    def quiet(self, seconds: float = 0.3) -> None:
        """Read until nothing was written for so long."""
        while self.read(seconds):
            pass

    def shows(self, text: str) -> bool:
        """Whether this stands on the screen."""
        return any(text in line for line in self.screen.display)

    def ended_by(self, number: signal.Signals, seconds: float = 20.0) -> str:
        """Send a signal and wait until the program ended by itself; gives what it still wrote.

        Raises:
            TimeoutError: it went on.
        """
        os.kill(self.child, number)
        end, written = time.monotonic() + seconds, b""
        while not self._ended:
            if time.monotonic() > end:
                raise TimeoutError("it did not end")
            self._ended = bool(os.waitpid(self.child, os.WNOHANG)[0])
            with contextlib.suppress(queue.Empty):
                while True:
                    written += self._written.get(timeout=0.1)[1]
        return written.decode("utf-8", "replace")

    def close(self) -> None:
        """End the program."""
        if not self._ended:
            os.kill(self.child, signal.SIGKILL)
            os.waitpid(self.child, 0)
        os.close(self._fd)
