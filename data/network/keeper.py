"""What is kept around one network file while it is open: its storage, backups, reserve and what is set aside."""

from __future__ import annotations

import contextlib
import time

from data.i18n import told
from data.model import Said, say
from data.store import aside
from data.store.backups import Backups
from data.store.codec import Damaged
from data.store.compare import differences
from data.store.image import Image, fitting
from data.store.reserve import Reserve
from data.store.tiny import KringDB

_TRIES = 4
_BETWEEN = 0.05


class Keeper:
    """Used by the writer's thread."""

    def __init__(self, db: KringDB) -> None:
        self.db = db
        self.storage = storage = db.files
        self.backups = Backups(storage)
        self.reserve = Reserve(storage.sidecar, storage.disk)
        self._device = storage.path.parent.stat().st_dev

    @property
    def image(self) -> Image:
        """The version that was read or written last."""
        image = self.storage.image
        if image is None:
            raise RuntimeError("nothing was read yet")
        return image

    @property
    def size(self) -> int:
        """How many bytes the file has."""
        return sum(len(block) for each in self.image.blocks.values() for block in each)

    def look(self) -> Image:
        """What the file holds now, read without the lock.

        Raises:
            OSError: it is gone or cannot be read.
            Damaged: it is no network file at this moment.
        """
        return self.storage.fresh()

    def present(self) -> tuple[Image, list[Said]]:
        """What the file holds now, put right where needed, and what there is to say; the caller holds the lock.

        Raises:
            OSError: it cannot be read, or its folder is gone.
        """
        known = self.image
        try:
            image = self._patiently()
        except FileNotFoundError:
            if self.storage.path.parent.stat().st_dev != self._device:
                raise  # the stick was taken out: this is the empty folder where it was
            self.storage.put(known)
            return known, [say("The file was deleted by another program. It was put back with all that was in it.")]
        except Damaged as damaged:
            notice = self._replaced(damaged, known)
            return known, [notice]
        if image is known or (image.sound and not image.misfits):
            return image, []
        return self._accepted(image, known)

    def _patiently(self) -> Image:
        """What the file holds; a program that writes in place gets the time to finish."""
        for _ in range(_TRIES - 1):
            with contextlib.suppress(Damaged):
                return self.storage.fresh()
            time.sleep(_BETWEEN)
        return self.storage.fresh()

    def _replaced(self, damaged: Damaged, known: Image) -> Said:
        kept = aside.keep(self.storage.sidecar, self.storage.disk, self.storage.path.read_bytes(), "damaged")
        if kept is None:
            raise OSError(None, "a damaged file could not be set aside")
        self.storage.put(known)
        return say(
            "The file was damaged by another program ({why}). It was set aside as {kept}; yours is back in its place.",
            why=told(damaged.said),
            kept=str(kept),
        )

    def _accepted(self, image: Image, known: Image) -> tuple[Image, list[Said]]:
        """A file that was edited by hand while it was open here, sealed again."""
        data = self.storage.path.read_bytes()
        kept = aside.keep(self.storage.sidecar, self.storage.disk, data, "edited")
        notices = [*edited(image, known), *image.misfits]
        if kept is not None and image.misfits:
            image = fitting(image)
            self.storage.put(image)
        return image, notices


def edited(image: Image, known: Image | None) -> list[Said]:
    """What to say about a file whose checksum does not fit."""
    found = differences(known, image) if known else []
    head = say("The file was changed outside Kring. A copy of it as it was found is kept.")
    return [head, *image.remarks, *found]
