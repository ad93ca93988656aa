"""An even split of the people in the room over small groups."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import ceil
from random import Random

USUAL_SIZE = 5
"""A small group of a brainstorm has at most so many people unless somebody decides otherwise."""


def usual_number(people: int) -> int:
    """How many small groups so many people make: of four or five each, and two from six people on."""
    return max(1, ceil(people / USUAL_SIZE))


def split(
    people: Sequence[str], number: int, seed: int = 0, kin: Mapping[str, str] | None = None
) -> tuple[tuple[str, ...], ...]:
    """Deal people out over ``number`` groups, none of them empty (so at most one group a person).

    Sizes differ by at most one, and so do the shares of those with the same ``kin`` (an organisation, by
    person): colleagues are spread. Another seed gives another split; the same one the same.
    """
    number = max(1, min(number, len(people)))
    shuffled = list(people)
    Random(seed).shuffle(shuffled)
    families: defaultdict[str, list[str]] = defaultdict(list)
    for who in shuffled:
        # Who has no kin is a family of one.
        families[(kin or {}).get(who) or f"\0{who}"].append(who)
    dealt = [who for family in sorted(families.values(), key=len, reverse=True) for who in family]
    return tuple(tuple(dealt[first::number]) for first in range(number))


def mixed(
    people: Sequence[str], number: int, kin: Mapping[str, str], met: Iterable[tuple[str, str]], seed: int = 0
) -> tuple[tuple[str, ...], ...]:
    """Seat people in ``number`` groups as one round of speed dates: colleagues, and pairs that met, as little together.

    The sizes of the groups differ by at most one. ``kin`` is as in `split`, which takes over where the planner of
    rounds has nothing to choose, or too many people.
    """
    from data.methods.rounds import Request, RequestError, plan

    place = {who: number for number, who in enumerate(people)}
    families: defaultdict[str, list[int]] = defaultdict(list)
    for who in people:
        families[kin.get(who, "")].append(place[who])
    families.pop("", None)
    try:
        planned = plan(
            Request(
                people=len(people),
                groups=max(1, min(number, len(people))),
                met_before=tuple((place[one], place[other]) for one, other in met if one in place and other in place),
                apart=tuple(tuple(family) for family in families.values() if family[1:]),
                seed=seed,
            )
        )
    except RequestError:
        return split(people, number, seed, kin)
    return tuple(tuple(people[member] for member in table) for table in planned.rounds[0])


def strays(
    groups: Iterable[Iterable[str]], here: Sequence[str], guides: Iterable[str] = ()
) -> tuple[list[str], list[str]]:
    """Who sits in a small group and is not there, and who is there and sits in none.

    Groups can be made before anybody came in. While nobody is there nobody is astray; who ``guides`` needs no group.
    """
    seated = [who for group in groups for who in group]
    if not seated or not here:
        return [], []
    free = {*seated, *guides}
    return [who for who in seated if who not in set(here)], [who for who in here if who not in free]
