"""What a file holds, as far as a log is concerned: its records, its network, and who was forgotten in it."""

from __future__ import annotations

import uuid
from datetime import datetime

from data.model import Participant, Profile, Record, Refused, Stamp, State, say
from data.together.calls import FORGET, Call
from data.together.persons import nameless


def records_of(state: State) -> list[Record]:
    """Every record of a state."""
    return [record for rows in state.tables.values() for record in rows.values()]


def network_of(state: State, otherwise: str = "") -> str:
    """The id of the network that a file holds.

    Raises:
        Refused: it holds none.
    """
    found = next((each.id for each in state.all(Profile)), otherwise)
    if not found:
        raise Refused(say("This file holds no network."))
    return found


def stamp_of_now() -> Stamp:
    """A clock and ids for a call that nobody asked for."""
    return Stamp(datetime.now().astimezone().isoformat(timespec="seconds"), str(uuid.uuid4()))


def forgettings(before: State, now: State) -> list[Call]:
    """The calls for who was forgotten in the file."""
    found = []
    for person in before.all(Participant):
        left = now.find(Participant, person.id)
        if left is not None and left.name != person.name and nameless(left, left.name):
            stamp = stamp_of_now()
            args = {"participant": person.id, "stand_in": left.name}
            found.append(Call(verb=FORGET, now=stamp.now, seed=stamp.seed, args=args))
    return found
