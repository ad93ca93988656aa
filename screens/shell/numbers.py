"""What is said of a number that is typed digit by digit."""

from __future__ import annotations

from data.model import Said, say


def begins_anew(number: int, most: int, now: int) -> Said:
    """A digit more would have made it too large: it reads otherwise now."""
    return say("{number} is too large: at most {most}. It reads {now} now.", number=number, most=most, now=now)
