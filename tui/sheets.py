"""Style sheets: classes for the width of a terminal, and sheets that are read before they are needed."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from textual.app import App
from textual.screen import Screen

WIDTHS = [(0, "-narrow"), (100, "-normal"), (160, "-wide")]
"""From how many columns on a screen has which class."""


def width_class(columns: int) -> str:
    """The class of a screen of this width."""
    return max((start, name) for start, name in WIDTHS if start <= columns)[1]


def read_sheets(app: App[Any], screens: Iterable[type[Screen[Any]]]) -> None:
    """Read the style sheets of these screens all at once: each one read later would have all of them read again."""
    for screen in screens:
        if isinstance(screen.CSS_PATH, str):
            path = Path(str(sys.modules[screen.__module__].__file__)).parent / screen.CSS_PATH
            if not app.stylesheet.has_source(str(path), ""):
                app.stylesheet.read(path)
    app.stylesheet.reparse()
