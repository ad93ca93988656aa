"""Putting a good copy in the place of a file, and keeping the file that it replaces."""

from __future__ import annotations

import uuid
from pathlib import Path

import msgspec

from data.store import aside, backups
from data.store import image as images
from data.store.codec import Damaged
from data.store.image import Image
from data.store.storage import KringStorage


def restore(storage: KringStorage, copy: Path) -> Path | None:
    """Put a copy in the place of the file; gives the path where the file that was there is kept, None if none was.

    It is the next version after the present one: every window takes it for what another window did.

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
            kept = None
        else:
            kept = aside.keep(storage.sidecar, storage.disk, present, "replaced")
            if kept is None:
                raise OSError(None, "the present file could not be set aside")
        storage.put(_following(storage, image, None if kept is None else present))
    return kept


def _following(storage: KringStorage, image: Image, present: bytes | None) -> Image:
    """The copy as the next version after the present one, and after the one that was last here."""
    abouts = [each.about for each in (_read(present), backups.sound(storage.sidecar.latest)) if each is not None]
    token = uuid.uuid4().hex[:16]
    for about in abouts:
        image = image.next(token, about)
    about = image.about if abouts else image.next(token).about
    handed = [token for each in abouts for token in each.writes[-1:]]
    if (last := storage.lineage.last()) is not None:
        handed.append(last)
    ancestors = tuple(dict.fromkeys((*about.ancestors, *handed)))[-images.ANCESTORS :]
    writes = (*(each for each in about.writes if each != token), token)
    return msgspec.structs.replace(image, about=msgspec.structs.replace(about, ancestors=ancestors, writes=writes))


def _read(data: bytes | None) -> Image | None:
    try:
        return images.load(data) if data is not None else None
    except Damaged:
        return None
