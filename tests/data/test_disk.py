"""Why something cannot be written: in sentences of ours for what people meet, else in those of the system."""

from __future__ import annotations

import errno

import pytest

from data.disk import unwritten
from data.i18n import told


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "The disk is full: make room, or choose another place."),
        (OSError(errno.EDQUOT, "Disk quota exceeded"), "The disk is full: make room, or choose another place."),
        (
            OSError(errno.EROFS, "Read-only file system", "/x/a.md"),
            "You are not allowed to write there: choose another place.",
        ),
        (
            PermissionError(errno.EACCES, "Permission denied", "/x"),
            "You are not allowed to write there: choose another place.",
        ),
        (FileExistsError(errno.EEXIST, "File exists", "/x/a.md"), "/x/a.md is not a folder: type another one."),
        (NotADirectoryError(errno.ENOTDIR, "Not a directory", "/x"), "/x is not a folder: type another one."),
        (OSError(errno.EIO, "Broken"), "The file could not be written (Broken): choose another place."),
        (OSError("odd"), "The file could not be written (odd): choose another place."),
    ],
)
def test_why_it_cannot_be_written_is_said_in_words(error: OSError, said: str) -> None:
    assert told(unwritten(error), "en") == said
    if error.errno not in {None, errno.EIO}:
        assert (error.strerror or "") not in told(unwritten(error), "nl")
