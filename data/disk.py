"""Why something cannot be written to the disk, in sentences of ours where there are any."""

from __future__ import annotations

import errno

from data.model import Said, say

FULL = frozenset({errno.ENOSPC, errno.EDQUOT})
"""The disk is full, or what one person may have of it."""

CLOSED = frozenset({errno.EROFS, errno.EACCES, errno.EPERM})
"""Nobody may write there, or this person may not."""


def unwritten(error: OSError) -> Said:
    """Why a file was not written, and what to do."""
    if error.errno in FULL:
        return say("The disk is full: make room, or choose another place.")
    if error.errno in CLOSED:
        return say("You are not allowed to write there: choose another place.")
    if error.filename and isinstance(error, FileExistsError | NotADirectoryError):
        return say("{path} is not a folder: type another one.", path=str(error.filename))
    why = error.strerror or str(error)
    return say("The file could not be written ({why}): choose another place.", why=why)
