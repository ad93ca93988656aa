"""Where a decision stands, as its screen tells the difference."""

from __future__ import annotations

from enum import StrEnum


class Stage(StrEnum):
    """Where we are: a phase, a vote that is open, a decision that is over, or none chosen yet."""

    CHOOSE = "choose"
    EXPLORE = "explore"
    PROPOSE = "propose"
    EXAMINE = "examine"
    DECIDE = "decide"
    HANDS = "hands"
    PERSON = "person"
    SECRET = "secret"
    OVER = "over"


VOTING = frozenset({Stage.HANDS, Stage.PERSON, Stage.SECRET})
"""A vote is open."""
