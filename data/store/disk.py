"""Every call to the file system that writes, in one place, so that a test can record it or make it fail."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import sys
import time
from pathlib import Path
from typing import NamedTuple

LARGEST = 256 * 1024 * 1024
"""Files of more bytes than this are not read."""

HEAD = 128
"""So many bytes at the start of a file tell one version of it from the next: they hold its checksum."""

_BINARY = getattr(os, "O_BINARY", 0)
_NOFOLLOW = getattr(os, "O_NOFOLLOW", 0)
_HELD = (5, 32)  # Windows: access denied, sharing violation; a reader has the file open for a moment
_PATIENCE = 2.0
_AS_IT_IS = -1  # to chown: leave the owner or the group


class Signature(NamedTuple):
    """What tells one version of a file from another without reading it whole."""

    changed: int
    size: int
    inode: int
    head: bytes


class Disk:
    """The file system as Kring uses it. All files are for the owner alone, whatever the umask."""

    def make_folder(self, path: Path) -> None:
        """Make a folder for the owner alone, unless it is there."""
        if not path.is_dir():
            path.mkdir(mode=0o700, exist_ok=True)
            path.chmod(0o700)

    def create(self, path: Path, mode: int = 0o600, *, fresh: bool = False) -> int:
        """Open an empty file for writing, for the owner alone unless ``mode`` says more; ``fresh`` only a new one."""
        flags = os.O_WRONLY | os.O_CREAT | (os.O_EXCL if fresh else os.O_TRUNC) | _BINARY | _NOFOLLOW
        return self._own(os.open(path, flags, mode), path, mode)

    def extend(self, path: Path) -> int:
        """Open a file to write at its end, for the owner alone."""
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND | _BINARY | _NOFOLLOW, 0o600)
        return self._own(descriptor, path)

    def write(self, descriptor: int, data: bytes) -> None:
        """Write all of it."""
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(descriptor, rest) :]

    def sync(self, descriptor: int) -> None:
        """Bring what was written to the disk itself."""
        getattr(os, "fdatasync", os.fsync)(descriptor)

    def close(self, descriptor: int) -> None:
        """Close a descriptor; after a failed sync that is all that may still be done with it."""
        os.close(descriptor)

    def replace(self, source: Path, target: Path) -> None:
        """Put one file in the place of another at once; on Windows wait while somebody reads it."""
        until = time.monotonic() + _PATIENCE
        while True:
            try:
                source.replace(target)
            except PermissionError as error:
                if getattr(error, "winerror", None) not in _HELD or time.monotonic() > until:
                    raise
                time.sleep(0.01)
            else:
                return

    def link(self, source: Path, target: Path) -> None:
        """Give a file a second name; where that cannot be (a stick, Windows shares) copy it."""
        try:
            target.hardlink_to(source)
        except FileExistsError:
            raise
        except (OSError, NotImplementedError):
            descriptor = self.create(target)
            try:
                self.write(descriptor, source.read_bytes())
            finally:
                self.close(descriptor)

    def remove(self, path: Path) -> None:
        """Take a file away, if it is there."""
        path.unlink(missing_ok=True)

    def sync_folder(self, path: Path) -> None:
        """Bring the names in a folder to the disk itself; Windows does so by itself."""
        if sys.platform == "win32":
            return
        descriptor = os.open(path, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        except OSError as error:
            if error.errno != errno.EINVAL:  # some network shares cannot, and say so in this way
                raise
        finally:
            os.close(descriptor)

    def put(self, path: Path, *pieces: bytes) -> Signature:
        """Put a whole file in place, durably: at every moment the old one or the new one is there.

        Raises:
            OSError: it could not be done; the old file is untouched, or (when only the last sync failed) replaced.
        """
        temporary = path.with_name(f".{path.name}.{os.urandom(6).hex()}.tmp")
        mode, group = _rights(path)
        descriptor = self.create(temporary, mode, fresh=True)
        try:
            for piece in pieces:
                self.write(descriptor, piece)
            self.sync(descriptor)
            status = os.fstat(descriptor)
            if group not in (_AS_IT_IS, status.st_gid):
                with contextlib.suppress(OSError):  # only a member may give a file to a group
                    os.chown(descriptor, _AS_IT_IS, group)
        except BaseException:
            self.close(descriptor)
            self.remove(temporary)
            raise
        self.close(descriptor)
        try:
            self.replace(temporary, path)
        except BaseException:
            self.remove(temporary)
            raise
        self.sync_folder(path.parent)
        return Signature(status.st_mtime_ns, status.st_size, status.st_ino, pieces[0][:HEAD])

    @staticmethod
    def signature(path: Path) -> Signature:
        """What tells this version of the file from another.

        Raises:
            OSError: it is not there or cannot be read.
        """
        with open(path, "rb", buffering=0, opener=_regular) as file:
            status = os.fstat(file.fileno())
            return Signature(status.st_mtime_ns, status.st_size, status.st_ino, file.read(HEAD) or b"")

    @staticmethod
    def read(path: Path) -> tuple[bytes, Signature]:
        """All bytes of a file, and what tells this version of it from another.

        Raises:
            OSError: it is not there, cannot be read, is no plain file, or is larger than is read.
        """
        with open(path, "rb", buffering=0, opener=_regular) as file:
            if os.fstat(file.fileno()).st_size > LARGEST:
                raise OSError(errno.EFBIG, os.strerror(errno.EFBIG), str(path))
            data = file.readall()
            status = os.fstat(file.fileno())
        return data, Signature(status.st_mtime_ns, status.st_size, status.st_ino, data[:HEAD])

    @staticmethod
    def _own(descriptor: int, path: Path, mode: int = 0o600) -> int:
        if hasattr(os, "fchmod") and os.fstat(descriptor).st_mode & 0o777 != mode:
            try:
                os.fchmod(descriptor, mode)
            except OSError as error:  # sticks formatted for Windows have no owners
                if error.errno not in (errno.EPERM, errno.ENOSYS, errno.EOPNOTSUPP):
                    os.close(descriptor)
                    raise OSError(error.errno, error.strerror, str(path)) from error
        return descriptor


def _regular(path: str, flags: int) -> int:
    """Open a plain file to read; a pipe or a device is refused at once, and not waited for."""
    descriptor = os.open(path, flags | getattr(os, "O_NONBLOCK", 0))
    mode = os.fstat(descriptor).st_mode
    if stat.S_ISREG(mode):
        return descriptor
    os.close(descriptor)
    code = errno.EISDIR if stat.S_ISDIR(mode) else errno.EINVAL
    raise OSError(code, os.strerror(code), path)


def _rights(path: Path) -> tuple[int, int]:
    """Who may do what with a file that is replaced, and its group: what that may, it may with the next version too."""
    try:
        status = path.stat()
    except OSError:
        return 0o600, _AS_IT_IS
    return stat.S_IMODE(status.st_mode) & 0o660 | 0o600, status.st_gid
