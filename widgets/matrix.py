"""A ranking as a matrix: how many people put the row above the column, with a sign for who wins the duel."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from textual.content import Content

from widgets.page import Cell, Line

EACH = 6


@dataclass(frozen=True, slots=True)
class Ranked:
    """A proposal of a ranking: ``above`` counts the people who put it above each other one, by id."""

    id: str
    letter: str
    text: str
    above: Mapping[str, int]
    points: str
    leads: bool = False


def matrix(rows: Sequence[Ranked], points: str, width: int, *, tall: bool = False) -> list[Line]:
    """The square, each proposal named behind its row, or below it when the page is narrow; ``tall`` has air."""
    head: list[tuple[str, str]] = [(" " * 8, "")]
    head += [(row.letter.rjust(EACH), "bold") for row in rows]
    head.append((f"   {points}", "$muted"))
    lines: list[Line] = [[Cell(Content.assemble(*head), width)]]
    used = 8 + EACH * len(rows) + 3 + max(len(points), 6) + 2
    for row in rows:
        parts: list[Content | tuple[str, str] | str] = [
            (" ★ " if row.leads else "   ", "$success"),
            (row.letter.ljust(5), "bold"),
        ]
        parts += [_duel(row, other) for other in rows]
        parts.append((f"   {row.points.rjust(len(points))}", "$muted"))
        beside = width - used >= 16
        if beside:
            parts.append("  " + row.text)
        lines.append([Cell(Content.assemble(*parts), width, row.id)])
        if not beside:
            lines += [[Cell(Content(" " * 8) + part, width, row.id)] for part in Content(row.text).wrap(width - 8)]
        if tall:
            lines.append(())
    return lines


def _duel(row: Ranked, other: Ranked) -> tuple[str, str]:
    if row.id == other.id:
        return "·".rjust(EACH - 1) + " ", "$muted"
    mine, theirs = row.above.get(other.id, 0), other.above.get(row.id, 0)
    sign, style = ("+", "$success") if mine > theirs else ("=", "$accent") if mine == theirs else (" ", "$muted")
    return f"{mine}{sign}".rjust(EACH), style
