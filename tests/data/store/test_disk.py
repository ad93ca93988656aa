"""What Kring asks of a file system: for the owner alone, whole or not at all, and errors that say which file."""

from __future__ import annotations

import errno
import os
import stat
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from data.store import disk as disks
from data.store.disk import HEAD, Disk, Signature
from data.store.lock import AskingLock, WaitingLock, lock
from data.store.sidecar import Sidecar

pytestmark = pytest.mark.skipif(os.name == "nt", reason="there are no modes like these")


@pytest.fixture
def open_to_all() -> Iterator[None]:
    before = os.umask(0)
    yield
    os.umask(before)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def descriptors() -> int:
    """How many this process has open; 0 where that cannot be seen."""
    folder = Path("/proc/self/fd")
    return len(list(folder.iterdir())) if folder.is_dir() else 0


def raising(error: BaseException) -> Callable[..., Any]:
    def fails(*_: object, **__: object) -> None:
        raise error

    return fails


# Folders and files.


@pytest.mark.usefixtures("open_to_all")
def test_what_is_made_is_for_the_owner_alone_unless_it_is_said_otherwise(tmp_path: Path) -> None:
    disk = Disk()
    disk.make_folder(tmp_path / "folder")
    assert mode(tmp_path / "folder") == 0o700
    (tmp_path / "folder").chmod(0o750)
    disk.make_folder(tmp_path / "folder")
    assert mode(tmp_path / "folder") == 0o750, "one that is there is left as it is"
    for name, make, expected in (
        ("new", disk.create, 0o600),
        ("fresh", lambda path: disk.create(path, fresh=True), 0o600),
        ("shared", lambda path: disk.create(path, 0o660), 0o660),
        ("long", disk.extend, 0o600),
    ):
        disk.close(make(tmp_path / name))
        assert mode(tmp_path / name) == expected, name
    (tmp_path / "new").chmod(0o644)
    disk.close(disk.create(tmp_path / "new"))
    assert mode(tmp_path / "new") == 0o600


def test_a_file_that_is_there_is_begun_anew_or_written_on_or_refused(tmp_path: Path) -> None:
    disk, path = Disk(), tmp_path / "file"
    path.write_bytes(b"long before")
    descriptor = disk.create(path)
    disk.write(descriptor, b"new")
    disk.close(descriptor)
    assert path.read_bytes() == b"new"
    descriptor = disk.extend(path)
    disk.write(descriptor, b"er")
    disk.close(descriptor)
    assert path.read_bytes() == b"newer"
    with pytest.raises(FileExistsError):
        disk.create(path, fresh=True)
    (tmp_path / "link").symlink_to(path)
    for act in (disk.create, disk.extend):
        with pytest.raises(OSError):
            act(tmp_path / "link")
    assert path.read_bytes() == b"newer"


def test_all_of_it_is_written_also_in_pieces(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, data: write(descriptor, bytes(data)[:3]))
    descriptor = Disk().create(tmp_path / "file")
    Disk().write(descriptor, b"0123456789")
    Disk().write(descriptor, b"")
    Disk().close(descriptor)
    assert (tmp_path / "file").read_bytes() == b"0123456789"


def test_what_was_written_and_the_names_in_a_folder_are_brought_to_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[str] = []
    for name in ("fdatasync", "fsync"):
        if hasattr(os, name):
            monkeypatch.setattr(
                os, name, lambda descriptor, name=name: synced.append(f"{name} {os.fstat(descriptor).st_ino}")
            )
    descriptor = Disk().create(tmp_path / "file")
    Disk().sync(descriptor)
    Disk().close(descriptor)
    Disk().sync_folder(tmp_path)
    data = "fdatasync" if hasattr(os, "fdatasync") else "fsync"
    assert synced == [f"{data} {(tmp_path / 'file').stat().st_ino}", f"fsync {tmp_path.stat().st_ino}"]


@pytest.mark.parametrize(("number", "told"), [(errno.EINVAL, False), (errno.EIO, True)])
def test_a_share_that_cannot_sync_a_folder_is_good_enough_and_a_disk_that_fails_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, told: bool
) -> None:
    monkeypatch.setattr(os, "fsync", raising(OSError(number, "no")))
    before = descriptors()
    if told:
        with pytest.raises(OSError):
            Disk().sync_folder(tmp_path)
    else:
        Disk().sync_folder(tmp_path)
    assert descriptors() == before


# Names.


def test_one_file_is_put_in_the_place_of_another_and_one_may_be_taken_away_twice(tmp_path: Path) -> None:
    (tmp_path / "one").write_text("one")
    (tmp_path / "other").write_text("other")
    Disk().replace(tmp_path / "one", tmp_path / "other")
    assert (tmp_path / "other").read_text() == "one" and not (tmp_path / "one").exists()
    Disk().remove(tmp_path / "other")
    Disk().remove(tmp_path / "other")
    assert not list(tmp_path.iterdir())


