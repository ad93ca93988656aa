"""The pace of a stream of ideas, and whether it dries up: measured against itself, never against other groups.

A silence counts as drying up when it is long for this stream: four times its usual gap (the median, so that one
pause says nothing) or three ideas in the time of twelve, and never less than twenty seconds. Where only a few ideas
came, two minutes are long. After ten minutes the stream is over, not dry. The thresholds are our own, chosen so that a
steady reader-out never sets them off.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

ENOUGH = 5
"""So many ideas make a stream; with fewer nothing can be said of its pace."""

FEW, LULL = 2, 120.0
"""So many ideas, one after the other, are a beginning; it came to nothing after so many seconds of silence."""

SHORTEST, OVER = 20.0, 600.0
"""Seconds of silence: below the first it never counts, above the second the stream is over."""

LONG = 4.0
RECENT = 3
WINDOW = 180.0


@dataclass(frozen=True, slots=True)
class Pace:
    """A stream now: how many came, how many a minute of late, its usual gap (seconds), and the present silence."""

    count: int = 0
    per_minute: float = 0.0
    usual: float = 0.0
    silence: float = 0.0
    dry: bool = False


def pace(times: Sequence[float], now: float) -> Pace:
    """Measure a stream.

    Args:
        times: when each idea came, in seconds, in any order; ideas of one moment (a paste) count as one arrival.
        now: on the same clock.
    """
    arrivals = sorted(set(times))
    if not arrivals:
        return Pace()
    silence = max(0.0, now - arrivals[-1])
    gaps = [after - before for before, after in pairwise(arrivals)]
    usual = sorted(gaps)[len(gaps) // 2] if gaps else 0.0
    span = min(WINDOW, max(60.0, now - arrivals[0]))
    recent = sum(now - span <= time <= now for time in times)
    return Pace(len(times), recent * 60 / span, usual, silence, _dry(arrivals, now, usual, silence))


def _dry(arrivals: Sequence[float], now: float, usual: float, silence: float) -> bool:
    if not SHORTEST <= silence < OVER:
        return False
    if len(arrivals) < ENOUGH:
        return len(arrivals) >= FEW and silence >= LULL
    return silence >= LONG * usual or now - arrivals[-RECENT] >= LONG * RECENT * usual
