"""Where the choices scroll: the line of the cursor stays in sight, also when what is said of it takes room."""

from __future__ import annotations

from collections.abc import Callable

from textual.containers import VerticalScroll
from textual.geometry import Region


class ChoicePane(VerticalScroll, can_focus=False):
    """Keeps a line in sight; ``moved`` is called once it is, or once there is another height."""

    def __init__(self, moved: Callable[[], None], *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._moved = moved
        self._line = 0

    def reveal(self, line: int) -> None:
        """Bring a line in sight, and keep it there."""
        self._line = line
        self.on_resize()

    def on_resize(self) -> None:
        """Bring it in sight again."""
        self.scroll_to_region(Region(0, self._line, 1, 1), animate=False)
        self._moved()
