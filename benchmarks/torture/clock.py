"""Kring on a laptop whose clock is off: ``python -m benchmarks.torture.clock SECONDS WORD…``."""

from __future__ import annotations

import datetime
import sys
import time
from typing import Any, Self


def turn(seconds: float) -> None:
    """Make the clock of this process so many seconds another, before anything of Kring looks at it."""
    told = time.time

    class Off(datetime.datetime):
        @classmethod
        def now(cls, tz: datetime.tzinfo | None = None) -> Self:
            return cls.fromtimestamp(told() + seconds, tz)

    clock: Any = datetime
    clock.datetime = Off
    clock = time
    clock.time = lambda: told() + seconds


if __name__ == "__main__":
    turn(float(sys.argv.pop(1)))
    from tui.cli import main

    raise SystemExit(main())
