"""The scores of an evaluation drawn: the average as a bar, and how they are spread."""

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


def drawn(bars: Sequence[ScoreBar], width: int) -> Content:
    """Every field with its average and its spread, a row each."""
    return Content("\n\n").join([_flat(bar, width) for bar in bars])


def _flat(bar: ScoreBar, width: int) -> Content:
    length = max(10, min(40, width - LABEL - 34))
    filled = round(bar.average / 10 * length)
    peak = max(bar.distribution, default=0) or 1
    spread = "".join(BLOCKS[-(-count * 8 // peak)] for count in bar.distribution)
    return Content.assemble(
        (bar.label.ljust(LABEL), "bold"),
        ("━" * filled, "$foreground"),
        ("─" * (length - filled), "$line"),
        (f" {number(bar.average):>4}", "bold $accent"),
        (f"  {spread}", "$success"),
        ("  " + _("of {n}").format(n=bar.count), "$muted"),
    )
