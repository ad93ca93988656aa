"""A name taken apart: its title, what somebody is called, and the family."""

from __future__ import annotations

import re
from functools import lru_cache

import msgspec

from data.text import APOSTROPHES, fold

_ALWAYS = frozenset(
    (
        "dr",
        "drs",
        "prof",
        "mevr",
        "mevrouw",
        "mw",
        "dhr",
        "meneer",
        "ir",
        "mej",
        "juffr",
        "mrs",
        "mme",
        "mlle",
        "madame",
        "monsieur",
    )
)
"""Titles, with or without a full stop; folded."""

_DOTTED = frozenset(("mr", "ms", "ds", "ing", "lic", "pr", "rev", "zr"))
"""Titles only with a full stop behind them: without one they may be a name."""

_BEHIND = frozenset(("phd", "msc", "ma", "mba", "bsc", "ba", "llm", "jr", "sr", "ii", "iii"))
"""What may stand behind a comma without being a first name."""

PARTICLES = frozenset(
    (
        "van",
        "von",
        "vande",
        "vanden",
        "vander",
        "ver",
        "de",
        "den",
        "der",
        "des",
        "du",
        "d'",
        "'t",
        "t'",
        "te",
        "ten",
        "ter",
        "la",
        "le",
        "les",
        "lo",
        "los",
        "del",
        "della",
        "delle",
        "di",
        "da",
        "dos",
        "das",
        "do",
        "zu",
        "zur",
        "zum",
        "af",
        "av",
    )
)
"""Words that begin a family name and are no name by themselves; folded."""

# Patterns are made when a name is first taken apart, not at every start.
_TITLE = r"(?:[Dd]e heer|[^\W\d]+\.?)(?:\s+|(?<=\.)(?=\w))"
_INITIALS = r"(?:\w\.?-?)+\.|\w"
_UNSPOKEN = r"[B-DF-HJ-NP-TV-XZ]{1,3}"
"""Initials that nobody can say as a word: JP."""
_LETTERS = r"[^\W\d_]+"
_CAPITALS = rf"[^\W\d_]+(?:[-.{APOSTROPHES}][^\W\d_]+)*|[{APOSTROPHES}]\w"


class Name(msgspec.Struct, frozen=True):
    """A name taken apart. ``given`` is empty where only a family name is known, and ``family`` for a single word.

    ``title`` keeps its spelling; ``rest`` is the name without it.
    """

    title: str
    given: str
    family: str

    @property
    def rest(self) -> str:
        """The name without its title."""
        return f"{self.given} {self.family}".strip()

    @property
    def called(self) -> str:
        """What this person is called in the room: the first name, or all there is when that is not known."""
        return self.given if self.given and not re.fullmatch(_INITIALS, self.given) else self.rest


@lru_cache(maxsize=4096)
def name_of(text: str) -> Name:
    """Take a name apart as it was written, ``Family, First`` and ``FAMILY First`` too.

    ``Dr. Eva Maes`` is Eva Maes with a title; ``Mevr. Claes`` and ``Van den Broeck`` are family names alone.
    """
    title, words = _titled(entered(text))
    if title and len(words) == 1:
        return Name(title, "", words[0])
    if len(words) > 1 and is_particle(words[0]):
        return Name(title, "", " ".join(words))
    return Name(title, words[0] if words else "", " ".join(words[1:]))


@lru_cache(maxsize=4096)
def folded(name: str) -> str:
    """A name for comparing; kept, since every key at the check-in compares all of them."""
    return fold(name)


def is_particle(word: str) -> bool:
    """Whether this word begins a family name (``van``, ``De``)."""
    return fold(word) in PARTICLES


def _titled(text: str) -> tuple[str, list[str]]:
    """The titles in front, and the words of the name; a title alone is a name."""
    at = 0
    while (found := re.match(_TITLE, text[at:])) and _is_title(found[0]) and text[at + found.end() :].strip():
        at += found.end()
    return text[:at].strip(), text[at:].split()


def _is_title(typed: str) -> bool:
    word = fold(typed)
    bare = word.rstrip(".")
    return word == "de heer" or bare in _ALWAYS or (word.endswith(".") and bare in _DOTTED)


def entered(text: str, *, surely: bool = False) -> str:
    """A name as it is kept once it is entered: first name first, a family name in capitals in ordinary letters.

    ``Van den Broeck, Elke`` and ``VAN DEN BROECK Elke`` are Elke Van den Broeck. A title stays in front. Any other
    name is kept as it is. ``surely`` tells that nothing but a name is written here, so that also a comma behind two
    names (``Coppens Maas, An``) parts family and first name.
    """
    family, comma, first = text.partition(",")
    if comma:
        return _turned(text, family.strip(), first.strip(), surely=surely)
    title, words = _titled(text)
    count = next((place for place, word in enumerate(words) if not _in_capitals(word)), len(words))
    behind = next((place for place, word in enumerate(reversed(words)) if not _in_capitals(word)), len(words))
    if count == len(words) or not (count or behind):
        return text
    if count and _surely_capitals(words[:count]):
        return " ".join([*([title] if title else []), *words[count:], *_ordinary(words[:count])])
    if not count and _surely_capitals(words[-behind:]):
        return " ".join([*([title] if title else []), *words[:-behind], *_ordinary(words[-behind:])])
    return text


def in_ordinary_letters(name: str) -> str:
    """A whole name in capitals as it is written: ``ELS DE SMET`` is Els De Smet. Initials (``JP``) stay."""
    title, words = _titled(name)
    if len(words) < 2 or not _surely_capitals(words):
        return name
    both = zip(words, _ordinary(words), strict=True)
    kept = (word if re.fullmatch(_UNSPOKEN, word) else ordinary for word, ordinary in both)
    return " ".join([*([title] if title else []), *kept])


def _turned(text: str, family: str, first: str, *, surely: bool) -> str:
    """``Family, First`` the other way round; anything else with a comma as it is."""
    words = [fold(word).replace(".", "") for word in first.split()]
    if not family or not words or "," in first or all(word in _BEHIND for word in words) or len(words) > 3:
        return text
    title, rest = _titled(family)
    if not surely and len(rest) > 1 and not is_particle(rest[0]) and not _surely_capitals(rest):
        return text
    family = " ".join(_ordinary(rest) if _surely_capitals(rest) else rest)
    given = " ".join(_ordinary(first.split()) if _surely_capitals(first.split()) else first.split())
    return " ".join(filter(None, (title, given, family)))


def _in_capitals(word: str) -> bool:
    return bool(re.fullmatch(_CAPITALS, word)) and word.upper() == word and word.lower() != word


def _surely_capitals(words: list[str]) -> bool:
    """Whether these words are a name in capitals, not initials such as JP."""
    return all(map(_in_capitals, words)) and any(sum(map(str.isalpha, word)) > 2 for word in words)


def _ordinary(words: list[str]) -> list[str]:
    """Capitals in ordinary letters: ``VAN DEN BROECK`` is Van den Broeck, ``D'HONDT-MAES`` is D'Hondt-Maes."""
    return [
        word.lower() if place and is_particle(word) and is_particle(words[0]) else re.sub(_LETTERS, _capital, word)
        for place, word in enumerate(words)
    ]


def _capital(found: re.Match[str]) -> str:
    return found[0].capitalize()
