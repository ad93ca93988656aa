"""The countdown of an activity, kept as its end: it goes on after a crash and is the same in two windows."""
# ruff: noqa: ARG001 - every verb is given the clock and the ids, also one that needs none

from __future__ import annotations

import math
from datetime import datetime, timedelta

from msgspec.structs import replace

from data.model import Activity, Change, Countdown, Refused, Said, Stamp, State, say
from data.verbs.given import moment

LONGEST = 24 * 60 * 60
"""The longest countdown, in seconds."""


def left(countdown: Countdown, now: datetime) -> float:
    """The seconds still to go; negative once it is over, by how long ago that was."""
    if not countdown.ends:
        return float(countdown.left or 0)
    return (datetime.fromisoformat(countdown.ends) - now).total_seconds()


def paused(countdown: Countdown) -> bool:
    """Whether the clock stands still."""
    return not countdown.ends


def started(at: Stamp, seconds: float, what: str = "") -> Countdown:
    """A countdown of so many seconds from this moment."""
    length = math.ceil(seconds)
    return Countdown(ends=_later(at, length), total=length, what=what)


def _later(at: Stamp, seconds: float) -> str:
    return (moment(at) + timedelta(seconds=seconds)).isoformat()


def start(state: State, at: Stamp, *, activity: str, seconds: float, what: str = "") -> Change:
    """Start the clock of an activity anew; ``what`` says what is timed (talk, change, groups, break)."""
    if not 0 < seconds <= LONGEST:
        raise Refused(say("A clock runs from one second to a whole day."))
    return _clock(state, activity, started(at, seconds, what), say("Clock started"))


def pause(state: State, at: Stamp, *, activity: str) -> Change:
    """Let the clock stand still; once more changes nothing."""
    clock = _running(state, activity)
    label = say("Clock paused")
    if paused(clock):
        return Change(label)
    to_go = max(0, math.ceil(left(clock, moment(at))))
    return _clock(state, activity, replace(clock, ends="", left=to_go), label)


def resume(state: State, at: Stamp, *, activity: str) -> Change:
    """Let a paused clock run on; once more changes nothing."""
    clock = _running(state, activity)
    label = say("Clock resumed")
    if not paused(clock):
        return Change(label)
    return _clock(state, activity, replace(clock, ends=_later(at, clock.left or 0), left=None), label)


def add(state: State, at: Stamp, *, activity: str, seconds: int) -> Change:
    """Give more time (or less, when negative); to a clock that is over, counted from now."""
    clock = _running(state, activity)
    to_go = min(LONGEST, max(0.0, max(0.0, left(clock, moment(at))) + seconds))
    total = max(1, clock.total + seconds)
    if paused(clock):
        longer = replace(clock, left=math.ceil(to_go), total=total)
    else:
        longer = replace(clock, ends=_later(at, to_go), total=total)
    return _clock(state, activity, longer, say("Time added") if seconds > 0 else say("Time taken off"))


def stop(state: State, at: Stamp, *, activity: str) -> Change:
    """Take the clock away; once more changes nothing."""
    label = say("Clock stopped")
    if state.get(Activity, activity).countdown is None:
        return Change(label)
    return _clock(state, activity, None, label)


def _running(state: State, activity: str) -> Countdown:
    clock = state.get(Activity, activity).countdown
    if clock is None:
        raise Refused(say("No clock is running: start one first."))
    return clock


def _clock(state: State, activity: str, clock: Countdown | None, label: Said) -> Change:
    return Change(label, puts=(replace(state.get(Activity, activity), countdown=clock),))
