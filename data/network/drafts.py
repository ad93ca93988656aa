"""The lines being typed: kept on disk within a second, there again after a kill."""

from __future__ import annotations

import threading
import time

from data.store.history import Step
from data.store.window import Kept, Window

WITHIN = 0.4
"""Seconds from a key to the draft on disk; so long keys are gathered."""


class Drafts:
    """What is being typed in this window, by the name of its field, where the window was, and what is not saved yet."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self._guard = threading.Condition()
        self._writing = threading.Lock()
        kept = window.read()
        self._place = kept.place
        self._texts = dict(kept.texts)
        self._unsaved: tuple[Step, ...] = kept.unsaved
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

    def forget(self, name: str) -> None:
        """Take the name of somebody who was erased out of all drafts."""
        from data.names import GAP, without, written

        for key, text in tuple(self._texts.items()):
            self.set(key, without(text, written(text, name), GAP))

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

    @property
    def holds(self) -> tuple[Step, ...]:
        """The changes that are kept because they could not be saved."""
        return self._unsaved

    def hold(self, unsaved: tuple[Step, ...]) -> None:
        """Keep these changes too, until they are saved."""
        with self._guard:
            if [step.id for step in unsaved] != [step.id for step in self._unsaved]:
                self._unsaved = unsaved
                self._touched()

    def due(self) -> float | None:
        """Seconds until the drafts must be written, or None when they are."""
        return None if self._since is None else max(0.0, self._since + WITHIN - time.monotonic())

    def wait(self, seconds: float) -> None:
        """Wait until the drafts must be written, or so long."""
        with self._guard:
            due = self.due()
            self._guard.wait(seconds if due is None else min(seconds, due))

    def wake(self) -> None:
        """End a wait."""
        with self._guard:
            self._guard.notify_all()

    def flush(self) -> None:
        """Write the drafts.

        Raises:
            OSError: they are not on the disk; they are due again.
        """
        with self._writing:
            with self._guard:
                kept, self._since = Kept(place=self._place, texts=dict(self._texts), unsaved=self._unsaved), None
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
