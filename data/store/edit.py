"""An edit of a network file: records put in place and taken away, as one version becomes the next."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import msgspec

from data.model import RECORDS, Evaluation, Record, State
from data.store import blocks, codec
from data.store.blocks import Blocks
from data.store.image import Doc, Image, Table, ascending, document, line_of

Key = tuple[str, str]

_FIELDS = {kind.table: frozenset(kind.__struct_fields__) for kind in RECORDS}
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


@dataclass(slots=True)
class Edit:
    """What one write does to a file; the token tells this write from all others.

    ``was`` says where documents that come back stood. ``erases`` is true when somebody is being forgotten.
    """

    token: str
    puts: tuple[Record, ...] = ()
    drops: tuple[Record, ...] = ()
    was: Mapping[Key, Was] = field(default_factory=dict)
    erases: bool = False


def edited(image: Image, edit: Edit) -> tuple[Image, list[Trace]]:
    """The image after an edit, and what it did to each document.

    Raises:
        ValueError: a record holds something that JSON has no form for, such as a number that is none.
    """
    editing = _Editing(image, edit)
    traces = [trace for record in edit.drops if (trace := editing.drop(record))]
    traces += [editing.put(record, edit.was.get((record.table, record.id))) for record in edit.puts]
    return editing.image(edit), traces


class _Editing:
    """Copies of the tables that an edit touches, while it is made."""

    def __init__(self, image: Image, edit: Edit) -> None:
        names = {record.table for record in (*edit.puts, *edit.drops)}
        self._before = image
        self._tables = {name: dict(image.tables.get(name, {})) for name in names}
        self._ids = {name: dict(image.ids.get(name, {})) for name in names}
        self._rows = {name: dict(image.state.tables.get(name, {})) for name in names}
        self._last = dict(image.about.last)
        self._blocks: dict[str, Blocks | None] = {name: image.blocks.get(name, ()) for name in names}

    def drop(self, record: Record) -> Trace | None:
        """Take a document away, if it is there."""
        doc_id = self._ids[record.table].pop(record.id, None)
        if doc_id is None:
            return None
        before = document(doc_id, self._tables[record.table].pop(doc_id))
        self._rows[record.table].pop(record.id, None)
        self._blocks[record.table] = None
        return Trace(record.table, record.id, doc_id, before, None)

    def put(self, record: Record, was: Was | None) -> Trace:
        """Put a document in place, with what it had that no record has."""
        name, table = record.table, self._tables[record.table]
        doc_id = self._ids[name].get(record.id)
        before = document(doc_id, table[doc_id]) if doc_id is not None else None
        more = {key: each for key, each in (before or {}).items() if key not in _FIELDS[name]}
        if doc_id is not None and _unordered(record) and not _unordered(table[doc_id].record):
            del table[doc_id]
            self._blocks[name] = None
            doc_id = None
        if doc_id is None and was and was.doc_id not in table:
            doc_id, more = was.doc_id, {**was.more, **more}
        if doc_id is None:
            doc_id = self._number(table, record)
        after = {**msgspec.to_builtins(record), **more}
        line = line_of(doc_id, codec.encode(after))
        self._blocks[name] = _patched(self._blocks[name], table, doc_id, line)
        table[doc_id] = Doc(line, record)
        self._ids[name][record.id] = doc_id
        self._rows[name][record.id] = record
        return Trace(name, record.id, doc_id, before, after)

    def image(self, edit: Edit) -> Image:
        """The image after the edit."""
        before = self._before
        joined = dict(before.blocks)
        for name, patched in self._blocks.items():
            if patched is None:
                self._sort(name)
                patched = blocks.joined(doc.line for doc in self._tables[name].values())  # noqa: PLW2901 - all anew
            joined[name] = patched
        return Image(
            before.about.next(edit.token, self._last, erases=edit.erases),
            {**before.tables, **self._tables},
            {**before.ids, **self._ids},
            joined,
            State({**before.state.tables, **self._rows}),
            misfits=before.misfits,
        )

    def _sort(self, name: str) -> None:
        """Put the documents of a table in the order of their numbers, and the records in that of the documents."""
        if not ascending(self._tables[name]):
            self._tables[name] = table = dict(sorted(self._tables[name].items()))
            self._rows[name] = {doc.record.id: doc.record for doc in table.values() if doc.record}

    def _number(self, table: Table, record: Record) -> int:
        """A document number that was never given before; by chance where its order must tell nothing."""
        if _unordered(record):
            while (chance := random.SystemRandom().randrange(1, _HIDDEN)) in table:
                pass
            return chance
        number = self._last.get(record.table, 0) + 1
        while number in table:
            number += 1
        self._last[record.table] = number
        return number


def _patched(known: Blocks | None, table: Table, doc_id: int, line: bytes) -> Blocks | None:
    """The blocks with this line in them, or None when all lines must be joined anew."""
    if known is None:
        return None
    if doc_id in table:
        return blocks.swapped(known, table[doc_id].line, line)
    return blocks.added(known, line) if doc_id > next(reversed(table), 0) else None


def _unordered(record: Record | None) -> bool:
    """Whether the place of a document must tell nothing: an anonymous evaluation form."""
    return isinstance(record, Evaluation) and record.participant is None
