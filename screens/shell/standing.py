"""How the session stands, for the two bars on top of every screen."""

from __future__ import annotations

from datetime import datetime
from enum import Enum, auto

from data.i18n import _, clock, day, plural, told
from data.methods.agenda import Timetable, timetable
from data.model import ACTIVITIES, Activity, ActivityKind, Profile, Sees, Session, SessionStatus, State
from data.verbs.check_in import headcount
from data.verbs.clock import left
from data.verbs.network import current_session
from data.verbs.programme import programme
from data.verbs.showing import shown
from data.words import EVALUATIONS
from screens.shell.box import in_memory
from screens.shell.house import House
from screens.shell.places import NEW, OUTSIDE, PLACES
from screens.shell.together import Other, Side, Standing
from widgets.session_bar import Bars, Stop


def title(activity: Activity) -> str:
    """What an activity is called: its own title, or that of its kind; an evaluation by what it looks back on."""
    if activity.kind is ActivityKind.EVALUATION:
        return activity.title or told(EVALUATIONS[activity.evaluates])
    return activity.title or told(ACTIVITIES[activity.kind].title)


class When(Enum):
    """Where an activity is in time, by its session."""

    TO_COME = auto()
    NOW = auto()
    OVER = auto()


def when(house: House) -> When:
    """Where the activity that is shown is in time; a place that is no activity is of now."""
    if house.place in PLACES:
        return When.NOW
    return {SessionStatus.PLANNED: When.TO_COME, SessionStatus.OPEN: When.NOW, SessionStatus.CLOSED: When.OVER}[
        house.session.status
    ]


def why_over(house: House) -> str | None:
    """Why nothing begins in the session that is shown, also at a place such as its programme; None while it may."""
    session = house.session
    if session.status is not SessionStatus.CLOSED:
        return None
    return _("Session {n} is closed: F6 in its Closing activity reopens it.").format(n=session.number)


def standing(house: House, here: str) -> Bars:
    """The bars for the session that the body shows, with the place that is looked at."""
    if here == NEW:
        return Bars(saved=house.network.saved, clock=clock(house.now()), hidden=house.looking_along, here=here)
    session = _of_body(house, here)
    profile = next(iter(house.state.all(Profile)), None)
    trouble = house.network.trouble or house.network.read_only
    now = house.now()
    return Bars(
        network=profile.name if profile else "",
        session=_("session {n}").format(n=session.number),
        date=day(session.date),
        place=session.place,
        saved=house.network.saved,
        unwritten=_unwritten(in_memory(house.box, house.state)),
        trouble=told(trouble) if trouble else "",
        present=headcount(house.state, session.id),
        clock=clock(now),
        hidden=house.looking_along,
        here=here,
        until=clock(ends) if (ends := on_the_clock(house, session).ends) else "",
        room=_room(house.state),
        together=mark(house.together.standing, house.state),
        alone=bool(house.together.standing and house.together.standing.alone_since),
        stops=_stops(programme(house.state, session.id), session, now),
    )


def _unwritten(ballots: int) -> str:
    """What is in memory alone, so that "saved" does not stand for it."""
    return plural("{n} ballot in memory", "{n} ballots in memory", ballots) if ballots else ""


def _room(state: State) -> str:
    """What the room's own window shows, while it does not follow."""
    chosen = shown(state)
    pinned = state.find(Activity, chosen.place)
    return {
        Sees.FOLLOW: "",
        Sees.FREEZE: _("room frozen"),
        Sees.BLANK: _("room blank"),
        Sees.THIS: _("room: {place}").format(place=title(pinned) if pinned else _("Programme")),
    }[chosen.sees]


def _of_body(house: House, here: str) -> Session:
    """The session that the body shows: Home names the one to go on with, whichever was looked at before."""
    going_on = current_session(house.state) if here in OUTSIDE else None
    return going_on or house.session


def _stops(activities: list[Activity], session: Session, now: datetime) -> tuple[Stop, ...]:
    """The items of the path; those that are called the same are numbered, and in a closed session none is to come."""
    titles = [title(activity) for activity in activities]
    names = [
        f"{name} {titles[: place + 1].count(name)}" if titles.count(name) > 1 else name
        for place, name in enumerate(titles)
    ]
    return tuple(_stop(*each, session, now) for each in zip(activities, names, strict=True))


def _stop(activity: Activity, name: str, session: Session, now: datetime) -> Stop:
    if activity.id != session.now:
        ahead = "skipped" if session.status is SessionStatus.CLOSED else "later"
        return Stop(activity.id, name, "done" if activity.ended else ahead, activity.minutes)
    return Stop(activity.id, name, "now", activity.minutes, time_left(activity, now), share_left(activity, now))


def on_the_clock(house: House, session: Session | None = None) -> Timetable:
    """The programme on the clock, as it goes today: of this session, else of the one that is worked in."""
    return timetable_of(house.state, session or house.session, house.now())


def timetable_of(state: State, session: Session, now: datetime) -> Timetable:
    """The programme of a session on the clock, as it goes at this time."""
    activities = programme(state, session.id)
    return timetable(activities, _start(session, activities, now), now, session.now)


def _start(session: Session, activities: list[Activity], now: datetime) -> datetime:
    """When the session begins: as planned, else when its first activity began, else now."""
    begun = min((activity.started for activity in activities if activity.started), default="")
    if session.date and session.starts:
        return datetime.fromisoformat(f"{session.date}T{session.starts}").replace(tzinfo=now.tzinfo)
    return datetime.fromisoformat(begun) if begun else now


def time_left(activity: Activity, now: datetime) -> float | None:
    """Seconds left of an activity's timebox, negative over time; None when it has none or did not begin.

    A break has its clock instead: people are back when that says so, and it waits until somebody starts it.
    """
    if activity.kind is ActivityKind.BREAK:
        return left(activity.countdown, now) if activity.countdown else None
    if not activity.started or not activity.minutes:
        return None
    return activity.minutes * 60 - (now - datetime.fromisoformat(activity.started)).total_seconds()


def share_left(activity: Activity, now: datetime) -> float:
    """How much of that time is left, from 1 to 0; all of it while nothing counts."""
    to_go = time_left(activity, now)
    whole = activity.countdown.total if activity.kind is ActivityKind.BREAK and activity.countdown else 0
    return 1.0 if to_go is None else max(0.0, min(1.0, to_go / (whole or 60 * activity.minutes or 1)))


def where(other: Other, state: State) -> str:
    """Where another laptop is."""
    if other.looks:
        return _("shows what the room sees")
    activity = state.find(Activity, other.place)
    return title(activity) if activity else _("Programme") if other.place in PLACES else ""


def alone(standing: Standing) -> str:
    """Since when the line is down, and what waits."""
    since = clock(standing.alone_since)
    if not standing.to_send:
        return _("alone since {time}").format(time=since)
    return _("alone since {time}, {n} to send").format(time=since, n=standing.to_send)


def mark(standing: Standing | None, state: State) -> str:
    """The same in the bar, in a few words: who else is in and where, or that the line is down."""
    if standing is None:
        return ""
    if standing.alone_since:
        return alone(standing)
    others = [each for each in standing.others if not each.looks]
    if not others:
        return _("shared") if standing.side is Side.HOST else ""
    first = " · ".join(filter(None, (others[0].name, where(others[0], state))))
    return first if len(others) == 1 else f"{first} +{len(others) - 1}"
