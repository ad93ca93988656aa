"""Programmes: templates with their timeboxes, and timeboxes set out on the clock."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from enum import StrEnum
from math import ceil

import msgspec

from data.model import Activity, ActivityKind, EvaluationKind, Said, say


class Item(msgspec.Struct, frozen=True):
    """A planned activity: its form, its timebox in minutes, and what an evaluation looks back on."""

    kind: ActivityKind
    minutes: int
    evaluates: EvaluationKind = EvaluationKind.SESSION


class Template(msgspec.Struct, frozen=True):
    """A programme to start from: a key, its name, when to take it, and its items in order."""

    key: str
    name: Said
    use: Said
    items: tuple[Item, ...]

    @property
    def minutes(self) -> int:
        """How long the whole programme takes."""
        return sum(item.minutes for item in self.items)


TEMPLATES: tuple[Template, ...] = (
    Template(
        "kick_off",
        say("Kick-off"),
        say("Introductions, questions and expectations, and agreements on how to continue."),
        (
            Item(ActivityKind.CHECK_IN, 10),
            Item(ActivityKind.SPEED_DATES, 45),
            Item(ActivityKind.ROUND_TABLE, 35),
            Item(ActivityKind.BREAK, 15),
            Item(ActivityKind.BRAINSTORM, 30),
            Item(ActivityKind.AGREEMENTS, 20),
            Item(ActivityKind.RECAP, 10),
            Item(ActivityKind.EVALUATION, 10),
            Item(ActivityKind.CLOSE, 5),
        ),
    ),
    Template(
        "working",
        say("Working session"),
        say("A new round of introductions, expectations for today, work on a theme, and a decision."),
        (
            Item(ActivityKind.CHECK_IN, 10),
            Item(ActivityKind.SPEED_DATES, 20),
            Item(ActivityKind.ROUND_TABLE, 20),
            Item(ActivityKind.BRAINSTORM, 40),
            Item(ActivityKind.BREAK, 15),
            Item(ActivityKind.DECISION, 40),
            Item(ActivityKind.RECAP, 15),
            Item(ActivityKind.EVALUATION, 10),
            Item(ActivityKind.CLOSE, 10),
        ),
    ),
    Template(
        "closing",
        say("Closing session"),
        say("Open questions, what was learned, decisions on what to keep, and the final evaluation."),
        (
            Item(ActivityKind.CHECK_IN, 10),
            Item(ActivityKind.ROUND_TABLE, 40),
            Item(ActivityKind.BRAINSTORM, 30),
            Item(ActivityKind.BREAK, 15),
            Item(ActivityKind.DECISION, 30),
            Item(ActivityKind.AGREEMENTS, 15),
            Item(ActivityKind.RECAP, 10),
            Item(ActivityKind.EVALUATION, 25, EvaluationKind.FINAL),
            Item(ActivityKind.CLOSE, 5),
        ),
    ),
    Template(
        "exchange",
        say("Exchange session"),
        say("What people bring from their own work: a demonstration, practical questions, and a case."),
        (
            Item(ActivityKind.CHECK_IN, 10),
            Item(ActivityKind.ROUND_TABLE, 20),
            Item(ActivityKind.CONTRIBUTION, 25),
            Item(ActivityKind.EXCHANGE, 40),
            Item(ActivityKind.BREAK, 15),
            Item(ActivityKind.PEER_CONSULTATION, 40),
            Item(ActivityKind.RECAP, 15),
            Item(ActivityKind.EVALUATION, 10),
            Item(ActivityKind.CLOSE, 5),
        ),
    ),
    Template(
        "expert",
        say("Session with an expert"),
        say("Answers given beforehand, an expert for what nobody could answer, and what to do with it all."),
        (
            Item(ActivityKind.CHECK_IN, 10),
            Item(ActivityKind.ROUND_TABLE, 15),
            Item(ActivityKind.PREPARATION, 25),
            Item(ActivityKind.EXTERNAL_INPUT, 45),
            Item(ActivityKind.BREAK, 15),
            Item(ActivityKind.EXCHANGE, 40),
            Item(ActivityKind.RECAP, 15),
            Item(ActivityKind.EVALUATION, 10),
            Item(ActivityKind.CLOSE, 5),
        ),
    ),
)
"""The programmes one can start from; every one has time to get acquainted or to hear expectations, and a break."""


def template(key: str) -> Template | None:
    """The template with this key, or None."""
    return next((found for found in TEMPLATES if found.key == key), None)


ENOUGH, RECENT = 2, 5
"""So many times something was done say how long it takes; of more only the latest count."""

SHORTEST, LONGEST = 2.0, 240.0
"""Minutes: less was a slip of the finger, more an item that nobody closed."""

STEP = 5


class Suggestion(msgspec.Struct, frozen=True):
    """A timebox in minutes, and how long (rounded to minutes, the latest last) the times took that it comes from."""

    minutes: int
    took: tuple[int, ...]


def suggested(kind: ActivityKind, held: Iterable[Activity]) -> Suggestion | None:
    """The timebox for an activity of this kind by how long it took in this network: the median of the last five times.

    Rounded up to whole five minutes, so that more than half of those times would have fitted. None when it was done
    less than twice.
    """
    took = [length for _, length in sorted(_lengths(kind, held))][-RECENT:]
    if len(took) < ENOUGH:
        return None
    from statistics import median  # brings fractions, decimals and random numbers, of which the start needs none

    return Suggestion(max(STEP, ceil(median(took) / STEP) * STEP), tuple(map(round, took)))


def _lengths(kind: ActivityKind, held: Iterable[Activity]) -> Iterator[tuple[datetime, float]]:
    """When each activity of this kind began and how many minutes it took, as far as that can be believed."""
    for activity in held:
        if activity.kind is kind and activity.started and activity.ended:
            began = datetime.fromisoformat(activity.started)
            minutes = (datetime.fromisoformat(activity.ended) - began) / timedelta(minutes=1)
            if SHORTEST <= minutes <= LONGEST:
                yield began, minutes


class SlotState(StrEnum):
    """How an item of the programme stands."""

    DONE = "done"
    NOW = "now"
    TO_COME = "to_come"


class Slot(msgspec.Struct, frozen=True):
    """An item on the clock: ``begins`` and ``ends`` as planned, ``expected`` to ``until`` as it goes today."""

    activity: Activity
    begins: datetime
    ends: datetime
    expected: datetime
    until: datetime
    state: SlotState


class Timetable(msgspec.Struct, frozen=True):
    """The programme on the clock. ``late`` is in whole minutes behind it, negative when ahead."""

    slots: tuple[Slot, ...] = ()
    now: Slot | None = None
    next: Slot | None = None
    late: int = 0

    @property
    def ends(self) -> datetime | None:
        """When the last item will be over, as it goes today."""
        return self.slots[-1].until if self.slots else None


def timetable(activities: Sequence[Activity], starts: datetime, now: datetime, running: str | None = None) -> Timetable:
    """Set timeboxes out on the clock.

    Args:
        activities: in the order of the programme.
        starts: when the session is to begin.
        now: the time it is, of the same kind (with or without an offset) as ``starts``.
        running: the id of the activity that is going on.
    """
    cursor, reached = starts, starts
    slots: list[Slot] = []
    for activity in activities:
        length = timedelta(minutes=activity.minutes)
        state = _state(activity, running)
        begun = _time(activity.started, now) if state is not SlotState.TO_COME else None
        # An item that has not begun cannot begin in the past.
        expected = begun or (max(reached, now) if state is SlotState.TO_COME else reached)
        until = {
            SlotState.DONE: _time(activity.ended, now) or expected + length,
            SlotState.NOW: max(_back(activity, now) or expected + length, now),
            SlotState.TO_COME: expected + length,
        }[state]
        slots.append(Slot(activity, cursor, cursor + length, expected, until, state))
        cursor += length
        reached = max(reached, until) if state is not SlotState.DONE else until
    return _timetable(tuple(slots))


def _timetable(slots: tuple[Slot, ...]) -> Timetable:
    current = next((slot for slot in slots if slot.state is SlotState.NOW), None)
    behind = slots[slots.index(current) + 1 :] if current else slots
    coming = next((slot for slot in behind if slot.state is SlotState.TO_COME), None)
    drift = timedelta(0)
    if current:
        drift = current.until - current.ends
    elif coming:
        drift = coming.expected - coming.begins
    elif slots:
        drift = slots[-1].until - slots[-1].ends
    return Timetable(slots, current, coming, round(drift / timedelta(minutes=1)))


def _state(activity: Activity, running: str | None) -> SlotState:
    if activity.id == running:
        return SlotState.NOW
    return SlotState.DONE if activity.started else SlotState.TO_COME


def _back(activity: Activity, now: datetime) -> datetime | None:
    """When people are back from a break, by its own clock, or as if it began now; None for what is no break."""
    if activity.kind is not ActivityKind.BREAK:
        return None
    running = activity.countdown
    if running and running.ends:
        return _time(running.ends, now)
    return now + (timedelta(seconds=running.left or 0) if running else timedelta(minutes=activity.minutes))


def _time(iso: str, like: datetime) -> datetime | None:
    if not iso:
        return None
    found = datetime.fromisoformat(iso)
    return found if like.tzinfo else found.replace(tzinfo=None)
