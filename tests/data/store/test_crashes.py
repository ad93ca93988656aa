"""Power cuts, errors at every call, and a full disk: never an unreadable file, never an acknowledged line lost."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from data.model import Keep, Note, Refused
from data.network import Event, Network, NotSaved, TroubleEvent
from data.store import image as images
from data.store.disk import Disk
from tests.data.store import faults
from tests.data.store.crashes import crashes, survey
from tests.data.store.disks import FailingDisk, FullDisk, RecordingDisk
from tests.data.store.samples import add, edit, make, note, records, texts


def test_no_power_cut_leaves_an_unreadable_file_or_loses_a_line(tmp_path: Path) -> None:
    states, wrong = survey(tmp_path)
    assert states > 150
    assert not wrong


def test_the_model_of_power_cuts_sees_a_missing_sync(tmp_path: Path) -> None:
    class Careless(RecordingDisk):
        def sync(self, descriptor: int) -> None:
            Disk.sync(self, descriptor)

    disk, path = Careless(), tmp_path / "n.kring.json"
    Network.create(path, records(2), disk=disk).close()
    contents = {crash.content for crash in crashes(disk.log, path)}
    assert any(content is not None and not content for content in contents)


def test_an_error_at_any_call_loses_nothing_and_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("data.network.writer.AGAIN", 0.02)
    calls = faults.calls(tmp_path)
    assert calls > 50
    for at in range(1, calls + 1):
        assert not (wrong := faults.fault(tmp_path, at)), (at, wrong)


@pytest.mark.parametrize("code", [errno.EIO, errno.ENOSPC, errno.EROFS, errno.ENOENT, errno.EDQUOT])
def test_while_the_disk_fails_the_lines_stay_and_are_saved_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    monkeypatch.setattr("data.network.writer.AGAIN", 0.02)
    path, disk = make(tmp_path / "n.kring.json", 1), FailingDisk()
    network = Network.open(path, disk=disk)
    disk.at, disk.code, disk.lasting = disk.calls + 1, code, True
    task = network.apply(add, "typed while it fails")
    with pytest.raises(NotSaved):
        task.wait(0.3)
    assert network.trouble and not network.saved
    assert texts(network) == ["idea 0", "typed while it fails"]
    assert len(images.load(path.read_bytes()).state.all(Note)) == 1
    disk.lasting, disk.at = False, 0
    task.wait(10)
    network.close()
    assert network.saved and len(images.load(path.read_bytes()).state.all(Note)) == 2


def test_closing_while_the_disk_fails_says_what_is_not_saved(tmp_path: Path) -> None:
    path, disk = make(tmp_path / "n.kring.json", 1), FailingDisk()
    network = Network.open(path, disk=disk)
    disk.at, disk.lasting = disk.calls + 1, True
    task = network.apply(add, "lost to this file")
    with pytest.raises(NotSaved):
        task.wait(0.2)
    copy = tmp_path / "elsewhere.kring.json"
    network.save_copy(copy)
    network.close(1)
    assert not network.saved
    with pytest.raises(NotSaved):
        task.wait(1)
    assert "lost to this file" in copy.read_text()
    with pytest.raises(Refused):
        network.apply(add, "too late")


def test_a_full_disk_still_takes_a_hundred_notes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("data.network.writer.AGAIN", 0.02)
    path = make(tmp_path / "n.kring.json", 300)
    disk = FullDisk(tmp_path, 10**9)
    network = Network.open(path, disk=disk)
    network.apply(add, "the first write lays the reserve").wait(10)
    _until(lambda: network._writer._keeper.reserve._size)
    heard: list[Event] = []
    network.subscribe(heard.append)
    disk.room = disk.used()
    for number in range(100):
        network.apply(add, f"while it is full {number}").wait(10)
        assert network.trouble or number == 0
        assert images.load(path.read_bytes()).sound
    assert any(isinstance(each, TroubleEvent) and each.said for each in heard)
    network.close()
    assert len(images.load(path.read_bytes()).state.all(Note)) == 401


def test_only_a_full_disk_costs_the_reserve(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("data.network.writer.AGAIN", 0.02)

    class NotReplacing(Disk):
        fails = False

        def replace(self, source: Path, target: Path) -> None:
            if self.fails:
                raise OSError(errno.EIO, "Input/output error")
            super().replace(source, target)

    path, disk = make(tmp_path / "n.kring.json", 1), NotReplacing()
    network = Network.open(path, disk=disk)
    network.apply(add, "the first write lays the reserve").wait(10)
    reserve = tmp_path / ".n.kring.json.kring/reserve"
    _until(reserve.exists)
    before = reserve.stat().st_ino
    disk.fails = True
    network.apply(add, "typed while it fails")
    _until(lambda: network.trouble)
    assert reserve.stat().st_ino == before
    disk.fails = False
    network.close()
    assert reserve.stat().st_ino == before


def _until(met: object) -> None:
    import time

    end = time.monotonic() + 10
    while not met():  # type: ignore[operator]
        assert time.monotonic() < end
        time.sleep(0.005)


def test_a_change_that_may_leave_no_trace_leaves_none(tmp_path: Path) -> None:
    path = make(tmp_path / "n.kring.json", 1)
    network = Network.open(path)
    network.apply(add, "in memory only", keep=Keep.MEMORY).wait(10)
    network.apply(add, "not at all", keep=Keep.NEVER).wait(10)
    history = b"".join(each.read_bytes() for each in (tmp_path / ".n.kring.json.kring/windows").glob("*.history"))
    assert b"memory" not in history and b"not at all" not in history
    with pytest.raises(Refused):
        network.undo()
    network.apply(edit, "n0", "x").wait(10)
    network.undo()
    assert texts(network) == ["idea 0", "in memory only", "not at all"], "what came after it goes back as ever"
    network.apply(edit, "n0", "x").wait(10)
    network.close()
    assert note(0).text == "idea 0"
