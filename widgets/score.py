"""A score from 0 to 10 in halves, shown as a dot while the laptop may be mirrored."""

from __future__ import annotations

from enum import Enum, auto

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from data.i18n import number

TOP = 10.0
HALF = 0.5
SHOWN = 5
"""So many signs of what is no score are shown, and a question mark."""

BLANK_KEYS = frozenset("-")
HALF_KEYS = frozenset(",.;")
BEHIND_REFUSED = BLANK_KEYS | HALF_KEYS | {" "}
"""What belongs to a refused score when it is typed behind it, as digits do."""


class Behind(Enum):
    """What was typed on the score that has the focus, which it keeps until the next key shows that it is whole."""

    NOTHING = auto()
    ONE = auto()
    COMMA = auto()
    WHOLE = auto()


class Score(Widget, can_focus=True):
    """Shows a score; the form that it stands on reads the keys."""

    DEFAULT_CSS = """
    Score { width: 7; height: 1; content-align: center middle; text-align: center; background: $field; }
    Score:focus { background: $accent; color: $on-accent; text-style: bold; }
    Score.-refused, Score.-refused:focus { background: $attention; color: $on-accent; text-style: bold; }
    """

    value: reactive[float | None] = reactive(None)
    hidden: reactive[bool] = reactive(True)
    refused: reactive[str] = reactive("")
    """What was typed and is no score: it stands here, with no value, until it is taken away."""

    def render(self) -> Content:
        """The score, a dot in its place, a line where one is to come, or what was typed and is none."""
        if self.refused:
            return Content("•?" if self.hidden else f"{self.refused[:SHOWN]}?")
        if self.value is None:
            return Content("_")
        return Content("•" if self.hidden else number(self.value))

    def watch_refused(self, refused: str) -> None:
        """What is no score is told from one that is by its ground too."""
        self.set_class(bool(refused), "-refused")

    @property
    def field(self) -> str:
        """The field that it is the score of."""
        return (self.id or "").removeprefix("score-")

    @property
    def takes_half(self) -> bool:
        """Whether it is a whole score below 10, behind which a half can come."""
        return self.value is not None and self.value < TOP and self.value == int(self.value)
