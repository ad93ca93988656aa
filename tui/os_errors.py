"""What the system says of a file, in a sentence of ours that tells which file or folder it is."""

from __future__ import annotations

import errno
from pathlib import Path

from data.disk import FULL, unwritten
from data.i18n import _, told


def of_system(error: OSError | UnicodeError) -> str:
    """Why a file could not be read or written; the system's own words where there are none of ours."""
    if isinstance(error, OSError) and error.errno in {*FULL, errno.EROFS}:
        return told(unwritten(error))
    path = Path(str(getattr(error, "filename", None) or ""))
    if path.name and isinstance(error, FileNotFoundError):
        if not path.parent.exists():
            return _("There is no folder {folder}.").format(folder=path.parent)
        return _("There is no file {file}.").format(file=path)
    if path.name and isinstance(error, IsADirectoryError):
        return _("{file} is a folder, not a file.").format(file=path)
    if path.name and isinstance(error, PermissionError):
        return _("You are not allowed to read or write {file} here.").format(file=path)
    return " ".join(str(error).split())
