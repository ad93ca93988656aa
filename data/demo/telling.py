"""The means by which the demo is told: verbs, made one after another on a clock that is set by hand."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from datetime import datetime, timedelta

from data.model import Activity, ActivityKind, Change, Record, Stamp, State, say
from data.verbs.network import people, sessions
from data.verbs.programme import begin_activity, of_kind


class Telling:
    """A state that grows verb by verb; its ids come in a fixed order."""

    def __init__(self, now: datetime) -> None:
        self.state = State()
        self.now = now
        self._changes = 0

    def _stamp(self) -> Stamp:
        self._changes += 1
        seed = uuid.uuid5(uuid.NAMESPACE_URL, f"kring:demo:{self._changes}")
        return Stamp(self.now.isoformat(timespec="seconds"), str(seed))

    def do(self, verb: Callable[..., Change], **asked: object) -> Record:
        """Make the change of a verb; its first record comes back."""
        change = verb(self.state, self._stamp(), **asked)
        self.state = self.state.after(change)
        return change.puts[0]

    def put(self, *records: Record) -> None:
        """Put records in place as they are."""
        self.state = self.state.after(Change(say("Start"), puts=records))

    def id(self) -> str:
        """An id for a record that no verb makes."""
        return self._stamp().new()

    def later(self, minutes: float) -> None:
        """Set the clock so many minutes on."""
        self.now += timedelta(minutes=minutes)

    def who(self, place: int) -> str:
        """The id of a participant by place in the list of names."""
        return people(self.state)[place].id

    def session(self, number: int) -> str:
        """The id of a session."""
        return sessions(self.state)[number - 1].id

    def activity(self, number: int, kind: ActivityKind) -> Activity:
        """The activity of this form in a session."""
        return of_kind(self.state, self.session(number), kind)[0]

    def begin(self, number: int, kind: ActivityKind) -> str:
        """Begin the activity of this form in a session; its id comes back."""
        activity = self.activity(number, kind).id
        self.do(begin_activity, activity=activity)
        return activity
