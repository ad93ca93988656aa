"""Styled text of one size, broken between words into lines: first measured, and drawn once it is known to fit."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from rich.cells import cell_len
from textual.content import Content

from widgets.letters import PLAIN, Reach, Size, columns, draw, reach, rows

Word = tuple[str, str]
"""A word and its style."""

Line = tuple[Word, ...]


@lru_cache(maxsize=4096)
def broken(parts: tuple[Word, ...], size: Size, width: int) -> tuple[Line, ...] | None:
    """Styled text broken between words into lines of so many cells; None when a word that is drawn is too wide."""
    lines: list[list[Word]] = []
    used = 0
    for text, style in parts:
        for word in text.split():
            for piece in _pieces(word, size, width):
                needs = columns(piece, size)
                if needs > width:
                    return None
                if lines and used + space(size) + needs <= width:
                    lines[-1].append((piece, style))
                    used += space(size) + needs
                else:
                    lines.append([(piece, style)])
                    used = needs
    return tuple(map(tuple, lines))


def _pieces(word: str, size: Size, width: int) -> list[str]:
    """A word of ordinary text that is longer than the line, in pieces."""
    if size is not PLAIN or cell_len(word) <= width:
        return [word]
    pieces = [""]
    for character in word:
        if cell_len(pieces[-1] + character) > width and pieces[-1]:
            pieces.append("")
        pieces[-1] += character
    return pieces


def space(size: Size) -> int:
    """The columns between two words that are drawn apart: as wide as a blank between letters."""
    return 1 if size is PLAIN else columns("x x", size) - 2 * columns("x", size)


def wide(line: Line, size: Size) -> int:
    """The columns that a line takes."""
    return sum(columns(word, size) for word, _style in line) + space(size) * (len(line) - 1)


def reaching(lines: Sequence[Line]) -> Reach:
    """How far the words of these lines reach above and below."""
    return reach(word for line in lines for word, _style in line)


def drawn(line: Line, size: Size, shared: Reach) -> list[Content]:
    """The rows of a line of styled words, for lines that reach so far."""
    cells = [(draw(word, size, shared), style) for word, style in line]
    gap = Content(" " * space(size))
    return [gap.join([Content.styled(each[row], style) for each, style in cells]) for row in range(rows(size, shared))]


def padded(line: Content, width: int) -> Content:
    """The line, followed by blanks up to this width."""
    return line.pad_right(max(0, width - line.cell_length))


def side_by_side(blocks: Sequence[Sequence[Content]], widths: Sequence[int]) -> list[Content]:
    """Blocks of rows beside each other, each but the last padded to its width."""
    last = len(blocks) - 1
    return [
        Content.assemble(
            *(
                padded(block[row] if row < len(block) else Content(), 0 if place == last else widths[place])
                for place, block in enumerate(blocks)
            )
        )
        for row in range(max(map(len, blocks), default=0))
    ]
