"""From which version of a file another was made, so that an older or foreign one is never taken for a newer one.

Each write leaves a random token in the file: those of the last writes, and of the versions that were handed from one
process to another. Beside the file this computer remembers the tokens of all versions that it wrote or took, in their
order; that is what tells when the file itself was put back to an earlier one.
"""

from __future__ import annotations

import contextlib
from enum import StrEnum

from data.store.disk import Disk
from data.store.image import About
from data.store.sidecar import Sidecar

MOST = 4096
"""So many versions are remembered."""

_LINE = 64


class Relation(StrEnum):
    """How another version stands to ours: the same, made from it, made before it, or neither."""

    SAME = "same"
    LATER = "later"
    OLDER = "older"
    APART = "apart"


class Lineage:
    """The versions of one file that this computer knows, oldest first."""

    def __init__(self, sidecar: Sidecar, disk: Disk) -> None:
        self._path = sidecar.lineage
        self._disk = disk

    def tokens(self) -> list[str]:
        """The tokens of the versions; none where nothing is remembered."""
        try:
            return self._path.read_text("ascii").split()
        except (OSError, ValueError):
            return []

    def last(self) -> str | None:
        """The token of the version that was last here."""
        return next(reversed(self.tokens()), None)

    def wrote(self, about: About) -> None:
        """Remember a version that was written here.

        Raises:
            OSError: it cannot be remembered.
        """
        if about.token is None:
            return
        try:
            descriptor = self._disk.extend(self._path)
        except FileNotFoundError:
            return  # there is nothing beside the file yet
        try:
            self._disk.write(descriptor, about.token.encode("ascii", "replace") + b"\n")
        finally:
            self._disk.close(descriptor)
        if self._path.stat().st_size > MOST * _LINE:
            self._disk.put(self._path, "".join(f"{each}\n" for each in self.tokens()[-MOST // 2 :]).encode())

    def took(self, about: About) -> None:
        """Remember a version that another computer wrote and this one goes on with."""
        if about.token is not None and about.token not in self.tokens():
            with contextlib.suppress(OSError):  # what is written next is remembered
                self.wrote(about)

    def relation(self, theirs: About, ours: About) -> Relation:
        """How another version stands to ours."""
        if theirs.token == ours.token:
            return Relation.SAME
        if ours.token is None or ours.token in theirs.descent:
            return Relation.LATER
        places = {token: place for place, token in enumerate(self.tokens())}
        if (at := places.get(theirs.token or "")) is not None and (from_ := places.get(ours.token)) is not None:
            return Relation.LATER if at > from_ else Relation.OLDER
        return Relation.OLDER if theirs.token in ours.descent else Relation.APART
