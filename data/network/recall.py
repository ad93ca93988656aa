"""Bringing back a change that could not be saved before Kring stopped."""

from __future__ import annotations

from typing import Any

import msgspec

from data.model import Change, Record, Stamp, State
from data.network.task import plain
from data.store.history import Step
from data.store.image import KINDS, of_document


def recall(state: State, _at: Stamp, *, step: Step) -> Change:
    """The change once more, on what is true now: only the fields it changed, and never twice."""
    puts: list[Record] = []
    drops: list[Record] = []
    for trace in step.traces:
        kind = KINDS[trace.table]
        before, after = _record(kind, trace.before), _record(kind, trace.after)
        now = state.find(kind, trace.id)
        if after is None:
            if now is not None and now == before:
                drops.append(now)
        elif now is None:
            puts.append(after)
        elif before is not None and (changed := _changed(plain(before), plain(after))):
            puts.append(msgspec.convert(_having(plain(now), changed), kind))
    return Change(step.label, tuple(puts), tuple(drops), step.keep)


def _record(kind: type[Record], document: dict[str, Any] | None) -> Record | None:
    """The record of a document: rows are lists in one that comes from the disk or the line, and tuples in a record."""
    return None if document is None else of_document(kind, document)


_GONE = object()


def _changed(before: dict[str, Any], after: dict[str, Any]) -> dict[str, Any]:
    return {key: after.get(key, _GONE) for key in {*before, *after} if before.get(key, _GONE) != after.get(key, _GONE)}


def _having(document: dict[str, Any], changed: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in {**document, **changed}.items() if value is not _GONE}
