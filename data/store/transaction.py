"""A transaction on a network file: many table operations on one version of it, which become the next by one write."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, MutableMapping
from typing import Any

import msgspec

from data.model import Record, State
from data.store import blocks, codec
from data.store.blocks import Blocks
from data.store.image import KINDS, LOOSE, Image, Table, ascending, document, line_of, read_document

_LARGEST_NUMBER = 2**53


class Rows(MutableMapping[int, dict[str, Any]]):
    """The documents of a table by their number, decoded when they are looked at; it remembers which were."""

    def __init__(self, docs: Table) -> None:
        self._docs = docs
        self._gone: set[int] = set()
        self.seen: dict[int, dict[str, Any]] = {}

    def __getitem__(self, number: int) -> dict[str, Any]:
        if number not in self.seen:
            if number in self._gone:
                raise KeyError(number)
            self.seen[number] = document(number, self._docs[number])
        return self.seen[number]

    def __setitem__(self, number: int, value: dict[str, Any]) -> None:
        self.seen[number] = value

    def __delitem__(self, number: int) -> None:
        if number not in self:
            raise KeyError(number)
        self.seen.pop(number, None)
        self._gone.add(number)

    def __iter__(self) -> Iterator[int]:
        yield from (number for number in self._docs if number not in self._gone or number in self.seen)
        yield from (number for number in self.seen if number not in self._docs)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __contains__(self, number: object) -> bool:
        return number in self.seen or (number in self._docs and number not in self._gone)

    def clear(self) -> None:
        """Take all documents away, none of them decoded."""
        self.seen.clear()
        self._gone = set(self._docs)

    def gone(self) -> set[int]:
        """The numbers of the documents that are no longer there."""
        return (self._gone & self._docs.keys()) - self.seen.keys()


class Texts(Mapping[str, dict[str, Any]]):
    """The documents of a table as TinyDB reads them: the number as a string, decoded when they are looked at."""

    def __init__(self, docs: Table) -> None:
        self._docs = docs

    def __getitem__(self, key: str) -> dict[str, Any]:
        try:
            number = int(key)
        except ValueError:
            raise KeyError(key) from None
        return document(number, self._docs[number])

    def __iter__(self) -> Iterator[str]:
        return map(str, self._docs)

    def __len__(self) -> int:
        return len(self._docs)


class _Working(msgspec.Struct):
    """One table while it is changed; ``blocks`` is None once all lines must be joined anew."""

    docs: Table
    ids: dict[str, int]
    records: dict[str, Record]
    blocks: Blocks | None


class Transaction:
    """The tables of one version of a file, while they are changed.

    ``done`` is true when the file already holds the write with this token: an earlier try of it reached the disk.
    ``own`` is the token of what this process wrote last; a version of another is remembered as handed over.
    """

    def __init__(self, image: Image, token: str, own: str | None = None) -> None:
        self.before = image
        self._handed = tuple(each for each in image.about.writes[-1:] if each != own)
        self._joins: tuple[str, ...] = ()
        self._log: tuple[str, int] | None = None
        self.token = token
        self.done = token in image.about.writes
        self._working: dict[str, _Working] = {}
        self._dropped: set[str] = set()
        self._last = dict(image.about.last)
        self._misfits = dict(image.unfit)

    @property
    def changed(self) -> bool:
        """Whether anything was asked of it."""
        return bool(self._working or self._dropped or self._joins or self._log)

    def join(self, tokens: tuple[str, ...]) -> None:
        """What is written goes on from these versions too: whoever has one of them may take it for a later one."""
        self._joins += tokens

    def follows(self, log: str, sequence: int) -> None:
        """What is written is what a log of calls comes to, up to here."""
        self._log = (log, sequence)

    def names(self) -> list[str]:
        """The tables there are now."""
        there = [name for name in self.before.tables if name not in self._dropped]
        return there + [name for name in self._working if name not in there]

    def docs(self, name: str) -> Table:
        """The documents of a table as they are now."""
        if name in self._working:
            return self._working[name].docs
        return {} if name in self._dropped else self.before.tables.get(name, {})

    def number_of(self, name: str, id_: str) -> int | None:
        """The number of the document with this id."""
        if name in self._working:
            return self._working[name].ids.get(id_)
        return None if name in self._dropped else self.before.ids.get(name, {}).get(id_)

    def next_number(self, name: str) -> int:
        """A document number that was never given before in this table."""
        number, docs = self._last.get(name, 0) + 1, self.docs(name)
        while number in docs:
            number += 1
        self._last[name] = number
        return number

    def take(self, name: str, rows: Rows) -> None:
        """Make what was done to the rows of a table part of the transaction: all of it, or nothing.

        Raises:
            ValueError: a document holds something that JSON has no form for.
        """
        lines = {number: line_of(number, codec.encode(each)) for number, each in rows.seen.items()}
        docs = self.docs(name)
        fresh = {number: line for number, line in lines.items() if number not in docs or docs[number].line != line}
        if not fresh and not rows.gone() and name in self.names():
            return
        working = self._table(name)
        for number in sorted(rows.gone()):
            self._drop(name, working, number)
        for number, line in fresh.items():
            self._put(name, working, number, line)

    def drop(self, name: str) -> None:
        """Take a whole table away."""
        self._working.pop(name, None)
        self._dropped.add(name)
        self._misfits = {key: each for key, each in self._misfits.items() if key[0] != name}

    def image(self, *, erases: bool = False) -> Image:
        """The version after it; ``erases`` when somebody is forgotten by it."""
        before, gone = self.before, self._dropped
        tables = {name: each for name, each in before.tables.items() if name not in gone}
        ids = {name: each for name, each in before.ids.items() if name not in gone}
        joined = {name: each for name, each in before.blocks.items() if name not in gone}
        states = {name: each for name, each in before.state.tables.items() if name not in gone}
        for name, working in self._working.items():
            self._sort(working)
            tables[name], ids[name] = working.docs, working.ids
            joined[name] = _joined(working) if working.blocks is None else working.blocks
            if name in KINDS:
                states[name] = working.records
        handed = (*self._handed, *self._joins)
        about = before.about.next(self.token, self._last, erases=erases, handed=handed)
        if self._log is not None:
            about = msgspec.structs.replace(about, log=self._log)
        return Image(about, tables, ids, joined, State(states), unfit=self._misfits)

    def _table(self, name: str) -> _Working:
        if name not in self._working:
            image, gone = self.before, name in self._dropped
            self._working[name] = _Working(
                {} if gone else dict(image.tables.get(name, {})),
                {} if gone else dict(image.ids.get(name, {})),
                {} if gone else dict(image.state.tables.get(name, {})),
                () if gone else image.blocks.get(name, ()),
            )
        return self._working[name]

    def _drop(self, name: str, working: _Working, number: int) -> None:
        gone = working.docs.pop(number)
        self._misfits.pop((name, number), None)
        if gone.record and working.ids.get(gone.record.id) == number:
            del working.ids[gone.record.id]
            working.records.pop(gone.record.id, None)
        working.blocks = None

    def _put(self, name: str, working: _Working, number: int, line: bytes) -> None:
        old = working.docs.get(number)
        doc, misfit = read_document(name, number, line, working.ids)
        if old and old.record and (doc.record is None or doc.record.id != old.record.id):
            del working.ids[old.record.id]
            working.records.pop(old.record.id, None)
        working.blocks = _patched(working.blocks, working.docs, number, doc.line)
        working.docs[number] = doc
        if doc.record:
            working.ids[doc.record.id] = number
            working.records[doc.record.id] = doc.record
        self._misfits.pop((name, number), None)
        if misfit:
            self._misfits[name, number] = misfit
        if name not in LOOSE and number < _LARGEST_NUMBER:
            self._last[name] = max(self._last.get(name, 0), number)

    @staticmethod
    def _sort(working: _Working) -> None:
        """Put the documents of a table in the order of their numbers, and the records in that of the documents."""
        if not ascending(working.docs):
            working.docs = dict(sorted(working.docs.items()))
            working.records = {doc.record.id: doc.record for doc in working.docs.values() if doc.record}


def _joined(working: _Working) -> Blocks:
    return blocks.joined(doc.line for doc in working.docs.values())


def _patched(known: Blocks | None, table: Table, number: int, line: bytes) -> Blocks | None:
    """The blocks with this line in them, or None when all lines must be joined anew."""
    if known is None:
        return None
    if number in table:
        return blocks.swapped(known, table[number].line, line)
    return blocks.added(known, line) if number > next(reversed(table), 0) else None
