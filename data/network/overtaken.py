"""What two windows changed both: who is overtaken is told, with the text that was; the history keeps it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import msgspec

from data.model import Record, Said, State, say
from data.store.free_text import FREE, free
from data.store.history import Step
from data.store.image import KINDS
from data.store.records import Trace

RECENT = 20
"""So many changes of this window are looked at."""


def by_others(before: State, after: State, own: Sequence[Step]) -> list[Said]:
    """What another window did to the texts that this one wrote last: changed them, or took them away."""
    told: dict[tuple[str, str], Said] = {}
    for step in own[-RECENT:]:
        for trace in step.traces:
            if trace.after is None or trace.table not in KINDS:
                continue
            was, now = _plain(before, trace), _plain(after, trace)
            if was != _as_on_disk(trace.after) or now == was:
                continue
            if now is None:
                for text in _texts(trace.table, trace.after):
                    said = say("Another window removed what you wrote: “{yours}”", yours=text)
                    told[trace.table, trace.id] = said
            elif pair := _first_other(trace.table, trace.after, now):
                said = say("Another window made “{theirs}” of “{yours}”.", theirs=pair[1], yours=pair[0])
                told[trace.table, trace.id] = said
    return list(told.values())


def by_us(foreseen: Iterable[Trace], made: Iterable[Trace]) -> list[Said]:
    """What this window's change did to what another had just done, before it was seen here."""
    expected = {(trace.table, trace.id): trace.before for trace in foreseen}
    found = []
    for trace in made:
        before = expected.get((trace.table, trace.id))
        if before is None or trace.before is None or before == trace.before or trace.after is None:
            continue
        pair = _first_other(trace.table, trace.before, trace.after)
        if pair and _first_other(trace.table, before, trace.before):
            found.append(say("Another window had just made “{theirs}” of this; yours holds.", theirs=pair[0]))
        if trace.before.get("binned") and not before.get("binned"):
            found.append(say("Another window had just put this in the bin; with your change it is back."))
    return found


def written(change: Iterable[Record]) -> tuple[str, ...]:
    """The texts of a change, for when it cannot be made: they are put back where they were typed."""
    return tuple(text for record in change for text in _texts(record.table, msgspec.to_builtins(record)))


def _plain(state: State, trace: Trace) -> dict[str, Any] | None:
    record = state.tables.get(trace.table, {}).get(trace.id)
    return None if record is None else _as_on_disk(record)


def _as_on_disk(document: Record | dict[str, Any]) -> dict[str, Any]:
    """A record, or a document of the history: after a restart its rows are lists, and tuples before."""
    found: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(document))
    return found


def _texts(table: str, document: dict[str, Any]) -> Iterator[str]:
    return (text for _, text in free(table, document) if text)


def _first_other(table: str, one: dict[str, Any], other: dict[str, Any]) -> tuple[str, str] | None:
    """The first free text that differs, in each."""
    for key, text in one.items():
        if key in FREE[table] and isinstance(text, str) and text and text != other.get(key):
            return text, str(other.get(key, ""))
    return None
