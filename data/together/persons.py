"""Somebody who is forgotten, as a call: it reaches every laptop, and each erases the person from all it keeps."""

from __future__ import annotations

import msgspec

from data.model import Change, Keep, Participant, Record, Stamp, State, say
from data.store.forgetting import without_person
from data.store.image import KINDS


def forgotten(state: State, _at: Stamp, *, participant: str, stand_in: str) -> Change:
    """Leave the person without a name, and nothing with the name; nothing when that was done before."""
    label = say("Somebody was forgotten")
    person = state.find(Participant, participant)
    if person is None or nameless(person, stand_in):
        return Change(label, keep=Keep.NEVER)
    return Change(label, puts=tuple(_changed(state, person, stand_in)), keep=Keep.NEVER)


def nameless(person: Participant, stand_in: str) -> bool:
    """Whether this is what is left of somebody who was forgotten."""
    return person.name == stand_in and not (person.organisation or person.function or person.interest)


def _changed(state: State, person: Participant, stand_in: str) -> list[Record]:
    """Every record that is another without the person."""
    tables = {
        name: {number: msgspec.to_builtins(each) for number, each in enumerate(rows.values(), 1)}
        for name, rows in state.tables.items()
    }
    after = without_person(tables, person, stand_in)
    found = (msgspec.convert(each, KINDS[name]) for name, rows in after.items() for each in rows.values())
    return [each for each in found if state.find(type(each), each.id) != each]
