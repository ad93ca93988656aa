"""A table of real values, for formats that are sorted and counted in."""

from __future__ import annotations

from dataclasses import dataclass, replace
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

    @property
    def filled(self) -> Sheet:
        """The same sheet without the columns in which no row holds anything; a number 0 is something."""
        told = [place for place in range(len(self.head)) if any(row[place] not in ("", None) for row in self.rows)]
        rows = tuple(tuple(row[place] for place in told) for row in self.rows)
        return replace(self, head=tuple(self.head[place] for place in told), rows=rows)
