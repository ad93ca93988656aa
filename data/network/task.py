"""A change on its way to the disk."""

from __future__ import annotations

import threading
import uuid
from collections.abc import Callable, Mapping
from typing import Any

import msgspec

from data.model import Change, Keep, Record, Said, Shown, Stamp, State, say
from data.store.history import Step, Way
from data.store.records import Key, Trace, Was, more


class NotSaved(Exception):  # noqa: N818 - the opposite of saved
    """A change did not reach the disk; ``said`` tells the person what to do."""

    def __init__(self, said: Said) -> None:
        super().__init__(said.message.format_map(dict(said.fills)))
        self.said = said


class Asked(msgspec.Struct, frozen=True):
    """Which verb was asked for, and with what: what another laptop is told, when the network is shared."""

    verb: Callable[..., Change]
    args: Mapping[str, Any]


class Applied(msgspec.Struct, eq=False):
    """A change that was made here and is on its way to the disk; without ``asked`` only what it does is known."""

    stamp: Stamp
    run: Callable[[State, Stamp], Change]
    change: Change
    step: Step
    undoes: Step | None = None
    joins: tuple[str, ...] = ()
    asked: Asked | None = None
    _done: threading.Event = msgspec.field(default_factory=threading.Event)
    _error: Exception | None = None

    def new(self, number: int = 0) -> str:
        """The id of the ``number``-th new record of this change."""
        return self.stamp.new(number)

    def wait(self, timeout: float | None = None) -> None:
        """Return once the change is durably on the disk.

        Raises:
            Refused: another window's change made it impossible.
            NotSaved: it is not on the disk, after ``timeout`` seconds or because the network was closed.
        """
        if not self._done.wait(timeout):
            raise NotSaved(_WAITING)
        if self._error is not None:
            raise self._error

    @property
    def saved(self) -> bool:
        """Whether the change is durably on the disk."""
        return self._done.is_set() and self._error is None

    def finish(self, error: Exception | None = None) -> None:
        """Tell who waits; called by the writer."""
        self._error = error
        self._done.set()

    def was(self) -> dict[Key, Was]:
        """Where the documents stood that this brings back."""
        return _was(self.undoes) if self.undoes else {}


_WAITING = say("This is not saved yet.")


def foreseen(state: State, change: Change, way: Way, at: str, of: Step | None) -> Step:
    """The step that a change will be, as far as can be known before it is written."""
    traces = []
    for record in change.drops:
        if (before := state.find(type(record), record.id)) is not None:
            traces.append(Trace(record.table, record.id, 0, plain(before), None))
    for record in change.puts:
        before = state.find(type(record), record.id)
        if before != record:  # what stays as it is leaves nothing to undo
            traces.append(Trace(record.table, record.id, 0, plain(before) if before else None, plain(record)))
    return Step(
        label=change.label,
        id=uuid.uuid4().hex[:16],
        of=of.id if of else "",
        way=way,
        at=at,
        keep=change.keep,
        traces=tuple(traces),
    )


def plain(record: Record) -> dict[str, Any]:
    """A record as it stands in the file."""
    found: dict[str, Any] = msgspec.to_builtins(record)
    return found


def _was(step: Step) -> dict[Key, Was]:
    """Where the documents of a step stood, for when they come back."""
    return {
        (trace.table, trace.id): Was(trace.doc_id, more(trace.table, trace.before))
        for trace in step.traces
        if trace.before is not None and trace.doc_id
    }


def kept(change: Change) -> bool:
    """Whether a change can be undone at all."""
    return change.keep is not Keep.NEVER


def end(step: Step) -> Step:
    """What is remembered of a change that is secret: that there was one, and nothing of it."""
    return Step(label=step.label, id=step.id, way=Way.END, at=step.at)


def secret(step: Step) -> bool:
    """Whether it may be kept nowhere but in the file; what the room sees leaves no history, and is no secret."""
    return step.keep is Keep.NEVER and any(trace.table != Shown.table for trace in step.traces)
