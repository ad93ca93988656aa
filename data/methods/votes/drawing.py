"""Counts as block characters, in eighths of a cell, for a room to read.

Something is never drawn as nothing, and only a count that is the whole base is drawn full.
"""

from collections.abc import Iterable

EIGHTHS = 8

_LEVELS = " ▁▂▃▄▅▆▇█"
_PARTS = ("", "▏", "▎", "▍", "▌", "▋", "▊", "▉")


def bar(count: int, base: int, width: int) -> str:
    """A horizontal bar for count out of base; the whole base is `width` cells. Empty for a count or base of zero."""
    full, part = divmod(eighths(count, base, width), EIGHTHS)
    return "█" * full + _PARTS[part]


def columns(counts: Iterable[int], base: int) -> list[str]:
    """One character of a histogram per count out of base, as high as its share."""
    return [_LEVELS[eighths(count, base)] for count in counts]


def eighths(count: int, base: int, cells: int = 1) -> int:
    """Length of count out of base in eighths of a cell when the whole base is `cells` long, to the nearest eighth."""
    whole = cells * EIGHTHS
    if count <= 0 or base <= 0 or whole <= 0:
        return 0
    if count >= base:
        return whole
    nearest = (2 * count * whole + base) // (2 * base)
    return min(max(nearest, 1), whole - 1)
