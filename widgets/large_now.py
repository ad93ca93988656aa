"""The ground under what is now in a list of the room: two dark colours are one from the back, a block is not."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from textual.content import Content

from widgets.large_text import padded

GROUND = "on $accent"
ON_NOW, BEHIND_NOW = "bold $on-accent", "$on-accent"
"""Of a text on it, and of what is said behind that."""

UPPER, LOWER = frozenset("▀▘▝"), frozenset("▄▖▗")
"""Signs with ink in only the upper half of their cell, and in only the lower half."""

INK = UPPER | LOWER | frozenset("█▌▐▛▜▙▟▚▞")
"""Those of drawn letters."""


def grounded(rows: Sequence[Content], width: int = 0, height: int = 0) -> list[Content]:
    """The rows on the ground, as wide as the widest one at the least, and so many at the least."""
    width = max(width, *(row.cell_length for row in rows), 0)
    return [padded(row, width).stylize(GROUND) for row in (*rows, *[Content()] * (height - len(rows)))]


def with_air(rows: Sequence[Content], height: int, beside: int) -> list[Content]:
    """So many rows at the most, with a ground among them grown by these cells and half a row on each side.

    It grows into the air of the page: letters that stand so near stay as they are. Where no tail hangs it ends higher.
    """
    found = [*_without_foot(rows), *[Content()] * (height > len(rows))]
    reaches = [_reach(row) for row in found]
    for place, reach in enumerate(reaches):
        if reach is None:
            continue
        start, end = reach
        ink = INK & set(found[place].plain[start:end])
        if ink - LOWER and place and reaches[place - 1] is None:
            found[place - 1] = _half(found[place - 1], start - beside, end + beside, "▄")
        if ink - UPPER and place + 1 < len(found) and reaches[place + 1] is None:
            found[place + 1] = _half(found[place + 1], start - beside, end + beside, "▀")
        found[place] = _wider(found[place], start, end, beside)
    return found if found[-1].cell_length else [*found[:-1]]


def _without_foot(rows: Sequence[Content]) -> list[Content]:
    """The rows, without the last ones of a ground on which nothing stands."""
    found = list(rows)
    for place in reversed(range(len(found))):
        row, reach = found[place], _reach(found[place])
        if reach and row.plain[slice(*reach)].strip():
            break
        found[place] = Content(row.plain, [span for span in row.spans if span.style != GROUND]) if reach else row
    return found


def _reach(row: Content) -> tuple[int, int] | None:
    """From where to where the ground of this row goes, if there is any."""
    spans = [span for span in row.spans if span.style == GROUND]
    return (min(span.start for span in spans), max(span.end for span in spans)) if spans else None


def _wider(row: Content, start: int, end: int, beside: int) -> Content:
    """The ground wider on both sides, as far as it is blank there."""
    wider = row.pad_right(max(0, end + beside - len(row.plain)))
    before = wider.plain[max(0, start - beside) : start]
    behind = wider.plain[end : end + beside]
    left, right = len(before) - len(before.rstrip()), len(behind) - len(behind.lstrip())
    return wider.stylize(GROUND, start - left, start).stylize(GROUND, end, end + right)


def _half(row: Content, start: int, end: int, sign: str) -> Content:
    """Half of a row of ground, drawn with this sign, behind what is drawn there; none behind ordinary text."""
    row = row.pad_right(max(0, end - len(row.plain)))
    there = row.plain[start:end]
    if set(there) - INK - {" "}:
        return row
    found = Content(row.plain[:start] + there.replace(" ", sign) + row.plain[end:], list(row.spans))
    for blank, cells in groupby(range(start, end), lambda cell: row.plain[cell] == " "):
        places = list(cells)
        found = found.stylize("$accent", places[0], places[-1] + 1) if blank else found
    return found
