"""What stands in a cell of a list of people, before its place says what it is: marks around it, and odd addresses."""

from __future__ import annotations

import re

from data.people.addresses import ADDRESS

_MAILTO = re.compile(r"\bmailto:\s*", re.IGNORECASE)
_AROUND_AT = re.compile(r"\s*@\s*")
_PAIRS = ('""', "''", "“”", "„”", "‘’", "«»", "’’", "””")
_NOTHING = re.compile(r"[-–—_/.\s]*|n\.?\s?v\.?\s?t\.?|n/a|n\.a\.|nihil", re.IGNORECASE)
_NUMBER = re.compile(r"\+?[\d\s()/.\-]+")

DIGITS = 6
"""A number of so many digits or more is a telephone number, and no name, organisation or numbering."""


def tidy(cell: str) -> str:
    """A cell without the quotes around it, ``mailto:``, blanks inside an address, or what stands for nothing."""
    text = _MAILTO.sub("", cell).strip()
    while len(text) > 1 and text[0] + text[-1] in _PAIRS and text[0] not in text[1:-1] and text[-1] not in text[1:-1]:
        text = text[1:-1].strip()
    if "@" in text:
        joined = _AROUND_AT.sub("@", text)
        text = joined if ADDRESS.search(joined) and not ADDRESS.search(text) else text
    return "" if _NOTHING.fullmatch(text) else text


def meant_as_address(cell: str) -> bool:
    """Whether a cell is nothing but an address, or what was meant to be one."""
    return "@" in cell and (bool(ADDRESS.fullmatch(cell)) or len(cell.split()) == 1)


def is_telephone(cell: str) -> bool:
    """Whether a cell is a telephone number."""
    return bool(_NUMBER.fullmatch(cell)) and sum(map(str.isdigit, cell)) >= DIGITS
