"""Somebody was forgotten in a file that is not shared at this moment, and was before: what is kept of the log too."""

from __future__ import annotations

import shutil

from data.store.tiny import KringDB


def erase(db: KringDB) -> None:
    """Take who was forgotten out of what is kept of the log; the others are told when it is next shared.

    A process that shares the file at this moment sees it by itself.

    Raises:
        OSError: it could not be done completely; forget the person once more.
    """
    from data.together.replica import Replica

    joined = db.files.sidecar.joined.exists()
    replica = Replica(db)
    if not replica.open():
        return
    try:
        if replica.confirmed is None:
            replica.shelf.clear()
        shutil.rmtree(replica.folder / "server", ignore_errors=True)  # of a sharing that was killed
        replica.shelf.mark(joined=joined)
    finally:
        replica.shelf.let_go()
