"""The examination of a proposal in four quadrants; in a narrow page they stand below one another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content

from widgets.page import Cell, Line
from widgets.wrapping import wrapped

FOLDS = 92
"""From this width on the quadrants stand two by two."""

HIGHEST = 20
"""A quadrant takes no more rows than this for the sake of filling its page."""

BESIDE, MEETS = " │ ", "─┼─"
"""The cross between the quadrants: in each of their lines, and in the middle."""


@dataclass(frozen=True, slots=True)
class Quadrant:
    """One of the four: its points by id, ``here`` when the line adds to it."""

    title: str
    sign: str
    style: str
    points: Sequence[tuple[str, str]]
    here: bool = False


def quadrants(four: Sequence[Quadrant], width: int, height: int) -> list[Line]:
    """Strengths beside weaknesses, opportunities beside threats: as high as a page that is not higher than a screen.

    The edge of a quadrant runs along its points.
    """
    if width < FOLDS:
        return [line for quadrant in four for line in [*_one(quadrant, width), ()]][:-1]
    each, room = (width - len(BESIDE)) // 2, min(HIGHEST, (height - 2) // 2)
    airy = all(len(_one(quadrant, each, airy=True)) < room for quadrant in four)
    above, below = (_pair(pair, each, room - airy, airy=airy) for pair in (four[:2], four[2:]))
    blank = [[Cell(Content(""), each), _line(BESIDE)]] if airy else []
    return [*above, *blank, [_line("─" * each), _line(MEETS), _line("─" * each)], *blank, *below]


def _pair(pair: Sequence[Quadrant], each: int, room: int, *, airy: bool) -> list[Line]:
    """Two quadrants beside one another, both as high as the highest, or as there is room."""
    columns = [_one(quadrant, each, airy=airy) for quadrant in pair]
    high = max(*map(len, columns), room)
    left, right = ([*column, *[[Cell(Content(""), each)]] * (high - len(column))] for column in columns)
    return [[*one, _line(BESIDE), *other] for one, other in zip(left, right, strict=True)]


def _line(part: str) -> Cell:
    return Cell(Content.styled(part, "$line"), len(part))


def _edge(quadrant: Quadrant) -> Content:
    return Content.styled("  ▎ ", quadrant.style)


def _one(quadrant: Quadrant, width: int, *, airy: bool = False) -> list[Line]:
    title = Content.assemble(
        ("▸ " if quadrant.here else "  ", "bold"),
        (f"{quadrant.sign} ", f"bold {quadrant.style}"),
        (quadrant.title, "bold"),
        (f"  {len(quadrant.points) or ''}", "$muted"),
    )
    lines: list[Line] = [[Cell(title, width)]]
    for id_, text in quadrant.points:
        lines += [[Cell(_edge(quadrant), width)]] if airy else []
        lines += [[Cell(_edge(quadrant) + part, width, id_)] for part in wrapped(Content(text), width - 6)]
    if not quadrant.points:
        lines.append([Cell(_edge(quadrant) + Content.styled("–", "$muted"), width)])
    return lines
