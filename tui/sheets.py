"""Style sheets: classes for the size of a terminal, and sheets that are read before they are needed."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from textual.app import App
from textual.screen import Screen

WIDTHS = [(0, "-narrow"), (100, "-normal"), (160, "-wide")]
"""From how many columns on a screen has which class."""

HEIGHTS = [(46, "-tall")]
"""From how many lines on a screen has which class."""


def size_classes(columns: int, lines: int) -> tuple[str, ...]:
    """The classes of a screen of this size."""
    wide = max((start, name) for start, name in WIDTHS if start <= columns)[1]
    return (wide, *(name for start, name in HEIGHTS if start <= lines))


DIALOGS = Path(__file__).parent / "dialogs.tcss"
"""The sheet of what lies over a place: no start waits for it."""


def read_sheets(app: App[Any], screens: Iterable[type[Screen[Any]]] = ()) -> None:
    """Read the style sheets of dialogs and of these screens, if they are not.

    All at once, since each one that is read later has all of them read again.
    """
    paths = [
        Path(str(sys.modules[screen.__module__].__file__)).parent / screen.CSS_PATH
        for screen in screens
        if isinstance(screen.CSS_PATH, str)
    ]
    if fresh := [path for path in (DIALOGS, *paths) if not app.stylesheet.has_source(str(path), "")]:
        app.stylesheet.read_all(fresh)
        app.stylesheet.reparse()
