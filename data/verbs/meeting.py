"""A next session as people say it, in one line: ``do 14 maart 13u30-16u, Gent`` or ``14/3; 13:30; Gent``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from data.text import line
from data.verbs.given import MONTH_NAMES, read_date, read_hour

_WEEKDAY = r"(?:(?:ma|di|wo|do|vr|za|zo|mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?\s+)?"
_DATE = re.compile(
    rf"(?<!\S){_WEEKDAY}(\d{{4}}-\d\d-\d\d|\d{{1,2}}[-/](?:0?[1-9]|1[0-2])(?:[-/]\d{{2,4}})?"
    rf"|\d{{1,2}}\s+(?:{MONTH_NAMES})[a-z]*\.?(?:\s+\d{{4}})?)(?![\w/:])",
    re.IGNORECASE,
)
_HOUR = r"\d{1,2}(?:[:.]\d\d|\s?[uUhH](?:\d\d)?)"
_HOURS = re.compile(rf"(?<!\S)({_HOUR})(?:\s*(?:-|–|tot|to)\s*({_HOUR}|\d{{1,2}}))?(?![\w:])", re.IGNORECASE)
_EDGES = " ;,·-–"
_SPARE = re.compile(r"\s*[;,]\s*(?=[;,])|\s+(?=[;,])")


@dataclass(frozen=True, slots=True)
class Meeting:
    """What was said of a session: an ISO date, hours as HH:MM, and a place; empty for what was not said."""

    date: str = ""
    starts: str = ""
    ends: str = ""
    place: str = ""


def read_meeting(text: str, today: date) -> Meeting:
    """Read date, hours and place in any order; what is neither date nor hour is the place.

    Raises:
        Refused: what looks like a date or an hour is none.
    """
    rest = line(text)
    day, rest = _taken(_DATE, rest)
    hours, rest = _taken(_HOURS, rest)
    place = _SPARE.sub("", rest.strip(_EDGES)).strip(_EDGES)
    starts, ends = (hours[1], hours[2] or "") if hours else ("", "")
    return Meeting(read_date(day[1], today) if day else "", read_hour(starts), read_hour(ends), place)


def _taken(pattern: re.Pattern[str], text: str) -> tuple[re.Match[str] | None, str]:
    """What was found, and the text without it."""
    # A semicolon right behind a word would hide its end from the pattern's edges.
    spread = re.sub(r"\s*([;,])\s*", r" \1 ", text)
    found = pattern.search(spread)
    if found is None:
        return None, text
    left = spread[: found.start()] + " ; " + spread[found.end() :]
    return found, re.sub(r"\s+([;,])", r"\1", left).strip(_EDGES)
