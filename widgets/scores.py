"""The scores of an evaluation drawn: the average as a bar, how they are spread, and how that moves over sessions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from textual.content import Content

from data.i18n import _, number

LABEL = 14
SCALE = "0    5    10"
"""Where the marks stand in a spread of one cell a mark."""

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
    """Every field with its average and its spread, a row each; below them from which mark to which that is."""
    scale = Content.styled(" " * (LABEL + _length(width) + 7) + SCALE, "$muted")
    return Content("\n\n").join([*(_flat(bar, width) for bar in bars[:-1]), _flat(bars[-1], width) + "\n" + scale])


def _length(width: int) -> int:
    """The cells of a bar in a page of this width."""
    return max(10, min(40, width - LABEL - 34))


def _flat(bar: ScoreBar, width: int) -> Content:
    return Content.assemble(
        (bar.label.ljust(LABEL), "bold"),
        *_line(bar.average, _length(width)),
        (f" {number(bar.average):>4}", "bold"),
        (f"  {_spread(bar.distribution)}", "$success"),
        ("  " + _("of {n}").format(n=bar.count), "$muted"),
    )


def _line(average: float, length: int) -> tuple[tuple[str, str], tuple[str, str]]:
    filled = round(average / 10 * length)
    return ("━" * filled, "$foreground"), ("─" * (length - filled), "$line")


def _spread(distribution: Sequence[int]) -> str:
    peak = max(distribution, default=0) or 1
    return "".join(BLOCKS[-(-count * (len(BLOCKS) - 1) // peak)] for count in distribution)


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
