"""Who is in the room: arriving, leaving, and who may date and vote."""
# ruff: noqa: ARG001 - every verb is given the clock and the ids, also one that needs none

from __future__ import annotations

from datetime import datetime, timedelta

from data.model import (
    ActivityKind,
    Attendance,
    Change,
    Participant,
    Presence,
    Refused,
    Role,
    Session,
    SessionStatus,
    Stamp,
    State,
    say,
)
from data.names import by_name, same_name
from data.text import line
from data.verbs.given import moment, needed, read_hour
from data.verbs.network import add_participant, members, people
from data.verbs.programme import of_kind, programme

GRACE = 10
"""Minutes after the start in which an arrival is not yet noted with its hour."""

STEADY = 3, 4
"""Whoever was at three of four sessions belongs to the steady core."""


def attendance(state: State, session: str) -> dict[str, Attendance]:
    """What is known of each participant (by id) in this session."""
    return {a.participant: a for a in state.where(Attendance, lambda found: found.session == session)}


def present(state: State, session: str) -> list[Participant]:
    """Who is in the room now, by name."""
    return by_name(_there(state, session, Presence.PRESENT))


def headcount(state: State, session: str) -> int:
    """How many are in the room now."""
    return len(_there(state, session, Presence.PRESENT))


def attended(state: State, session: str) -> list[Participant]:
    """Who was there, also when they left early, by name."""
    return by_name(_there(state, session, Presence.PRESENT, Presence.LEFT))


def attendees(state: State, session: str) -> int:
    """How many were there, also when they left early."""
    return len(_there(state, session, Presence.PRESENT, Presence.LEFT))


def _there(state: State, session: str, *presences: Presence) -> list[Participant]:
    known = attendance(state, session)
    return state.where(Participant, lambda who: who.id in known and known[who.id].presence in presences)


def unknown(state: State, session: str) -> list[Participant]:
    """Of whom nothing is known yet in this session, by name."""
    known = attendance(state, session)
    return [who for who in members(state, session) if who.id not in known]


def datable(state: State, session: str) -> list[Participant]:
    """Who is present and takes part in speed dates."""
    return [who for who in present(state, session) if who.may_date]


def voters(state: State, session: str) -> list[Participant]:
    """Who is present and votes."""
    return [who for who in present(state, session) if who.may_vote]


def begun(state: State, before: str | None = None) -> list[Session]:
    """The sessions that began, all of them or those before this one."""
    number = state.get(Session, before).number if before else None
    return state.where(
        Session,
        lambda session: session.status is not SessionStatus.PLANNED and (number is None or session.number < number),
    )


def times_attended(state: State, before: str | None = None) -> dict[str, int]:
    """In how many sessions that began each participant (by id) was, in all of them or before this one."""
    counts = dict.fromkeys((who.id for who in people(state)), 0)
    for session in begun(state, before):
        for who in attended(state, session.id):
            counts[who.id] += 1
    return counts


def steady_core(state: State, before: str | None = None) -> list[Participant]:
    """Who was at three quarters or more of the sessions that began, all of them or before this one, by name."""
    held, counts = len(begun(state, before)), times_attended(state, before)
    part, whole = STEADY
    return [who for who in members(state) if held and counts[who.id] * whole >= held * part]


def is_late(state: State, session: str, now: datetime) -> bool:
    """Whether somebody who arrives now is noted with the hour.

    Nobody is while the check-in runs. After it everybody is; with no programme begun, the clock decides.
    """
    meeting = state.get(Session, session)
    if any(activity.id == meeting.now for activity in of_kind(state, session, ActivityKind.CHECK_IN)):
        return False
    if any(activity.started for activity in programme(state, session)):
        return True
    if not (meeting.date and meeting.starts):
        return False
    start = datetime.fromisoformat(f"{meeting.date}T{meeting.starts}").replace(tzinfo=now.tzinfo)
    return now > start + timedelta(minutes=GRACE)


def arrive(state: State, at: Stamp, *, session: str, participant: str, since: str | None = None) -> Change:
    """Mark somebody present, noting since when if the session was under way.

    Somebody who had left is back; somebody who is there stays so. ``since`` is an hour as typed, "" for
    from the start, None to let the clock decide.
    """
    who = state.get(Participant, participant)
    known = attendance(state, state.get(Session, session).id).get(who.id)
    label = say("{name} is here", name=who.name)
    if known and known.presence is Presence.PRESENT and since is None:
        return Change(label)
    came = _since(state, at, session, known, since)
    return Change(label, puts=(_attendance(at, session, who.id, known, Presence.PRESENT, since=came),))


