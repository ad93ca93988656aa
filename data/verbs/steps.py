"""Where an activity of steps is."""
# ruff: noqa: ARG001 - every verb is given the clock and the ids, also one that needs none

from __future__ import annotations

from msgspec.structs import replace

from data.model import Activity, Change, Stamp, State, say
from data.text import line


def go_to(state: State, at: Stamp, *, activity: str, step: str, treats: str = "") -> Change:
    """Go to a step, and to what is treated in it; the clock of the step before is taken away."""
    item, there = state.get(Activity, activity), line(treats)
    passed = (*item.passed, there) if there and there not in item.passed else item.passed
    moved = replace(item, phase=line(step), treats=there, passed=passed, countdown=None)
    return Change(say("Other step"), puts=(moved,))
