"""The recap at the end of a session: each point that was treated, with what the group says of it."""

from enum import StrEnum
from typing import ClassVar

from data.model.base import Record


class Verdict(StrEnum):
    """What the group says of a point: it is round, it lets it go, or it goes on with it in the next session."""

    ROUND = "round"
    LET_GO = "let_go"
    CONTINUE = "continue"


class RecapPoint(Record, frozen=True, kw_only=True, omit_defaults=True):
    """A point of a recap. ``about`` is what it speaks of (an id): something carried over, a decision, an activity."""

    table: ClassVar[str] = "recap"

    session: str
    activity: str
    text: str
    verdict: Verdict
    about: str = ""
