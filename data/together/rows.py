"""The calls of this laptop that are not in the log yet: rows of a table in the file itself.

A row is written in the same transaction as what the call does, by whatever process does it, so that there is never one
without the other. The number of a row is never given twice; it tells in which order the calls were made here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from data.model import Change, Keep, Refused, Stamp, State
from data.network.task import Applied
from data.store.history import Way
from data.store.image import Doc, Image, Table, document
from data.store.records import Trace
from data.store.tiny import Document, KringDB
from data.together.calls import BACK, DOCUMENTS, LARGEST, Call, call_of, of_traces, run

TABLE = "together"

MOST = 5_000
"""So many calls wait in line; of a file that is not shared for long, what became of it is found as the difference."""

_ROOM = 4096
"""Bytes of a message that are not the call's."""

Rows = Mapping[int, Call]


def queue(db: KringDB, task: Applied, state: State, change: Change, traces: list[Trace]) -> None:
    """Put what was just done in line for the other laptops; in the transaction that does it."""
    if len(db.table(TABLE)) >= MOST:
        db.drop_table(TABLE)
    for call in _calls(task, state, change, traces):
        add(db, call)


def add(db: KringDB, call: Call, number: int | None = None) -> int:
    """Put a call in line, at the end or under the number that it had."""
    plain = msgspec.to_builtins(call)
    return db.table(TABLE).insert(plain if number is None else Document(plain, number))


def drop(db: KringDB, numbers: Iterable[int], *, empty: bool) -> None:
    """Take calls out of the line; when none waits any more, the line itself goes."""
    if empty:
        db.drop_table(TABLE)
    elif gone := list(numbers):
        db.table(TABLE).remove(doc_ids=gone)


class Reading:
    """Reads the calls in line, and none of them twice: thousands wait where the line was gone for long."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[Doc, Call | None]] = {}

    def waiting(self, image: Image) -> Rows:
        """The calls in line, oldest first."""
        return self.waiting_in(image.tables.get(TABLE, {}))

    def waiting_in(self, table: Table) -> Rows:
        """The calls in line in this table; a row that is none (somebody edited the file) is passed over."""
        known, self._known = self._known, {}
        for number, doc in sorted(table.items()):
            before = known.get(number)
            same = before is not None and (before[0] is doc or before[0].line == doc.line)
            self._known[number] = before if before is not None and same else (doc, _call(number, doc))
        return {number: call for number, (_, call) in self._known.items() if call is not None}


def _call(number: int, doc: Doc) -> Call | None:
    row = document(number, doc)
    try:
        return msgspec.convert({key: each for key, each in row.items() if key in Call.__struct_fields__}, Call)
    except msgspec.ValidationError:
        return None


def of_changes(traces: Iterable[Trace], stamp: Stamp) -> list[Call]:
    """The calls for what became of records, each small enough to be sent."""
    calls: list[Call] = []
    part: list[Trace] = []
    size = 0
    for trace in traces:
        weight = len(msgspec.json.encode(trace))
        if part and size + weight > LARGEST - _ROOM:
            calls.append(_part(part, stamp, len(calls)))
            part, size = [], 0
        part.append(trace)
        size += weight
    return [*calls, _part(part, stamp, len(calls))] if part else calls


def _part(traces: list[Trace], stamp: Stamp, number: int) -> Call:
    return of_traces(DOCUMENTS, Stamp(stamp.now, stamp.new(number)) if number else stamp, traces)


def _calls(task: Applied, state: State, change: Change, traces: list[Trace]) -> list[Call]:
    """The calls that do the same elsewhere: the verb where it can be told, else what became of the records."""
    call = None
    if change.keep is Keep.HISTORY:  # of what leaves no history, no more is told than what is in the file
        call = _back(task) if task.undoes else _verb(task)
    if call is not None and len(msgspec.json.encode(call)) < LARGEST - _ROOM and _same(state, call, change):
        return [call]
    return of_changes(traces, task.stamp if change.keep is Keep.HISTORY else _of_no_hour(task.stamp))


def _of_no_hour(stamp: Stamp) -> Stamp:
    """A stamp that does not tell when an anonymous form was filled in, but on which day."""
    return Stamp(f"{stamp.now[:10]}T00:00:00+00:00", stamp.seed)


def _verb(task: Applied) -> Call | None:
    return call_of(task.asked.verb, task.stamp, task.asked.args) if task.asked else None


def _back(task: Applied) -> Call | None:
    step = task.undoes
    return of_traces(BACK, task.stamp, step.traces) if step and task.step.way is not Way.DO else None


def _same(state: State, call: Call, change: Change) -> bool:
    """Whether the call comes to this change, once it has been through a message."""
    try:
        found = run(state, call)
    except Refused:
        return False
    return (found.puts, found.drops) == (change.puts, change.drops)
