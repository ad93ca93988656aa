"""The footer: at most six keys, Help first, dimmed when a command cannot run now."""

from __future__ import annotations

from dataclasses import dataclass

from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.widget import Widget

from data.i18n import _
from widgets.command import MOST_IN_FOOTER, Bound


class KeyBar(Widget):
    """One line of keys. The screen says which commands there are with ``show``."""

    DEFAULT_CSS = """
    KeyBar { height: 1; width: 100%; background: $panel; color: $foreground; padding: 0 1; }
    """

    @dataclass
    class Pressed(Message):
        """Somebody clicked on a command."""

        bound: Bound

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
        """Whole commands only: what does not fit is left out, never clipped."""
        room = self.content_size.width
        parts: list[tuple[str, str]] = []
        self._spots = []
        used = 0
        for bound, able in self._shown[:MOST_IN_FOOTER]:
            key, label = bound.command.key, _(bound.command.label)
            width = len(key) + len(label) + 1
            gap = 3 if used else 0
            if used + gap + width > room:
                break
            parts += [(" " * gap, ""), (key, "bold $accent" if able else "$muted"), (" ", "")]
            parts.append((label, "" if able else "$muted"))
            self._spots.append((used + gap, used + gap + width, bound))
            used += gap + width
        return Content.assemble(*parts)

    def on_click(self, event: Click) -> None:
        """The mouse works too."""
        offset = event.get_content_offset(self)
        for start, end, bound in self._spots if offset else []:
            if offset and start <= offset.x < end:
                self.post_message(self.Pressed(bound))
