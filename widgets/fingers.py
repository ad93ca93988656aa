"""Hands with 0 to 5 fingers as a histogram, split between 2 and 3: left of it somebody is still to be heard."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content

from data.methods.votes import drawing
from widgets.page import Cell, Line
from widgets.wrapping import wrapped

ROWS = 2
"""How high a column is drawn, in lines."""

FOLDS = 96
"""In a narrower page the proposal stands above its hands."""

STYLES = ("$attention", "$accent", "$accent", "$success", "$success", "$success")


@dataclass(frozen=True, slots=True)
class Hands:
    """The hands for one proposal: six counts; what is said of them is in the person's language already."""

    letter: str
    text: str
    hands: Sequence[int]
    to_hear: str
    median: str
    outcome: str
    style: str
    id: str = ""


@dataclass(frozen=True, slots=True)
class Heads:
    """The titles of the three columns behind the hands."""

    to_hear: str
    median: str
    outcome: str


@dataclass(frozen=True, slots=True)
class _Frame:
    """How a page is divided: cells before the hands, cells a column, lines a column, the most hands in one.

    ``folded`` has the proposal above its hands, ``beside`` the facts behind them and not below.
    """

    width: int
    left: int
    each: int
    high: int
    most: int
    folded: bool
    beside: bool


def histogram(rows: Sequence[Hands], heads: Heads, width: int) -> list[Line]:
    """A histogram a proposal, under one heading."""
    folded = width < FOLDS
    high = 1 if folded else ROWS
    each = 5 if width >= 72 else 4
    lead = 6
    words = 0 if folded else min(max(Content(row.text).cell_length for row in rows) + 2, width - lead - 6 * each - 42)
    left = lead + max(0, words)
    facts = _facts(("bold $muted",) * 3, (heads.to_hear, heads.median, heads.outcome), heads)
    scale = _cells([str(grade) for grade in range(6)], ["$muted"] * 6, each)
    widest = max(_facts(("",) * 3, (row.to_hear, row.median, row.outcome), heads).cell_length for row in rows)
    beside = left + scale.cell_length + 2 + max(facts.cell_length, widest) <= width
    head = Content.assemble(" " * left, scale, *(("  ", facts) if beside else ()))
    lines: list[Line] = [[Cell(head, width)]]
    most = max(1, *(count for row in rows for count in row.hands))
    frame = _Frame(width, left, each, high, most, folded, beside)
    for row in rows:
        lines += _one(row, heads, frame)
        if not folded:
            lines.append(())
    return lines


def _one(row: Hands, heads: Heads, frame: _Frame) -> list[Line]:
    left, high = frame.left, frame.high
    name = wrapped(Content(row.text), frame.width - 6 if frame.folded else left - 8)
    letter = Content.styled(row.letter.center(6), "bold")
    lines: list[Content] = []
    if frame.folded:
        lines += [Content.assemble(letter if not number else " " * 6, part) for number, part in enumerate(name)]
    facts = _facts(("", "", f"bold {row.style}"), (row.to_hear, row.median, row.outcome), heads)
    for level in range(max(high, 0 if frame.folded else len(name))):
        before = Content(" " * left)
        if not frame.folded and level < len(name):
            before = (letter if not level else Content(" " * 6)) + name[level]
            before = before.pad_right(max(0, left - before.cell_length))
        hands = _level(row.hands, level, frame) if level < high else Content("")
        behind = (hands, "  ", facts) if level == high - 1 and frame.beside else (hands,)
        lines.append(Content.assemble(before, *behind))
    counts = _cells([str(count) if count else "·" for count in row.hands], ["$muted"] * 6, frame.each)
    lines.append(Content.assemble(" " * left, counts))
    if not frame.beside:
        told = f"{row.outcome} · {heads.to_hear} {row.to_hear} · {heads.median} {row.median}"
        lines += [" " * 6 + part for part in wrapped(Content(told), frame.width - 6)]
    return [[Cell(line, frame.width, row.id)] for line in lines]


def _level(hands: Sequence[int], level: int, frame: _Frame) -> Content:
    """One line of the columns, from the top."""
    parts = []
    for count in hands:
        tall = drawing.eighths(count, frame.most, frame.high) - (frame.high - 1 - level) * drawing.EIGHTHS
        block = drawing.columns([max(0, min(drawing.EIGHTHS, tall))], drawing.EIGHTHS)[0] if tall > 0 else " "
        parts.append(block * (frame.each - 1))
    return _cells(parts, STYLES, frame.each)


def _cells(parts: Sequence[str], styles: Sequence[str], each: int) -> Content:
    """Six cells of so many columns, the split between 2 and 3 drawn."""
    drawn: list[tuple[str, str]] = []
    for grade, (part, style) in enumerate(zip(parts, styles, strict=True)):
        if grade == 3:
            drawn.append((" │ ", "$muted"))
        drawn.append((part.center(each - 1) + " ", style))
    return Content.assemble(*drawn)


def _facts(styles: Sequence[str], facts: Sequence[str], heads: Heads) -> Content:
    widths = (max(len(heads.to_hear), 3), max(len(heads.median), 3))
    return Content.assemble(
        (facts[0].center(widths[0]), styles[0]),
        "  ",
        (facts[1].center(widths[1]), styles[1]),
        "  ",
        (facts[2], styles[2]),
    )
