"""The lines being typed: kept on disk within a second, there again after a kill."""

from __future__ import annotations

import threading
import time

from data.store.window import Kept, Window

WITHIN = 0.4
"""Seconds from a key to the draft on disk; so long keys are gathered."""


class Drafts:
    """What is being typed in this window, by the name of its field, and where the window was."""

    def __init__(self, window: Window, guard: threading.Condition) -> None:
        self._window = window
        self._guard = guard
        kept = window.read()
        self._place = kept.place
        self._texts = dict(kept.texts)
        self._since: float | None = None

    def get(self, key: str) -> str:
        """The draft of a field, or nothing."""
        return self._texts.get(key, "")

    def set(self, key: str, text: str) -> None:
        """Keep the draft of a field; an empty one is forgotten."""
        with self._guard:
            if text == self._texts.get(key, ""):
                return
            self._texts[key] = text
            if not text:
                del self._texts[key]
            self._touched()

    @property
    def place(self) -> str:
        """Where this window was."""
        return self._place

    @place.setter
    def place(self, place: str) -> None:
        with self._guard:
            if place != self._place:
                self._place = place
                self._touched()

    def due(self) -> float | None:
        """Seconds until the drafts must be written, or None when they are."""
        return None if self._since is None else max(0.0, self._since + WITHIN - time.monotonic())

    def flush(self) -> None:
        """Write the drafts; called by the writer.

        Raises:
            OSError: they are not on the disk; they are due again.
        """
        with self._guard:
            kept, self._since = Kept(place=self._place, texts=dict(self._texts)), None
        try:
            self._window.write(kept)
        except OSError:
            with self._guard:
                self._since = time.monotonic()
            raise

    def _touched(self) -> None:
        if self._since is None:
            self._since = time.monotonic()
            self._guard.notify_all()
