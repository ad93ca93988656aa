"""What is kept of the log beside the file: what the log came to at a place, and the calls after it.

The file says up to where in the log it is; from this the state of the log at that place is made again after a stop at
any moment. The latest calls of everybody stay a while longer: a laptop that becomes host may have missed some of them.
"""

from __future__ import annotations

import uuid
from collections import deque
from collections.abc import Iterator
from pathlib import Path

import msgspec

from data.model import Refused
from data.store.disk import Disk
from data.store.lock import lock
from data.store.sidecar import Sidecar
from data.together.calls import Message, written
from data.together.confirmed import Confirmed, Line, advance
from data.together.snapshot import packed, unpacked

RECENT = 2_000
"""So many calls of the log are kept, also behind a snapshot."""


class Own(msgspec.Struct, kw_only=True):
    """Who this copy is for the others: its id, and the last row of the file that is none of its calls.

    ``inode`` is where this stands: another laptop to which the whole folder was copied is another copy. ``erased`` is
    how often somebody had been erased from the file when it was last looked at.
    """

    origin: str
    after: int = 0
    inode: int = 0
    erased: int = 0


class Shelf:
    """The files of a log beside a network file; used by one thread of one process at a time."""

    def __init__(self, sidecar: Sidecar, disk: Disk) -> None:
        self._disk = disk
        self._sidecar = sidecar
        self._folder = sidecar.together
        self._base, self._next = self._folder / "base", self._folder / "next"
        self._calls, self._own = self._folder / "calls", self._folder / "own"
        self._lock = lock(self._folder / "lock")
        self._lines = 0
        self.recent: deque[Line] = deque(maxlen=RECENT)

    def claim(self) -> bool:
        """Make the folder and hold it; false when another process shares this file already."""
        self._sidecar.make()
        self._disk.make_folder(self._folder)
        return self._lock.acquire(wait=False)

    def let_go(self) -> None:
        """Hold it no longer."""
        self._lock.close()

    def clear(self) -> None:
        """Keep nothing of a log any more."""
        for path in (self._base, self._next, self._calls):
            self._disk.remove(path)

    def mark(self, *, joined: bool, versions: str = "") -> None:
        """Say to every process on this file whether its calls are to be kept for others.

        With ``versions`` (ours and theirs) nothing may be changed: they are not the same.

        Raises:
            OSError: it could not be said.
        """
        if joined:
            self._disk.put(self._sidecar.joined, versions.encode())
        else:
            self._disk.remove(self._sidecar.joined)

    def own(self, last: int) -> Own:
        """Who this copy is; a new one when that is not known, whose first call is the row after ``last``."""
        inode = self._folder.stat().st_ino
        try:
            found = msgspec.json.decode(self._own.read_bytes(), type=Own)
        except (OSError, msgspec.DecodeError):
            found = None
        if found is None or found.inode != inode or last < found.after:
            found = Own(origin=uuid.uuid4().hex, after=last, inode=inode)
            self.keep_own(found)
        return found

    def keep_own(self, own: Own) -> None:
        """Keep who this copy is, durably."""
        self._disk.put(self._own, msgspec.json.encode(own))

    def load(self, place: tuple[str, int] | None) -> tuple[Confirmed | None, Confirmed | None]:
        """What the log comes to at the place where the file is, and at the last call that is known; None for neither.

        Of a snapshot that was to be gone on from it is known by the place whether the file got there.
        """
        lines = list(self._read())
        self._lines = len(lines)
        self.recent.extend(lines)
        for path in (self._next, self._base) if place else (self._base,):
            base = _unpacked(path)
            if base is not None and (place is None or (base.log == place[0] and base.sequence <= place[1])):
                if path == self._next:
                    self._disk.replace(self._next, self._base)
                return _folded(base, lines, place)
        return None, None

    def append(self, lines: list[Line]) -> None:
        """Keep the next calls of the log, durably.

        Raises:
            OSError: they may not be on the disk; do it again.
        """
        descriptor = self._disk.extend(self._calls)
        try:
            self._disk.write(descriptor, b"".join(b"\n" + msgspec.json.encode(line) for line in lines))
            self._disk.sync(descriptor)
        finally:
            self._disk.close(descriptor)
        self.recent.extend(lines)
        self._lines += len(lines)

    def learn(self, lines: list[Line]) -> None:
        """Keep calls that came with a snapshot, as far as they are not here; before anything stands on it.

        Raises:
            OSError: they may not be on the disk; do it again.
        """
        known = {(line.message.origin, line.message.number) for line in self.recent}
        # Of no log: what this copy is at is made again from the calls that it heard itself, one after the other.
        fresh = [Line("", 0, line.message) for line in lines]
        if fresh := [line for line in fresh if (line.message.origin, line.message.number) not in known]:
            self.append(fresh)

    def begin(self, confirmed: Confirmed) -> None:
        """Keep a state to go on from, beside the one that the file is at.

        Raises:
            OSError: it is not on the disk.
        """
        self._disk.put(self._next, packed(confirmed))

    def begun(self) -> None:
        """The file is there now: what was before may go."""
        if self._next.exists():
            self._disk.replace(self._next, self._base)

    @property
    def long(self) -> bool:
        """Whether so many calls are kept that a state should take their place."""
        return self._lines >= 2 * RECENT

    def shorten(self, confirmed: Confirmed, *, erase: bool = False) -> None:
        """Put a state in the place of the calls before it, where the file is; to ``erase``, all of them go.

        Raises:
            OSError: it is not on the disk; do it again.
        """
        if erase:
            self.recent.clear()
        self._disk.put(self._base, packed(confirmed))
        self._disk.put(self._calls, *(b"\n" + msgspec.json.encode(line) for line in self.recent), b"")
        self._lines = len(self.recent)

    def after(self, counts: dict[str, int]) -> list[Message]:
        """The calls that are kept and are not among these, in the order of each copy."""
        found = {
            (line.message.origin, line.message.number): line.message
            for line in self.recent
            if line.message.number > counts.get(line.message.origin, 0)
        }
        return [found[key] for key in sorted(found)]

    def _read(self) -> Iterator[Line]:
        try:
            rows = self._calls.read_bytes().split(b"\n")
        except OSError:
            return
        for row in rows:
            try:
                yield msgspec.json.decode(row, type=Line)
            except msgspec.DecodeError:  # the last of it may be torn
                continue


def _unpacked(path: Path) -> Confirmed | None:
    try:
        return unpacked(path.read_bytes())[0]
    except (OSError, Refused):
        return None


def _folded(base: Confirmed, lines: list[Line], place: tuple[str, int] | None) -> tuple[Confirmed, Confirmed]:
    placed = confirmed = base
    for line in lines:
        if line.log == confirmed.log and line.sequence > confirmed.sequence:
            confirmed, _came = advance(confirmed, line.sequence, written(line.message))
            if place is not None and confirmed.sequence <= place[1]:
                placed = confirmed
    if place is None:
        placed = confirmed
    elif placed.sequence < place[1]:  # messages that were no calls lie between
        placed = msgspec.structs.replace(placed, sequence=place[1])
        confirmed = max((placed, confirmed), key=lambda each: each.sequence)
    return placed, confirmed
