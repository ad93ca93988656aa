"""A TinyDB storage that never leaves a half written file and never loses another process's write.

Everything that reads or writes a network file goes through here: a stock TinyDB by ``read`` and ``write``,
KringDB by ``fresh`` and ``put``.
"""

from __future__ import annotations

import os
import threading
import time
import uuid
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tinydb import Storage

from data.store import image as images
from data.store.codec import Damaged
from data.store.disk import Disk, Signature
from data.store.image import Image
from data.store.lineage import Lineage
from data.store.lock import lock
from data.store.sidecar import Sidecar


class Overtaken(RuntimeError):  # noqa: N818 - somebody else was first
    """Another process wrote between TinyDB's read and its write; do it again, or use KringDB, which holds the lock."""


class KringStorage(Storage):
    """Whole-file replacement under a lock between processes.

    A file that is there but holds no tables (empty, ``null``, damaged) raises Damaged and is never written over.
    """

    def __init__(self, path: str | os.PathLike[str], disk: Disk | None = None) -> None:
        self.path = Path(os.path.realpath(path))
        self.disk = disk or Disk()
        self.sidecar = Sidecar(self.path, self.disk)
        self._lock = lock(self.sidecar.lock)
        self._thread = threading.RLock()
        self._depth = 0
        self.waits_since: float | None = None
        self._image: Image | None = None
        self._signature: Signature | None = None
        self._read: Signature | None = None
        self.lineage = Lineage(self.sidecar, self.disk)
        self.own: str | None = None
        self.forgot: OSError | None = None

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Hold the file for this thread of this process alone; may be nested."""
        with self._thread:
            if not self._depth:
                self._acquire()
            self._depth += 1
            try:
                yield
            finally:
                self._depth -= 1
                if not self._depth:
                    self._lock.release()

    def _acquire(self) -> None:
        self.waits_since = time.monotonic()
        try:
            self._lock.acquire()
        except FileNotFoundError:
            self.sidecar.make()
            self._lock.acquire()
        finally:
            self.waits_since = None

    @property
    def inode(self) -> int:
        """Which file it was that was read or written last, whatever its name is now."""
        return self._signature.inode if self._signature else 0

    @property
    def image(self) -> Image | None:
        """The version that was read or written last."""
        return self._image

    def changed(self) -> bool:
        """Whether the file is not the one that was read or written last.

        Raises:
            OSError: it is gone or cannot be read.
        """
        return self.disk.signature(self.path) != self._signature

    def fresh(self) -> Image:
        """What the file holds now.

        Raises:
            FileNotFoundError: there is no file.
            OSError: it cannot be read.
            Damaged: it is no network file, or no longer; the version in ``image`` stays.
        """
        with self._thread:
            if self._image is None or self.changed():
                data, signature = self.disk.read(self.path)
                self._image = images.load(data, self._image)
                self._signature = signature
            return self._image

    def put(self, image: Image) -> None:
        """Write an image in the place of the file, durably; the caller holds the lock.

        Raises:
            OSError: it is not sure to be on the disk.
        """
        signature = self.disk.put(self.path, *image.encoded())
        self._image, self._signature = image, signature
        self.own = image.about.token
        # Behind the write: a version that was remembered and never written would be missed at the next opening.
        try:
            self.lineage.wrote(image.about)
        except OSError as error:  # the file itself is not in danger
            self.forgot = error

    def read(self) -> dict[str, dict[str, Any]] | None:
        """All tables, for TinyDB; None while there is no file."""
        with self._thread:
            try:
                image = self.fresh()
            except FileNotFoundError:
                self._read = None
                return None
            self._read = self._signature
            return dict(image.documents())

    def write(self, data: Mapping[str, Mapping[Any, Any]]) -> None:
        """Write all tables, for TinyDB.

        Raises:
            Overtaken: another process wrote since they were read.
            ValueError: a document holds something that JSON has no form for; nothing was written.
        """
        with self.locked():
            try:
                image = self.fresh()
            except FileNotFoundError:
                image, self._signature = images.blank(), None
            if self._signature != self._read:
                raise Overtaken(str(self.path))
            tables = {
                name: {int(key): document for key, document in table.items()}
                for name, table in data.items()
                if name != "kring"
            }
            self.put(images.rebuilt(image, tables, str(uuid.uuid4())))
            self._read = self._signature

    def close(self) -> None:
        """Close the lock's file."""
        with self._thread:
            self._lock.close()


__all__ = ["Damaged", "KringStorage", "Overtaken"]
