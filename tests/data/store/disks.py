"""Disks for the tests: one that fails where it is told to, one that is full, one that records what it did."""

from __future__ import annotations

import errno
import itertools
import os
from pathlib import Path
from typing import Any

from data.store.disk import Disk


class FailingDisk(Disk):
    """Raises an error at the n-th call that changes the disk, or at every one from there on."""

    def __init__(self, at: int = 0, code: int = errno.EIO, *, lasting: bool = False) -> None:
        self.at = at
        self.code = code
        self.lasting = lasting
        self.calls = 0
        self.failed: list[str] = []

    def _count(self, name: str) -> None:
        self.calls += 1
        if self.at and (self.calls == self.at or (self.lasting and self.calls > self.at)):
            self.failed.append(name)
            raise OSError(self.code, os.strerror(self.code))

    def make_folder(self, path: Path) -> None:
        if not path.is_dir():
            self._count("make_folder")
        super().make_folder(path)

    def create(self, path: Path, mode: int = 0o600, *, fresh: bool = False) -> int:
        self._count("create")
        return super().create(path, mode, fresh=fresh)

    def extend(self, path: Path) -> int:
        self._count("extend")
        return super().extend(path)

    def write(self, descriptor: int, data: bytes) -> None:
        # Half of it is there when it fails, as a disk may do.
        try:
            self._count("write")
        except OSError:
            super().write(descriptor, data[: len(data) // 2])
            raise
        super().write(descriptor, data)

    def sync(self, descriptor: int) -> None:
        self._count("sync")
        super().sync(descriptor)

    def replace(self, source: Path, target: Path) -> None:
        self._count("replace")
        super().replace(source, target)

    def link(self, source: Path, target: Path) -> None:
        self._count("link")
        super().link(source, target)

    def remove(self, path: Path) -> None:
        self._count("remove")
        super().remove(path)

    def sync_folder(self, path: Path) -> None:
        self._count("sync_folder")
        super().sync_folder(path)


class FullDisk(Disk):
    """A disk with room for so many bytes in the folder of a network; what is removed gives its room back."""

    def __init__(self, folder: Path, room: int) -> None:
        self.folder = folder
        self.room = room

    def used(self) -> int:
        seen = {(each := path.stat()).st_ino: each.st_size for path in self.folder.rglob("*") if path.is_file()}
        return sum(seen.values())

    def write(self, descriptor: int, data: bytes) -> None:
        left = self.room - self.used()
        if len(data) > left:
            super().write(descriptor, data[: max(0, left)])
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        super().write(descriptor, data)


class RecordingDisk(Disk):
    """Does all that it is asked, and records it: what touches names, what touches contents, what syncs which."""

    def __init__(self) -> None:
        self.log: list[tuple[Any, ...]] = []
        self._nodes = itertools.count(1)
        self._open: dict[int, int] = {}
        self._names: dict[Path, int] = {}

    def acknowledge(self, what: object) -> None:
        self.log.append(("ack", what))

    def create(self, path: Path, mode: int = 0o600, *, fresh: bool = False) -> int:
        descriptor = super().create(path, mode, fresh=fresh)
        node = self._open[descriptor] = self._names[path] = next(self._nodes)
        self.log.append(("create", path, node))
        return descriptor

    def write(self, descriptor: int, data: bytes) -> None:
        super().write(descriptor, data)
        if descriptor in self._open:
            self.log.append(("write", self._open[descriptor], bytes(data)))

    def sync(self, descriptor: int) -> None:
        super().sync(descriptor)
        if descriptor in self._open:
            self.log.append(("sync", self._open[descriptor]))

    def close(self, descriptor: int) -> None:
        super().close(descriptor)
        self._open.pop(descriptor, None)

    def replace(self, source: Path, target: Path) -> None:
        super().replace(source, target)
        self._names[target] = self._names.pop(source)
        self.log.append(("replace", source, target, self._names[target]))

    def remove(self, path: Path) -> None:
        super().remove(path)
        self._names.pop(path, None)
        self.log.append(("remove", path))

    def sync_folder(self, path: Path) -> None:
        super().sync_folder(path)
        self.log.append(("sync_folder", path))


class QuickDisk(Disk):
    """Waits for no sync: for tests that open thousands of files and cut no power."""

    def sync(self, descriptor: int) -> None:
        pass

    def sync_folder(self, path: Path) -> None:
        pass
