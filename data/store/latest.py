"""The version of the file that was last here, kept beside it: what to go on with when another is put in its place."""

from __future__ import annotations

import contextlib

from data.store.backups import candidates, sound
from data.store.image import Image
from data.store.lineage import Relation
from data.store.storage import KringStorage


def keep(storage: KringStorage, image: Image) -> None:
    """Keep this version; it is no second name of the file, so that whoever writes into the file does not change it.

    Raises:
        OSError: it could not be kept; the one before is still there.
    """
    path = storage.sidecar.latest
    pieces = image.encoded()
    with contextlib.suppress(OSError), path.open("rb") as file:
        if file.read(len(pieces[0])) == pieces[0]:
            return  # the checksum in it says that the rest is the same too
    storage.sidecar.make()
    storage.disk.put(path, *pieces)


def newer(storage: KringStorage, present: Image) -> tuple[Image | None, Relation]:
    """The newest version that was here and that the present file is not made from; None when it cannot be found.

    The relation says how the present file stands to what was here: the same or later is as it should be.
    """
    last = storage.lineage.last()
    if last is None or last in present.about.descent:
        return None, Relation.LATER
    places = {token: place for place, token in enumerate(storage.lineage.tokens())}
    at = places.get(present.about.token or "", -1)
    best: Image | None = None
    for path in (storage.sidecar.latest, *candidates(storage)):
        image = sound(path)
        place = -1 if image is None else places.get(image.about.token or "", -1)
        if image is not None and place > at and (best is None or place > places[best.about.token or ""]):
            best = image
        if best is not None and best.about.token == last:
            break
    return best, Relation.OLDER if at >= 0 else Relation.APART
