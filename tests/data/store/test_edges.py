"""The edges of the file system: names, pipes, huge files, permissions, clocks, and copies that lose nothing."""

from __future__ import annotations

import json
import os
import stat
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from data.model import Note
from data.network import Network, Unopened
from data.network.glance import glance
from data.store import image as images
from data.store.backups import EVERY, Backups, listed
from data.store.checking import check
from data.store.disk import LARGEST, Disk
from data.store.storage import KringStorage
from data.store.tiny import KringDB
from tests.data.store.samples import add, edit, make
from tests.data.test_network import saved_texts, until

posix = pytest.mark.skipif(os.name == "nt", reason="there are no pipes and modes like these")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return make(tmp_path / "n.kring.json", 2)


@posix
def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "p.kring.json"
    os.mkfifo(pipe)
    for act in (lambda: Network.open(pipe), lambda: Disk.read(pipe), lambda: Disk.signature(pipe)):
        with pytest.raises((Unopened, OSError)):
            act()
    assert not check(pipe).ok and glance(pipe) is None
    assert not check(Path("/dev/zero")).ok


@posix
def test_a_pipe_in_the_place_of_an_open_file_does_not_stop_the_writer(path: Path) -> None:
    network = Network.open(path, watch=True)
    path.unlink()
    os.mkfifo(path)
    network.apply(add, "waits")
    until(lambda: network.trouble)
    path.unlink()
    until(lambda: network.saved)
    network.close()
    assert saved_texts(path)[-1] == "waits"


def test_a_huge_sparse_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    huge = tmp_path / "h.kring.json"
    with huge.open("wb") as file:
        file.truncate(LARGEST * 40)
    with pytest.raises(Unopened):
        Network.open(huge)
    assert not check(huge).ok and glance(huge) is None
    assert not list(tmp_path.rglob("aside/*"))


@posix
def test_no_link_is_written_through_and_no_name_can_be_foreseen(path: Path, tmp_path: Path) -> None:
    trap = tmp_path / "trap"
    trap.write_text("untouched")
    path.with_name(f".{path.name}.tmp").symlink_to(trap)
    reserve = path.with_name(f".{path.name}.kring") / "reserve"
    reserve.unlink(missing_ok=True)
    reserve.symlink_to(trap)
    network = Network.open(path)
    network.apply(add, "one").wait(10)
    network.close()
    assert trap.read_text() == "untouched" and saved_texts(path)[-1] == "one"
    names: set[str] = set()

    class Watching(Disk):
        def create(self, path: Path, mode: int = 0o600, *, fresh: bool = False) -> int:
            if path.name.startswith(".n.kring.json"):
                assert fresh and path.name not in names
                names.add(path.name)
            return super().create(path, mode, fresh=fresh)

    network = Network.open(path, disk=Watching())
    for number in range(3):
        network.apply(add, f"{number}").wait(10)
    network.close()
    assert len(names) >= 3


@posix
def test_what_the_group_may_it_may_with_the_next_version_too(path: Path) -> None:
    path.chmod(0o664)
    network = Network.open(path)
    network.apply(add, "one").wait(10)
    network.close()
    assert stat.S_IMODE(path.stat().st_mode) == 0o660


def test_what_a_cut_off_write_left_is_swept(path: Path) -> None:
    left = path.with_name(f".{path.name}.0123456789ab.tmp")
    fresh = path.with_name(f".{path.name}.ba9876543210.tmp")
    for each in (left, fresh):
        each.write_text("half")
    os.utime(left, (0, 0))
    Network.open(path).close()
    assert not left.exists() and fresh.exists()


@posix
def test_a_file_with_another_name_is_not_written_again_under_its_old_one(path: Path) -> None:
    network = Network.open(path, watch=True)
    other = path.rename(path.with_name("other.kring.json"))
    network.apply(add, "waits for its name")
    until(lambda: network.trouble)
    assert network.trouble and network.trouble.fills["name"] == "other.kring.json" and not path.exists()
    other.rename(path)
    until(lambda: network.saved)
    network.close()
    assert saved_texts(path)[-1] == "waits for its name"


def test_a_copy_keeps_what_this_kring_does_not_know(path: Path, tmp_path: Path) -> None:
    with KringDB(path) as db:
        db.table("notes").update({"colour": "red"}, doc_ids=[1])
        db.table("drawings").insert({"lines": [1, 2]})
    network = Network.open(path)
    with network._storage.locked():
        network.apply(edit, "n1", "not saved yet")
        network.save_copy(tmp_path / "copy.json")
    network.close()
    tree = json.loads((tmp_path / "copy.json").read_bytes())
    assert tree["notes"]["1"]["colour"] == "red" and tree["drawings"] == {"1": {"lines": [1, 2]}}
    assert [note.text for note in images.load((tmp_path / "copy.json").read_bytes()).state.all(Note)] == [
        "idea 0",
        "not saved yet",
    ]


def test_a_clock_that_was_ahead_once_neither_orders_the_copies_nor_stops_them(path: Path) -> None:
    storage = KringStorage(path)
    now = datetime(2027, 3, 14, 12)  # noqa: DTZ001 - as their names are
    storage.fresh()
    Backups(storage).before(now + timedelta(days=900))
    network = Network.open(path)
    network.apply(add, "later").wait(10)
    network.close()
    storage.fresh()
    backups = Backups(storage)
    backups.before(now)
    assert len(list(storage.sidecar.backups.iterdir())) >= 1
    backups.before(now + EVERY)
    names = [each.name for each in storage.sidecar.backups.iterdir()]
    assert any(name.startswith("20270314") for name in names), names
    revisions = [each.revision for each in listed(storage)]
    assert revisions == sorted(revisions, reverse=True)
