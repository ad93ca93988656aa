"""What a terminal may do to the app: send bytes that are no text or keys in pieces, hang up, or be told to end."""

from __future__ import annotations

import codecs
import os
import signal
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from types import FrameType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from textual.app import App
    from textual.drivers.linux_driver import LinuxDriver


ENDING = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name))


FAR = ("SSH_TTY", "SSH_CONNECTION", "TMUX", "STY")
"""One of these is set where keys come over a line or through a program that may split what a key sends."""

PATIENCE = "500"
"""Milliseconds that an Escape is waited behind there: as long as tmux does."""


def wait_for_split_keys() -> None:
    """Where a line may be slow, wait longer for the rest of a key; to be called before Textual is imported."""
    if any(name in os.environ for name in FAR):
        os.environ.setdefault("ESCDELAY", PATIENCE)


def hardened(app: App[Any]) -> None:
    """Let bytes, keys and widths of any terminal be what they are here, and a signal to end leave it sane.

    What a browser shows has another driver, which sees to this itself.
    """
    with suppress(ImportError, AttributeError):
        from textual.drivers import linux_driver

        from tui.typed import TypedParser

        # Textual decodes what comes strictly: one odd byte would end the thread that hears the keys.
        vars(linux_driver)["getincrementaldecoder"] = lenient
        vars(linux_driver)["XTermParser"] = TypedParser
        if app.driver_class is linux_driver.LinuxDriver:
            app.driver_class = careful(linux_driver.LinuxDriver)

    def end(_number: int, _frame: FrameType | None) -> None:
        if app.is_running and app._loop is not None:
            app._loop.call_soon_threadsafe(app.exit)
        else:
            raise SystemExit(1)

    for each in ENDING:
        signal.signal(each, end)


def careful(driver: type[LinuxDriver]) -> type[LinuxDriver]:
    """This driver, that puts what stands behind a text of doubtful width in its place."""
    from tui.widths import placed

    class Careful(driver):  # type: ignore[valid-type,misc]
        def write(self, data: str) -> None:
            super().write(placed(data))

    return Careful


def lenient(encoding: str) -> Callable[[], codecs.IncrementalDecoder]:
    """What makes a decoder that puts U+FFFD where the bytes are no text."""
    return partial(codecs.getincrementaldecoder(encoding), "replace")
