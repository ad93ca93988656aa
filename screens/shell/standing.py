"""How the session stands, for the two bars on top of every screen."""

from __future__ import annotations

from datetime import datetime

from data.i18n import _, clock, day, told
from data.methods.agenda import Timetable, timetable
from data.model import ACTIVITIES, Activity, Profile, Session
from data.verbs.check_in import present
from screens.shell.house import House
from widgets.session_bar import Bars, Stop


def title(activity: Activity) -> str:
    """What an activity is called: its own title, or that of its kind."""
    return activity.title or told(ACTIVITIES[activity.kind].title)


def standing(house: House, here: str) -> Bars:
    """The bars for the session that the body shows, with the place that is looked at."""
    session = house.session
    profile = next(iter(house.state.all(Profile)), None)
    trouble = house.network.trouble or house.network.read_only
    now = house.now()
    return Bars(
        network=profile.name if profile else "",
        session=_("session {n}").format(n=session.number),
        date=day(session.date),
        place=session.place,
        saved=house.network.saved,
        trouble=told(trouble) if trouble else "",
        present=len(present(house.state, session.id)),
        clock=clock(now),
        hidden=house.looking_along,
        here=here,
        until=clock(ends) if (ends := on_the_clock(house).ends) else "",
        stops=tuple(_stop(activity, session.now, now) for activity in house.programme),
    )


def _stop(activity: Activity, running: str | None, now: datetime) -> Stop:
    if activity.id != running:
        return Stop(activity.id, title(activity), "done" if activity.ended else "later", activity.minutes)
    left = time_left(activity, now)
    return Stop(
        activity.id,
        title(activity),
        "now",
        activity.minutes,
        left,
        max(0.0, (left or 0) / (60 * activity.minutes or 1)),
    )


def on_the_clock(house: House) -> Timetable:
    """The programme of the session on the clock, as it goes today."""
    session, now = house.session, house.now()
    return timetable(house.programme, _start(session, house.programme, now), now, session.now)


def _start(session: Session, programme: list[Activity], now: datetime) -> datetime:
    """When the session begins: as planned, else when its first activity began, else now."""
    begun = min((activity.started for activity in programme if activity.started), default="")
    if session.date and session.starts:
        return datetime.fromisoformat(f"{session.date}T{session.starts}").replace(tzinfo=now.tzinfo)
    return datetime.fromisoformat(begun) if begun else now


def time_left(activity: Activity, now: datetime) -> float | None:
    """Seconds left of an activity's timebox, negative over time; None when it has none or did not begin."""
    if not activity.started or not activity.minutes:
        return None
    return activity.minutes * 60 - (now - datetime.fromisoformat(activity.started)).total_seconds()
