"""The scores of an evaluation drawn: the average as a bar, how they are spread, and how that moves over sessions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from textual.content import Content

from data.i18n import _, number

LABEL = 14
MARKS, NUMBER = 11, 5
"""The marks of a scale, 0 to 10, and the cells of an average with the blank before it."""

LONG_ENOUGH, LONGEST = 20, 40
"""A bar of so many cells tells averages apart that are half a mark apart; no bar is longer than the second."""

BLOCKS = " ▁▂▃▄▅▆▇"
"""The highest leaves a little air, so that the rows of two sessions do not grow into one shape."""


@dataclass(frozen=True, slots=True)
class ScoreBar:
    """One scored field: how many scored it, their average out of 10, and how many gave each whole mark 0 to 10."""

    label: str
    count: int
    average: float
    distribution: Sequence[int]


def drawn(bars: Sequence[ScoreBar], width: int) -> Content:
    """Every field with its average and its spread, a row each; below them from which mark to which that is.

    How many scored it stands behind each only where that differs. A mark is two cells wide where the bars keep enough.
    """
    differs = len({bar.count for bar in bars}) > 1
    counted = [_("of {n}").format(n=bar.count) if differs else "" for bar in bars]
    behind = max(map(cell_len, counted)) + 2 * differs
    room = width - LABEL - NUMBER - 2 - MARKS - behind
    wide = 2 if room - MARKS >= LONG_ENOUGH else 1
    length = max(SHORTEST, min(LONGEST, room - MARKS * (wide - 1)))
    scale = "0".ljust(5 * wide) + "5".ljust(5 * wide) + "10"
    below = Content.styled(" " * (LABEL + length + NUMBER + 2) + scale, "$muted")
    rows = [_flat(bar, length, wide, said) for bar, said in zip(bars, counted, strict=True)]
    return Content("\n\n").join([*rows[:-1], rows[-1] + "\n" + below])


def _flat(bar: ScoreBar, length: int, wide: int, counted: str) -> Content:
    return Content.assemble(
        (bar.label.ljust(LABEL), "bold"),
        *_line(bar.average, length),
        (f"{number(bar.average):>{NUMBER}}", "bold"),
        (f"  {_spread(bar.distribution, wide)}", "$success"),
        (f"  {counted}" if counted else "", "$muted"),
    )


def _line(average: float, length: int) -> tuple[tuple[str, str], tuple[str, str]]:
    """An average out of 10 as a bar of so many cells, to half a cell."""
    whole, half = divmod(round(average / 10 * length * 2), 2)
    return ("━" * whole + "╸" * half, "$foreground"), ("─" * (length - whole - half), "$line")


def _spread(distribution: Sequence[int], wide: int = 1) -> str:
    """How often each mark was given, each so many cells wide."""
    peak = max(distribution, default=0) or 1
    return "".join(BLOCKS[-(-count * (len(BLOCKS) - 1) // peak)] * wide for count in distribution)


@dataclass(frozen=True, slots=True)
class Then:
    """The scores of one session: ``said`` stands in place of a drawing where they are too few to be shown."""

    label: str
    bar: ScoreBar | None = None
    range: str = ""
    moved: str = ""
    said: str = ""


def over_time(rows: Sequence[Then], width: int) -> Content:
    """A row a session: average, spread, lowest to highest, how many, how it moved; a bar too where there is room."""
    label = max((cell_len(row.label) for row in rows), default=0) + 2
    span = max((cell_len(row.range) for row in rows), default=0)
    taken = label + 5 + 2 + 11 + 2 + span + 9 + max((cell_len(row.moved) for row in rows), default=0)
    length = min(30, width - taken - 2)
    return Content("\n").join([_then(row, label, span, length if length >= SHORTEST else 0) for row in rows])


SHORTEST = 10
"""A bar of fewer cells says nothing."""


def _then(row: Then, label: int, span: int, length: int) -> Content:
    if row.bar is None:
        return Content.assemble(row.label.ljust(label), (row.said, "$muted"))
    counted = _("of {n}").format(n=row.bar.count)
    return Content.assemble(
        row.label.ljust(label),
        *_line(row.bar.average, length),
        (f" {number(row.bar.average):>4}", "bold"),
        (f"  {_spread(row.bar.distribution)}", "$success"),
        (f"  {row.range.ljust(span)}", ""),
        (f"  {counted.ljust(7)}{row.moved}", "$muted"),
    )
