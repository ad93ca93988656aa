"""A report on its way to the disk, format by format, in a thread of its own: where it is, and how it is stopped."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from data.disk import unwritten
from data.model import Refused, Said, say
from data.report.export import Made, write_format
from data.report.report import Report


class Progress(StrEnum):
    """How far a format is."""

    WAITING = "waiting"
    BUSY = "busy"
    DONE = "done"
    FAILED = "failed"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class Piece:
    """A format of a report that is written: its files, and what is to be said of them or why there are none."""

    ending: str
    progress: Progress = Progress.WAITING
    files: tuple[Made, ...] = ()
    said: tuple[Said, ...] = ()


class Writing:
    """Writes a report: what the network held when it was asked for, whatever is changed meanwhile.

    One thread runs it; any other may look at its ``pieces`` and stop it.
    """

    def __init__(self, report: Report, formats: Iterable[str], folder: Path) -> None:
        self.report = report
        self.folder = folder
        self.over = False
        self.pieces: tuple[Piece, ...] = tuple(map(Piece, formats))
        self._stopped = threading.Event()

    @property
    def files(self) -> list[Path]:
        """Every file that was written so far."""
        return [made.path for piece in self.pieces for made in piece.files]

    def stop(self) -> None:
        """Write no more formats; the one that is under way is finished."""
        self._stopped.set()

    def run(self, changed: Callable[[], object]) -> None:
        """Write every format, and call ``changed`` whenever one got further; one that fails keeps no other back."""
        for place, piece in enumerate(self.pieces):
            if self._stopped.is_set():
                self._put(place, replace(piece, progress=Progress.STOPPED))
                continue
            self._put(place, replace(piece, progress=Progress.BUSY))
            changed()
            self._put(place, self._written(piece))
            changed()
        self.over = True
        changed()

    def _put(self, place: int, piece: Piece) -> None:
        self.pieces = (*self.pieces[:place], piece, *self.pieces[place + 1 :])

    def _written(self, piece: Piece) -> Piece:
        try:
            files, remarks = write_format(self.report, piece.ending, self.folder)
        except Refused as refused:
            return _failed(piece, refused.said)
        except OSError as error:
            return _failed(piece, unwritten(error))
        except Exception as mistake:
            why = type(mistake).__name__
            return _failed(piece, say("It could not be made, because of an error in Kring itself ({why}).", why=why))
        return replace(piece, progress=Progress.DONE, files=tuple(files), said=tuple(remarks))


def _failed(piece: Piece, said: Said) -> Piece:
    return replace(piece, progress=Progress.FAILED, said=(said,))