class _HeldError(PermissionError):
    winerror = 0


@pytest.mark.parametrize(("number", "waits"), [(5, True), (32, True), (6, False), (None, False)])
def test_only_while_somebody_reads_a_file_it_is_waited_for_and_not_for_ever(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int | None, waits: bool
) -> None:
    error = PermissionError(13, "held") if number is None else _HeldError(13, "held")
    if isinstance(error, _HeldError):
        error.winerror = number or 0
    clock, slept, tries = [100.0], [0.0], [0]

    def sleep(seconds: float) -> None:
        slept[0] += seconds
        clock[0] += 0.5

    def held(*_: object) -> None:
        tries[0] += 1
        raise error

    monkeypatch.setattr("data.store.disk.time.monotonic", lambda: clock[0])
    monkeypatch.setattr("data.store.disk.time.sleep", sleep)
    monkeypatch.setattr(Path, "replace", held)
    with pytest.raises(PermissionError):
        Disk().replace(tmp_path / "one", tmp_path / "other")
    assert tries[0] == (6 if waits else 1), "two seconds, and once more"
    assert slept[0] == pytest.approx(0.05 if waits else 0)


def test_a_second_name_is_the_same_file_or_else_a_copy_for_the_owner_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = tmp_path / "one"
    source.write_bytes(b"one")
    Disk().link(source, tmp_path / "two")
    assert (tmp_path / "two").stat().st_ino == source.stat().st_ino
    with pytest.raises(FileExistsError):
        Disk().link(source, tmp_path / "two")
    before = descriptors()
    for place, error in enumerate((OSError(errno.EPERM, "no links here"), NotImplementedError())):
        monkeypatch.setattr(Path, "hardlink_to", raising(error))
        copy = tmp_path / f"copy{place}"
        Disk().link(source, copy)
        assert copy.read_bytes() == b"one" and copy.stat().st_ino != source.stat().st_ino and mode(copy) == 0o600
    assert descriptors() == before


# Putting a whole file in place.


def test_a_whole_file_is_put_in_place_and_known_again(tmp_path: Path) -> None:
    path = tmp_path / "n.json"
    pieces = (b"a" * 100, b"b" * 100, b"c")
    for data in ((b"old",), pieces):
        signature = Disk().put(path, *data)
        assert (path.read_bytes() == b"".join(data) and signature == Disk.signature(path)) or data is pieces
    status = path.stat()
    assert signature == Signature(status.st_mtime_ns, 201, status.st_ino, b"a" * 100)
    assert Disk.read(path) == (b"".join(pieces), Disk.signature(path))
    assert Disk.signature(path).head == (b"".join(pieces))[:HEAD] and len(Disk.signature(path).head) == 128
    assert [each.name for each in tmp_path.iterdir()] == ["n.json"]


@pytest.mark.parametrize(("before", "after"), [(None, 0o600), (0o664, 0o660), (0o444, 0o640), (0o777, 0o660)])
@pytest.mark.usefixtures("open_to_all")
def test_who_may_do_what_stays_as_it_was_and_nobody_else_comes_to_it(
    tmp_path: Path, before: int | None, after: int
) -> None:
    path = tmp_path / "n.json"
    if before is not None:
        path.write_bytes(b"")
        path.chmod(before)
    Disk().put(path, b"x")
    assert mode(path) == after


def test_a_file_keeps_its_group_when_that_may_be_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[tuple[int, int]] = []

    def chown(_descriptor: int, owner: int, group: int) -> None:
        given.append((owner, group))
        raise PermissionError(errno.EPERM, "not a member")

    monkeypatch.setattr(os, "chown", chown)
    path = tmp_path / "n.json"
    Disk().put(path, b"x")
    Disk().put(path, b"y")
    assert given == []
    monkeypatch.setattr(disks, "_rights", lambda _path: (0o660, 4321))
    Disk().put(path, b"z")
    assert given == [(-1, 4321)] and path.read_bytes() == b"z"


@pytest.mark.parametrize("step", ["write", "sync", "replace"])
def test_a_file_that_could_not_be_put_in_place_leaves_the_old_one_and_nothing_else(tmp_path: Path, step: str) -> None:
    path, before = tmp_path / "n.json", descriptors()
    path.write_bytes(b"old")
    disk = Disk()
    setattr(disk, step, raising(OSError(errno.EIO, "broken")))
    with pytest.raises(OSError):
        disk.put(path, b"new")
    assert path.read_bytes() == b"old" and [each.name for each in tmp_path.iterdir()] == ["n.json"]
    assert descriptors() == before


def test_a_file_is_synced_before_it_is_put_in_place_and_its_folder_after(tmp_path: Path) -> None:
    done: list[str] = []

    class Noted(Disk):
        def sync(self, descriptor: int) -> None:
            done.append("sync")

        def replace(self, source: Path, target: Path) -> None:
            done.append(f"replace {target.name}")
            assert (
                source.name.startswith(".n.json.") and source.name.endswith(".tmp") and source.parent == target.parent
            )
            super().replace(source, target)

        def sync_folder(self, path: Path) -> None:
            done.append(f"sync {path.name}")

    Noted().put(tmp_path / "n.json", b"x")
    assert done == ["sync", "replace n.json", f"sync {tmp_path.name}"]


