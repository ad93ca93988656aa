"""The footer: at most six keys, Help first, the room view last; what cannot run is dimmed, with why where that fits."""

from __future__ import annotations

from collections.abc import Iterable

from rich.cells import cell_len
from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.widget import Widget

from data.i18n import _
from widgets.command import MOST_IN_FOOTER, Bound

GAP = 3
"""Cells between two commands."""


class KeyBar(Widget):
    """One line of keys. The screen says which commands there are with ``show``."""

    DEFAULT_CSS = """
    KeyBar { height: 1; width: 100%; background: $panel; color: $foreground; padding: 0 1; }
    """

    class Pressed(Message):
        """Somebody clicked on a command."""

        def __init__(self, bound: Bound) -> None:
            super().__init__()
            self.bound = bound

    def __init__(self) -> None:
        super().__init__()
        self._shown: list[tuple[Bound, bool]] = []
        self._spots: list[tuple[int, int, Bound]] = []

    def show(self, commands: list[tuple[Bound, bool]]) -> None:
        """Show these commands, each with whether it can run now."""
        if commands != self._shown:
            self._shown = commands
            self.refresh()

    def render(self) -> Content:
        """Whole commands only: what does not fit is left out, the last one first but for those that are kept."""
        parts: list[tuple[str, str]] = []
        self._spots = []
        used, room = 0, self.content_size.width
        shown = self._fitting(room)
        for bound, able in shown:
            key, label = bound.command.key, _(bound.command.label)
            width = _width(bound)
            gap = GAP if used else 0
            parts += [(" " * gap, ""), (key, "bold $key" if able else "$muted"), (" ", "")]
            parts.append((label, "" if able else "$muted"))
            self._spots.append((used + gap, used + gap + width, bound))
            used += gap + width
        if why := _why((bound for bound, able in shown if not able), room - used - 2 * GAP):
            parts.append((" " * (room - used - cell_len(why)) + why, "italic $muted"))
        return Content.assemble(*parts)

    def _fitting(self, room: int) -> list[tuple[Bound, bool]]:
        shown = self._shown[:MOST_IN_FOOTER]
        while shown and sum(_width(bound) + GAP for bound, _able in shown) - GAP > room:
            free = [place for place, (bound, _able) in enumerate(shown) if not bound.command.kept]
            del shown[free[-1] if free else -1]
        return shown

    def on_click(self, event: Click) -> None:
        """The mouse works too."""
        offset = event.get_content_offset(self)
        for start, end, bound in self._spots if offset else []:
            if offset and start <= offset.x < end:
                self.post_message(self.Pressed(bound))


def _why(dimmed: Iterable[Bound], room: int) -> str:
    """Of the first of these whose reason is not wider, that reason; none is asked for where there is no room."""
    if room <= 0:
        return ""
    reasons = (f"{bound.command.key}: {why}" for bound in dimmed if (why := bound.reason))
    return next((why for why in reasons if cell_len(why) <= room), "")


def _width(bound: Bound) -> int:
    return cell_len(f"{bound.command.key} {_(bound.command.label)}")
