"""Style sheets: classes for the size of a terminal, and sheets that are read before they are needed."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from textual.app import App
from textual.cache import LRUCache
from textual.css.stylesheet import Stylesheet
from textual.screen import Screen

WIDTHS = [(0, "-narrow"), (100, "-normal"), (160, "-wide")]
"""From how many columns on a screen has which class."""

HEIGHTS = [(46, "-tall")]
"""From how many lines on a screen has which class."""


def size_classes(columns: int, lines: int) -> tuple[str, ...]:
    """The classes of a screen of this size."""
    wide = max((start, name) for start, name in WIDTHS if start <= columns)[1]
    return (wide, *(name for start, name in HEIGHTS if start <= lines))


class Sheets(Stylesheet):
    """Sheets that are read once each: another one adds its own rules, where Textual would read all of them again."""

    def __init__(self, variables: dict[str, str]) -> None:
        super().__init__(variables=variables)
        self._parse_cache = LRUCache(512)  # more than there are: with the 64 of Textual it would never hold

    def reparse(self) -> None:
        """Read what was not read in these colours yet (``set_variables`` forgets what was)."""
        self.parse()


DIALOGS = Path(__file__).parent / "dialogs.tcss"
"""The sheet of what lies over a place: no start waits for it."""


def read_sheets(app: App[Any], screens: Iterable[type[Screen[Any]]] = ()) -> None:
    """Read the style sheets of dialogs and of these screens, if they are not."""
    paths = [
        Path(str(sys.modules[screen.__module__].__file__)).parent / screen.CSS_PATH
        for screen in screens
        if isinstance(screen.CSS_PATH, str)
    ]
    if fresh := [path for path in (DIALOGS, *paths) if not app.stylesheet.has_source(str(path), "")]:
        app.stylesheet.read_all(fresh)
        app.stylesheet.reparse()
