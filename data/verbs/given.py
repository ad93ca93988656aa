"""What verbs are given, made fit to keep: lines that must hold something, dates and hours as people type them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime

from data.model import Refused, Said, Stamp, say
from data.model.languages import LANGUAGES
from data.text import LINE_LIMIT, line

_MONTHS = ("jan", "feb", "maa|mar|mrt", "apr", "mei|may", "jun", "jul", "aug", "sep", "okt|oct", "nov", "dec")
MONTH_NAMES = "|".join(_MONTHS)
"""How the name of a month begins, in Dutch and in English, for a pattern."""

# Patterns are made when a date is first typed, not at every start.
_MONTH = rf"(?i:(?<=\d)\s*\b({MONTH_NAMES})[a-z]*\.?(?=\s|$))"
_DATE = r"(\d{1,2})\s*[-/. ]\s*(\d{1,2})(?:\s*[-/. ]\s*(\d{4}|\d{2}))?\.?"
_HALF = r"(?i:\s*(?:([ap])\.?m\.?|uur|o'clock)$)"
_HOUR = r"(\d{1,2})(?:\s*[:.uUhH]\s*(\d{2})?)?|(\d{2})(\d{2})"


def needed(text: str, ask: Said, limit: int = LINE_LIMIT) -> str:
    """One clean line that is not empty.

    Raises:
        Refused: nothing is left of it; ``ask`` says what to type.
    """
    kept = line(text, limit)
    if not kept:
        raise Refused(ask)
    return kept


def kept_lines(texts: Iterable[str]) -> tuple[str, ...]:
    """The clean lines that are not empty, in order."""
    return tuple(kept for text in texts if (kept := line(text)))


def moment(at: Stamp) -> datetime:
    """The time of a change, with its offset."""
    return datetime.fromisoformat(at.now)


def read_date(text: str, today: date) -> str:
    """A day as people type it (``2027-03-14``, ``14/3/2027``, ``14-3``, ``14 maart``) in ISO form, or nothing as typed.

    A day without a year is the next one that is not past.

    Raises:
        Refused: it is no day of the calendar.
    """
    typed = line(text)
    if not typed:
        return ""
    try:
        return date.fromisoformat(typed).isoformat()
    except ValueError:
        pass
    found = re.fullmatch(_DATE, re.sub(_MONTH, _month_number, typed))
    try:
        if found is None:
            raise ValueError
        day, month, year = int(found[1]), int(found[2]), found[3]
        if year:
            return date(int(year) + (2000 if len(year) == 2 else 0), month, day).isoformat()
        return _next(day, month, today).isoformat()
    except ValueError:
        raise Refused(say("“{text}” is not a date: type it as 14/3/2027.", text=typed)) from None


def _month_number(found: re.Match[str]) -> str:
    name = found[1].lower()
    return f"/{next(place for place, names in enumerate(_MONTHS, start=1) if name in names.split('|'))}"


def _next(day: int, month: int, today: date) -> date:
    """The first such day from today on; 29 February may be some years ahead."""
    for year in range(today.year, today.year + 9):
        try:
            found = date(year, month, day)
        except ValueError:
            continue
        if found >= today:
            return found
    raise ValueError


def read_hour(text: str) -> str:
    """An hour as people type it (``14:30``, ``14u30``, ``14 uur``, ``2.30 pm``, ``14``) as HH:MM, or nothing as typed.

    Raises:
        Refused: it is no time of the day.
    """
    typed = line(text)
    if not typed:
        return ""
    half, found = re.search(_HALF, typed), re.fullmatch(_HOUR, re.sub(_HALF, "", typed))
    hour, minute = (int(found[1] or found[3]), int(found[2] or found[4] or 0)) if found else (24, 0)
    if half and half[1]:
        hour = hour % 12 + (12 if half[1] in "pP" else 0) if 1 <= hour <= 12 else 24
    if hour > 23 or minute > 59:
        raise Refused(say("“{text}” is not a time: type it as 14:30.", text=typed))
    return f"{hour:02}:{minute:02}"


def read_language(language: str) -> str:
    """A language that a summary can be in.

    Raises:
        Refused: there is none of that code.
    """
    if language not in LANGUAGES:
        asked, known = line(language, 20), ", ".join(LANGUAGES)
        raise Refused(say("A summary cannot be in “{language}”: choose from {known}.", language=asked, known=known))
    return language
