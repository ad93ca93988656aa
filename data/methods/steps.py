"""Going through steps: what stands so many places further."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import TypeVar

S = TypeVar("S")
E = TypeVar("E", bound=StrEnum)


def beside(every: Sequence[S], here: S, by: int) -> S | None:
    """What stands so many places further than here (back when negative); None where there is none."""
    place = every.index(here) + by
    return every[place] if 0 <= place < len(every) else None


def here(every: Sequence[tuple[E, str]], step: str, treats: str) -> tuple[E, str]:
    """Where one is who was at a step and what it treats: the first stop of that step, or of all, once it is gone."""
    left = [stop for stop in every if stop[0] == step]
    return next((stop for stop in left if stop[1] == treats), left[0] if left else every[0])
