"""Who is writing: a window of the app, or a command. Its history and its drafts outlive a kill.

Each has a name and holds a lock for as long as it lives. A new one takes over the newest that no longer lives, and
finds there what can be undone, what was being typed and where it was.
"""

from __future__ import annotations

import hashlib
import os
import uuid
from collections.abc import Iterator
from pathlib import Path

import msgspec
from platformdirs import user_state_path

from data.store.disk import Disk
from data.store.history import History, Step
from data.store.lock import AnyLock, lock
from data.store.sidecar import Sidecar

SEEN = "window"
"""The sort of a window that somebody sees; what another sort (a command) could not save, it told."""

MOST = 8
"""So many windows that no longer live are remembered, of each sort; one with a draft always is."""


class Kept(msgspec.Struct, kw_only=True, omit_defaults=True):
    """What a window was doing: where it was, the lines being typed by the name of their field, what is not saved."""

    place: str = ""
    texts: dict[str, str] = {}
    unsaved: tuple[Step, ...] = ()


def read(path: Path) -> Kept:
    """The drafts in a file; none when it is not there or damaged."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=Kept)
    except (OSError, msgspec.DecodeError, RecursionError):
        return Kept()


class Window:
    """The files of one window or command; without a folder to keep them in, it lives in memory only."""

    def __init__(
        self, disk: Disk, held: AnyLock | None = None, stem: Path | None = None, elsewhere: Path | None = None
    ) -> None:
        self._disk = disk
        self._elsewhere = elsewhere
        self._lock = held
        self._drafts = stem and stem.with_suffix(".drafts")
        self.history = History(stem and stem.with_suffix(".history"), disk)

    def read(self) -> Kept:
        """The drafts of an earlier life of this window."""
        return read(self._drafts) if self._drafts else Kept()

    def write(self, kept: Kept) -> None:
        """Keep the drafts, durably; what is not saved goes elsewhere when it cannot stand beside the file.

        Raises:
            OSError: they are not on the disk.
        """
        data = msgspec.json.encode(kept)
        try:
            if self._drafts:
                self._disk.put(self._drafts, data)
                return
        except OSError:
            if not kept.unsaved:
                raise
        if kept.unsaved and self._elsewhere:
            self._elsewhere.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._disk.put(self._elsewhere, data)

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
            _thin(sidecar.windows, sort)
            break
    else:
        stem = sidecar.windows / f"{sort}-{uuid.uuid4().hex[:12]}"
        held = _held(stem)
    window = Window(disk, held, stem, elsewhere(sidecar) / f"{stem.name}.unsaved")
    if sort == SEEN:
        _inherit(sidecar, stem, window, disk)
    return window


def elsewhere(sidecar: Sidecar) -> Path:
    """The folder for what cannot be kept beside the file: the stick was pulled out, or may not be written."""
    own = hashlib.sha256(os.fsencode(sidecar.folder)).hexdigest()[:16]
    return user_state_path("kring", appauthor=False) / "unsaved" / own


def _inherit(sidecar: Sidecar, own: Path, window: Window, disk: Disk) -> None:
    """Take over what windows that no longer live could not save."""
    found: list[tuple[Path, Kept]] = []
    for file in (*sidecar.windows.glob(f"{SEEN}-*.drafts"), *elsewhere(sidecar).glob("*.unsaved")):
        kept = read(file)
        if kept.unsaved and file.with_suffix("") != own and _alone(sidecar.windows / file.stem, own):
            found.append((file, kept))
    if not found:
        return
    kept = window.read()
    known = {step.id for step in kept.unsaved}
    steps = [step for _, each in found for step in each.unsaved if step.id not in known]
    window.write(msgspec.structs.replace(kept, unsaved=(*kept.unsaved, *steps)))
    for file, kept in found:
        if file.suffix == ".unsaved":
            disk.remove(file)
        else:
            disk.put(file, msgspec.json.encode(msgspec.structs.replace(kept, unsaved=())))


def _alone(stem: Path, own: Path) -> bool:
    """Whether the window of these files no longer lives."""
    if stem == own:
        return True
    if held := _held(stem):
        held.close()
    return held is not None


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


def _thin(folder: Path, sort: str) -> None:
    """Take away the oldest windows that no longer live."""
    for stem in _stems(folder, sort)[MOST:]:
        kept = read(stem.with_suffix(".drafts"))
        if kept.texts or kept.unsaved:
            continue
        if held := _held(stem):
            for file in _files(stem):
                file.unlink(missing_ok=True)
            held.close()


def _files(stem: Path) -> Iterator[Path]:
    return (stem.with_suffix(suffix) for suffix in (".history", ".drafts", ".lock"))
