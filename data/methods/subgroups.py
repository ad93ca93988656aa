"""An even split of the people in the room over small groups."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
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
