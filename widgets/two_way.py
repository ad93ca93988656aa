"""A small two-way picture: how many ideas there are of each feasibility and value."""

from __future__ import annotations

from collections.abc import Mapping

from textual.content import Content
from textual.widget import Widget

from data.i18n import _

MARKS = (1, 2, 3, 4, 5)
HIGH = 4
"""From this mark on something is feasible, or valuable."""

CELL, TIGHT = 6, 4
"""Cells of a mark where there is room, and where there is little."""

BROAD, ROOMY = 100, 34
"""From so many columns of the terminal on there is room, and from so many lines on air between two marks."""


class TwoWay(Widget):
    """Value upwards, feasibility to the right; each cell has its number of ideas, the present one is lifted."""

    DEFAULT_CSS = """
    TwoWay { width: 40; height: auto; color: $foreground; }
    .-narrow TwoWay { width: 30; }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._counts: Mapping[tuple[int, int], int] = {}
        self._here: tuple[int | None, int | None] = (None, None)
        self._total = 0

    def show(self, counts: Mapping[tuple[int, int], int], total: int, here: tuple[int | None, int | None]) -> None:
        """Show how many ideas have each (feasibility, value), of how many, and those of the present idea."""
        if (counts, total, here) != (self._counts, self._total, self._here):
            self._counts, self._total, self._here = dict(counts), total, here
            self.refresh(layout=True)

    def render(self) -> Content:
        """The picture, and below it what it says."""
        rows = [Content.styled(_("value for the goal"), "$muted")]
        for value in reversed(MARKS):
            cells = [self._cell(feasible, value) for feasible in MARKS]
            rows.append(Content.assemble((f"{value} ", "$muted"), ("│", "$rest"), *cells))
            if value > MARKS[0] and self.screen.size.height >= ROOMY:
                rows.append(Content.styled("  │", "$rest"))
        rows.append(Content.styled("  └" + "─" * (self._across * len(MARKS)), "$rest"))
        marks = "".join(str(mark).center(self._across) for mark in MARKS)
        rows.append(Content.styled("   " + marks, "$muted"))
        rows.append(Content.styled("   " + _("feasible with our resources"), "$muted"))
        rows += [Content(), Content(self._says())]
        return Content("\n").join(rows)

    @property
    def _across(self) -> int:
        return CELL if self.screen.size.width >= BROAD else TIGHT

    def _cell(self, feasible: int, value: int) -> tuple[str, str]:
        count = self._counts.get((feasible, value), 0)
        both = feasible >= HIGH and value >= HIGH
        here = self._here == (feasible, value)
        if here:
            return f"[{count or '·'}]".center(self._across), "bold $accent"
        text = str(count or "·").center(self._across)
        return text, ("bold $success" if both else "bold") if count else ("$muted" if both else "$rest")

    def _says(self) -> str:
        """What the picture means, in a sentence."""
        weighed = sum(self._counts.values())
        first = sum(count for (f, v), count in self._counts.items() if f >= HIGH and v >= HIGH)
        later = sum(count for (f, v), count in self._counts.items() if f < HIGH <= v)
        said = _("{n} of {total} weighed.").format(n=weighed, total=self._total)
        if first:
            said += " " + _("Feasible and valuable: {n}. Start there.").format(n=first)
        if later:
            said += " " + _("Valuable, not yet feasible: {n}.").format(n=later)
        return said
