"""What is said in a work form, line by line."""

from typing import ClassVar

from data.model.base import Record


class Heard(Record, frozen=True, kw_only=True, omit_defaults=True):
    """A line of what was said in an activity. ``part`` is where in it: a step, or what the activity asks for there.

    ``subgroup`` is the number of the small group that said it, from 0.
    """

    table: ClassVar[str] = "heard"

    session: str
    activity: str
    text: str
    part: str = ""
    participant: str | None = None
    subgroup: int | None = None
