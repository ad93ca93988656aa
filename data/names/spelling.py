"""A name as it may be spelled in running text: for finding, and taking out, what was said about somebody."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from data.names.reading import entered, name_of
from data.text import fold

Span = tuple[int, int]
"""From where to where in a text."""


def written(text: str, name: str) -> list[Span]:
    """Where the whole name stands as a word in running text.

    Whatever its case, accents, kind of apostrophe (or none), blanks, and what stands unseen between its letters; with
    or without its title, and first name or family name first. It is not found within a longer word.
    """
    return _found(text, spellings(name))


def hinted(text: str, name: str) -> list[Span]:
    """Where something stands that only seems to be the person.

    A genitive (``Jans idee``), initials (``P. de Vries``), the first or the family name alone. For listing: nothing
    should be replaced by it unasked.
    """
    parts = name_of(name)
    halves = [half for half in (parts.given, parts.family) if len(half) > 1]
    forms = [parts.rest, *halves, *(f"{half}s" for half in (parts.rest, *halves))]
    if parts.given and parts.family:
        forms += [f"{parts.given[0]}. {parts.family}", f"{parts.given[0]} {parts.family}"]
    whole = written(text, name)
    return [found for found in _found(text, forms) if not any(_overlap(found, each) for each in whole)]


GAP = "…"
"""What stands in a text where the name of somebody who was forgotten stood."""


def without(text: str, spans: Iterable[Span], gap: str) -> str:
    """The text with ``gap`` in place of each of these spans, which do not overlap."""
    for start, end in sorted(spans, reverse=True):
        text = text[:start] + gap + text[end:]
    return text


def spellings(name: str) -> tuple[str, ...]:
    """The whole name in each order, with and without its title."""
    parts = name_of(name)
    forms = [name.strip(), entered(name), parts.rest]
    if parts.given and parts.family:
        forms += [f"{parts.family}, {parts.given}", f"{parts.family} {parts.given}"]
    return tuple(dict.fromkeys(form for form in forms if fold(form)))


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _found(text: str, forms: Iterable[str]) -> list[Span]:
    pattern = _pattern(tuple(forms))
    if pattern is None:
        return []
    plain, origin = _plain(text)
    return [(origin[found.start()], origin[found.end() - 1] + 1) for found in pattern.finditer(plain)]


@lru_cache(maxsize=64)
def _pattern(forms: tuple[str, ...]) -> re.Pattern[str] | None:
    plain = sorted({"".join(_plain(form)[0]).strip() for form in forms} - {""}, key=lambda form: (-len(form), form))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, plain))})(?!\w)") if plain else None


def _plain(text: str) -> tuple[str, list[int]]:
    """The text as it compares, without apostrophes, and where in the text each of its characters comes from."""
    plain: list[str] = []
    origin: list[int] = []
    for place, letter in enumerate(text):
        for each in (" " if letter.isspace() else fold(letter)).replace("'", ""):
            if each != " " or plain[-1:] != [" "]:
                plain.append(each)
                origin.append(place)
    return "".join(plain), origin
