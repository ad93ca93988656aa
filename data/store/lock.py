"""The lock between processes: one file, never replaced, held while the network file is read and written.

Where the system can wait for a lock (fcntl), Kring lets it: filelock can only ask again and again. Elsewhere
(Windows) filelock takes it, asked every 5 ms. docs/losing-nothing.md has the figures.
"""

from __future__ import annotations

import os
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]


class WaitingLock:
    """A lock for which the system itself wakes who waits."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._descriptor: int | None = None

    def acquire(self, *, wait: bool = True) -> bool:
        """Take the lock, making its file again if somebody took that away."""
        while True:
            if self._descriptor is None:
                self._descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
                os.fchmod(self._descriptor, 0o600)
            try:
                fcntl.flock(self._descriptor, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
            except BlockingIOError:
                return False
            if self._current():
                return True
            self.close()

    def release(self) -> None:
        """Give the lock back; the file stays open for the next time."""
        if self._descriptor is not None:
            fcntl.flock(self._descriptor, fcntl.LOCK_UN)

    def close(self) -> None:
        """Give the lock back and close its file."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None

    def _current(self) -> bool:
        """Whether the locked file is still the one that others would lock."""
        try:
            there = self._path.stat()
        except FileNotFoundError:
            return False
        here = os.fstat(self._descriptor or 0)
        return (there.st_ino, there.st_dev) == (here.st_ino, here.st_dev)


class AskingLock:
    """The lock of filelock, for systems that cannot wait for one."""

    def __init__(self, path: Path) -> None:
        from filelock import FileLock

        self._lock = FileLock(path, mode=0o600, thread_local=False)

    def acquire(self, *, wait: bool = True) -> bool:
        """Take the lock, asking again every 5 ms."""
        from filelock import Timeout

        try:
            self._lock.acquire(timeout=-1 if wait else 0, poll_interval=0.005)
        except Timeout:
            return False
        return True

    def release(self) -> None:
        """Give the lock back."""
        self._lock.release()

    def close(self) -> None:
        """Give the lock back; filelock closes its file each time."""
        self._lock.release(force=True)


AnyLock = WaitingLock | AskingLock


def lock(path: Path) -> AnyLock:
    """The best lock between processes that this system has; it is not one between threads."""
    return WaitingLock(path) if fcntl is not None else AskingLock(path)
