"""The parts of an open network without their threads: a test does itself, and at once, what these would do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from data.model import Change, Note, Record, Stamp, State
from data.network import Event
from data.network.desk import Desk
from data.network.keeper import Keeper
from data.network.task import Applied, foreseen
from data.network.writer import Writer
from data.store import image as images
from data.store.disk import Disk
from data.store.history import History, Step, Way
from data.store.image import Image
from data.store.records import write
from data.store.tiny import KringDB

AT = "2027-03-14T12:00:00+01:00"


def version(path: Path, *records: Record, drops: tuple[Record, ...] = (), erases: bool = False) -> Image:
    """The file after another process put these records there."""
    with KringDB(path) as db, db.transaction(erases=erases):
        write(db, records, drops)
    return images.load(path.read_bytes())


def heard_by(desk: Desk) -> list[Event]:
    """What this desk tells from now on."""
    heard: list[Event] = []
    desk.listen(heard.append)
    return heard


def task(
    desk: Desk, verb: Callable[..., Change], *args: Any, undoes: Step | None = None, joins: tuple[str, ...] = ()
) -> Applied:
    """A change that was made here and waits in line."""
    stamp = Stamp(AT, f"{len(desk.pending):032d}")

    def run(state: State, at: Stamp) -> Change:
        return verb(state, at, *args)

    change = run(desk.state, stamp)
    made = Applied(stamp, run, change, foreseen(desk.state, change, Way.DO, AT, undoes), undoes, joins)
    desk.history.take(made.step)
    desk.take(made)
    return made


def texts(state: State) -> list[str]:
    """The texts of the notes."""
    return [each.text for each in state.all(Note)]


@dataclass
class Clock:
    """A clock that stands still until a test moves it, and notes who slept."""

    now: float = 1000.0
    slept: list[float] = field(default_factory=list)

    def monotonic(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)


@dataclass
class Parts:
    """A desk, a keeper and a writer on one file, and what they told."""

    path: Path
    desk: Desk
    keeper: Keeper
    writer: Writer
    heard: list[Event]

    @property
    def saved(self) -> list[str]:
        """The texts of the notes in the file."""
        return texts(images.load(self.path.read_bytes()).state)


def parts(path: Path, *, watch: bool = False, disk: Disk | None = None, history: Path | None = None) -> Parts:
    """The parts of a network that is open on this file."""
    db = KringDB(path, disk)
    image = db.image()
    desk = Desk(image, History(history, Disk()))
    keeper = Keeper(db, image)
    return Parts(path, desk, keeper, Writer(desk, keeper, watch=watch), heard_by(desk))
