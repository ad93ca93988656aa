"""What a log of calls comes to: a state, and how far it is; and on it the own calls that are not in the log yet."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping

import msgspec

from data.model import Change, Participant, Record, Refused, Said, State
from data.store.image import LOOSE
from data.together.calls import FORGET, NO_CALL, Call, Message, read, run
from data.together.persons import nameless


class Gone(msgspec.Struct, frozen=True):
    """Somebody who was forgotten, by id, and the name that stands in the place of theirs."""

    participant: str
    stand_in: str


class Confirmed(msgspec.Struct, frozen=True, kw_only=True):
    """The log up to a place, and what it comes to.

    ``counts`` is how many calls of each copy are in it: a call counts when its number is the next of its copy, so that
    one that comes twice is done once, and in the order in which it was made.
    """

    network: str
    log: str
    sequence: int = 0
    counts: Mapping[str, int] = {}
    gone: tuple[Gone, ...] = ()
    state: State = State()


class Line(msgspec.Struct, frozen=True):
    """A call of a log, at its place."""

    log: str
    sequence: int
    message: Message


class Came(msgspec.Struct, frozen=True):
    """What came of a message: the call if it is one, what it did, why it was refused; ``early`` before its turn."""

    message: Message | None = None
    change: Change | None = None
    refused: Said | None = None
    early: bool = False


def advance(
    confirmed: Confirmed, sequence: int, data: bytes, foreseen: Callable[[Message], Change | None] = lambda _: None
) -> tuple[Confirmed, Came]:
    """The log one message further, whatever that is; on every laptop the same.

    ``foreseen`` is what a call does here, where it was run on just this before.
    """
    onward = msgspec.structs.replace(confirmed, sequence=sequence)
    try:
        message = read(data, confirmed.network)
    except Refused as refused:
        return onward, Came(refused=refused.said)
    known = confirmed.counts.get(message.origin, 0)
    if message.number != known + 1:
        return onward, Came(message, early=message.number > known)
    onward = msgspec.structs.replace(onward, counts={**confirmed.counts, message.origin: message.number})
    try:
        change = foreseen(message) or run(confirmed.state, message.call)
    except Refused as refused:
        return onward, Came(message, refused=refused.said)
    state = after(confirmed.state, change)
    return msgspec.structs.replace(onward, state=state, gone=_gone(onward, message.call)), Came(message, change)


def _gone(confirmed: Confirmed, call: Call) -> tuple[Gone, ...]:
    if call.verb != FORGET:
        return confirmed.gone
    return (*confirmed.gone, Gone(call.args["participant"], call.args["stand_in"]))


def after(state: State, change: Change) -> State:
    """The state once a change is made; forms of no order stand in none that tells anything."""
    found = state.after(change)
    loose = {record.table for record in (*change.puts, *change.drops)} & LOOSE
    if not loose:
        return found
    return State({**found.tables, **{name: dict(sorted(found.tables[name].items())) for name in loose}})


class Shown(msgspec.Struct, frozen=True):
    """What is shown here: the log, and on it the own calls; of each of those what it does there, or why it cannot."""

    state: State
    changes: Mapping[int, Change] = {}
    refused: Mapping[int, Said] = {}


class Folding:
    """Runs the own calls on what is in the log, and what was run the last time not again."""

    def __init__(self) -> None:
        self._base: Confirmed | None = None
        self._calls: dict[int, Call] = {}
        self._state = State()
        self._changes: dict[int, Change] = {}
        self._refused: dict[int, Said] = {}

    def shown(self, confirmed: Confirmed, own: Mapping[int, Call]) -> Shown:
        """What there is to see: own calls by their row, in their order."""
        if not self._goes_on(confirmed, own):
            self._base, self._state = confirmed, confirmed.state
            self._calls, self._changes, self._refused = {}, {}, {}
        for number, call in own.items():
            if number not in self._calls:
                self._run(number, call)
        return Shown(self._state, dict(self._changes), dict(self._refused))

    def foreseen(self, number: int, call: Call, before: Confirmed) -> Change | None:
        """What the own call in this row does on ``before``, when that is on what it was run here."""
        first = next(iter(self._calls), None)
        there = before is self._base and first == number and self._calls[number] == call
        return self._changes.get(number) if there else None

    def becomes(self, other: Folding) -> None:
        """Know what the other does: it ran the same on the same."""
        self._base, self._state = other._base, other._state
        self._calls, self._changes, self._refused = dict(other._calls), dict(other._changes), dict(other._refused)

    def came(self, number: int, before: Confirmed, confirmed: Confirmed, change: Change | None) -> bool:
        """An own call is in the log; whether it was the first and did there what it did here: all stays as it is."""
        first = next(iter(self._calls), None)
        stays = before is self._base and first == number and change is not None
        if not stays or self._changes.get(number) != change:
            return False
        self._base = confirmed
        del self._calls[number], self._changes[number]
        return True

    def _goes_on(self, confirmed: Confirmed, own: Mapping[int, Call]) -> bool:
        if confirmed is not self._base or len(own) < len(self._calls):
            return False
        return all(one == other for one, other in zip(self._calls.items(), own.items(), strict=False))

    def _run(self, number: int, call: Call) -> None:
        self._calls[number] = call
        try:
            change = run(self._state, call)
        except Refused as error:
            self._refused[number] = error.said
        else:
            self._changes[number] = change
            self._state = after(self._state, change)


def digest(state: State) -> str:
    """By what two laptops know that the log came to the same on both."""
    found = hashlib.sha256()
    for name, rows in sorted(state.tables.items()):
        if rows:
            found.update(msgspec.json.encode((name, list(rows.values()))))
    return found.hexdigest()[:32]


def ordered(records: Iterable[Record]) -> State:
    """The state of these records, those of no order in none that tells anything."""
    return after(State(), Change(NO_CALL, puts=tuple(records)))


def erased(confirmed: Confirmed, state: State) -> list[Gone]:
    """Who is forgotten in the log, and still has a name here."""
    found = []
    for each in confirmed.gone:
        person = state.find(Participant, each.participant)
        if person is not None and not nameless(person, each.stand_in):
            found.append(each)
    return found
