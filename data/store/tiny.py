"""TinyDB over the safe storage: ``KringDB(path)`` is a TinyDB whose every change is one transaction."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from typing import Any, cast

from tinydb import TinyDB
from tinydb.queries import QueryLike
from tinydb.table import Document, Table

from data.store.storage import KringStorage


class KringTable(Table):
    """A table that keeps nothing of its own between two calls: no next number, no answers to earlier queries."""

    default_query_cache_capacity = 0

    def __init__(self, storage: KringStorage, name: str, **options: Any) -> None:
        self._held = storage
        self._following: int | None = None
        super().__init__(storage, name, **{**options, "cache_size": 0})

    def insert(self, document: Mapping[str, Any]) -> int:
        """Insert a document; its number was never given before in this table."""
        with self._held.locked():
            self._following = None
            return super().insert(document)

    def insert_multiple(self, documents: Iterable[Mapping[str, Any]]) -> list[int]:
        """Insert documents, in one write."""
        with self._held.locked():
            self._following = None
            return super().insert_multiple(documents)

    def upsert(self, document: Mapping[str, Any], cond: QueryLike | None = None) -> list[int]:
        """Update the documents that match, or insert this one."""
        with self._held.locked():
            self._following = None
            return super().upsert(document, cond)

    def _get_next_id(self) -> int:
        number = self._following or self._held.next_number(self.name)
        self._following = number + 1
        return number

    def _update_table(self, updater: Callable[[dict[int, Mapping[str, Any]]], None]) -> None:
        with self._held.locked():
            super()._update_table(updater)


class KringDB(TinyDB):
    """A TinyDB on a network file, safe to use while Kring or another process has it open."""

    table_class = KringTable  # type: ignore[assignment]

    def __init__(self, path: str | os.PathLike[str]) -> None:
        super().__init__(path, storage=KringStorage)

    def drop_table(self, name: str) -> None:
        """Take a whole table away, in one transaction."""
        with cast("KringStorage", self.storage).locked():
            super().drop_table(name)


__all__ = ["Document", "KringDB", "KringTable"]
