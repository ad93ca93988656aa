"""What the room is shown in a session: what is going on, the same as a moment ago, nothing, or one place."""

from enum import StrEnum
from typing import ClassVar

from data.model.base import Record


class Sees(StrEnum):
    """What a room window shows: the activity of now, what it showed last, only the name, or what was chosen."""

    FOLLOW = "follow"
    FREEZE = "freeze"
    BLANK = "blank"
    THIS = "this"


class Shown(Record, frozen=True, kw_only=True, omit_defaults=True):
    """What the facilitator lets the room see in a session; there is one of them a file, and without one it follows.

    It holds for its ``session`` only, so that every session begins by following. With ``THIS`` the ``place`` is the id
    of an activity, or ``programme``.
    """

    table: ClassVar[str] = "shown"

    session: str
    sees: Sees = Sees.FOLLOW
    place: str = ""
