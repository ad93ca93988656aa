"""Who is writing: a window of the app, or a command. Its history and its drafts outlive a kill.

Each has a name and holds a lock for as long as it lives. A new one takes over the newest that no longer lives, and
finds there what can be undone, what was being typed and where it was.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from pathlib import Path

import msgspec

from data.store.disk import Disk
from data.store.history import History
from data.store.lock import AnyLock, lock
from data.store.sidecar import Sidecar

MOST = 8
"""So many windows that no longer live are remembered, of each sort; one with a draft always is."""


class Kept(msgspec.Struct, kw_only=True, omit_defaults=True):
    """What a window was doing: where it was, and the lines being typed, by the name of their field."""

    place: str = ""
    texts: dict[str, str] = {}


class Window:
    """The files of one window or command; without a folder to keep them in, it lives in memory only."""

    def __init__(self, disk: Disk, held: AnyLock | None = None, stem: Path | None = None) -> None:
        self._disk = disk
        self._lock = held
        self._drafts = stem and stem.with_suffix(".drafts")
        self.history = History(stem and stem.with_suffix(".history"), disk)

    def read(self) -> Kept:
        """The drafts of an earlier life of this window."""
        try:
            return msgspec.json.decode(self._drafts.read_bytes(), type=Kept) if self._drafts else Kept()
        except (OSError, msgspec.DecodeError):
            return Kept()

    def write(self, kept: Kept) -> None:
        """Keep the drafts, durably.

        Raises:
            OSError: they are not on the disk.
        """
        if self._drafts:
            self._disk.put(self._drafts, msgspec.json.encode(kept))

    def close(self) -> None:
        """Live no longer; what was kept stays for the next window."""
        if self._lock:
            self._lock.close()
            self._lock = None


def claim(sidecar: Sidecar, disk: Disk, sort: str) -> Window:
    """Take over the newest window of this sort that no longer lives, or begin a new one.

    Raises:
        OSError: there can be no files beside the network file.
    """
    sidecar.make()
    for stem in _stems(sidecar.windows, sort):
        if held := _held(stem):
            _thin(sidecar.windows, sort, stem)
            return Window(disk, held, stem)
    stem = sidecar.windows / f"{sort}-{uuid.uuid4().hex[:12]}"
    return Window(disk, _held(stem), stem)


def _held(stem: Path) -> AnyLock | None:
    own = lock(stem.with_suffix(".lock"))
    return own if own.acquire(wait=False) else None


def _stems(folder: Path, sort: str) -> list[Path]:
    """The windows of a sort, that which did something last first."""
    newest: dict[Path, int] = {}
    for file in folder.glob(f"{sort}-*.*"):
        stem = file.with_suffix("")
        newest[stem] = max(newest.get(stem, 0), file.stat().st_mtime_ns)
    return sorted(newest, key=lambda stem: newest[stem], reverse=True)


def _thin(folder: Path, sort: str, own: Path) -> None:
    """Take away the oldest windows that no longer live."""
    for stem in _stems(folder, sort)[MOST:]:
        if stem == own or Window(Disk(), None, stem).read().texts:
            continue
        if held := _held(stem):
            for file in _files(stem):
                file.unlink(missing_ok=True)
            held.close()


def _files(stem: Path) -> Iterator[Path]:
    return (stem.with_suffix(suffix) for suffix in (".history", ".drafts", ".lock"))
