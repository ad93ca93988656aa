"""Who speaks and who was heard: the turns of a round table, and contributions counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import msgspec


class Turns(msgspec.Struct, frozen=True):
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


TRUST_IN_THE_PLAN = 2
"""The planned length of a turn counts as so many turns that were heard: one long first turn does not decide."""


def turn_expected(heard: Sequence[float], planned: float) -> float:
    """How long a turn is going to take, in seconds: the mean of those heard and of the plan, which counts twice.

    Args:
        heard: the seconds of each turn that is over.
        planned: the seconds of a turn by the timebox.
    """
    return (sum(heard) + TRUST_IN_THE_PLAN * planned) / (len(heard) + TRUST_IN_THE_PLAN)


def foreseen(heard: Sequence[float], left: int, planned: float, running: float | None = None) -> float:
    """How long the whole round is going to take, in seconds from its beginning.

    That is what was heard, and for each of the ``left`` turns to come what is expected of one: heard + left x (sum + 2
    x planned) / (k + 2) after k turns. A turn that is ``running`` for so many seconds takes at least that.
    """
    each = turn_expected(heard, planned)
    now = 0.0 if running is None else max(running, each)
    return sum(heard) + now + left * each


def spoken_as_by(counts: Mapping[str, int]) -> float:
    """By how many it was as if they had spoken, all as often: 1 over the sum of squared shares; 0 when nobody did.

    The number of parties that count (Laakso and Taagepera 1979), for turns. It is for the facilitator's eyes only.
    """
    total = sum(counts.values())
    return total**2 / sum(count**2 for count in counts.values()) if total else 0.0


def contributions(said_by: Iterable[str | None]) -> Counter[str]:
    """How often each participant (by id) said something; what nobody's name is on does not count."""
    return Counter(who for who in said_by if who)


def not_heard(present: Iterable[str], said_by: Iterable[str | None]) -> list[str]:
    """Who is in the room and has not said anything yet, in the order of the room."""
    counts = contributions(said_by)
    return [who for who in dict.fromkeys(present) if not counts[who]]
