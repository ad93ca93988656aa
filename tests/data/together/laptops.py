"""Laptops that share a network, without threads and without a line: every step is taken by the test."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from pathlib import Path
from typing import Any

from data.model import Activity, ActivityKind, Change, Note, Profile, Record, Refused, Session, Stamp, State
from data.network.task import Applied, Asked, foreseen
from data.store.history import Step, Way
from data.store.records import write
from data.store.tiny import KringDB
from data.together.driver import Driver
from data.together.events import OfCopy
from data.together.replica import Replica
from data.together.rows import queue
from tests.data.store.disks import QuickDisk
from tests.data.together.simulated import Log, Wire

NOW = "2026-11-26T14:00:00+01:00"
AN_HOUR_LATER = "2026-11-26T15:00:00+01:00"
STORM = "storm"


def records() -> list[Record]:
    """A network with a brainstorm."""
    return [
        Profile(id="network", name="Talent"),
        Session(id="session", number=1),
        Activity(id=STORM, session="session", kind=ActivityKind.BRAINSTORM, position=1.0),
    ]


class Laptop:
    """A file, and the process that shares it; the process may be killed at any moment."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.now = NOW
        self.wire = Wire()
        self.told: list[OfCopy] = []
        self.driver: Driver | None = None
        self.replica: Replica | None = None
        self.db = KringDB(path, QuickDisk())
        self.done: list[Step] = []
        self.log = Log("", b"")

    def start(self, *, host: bool = False) -> Log | None:
        """Begin to share; as host with a log of its own."""
        self.kill()
        self.replica = Replica(KringDB(self.path, QuickDisk()), self.told.append)
        assert self.replica.open()
        self.wire = Wire()
        log = None
        if host:
            found = self.replica.found()
            log = Log(found.log, self.replica.snapshot())
            self.wire.connect(log)
        self.driver = Driver(self.replica, self.wire, host=host)
        return log

    def kill(self) -> None:
        """The process is gone; what was written stays."""
        if self.replica is not None:
            self.replica.shelf.let_go()
            self.replica.db.files.close()
        self.replica = self.driver = None

    def do(self, verb: Callable[..., Change], **asked: Any) -> Applied | None:
        """What another process on this file does; None when it is refused at once."""
        return self._do(lambda state, at: verb(state, at, **asked), Way.DO, asked=Asked(verb, asked))

    def undo(self) -> bool:
        """Take the last change of this laptop back."""
        from data.network.undo import reverse

        step = self.done.pop()
        return self._do(lambda state, at: reverse(state, at, step=step, loose=True), Way.UNDO, step) is not None

    def _do(self, run: Any, way: Way, undoes: Step | None = None, asked: Asked | None = None) -> Applied | None:
        with self.db.transaction() as transaction:
            state = self.db.state
            stamp = Stamp(self.now, str(uuid.uuid4()))
            try:
                change = run(state, stamp)
            except Refused:
                return None
            step = foreseen(state, change, way, self.now, undoes)
            task = Applied(stamp, run, change, step, undoes, (), asked)
            traces = write(self.db, change.puts, change.drops, task.was())
            if self.db.files.sidecar.joined.exists():
                queue(self.db, task, state, change, traces)
            step.traces = tuple(traces)
            if way is Way.DO:
                self.done.append(step)
            assert transaction is not None
        return task

    @property
    def state(self) -> State:
        return self.db.state

    @property
    def texts(self) -> list[str]:
        return [each.text for each in self.state.all(Note)]

    def step(self) -> None:
        if self.driver is not None:
            self.driver.step()


def quiet(*laptops: Laptop) -> None:
    """Let everything arrive."""
    for _ in range(200):
        for each in laptops:
            each.step()
            each.wire.carry(99)
            each.wire.bring(99)
        if not any(
            each.wire._out or each.wire._here or (each.replica and each.replica.to_send) or _behind(each)
            for each in laptops
        ):
            return
    raise AssertionError("it does not end")


def _behind(laptop: Laptop) -> bool:
    wire = laptop.wire
    return wire.log is not None and (wire._at is None or bool(wire.log.after(*wire._at)))
