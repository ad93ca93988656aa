"""Speed dates for the room: the time and what to talk about, or who sits where, as large as it fits."""

from __future__ import annotations

from dataclasses import dataclass

from textual.content import Content
from textual.widget import Widget

from widgets import digits
from widgets.countdown import Time, bar
from widgets.letters import PLAIN, TALL, Size, largest
from widgets.seating import STAYS, Seated, large

TALL_FROM = 36
"""With more rows than this, the heading is drawn in letters too."""


@dataclass(frozen=True, slots=True)
class RoomDates:
    """All that the room sees. With ``tables`` it shows the seats, otherwise the time and the prompt."""

    heading: str = ""
    time: Time | None = None
    prompt: str = ""
    tables: tuple[Seated, ...] = ()
    legend: str = ""


class RoomDatesView(Widget):
    """Draws the room's view in the place there is."""

    DEFAULT_CSS = """
    RoomDatesView { height: 1fr; width: 1fr; }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._view = RoomDates()

    def show(self, view: RoomDates) -> None:
        """Show this; nothing is drawn when nothing changed."""
        if view != self._view:
            self._view = view
            self.refresh()

    def render(self) -> Content:
        """The talk or the seats."""
        width, height = self.size
        rows = _seats(self._view, width, height) if self._view.tables else _talk(self._view, width, height)
        return Content("\n").join(rows)


def _talk(view: RoomDates, width: int, height: int) -> list[Content]:
    """The heading, the digits in at most half of the height, their line, and the prompt in what is left."""
    head = largest(view.heading, width, 5, (TALL, PLAIN) if height > TALL_FROM else (PLAIN,))
    rows = [*(Content.styled(row, "bold $muted") for row in head), Content()]
    if view.time is not None:
        drawn = digits.countdown(str(view.time), width, view.time.style, max(5, height // 2 - 2)).split("\n")
        rows += [*drawn, Content(), bar(view.time, max(row.cell_length for row in drawn)), Content()]
    left = max(1, height - len(rows))
    rows += [Content.styled(row, "bold $foreground") for row in largest(view.prompt, width, left)]
    return rows[:height]


def _seats(view: RoomDates, width: int, height: int) -> list[Content]:
    """The heading with the time to change places, the seats, and what the mark means."""
    sizes = (TALL, PLAIN) if height > TALL_FROM else (PLAIN,)
    heading = _heading(view, width, sizes)
    mark = f"{STAYS} {view.legend}"
    legend = [Content.styled(row, "$success") for row in largest(mark, width, 5, sizes)] if view.legend else []
    seats = large(view.tables, width, height - len(heading) - len(legend) - 2)
    air = height - len(heading) - len(legend) - len(seats) - 1
    return [*heading, Content(), *seats, *[Content()] * max(0, air), *legend]


def _heading(view: RoomDates, width: int, sizes: tuple[Size, ...]) -> list[Content]:
    clock = str(view.time) if view.time else ""
    left = largest(view.heading, width - 30, 5, sizes)
    right = largest(clock, 30, 5, sizes) if clock else []
    style = view.time.style if view.time else "$accent"
    wide = max(map(len, right), default=0)
    rows = []
    for row in range(max(len(left), len(right))):
        one = left[row] if row < len(left) else ""
        other = right[row] if row < len(right) else ""
        start = Content.styled(one, "bold $foreground")
        gap = " " * max(1, width - start.cell_length - wide)
        rows.append(Content.assemble(start, gap, (other, f"bold {style}")))
    return rows
