"""Putting a good copy of a network file in its place."""

from __future__ import annotations

from pathlib import Path

from data.network.opening import Unopened
from data.store.backups import Backup
from data.store.codec import Damaged
from data.store.restoring import restore
from data.store.storage import KringStorage


def put_back(path: Path, backup: Backup) -> Path | None:
    """Put a good copy in the place of the file; gives the copy that was kept of the file as it was.

    Raises:
        Unopened: the copy is damaged too.
        OSError: it cannot be written.
    """
    storage = KringStorage(path)
    try:
        return restore(storage, backup.path)
    except Damaged as damaged:
        raise Unopened(damaged.said) from damaged
    finally:
        storage.close()
