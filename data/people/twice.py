"""Who is there already, and who seems to be."""

from __future__ import annotations

from collections.abc import Iterable

from data.model import Said, say
from data.names import name_of
from data.names.finding import Named
from data.names.reading import folded
from data.people.records import Person
from data.text import fold


class Known:
    """The people of a network, and those of a list so far."""

    def __init__(self, people: Iterable[Named]) -> None:
        self._before: dict[str, list[Named]] = {}
        self._list: dict[str, list[Named]] = {}
        self._addresses: set[str] = set()
        for who in people:
            self._before.setdefault(_key(who), []).append(who)
            self._addresses |= {fold(getattr(who, "email", ""))} - {""}

    def has(self, person: Person) -> bool:
        """Whether this person is there: the same address, or the same name and organisation.

        Somebody of the network is also the same person where one of both says no organisation and nobody else bears
        the name; in a list two such rows may be two people.
        """
        key, place = _key(person), fold(person.organisation)
        if person.email and fold(person.email) in self._addresses:
            return True
        before = self._before.get(key, [])
        if len(before) == 1 and not (place and fold(before[0].organisation)):
            return True
        return any(fold(who.organisation) == place for who in (*before, *self._list.get(key, [])))

    def doubt(self, person: Person) -> Said | None:
        """What to ask about somebody who is not there but seems to be."""
        key = _key(person)
        if key in self._before or key in self._list:
            return say("There is another {name}: is this somebody else?", name=person.name)
        for known in (self._before, self._list):
            for other, people in known.items():
                if look_alike(key, other):
                    return say("{name} looks like {other}: the same person?", name=person.name, other=people[0].name)
        return None

    def add(self, person: Person) -> None:
        """Somebody of the list is taken up."""
        self._list.setdefault(_key(person), []).append(person)
        self._addresses |= {fold(person.email)} - {""}


def _key(who: Named) -> str:
    return folded(name_of(who.name).rest)


def look_alike(one: str, other: str) -> bool:
    """Whether two folded names differ by a slip of the pen only, or by the order of their words.

    A slip is a letter too many, too few, other, or changed with its neighbour (optimal string alignment).
    """
    shortest = min(len(one), len(other))
    slips = 2 if shortest >= 12 else 1
    if abs(len(one) - len(other)) > slips:
        return False
    if one[:1] in other and sorted(one.split()) == sorted(other.split()):
        return True
    if shortest < 5:
        return False
    from rapidfuzz.distance import OSA

    return int(OSA.distance(one, other, score_cutoff=slips)) <= slips
