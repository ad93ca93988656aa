"""When, as people write it in Dutch and English: ``do 14 jan 13u30``, ``14/1``, ``next thursday``, ``over 3 weken``."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from data.model import Refused, say
from data.text import line
from data.verbs.given import read_date, read_hour

_WEEKDAYS = (
    "ma|maandag|mon|monday",
    "di|dinsdag|tue|tues|tuesday",
    "wo|woensdag|wed|wednesday",
    "do|donderdag|thu|thur|thurs|thursday",
    "vr|vrijdag|fri|friday",
    "za|zaterdag|sat|saturday",
    "zo|zondag|sun|sunday",
)
_MONTHS = (
    "jan|januari|january",
    "feb|febr|februari|february",
    "maa|mrt|maart|mar|march",
    "apr|april",
    "mei|may",
    "jun|juni|june",
    "jul|juli|july",
    "aug|augustus|august",
    "sep|sept|september",
    "okt|oktober|oct|october",
    "nov|november",
    "dec|december",
)
_NUMBERS = (
    "een|één|a|an|one",
    "twee|two",
    "drie|three",
    "vier|four",
    "vijf|five",
    "zes|six",
    "zeven|seven",
    "acht|eight",
)
_UNITS = {"day": "dag|dagen|day|days", "week": "week|weken|weeks", "month": "maand|maanden|month|months"}

_WD = rf"(?P<weekday>{'|'.join(_WEEKDAYS)})\.?"
_MD = rf"(?P<month>{'|'.join(_MONTHS)})\.?"
_NR = rf"(?P<number>\d{{1,3}}|{'|'.join(_NUMBERS)})"
_UN = rf"(?P<unit>{'|'.join(_UNITS.values())})"
_DAY = r"(?P<day>\d{1,2})(?:ste|de|e|st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4})"
_ON = r"(?:op\s+|on\s+|de\s+|the\s+)*"
_AFTER = r"(?:volgende|komende|aanstaande|next|coming|this|deze)"

Found = dict[str, str]


def _number_of(word: str, table: tuple[str, ...]) -> int:
    return next(place for place, names in enumerate(table) if word.casefold().rstrip(".") in names.split("|"))


def _ahead(today: date, weekday: int) -> date:
    """The first such day of the week after today."""
    return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)


def _of_week(day: date, found: Found) -> date:
    """The day of the week that is named, in the week of a day; the day itself when none is."""
    if not found.get("weekday"):
        return day
    return day + timedelta(days=_number_of(found["weekday"], _WEEKDAYS) - day.weekday())


def _written(found: Found, today: date) -> date:
    """A day with its month, perhaps with a year."""
    month = found["month"] if found["month"].isdigit() else str(1 + _number_of(found["month"], _MONTHS))
    year = found.get("year") or ""
    return date.fromisoformat(read_date("/".join(filter(None, (found["day"], month, year))), today))


def _later(found: Found, today: date) -> date:
    word = found["number"]
    number = int(word) if word.isdigit() else 1 + _number_of(word, _NUMBERS)
    unit = next(unit for unit, names in _UNITS.items() if found["unit"].casefold() in names.split("|"))
    if unit == "month":
        months = today.year * 12 + today.month - 1 + number
        year, month = divmod(months, 12)
        day = min(today.day, monthrange(year, month + 1)[1])
        return _of_week(date(year, month + 1, day), found)
    return _of_week(today + timedelta(days=number * (7 if unit == "week" else 1)), found)


def _next_week(found: Found, today: date) -> date:
    return _of_week(today + timedelta(days=7), found)


def _weekday(found: Found, today: date) -> date:
    return _ahead(today, _number_of(found["weekday"], _WEEKDAYS))


def _day_of_month(found: Found, today: date) -> date:
    """``do 14``: the first fourteenth from today on that is a Thursday, within a year and a half."""
    weekday = _number_of(found["weekday"], _WEEKDAYS)
    days = (today + timedelta(days=ahead) for ahead in range(550))
    fits = (day for day in days if day.day == int(found["day"]) and day.weekday() == weekday)
    day = next(fits, None)
    if day is None:
        raise ValueError
    return day


def _near(found: Found, today: date) -> date:
    days = {"gisteren": -1, "yesterday": -1, "vandaag": 0, "today": 0, "morgen": 1, "tomorrow": 1}
    return today + timedelta(days=days.get(found["near"].casefold(), 2))


def _iso(found: Found, today: date) -> date:
    del today
    return date.fromisoformat(found["iso"])


_FORMS: tuple[tuple[str, Callable[[Found, date], date]], ...] = (
    (rf"(?:{_WD}\s+)?(?P<iso>\d{{4}}-\d\d-\d\d)", _iso),
    (
        rf"(?:{_WD}\s+)?(?P<day>\d{{1,2}})(?P<sign>[/-])(?P<month>\d{{1,2}})(?:(?P=sign)(?P<year>\d{{4}}|\d\d))?",
        _written,
    ),
    (rf"(?:{_WD}\s+)?(?P<day>\d{{1,2}})\.(?P<month>\d{{1,2}})\.(?P<year>\d{{4}}|\d\d)", _written),
    (rf"(?:{_WD},?\s+)?{_ON}{_DAY}\s+(?:of\s+)?{_MD}(?:,?\s+{_YEAR})?", _written),
    (rf"(?:{_WD},?\s+)?{_MD}\s+{_DAY}(?:,?\s+{_YEAR})?", _written),
    (rf"(?:over|in|binnen|within)\s+{_NR}\s+{_UN}\s+{_ON}{_WD}", _later),
    (rf"(?:{_WD}\s+)?(?:over|in|binnen|within)\s+{_NR}\s+{_UN}", _later),
    (rf"(?:volgende|next)\s+week\s+{_ON}{_WD}", _next_week),
    (rf"(?:{_WD}\s+)?(?:volgende|next)\s+week", _next_week),
    (rf"{_ON}{_WD},?\s+{_ON}{_DAY}", _day_of_month),
    (rf"{_ON}(?:{_AFTER}\s+)?{_WD}(?:\s+(?:aanstaande|komende))?", _weekday),
    (r"(?P<near>gisteren|yesterday|vandaag|today|overmorgen|(?:the\s+)?day\s+after\s+tomorrow|morgen|tomorrow)", _near),
)
_LEFT, _RIGHT = r"(?<![\w/.:-])", r"(?![\w/:-]|\.\d)"
_DAYS = tuple((re.compile(_LEFT + form + _RIGHT, re.IGNORECASE), meant) for form, meant in _FORMS)

_MARK = r"(?:[:.]\d\d|\s?[uh](?:\d\d)?|\s?uur|\s?o'clock)(?:\s?[ap]\.?m\.?)?|\s?[ap]\.?m\.?"
_TO = r"\s*(?:-|–|tot|to|until|till)\s*"
_HOURS = re.compile(
    rf"{_LEFT}(?:(?:om|at|van|from)\s+)?(?:(?P<starts>\d{{1,2}}(?:{_MARK}))(?:{_TO}(?P<ends>\d{{1,2}}(?:{_MARK})?))?"
    rf"|(?P<plain>\d{{1,2}}){_TO}(?P<until>\d{{1,2}}(?:{_MARK}))){_RIGHT}",
    re.IGNORECASE,
)
_HALF = re.compile(r"\s?([ap])\.?m\.?$", re.IGNORECASE)
_HOUR_WORD = re.compile(r"\s?(?:uur|o'clock)", re.IGNORECASE)

_TIME_WORDS = re.compile(
    rf"(?<!\w)(?:{'|'.join((*_WEEKDAYS, *_MONTHS))}|{_AFTER}|over|binnen|within|week|weken|weeks|maand|month"
    r"|morgen|tomorrow|vandaag|today|\d{1,2}[/:]\d+|\d{4})(?!\w)",
    re.IGNORECASE,
)
_FILLERS = re.compile(r"(?<!\w)(?:op|on|om|at|van|from|tot|to|de|the|uur)(?!\w)", re.IGNORECASE)
EDGES = " ;,·-–"


@dataclass(frozen=True, slots=True)
class When:
    """A day in ISO form and hours as HH:MM, empty for what was not said; ``left`` is what else stood there."""

    date: str = ""
    starts: str = ""
    ends: str = ""
    left: str = ""

    @property
    def said(self) -> bool:
        """Whether it says anything of when."""
        return bool(self.date or self.starts)


def read_when(text: str, today: date) -> When:
    """Read a day and hours in any order; what is neither is ``left`` as it stood.

    Raises:
        Refused: what looks like a day or an hour is none.
    """
    rest = line(text)
    day, rest = _day(rest, today)
    hours = _HOURS.search(rest)
    if hours is None:
        return When(day, left=rest.strip(EDGES))
    starts = _hour(hours["starts"] or hours["plain"], hours["ends"] or hours["until"] or "")
    ends = _hour(hours["ends"] or hours["until"] or "")
    return When(day, starts, ends, _without(rest, hours))


_BY = re.compile(r"^(?:tegen|voor|vóór|ten laatste|uiterlijk|vanaf|by|before|until|from)\s+(?=\S)", re.IGNORECASE)


def read_day(text: str, today: date) -> str:
    """A day as people write it (``14/3``, ``vandaag``, ``tegen do 14 jan``) in ISO form, or nothing as typed.

    Raises:
        Refused: it is no day of the calendar, or says more than a day.
    """
    typed = _BY.sub("", line(text))
    day, rest = _day(typed, today)
    return day if day and not rest.strip(EDGES) else read_date(typed, today)


def refuse_no_day(text: str, today: date) -> None:
    """See that what is written as a day and nothing else is one; what is said in other words may be anything.

    Raises:
        Refused: it is no day of the calendar.
    """
    typed = _BY.sub("", line(text)).strip(EDGES)
    if any(form.fullmatch(typed) for form, _meant in _DAYS):
        _day(typed, today)


def _day(text: str, today: date) -> tuple[str, str]:
    for form, meant in _DAYS:
        if found := form.search(text):
            try:
                day = meant({key: value or "" for key, value in found.groupdict().items()}, today)
            except (ValueError, OverflowError, StopIteration):
                raise Refused(say("“{text}” is not a day in the calendar.", text=found[0])) from None
            return day.isoformat(), _without(text, found)
    return "", text


def _without(text: str, found: re.Match[str]) -> str:
    before, after = text[: found.start()].rstrip(EDGES), text[found.end() :].lstrip(EDGES)
    return f"{before}, {after}" if before and after else before or after


def _hour(text: str, until: str = "") -> str:
    """An hour as HH:MM; one before noon that says no more is of the same half of the day as the one it goes to."""
    half = _HALF.search(text) or (_HALF.search(until) if not _HALF.search(text) else None)
    plain = _HOUR_WORD.sub("", _HALF.sub("", text)).strip()
    read = read_hour(plain)
    if not read or half is None:
        return read
    hour, minutes = int(read[:2]), read[3:]
    if not 1 <= hour <= 12:
        raise Refused(say("“{text}” is not a time: type it as 14:30.", text=text))
    return f"{hour % 12 + (12 if half[1].casefold() == 'p' else 0):02}:{minutes}"


def speaks_of_time(text: str) -> bool:
    """Whether something is left that was meant as a day or an hour."""
    return bool(_TIME_WORDS.search(_FILLERS.sub(" ", text)))
