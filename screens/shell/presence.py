"""How somebody is in this session, in a mark and in words; what is not for the room stays out while it looks along."""

from __future__ import annotations

import re
from collections.abc import Iterable

from data.i18n import _, clock, pgettext, plural, told
from data.model import Attendance, Participant, Presence, Role
from data.words import ROLES

MARKS = {
    Presence.PRESENT: ("✓", "$success"),
    Presence.LEFT: ("←", "$muted"),
    Presence.EXCUSED: ("○", "$muted"),
    Presence.NOT_EXCUSED: ("×", "$attention"),
}
UNKNOWN = ("·", "$muted")


_HOUR = re.compile(r"\s+(\d{1,2}[:.]\d{2}|\d{1,2}[uUhH]\d{0,2})\s*$")


def with_hour(typed: str) -> tuple[str, str | None]:
    """The letters of a name, and the hour behind them (``ka 14:40``) if there is one."""
    found = _HOUR.search(typed)
    return (typed[: found.start()], found[1]) if found else (typed, None)


def mark(here: Attendance | None, *, hidden: bool) -> tuple[str, str]:
    """One character and its style."""
    if here is None:
        return UNKNOWN
    absent_without = hidden and here.presence is Presence.NOT_EXCUSED
    return MARKS[Presence.EXCUSED if absent_without else here.presence]


def state(here: Attendance | None, *, hidden: bool) -> str:
    """How somebody is, in words; nothing for who is simply there or not seen yet."""
    if here is None:
        return ""
    if here.presence is Presence.PRESENT:
        return _("since {time}").format(time=clock(here.since)) if here.since else ""
    if here.presence is Presence.LEFT:
        return _("left at {time}").format(time=clock(here.until)) if here.until else _("left")
    if here.presence is Presence.EXCUSED:
        return _("excused")
    return _("absent") if hidden else _("not excused")


def brief(here: Attendance | None) -> str:
    """The hour alone, where there is no room for words: the mark says which."""
    return clock(here.until or here.since) if here else ""


def background(who: Participant) -> list[str]:
    """Where somebody comes from; what they are too, unless an ordinary participant."""
    role = "" if who.role is Role.PARTICIPANT else told(ROLES[who.role])
    return [fact for fact in (who.organisation, who.function, role) if fact]


def about(who: Participant) -> str:
    """The same in one line."""
    return " · ".join(background(who))


def set_apart(who: Participant) -> list[str]:
    """Whether somebody votes and takes part in speed dates, where that was set apart from the role."""
    facts = []
    if who.votes is not None:
        facts.append(pgettext("this person may vote", "votes") if who.votes else _("does not vote"))
    if who.dates is not None:
        facts.append(_("takes part in speed dates") if who.dates else _("no speed dates"))
    return facts


def counts(everybody: int, known: Iterable[Attendance]) -> tuple[str, str]:
    """How many are here, and how the others are, in words."""
    all_known = list(known)
    count = {presence: sum(here.presence is presence for here in all_known) for presence in Presence}
    here = _("{here} of {all} here").format(here=count[Presence.PRESENT], all=everybody)
    excused, not_excused = count[Presence.EXCUSED], count[Presence.NOT_EXCUSED]
    to_come = everybody - sum(count.values())
    others = (
        plural("{n} left", "{n} left", count[Presence.LEFT]) if count[Presence.LEFT] else "",
        plural("{n} absent", "{n} absent", excused + not_excused) if excused + not_excused else "",
        plural("{n} to come", "{n} to come", to_come) if to_come else "",
    )
    return here, " · ".join(filter(None, others))
