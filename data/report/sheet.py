"""A table of real values, for formats that are sorted and counted in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

Cell = str | int | float | date | time | None
"""A value as it is; a date and a time of the day are themselves, None is nothing."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table with its title and a row above. ``key`` is the same in every language; the rows are as long as the head.

    ``section`` is the one of the summary that it goes with, and is left out with.
    """

    key: str
    section: str
    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
