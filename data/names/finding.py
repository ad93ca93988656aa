"""Whom some letters, or a name as somebody typed it, may mean."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Generic, Protocol, TypeVar

import msgspec

from data.names.reading import entered, folded, name_of
from data.text import APOSTROPHES, fold


class Named(Protocol):
    """Somebody with a name: a participant, or a person of a list."""

    @property
    def name(self) -> str:
        """The whole name, as it was written."""

    @property
    def organisation(self) -> str:
        """Where this person works, if that is known."""


W = TypeVar("W", bound=Named)

EXACT, BEHIND = -1, 9
"""The rank of a name that is typed just so, and that of one with the organisation behind it: before and after all."""


class Meant(msgspec.Struct, Generic[W], frozen=True):
    """Whom a name can mean: nobody, one person (``one``), or several, of whom it has to be asked."""

    people: tuple[W, ...] = ()

    @property
    def one(self) -> W | None:
        """The person, when it can be one only."""
        return self.people[0] if len(self.people) == 1 else None

    @property
    def several(self) -> bool:
        """Whether it has to be asked who is meant."""
        return len(self.people) > 1


def matching(people: Iterable[W], letters: str) -> list[W]:
    """The people whom these letters may mean, the likeliest first.

    A whole name comes first, then initials (first letter of the first name and of the last word, of the second, or of
    what stands behind an apostrophe), then names that begin so, then names with another word that begins so. Case,
    accents, kinds of apostrophe and titles do not count; ``d'h``, ``dh`` and ``hondt`` are all d'Hondt. Behind the
    name the organisation may be typed.
    """
    whole, typed = fold(letters), fold(entered(letters))
    if not typed:
        return []
    ranked = [
        (rank, folded(who.name), who)
        for who in people
        if (rank := EXACT if folded(who.name) == whole else _rank(who, typed)) is not None
    ]
    return [who for _, _, who in sorted(ranked, key=lambda found: found[:2])]


def likeliest(people: Iterable[W], letters: str) -> Meant[W]:
    """Those whom these letters mean as likely as anybody: one person, or several of whom it has to be asked."""
    found = matching(people, letters)
    typed = fold(entered(letters))
    best = [who for who in found if _rank(who, typed) == _rank(found[0], typed)]
    return Meant(tuple(found[:1] if found and folded(found[0].name) == fold(letters) else best))


def same_name(one: str, other: str) -> bool:
    """Whether two names are the same but for case, accents, apostrophes, title and order."""
    return folded(name_of(one).rest) == folded(name_of(other).rest)


def meant(people: Sequence[W], typed: str, *, begun: bool = True) -> Meant[W]:
    """Whom a name means that was written out: a whole name, else a first or a family name, else what it begins.

    Where several bear it, it has to be asked who is meant: among d'Hondt and D'hondt ``d'Hondt`` is both, for in a
    room nobody types capitals and accents with care. Only a whole name is whoever writes it just so.
    Without ``begun`` a name has to be written out.
    """
    wanted = fold(name_of(typed).rest)
    if not wanted:
        return Meant()
    for found in (
        [who for who in people if wanted in _wholes(who)],
        [who for who in people if wanted in _halves(who.name)],
        matching(people, typed) if begun and len(wanted) > 1 else [],
    ):
        if len(found) > 1:
            exact = [who for who in found if _straight(typed) == _straight(name_of(who.name).rest)]
            return Meant(tuple(exact if len(exact) == 1 else found))
        if found:
            return Meant(tuple(found))
    return Meant()


def _straight(text: str) -> str:
    """A name with its capitals and accents, and straight apostrophes."""
    for sign in APOSTROPHES:
        text = text.replace(sign, "'")
    return " ".join(text.split())


def _wholes(who: Named) -> set[str]:
    """The whole name, without its title and with the organisation behind it."""
    name, place = folded(name_of(who.name).rest), folded(who.organisation)
    return {name, fold(entered(who.name))} | ({f"{name} {place}", f"{name} ({place})"} if place else set())


def _halves(name: str) -> set[str]:
    parts = name_of(name)
    return {fold(half) for half in (parts.given, parts.family) if half}


@lru_cache(maxsize=4096)
def _forms(name: str) -> tuple[tuple[str, ...], ...]:
    """The words of a name in each way in which it is typed: apostrophes left out or as blanks; then with the title."""
    bare, whole = fold(name_of(name).rest), fold(entered(name))
    found = dict.fromkeys(_words(text, between) for text in (bare, whole) for between in ("", " "))
    return tuple(words for words in found if words)


def _words(folded: str, between: str) -> tuple[str, ...]:
    return tuple(folded.replace("'", between).replace("-", " ").split())


def _rank(who: Named, typed: str) -> int | None:
    ways = {_words(typed, between) for between in ("", " ")}
    forms = _forms(who.name)
    ranks = [rank for words in forms for letters in ways if (rank := _place(words, letters)) is not None]
    if ranks:
        return min(ranks)
    behind = _words(folded(who.organisation), " ")
    return BEHIND if behind and any(_in_turn((*words, *behind), _words(typed, "")) for words in forms) else None


def _place(words: tuple[str, ...], letters: tuple[str, ...]) -> int | None:
    if not letters:
        return None
    name, typed = " ".join(words), " ".join(letters)
    initials = {words[0][0] + word[0] for word in (words[-1], *words[1:2])} if len(words) > 1 else set()
    tests = (
        name == typed,
        len(typed) == 2 and typed in initials,
        name.startswith(typed),
        any(word.startswith(typed) for word in words),
        f" {typed}" in f" {name}",
        _in_turn(words, letters),
    )
    return next((rank for rank, holds in enumerate(tests) if holds), None)


def _in_turn(words: tuple[str, ...], typed: tuple[str, ...]) -> bool:
    """Whether every typed word begins a word of the name, in order (``els va`` for Els Van Damme)."""
    rest = iter(words)
    return len(typed) > 1 and all(any(word.startswith(part) for word in rest) for part in typed)
