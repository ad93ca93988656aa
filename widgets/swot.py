"""The examination of a proposal in four quadrants; in a narrow page they stand below one another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content

from widgets.page import Cell, Line
from widgets.wrapping import wrapped

FOLDS = 92
"""From this width on the quadrants stand two by two."""

GAP = 4


@dataclass(frozen=True, slots=True)
class Quadrant:
    """One of the four: its points by id, ``here`` when the line adds to it."""

    title: str
    sign: str
    style: str
    points: Sequence[tuple[str, str]]
    here: bool = False


def quadrants(four: Sequence[Quadrant], width: int, height: int) -> list[Line]:
    """Strengths beside weaknesses, opportunities beside threats; each as high as the page allows."""
    if width < FOLDS:
        return [line for quadrant in four for line in [*_one(quadrant, width), ()]]
    each = (width - GAP) // 2
    lines: list[Line] = []
    for left, right in (four[:2], four[2:]):
        one, other = _one(left, each), _one(right, each)
        high = max(len(one), len(other), (height - 4) // 2)
        for row in range(high):
            lines.append([_at(one, row, each), Cell(Content(""), GAP), _at(other, row, each)])
        lines.append(())
    return lines


def _at(lines: Sequence[Line], row: int, width: int) -> Cell:
    return lines[row][0] if row < len(lines) else Cell(Content(""), width)


def _one(quadrant: Quadrant, width: int) -> list[Line]:
    mark = "▸ " if quadrant.here else "  "
    title = Content.assemble(
        (mark, "bold"),
        (f"{quadrant.sign} ", f"bold {quadrant.style}"),
        (quadrant.title, "bold"),
        (f"  {len(quadrant.points) or ''}", "$muted"),
    )
    lines: list[Line] = [[Cell(title, width)]]
    for id_, text in quadrant.points:
        for part in wrapped(Content(text), width - 6):
            edge = Content.styled("  ▎ ", quadrant.style)
            lines.append([Cell(edge + part, width, id_)])
    if not quadrant.points:
        lines.append([Cell(Content.styled("    –", "$muted"), width)])
    return lines
