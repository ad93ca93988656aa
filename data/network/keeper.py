"""What is kept around one network file while it is open: its storage, backups, reserve and what is set aside."""

from __future__ import annotations

import contextlib
import time
import uuid
from datetime import datetime
from pathlib import Path

from data.i18n import told
from data.model import Said, say
from data.network.events import Diverged, Event, Noticed
from data.network.foreign import foreign
from data.network.words import Renamed
from data.store import aside, latest
from data.store.backups import Backups
from data.store.codec import Damaged
from data.store.compare import differences
from data.store.image import Image
from data.store.lineage import Relation
from data.store.reserve import Reserve
from data.store.tiny import KringDB

_DELETED = say("The file was deleted by another program. It was put back with all that was in it.")
_TRIES = 4
_BETWEEN = 0.05


class Keeper:
    """Used by the writer's thread. ``known`` is the version that this window goes on from."""

    def __init__(self, db: KringDB, known: Image) -> None:
        self.known = known
        self.db = db
        self.storage = storage = db.files
        self.backups = Backups(storage)
        self.reserve = Reserve(storage.sidecar, storage.disk)
        self._told: set[str] = set()
        self._device = storage.path.parent.stat().st_dev

    @property
    def size(self) -> int:
        """How many bytes the file has."""
        return sum(len(block) for each in self.known.blocks.values() for block in each)

    def changed(self) -> bool:
        """Whether the file is another than the version that this window has."""
        return self.storage.changed() or self.storage.image is not self.known

    def look(self) -> Image | None:
        """What the file holds now, read without the lock; None when it is no version that may be gone on from.

        Raises:
            OSError: it is gone or cannot be read.
            Damaged: it is no network file at this moment.
        """
        image = self.storage.fresh()
        return self._taken(image) if self._ours(image) else None

    def present(self) -> tuple[Image, list[Event]]:
        """What the file holds now, put right where needed, and what there is to tell; the caller holds the lock.

        Raises:
            OSError: it cannot be read, or its folder is gone.
        """
        try:
            image = self._patiently()
        except FileNotFoundError:
            if self.storage.path.parent.stat().st_dev != self._device:
                raise  # the stick was taken out: this is the empty folder where it was
            if (renamed := self._renamed()) is not None:
                raise Renamed(renamed) from None
            self.storage.put(self.known)
            return self.known, [Noticed(_DELETED)]
        except Damaged as damaged:
            return self.known, [Noticed(self._replaced(damaged))]
        if self._ours(image):
            return self._taken(image), []
        return self._set_aside(image)

    def wrote(self) -> Image:
        """The version that was just written."""
        if self.storage.image is None:
            raise RuntimeError("nothing was written")
        self.known = self.storage.image
        return self.known

    def keep_latest(self) -> None:
        """Keep the present version beside the file, for when another is put in its place.

        Raises:
            OSError: it could not be kept.
        """
        with self.storage.locked():
            if not self.changed():
                latest.keep(self.storage, self.known)

    def keep_left(self, now: datetime) -> None:
        """Keep the version that a window leaves as a backup, unless another process wrote since.

        That one may have forgotten somebody, who would stand in the backup again.

        Raises:
            OSError: it could not be kept.
        """
        with self.storage.locked():
            if not self.changed():
                self.backups.end(now)

    def _ours(self, image: Image) -> bool:
        """Whether this version is made from the one that this window has, by Kring."""
        if image is self.known:
            return True
        if not image.sound or image.misfits:
            return False
        return self.storage.lineage.relation(image.about, self.known.about) in (Relation.SAME, Relation.LATER)

    def _taken(self, image: Image) -> Image:
        if image is not self.known:
            self.storage.lineage.took(image.about)
            self.known = image
        return image

    def _set_aside(self, theirs: Image) -> tuple[Image, list[Event]]:
        """Put ours back in the place of another version, which is kept and told, once."""
        storage = self.storage
        kept = aside.keep(storage.sidecar, storage.disk, storage.path.read_bytes(), "theirs")
        if kept is None:
            raise OSError(None, "another version of the file could not be set aside")
        if not self.backups.hidden(datetime.now()):  # noqa: DTZ005 - local, as the names of backups are
            aside.keep(
                storage.sidecar, storage.disk, b"".join(self.known.encoded()), "ours"
            )  # what both were made from
        found = foreign(storage, kept, theirs, self.known)
        storage.put(self.known.next(uuid.uuid4().hex[:16], theirs.about))
        again = found.digest in self._told
        self._told.add(found.digest)
        return self.wrote(), [] if again else [Diverged(found, found.said(storage.path.name))]

    def _renamed(self) -> Path | None:
        """The file under the name that another program gave it, in the same folder."""
        inode = self.storage.inode
        for path in self.storage.path.parent.iterdir() if inode else ():
            with contextlib.suppress(OSError):
                if path.stat().st_ino == inode and path.is_file():
                    return path
        return None

    def _patiently(self) -> Image:
        """What the file holds; a program that writes in place gets the time to finish."""
        for _ in range(_TRIES - 1):
            with contextlib.suppress(Damaged):
                return self.storage.fresh()
            time.sleep(_BETWEEN)
        return self.storage.fresh()

    def _replaced(self, damaged: Damaged) -> Said:
        kept = aside.keep(self.storage.sidecar, self.storage.disk, self.storage.path.read_bytes(), "damaged")
        if kept is None:
            raise OSError(None, "a damaged file could not be set aside")
        self.storage.put(self.known)
        return say(
            "The file was damaged by another program ({why}). It was set aside as {kept}; yours is back in its place.",
            why=told(damaged.said),
            kept=str(kept),
        )


def edited(image: Image, known: Image | None) -> list[Said]:
    """What to say about a file whose checksum does not fit."""
    found = differences(known, image) if known else []
    head = say("The file was changed outside Kring. A copy of it as it was found is kept.")
    return [head, *image.remarks, *found]
