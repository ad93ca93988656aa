"""Small networks, and verbs as plain as they come, for the tests of the store."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace

from data.model import Change, Keep, Note, Profile, Record, Session, Stamp, State, say
from data.network import Network

PROFILE = Profile(id="p", name="Klankbord")
SESSION = Session(id="s", number=1)


def note(number: int, text: str | None = None) -> Note:
    return Note(id=f"n{number}", session="s", activity="a", text=f"idea {number}" if text is None else text)


def records(notes: int = 0) -> list[Record]:
    return [PROFILE, SESSION, *(note(number) for number in range(notes))]


def make(path: Path, notes: int = 0) -> Path:
    Network.create(path, records(notes)).close()
    return path


def add(state: State, at: Stamp, text: str, keep: Keep = Keep.HISTORY) -> Change:
    return Change(say("Added"), puts=(Note(id=at.new(), session="s", activity="a", text=text),), keep=keep)


def edit(state: State, at: Stamp, id_: str, text: str) -> Change:
    return Change(say("Edited"), puts=(replace(state.get(Note, id_), text=text),))


def remove(state: State, at: Stamp, id_: str) -> Change:
    return Change(say("Removed"), drops=(state.get(Note, id_),))


def heavier(state: State, at: Stamp, id_: str) -> Change:
    """Not the same when it is done twice."""
    found = state.get(Note, id_)
    return Change(say("Weighed"), puts=(replace(found, weight=found.weight + 1),))


def texts(network: Network) -> list[str]:
    return [each.text for each in network.state.all(Note)]
