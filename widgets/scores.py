"""The scores of an evaluation drawn for a room: the average as a bar, and how they are spread."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content

from data.i18n import _, number

LABEL = 14
BLOCKS = " ▁▂▃▄▅▆▇█"


@dataclass(frozen=True, slots=True)
class ScoreBar:
    """One scored field: how many scored it, their average out of 10, and how many gave each whole mark 0 to 10."""

    label: str
    count: int
    average: float
    distribution: Sequence[int]


def drawn(bars: Sequence[ScoreBar], width: int, *, tall: bool = False) -> Content:
    """Every field with its average and its spread; columns of 0 to 10 with their counts below them when ``tall``."""
    rows: list[Content] = []
    for bar in bars:
        rows += _tall(bar) if tall else _flat(bar, width)
        rows.append(Content(""))
    return Content("\n").join(rows[:-1])


def _flat(bar: ScoreBar, width: int) -> list[Content]:
    length = max(10, min(40, width - LABEL - 34))
    filled = round(bar.average / 10 * length)
    peak = max(bar.distribution, default=0) or 1
    spread = "".join(BLOCKS[-(-count * 8 // peak)] for count in bar.distribution)
    return [
        Content.assemble(
            (bar.label.ljust(LABEL), "bold"),
            ("━" * filled, "$accent"),
            ("─" * (length - filled), "$line"),
            (f" {number(bar.average):>4}", "bold $accent"),
            (f"  {spread}", "$success"),
            ("  " + _("of {n}").format(n=bar.count), "$muted"),
        )
    ]


def _tall(bar: ScoreBar) -> list[Content]:
    peak = max(bar.distribution, default=0) or 1
    upper, lower = [], []
    for count in bar.distribution:
        height = -(-count * 16 // peak)
        upper.append(BLOCKS[max(0, height - 8)] * 2 + " ")
        lower.append(BLOCKS[min(8, height)] * 2 + " ")
    gap = " " * LABEL
    return [
        Content.assemble(
            (bar.label.ljust(LABEL), "bold"),
            ("".join(upper), "$accent"),
            (f"  {number(bar.average):>4}", "bold $accent"),
        ),
        Content.assemble(gap, ("".join(lower), "$accent"), ("  " + _("of {n}").format(n=bar.count), "$muted")),
        Content.assemble(gap, ("".join(f"{mark:>2} " for mark in range(11)), "$muted")),
        Content.assemble(gap, ("".join(f"{count or '':>2} " for count in bar.distribution), "")),
    ]
