"""A text as a QR code, two rows of it in one of the terminal, to be scanned from the screen."""

from __future__ import annotations

from textual.content import Content

BORDER = 2
"""Blank modules around it; four are asked for by the standard, readers need two on a dark ground."""

HALVES = {(False, False): " ", (True, False): "▀", (False, True): "▄", (True, True): "█"}

INK = "#000000 on #ffffff"
"""Black on white whatever the theme: a reader takes the dark squares for the ink."""


def drawn(text: str) -> Content | None:
    """The code, its rows under one another; None where the library that makes it is not installed."""
    try:
        import segno
    except ModuleNotFoundError:
        return None
    rows = [[bool(dark) for dark in row] for row in segno.make(text, error="l").matrix_iter(border=BORDER)]
    if len(rows) % 2:
        rows.append([False] * len(rows[0]))
    lines = (
        "".join(HALVES[pair] for pair in zip(*both, strict=True)) for both in zip(rows[::2], rows[1::2], strict=True)
    )
    return Content("\n").join(Content.styled(line, INK) for line in lines)
