"""A room view on its way to another laptop: plain data out, and only plain data in, whoever sent it."""

from __future__ import annotations

import math
import re
from typing import Any

import msgspec

from data.text import clean
from widgets.projected import Projected, Spread

LARGEST = 512 * 1024
"""No picture has more bytes."""

MOST = 2_000
"""No list in a picture, and no count, is longer."""

_STYLE = re.compile(r"[a-z$ -]{0,40}\d?")
"""What a style can be: the words of a theme."""

STYLES = frozenset({"style", "edge"})


def packed(view: Projected) -> bytes:
    """The picture as bytes."""
    return msgspec.json.encode(view)


def unpacked(data: bytes) -> Projected:
    """The picture in these bytes, with nothing in it that a terminal would obey.

    Raises:
        ValueError: it is none.
    """
    if len(data) > LARGEST:
        raise ValueError("too large")
    try:
        view = msgspec.json.decode(data, type=Projected)
    except RecursionError as error:
        raise ValueError("too deep") from error
    view = msgspec.convert(_safe(msgspec.to_builtins(view)), Projected)
    for item in (*view.items, *view.shorter):
        if isinstance(item.drawing, Spread) and len(item.drawing.counts) != len(item.drawing.marks):
            raise ValueError("a column without its mark")
    if view.squares and len({len(row) for row in view.squares.counts}) != 1:
        raise ValueError("squares in no square")
    return view


def _safe(value: Any, name: str = "") -> Any:
    if isinstance(value, dict):
        return {key: _safe(each, key) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_safe(each, name) for each in value[:MOST]]
    if isinstance(value, str):
        return (value if _STYLE.fullmatch(value) else "") if name in STYLES else clean(value)
    if isinstance(value, float) and not math.isfinite(value):
        return 0.0
    if isinstance(value, int) and not isinstance(value, bool):
        return min(max(value, -MOST), MOST)
    return value
