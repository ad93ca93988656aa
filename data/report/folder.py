"""The folder that a report goes to: as it was typed, and whether anything can be written there."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from data.model import Said, say


class Folder(NamedTuple):
    """Where files go: the whole path, why nothing can be written there (None when it can), whether it is made first."""

    path: Path
    why: Said | None = None
    new: bool = False


def folder_of(typed: str, beside: Path) -> Folder:
    """The folder that was typed, looked up on the disk.

    What is not whole starts ``beside`` the network, and nothing typed is that folder itself; ``~`` is one's own.
    """
    try:
        return _looked_up((beside / Path(typed.strip()).expanduser()).absolute())
    except (OSError, RuntimeError, ValueError) as error:
        why = getattr(error, "strerror", "") or str(error)
        return Folder(beside / typed.strip(), say("There can be no such folder ({why}): type another one.", why=why))


def _looked_up(path: Path) -> Folder:
    there = next((each for each in (path, *path.parents) if os.path.lexists(each)), path)
    if not there.is_dir():
        return Folder(path, say("{path} is not a folder: type another one.", path=str(there)))
    if not os.access(there, os.W_OK | os.X_OK):
        return Folder(path, say("You are not allowed to write in {path}: type another folder.", path=str(there)))
    with suppress(FileNotFoundError):
        path.stat()  # a name that is too long for the disk is found out here
    return Folder(path, new=there != path)