def _since(state: State, at: Stamp, session: str, known: Attendance | None, since: str | None) -> str:
    if since is not None:
        return _today_at(at, since)
    if known and known.presence in {Presence.PRESENT, Presence.LEFT}:
        return known.since
    return at.now if is_late(state, session, moment(at)) else ""


def _today_at(at: Stamp, typed: str) -> str:
    """An hour as typed on the day of the stamp, in ISO form; nothing when nothing was typed."""
    hour = read_hour(typed)
    return f"{at.now[:10]}T{hour}:00{at.now[19:]}" if hour else ""


def _attendance(
    at: Stamp,
    session: str,
    participant: str,
    known: Attendance | None,
    presence: Presence,
    *,
    since: str = "",
    until: str = "",
    reason: str = "",
) -> Attendance:
    return Attendance(
        id=known.id if known else at.new(),
        session=session,
        participant=participant,
        presence=presence,
        since=since,
        until=until,
        reason=reason,
    )


def leave(state: State, at: Stamp, *, session: str, participant: str, until: str | None = None) -> Change:
    """Note that somebody left, and when; leaving twice keeps the first time, unless an hour is typed (``until``)."""
    who = state.get(Participant, participant)
    known = attendance(state, state.get(Session, session).id).get(who.id)
    label = say("{name} has left", name=who.name)
    if known and known.presence is Presence.LEFT and until is None:
        return Change(label)
    since = known.since if known else ""
    when = at.now if until is None else _today_at(at, until)
    gone = _attendance(at, session, who.id, known, Presence.LEFT, since=since, until=when)
    return Change(label, puts=(gone,))


def set_presence(
    state: State, at: Stamp, *, session: str, participant: str, presence: Presence, reason: str = ""
) -> Change:
    """Say where somebody is; the reason of an absence is kept, and never for the room."""
    if presence is Presence.PRESENT:
        return arrive(state, at, session=session, participant=participant)
    if presence is Presence.LEFT:
        return leave(state, at, session=session, participant=participant)
    who = state.get(Participant, participant)
    known = attendance(state, state.get(Session, session).id).get(who.id)
    label = (
        say("{name} is excused", name=who.name)
        if presence is Presence.EXCUSED
        else say("{name} is absent without notice", name=who.name)
    )
    away = _attendance(at, session, who.id, known, Presence(presence), reason=line(reason))
    return Change(label, puts=() if away == known else (away,))


def forget_presence(state: State, at: Stamp, *, session: str, participant: str) -> Change:
    """Go back to knowing nothing of somebody in this session."""
    who = state.get(Participant, participant)
    known = attendance(state, session).get(who.id)
    return Change(say("Attendance of {name} undone", name=who.name), drops=(known,) if known else ())


def rest_absent(state: State, at: Stamp, *, session: str) -> Change:
    """Note that everybody of whom nothing is known yet is not there, without notice."""
    meeting = state.get(Session, session)
    away = tuple(
        Attendance(id=at.new(place), session=meeting.id, participant=who.id, presence=Presence.NOT_EXCUSED)
        for place, who in enumerate(unknown(state, meeting.id))
    )
    return Change(say("The others are noted as absent"), puts=away)


def rest_present(state: State, at: Stamp, *, session: str, since: str | None = None) -> Change:
    """Mark everybody present of whom nothing is known yet; ``since`` is as in :func:`arrive`."""
    meeting = state.get(Session, session)
    came = _since(state, at, meeting.id, None, since)
    here = tuple(
        Attendance(id=at.new(place), session=meeting.id, participant=who.id, presence=Presence.PRESENT, since=came)
        for place, who in enumerate(unknown(state, meeting.id))
    )
    return Change(say("The others are noted as present"), puts=here)


def add_and_arrive(
    state: State,
    at: Stamp,
    *,
    session: str,
    name: str,
    organisation: str = "",
    function: str = "",
    role: Role = Role.PARTICIPANT,
) -> Change:
    """Add somebody nobody had expected, and mark them present; a known name only arrives.

    Raises:
        Refused: two people bear this name already: without an organisation it is not clear who arrives.
    """
    wanted = needed(name, say("Type a name."))
    known = [who for who in people(state) if same_name(who.name, wanted)]
    if len(known) > 1 and not line(organisation):
        raise Refused(say("Several people are called {name}: choose one, or add the organisation.", name=wanted))
    if len(known) == 1 and not line(organisation):
        return arrive(state, at, session=session, participant=known[0].id)
    added = add_participant(state, at, name=name, organisation=organisation, function=function, role=role)
    (person,) = added.puts
    since = at.now if is_late(state, session, moment(at)) else ""
    here = Attendance(id=at.new(1), session=session, participant=person.id, presence=Presence.PRESENT, since=since)
    return Change(added.label, puts=(person, here))
