"""What the disk's errors mean to a person, and what to do."""

from __future__ import annotations

import errno
from pathlib import Path

from data.model import Said, say

FULL = frozenset({errno.ENOSPC, errno.EDQUOT})
NEWER = say("This file was made by a newer Kring: you can read it here, not change it. Install the newer version.")
SCARCE = say("The disk is nearly full. Everything is still being saved: free some space soon.")
BROKEN = say(
    "Kring can no longer save in this window. What you type is kept: quit and start Kring again, and it comes back."
)


def broken(error: Exception) -> Said:
    """What to say when Kring itself made a mistake while saving."""
    return say(
        "Saving fails because of an error in Kring ({why}): not saved. Kring keeps trying; save a copy elsewhere to "
        "be sure. Leave this window open.",
        why=type(error).__name__,
    )


class Renamed(OSError):  # noqa: N818 - it says what was done to the file
    """The file has another name now; it is not written again under its old one."""

    def __init__(self, path: Path) -> None:
        super().__init__(errno.ENOENT, "the file has another name now", str(path))
        self.path = path


def busy(path: Path) -> Said:
    """Another program holds the lock."""
    return say("Another program is using {file}: not saved yet. Leave this window open.", file=path.name)


def trouble(error: OSError, path: Path) -> Said:
    """What to do about an error while saving; what was typed stays in the window meanwhile."""
    if isinstance(error, Renamed):
        return say(
            "{file} is now called {name}: not saved. Give it its name back, or save a copy. Leave this window open.",
            file=path.name,
            name=error.path.name,
        )
    if error.errno in FULL:
        return say("The disk is full: not saved. Free some space, or save a copy elsewhere. Leave this window open.")
    if error.errno in (errno.ENOENT, errno.ENOTDIR, errno.ENODEV, errno.ENXIO, errno.ESTALE):
        return say(
            "The folder {folder} is gone: not saved. Put the stick back, or save a copy elsewhere. "
            "Leave this window open.",
            folder=str(path.parent),
        )
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return say(
            "{file} may no longer be changed: not saved. Allow it again, or save a copy elsewhere. "
            "Leave this window open.",
            file=path.name,
        )
    return say(
        "The disk gives an error ({why}): not saved. Kring keeps trying; save a copy elsewhere to be sure. Leave "
        "this window open.",
        why=error.strerror or type(error).__name__,
    )


def unreadable(error: OSError, path: Path) -> Said:
    """Why a file cannot be opened."""
    if error.errno == errno.ELOOP:
        return say("{file} is a link that leads to itself.", file=path.name)
    if error.errno in (errno.EACCES, errno.EPERM):
        return say("You are not allowed to read {file}.", file=path.name)
    return say("{file} cannot be read: {why}.", file=path.name, why=error.strerror or type(error).__name__)
