"""The thread that minds what must not wait for the file: drafts, what is not saved yet, and the writer itself."""

from __future__ import annotations

import logging
import threading
import time

from data.model import Keep
from data.network.desk import Desk
from data.network.drafts import Drafts
from data.network.keeper import Keeper
from data.network.task import secret
from data.network.words import BROKEN, FULL, busy, trouble
from data.store.history import Step

_log = logging.getLogger(__name__)

TURN = 0.4
"""Seconds between two turns when no key is pressed."""

HELD = 1.5
"""Another program may hold the file for so many seconds before it is told."""

AGAIN = 1.0
"""Seconds before drafts that could not be written are tried again."""


class Minder(threading.Thread):
    """Keeps the drafts and what cannot be saved; tells of a lock that is held, or a writer that is dead."""

    def __init__(self, desk: Desk, keeper: Keeper, drafts: Drafts, writer: threading.Thread) -> None:
        super().__init__(name="kring-minder", daemon=True)
        self._desk = desk
        self._keeper = keeper
        self._drafts = drafts
        self._writer = writer
        self._ends = False
        self._not_before = 0.0

    def run(self) -> None:
        """Work until it is told to end."""
        while not self._ends:
            try:
                self._watch()
                self._keep()
            except Exception:  # it is the last that watches
                _log.exception("Minding failed")
                self._not_before = time.monotonic() + AGAIN
            self._drafts.wait(TURN)

    def end(self) -> None:
        """Keep what there is to keep, and stop; called by another thread."""
        self._ends = True
        self._drafts.wake()
        self.join(AGAIN)
        self._not_before = 0.0
        self._drafts.hold(self._unsaved())
        self._flush()

    def _watch(self) -> None:
        waits = self._keeper.storage.waits_since
        if not self._desk.pending or self._desk.closing:
            return
        if not self._writer.is_alive():
            self._desk.set_trouble(BROKEN)
        elif waits is not None and time.monotonic() - waits > HELD:
            self._desk.set_trouble(busy(self._keeper.storage.path))

    def _keep(self) -> None:
        while self._desk.forgotten:
            self._drafts.forget(self._desk.forgotten.pop())
        if self._desk.trouble or self._drafts.holds:
            self._drafts.hold(self._unsaved())
        if self._drafts.due() == 0 and time.monotonic() >= self._not_before:
            self._flush()

    def _unsaved(self) -> tuple[Step, ...]:
        """What is in line and may be kept: secret ballots may not, and forms are in no order."""
        with self._desk.guard:
            steps = [task.step for task in self._desk.pending]
        loose = sorted((step for step in steps if step.keep is Keep.MEMORY), key=lambda step: step.id)
        return (*(step for step in steps if step.keep is not Keep.MEMORY and not secret(step)), *loose)

    def _flush(self) -> None:
        if self._drafts.due() is None:
            return
        try:
            self._drafts.flush()
        except OSError as error:
            self._not_before = time.monotonic() + AGAIN
            if error.errno in FULL:
                self._keeper.reserve.give_up()
            self._desk.set_trouble(trouble(error, self._keeper.storage.path))
