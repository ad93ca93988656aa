"""A disk that fails once, at any of the calls that bring a copy to the log: nothing is lost, nothing is done twice."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

from data.model import Note
from data.store.records import write
from data.store.tiny import KringDB
from data.together.driver import Driver
from data.together.placing import same
from data.together.replica import Replica
from data.verbs.brainstorm.noting import add_weight, capture
from tests.data.store.disks import FailingDisk
from tests.data.together.laptops import STORM, Laptop, quiet, records

STEP = 3 if settings.default and settings.default.derandomize else 1
"""Every third call of the disk is tried, and every one by ``make fuzz``."""


class Failing(FailingDisk):
    """Fails once, and waits for no sync."""

    def sync(self, descriptor: int) -> None:
        self._count("sync")

    def sync_folder(self, path: Path) -> None:
        self._count("sync_folder")


def failing(laptop: Laptop, at: int) -> Failing:
    """Share this laptop's file over a disk that fails at this call."""
    laptop.kill()
    disk = Failing(at)
    laptop.replica = Replica(KringDB(laptop.path, disk), laptop.told.append)
    try:
        assert laptop.replica.open()
    except OSError:
        laptop.start()
        return disk
    laptop.driver = Driver(laptop.replica, laptop.wire, host=False)
    return disk


def tried(laptop: Laptop, *, killed: bool) -> None:
    """A step; when the disk fails, the process goes on with the next one, or is gone."""
    try:
        laptop.step()
    except OSError:
        if killed:
            laptop.start()
            laptop.wire.connect(laptop.log)


@pytest.mark.parametrize("killed", [False, True])
def test_a_disk_that_fails_once_costs_nothing(tmp_path: Path, killed: bool) -> None:
    at, failed = 1, True
    while failed:
        failed = played(tmp_path / f"{at}", at, killed=killed)
        at += STEP
    assert at > 25


def played(folder: Path, at: int, *, killed: bool) -> bool:
    """Both work, apart and together, the second over a disk that fails at this call; whether there was such a call."""
    folder.mkdir()
    host, other = Laptop(folder / "a.kring.json"), Laptop(folder / "b.kring.json")
    host.db.files.sidecar.make()
    write(host.db, records())
    log = host.start(host=True)
    assert log is not None
    other.log = log
    other.start()
    other.wire.connect(log)
    quiet(host, other)
    other.wire.cut()
    disk = failing(other, at)
    for number in range(2):
        host.do(capture, activity=STORM, text=f"a{number}")
        other.do(capture, activity=STORM, text=f"b{number}")
    quiet(host)
    other.wire.connect(log)
    for _ in range(4):
        tried(other, killed=killed)
        other.wire.carry(9)
        other.wire.bring(9)
        host.step()
    assert host.replica is not None and host.replica.confirmed is not None
    host.wire.snapshot(host.replica.snapshot(), host.replica.confirmed.sequence)
    other.wire.cut()
    note = next(note for note in host.state.all(Note) if note.text == "a0")
    for laptop in (host, other):
        laptop.do(add_weight, note=note.id, by=1)
    other.wire.connect(log)
    for _ in range(4):
        tried(other, killed=killed)
        other.wire.carry(9)
        other.wire.bring(9)
        host.step()
    disk.at = 0
    quiet(host, other)
    assert same(host.state, other.state)
    found = {each.text: each.weight for each in host.state.all(Note)}
    assert found == {"a0": 2, "a1": 0, "b0": 0, "b1": 0}, (at, disk.failed)
    host.kill()
    other.kill()
    return bool(disk.failed)
