"""People as a mail program gives them: ``Elke Maes <elke@bouw.example>; "Smet, Bram" <bram@zorg.example>``."""

from __future__ import annotations

import re
from collections.abc import Iterator

_ENDS = r"\s<>()\[\],;:\""
ADDRESS = re.compile(rf"(?<![^{_ENDS}'])[^@{_ENDS}]+@[^@{_ENDS}]+\.[^@.{_ENDS}]{{2,}}(?![^.{_ENDS}'])")
"""A mail address: one @, a dot behind it, and nothing right before or behind it that belongs to it."""

_PART = re.compile(rf"(?:mailto:)?<\s*(?:mailto:)?({ADDRESS.pattern})\s*>|\(\s*({ADDRESS.pattern})\s*\)")
_PARTED = re.compile(r"[;,]")


def has_addresses(line: str) -> bool:
    """Whether a line is of addresses as mail programs write them: in angle brackets, or nothing but addresses."""
    bare = [part.strip() for part in _PARTED.split(line) if part.strip()]
    return ("<" in line and bool(_PART.search(line))) or bool(bare and all(ADDRESS.fullmatch(part) for part in bare))


def addressed(line: str) -> Iterator[tuple[str, str]]:
    """Each name and address of a line; what has no address of its own is a name, what has no name an address."""
    at = 0
    for found in _PART.finditer(line):
        *before, name = _names(line[at : found.start()])
        yield from before
        yield (name[0] if not name[1] else "", found[1] or found[2])
        if name[1]:
            yield name
        at = found.end()
    yield from (each for each in _names(line[at:]) if any(each))


def _names(text: str) -> list[tuple[str, str]]:
    """What stands between two addresses in brackets: others without brackets, and last the name of the next one."""
    text = text.strip().lstrip(";,").strip()
    apart = [part.strip() for part in text.split(",")]
    sign = ";" if ";" in text or not any(map(ADDRESS.fullmatch, apart)) else ","
    parts = [part.strip() for part in text.split(sign)]
    return [("", part) if ADDRESS.fullmatch(part) else (part.strip("\"' ,\t"), "") for part in parts]


def name_from(address: str) -> str:
    """A name made of an address, for who gave no other: ``an.claes@zorg.example`` is An Claes."""
    words = re.split(r"[._+-]+", address.partition("@")[0])
    return " ".join(word.capitalize() for word in words if word and not word.isdigit()) or address
