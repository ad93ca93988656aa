"""The session to come as an appointment for a calendar (RFC 5545), which moves there when it is moved here."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from data.model import Participant, Refused, Role, Session, State, say
from data.report.addresses import addressed
from data.report.coming import announced, session_to_come
from data.report.formats import Remarked
from data.report.names import Names
from data.report.plain import as_text
from data.report.recap import announcement
from data.report.report import Report
from data.report.tables import day_of, hour_of
from data.report.tongue import Tongue
from data.report.versions import announced_to
from data.report.wanted import Naming
from data.report.zone import rules, time_zone
from data.verbs import network, programme

if TYPE_CHECKING:
    from icalendar import Alarm, Event

DAY_BEFORE = timedelta(days=-1)
MORNING_BEFORE = timedelta(hours=-15)
"""When the alarm goes: so long before it begins, or before the day of a session that has no hour yet."""


def render(report: Report) -> Remarked:
    """The calendar with that one appointment.

    Raises:
        Refused: no session is still to come, or its day is not known.
    """
    from icalendar import Calendar

    coming, day = _coming(report)
    zone = time_zone()
    event = _event(report, coming, day, zone)
    calendar = Calendar()
    calendar.add("prodid", "-//Kring//Kring//NL")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    hours = hour_of(coming.starts) is not None
    if hours:
        calendar.add_component(rules(zone, day.year))
    calendar.add_component(event)
    remarks = (say("The times in the calendar are those of {zone}.", zone=zone.key),) if hours else ()
    return Remarked(calendar.to_ical(), remarks)


def _coming(report: Report) -> tuple[Session, date]:
    coming = session_to_come(report.state, report.session)
    day = day_of(coming.date) if coming else None
    if coming is None or day is None:
        raise Refused(say("There is no next date for a calendar yet: agree on the next session first."))
    return coming, day


def _event(report: Report, coming: Session, day: date, zone: ZoneInfo) -> Event:
    from icalendar import Event

    t = Tongue(report.language)
    title = t.joined((network.profile(report.state).name, t(say("session {n}", n=coming.number)), coming.title))
    names = Names.of(report.state, report.wanted.naming)
    about = announced_to(announced(report.state, coming, names), report.wanted.version)
    event = Event()
    event.add("uid", f"{coming.id}@kring")
    event.add("sequence", coming.moves)
    event.add("dtstamp", datetime.now(UTC))
    _when(event, report.state, coming, day, zone)
    event.add("summary", title)
    for name, text in (("location", coming.place), ("description", as_text(announcement(about, t)))):
        if text:
            event.add(name, text)
    event.add("status", "CONFIRMED")
    if report.wanted.naming is Naming.FULL:
        _organised(event, report.state)
    event.add_component(_alarm(title, MORNING_BEFORE if hour_of(coming.starts) is None else DAY_BEFORE))
    return event


def _when(event: Event, state: State, coming: Session, day: date, zone: ZoneInfo) -> None:
    """From when until when: the whole day while no hour is known; without an end, as long as the programme takes."""
    starts, ends = hour_of(coming.starts), hour_of(coming.ends)
    if starts is None:
        event.add("dtstart", day)
        event.add("dtend", day + timedelta(days=1))
        return
    begin = _at(day, starts, zone)
    event.add("dtstart", begin)
    minutes = sum(item.minutes for item in programme.programme(state, coming.id))
    if ends and ends != starts:
        event.add("dtend", _at(day if ends > starts else day + timedelta(days=1), ends, zone))
    elif minutes:
        event.add("dtend", (begin.astimezone(UTC) + timedelta(minutes=minutes)).astimezone(zone))


def _at(day: date, hour: time, zone: ZoneInfo) -> datetime:
    """That hour; one that is skipped that night is the hour that comes in its place."""
    return datetime.combine(day, hour, zone).astimezone(UTC).astimezone(zone)


def _organised(event: Event, state: State) -> None:
    """Whoever facilitates and has an address: a calendar that is published says whose it is."""
    from icalendar import vCalAddress

    for who in state.where(Participant, lambda who: who.role is Role.FACILITATOR and not who.left):
        if address := addressed(who):
            organiser = vCalAddress(f"mailto:{address}")
            organiser.params["cn"] = who.name
            event.add("organizer", organiser)
            return


def _alarm(title: str, before: timedelta) -> Alarm:
    from icalendar import Alarm

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", title)
    alarm.add("trigger", before)
    return alarm
