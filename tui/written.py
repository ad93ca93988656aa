"""What goes out to a terminal, a pipe or a file: complete, also where it has only some of the letters."""

from __future__ import annotations

import codecs
import json
import sys
import unicodedata
from typing import Any, TextIO

NEAREST = "kring.nearest"
"""The way of writing letters that an encoding lacks."""


def complete(*streams: TextIO) -> None:
    """Let these streams write every text: a letter that they lack becomes the nearest they have, else a ``?``."""
    codecs.register_error(NEAREST, _nearest)
    for stream in streams:
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors=NEAREST)


def _nearest(error: UnicodeError) -> tuple[str | bytes, int]:
    """``Łukasz`` is Lukasz where there is no Ł, and a byte of a file name that is no text is a ``?``."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "".join(_plainly(letter, error.encoding) for letter in error.object[error.start : error.end]), error.end


def _plainly(letter: str, encoding: str) -> str:
    from data.text import APOSTROPHES, plain

    for near in ("'" if letter in APOSTROPHES else letter, plain(letter), unicodedata.normalize("NFKC", letter)):
        try:
            near.encode(encoding)
        except UnicodeEncodeError:
            continue
        return near
    return "?"


def write_json(value: Any) -> None:
    """Write a value as one line of JSON, which is read the same in whatever encoding the output has."""
    unicode = (sys.stdout.encoding or "").lower().replace("-", "").startswith("utf")
    print(json.dumps(value, ensure_ascii=not unicode))
