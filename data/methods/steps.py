"""Going through steps: what stands so many places further."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

S = TypeVar("S")


def beside(every: Sequence[S], here: S, by: int) -> S | None:
    """What stands so many places further than here (back when negative); None where there is none."""
    place = every.index(here) + by
    return every[place] if 0 <= place < len(every) else None
