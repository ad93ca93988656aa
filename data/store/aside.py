"""Files that were set aside, unchanged: damaged, edited by hand, or replaced by a restored copy."""

from __future__ import annotations

import contextlib
from datetime import datetime
from pathlib import Path

from data.store.disk import Disk
from data.store.sidecar import Sidecar

MOST = 20


def keep(sidecar: Sidecar, disk: Disk, data: bytes, why: str) -> Path | None:
    """Keep these bytes beside the file, once; the oldest of many go. None when they cannot be kept.

    ``why`` is one word for the name: damaged, edited, replaced, or theirs (another version, that is offered).
    """
    try:
        sidecar.make()
        there = sorted(sidecar.aside.iterdir(), key=lambda path: path.stat().st_mtime_ns)
        for path in there:
            if path.stat().st_size == len(data) and path.read_bytes() == data:
                return path
        target = _free(sidecar.aside, f"{datetime.now():%Y%m%dT%H%M%S}-{why}")  # noqa: DTZ005 - local, as backups are
        disk.put(target, data)
    except OSError:
        return None
    with contextlib.suppress(OSError):
        for path in there[: max(0, len(there) + 1 - MOST)]:
            disk.remove(path)
    return target


def _free(folder: Path, stem: str) -> Path:
    number = 1
    while (path := folder / f"{stem}{f'-{number}' if number > 1 else ''}.json").exists():
        number += 1
    return path
