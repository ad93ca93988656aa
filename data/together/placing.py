"""Bringing the file to what is shown: the documents that differ, in the order in which the log has them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from data.model import Record, State
from data.store.image import KINDS, LOOSE
from data.store.records import Trace, more, write
from data.store.tiny import KringDB


def differences(before: State, after: State) -> list[Trace]:
    """What became of the records between two states."""
    found = []
    for name in KINDS:
        one, other = before.tables.get(name, {}), after.tables.get(name, {})
        if one == other:
            continue
        for id_ in dict.fromkeys((*one, *other)):
            if one.get(id_) != other.get(id_):
                found.append(Trace(name, id_, 0, _plain(one.get(id_)), _plain(other.get(id_))))
    return found


def _plain(record: Record | None) -> dict[str, object] | None:
    return None if record is None else msgspec.to_builtins(record)


def same(one: State, other: State) -> bool:
    """Whether two states hold the same records in the same order."""
    return all(_same(name, one.tables.get(name, {}), other.tables.get(name, {})) for name in KINDS)


def _same(name: str, one: Iterable[str], other: Iterable[str]) -> bool:
    return one == other and (name in LOOSE or list(one) == list(other))


def place(db: KringDB, before: State, target: State) -> None:
    """Make the file, which holds ``before``, hold these records; in a transaction of the caller."""
    for name in KINDS:
        have, want = before.tables.get(name, {}), target.tables.get(name, {})
        if _same(name, have, want):
            continue
        drops = [record for id_, record in have.items() if id_ not in want]
        moved = set() if name in LOOSE else set(_moved([id_ for id_ in have if id_ in want], list(want)))
        for id_, record in want.items():
            if id_ in moved:
                _move(db, record)
            elif (before_ := have.get(id_)) is not record and before_ != record:
                write(db, (record,))
        write(db, (), drops)


def _moved(have: list[str], want: list[str]) -> Iterator[str]:
    """The records that must come behind others that are new, or were behind them."""
    first = next((place for place, (one, other) in enumerate(zip(have, want, strict=False)) if one != other), len(have))
    there = set(have[first:])
    return (id_ for id_ in want[first:] if id_ in there)


def _move(db: KringDB, record: Record) -> None:
    table = db.table(record.table)
    number = table.number_of(record.id)
    document = dict(table.get(doc_id=number) or {}) if number is not None else {}
    table.remove(doc_ids=[number] if number is not None else [])
    table.insert({**msgspec.to_builtins(record), **more(record.table, document)})
