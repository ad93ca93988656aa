"""Taking back a change: the one mechanism for every verb, by the documents before and after."""

from __future__ import annotations

from typing import Any

from data.model import Change, Record, Refused, Session, Stamp, State, say
from data.store.history import Step
from data.store.image import KINDS, of_document


def reverse(state: State, _at: Stamp, *, step: Step) -> Change:
    """The change that takes a step back.

    Raises:
        Refused: something it touched was changed since, and would be lost.
    """
    puts: list[Record] = []
    drops: list[Record] = []
    for trace in step.traces:
        kind = KINDS[trace.table]
        after, before = _record(kind, trace.after), _record(kind, trace.before)
        if state.find(kind, trace.id) != after:
            raise Refused(say("Not undone: another window changed this since, and that would be lost."))
        if before is not None:
            puts.append(_put_back(before, after))
        elif after is not None:
            drops.append(after)
    return Change(step.label, tuple(puts), tuple(drops), step.keep)


def _put_back(before: Record, after: Record | None) -> Record:
    """A record as it was; a session that moves back moved again, for a calendar that took the day it had since."""
    if isinstance(before, Session) and isinstance(after, Session):
        return before.moved_from(after)
    return before


def _record(kind: type[Record], document: dict[str, Any] | None) -> Record | None:
    return None if document is None else of_document(kind, document)
