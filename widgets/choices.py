"""A short list of settings: arrows walk and change, digits fill in until Enter, Enter does what a row says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from rich.cells import cell_len
from textual.content import Content
from textual.events import Click, Key
from textual.geometry import Size
from textual.message import Message
from textual.widget import Widget

from data.i18n import N_
from widgets.command import Command, Commanding
from widgets.keys import digit
from widgets.wrapping import hanging

LEAST = 24
"""Cells that are kept for what stands below a row."""

LEFT = 2 / 5
"""What the first of two in a line has of it."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A row: ``value`` can be changed when ``steps``; ``most`` is the largest number that may be typed, 0 for none.

    ``aside`` is said behind it, ``below`` under it. ``chosen`` is for one of several: whether it is the one that holds;
    ``ticked`` is for some of several, which have no label. A ``faded`` one cannot be had now; one that is ``apart`` has
    so many blank lines above it. A ``still`` one is read only: the cursor passes it. Where something stands below its
    value, ``under`` stands below its label, or ``enter`` while the cursor is on it: what that key does there.
    """

    key: str
    label: str
    value: str
    aside: str = ""
    steps: bool = True
    most: int = 0
    chosen: bool | None = None
    below: str = ""
    ticked: bool | None = None
    faded: bool = False
    apart: int = 0
    still: bool = False
    under: str = ""
    enter: str = ""


class Choices(Commanding, Widget, can_focus=True):
    """The rows; the one with the cursor shows that it can be changed."""

    DEFAULT_CSS = """
    Choices { height: auto; width: 1fr; }
    """

    @dataclass
    class Stepped(Message):
        """The value of a row is to go down (-1) or up (1)."""

        key: str
        by: int

    @dataclass
    class Filled(Message):
        """A number was typed on a row; ``instead`` is what it would have been with one more digit, where too large."""

        key: str
        number: int
        most: int = 0
        instead: int = 0

    @dataclass
    class Walked(Message):
        """The cursor is on another row, which ends on this line."""

        key: str
        line: int

    @dataclass
    class Pressed(Message):
        """Enter on a row, or a click on one that holds no value to step."""

        key: str

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._rows: tuple[Choice, ...] = ()
        self._paired = False
        self._at = ""
        self._typed = ""

    def show(self, rows: Sequence[Choice], *, paired: bool = False) -> None:
        """Show these rows, with the cursor on the row it was on.

        Where they are ``paired``, two that are ticked stand in a line that has room for both.
        """
        if (tuple(rows), paired) != (self._rows, self._paired):
            high = len(self._drawn(self.size.width))
            self._rows, self._paired = tuple(rows), paired
            self.refresh(layout=len(self._drawn(self.size.width)) != high)

    @property
    def at(self) -> str:
        """The key of the row with the cursor; empty when there are none."""
        return self._row.key if self._row else ""

    def _lines(self, width: int) -> list[tuple[Choice, ...]]:
        """The rows of each line: one, or two beside one another."""
        return _in_pairs(self._rows, width) if self._paired else [(row,) for row in self._rows]

    def _line_of(self, row: Choice) -> tuple[Choice, ...]:
        return next(line for line in self._lines(self.size.width) if row in line)

    def below(self, line: int) -> int:
        """How many rows stand from this line on."""
        width = self.size.width
        there = {row.key for row, _said in self._drawn(width)[line:]}
        return sum(len(rows) for rows in self._lines(width) if rows[0].key in there)

    @property
    def _row(self) -> Choice | None:
        every = [row for row in self._rows if not row.still]
        return next((row for row in every if row.key == self._at), next(iter(every), None))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """As many lines as its rows take."""
        return len(self._drawn(width))

    def render(self) -> Content:
        """Label, value and what is to be said of it, in three columns."""
        width = self.size.width
        return Content("\n").join([_cut(line, width) for _row, line in self._drawn(width)])

    def _drawn(self, width: int) -> list[tuple[Choice, Content]]:
        """Every line with its row, or the first of two: what does not fit behind a label stands below it.

        That begins where its value does.
        """
        label = max((cell_len(text) for row in self._rows for text in (row.label, row.under, row.enter)), default=0)
        value = max((cell_len(row.value) for row in self._rows if row.steps), default=0)
        found: list[tuple[Choice, Content]] = []
        for row, *beside in self._lines(width):
            found += [(row, Content(""))] * row.apart
            if beside:
                found.append((row, self._pair(row, beside[0], width)))
                continue
            line = self._line(row, label, value)
            folds = bool(row.aside) and cell_len(line.plain.rstrip()) >= width  # air before the ground ends
            line = self._line(replace(row, aside=""), label, value) if folds else line
            if row.label and cell_len(line.plain.rstrip()) >= width:
                found.append((row, self._line(replace(row, value="", aside=""), label, value)))
                line = self._lifted(row, Content.styled("    " + row.value, "bold"))
            found.append((row, line))
            start = max(4, min(label + 6 + 2 * (row.chosen is not None), width - LEAST))
            found += [(row, line) for line in self._below(row, row.aside if folds else "", start, width)]
        return found

    def _below(self, row: Choice, aside: str, start: int, width: int) -> list[Content]:
        """What stands below a row, from so many cells on; and before the first of it what stands below its label."""
        under = row.enter if row.enter and self._is_here(row) else row.under
        found: list[Content] = []
        for said in filter(None, (aside, row.below)):
            beside = f"  {under}" if not found and 2 + cell_len(under) < start else ""
            before = Content.styled(beside + " " * (start - cell_len(beside)), "$muted")
            found += hanging(before, Content.styled(said, "$muted"), width - 1)
        return [self._lifted(row, line) for line in found]

    def _line(self, row: Choice, label: int, value: int) -> Content:
        here = self._is_here(row)
        if row.ticked is not None:
            return self._lifted(row, self._tick(row))
        mark = {None: "", True: "● ", False: "○ "}[row.chosen]
        left, right = ("‹ ", " ›") if here and row.steps else ("  ", "  ")
        pad = " " * (value - cell_len(row.value)) if row.steps else ""
        line = Content.assemble(
            ("▸ " if here else "  ", "$accent"),
            (row.label + " " * (label - cell_len(row.label) + 2), "bold" if here else "$muted"),
            (left, "$accent"),
            (mark, ""),
            (row.value, "bold"),
            (right, "$accent"),
            (pad + " " + row.aside, "$muted"),
        )
        return self._lifted(row, line)

    def _tick(self, row: Choice) -> Content:
        """One of several that can be ticked: its mark stands where labels do."""
        style = "$muted" if row.faded else "bold" if row.ticked else "$foreground"
        return Content.assemble(
            ("▸ " if self._is_here(row) else "  ", "$accent"),
            ("[✓] " if row.ticked else "[ ] ", "$success" if row.ticked and not row.faded else "$muted"),
            (row.value, style),
            (f"  {row.aside}" if row.aside else "", "$muted"),
        )

    def _pair(self, row: Choice, beside: Choice, width: int) -> Content:
        left = _left(width)
        return self._lifted(row, self._tick(row), left) + self._lifted(beside, self._tick(beside), width - left)

    def _is_here(self, row: Choice) -> bool:
        return row is self._row and self.has_focus

    def _lifted(self, row: Choice, line: Content, width: int = 0) -> Content:
        """The line on a ground, when the cursor is on its row; as wide as all of them, or so wide."""
        line = line.pad_right(max(0, (width or self.size.width) - line.cell_length))
        return line.stylize_before("on $panel") if self._is_here(row) else line

    def on_focus(self) -> None:
        """The cursor is shown."""
        self.refresh()

    def on_blur(self) -> None:
        """The cursor is hidden."""
        self.refresh()

    def action_walk(self, by: int) -> None:
        """To another row, not beyond the ends; of two in a line to the one that stands below or above."""
        if self._row:
            every = [line for line in self._lines(self.size.width) if not line[0].still]
            here = self._line_of(self._row)
            place = every.index(here) + by
            if 0 <= place < len(every):
                self._go(every[place][min(here.index(self._row), len(every[place]) - 1)])

    def _go(self, row: Choice) -> None:
        self._at, self._typed = row.key, ""
        self.refresh()
        # The last line of a row: what belongs to it stands above.
        first = self._line_of(row)[0]
        line = max(place for place, (each, _line) in enumerate(self._drawn(self.size.width)) if each is first)
        self.post_message(self.Walked(row.key, line))

    def action_step(self, by: int) -> None:
        """Change the value of the row; of two in a line, go to the other one."""
        self._typed = ""
        if self._row and self._row.steps:
            self.post_message(self.Stepped(self._row.key, by))
        elif self._row and len(line := self._line_of(self._row)) > 1:
            self._go(line[max(0, by)])

    def action_press(self) -> None:
        """Do what the row says; behind a number that is typed, Enter only ends it."""
        if self._typed:
            self._typed = ""
        elif self._row:
            self.post_message(self.Pressed(self._row.key))

    def on_key(self, event: Key) -> None:
        """Digits fill in a number; one that would be too large begins anew, which is told."""
        figure, row = digit(event), self._row
        if figure is None or row is None or not row.most:
            return
        event.stop()
        event.prevent_default()
        longer = int(self._typed + figure)
        fits = longer <= row.most
        self._typed = self._typed + figure if fits else figure
        if 0 < int(self._typed) <= row.most:
            self.post_message(self.Filled(row.key, int(self._typed), row.most, 0 if fits else longer))

    def on_click(self, event: Click) -> None:
        """A click goes to a row, and on the row it is on changes or chooses it."""
        spot, drawn = event.get_content_offset(self), self._drawn(self.size.width)
        if spot is None or not 0 <= spot.y < len(drawn):
            return
        row, *beside = self._line_of(drawn[spot.y][0])
        row = beside[0] if beside and spot.x >= _left(self.size.width) else row
        if row.still:
            return
        if row is not self._row or not row.steps:
            self._go(row)
            if not row.steps:
                self.post_message(self.Pressed(row.key))
        else:
            self.post_message(self.Stepped(row.key, 1))

    # -- its keys: at the foot, since they name what is above

    KEYS: ClassVar[tuple[Command[Choices], ...]] = (
        Command(lambda widget: widget.action_walk(-1), N_("Up"), N_("The row above"), ("up",)),
        Command(lambda widget: widget.action_walk(1), N_("Down"), N_("The row below"), ("down",)),
        Command(
            lambda widget: widget.action_step(-1), N_("Less"), N_("Less, or the previous choice"), ("left", "minus")
        ),
        Command(
            lambda widget: widget.action_step(1),
            N_("More"),
            N_("More, or the next choice"),
            ("right", "plus", "equals_sign"),
        ),
        Command(action_press, N_("Choose"), N_("Do what this row says"), ("enter",)),
    )


def airy(rows: Sequence[Choice], height: int) -> list[Choice]:
    """The rows with a line of air above each, or above those with a label, where all stay within so many lines."""
    for labelled in (False, True):
        aired = [
            replace(row, apart=row.apart + bool(place and (row.label or not labelled)))
            for place, row in enumerate(rows)
        ]
        if sum(1 + row.apart for row in aired) <= height:
            return aired
    return list(rows)


def _left(width: int) -> int:
    """What the first of two in a line of so many cells has of it."""
    return int(LEFT * width)


def _in_pairs(rows: Sequence[Choice], width: int) -> list[tuple[Choice, ...]]:
    """One row a line, or two that are ticked where a line of so many cells has room for both."""
    left = _left(width)
    lines: list[tuple[Choice, ...]] = []
    for row in rows:
        alone = lines and len(lines[-1]) == 1 and not row.apart
        if alone and _ticks_in(lines[-1][0], left) and _ticks_in(row, width - left):
            lines[-1] = (*lines[-1], row)
        else:
            lines.append((row,))
    return lines


def _ticks_in(row: Choice, room: int) -> bool:
    """Whether it is ticked, and fits in so many cells with its mark and with air before its ground ends."""
    return row.ticked is not None and len("▸ [ ] ") + cell_len(row.value) < room


def _cut(line: Content, width: int) -> Content:
    """The line in so many cells, with an ellipsis where more than blanks are left out."""
    return line.truncate(width, ellipsis=cell_len(line.plain.rstrip()) > width)
