"""TinyDB over the safe storage: what the open network reads and writes through.

``KringDB(path)`` is a TinyDB whose every change is one transaction; several of them between ``with db.transaction():``
are one too, and one durable write.
"""

from __future__ import annotations

import contextlib
import os
import threading
import uuid
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, cast

from tinydb import TinyDB
from tinydb.queries import QueryLike
from tinydb.table import Document, Table

from data.model import State
from data.store import image as images
from data.store.disk import Disk
from data.store.image import Image
from data.store.storage import KringStorage
from data.store.transaction import Rows, Texts, Transaction

ABOUT = "kring"
"""The table about the file itself; only the storage writes it."""

_Updater = Callable[[dict[int, Mapping[str, Any]]], None]


class KringTable(Table):
    """A table that keeps nothing of its own between two calls: no next number, no answers to earlier queries.

    Its numbers are never given twice. Documents are decoded only where an operation looks at them.
    """

    default_query_cache_capacity = 0

    def __init__(self, db: KringDB, name: str, *, persist_empty: bool = False, **_options: Any) -> None:
        if name == ABOUT:
            raise ValueError(f"the table {ABOUT} is the storage's own")
        self._db = db
        super().__init__(db.storage, name, cache_size=0, persist_empty=persist_empty)

    def number_of(self, id_: str) -> int | None:
        """The number of the document with this id."""
        if (open_ := self._db.mine) is not None:
            return open_.number_of(self.name, id_)
        return self._db.image().ids.get(self.name, {}).get(id_)

    def insert(self, document: Mapping[str, Any]) -> int:
        """Insert a document; its number was never given before in this table."""
        with self._db.transaction():
            return super().insert(document)

    def upsert(self, document: Mapping[str, Any], cond: QueryLike | None = None) -> list[int]:
        """Update the documents that match, or insert this one."""
        with self._db.transaction():
            return super().upsert(document, cond)

    def _get_next_id(self) -> int:
        with self._db.transaction() as open_:
            return open_.next_number(self.name)

    def _read_table(self) -> dict[str, Mapping[str, Any]]:
        return cast("dict[str, Mapping[str, Any]]", Texts(self._docs()))

    def _docs(self) -> images.Table:
        if (open_ := self._db.mine) is not None:
            return open_.docs(self.name)
        return self._db.image().tables.get(self.name, {})

    def _update_table(self, updater: _Updater) -> None:
        with self._db.transaction() as open_:
            rows = Rows(open_.docs(self.name))
            updater(cast("dict[int, Mapping[str, Any]]", rows))
            open_.take(self.name, rows)


class KringDB(TinyDB):
    """A TinyDB on a network file, safe to use while Kring or another process has it open.

    The ``with`` block of a transaction, and every operation outside one, holds the lock between processes.
    """

    table_class = KringTable  # type: ignore[assignment]

    def __init__(self, path: str | os.PathLike[str], disk: Disk | None = None) -> None:
        self.files = KringStorage(path, disk)
        self._open: Transaction | None = None
        self._by = 0
        super().__init__(storage=lambda: self.files)

    def table(self, name: str, **options: Any) -> KringTable:
        """The table of this name.

        Raises:
            ValueError: the name is that of the storage's own table.
        """
        if name not in self._tables:
            self._tables[name] = KringTable(self, name, **options)
        return cast("KringTable", self._tables[name])

    @property
    def mine(self) -> Transaction | None:
        """The transaction that this thread is in, if any."""
        return self._open if self._by == threading.get_ident() else None

    @contextmanager
    def transaction(self, token: str = "", *, erases: bool = False) -> Iterator[Transaction]:
        """Everything done to tables in this block is one change: all of it is written at its end, or nothing.

        ``token`` tells this write from all others: asked again with the same one after an error, what did reach the
        disk is not done twice (``done`` is true then, and nothing is to be done). One in another is part of that.

        Raises:
            OSError: it is not sure to be on the disk.
            ValueError: a document holds something that JSON has no form for; nothing was written.
        """
        if self.mine is not None:
            yield self.mine
            return
        with self.files.locked():
            self._open = Transaction(self.image(), token or uuid.uuid4().hex[:16], self.files.own)
            self._by = threading.get_ident()
            try:
                yield self._open
                self._commit(self._open, erases=erases)
            finally:
                self._open, self._by = None, 0

    def _commit(self, transaction: Transaction, *, erases: bool) -> None:
        if transaction.done:  # in doubt is only whether its name is
            self.files.disk.sync_folder(self.files.path.parent)
        elif transaction.changed or erases:
            self.files.put(transaction.image(erases=erases))

    def image(self) -> Image:
        """What the file holds now; nothing, while there is no file.

        Raises:
            OSError: it cannot be read.
            Damaged: it is no network file, or no longer.
        """
        with contextlib.suppress(FileNotFoundError):
            return self.files.fresh()
        return images.blank()

    @property
    def state(self) -> State:
        """What the file holds now, as records."""
        return self.image().state

    def tables(self) -> set[str]:
        """The names of the tables, the storage's own aside."""
        return set(self.mine.names() if self.mine is not None else self.image().tables)

    def drop_table(self, name: str) -> None:
        """Take a whole table away, in one transaction."""
        self._drop([name])

    def drop_tables(self) -> None:
        """Take all tables away, in one transaction."""
        self._drop(self.tables())

    def _drop(self, names: Iterable[str]) -> None:
        with self.transaction() as open_:
            for name in names:
                open_.drop(name)
                self._tables.pop(name, None)


__all__ = ["Document", "KringDB", "KringTable"]
