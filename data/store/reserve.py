"""Room on the disk that is kept free for the moment it is full.

A whole-file write needs room for a second copy of the file. The reserve has room for that and for at least a
hundred notes more; it is given up when the disk is full, and laid again when there is room.
"""

from __future__ import annotations

import shutil

from data.store.disk import Disk
from data.store.sidecar import Sidecar

LEAST = 512 * 1024
_BLOCK = bytes(range(1, 256)) * 257  # not zeros, and not compressible to nothing: it must take up room


class Reserve:
    """The reserve beside one network file."""

    def __init__(self, sidecar: Sidecar, disk: Disk) -> None:
        self._path = sidecar.reserve
        self._disk = disk
        self._size = self._there()

    def lay(self, file_size: int) -> bool:
        """See that there is room for another copy of the file and more; say whether there is.

        It never takes the last room of a disk: it is only laid where twice as much is free.
        """
        if self._size >= LEAST // 2 + 2 * file_size:
            return True
        want = LEAST + 3 * file_size
        try:
            if shutil.disk_usage(self._path.parent).free < 2 * want:
                return False
            self._write(want)
        except OSError:
            self.give_up()
            return False
        return True

    def give_up(self) -> bool:
        """Make room; say whether there was any to make."""
        had = bool(self._there())
        self._size = 0
        try:
            self._disk.remove(self._path)
        except OSError:
            return False
        return had

    def _write(self, size: int) -> None:
        descriptor = self._disk.create(self._path)
        try:
            for _ in range(size // len(_BLOCK) + 1):
                self._disk.write(descriptor, _BLOCK)
            self._disk.sync(descriptor)
        finally:
            self._disk.close(descriptor)
        self._size = size

    def _there(self) -> int:
        try:
            return self._path.stat().st_size
        except OSError:
            return 0
