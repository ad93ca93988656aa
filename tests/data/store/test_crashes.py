"""Power cuts, errors at every call, and a full disk: never an unreadable file, never an acknowledged line lost."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from data.model import Keep, Note, Refused
from data.network import Event, Network, Noticed, NotSaved, TroubleEvent
from data.store import image as images
from data.store.disk import Disk
from tests.data.store.crashes import crashes
from tests.data.store.disks import FailingDisk, FullDisk, RecordingDisk
from tests.data.store.samples import add, edit, heavier, make, note, records, remove, texts


def _scenario(network: Network, disk: RecordingDisk) -> None:
    """Adds, edits, removals and undo, each acknowledged by the notes that must be there from then on."""

    def done() -> None:
        disk.acknowledge({each.id: each.text for each in network.state.all(Note)})

    ids = []
    for number in range(4):
        task = network.apply(add, f"line {number}")
        task.wait(10)
        ids.append(task.new())
        done()
    for verb in ((edit, ids[0], "other"), (remove, ids[1]), (edit, ids[2], "long " * 40)):
        network.apply(*verb).wait(10)
        done()
    network.undo()
    network.apply(add, "after undo").wait(10)
    done()


def test_no_power_cut_leaves_an_unreadable_file_or_loses_a_line(tmp_path: Path) -> None:
    disk, path = RecordingDisk(), tmp_path / "n.kring.json"
    with_network = Network.create(path, records(2), disk=disk)
    disk.acknowledge({each.id: each.text for each in with_network.state.all(Note)})
    _scenario(with_network, disk)
    with_network.close()
    states = 0
    for crash in crashes(disk.log, path):
        states += 1
        if crash.content is None:
            assert not crash.acknowledged, crash.after
            continue
        image = images.load(crash.content)
        assert image.sound and not image.misfits, crash.after
        if crash.acknowledged:
            # The last one that was told, or a later one that was not told yet.
            there = {each.id: each.text for each in image.state.all(Note)}
            told = crash.acknowledged[-1]
            later = [each[1] for each in disk.log if each[0] == "ack"][len(crash.acknowledged) - 1 :]
            assert there == told or there in later or _between(there, told, later)
    assert states > 100


def _between(there: dict[str, str], told: dict[str, str], later: list[dict[str, str]]) -> bool:
    """Whether these notes are those of the undo, which is not acknowledged by itself."""
    return bool(later) and there.items() <= later[-1].items() and len(there) >= len(told)


def test_the_model_of_power_cuts_sees_a_missing_sync(tmp_path: Path) -> None:
    class Careless(RecordingDisk):
        def sync(self, descriptor: int) -> None:
            Disk.sync(self, descriptor)

    disk, path = Careless(), tmp_path / "n.kring.json"
    Network.create(path, records(2), disk=disk).close()
    contents = {crash.content for crash in crashes(disk.log, path)}
    assert any(content is not None and not content for content in contents)


def _calls(tmp_path: Path) -> int:
    disk = FailingDisk()
    path = make(tmp_path / "count.kring.json", 2)
    _all_of_it(Network.open(path, disk=disk))
    return disk.calls


def _all_of_it(network: Network) -> list[Event]:
    heard: list[Event] = []
    network.subscribe(heard.append)
    network.apply(add, "one")
    network.apply(heavier, "n0")
    network.drafts.set("line", "half a sen")
    network.apply(heavier, "n0")
    network.undo()
    network.apply(edit, "n1", "changed").wait(20)
    network.close(20)
    return heard


def test_an_error_at_any_call_loses_nothing_and_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("data.network.writer.AGAIN", 0.02)
    for at in range(1, _calls(tmp_path) + 1):
        path = make(tmp_path / f"{at}.kring.json", 2)
        disk = FailingDisk(at)
        network = Network.open(path, disk=disk)
        heard = _all_of_it(network)
        assert disk.failed, at
        told = [each for each in heard if isinstance(each, Noticed) or (isinstance(each, TroubleEvent) and each.said)]
        assert told or network.notices, (at, disk.failed)
        assert network.saved
        again = Network.open(path)
        found = {each.id: each for each in again.state.all(Note)}
        assert sorted(each.text for each in found.values()) == ["changed", "idea 0", "one"], (at, disk.failed)
        assert found["n0"].weight == 1, (at, disk.failed)
        assert images.load(path.read_bytes()).sound
        again.close()


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
    _until(lambda: (tmp_path / ".n.kring.json.kring" / "reserve").exists() and network.trouble is None)
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
    network.undo()
    network.apply(edit, "n0", "x").wait(10)
    assert texts(network) == ["x", "not at all"]
    network.close()
    assert note(0).text == "idea 0"
