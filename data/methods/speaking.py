"""Who speaks and who was heard: the turns of a round table, and contributions counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Turns:
    """The turns of a round table, as participant ids: who was heard, who speaks, who comes after and in what order."""

    heard: tuple[str, ...] = ()
    speaking: str | None = None
    to_come: tuple[str, ...] = ()

    @property
    def next(self) -> str | None:
        """Who comes after the one who speaks."""
        return self.to_come[0] if self.to_come else None


def turns(order: Sequence[str], speaking: str | None, present: Sequence[str], remembered: Sequence[str] = ()) -> Turns:
    """Set out the turns of a round.

    Args:
        order: who has had the floor in this round, the present speaker too.
        speaking: who has it now.
        present: who is in the room; nobody else is to come.
        remembered: the order of an earlier round, which is followed again; who was not in it comes last.
    """
    place = {who: index for index, who in enumerate(dict.fromkeys(remembered))}
    waiting = [who for who in dict.fromkeys(present) if who not in order]
    waiting.sort(key=lambda who: place.get(who, len(place)))
    heard = tuple(who for who in dict.fromkeys(order) if who != speaking)
    return Turns(heard, speaking, tuple(waiting))


def contributions(said_by: Iterable[str | None]) -> Counter[str]:
    """How often each participant (by id) said something; what nobody's name is on does not count."""
    return Counter(who for who in said_by if who)


def not_heard(present: Iterable[str], said_by: Iterable[str | None]) -> list[str]:
    """Who is in the room and has not said anything yet, in the order of the room."""
    counts = contributions(said_by)
    return [who for who in dict.fromkeys(present) if not counts[who]]
