"""The time zone of the hours that people type, and the rules by which its clocks are put forward and back."""

from __future__ import annotations

from bisect import bisect_left
from calendar import monthrange
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from data import settings

if TYPE_CHECKING:
    from icalendar import Timezone

USUAL = "Europe/Brussels"
"""The zone where nothing says another: that of the handbook."""

NO_ZONE = ("UTC", "GMT", "Etc/")
"""What a machine says on which nobody chose a zone: a container, a server."""

_DAY = 24 * 60
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def time_zone() -> ZoneInfo:
    """The zone of the settings, else that of the machine, else the usual one; one that is not known is passed over."""
    for name in (settings.load().time_zone, _of_the_machine()):
        with suppress(ValueError, KeyError, OSError):
            if name:
                return ZoneInfo(name)
    return ZoneInfo(USUAL)


def _of_the_machine() -> str:
    """What the machine says, by its IANA name; empty where it says nothing, or only that nobody chose one."""
    from tzlocal import get_localzone_name

    try:
        name = get_localzone_name() or ""
    except (LookupError, ValueError, OSError):  # a zone that is set and that nobody knows
        return ""
    return "" if name.startswith(NO_ZONE) else name


def rules(zone: ZoneInfo, year: int) -> Timezone:
    """The zone as a calendar has it in a year: its changes by their rule, or else those since the year before.

    Rules (``FREQ=YEARLY``) rather than days in a row: there are calendars that read nothing else.
    """
    from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

    made = Timezone()
    made.add("tzid", zone.key)
    ruled = [(change, _rule(zone, change)) for change in _changes(zone, year - 1)]
    if not all(rule for _change, rule in ruled):
        ruled = [(change, {}) for each in (year - 1, year) for change in _changes(zone, each)]
    for change, rule in ruled or [(datetime(year - 1, 1, 1, tzinfo=UTC), {})]:
        before, after = (change - timedelta(minutes=1)).astimezone(zone), change.astimezone(zone)
        part = TimezoneDaylight() if after.dst() else TimezoneStandard()
        part.add("dtstart", _wall(zone, change))
        part.add("tzoffsetfrom", before.utcoffset())
        part.add("tzoffsetto", after.utcoffset())
        part.add("tzname", after.tzname())
        if rule:
            part.add("rrule", rule)
        made.add_component(part)
    return made


def _changes(zone: ZoneInfo, year: int) -> Iterator[datetime]:
    """The moments of a year (UTC, to the minute) from which the clock runs otherwise than the minute before."""
    start = datetime(year, 1, 1, tzinfo=UTC)

    def offset(minute: int) -> timedelta | None:
        return (start + timedelta(minutes=minute)).astimezone(zone).utcoffset()

    for before, after in pairwise(range(0, 366 * _DAY, _DAY)):
        was = offset(before)
        if offset(after) != was:
            minutes = range(before, after + 1)
            yield start + timedelta(minutes=before + bisect_left(minutes, 1, key=lambda minute: offset(minute) != was))


def _wall(zone: ZoneInfo, change: datetime) -> datetime:
    """What the clock on the wall says at a change, before it is put otherwise."""
    return change.astimezone(zone).replace(tzinfo=None) - _step(zone, change)


def _step(zone: ZoneInfo, change: datetime) -> timedelta:
    after, before = change.astimezone(zone), (change - timedelta(minutes=1)).astimezone(zone)
    return (after.utcoffset() or timedelta()) - (before.utcoffset() or timedelta())


def _rule(zone: ZoneInfo, change: datetime) -> dict[str, object]:
    """The rule that this change and those of the next years follow, empty where they follow none."""
    here = _wall(zone, change)
    coming = (
        _wall(zone, each)
        for year in range(change.year + 1, change.year + 4)
        for each in _changes(zone, year)
        if _step(zone, each) == _step(zone, change)
    )
    alike = (here.month, here.weekday(), here.time())
    same = [each for each in coming if (each.month, each.weekday(), each.time()) == alike]
    places = set.intersection(_places(here), *map(_places, same))
    if len(same) < 3 or not places:
        return {}
    day = f"{min(places)}{_WEEKDAYS[here.weekday()]}"  # the last of the month before the fourth or the fifth
    return {"freq": "yearly", "bymonth": here.month, "byday": day}


def _places(day: datetime) -> set[int]:
    """Which such weekday of its month a day is: the first, the second …, and -1 for the last."""
    last = {-1} if day.day + 7 > monthrange(day.year, day.month)[1] else set()
    return {(day.day - 1) // 7 + 1} | last
