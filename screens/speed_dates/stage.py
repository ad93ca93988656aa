"""How the speed dates stand: setting up, talking, changing places, or over. Read from the records and the clock."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto

from data.model import Activity, DateSettings, Round, State
from data.verbs.speed_dates import CHANGE, daters, rounds, settings
from screens.shell.timing import time_of
from widgets.countdown import Time

USUAL_TIMEBOX = 60
"""Minutes to plan for when the programme gives none."""


class Phase(Enum):
    """What the room is doing."""

    SET_UP = auto()
    CHANGE = auto()
    TALK = auto()
    OVER = auto()


@dataclass(frozen=True, slots=True)
class Stage:
    """The speed dates of one activity at one moment.

    ``turn`` is the round that is talked in, or the one people are finding their places for. ``running`` is a round
    that was started and does not count as met yet, also once its time is over. ``time`` is None while no clock runs.
    """

    activity: Activity
    dates: DateSettings
    phase: Phase
    held: tuple[Round, ...]
    running: Round | None
    coming: tuple[Round, ...]
    time: Time | None

    @property
    def turn(self) -> Round | None:
        """The round to show."""
        if self.phase is Phase.TALK:
            return self.running
        return self.coming[0] if self.coming else None

    @property
    def before(self) -> Round | None:
        """The round before the one to show."""
        if self.phase is Phase.TALK or self.running is None:
            return self.held[-1] if self.held else None
        return self.running

    @property
    def next(self) -> Round | None:
        """The round after the one to show."""
        place = 0 if self.phase is Phase.TALK else 1
        return self.coming[place] if place < len(self.coming) else None

    @property
    def ahead(self) -> Round | None:
        """The round after the one that is talked in, once the end of that is in sight: no other is announced."""
        in_sight = self.phase is Phase.TALK and self.time is not None and self.time.stage > 0
        return self.next if in_sight else None

    @property
    def started(self) -> tuple[Round, ...]:
        """Every round that counts or will count as met."""
        return (*self.held, self.running) if self.running else self.held

    @property
    def of(self) -> int:
        """How many rounds there are in all."""
        return len(self.started) + len(self.coming)

    @property
    def number(self) -> int:
        """The number of the round to show, from 1."""
        return len(self.started) + (0 if self.phase is Phase.TALK else 1)

    @property
    def timebox(self) -> int:
        """The minutes there are for the whole."""
        return self.activity.minutes or USUAL_TIMEBOX

    @property
    def unspent(self) -> float:
        """The minutes of the timebox that the rounds so far leave, as they were meant."""
        return self.timebox - len(self.started) * (self.dates.minutes + self.dates.change / 60)

    @property
    def minutes_to_go(self) -> float:
        """How long the rest lasts when nothing is skipped or added."""
        now = max(0, self.time.left) / 60 if self.time and self.phase in {Phase.TALK, Phase.CHANGE} else 0.0
        to_come = len(self.coming)
        changes = to_come if self.phase is Phase.TALK else max(0, to_come - 1)
        return now + to_come * self.dates.minutes + changes * self.dates.change / 60


def stage(state: State, activity: str, now: datetime) -> Stage:
    """How these speed dates stand at this moment.

    A talk that ran out is a change of places: its seconds are counted from the end of the talk, so that nothing has
    to be written for it and every window sees the same.
    """
    here = state.get(Activity, activity)
    turns = rounds(state, activity)
    held = tuple(turn for turn in turns if turn.held)
    running = next((turn for turn in turns if turn.started and not turn.held), None)
    coming = tuple(turn for turn in turns if not turn.started)
    dates = settings(here)
    time = time_of(here, now)
    phase = _phase(running, coming, held, time)
    changing = here.countdown is not None and here.countdown.what == CHANGE
    if phase is Phase.CHANGE and time is not None and not changing:
        time = Time(dates.change + time.left, dates.change)
    return Stage(here, dates, phase, held, running, coming, None if phase is Phase.OVER else time)


def _phase(running: Round | None, coming: tuple[Round, ...], held: tuple[Round, ...], time: Time | None) -> Phase:
    if running and time and (time.left > 0 or time.paused):
        return Phase.TALK
    if coming:
        return Phase.CHANGE
    return Phase.OVER if held or running else Phase.SET_UP


def strangers(state: State, stage: Stage) -> tuple[frozenset[str], frozenset[str]]:
    """Who is present and has no seat in the coming rounds, and who has one and is not there."""
    if not stage.coming:
        return frozenset(), frozenset()
    here = {who.id for who in daters(state, stage.activity.id)}
    seated = {who for turn in stage.coming for table in (*turn.tables, turn.sits_out) for who in table}
    return frozenset(here - seated), frozenset(seated - here)


def alone(state: State, stage: Stage) -> frozenset[str]:
    """Who has nobody left at the table in the round that runs, and who came meanwhile and sits nowhere in it."""
    if stage.phase is not Phase.TALK or stage.running is None:
        return frozenset()
    here = {who.id for who in daters(state, stage.activity.id)}
    seated = [here.intersection(table) for table in stage.running.tables]
    nowhere = here.difference(*stage.running.tables, stage.running.sits_out)
    return frozenset(nowhere.union(*(table for table in seated if len(table) == 1)))


def unpinned(stage: Stage) -> frozenset[str]:
    """Who is to stay at one table and does not, in most of the coming rounds; a single swap by hand is left alone."""
    return frozenset(
        who
        for who, table in stage.dates.pinned.items()
        if 2 * sum(sits_at(turn, who, table) for turn in stage.coming) < len(stage.coming)
        and any(who in seats for turn in stage.coming for seats in turn.tables)
    )


def sits_at(turn: Round, who: str, table: int) -> bool:
    """Whether somebody sits at this table, counted from 0, in this round."""
    return table < len(turn.tables) and who in turn.tables[table]
