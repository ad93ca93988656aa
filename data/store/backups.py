"""The last good copies of a network file, by number and by age.

A copy is a second name for the version that a write is about to replace, so making one costs a write next to
nothing; where a disk has no second names it is a copy of the bytes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime, timedelta
from pathlib import Path

import msgspec

from data.store import image as images
from data.store.codec import Damaged, holds
from data.store.image import Image
from data.store.storage import KringStorage

EVERY = timedelta(minutes=10)
WRITES = 50
"""A copy is made at the first write after this time, or after so many writes."""

NEWEST, DAYS = 12, 30
"""Kept are the newest ones, and the last of every hour of a day and of every day of a month."""

_NAME = re.compile(r"(\d{8}T\d{6})-r(\d+)\.json")
_FORM = "%Y%m%dT%H%M%S"
_NEVER = datetime(1, 1, 1)  # noqa: DTZ001 - local, as the names are


class Backup(msgspec.Struct, frozen=True):
    """A good copy: its file, when it was made (local time), its revision, and how many documents each table has."""

    path: Path
    made: datetime
    revision: int
    counts: dict[str, int]


class Backups:
    """Makes and thins the copies of one file; used by who holds its lock."""

    def __init__(self, storage: KringStorage) -> None:
        self._storage = storage
        self._folder = storage.sidecar.backups
        self._next: tuple[datetime, int] | None = None

    def before(self, now: datetime) -> None:
        """Keep the version that is about to be replaced, when it is time.

        Raises:
            OSError: it could not be kept; the network file is untouched.
        """
        image = self._storage.image
        if image is None or not image.sound or image.misfits:
            return
        if self._next is None:
            self._next = _due(_listed(self._folder), now)
        time, revision = self._next
        if (now < time and image.about.revision < revision) or self.hidden(now):
            return
        self.make(now, image)

    def make(self, now: datetime, image: Image) -> None:
        """Keep this version of the file now."""
        target = self._folder / f"{now.strftime(_FORM)}-r{image.about.revision}.json"
        if not target.exists():
            self._storage.sidecar.make()
            self._storage.disk.link(self._storage.path, target)
            for path in superfluous(_listed(self._folder), now):
                self._storage.disk.remove(path)
        self._next = (now + EVERY, image.about.revision + WRITES)

    def end(self, now: datetime) -> None:
        """Keep the version that a window leaves, unless it is kept already or must not be; it is a copy of its own.

        Raises:
            OSError: it could not be kept.
        """
        image, newest_first = self._storage.image, _listed(self._folder)
        if image is None or not image.sound or image.misfits or self.hidden(now):
            return
        if newest_first and newest_first[0][1] == image.about.revision:
            return
        self._storage.sidecar.make()
        target = self._folder / f"{now.strftime(_FORM)}-r{image.about.revision}.json"
        self._storage.disk.put(target, *image.encoded())
        for path in superfluous(_listed(self._folder), now):
            self._storage.disk.remove(path)

    def postpone(self, now: datetime, by: timedelta) -> None:
        """Let no process make a copy for a while: what is being written must not be told apart by its order.

        Raises:
            OSError: other processes cannot be kept from it.
        """
        self._storage.sidecar.make()
        descriptor = self._storage.disk.create(self._storage.sidecar.embargo)
        try:
            self._storage.disk.write(descriptor, (now + by).isoformat().encode())
        finally:
            self._storage.disk.close(descriptor)

    def hidden(self, now: datetime) -> bool:
        """Whether no copy may be made now, by any process."""
        path = self._storage.sidecar.embargo
        try:
            return now < datetime.fromisoformat(path.read_text("ascii"))
        except OSError:
            return False
        except (ValueError, TypeError):  # a power cut left half of it
            return now < datetime.fromtimestamp(path.stat().st_mtime) + EVERY  # noqa: DTZ006 - local, as the names are


_Listed = tuple[datetime, int, Path]


def _listed(folder: Path) -> list[_Listed]:
    """The copies there are, newest first."""
    found = []
    for path in folder.glob("*.json"):
        if match := _NAME.fullmatch(path.name):
            found.append((datetime.strptime(match[1], _FORM), int(match[2]), path))  # noqa: DTZ007 - local, as named
    return sorted(found, key=lambda each: (each[1], each[0]), reverse=True)  # a clock may have been ahead once


def _due(listed: list[_Listed], now: datetime) -> tuple[datetime, int]:
    return (min(listed[0][0], now) + EVERY, listed[0][1] + WRITES) if listed else (_NEVER, 0)


def superfluous(listed: Iterable[_Listed], now: datetime) -> list[Path]:
    """The copies that no rule keeps any longer."""
    seen: set[str] = set()
    gone = []
    for place, (made, _, path) in enumerate(listed):
        age = now - made
        rules = [made.strftime("h%Y%m%d%H")] if age < timedelta(days=1) else []
        rules += [made.strftime("d%Y%m%d")] if age < timedelta(days=DAYS) else []
        if place >= NEWEST and seen.issuperset(rules):
            gone.append(path)
        seen.update(rules)
    return gone


def listed(storage: KringStorage) -> list[Backup]:
    """The good copies of a file, newest first; the version that was last here is the first of them if it is newer."""
    found = []
    for made, revision, path in _listed(storage.sidecar.backups):
        if (image := sound(path)) is not None:
            found.append(Backup(path, made, revision, image.counts()))
    latest, present = storage.sidecar.latest, sound(storage.path)
    image = sound(latest)
    here = present is not None and image is not None and present.about.token == image.about.token
    if image is not None and not here and (not found or image.about.revision > found[0].revision):
        made = datetime.fromtimestamp(latest.stat().st_mtime)  # noqa: DTZ006 - local, as the names are
        found.insert(0, Backup(latest, made, image.about.revision, image.counts()))
    return found


def candidates(storage: KringStorage) -> list[Path]:
    """The files that may be good copies, newest first."""
    return [path for _, _, path in _listed(storage.sidecar.backups)]


def newest(storage: KringStorage) -> Image | None:
    """The newest good copy of a file, read."""
    for path in (storage.sidecar.latest, *candidates(storage)):
        if (image := sound(path)) is not None:
            return image
    return None


def sound(path: Path) -> Image | None:
    """A copy, read, if it is good."""
    try:
        data = path.read_bytes()
        image = images.load(data) if holds(data) else None
    except (OSError, Damaged):
        return None
    return image if image and not image.misfits else None
