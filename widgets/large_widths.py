"""Two columns of other widths for the chapters of a list, where texts take fewer lines in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from widgets.large_column import Column
from widgets.projected import Item

PARTS = (9 / 20, 11 / 20, 2 / 5, 3 / 5)
"""The part of the width that the first column may have, from the most equal ones on: no column is thin."""


def unequal(items: Sequence[Item], width: int) -> Iterator[tuple[int, ...]]:
    """The cells for each item, where the first chapters share a column and the others one of another width."""
    for begins, item in enumerate(items):
        if begins and item.heading:
            for part in PARTS:
                first = int(width * part)
                yield (*[first] * begins, *[width - first] * (len(items) - begins))


def shorter(ways: Iterable[Column | None], equal: Column) -> list[Column]:
    """Those in which texts take fewer lines than in equal columns, the fewest first, and no facts are torn."""
    found = [way for way in ways if way and way.broken < equal.broken and not _torn(way)]
    return sorted(found, key=lambda way: way.broken)


def _torn(column: Column) -> bool:
    """Whether what is said behind a text goes on on another line."""
    styles = [
        [{style for _word, style in line} for line in entry.lines] for entry in column.entries if entry.item.aside
    ]
    return any(sum("$muted" in line for line in lines) > 1 for lines in styles)
