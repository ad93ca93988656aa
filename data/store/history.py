"""What a window did, change by change, so that it can be undone: the documents before and after.

One append-only file a window, a change a line. It is not synced: a power cut may take the last lines, and with
them only the possibility to undo; the network file never depends on it. A line that is torn, or of a revision that
the file does not have (an older copy was put back), is passed over.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path

import msgspec

from data.model import Keep, Said
from data.store.disk import Disk
from data.store.records import Trace

DEPTH = 200
"""So many changes can be undone."""

_FULL = 4 * DEPTH
_LARGE = 16 * 1024 * 1024


class Way(StrEnum):
    """Whether a change was made, taken back, made again, or can be neither because another window was at it.

    ``END`` is what can never be taken back, nor what was done before it; of what it did nothing is kept.
    """

    DO = "do"
    UNDO = "undo"
    REDO = "redo"
    PASS = "pass"
    END = "end"


class Step(msgspec.Struct, kw_only=True):
    """One change of this window: what it did to which documents, in the write with this revision.

    ``of`` is the id of the step that it takes back, makes again or passes over.
    """

    label: Said
    id: str = ""
    of: str = ""
    way: Way = Way.DO
    at: str = ""
    revision: int = 0
    erased: int = 0
    keep: Keep = Keep.HISTORY
    traces: tuple[Trace, ...] = ()


_DECODER = msgspec.json.Decoder(Step)


class History:
    """The changes that a window can undo, and those it can make again."""

    def __init__(self, path: Path | None, disk: Disk) -> None:
        self._path = path
        self._disk = disk
        self._lines = 0
        self.undoes: list[Step] = []
        self.redoes: list[Step] = []

    def load(self, revision: int, erased: int) -> None:
        """Read the changes of an earlier life of this window, as far as the file has them."""
        lines = _lines(self._path)
        self._lines = len(lines)
        for step in _steps(lines):
            if step.revision <= revision and step.erased == erased:
                self.take(step)

    def take(self, step: Step) -> None:
        """Remember a change that was just made, taken back or made again."""
        if step.way in {Way.DO, Way.END}:
            self.redoes.clear()
        else:
            self._without(step.of)
        if step.way is Way.UNDO:
            self.redoes.append(step)
        elif step.way is not Way.PASS:
            self.undoes.append(step)
            del self.undoes[:-DEPTH]

    def strike(self, step: Step) -> None:
        """Forget a change that could not be made after all."""
        self._without(step.id)

    def clear(self) -> None:
        """Forget all of it: somebody was erased from the file."""
        self.undoes.clear()
        self.redoes.clear()

    def keep(self, step: Step) -> None:
        """Write a change at the end of the file.

        Raises:
            OSError: it could not be written; the change itself is safe.
        """
        if self._path is None or step.keep is not Keep.HISTORY:
            return
        descriptor = self._disk.extend(self._path)
        try:
            self._disk.write(descriptor, b"\n" + msgspec.json.encode(step))
        finally:
            self._disk.close(descriptor)
        self._lines += 1
        if self._lines > _FULL or self._path.stat().st_size > _LARGE:
            self._trim()

    def _without(self, id_: str) -> None:
        self.undoes[:] = [each for each in self.undoes if each.id != id_]
        self.redoes[:] = [each for each in self.redoes if each.id != id_]

    def _trim(self) -> None:
        lines = _lines(self._path)[-DEPTH:]
        while sum(map(len, lines)) > _LARGE // 2:
            del lines[: len(lines) // 2 + 1]
        if self._path is not None:
            self._disk.put(self._path, b"\n".join((b"", *lines)))
        self._lines = len(lines)


def _lines(path: Path | None) -> list[bytes]:
    try:
        return path.read_bytes().split(b"\n")[1:] if path else []
    except OSError:
        return []


def _steps(lines: Iterable[bytes]) -> Iterable[Step]:
    for line in lines:
        try:
            yield _DECODER.decode(line)
        except (msgspec.DecodeError, msgspec.ValidationError):
            continue
