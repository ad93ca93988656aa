"""What is an address in a text that somebody typed: only that becomes a link, in every format that has links."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

ADDRESS = re.compile(
    r"(?:https?|ftp)://[^\s<>|\\]*[^\s<>|\\.,;:!?'\")\]}]"
    r"|(?<![\w.+-])[\w.+-]+@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)+"
    r"|(?P<bare>(?<![\w/])www\.[A-Za-z0-9][\w./?=&%+-]*[\w/])",
    re.ASCII,
)
"""A whole address, an e-mail address, a bare name of a site: what a reader of Markdown makes a link of."""


class Piece(NamedTuple):
    """A piece of a text, and where it leads; nowhere when it is only text, or a bare name of a ``site``."""

    text: str
    href: str = ""
    site: bool = False


def pieces(text: str) -> Iterator[Piece]:
    """The text in pieces: what stands between the addresses, and the addresses."""
    start = 0
    for found in ADDRESS.finditer(text):
        if found.start() > start:
            yield Piece(text[start : found.start()])
        yield Piece(found[0], _leads(found), site=bool(found["bare"]))
        start = found.end()
    if start < len(text):
        yield Piece(text[start:])


def _leads(found: re.Match[str]) -> str:
    if found["bare"]:
        return ""
    return found[0] if "://" in found[0] else f"mailto:{found[0]}"
