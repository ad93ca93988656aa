"""How people are called where they are shown: in lists, on cards, in the room. Namesakes can always be told apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import Protocol, TypeVar

from data.names.finding import Named
from data.names.reading import folded, name_of


class Member(Named, Protocol):
    """Somebody of a network: with an id, and perhaps a function."""

    @property
    def id(self) -> str:
        """What never changes."""

    @property
    def function(self) -> str:
        """What this person does, if that is known."""


M = TypeVar("M", bound=Member)

MOST_LETTERS = 40
"""As many letters of a family name are tried to tell two first names apart."""


def by_name(people: Iterable[M]) -> list[M]:
    """People in the order of their names, titles and accents aside; namesakes by organisation."""
    return sorted(people, key=lambda who: (folded(name_of(who.name).rest), folded(who.organisation), who.id))


def full_names(people: Iterable[Member]) -> dict[str, str]:
    """Whole names by id; namesakes with their organisation, else their function, else a number behind them."""
    return _told_apart({who.id: who for who in people}, lambda who: who.name)


def namesakes(people: Iterable[Member]) -> dict[str, str]:
    """Of whoever bears a name that somebody else bears too: what tells them apart, by id."""
    every = list(people)
    told = full_names(every)
    return {who.id: told[who.id][len(who.name) + 1 :] for who in every if told[who.id] != who.name}


def short_names(people: Iterable[Member]) -> dict[str, str]:
    """First names by id, without titles; where two bear the same one, with enough of the family to tell them apart.

    Whoever is known by a family name only is called by it. Namesakes have their organisation behind them.
    """
    members = {who.id: who for who in people}
    shorts = {id_: name_of(who.name).called for id_, who in members.items()}
    for letters in range(1, MOST_LETTERS):
        twice = _doubles(shorts)
        if not twice:
            break
        for id_ in twice:
            shorts[id_] = _longer(members[id_].name, letters)
    return _told_apart(members, lambda who: shorts[who.id])


def _longer(name: str, letters: int) -> str:
    """The first name with so many letters of the last word of the family name."""
    parts = name_of(name)
    last = parts.family.split()[-1:]
    if not (parts.given and last):
        return parts.rest
    end = last[0][:letters]
    return f"{parts.given} {end}" + ("." if len(end) < len(last[0]) else "")


def _doubles(shown: Mapping[str, str]) -> list[str]:
    """The ids of those who are shown as somebody else is."""
    keys = {id_: folded(text) for id_, text in shown.items() if text}
    if len(set(keys.values())) == len(keys):
        return []
    counts = Counter(keys.values())
    return [id_ for id_, key in keys.items() if counts[key] > 1]


def _told_apart(members: Mapping[str, Member], shown: Callable[[Member], str]) -> dict[str, str]:
    names = {id_: shown(who) for id_, who in members.items()}
    if not _doubles(names):
        return names
    for marks in (
        {id_: who.organisation for id_, who in members.items()},
        {id_: who.function for id_, who in members.items()},
    ):
        names |= {id_: f"{names[id_]} ({marks[id_]})" for id_ in _doubles(names) if marks[id_]}
    for place, id_ in enumerate(_doubles(names)):
        names[id_] = f"{names[id_]} {place + 1}"
    return names
