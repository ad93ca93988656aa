"""Records put in the place of documents and taken away, by TinyDB's own operations, and a trace of what that did."""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping
from functools import partial
from typing import Any, NamedTuple

import msgspec

from data.model import Evaluation, Record
from data.store.image import KINDS
from data.store.tiny import Document, KringDB, KringTable

Key = tuple[str, str]

_FIELDS = {name: frozenset(kind.__struct_fields__) for name, kind in KINDS.items()}
_HIDDEN = 2**31


class Was(NamedTuple):
    """Where a document stood, and the fields of it that no record has: what undo puts back beside the record."""

    doc_id: int
    more: Mapping[str, Any]


class Trace(NamedTuple):
    """One document of a change: its table and id, its number, and the whole of it before and after."""

    table: str
    id: str
    doc_id: int
    before: dict[str, Any] | None
    after: dict[str, Any] | None


def write(
    db: KringDB, puts: Iterable[Record], drops: Iterable[Record] = (), was: Mapping[Key, Was] | None = None
) -> list[Trace]:
    """Take these records away and put those in place; ``was`` says where documents that come back stood.

    Raises:
        ValueError: a record holds something that JSON has no form for, such as a number that is none.
    """
    with db.transaction():
        traces = [trace for record in drops if (trace := _drop(db.table(record.table), record))]
        return traces + [_put(db.table(each.table), each, (was or {}).get((each.table, each.id))) for each in puts]


def more(table: str, document: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of a document that no record has."""
    return {key: value for key, value in document.items() if key not in _FIELDS[table]}


def _drop(table: KringTable, record: Record) -> Trace | None:
    number = table.number_of(record.id)
    if number is None:
        return None
    before = _document(table, number)
    table.remove(doc_ids=[number])
    return Trace(table.name, record.id, number, before, None)


def _put(table: KringTable, record: Record, was: Was | None) -> Trace:
    """Put a document in place, with what it had that no record has."""
    number = table.number_of(record.id)
    before = None if number is None else _document(table, number)
    after = {**msgspec.to_builtins(record), **(more(table.name, before) if before else {})}
    if number is not None and not (_hidden(record) and before and before.get("participant") is not None):
        table.update(partial(_becomes, after), doc_ids=[number])
        return Trace(table.name, record.id, number, before, after)
    if number is not None:  # a form that becomes anonymous: its place told whose it was
        table.remove(doc_ids=[number])
    elif was and not table.contains(doc_id=was.doc_id):
        after = {**after, **was.more}
        return Trace(table.name, record.id, table.insert(Document(after, was.doc_id)), before, after)
    return Trace(table.name, record.id, _inserted(table, record, after), before, after)


def _inserted(table: KringTable, record: Record, after: dict[str, Any]) -> int:
    """Insert a document under a number that was never given; by chance where its order must tell nothing."""
    return table.insert(Document(after, by_chance(table)) if _hidden(record) else after)


def by_chance(table: KringTable) -> int:
    """A number that is free and tells nothing."""
    while table.contains(doc_id=(number := random.SystemRandom().randrange(1, _HIDDEN))):
        pass
    return number


def _document(table: KringTable, number: int) -> dict[str, Any]:
    found = table.get(doc_id=number)
    return dict(found or {})


def _becomes(after: Mapping[str, Any], document: dict[str, Any]) -> None:
    document.clear()
    document.update(after)


def _hidden(record: Record) -> bool:
    """Whether the place of a document must tell nothing: an anonymous evaluation form."""
    return isinstance(record, Evaluation) and record.participant is None
