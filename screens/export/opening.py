"""Opening a file or a folder with what the system has for it, without a shell."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from data.model import Said, say

PATIENCE = 3.0
"""Seconds within which an opener that cannot open something says so; one that is still there then has opened it."""

BY_SYSTEM: Mapping[str, tuple[str, ...]] = {"darwin": ("open",), "linux": ("xdg-open", "wslview")}
"""What opens a path on each system, the first one that is there. Windows has its own way, without a program."""


def open_path(path: Path) -> Said | None:
    """Open a path with the program for it; it gives what to say when nothing can. It may wait for some seconds."""
    if not path.exists():
        return say("{path} is not there any more.", path=str(path))
    try:
        opened = _by_windows(path) if sys.platform == "win32" else _by_program(path)
    except (OSError, subprocess.SubprocessError):
        opened = False
    return None if opened else say("Nothing on this computer can open it; it is {path}", path=str(path))


def _by_windows(path: Path) -> bool:
    getattr(os, "startfile")(str(path))  # noqa: B009 - it is there on Windows alone
    return True


def _by_program(path: Path) -> bool:
    names = BY_SYSTEM.get(sys.platform, BY_SYSTEM["linux"])
    program = next(filter(None, map(shutil.which, names)), None)
    if program is None or (sys.platform != "darwin" and not _has_windows()):
        return False
    quiet = subprocess.DEVNULL
    done = subprocess.Popen([program, str(path)], start_new_session=True, stdin=quiet, stdout=quiet, stderr=quiet)
    try:
        return done.wait(PATIENCE) == 0
    except subprocess.TimeoutExpired:
        return True


def _has_windows() -> bool:
    """Without a desktop it would be opened in this terminal, over the work."""
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME"))
