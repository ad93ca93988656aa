"""When the clock of speed dates has passed a mark that the room is told of."""

from __future__ import annotations

from enum import IntEnum

from data.verbs.speed_dates import CHANGE
from screens.speed_dates.stage import Phase, Stage


class Mark(IntEnum):
    """What the clock passes, in this order."""

    NONE = 0
    SOON = 1
    NEARLY = 2
    OVER = 3
    CHANGED = 4


class Bell:
    """Hears how the clock stands and says once that it passed a mark; a clock that is set anew is another clock."""

    def __init__(self) -> None:
        self._clock = ""
        self._mark = Mark.NONE

    def hear(self, stage: Stage) -> Mark:
        """The mark that was passed since the last time; none for a clock that was not heard before."""
        countdown = stage.activity.countdown
        clock = f"{countdown.what} {countdown.ends}" if countdown and countdown.ends else ""
        mark = _mark(stage)
        passed = mark if clock and clock == self._clock and mark > self._mark else Mark.NONE
        self._clock, self._mark = clock, mark
        return passed


def _mark(stage: Stage) -> Mark:
    countdown = stage.activity.countdown
    if countdown is None:
        return Mark.NONE
    if stage.phase is Phase.TALK and stage.time is not None:
        return Mark(stage.time.stage)
    if stage.phase is Phase.CHANGE and stage.time is not None and stage.time.left <= 0 and stage.dates.change:
        return Mark.CHANGED
    return Mark.NONE if countdown.what == CHANGE else Mark.OVER