# Reading.


def test_a_file_is_read_up_to_its_largest_size(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "n.json"
    path.write_bytes(b"12345")
    monkeypatch.setattr(disks, "LARGEST", 5)
    assert Disk.read(path)[0] == b"12345"
    monkeypatch.setattr(disks, "LARGEST", 4)
    with pytest.raises(OSError) as caught:
        Disk.read(path)
    assert (caught.value.errno, caught.value.filename, caught.value.strerror) == (
        errno.EFBIG, str(path), os.strerror(errno.EFBIG)
    )  # fmt: skip
    path.write_bytes(b"")
    assert Disk.read(path)[0] == b"" == Disk.signature(path).head


def test_what_is_no_plain_file_is_refused_at_once_with_its_name(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    before = descriptors()
    for path, number in ((tmp_path, errno.EISDIR), (tmp_path / "pipe", errno.EINVAL)):
        for act in (Disk.read, Disk.signature):
            with pytest.raises(OSError) as caught:
                act(path)
            assert (caught.value.errno, caught.value.filename, caught.value.strerror) == (
                number, str(path), os.strerror(number)
            )  # fmt: skip
    assert descriptors() == before


@pytest.mark.parametrize(
    ("number", "fails"), [(errno.EPERM, False), (errno.ENOSYS, False), (errno.EOPNOTSUPP, False), (errno.EIO, True)]
)
@pytest.mark.usefixtures("open_to_all")
def test_a_stick_without_owners_is_good_enough(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, fails: bool
) -> None:
    (tmp_path / "file").write_bytes(b"")
    (tmp_path / "file").chmod(0o644)
    monkeypatch.setattr(os, "fchmod", raising(OSError(number, "no modes")))
    before = descriptors()
    if fails:
        with pytest.raises(OSError) as caught:
            Disk().extend(tmp_path / "file")
        assert (caught.value.errno, caught.value.strerror) == (number, "no modes")
        assert caught.value.filename == str(tmp_path / "file") and descriptors() == before
    else:
        Disk().close(Disk().extend(tmp_path / "file"))
    (tmp_path / "file").chmod(0o600)
    Disk().close(Disk().extend(tmp_path / "file"))  # nothing to change: not asked for


# The lock.


@pytest.mark.parametrize("kind", [WaitingLock, AskingLock])
def test_a_lock_is_held_by_one_and_given_back(tmp_path: Path, kind: type[WaitingLock | AskingLock]) -> None:
    path = tmp_path / "lock"
    one, other = kind(path), kind(path)
    assert one.acquire()
    assert not other.acquire(wait=False)
    one.release()
    assert other.acquire(wait=False)
    other.close()
    assert one.acquire(wait=False) and mode(path) == 0o600
    got: list[bool] = []
    waiting = threading.Thread(target=lambda: got.append(other.acquire()))
    waiting.start()
    one.close()
    waiting.join(10)
    assert got == [True]
    other.close()


@pytest.mark.usefixtures("open_to_all")
def test_a_lock_that_lost_its_file_is_taken_on_a_new_one_and_holds_one_descriptor(tmp_path: Path) -> None:
    path, before = tmp_path / "lock", descriptors()
    held = WaitingLock(path)
    held.release()
    held.close()
    assert held.acquire() and mode(path) == 0o600
    path.unlink()
    held.release()
    assert held.acquire() and path.exists()
    path.unlink()
    path.write_text("another file under its name")
    held.release()
    assert held.acquire() and descriptors() == before + bool(before)
    held.close()
    assert descriptors() == before


def test_the_best_lock_of_this_system_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert isinstance(lock(tmp_path / "lock"), WaitingLock)
    monkeypatch.setattr("data.store.lock.fcntl", None)
    assert isinstance(lock(tmp_path / "lock"), AskingLock)


# What writes that were cut off left.


def test_only_what_is_old_is_swept_beside_the_file_and_in_its_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "n.json"
    sidecar = Sidecar(path, Disk())
    sidecar.make()
    left = [tmp_path / ".n.json.1.tmp", sidecar.folder / ".x.tmp", sidecar.aside / ".y.tmp"]
    kept = [tmp_path / ".m.json.1.tmp", tmp_path / ".n.json.2.tmp", sidecar.aside / "z.tmp"]
    for each in (*left, *kept):
        each.write_text("half")
        os.utime(each, (1000, 1000))
    os.utime(kept[1], (1001, 1001))
    monkeypatch.setattr("data.store.sidecar.time.time", lambda: 1601.0)
    sidecar.sweep(path, 600)
    assert [each.exists() for each in (*left, *kept)] == [False] * 3 + [True] * 3
