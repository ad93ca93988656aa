"""Text whose width terminals disagree on, drawn so that what stands behind it is in its place all the same.

A flag, a family of emoji or a syllable of Thai is as wide as the terminal (and tmux in front of it) takes it to be.
Behind each of these the cursor is put where we count it, so that a terminal of another opinion shifts nothing.
"""

from __future__ import annotations

import re

from rich.cells import cell_len

from data.text import pieces

_DOUBTFUL = re.compile("[^\0-\u02ff\u0370-\u058f\u2000-\u200a\u2010-\u2e7f]")
"""Combining marks, scripts of syllables, joiners and selectors of emoji, wide signs, and all beyond the first plane.

Said by what nobody doubts: so it is made in a tenth of the time, at every start.
"""

_TOKEN = r"\x1b\[(?P<row>\d+);(?P<column>\d+)H|\x1b\[[0-9;?]*[A-Za-z]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|[^\x1b]+"


def placed(drawn: str) -> str:
    """The same drawing, with the cursor put in its column behind every piece of doubtful width.

    ``drawn`` is a frame as Textual writes it: cursor positions, colours and text. Text before the first position is
    left as it is, as nobody knows where it stands.
    """
    if not _DOUBTFUL.search(drawn):
        return drawn
    out: list[str] = []
    column: int | None = None
    for token in re.finditer(_TOKEN, drawn):
        text = token.group()
        if token["column"]:
            column = int(token["column"])
        elif text[0] != "\x1b" and column is not None:
            text, column = _row(text, column)
        out.append(text)
    return "".join(out)


def _row(text: str, column: int) -> tuple[str, int]:
    """A run of text that begins in this column (the first is 1), and the column behind it."""
    if not _DOUBTFUL.search(text):
        return text, column + cell_len(text)
    out = []
    for piece in pieces(text):
        column += cell_len(piece)
        out.append(f"{piece}\x1b[{column}G" if _DOUBTFUL.search(piece) else piece)
    return "".join(out), column
