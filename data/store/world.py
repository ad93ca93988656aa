"""Values that fit a record's form but not the world: days that are none, scores of eleven, a proposal without words.

A file may come from anywhere; what is refused here, with its field named, needs no care anywhere else.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from datetime import date, datetime
from functools import lru_cache
from operator import attrgetter
from typing import Any, NamedTuple

import msgspec

from data.model import Record, Said, say
from data.model.languages import LANGUAGES

MOST = 1_000_000
"""No count, minute or position is larger."""

LONGEST = 100_000
"""No text has more characters."""

_HOUR = re.compile(r"([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?")

Check = Callable[[Any], bool]


@lru_cache(maxsize=4096)
def _day(value: str) -> bool:
    try:
        return len(value) == 10 and 1900 <= date.fromisoformat(value).year < 2200
    except ValueError:
        return False


@lru_cache(maxsize=4096)
def _moment(value: str) -> bool:
    try:
        return 1900 <= datetime.fromisoformat(value).year < 2200 and datetime.fromisoformat(value).tzinfo is not None
    except ValueError:
        return False


def _hour(value: str) -> bool:
    return bool(_HOUR.fullmatch(value))


def _count(value: float) -> bool:
    return 0 <= value <= MOST


def _place(value: float) -> bool:
    return math.isfinite(value) and -MOST <= value <= MOST


def _score(value: float) -> bool:
    return 0 <= value <= 10


def _weighed(value: int) -> bool:
    return 0 <= value <= 5


def _language(value: str) -> bool:
    return value in LANGUAGES


def _counts(value: dict[str, dict[str, int]]) -> bool:
    return all(0 <= each <= MOST for answers in value.values() for each in answers.values())


def _ballots(value: tuple[dict[str, int], ...]) -> bool:
    return all(-MOST <= each <= MOST for ballot in value for each in ballot.values())


_ANY: dict[str, Check] = {
    "id": bool,
    "date": _day,
    "starts": _hour,
    "at": _moment,
    "since": _moment,
    "until": _moment,
    "started": _moment,
    "ended": _moment,
    "opened": _moment,
    "closed_at": _moment,
    "decided_at": _moment,
    "position": _place,
    "number": _count,
    "minutes": _count,
    "weight": _count,
    "hands": _count,
    "base": _count,
    "subgroup": _count,
    "abstained": _count,
    "answered": _count,
    "roster": _count,
    "version": _count,
    "integrated": _count,
    "feasibility": _weighed,
    "value": _weighed,
    "content": _score,
    "discussion": _score,
    "facilitation": _score,
    "language": _language,
    "counts": _counts,
    "ballots": _ballots,
    "left": _count,
    "total": _count,
    "change": _count,
    "rounds": _count,
    "size": lambda value: 2 <= value <= 100,
    "met_before": _count,
    "apart": _count,
    "seed": lambda value: abs(value) < 2**63,
}
"""What a field must be, by its name, where it is not left at its default."""

_OWN: dict[tuple[str, str], Check] = {
    ("sessions", "ends"): _hour,
    ("participants", "left"): _day,
    ("Countdown", "ends"): _moment,
    ("DateSettings", "minutes"): lambda value: 0 < value <= MOST,
    ("ballots", "base"): lambda _people: True,
    ("ballots", "closed"): _moment,
}
"""The same for fields whose name means something else elsewhere."""


class _Looks(NamedTuple):
    """The names of fields, what takes their values from a record, their defaults, and what they must be."""

    names: tuple[str, ...]
    values: Callable[[Any], tuple[Any, ...]]
    defaults: tuple[Any, ...]
    checks: tuple[Check, ...]


def wrong(record: Record, size: int = 0) -> Said | None:
    """What does not fit the world in a record of so many bytes, with the field named; None when all does."""
    looks = _looks(type(record), record.table)
    for value, default, check in zip(looks.values(record), looks.defaults, looks.checks, strict=True):
        # A value that is the default but not the same object is looked at, and is right.
        if value is not default and value is not None and not check(value):
            return _told(next(name for name in looks.names if not _fits(record, name, looks)))
    if size > LONGEST and (long := _long(msgspec.to_builtins(record))):
        return _told(long)
    return None


def _told(field: str) -> Said:
    return say("{field} holds what cannot be", field=field)


def _long(document: dict[str, Any]) -> str:
    return next((key for key, value in document.items() if isinstance(value, str) and len(value) > LONGEST), "")


def _inside(value: Any) -> bool:
    """Whether what is in a part of a record fits too."""
    if isinstance(value, tuple):
        return all(_inside(each) for each in value)
    if not isinstance(value, msgspec.Struct):
        return True
    looks = _looks(type(value), type(value).__name__)
    return all(_fits(value, name, looks) for name in looks.names)


def _fits(value: msgspec.Struct, name: str, looks: _Looks) -> bool:
    place = looks.names.index(name)
    held = getattr(value, name)
    return held is None or held == looks.defaults[place] or looks.checks[place](held)


def _versions(value: tuple[Any, ...]) -> bool:
    return bool(value) and _inside(value)


_ANY |= {"countdown": _inside, "dates": _inside, "options": _inside, "versions": _versions}


@lru_cache(maxsize=64)
def _looks(kind: type[msgspec.Struct], table: str) -> _Looks:
    """The fields of a record, or of a part of one, that are looked at."""
    fields, defaults = kind.__struct_fields__, kind.__struct_defaults__
    found = [
        (name, default, check)
        for name, default in zip(fields, (msgspec.NODEFAULT,) * (len(fields) - len(defaults)) + defaults, strict=True)
        if (check := _OWN.get((table, name), _ANY.get(name))) is not None
    ]
    names = tuple(name for name, _, _ in found)
    values = attrgetter(*names) if len(names) > 1 else lambda record: tuple(getattr(record, name) for name in names)
    return _Looks(names, values, tuple(default for _, default, _ in found), tuple(check for _, _, check in found))
