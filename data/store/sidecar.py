"""The folder beside a network file: what belongs to this computer and does not travel with a copy."""

from __future__ import annotations

import contextlib
import time
from pathlib import Path

from data.store.disk import Disk


class Sidecar:
    """Where the lock, the windows (history and drafts), the backups, the reserve and what is set aside are kept.

    Nothing in it is needed to open the file: it is made again when it is gone.
    """

    def __init__(self, path: Path, disk: Disk) -> None:
        self.folder = path.with_name(f".{path.name}.kring")
        self.lock = self.folder / "lock"
        self.reserve = self.folder / "reserve"
        self.backups = self.folder / "backups"
        self.windows = self.folder / "windows"
        self.aside = self.folder / "aside"
        self.lineage = self.folder / "lineage"
        self.latest = self.folder / "latest.json"
        self.embargo = self.folder / "embargo"
        self.known = self.folder / "known"
        self.together = self.folder / "together"
        self.joined = self.together / "joined"
        self._disk = disk

    def sweep(self, path: Path, older: float) -> None:
        """Take away what writes that were cut off left beside the file and in here, older than so many seconds."""
        for file in (*path.parent.glob(f".{path.name}.*.tmp"), *self.folder.rglob(".*.tmp")):
            with contextlib.suppress(OSError):
                if time.time() - file.stat().st_mtime > older:
                    file.unlink()

    def make(self) -> None:
        """Make the folders that are not there."""
        for folder in (self.folder, self.backups, self.windows, self.aside):
            self._disk.make_folder(folder)
