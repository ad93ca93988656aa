"""How a window draws where a browser shows it: packets to the gate in place of a terminal."""

from __future__ import annotations

import asyncio
import os
from contextlib import suppress
from functools import partial
from typing import Any

from textual import messages
from textual.drivers import web_driver

from tui.terminal import lenient
from tui.typed import TypedParser
from tui.widths import placed

# As for a terminal: an odd byte ends nothing, and an Escape and a sign at once are two keys.
vars(web_driver)["getincrementaldecoder"] = lenient
vars(web_driver)["XTermParser"] = TypedParser


class BrowserDriver(web_driver.WebDriver):
    """Textual's own, that ends when nobody looks any more: also when the gate was killed."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._write = partial(self._sent)

    def _sent(self, data: bytes) -> int:
        with suppress(OSError):  # nobody reads it: what is typed is saved all the same, and the input ends
            rest = memoryview(data)
            while rest:
                rest = rest[os.write(self.fileno, rest) :]
        return len(data)

    def write(self, data: str) -> None:
        """Draw, with what stands behind a text of doubtful width in its place."""
        super().write(placed(data))

    def run_input_thread(self) -> None:
        """Hear keys until there are none any more: then nobody looks."""
        super().run_input_thread()
        loop = self._app._loop
        if not self.exit_event.is_set() and loop is not None and not loop.is_closed():
            asyncio.run_coroutine_threadsafe(self._app._post_message(messages.ExitApp()), loop)
