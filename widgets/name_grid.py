"""Names in columns, each taking part or not; two letters find one, Enter changes it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len, set_cell_size
from textual.content import Content
from textual.events import Click, Key
from textual.geometry import Size
from textual.message import Message
from textual.widget import Widget

from data.i18n import N_
from data.text import fold
from widgets.command import Command, Commanding

FEW_ROWS, OTHER_ROWS, MOST_WIDE = 4, 26, 18
"""Names are whole when they take few rows, or no more than the terminal has besides what else is shown; otherwise a
column is not wider than the last, or a quarter of the grid, and what is longer is cut."""


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody by id and name, whether they take part, and a short remark."""

    id: str
    name: str
    on: bool = True
    aside: str = ""


class NameGrid(Commanding, Widget, can_focus=True):
    """A grid that is read down its columns."""

    DEFAULT_CSS = """
    NameGrid { height: auto; width: 1fr; }
    """

    @dataclass
    class Toggled(Message):
        """Somebody is to take part, or not any more."""

        id: str
        on: bool

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._names: tuple[Named, ...] = ()
        self._at = 0
        self._typed = ""

    def show(self, names: Sequence[Named]) -> None:
        """Show these people, with the cursor where it was."""
        if tuple(names) != self._names:
            self._names = tuple(names)
            self._at = min(self._at, max(0, len(names) - 1))
            self.refresh(layout=True)

    def _shape(self, width: int) -> tuple[int, int, int]:
        """The width of a column, how many there are, and how many names each holds."""
        longest = max((cell_len(named.name) + cell_len(named.aside) + 1 for named in self._names), default=1) + 5
        for wide in (longest, min(longest, max(MOST_WIDE, width // 4))):
            across = max(1, width // wide)
            deep = -(-len(self._names) // across) or 1
            if deep <= max(FEW_ROWS, self.app.size.height - OTHER_ROWS):
                break
        return wide, across, deep

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """As many rows as the longest column has."""
        return self._shape(width)[2]

    def render(self) -> Content:
        """The names, filled down each column."""
        wide, _across, deep = self._shape(self.size.width)
        lines = []
        for row in range(deep):
            cells = [self._cell(place, wide) for place in range(row, len(self._names), deep)]
            lines.append(Content.assemble(*cells).truncate(self.size.width, ellipsis=True))
        return Content("\n").join(lines)

    def _cell(self, place: int, wide: int) -> Content:
        named = self._names[place]
        here = place == self._at and self.has_focus
        ground = " on $panel" if here else ""
        room = wide - 5 - (cell_len(named.aside) + 1 if named.aside else 0)
        text = set_cell_size(named.name, room).rstrip() if cell_len(named.name) > room else named.name
        text = f"{text[:-1]}…" if text != named.name else text
        text += " " if named.aside else ""
        rest = " " * (wide - 4 - cell_len(text) - cell_len(named.aside))
        return Content.assemble(
            ("▸ " if here else "  ", "$accent" + ground),
            ("✓ " if named.on else "– ", ("$success" if named.on else "$muted") + ground),
            (text, ("bold" if here else "$foreground" if named.on else "$muted") + ground),
            (named.aside + rest, "$muted" + ground),
        )

    def on_focus(self) -> None:
        """The cursor is shown."""
        self.refresh()

    def on_blur(self) -> None:
        """The cursor is hidden."""
        self.refresh()

    def action_walk(self, way: str) -> None:
        """To a name beside this one."""
        if self._names:
            deep = self._shape(self.size.width)[2]
            by = {"up": -1, "down": 1, "left": -deep, "right": deep}[way]
            self._go(self._at + by)

    def _go(self, place: int) -> None:
        if 0 <= place < len(self._names):
            self._at = place
            self._typed = ""
            self.refresh()

    def action_in_or_out(self) -> None:
        """Change whether this person takes part."""
        if self._names:
            named = self._names[self._at]
            self.post_message(self.Toggled(named.id, not named.on))

    def on_key(self, event: Key) -> None:
        """Letters go to the first name with words that begin so: its first word, or its initials."""
        letter = fold(event.character or "")
        if not event.is_printable or not letter.isalpha():
            return
        event.stop()
        event.prevent_default()
        for typed in (self._typed + letter, letter):
            found = next((place for place, named in enumerate(self._names) if _begins(fold(named.name), typed)), None)
            if found is not None:
                self._go(found)
                self._typed = typed
                return

    def on_click(self, event: Click) -> None:
        """A click changes whether somebody takes part."""
        spot = event.get_content_offset(self)
        if spot is None:
            return
        wide, _across, deep = self._shape(self.size.width)
        place = spot.x // wide * deep + spot.y
        if spot.y < deep and place < len(self._names):
            self._go(place)
            self.action_in_or_out()

    # -- its keys: at the foot, since they name what is above

    KEYS: ClassVar[tuple[Command[NameGrid], ...]] = (
        Command(lambda widget: widget.action_walk("up"), N_("Up"), N_("The name above"), ("up",)),
        Command(lambda widget: widget.action_walk("down"), N_("Down"), N_("The name below"), ("down",)),
        Command(lambda widget: widget.action_walk("left"), N_("Left"), N_("The previous column"), ("left",)),
        Command(lambda widget: widget.action_walk("right"), N_("Right"), N_("The next column"), ("right",)),
        Command(action_in_or_out, N_("In or out"), N_("Takes part, or does not"), ("enter",)),
    )


def _begins(name: str, typed: str) -> bool:
    words = name.split()
    return name.startswith(typed) or "".join(word[:1] for word in (words[:1] + words[-1:])).startswith(typed)
