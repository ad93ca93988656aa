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

_LABEL = re.compile(
    r"\s*(?:(?P<place>plaats|locatie|waar|place|location|venue|where)|(?P<themes>thema(?:['’]?s)?|themes?)"
    r"|(?P<speakers>sprekers?|speakers?)|wanneer|when)\s*:\s*(?P<said>.+)",
    re.IGNORECASE,
)
"""What somebody calls what follows: the words that the line shows where it is empty."""


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

    Each may be called by its name (``themes: feedback``), in any order. Behind when, the place may follow without a
    semicolon. What was meant as a day or an hour and is none is never taken
    for a place.

    Raises:
        Refused: there is no such day or hour, or something was not understood.
    """
    named: dict[str, list[str]] = {"place": [], "themes": [], "speakers": []}
    others: list[str] = []
    for part in line(text).split(";"):
        called = _LABEL.fullmatch(part)
        kind = next((kind for kind in named if called and called[kind]), "")
        said = called["said"] if called else part
        (named[kind] if kind else others).append(said)
    parts = [(part, read_when(part, today)) for part in others or [""]]
    alone = any(when.date and not when.left for _part, when in parts)
    whens = [When(left=part.strip(EDGES)) if alone and _named_after_a_day(part, when) else when for part, when in parts]
    for when in whens:
        if (when.said or len(whens) == 1) and speaks_of_time(when.left):
            raise Refused(
                say("“{text}” was not understood: type the day as 14/3, and a place after a semicolon.", text=when.left)
            )
    days, hours = [when.date for when in whens if when.date], [when for when in whens if when.starts]
    if len(days) > 1 or len(hours) > 1:
        raise Refused(say("There are two days or times here: type one."))
    # What has no name of its own is, in this order, what was not named.
    kinds = [kind for kind in named if not named[kind]] or ["speakers"]
    for place, left in enumerate(when.left for when in whens if when.left or not when.said):
        named[kinds[min(place, len(kinds) - 1)]].append(left)
    starts, ends = (hours[0].starts, hours[0].ends) if hours else ("", "")
    return Meeting(
        "".join(days),
        starts,
        ends,
        _COMMA.sub(", ", ", ".join(filter(None, (each.strip(EDGES) for each in named["place"])))),
        kept_lines(",".join(named["themes"]).split(",")),
        kept_lines(",".join(named["speakers"]).split(",")),
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
            say("“{text}” was not understood: type the day and the times, as in 14/3 13:30-16:30.", text=when.left)
        )
    return Meeting(when.date, when.starts, when.ends)
