"""Large digits for a countdown that the back row can read."""

from __future__ import annotations

from textual.content import Content

_ROWS = {
    "0": ("███", "█ █", "█ █", "█ █", "███"),
    "1": ("██ ", " █ ", " █ ", " █ ", "███"),
    "2": ("███", "  █", "███", "█  ", "███"),
    "3": ("███", "  █", "███", "  █", "███"),
    "4": ("█ █", "█ █", "███", "  █", "  █"),
    "5": ("███", "█  ", "███", "  █", "███"),
    "6": ("███", "█  ", "███", "█ █", "███"),
    "7": ("███", "  █", "  █", "  █", "  █"),
    "8": ("███", "█ █", "███", "█ █", "███"),
    "9": ("███", "█ █", "███", "  █", "███"),
    ":": (" ", "█", " ", "█", " "),
    "+": ("   ", " █ ", "███", " █ ", "   "),
}


def large(text: str, scale: int = 2) -> list[str]:
    """Five rows of blocks for digits, colon and plus; each block is ``scale`` columns and half as many rows."""
    rows = []
    for row in range(5):
        cells = _gap(scale).join("".join(dot * scale for dot in _ROWS[character][row]) for character in text)
        rows += [cells] * max(1, scale // 2)
    return rows


def width(text: str, scale: int = 2) -> int:
    """How many columns ``large`` takes."""
    return sum(len(_ROWS[character][0]) * scale for character in text) + len(_gap(scale)) * (len(text) - 1)


def _gap(scale: int) -> str:
    return " " * max(2, scale // 2)


def countdown(text: str, room: int, style: str = "$accent", rows: int = 50) -> Content:
    """The largest digits that fit in ``room`` columns and ``rows`` rows."""
    scale = next((s for s in (12, 10, 8, 6, 4, 3, 2, 1) if width(text, s) <= room and 5 * max(1, s // 2) <= rows), 1)
    return Content("\n").join(Content.styled(row, style) for row in large(text, scale))
