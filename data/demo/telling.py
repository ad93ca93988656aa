"""The means by which the demo is told: verbs, made one after another on a clock that is set by hand."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta

from data.demo.story import Asked, Form
from data.methods.evaluation import SCORES
from data.model import Activity, ActivityKind, Change, QuestionKind, Record, Stamp, State
from data.verbs.evaluation import fill_form
from data.verbs.network import people, sessions
from data.verbs.programme import begin_activity, of_kind
from data.verbs.round_table import joins, say_question


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
        return (*change.puts, *change.drops)[0]

    def later(self, minutes: float) -> None:
        """Set the clock so many minutes on."""
        self.now += timedelta(minutes=minutes)

    def who(self, place: int) -> str:
        """The id of a participant by place in the list of names."""
        return people(self.state)[place].id

    def session(self, number: int) -> str:
        """The id of a session."""
        return sessions(self.state)[number - 1].id

    def activity(self, number: int, kind: ActivityKind, place: int = 0) -> Activity:
        """The activity of this form in a session, the first of them unless another ``place`` is asked for."""
        return of_kind(self.state, self.session(number), kind)[place]

    def begin(self, number: int, kind: ActivityKind, place: int = 0) -> str:
        """Begin the activity of this form in a session; its id comes back."""
        activity = self.activity(number, kind, place).id
        self.do(begin_activity, activity=activity)
        return activity


def ask(demo: Telling, session: str, activity: str, kind: QuestionKind, every: Iterable[Asked]) -> None:
    """Keep what people said, and who joined in."""
    for asked in every:
        by = demo.who(asked.by)
        said = demo.do(say_question, session=session, text=asked.text, kind=kind, participant=by, activity=activity)
        for other in asked.also:
            demo.do(joins, question=said.id, participant=demo.who(other))


def fill_forms(demo: Telling, activity: str, forms: Iterable[Form]) -> None:
    """Fill in the forms of an evaluation."""
    for form in forms:
        demo.do(
            fill_form,
            activity=activity,
            **dict(zip(SCORES, form.scores, strict=True)),
            **dict(zip((f"{score}_comment" for score in SCORES), form.comments, strict=True)),
            learning=form.learning,
            treat=form.treat,
            deepen=form.deepen,
            hunger=form.hunger,
            adjust=form.adjust,
        )
