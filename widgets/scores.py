"""The scores of an evaluation drawn: the average as a bar, how they are spread, and how that moves over sessions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from textual.content import Content

from data.i18n import _, number
from widgets.track import track

MARKS, NUMBER, GAP = 11, 5, 2
"""The marks of a scale, 0 to 10, the cells of an average with the blank before it, and those between two columns."""

LONGEST = 40
WIDEST, KEPT = 3, 18
"""Cells that a mark has at most, and a bar at least: a shorter one gives its place to the spread, which says more."""

EIGHTHS = " ▁▂▃▄▅▆▇█"


@dataclass(frozen=True, slots=True)
class ScoreBar:
    """One scored field: how many scored it, their average out of 10, and how many gave each whole mark 0 to 10."""

    label: str
    count: int
    average: float
    distribution: Sequence[int]


def drawn(bars: Sequence[ScoreBar], width: int, high: int = 1) -> Content:
    """Every field with its average and its spread; below them from which mark to which that is.

    A spread is so many rows ``high``. How many scored it stands behind each only where that differs.
    """
    differs = len({bar.count for bar in bars}) > 1
    counted = [_("of {n}").format(n=bar.count) if differs else "" for bar in bars]
    label = max(cell_len(bar.label) for bar in bars) + GAP
    room = width - label - NUMBER - GAP - max(map(cell_len, counted)) - GAP * differs
    beside = next((wide for wide in (WIDEST, WIDEST - 1) if room - MARKS * wide >= KEPT), 0)
    wide = beside or max(1, min(WIDEST, room // MARKS))
    length = min(LONGEST, room - MARKS * wide) if beside else 0
    before = " " * (label + length + NUMBER + GAP)
    rows: list[Content] = []
    for bar, said in zip(bars, counted, strict=True):
        *above, foot = _spread(bar.distribution, wide, high)
        rows += [*([Content("")] if rows else []), *(Content(before) + row for row in above)]
        rows.append(
            Content.assemble(
                (bar.label.ljust(label), "bold"),
                *_line(bar.average, length),
                (f"{number(bar.average):>{NUMBER}}", "bold"),
                " " * GAP,
                foot,
                (" " * GAP + said if said else "", "$muted"),
            )
        )
    scale = "0".ljust(5 * wide) + "5".ljust(5 * wide) + "10"
    return Content("\n").join([*rows, Content.styled(before + scale, "$muted")])


def _line(average: float, length: int) -> tuple[tuple[str, str], tuple[str, str]]:
    """An average out of 10 as a bar of so many cells."""
    there, rest = track(average / 10, length)
    return (there, "$foreground"), (rest, "$rest")


def _spread(distribution: Sequence[int], wide: int = 1, high: int = 1) -> list[Content]:
    """How often each mark was given, each so many cells wide, in rows from the top; on a line from 0 to 10.

    The highest leaves a little air, so that the rows of two sessions do not grow into one shape.
    """
    peak = max(distribution, default=0) or 1
    heights = [max(2, -(-count * (8 * high - 1) // peak)) if count else 0 for count in distribution]
    rows = []
    for below in range(8 * (high - 1), -1, -8):
        cells = (
            (EIGHTHS[max(0, min(8, height - below))] * wide, "$success") if height or below else ("▁" * wide, "$rest")
            for height in heights
        )
        rows.append(Content.assemble(*cells))
    return rows


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
        " " * GAP,
        *_spread(row.bar.distribution),
        (f"  {row.range.ljust(span)}", ""),
        (f"  {counted.ljust(7)}{row.moved}", "$muted"),
    )
