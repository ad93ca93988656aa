"""What came of a key, right above the line that is typed on: done in green, refused in orange, a remark as it is."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static


class Tone(StrEnum):
    """What is told: the sign before it; only what was done has a tick."""

    DONE = "✓"
    REFUSED = "!"
    REMARK = "·"


class FeedbackLine(Static):
    """One sentence on a layer of its own: nothing moves for a row of it, and it hides neither the line nor a question.

    For more rows, and for one where a text of several rows stands on the line, the page above gives way, so that no
    work is hidden. It stands above the ``.capture`` row of
    its screen, under the foot of a sheet, else above the keys.
    """

    DEFAULT_CSS = """
    FeedbackLine {
        layer: feedback; dock: bottom; width: 100%; height: auto; max-height: 4; padding: 0 3; background: $surface;
        color: $success;
    }
    FeedbackLine.-refused { color: $attention; text-style: bold; }
    FeedbackLine.-remark { color: $foreground; }
    """

    def __init__(self, text: str, tone: Tone) -> None:
        super().__init__(Content(f"{tone} {text}"), classes=f"-{tone.name.lower()}")
        self._above: Widget | None = None

    def on_mount(self) -> None:
        """Take its place; again once a screen that is just opening is laid out."""
        self._settle()
        self.call_after_refresh(self._settle)

    def _settle(self) -> None:
        if not self.is_attached:  # the next key took it away before the screen was drawn
            return
        height, width = self.screen.size.height, self.screen.size.width
        below, left, right = 0, 0, 0
        if foot := _last(self.screen.query(".sheet-foot").results()):
            below = max(0, height - foot.region.bottom - 1)
            left, right = foot.region.x, max(0, width - foot.region.right)
        elif line := _last(self.screen.query(".capture").results()):
            # The row of air on top of a tall line is the place nearest to what is typed.
            own = line.region.height > 1
            below = height - line.region.y - (1 if own else 0)
            left, right = line.region.x, max(0, width - line.region.right)
            self._make_way(line, 1 if own or not _stands_on(line) else 0)
        elif keys := _last(self.screen.query("KeyBar").results()):
            below = keys.region.height
        self.styles.margin = (0, right, below, left)

    def _make_way(self, line: Widget, there: int) -> None:
        """Keep its rows free above the line, but for those that are ``there`` for it."""
        rows = self.size.height - there
        if rows > 0 and self._above is None:
            self._above = line
            line.styles.margin = (rows, 0, 0, 0)

    def on_unmount(self) -> None:
        """The page has its rows back."""
        if self._above is not None and self._above.is_attached:
            self._above.styles.clear_rule("margin")
            self._above.refresh(layout=True)


def _stands_on(line: Widget) -> bool:
    """Whether a text of several rows, such as advice, ends right above this line."""
    above = [each for each in line.siblings if isinstance(each, Static) and each.region.bottom == line.region.y]
    return any(each.region.height > 1 for each in above)


def _last(widgets: Iterable[Widget]) -> Widget | None:
    """The last of these that has a place on the screen."""
    found = [each for each in widgets if each.region.area]
    return found[-1] if found else None
