"""A countdown in large digits over a line that runs out."""

from __future__ import annotations

from dataclasses import dataclass

from textual.content import Content
from textual.widget import Widget

from data.i18n import LONG_OVER, stopwatch
from widgets import digits

SOON, NEARLY = 0.2, 0.05
"""The shares of the time left at which a softer warning is given."""


@dataclass(frozen=True, slots=True)
class Time:
    """A clock: whole seconds left and in all, and whether it stands still."""

    left: int = 0
    total: int = 0
    paused: bool = False

    @property
    def share(self) -> float:
        """The part that is left, 0 to 1."""
        return min(1.0, max(0.0, self.left / self.total)) if self.total else 0.0

    @property
    def stage(self) -> int:
        """0 while there is time, 1 and 2 after each of the softer warnings, 3 when it is over."""
        if self.left <= 0:
            return 3
        return 2 if self.share <= NEARLY else 1 if self.share <= SOON else 0

    @property
    def style(self) -> str:
        """The colour of the digits."""
        return "$muted" if self.paused else "$attention" if self.stage >= 2 else "$accent"

    def __str__(self) -> str:
        return stopwatch(self.left)


def bar(time: Time, width: int) -> Content:
    """A line of which the bright part is the time that is left."""
    bright = round(time.share * width)
    return Content.assemble(("━" * bright, time.style), ("━" * (width - bright), "$rest"))


class Countdown(Widget):
    """Digits as large as its place allows, and the line below them."""

    DEFAULT_CSS = """
    Countdown { height: 7; width: 1fr; }
    """

    MOST_WIDE = 72
    """The line is no longer, unless the digits are, so that its end stays in sight of them."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._time = Time()

    def show(self, time: Time) -> None:
        """Show this time; nothing is drawn when it is the same."""
        if time != self._time:
            self._time = time
            self.refresh()

    def render(self) -> Content:
        """Digits, an empty row, and the line."""
        room, rows = self.size
        left = max(self._time.left, 1 - LONG_OVER)
        drawn = digits.countdown(stopwatch(left), room, self._time.style, rows - 2)
        wide = max(line.cell_length for line in drawn.split("\n"))
        return Content("\n").join([drawn, Content(), bar(self._time, min(room, max(wide, self.MOST_WIDE)))])
