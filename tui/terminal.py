"""What a terminal may do to the app: send bytes that are no text, hang up, or be told to end."""

from __future__ import annotations

import codecs
import signal
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from types import FrameType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.app import Kring

ENDING = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name))


def hardened(app: Kring) -> None:
    """Let a byte that is not UTF-8 be one odd character, and a signal to end a quit that leaves the terminal sane."""
    with suppress(ImportError, AttributeError):
        from textual.drivers import linux_driver

        # Textual decodes what comes strictly: one odd byte would end the thread that hears the keys.
        vars(linux_driver)["getincrementaldecoder"] = lenient

    def end(_number: int, _frame: FrameType | None) -> None:
        if app.is_running and app._loop is not None:
            app._loop.call_soon_threadsafe(app.exit)
        else:
            raise SystemExit(1)

    for each in ENDING:
        signal.signal(each, end)


def lenient(encoding: str) -> Callable[[], codecs.IncrementalDecoder]:
    """What makes a decoder that puts U+FFFD where the bytes are no text."""
    return partial(codecs.getincrementaldecoder(encoding), "replace")
