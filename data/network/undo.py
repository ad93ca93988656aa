"""Taking back a change: the one mechanism for every verb, by the documents before and after."""

from __future__ import annotations

from typing import Any

import msgspec

from data.model import Change, Record, Refused, Session, Stamp, State, say
from data.store.history import Step
from data.store.image import KINDS, of_document

PLACED = "position"
"""The field that is another when the change of another laptop came before ours in their order."""


def reverse(state: State, _at: Stamp, *, step: Step, loose: bool = False) -> Change:
    """The change that takes a step back.

    With ``loose`` a record may stand at another place than the step put it: where calls of several laptops are put in
    one order, it stands behind what came before it.

    Raises:
        Refused: something it touched was changed since, and would be lost.
    """
    puts: list[Record] = []
    drops: list[Record] = []
    for trace in step.traces:
        kind = KINDS[trace.table]
        after, before = _record(kind, trace.after), _record(kind, trace.before)
        now = state.find(kind, trace.id)
        if loose and now is not None:
            after, before = _placed_as(now, after), _placed_as(now, before)
        if now != after:
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


def _placed_as(now: Record, record: Record | None) -> Record | None:
    """The record at the place of what is there now."""
    if record is None or not hasattr(record, PLACED):
        return record
    return msgspec.structs.replace(record, **{PLACED: getattr(now, PLACED)})


def _record(kind: type[Record], document: dict[str, Any] | None) -> Record | None:
    return None if document is None else of_document(kind, document)
