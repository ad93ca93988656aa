"""The phases of something as one line: what was done, where we are, what is to come."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content
from textual.widget import Widget

NOW = "bold $accent"
"""The style of the phase in which we are."""

LONGEST = 9
"""The longest line between two phases, in cells."""


@dataclass(frozen=True, slots=True)
class PhaseMark:
    """A phase: ``note`` stands behind its title; ``now`` is where we are, ``done`` that something came of it."""

    title: str
    note: str = ""
    done: bool = False
    now: bool = False


class Phases(Widget):
    """One line; the lines between the phases give way first, then the notes."""

    DEFAULT_CSS = """
    Phases { height: 1; width: 1fr; }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._marks: Sequence[PhaseMark] = ()
        self._tail = ""
        self._still = False

    def show(self, marks: Sequence[PhaseMark], tail: str = "", *, still: bool = False) -> None:
        """Show these phases, and what is said behind them; while it stands ``still`` none has the colour of now."""
        if (marks, tail, still) != (self._marks, self._tail, self._still):
            self._marks, self._tail, self._still = marks, tail, still
            self.refresh()

    def render(self) -> Content:
        """As much as fits: whole words only."""
        now = "bold" if self._still else NOW
        return phase_line(self._marks, self._tail, max(10, self.content_size.width), now)


def phase_line(marks: Sequence[PhaseMark], tail: str, width: int, now: str = NOW) -> Content:
    """The phases in so many cells."""
    bare = Content("")
    for notes, behind in ((True, tail), (True, ""), (False, "")):
        for length in range(LONGEST, 0, -2):
            bare = _drawn(marks, behind, length, notes=notes, now=now)
            if bare.cell_length <= width:
                return bare
    return bare.truncate(width, ellipsis=True)


def _drawn(marks: Sequence[PhaseMark], tail: str, length: int, *, notes: bool, now: str) -> Content:
    parts: list[Content | tuple[str, str] | str] = []
    for stage in marks:
        if parts:
            parts.append((f" {'─' * length} ", "$line"))
        mark = "▸ " if stage.now else "✓ " if stage.done else ""
        style = now if stage.now else "$success" if stage.done else "$muted"
        parts.append((mark + stage.title, style))
        if notes and stage.note:
            parts.append((f" {stage.note}", "$muted"))
    if tail:
        parts.append((f"   {tail}", "$muted"))
    return Content.assemble(*parts)
