"""A next session as people say it, in one line: ``do 14 maart 13u30-16u, Gent`` or ``14/3; Gent; feedback; An``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from data.model import Refused, say
from data.text import line
from data.verbs.given import kept_lines
from data.verbs.when import EDGES, When, read_when, speaks_of_time

_COMMA = re.compile(r"\s*,\s*")


@dataclass(frozen=True, slots=True)
class Meeting:
    """What was said of a session: an ISO date, hours as HH:MM, a place, themes and speakers; empty for what was not."""

    date: str = ""
    starts: str = ""
    ends: str = ""
    place: str = ""
    themes: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()


def read_meeting(text: str, today: date) -> Meeting:
    """Read when, the place, the themes and the speakers, with semicolons between; what says when may stand anywhere.

    Behind when, the place may follow without a semicolon. What was meant as a day or an hour and is none is never taken
    for a place.

    Raises:
        Refused: there is no such day or hour, or something was not understood.
    """
    parts = [(part, read_when(part, today)) for part in line(text).split(";")]
    alone = any(when.date and not when.left for _part, when in parts)
    whens = [When(left=part.strip(EDGES)) if alone and _named_after_a_day(part, when) else when for part, when in parts]
    for when in whens:
        if (when.said or len(whens) == 1) and speaks_of_time(when.left):
            raise Refused(
                say("“{text}” was not understood: type the day as 14/3, a place behind a semicolon.", text=when.left)
            )
    days, hours = [when.date for when in whens if when.date], [when for when in whens if when.starts]
    if len(days) > 1 or len(hours) > 1:
        raise Refused(say("Two days or hours stand here: type one."))
    place, themes, speakers, *more = [*(when.left for when in whens if when.left or not when.said), "", "", ""]
    starts, ends = (hours[0].starts, hours[0].ends) if hours else ("", "")
    return Meeting(
        "".join(days),
        starts,
        ends,
        _COMMA.sub(", ", place.strip(EDGES)),
        kept_lines(themes.split(",")),
        kept_lines(",".join((speakers, *more)).split(",")),
    )


def _named_after_a_day(part: str, when: When) -> bool:
    """Whether a part can be a hall that is named after a day, where the day itself stands elsewhere."""
    return bool(when.date and when.left and not any(map(str.isdigit, part)))


def read_moment(text: str, today: date) -> Meeting:
    """Read a line that holds nothing but when.

    Raises:
        Refused: something else stands there, or there is no such day or hour.
    """
    when = read_when(text, today)
    if when.left:
        raise Refused(
            say("“{text}” was not understood: type the day and the hours, as 14/3 13:30-16:30.", text=when.left)
        )
    return Meeting(when.date, when.starts, when.ends)
