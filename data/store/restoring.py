"""Putting a good copy in the place of a file, and keeping the file that it replaces."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import msgspec

from data.store import aside
from data.store import image as images
from data.store.codec import Damaged
from data.store.storage import KringStorage


def restore(storage: KringStorage, copy: Path) -> Path | None:
    """Put a copy in the place of the file; gives the path where the file that was there is kept, None if none was.

    The revision goes on from the highest there was, so that every window sees that the file is another.

    Raises:
        OSError: it could not be done; the file is as it was.
        Damaged: the copy is not good.
    """
    image = images.load(copy.read_bytes())
    storage.sidecar.make()
    with storage.locked():
        try:
            present = storage.path.read_bytes()
        except FileNotFoundError:
            kept, about = None, image.about
        else:
            kept = aside.keep(storage.sidecar, storage.disk, present, "replaced")
            if kept is None:
                raise OSError(None, "the present file could not be set aside")
            about = _about(present, image.about)
        revision = max(about.revision, image.about.revision) + 1
        erased = max(about.erased, image.about.erased)
        about = msgspec.structs.replace(image.about, revision=revision, erased=erased)
        storage.put(dataclasses.replace(image, about=about))
    return kept


def _about(data: bytes, otherwise: images.About) -> images.About:
    try:
        return images.load(data).about
    except Damaged:
        return otherwise
