"""The one thread that reads and writes the file, so that the screen never waits for the disk."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from datetime import datetime, timedelta

from data.model import Change, Evaluation, Refused, Said, say
from data.network.desk import Desk, differing, unkept
from data.network.events import Noticed, SavedEvent
from data.network.keeper import Keeper
from data.network.overtaken import by_us
from data.network.reading import only_read
from data.network.task import Applied, end, kept, secret
from data.network.words import FULL, NEWER, SCARCE, broken, trouble
from data.store import migrations
from data.store.codec import Damaged
from data.store.history import Step
from data.store.image import Image
from data.store.records import Trace, write

_log = logging.getLogger(__name__)

LOOK = 0.1
"""Seconds between two looks at whether another process wrote."""

AGAIN = 1.0
"""Seconds before a write that failed is tried again."""

PATIENCE = 3
"""A file that is gone, unreadable or foreign is put back at so many looks in a row: others may write in two steps."""

IDLE = 2.0
"""Seconds without a change after which the present version is kept beside the file."""

UNTOLD = timedelta(minutes=30)
"""After an anonymous form no backup is made for this long, so that no two of them tell which form came between."""


class Writer(threading.Thread):
    """Writes the changes in line, one by one; looks for other processes' changes when asked to."""

    def __init__(self, desk: Desk, keeper: Keeper, *, watch: bool) -> None:
        super().__init__(name="kring-writer", daemon=True)
        self._desk = desk
        self._keeper = keeper
        self._watch = watch
        self._not_before = self._next_probe = 0.0
        self._gave_up = self._wrote = self._hurries = False
        self._wrote_at: float | None = time.monotonic() if watch else None
        self._puzzled = 0

    def run(self) -> None:
        """Work until the network is closed and all is written, or cannot be."""
        while self._pause():
            self._guarded(self._turn)
        self._guarded(self._pass)
        self._guarded(self._leave)

    def hurry(self) -> None:
        """Try at once what is to be tried later; called by another thread."""
        with self._desk.guard:
            self._not_before, self._hurries = 0.0, True
            self._desk.guard.notify_all()

    def _guarded(self, act: Callable[[], None]) -> None:
        """Do this; a mistake in it must not end the thread that saves."""
        try:
            act()
        except Exception as error:
            _log.exception("The writer failed")
            self._waits(broken(error))

    def _turn(self) -> None:
        if self._desk.pending and (self._desk.closing or time.monotonic() >= self._not_before):
            self._save(self._desk.pending[0])
        self._pass()
        if self._watch or self._desk.trouble:
            self._look()
        if self._wrote_at is not None and not self._desk.pending and time.monotonic() - self._wrote_at > IDLE:
            self._keep_latest()

    def _keep_latest(self) -> None:
        self._wrote_at = None
        try:
            self._keeper.keep_latest()
        except OSError as error:
            self._unremembered(error)

    def _unremembered(self, error: OSError) -> None:
        """The file itself is safe; but another in its place may not be noticed, or ours not be there any more."""
        said = say("If another version is put in the place of this file, yours may be gone ({why}).", why=_why(error))
        self._desk.tell(Noticed(said))

    def _leave(self) -> None:
        """Keep the version that is left: a window as a backup too."""
        if self._wrote_at is None and not self._watch:
            return
        self._keep_latest()
        if self._watch and self._wrote:
            try:
                self._keeper.keep_left(datetime.now())  # noqa: DTZ005 - local, as the names of backups are
            except OSError as error:
                self._desk.tell(Noticed(say("No backup could be made ({why}).", why=_why(error))))

    def _pass(self) -> None:
        while self._desk.passed:
            self._remember(self._desk.passed.popleft())

    def _pause(self) -> bool:
        """Wait until there is something to do; say whether to go on: at closing all is tried once more."""
        desk = self._desk
        with desk.guard:
            waits = not desk.pending or time.monotonic() < self._not_before
            if waits and not desk.passed and not desk.closing and not self._hurries:
                desk.guard.wait(LOOK if self._watch or desk.trouble else None)
            self._hurries = False  # also when told while this was busy: else what came is only seen a look later
            return not desk.closing or (bool(desk.pending) and not self._gave_up)

    def _save(self, task: Applied) -> None:
        try:
            change, others = self._write(task)
        except Refused as refused:
            self._desk.dropped(task, refused.said)
            return
        except OSError as error:
            self._failed(error)
            return
        self._desk.written(task, change, self._keeper.known, others)
        self._wrote_at, self._wrote = time.monotonic(), True
        if self._keeper.storage.forgot is not None:
            self._unremembered(self._keeper.storage.forgot)
            self._keeper.storage.forgot = None
        if not self._desk.pending:
            self._desk.tell(SavedEvent())
        self._settle()

    def _write(self, task: Applied) -> tuple[Change, frozenset[str]]:
        keeper = self._keeper
        with keeper.storage.locked():
            image = self._present()
            others = differing(self._desk.image, image) if image is not self._desk.image else frozenset()
            if said := NEWER if image.about.schema > migrations.SCHEMA else only_read(keeper.storage.sidecar):
                raise Refused(said)
            change = task.change
            traces: list[Trace] = []
            with keeper.db.transaction(task.step.id) as transaction:
                if not transaction.done:
                    change = _run(task, image)
                    self._back_up(change)
                    traces = _written(keeper, change, task)
                    _queued(keeper, task, image, change, traces)
                transaction.join(task.joins)
            overtaken = by_us(task.step.traces, traces)
            about = keeper.wrote().about
            if kept(change) and (traces or task.step.traces):
                self._remember(task.step, traces=tuple(traces), revision=about.revision, erased=about.erased)
            elif secret(task.step):
                self._remember(end(task.step), revision=about.revision, erased=about.erased)
            for said in overtaken:
                self._desk.tell(Noticed(said))
        return change, others

    def _present(self) -> Image:
        """What the file holds; in the place of a damaged, deleted or foreign one ours is put back."""
        image, events = self._keeper.present()
        for event in events:
            self._desk.tell(event)
        return image

    def _back_up(self, change: Change) -> None:
        now = datetime.now()  # noqa: DTZ005 - local, as the names of backups are
        try:
            if any(isinstance(record, Evaluation) and record.participant is None for record in change.puts):
                self._keeper.backups.postpone(now, UNTOLD)
            else:
                self._keeper.backups.before(now)
        except OSError as error:  # a save must not fail because a copy of the version before does
            self._desk.tell(Noticed(say("No backup could be made ({why}).", why=_why(error))))

    def _remember(self, step: Step, **known: object) -> None:
        for name, value in known.items():
            if value or name != "traces":
                setattr(step, name, value)
        try:
            self._desk.history.keep(step)
        except OSError as error:  # only undo is the poorer
            self._desk.tell(Noticed(say("After a restart this cannot be undone ({why}).", why=_why(error))))

    def _failed(self, error: OSError) -> None:
        if error.errno in FULL and self._keeper.reserve.give_up():
            self._desk.set_trouble(SCARCE)
            return
        self._waits(trouble(error, self._keeper.storage.path))

    def _waits(self, said: Said) -> None:
        """Say what is wrong, and try again later; at closing there is no later."""
        self._not_before = time.monotonic() + AGAIN
        self._gave_up = self._desk.closing
        self._desk.set_trouble(said)

    def _settle(self) -> None:
        """After a write: the trouble is over, unless there is no room for a reserve."""
        laid = self._keeper.reserve.lay(self._keeper.size)
        self._desk.set_trouble(None if laid else SCARCE)

    def _look(self) -> None:
        """See whether another process wrote, and whether the trouble is over."""
        try:
            # Not that of the desk: a write that was refused may have read a version that the desk has not seen yet.
            image = self._keeper.look() if self._keeper.changed() else self._keeper.known
        except (Damaged, FileNotFoundError):
            image = None
        except OSError as error:
            self._failed(error)
            return
        self._puzzled = 0 if image else self._puzzled + 1
        if image is None:
            if self._puzzled >= PATIENCE:
                self._put_back()
            return
        if image is not self._desk.image:
            self._desk.seen(image)
        if self._desk.trouble and not self._desk.pending and time.monotonic() >= self._next_probe:
            self._next_probe = time.monotonic() + AGAIN
            self._settle()

    def _put_back(self) -> None:
        try:
            with self._keeper.storage.locked():
                self._desk.seen(self._present())
        except OSError as failed:
            self._failed(failed)


def _why(error: OSError) -> str:
    return error.strerror or str(error)


def _run(task: Applied, image: Image) -> Change:
    """The verb on what the file holds; one that fails for a reason of its own is refused, the writer goes on."""
    try:
        return task.run(image.state, task.stamp)
    except Refused:
        raise
    except Exception as error:
        raise Refused(unkept(error)) from error


def _queued(keeper: Keeper, task: Applied, image: Image, change: Change, traces: list[Trace]) -> None:
    """A call of a network that is shared waits in the file itself until the other laptops have it."""
    if keeper.storage.sidecar.joined.exists():
        from data.together.rows import queue

        queue(keeper.db, task, image.state, change, traces)


def _written(keeper: Keeper, change: Change, task: Applied) -> list[Trace]:
    try:
        return write(keeper.db, change.puts, change.drops, task.was())
    except ValueError as error:  # JSON has no form for it
        raise Refused(unkept(error)) from error
