"""A room for tests: a state that verbs change, with a clock that is set by hand."""

import uuid
from collections.abc import Callable
from datetime import datetime, timedelta

import msgspec
import pytest

from data.model import Activity, ActivityKind, Change, Participant, R, Refused, Said, Stamp, State
from data.verbs import network, programme

NAMES = "Karel Wouters; Stad A\nLien Vermeulen; Stad A\nAn Peeters; Ziekenhuis B\nEls De Smet\nNoël Baeten\nAn Claes"


class Room:
    def __init__(self) -> None:
        self.state = State()
        self.now = datetime.fromisoformat("2027-03-16T13:30:00+01:00")
        self.changes = 0

    def ask(self, verb: Callable[..., Change], **asked: object) -> Change:
        self.changes += 1
        stamp = Stamp(self.now.isoformat(), str(uuid.uuid5(uuid.NAMESPACE_OID, str(self.changes))))
        change = verb(self.state, stamp, **asked)
        holds(change)
        return change

    def do(self, verb: Callable[..., Change], **asked: object) -> Change:
        change = self.ask(verb, **asked)
        self.state = self.state.after(change)
        return change

    def refused(self, verb: Callable[..., Change], **asked: object) -> str:
        with pytest.raises(Refused) as refusal:
            self.ask(verb, **asked)
        assert isinstance(refusal.value.said, Said), "a refusal says what to do"
        return refusal.value.said.message

    def later(self, minutes: float) -> None:
        self.now += timedelta(minutes=minutes)

    @property
    def session(self) -> str:
        return network.sessions(self.state)[0].id

    def activity(self, kind: ActivityKind) -> str:
        return programme.of_kind(self.state, self.session, kind)[0].id

    def begin(self, kind: ActivityKind) -> str:
        self.do(programme.begin_activity, activity=self.activity(kind))
        return self.activity(kind)

    def who(self, name: str) -> str:
        return next(who.id for who in self.state.all(Participant) if who.name.startswith(name))

    def only(self, kind: type[R]) -> R:
        (record,) = self.state.all(kind)
        return record

    def last(self, kind: type[R]) -> R:
        return self.state.all(kind)[-1]

    def fresh(self, activity: str) -> Activity:
        return self.state.get(Activity, activity)


def holds(change: Change) -> None:
    """What holds for every change: it can be told, and the file gives back what was put in it."""
    assert isinstance(change.label, Said), "a change says what it did"
    for record in change.puts:
        assert msgspec.convert(msgspec.to_builtins(record), type(record)) == record


def room() -> Room:
    """A network of six, its kick-off planned today at half past one."""
    here = Room()
    here.do(
        network.start_network,
        name="PC 218",
        theme="Leren",
        participants=NAMES,
        date="2027-03-16",
        starts="13:30",
        template="kick_off",
    )
    return here
