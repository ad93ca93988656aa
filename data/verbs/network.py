"""The network itself, its people, and its sessions."""
# ruff: noqa: ARG001 - every verb is given the clock and the ids, also one that needs none

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import count
from typing import TYPE_CHECKING

from msgspec.structs import replace

from data.model import (
    Activity,
    Attendance,
    Change,
    Delivery,
    Engagement,
    Participant,
    Profile,
    Record,
    Refused,
    Resource,
    Role,
    Session,
    SessionStatus,
    Stamp,
    State,
    say,
)
from data.model.languages import DEFAULT_LANGUAGE
from data.names import by_name, entered, full_names, same_name
from data.text import NAME_LIMIT, TEXT_LIMIT, fold, line
from data.verbs.announcing import announced_otherwise
from data.verbs.given import kept_lines, moment, needed, read_hour, read_language
from data.verbs.kept_programmes import activities_of, items_of

if TYPE_CHECKING:
    from data.people import Person

__all__ = [
    "add_participant",
    "add_people",
    "called",
    "cancel_session",
    "close_session",
    "current_session",
    "edit_participant",
    "latest_session",
    "members",
    "next_session",
    "open_session",
    "people",
    "plan_session",
    "profile",
    "remove_participant",
    "session_after",
    "sessions",
    "set_role",
    "start_network",
]


def profile(state: State) -> Profile:
    """The network's own record.

    Raises:
        Refused: nothing was started yet.
    """
    found = next(iter(state.all(Profile)), None)
    if found is None:
        raise Refused(say("There is no network in this file yet."))
    return found


def people(state: State) -> list[Participant]:
    """The participants by name."""
    return by_name(state.all(Participant))


def members(state: State, session: str | None = None) -> list[Participant]:
    """Who is in the network, by name: now, or else when this session is held (whoever left before is not)."""
    day = state.get(Session, session).date if session else ""
    there = {a.participant for a in state.where(Attendance, lambda a: a.session == session)} if session else set()
    return [who for who in people(state) if not who.left or who.id in there or bool(day and day < who.left)]


def called(state: State) -> dict[str, str]:
    """What everybody is called in full, by id; namesakes are told apart by their organisation."""
    return full_names(state.all(Participant))


def sessions(state: State) -> list[Session]:
    """The sessions in their order."""
    return sorted(state.all(Session), key=lambda session: (session.number, session.id))


def current_session(state: State) -> Session | None:
    """The session one works in: the open one (the last, if several), else the first planned, else the last held."""
    every = sessions(state)
    going = [session for session in every if session.status is SessionStatus.OPEN]
    planned = [session for session in every if session.status is SessionStatus.PLANNED]
    found = going or planned[:1] or every
    return found[-1] if found else None


def latest_session(state: State) -> Session:
    """The session that is meant when none is named: the one going on, else the latest held, else the first planned.

    Raises:
        Refused: there is none.
    """
    every = sessions(state)
    if not every:
        raise Refused(say("This network has no session yet: plan one first."))
    going = [session for session in every if session.status is SessionStatus.OPEN]
    held = [session for session in every if session.status is SessionStatus.CLOSED]
    return (going or held or every[:1])[-1]


def next_session(state: State, session: str) -> Session | None:
    """The first planned session after this one."""
    number = state.get(Session, session).number
    return next((s for s in sessions(state) if s.number > number and s.status is SessionStatus.PLANNED), None)


def session_after(state: State, session: str) -> Session | None:
    """The session that follows on this one: the first planned one, or, once this one is over, the very next."""
    here = state.get(Session, session)
    if here.status is not SessionStatus.CLOSED:
        return next_session(state, here.id)
    return next((later for later in sessions(state) if later.number > here.number), None)


def start_network(
    state: State,
    at: Stamp,
    *,
    name: str,
    theme: str = "",
    purpose: str = "",
    language: str = DEFAULT_LANGUAGE,
    participants: str | Sequence[Person] = "",
    template: str = "kick_off",
    date: str = "",
    starts: str = "",
    place: str = "",
) -> Change:
    """Begin a network in an empty file: its people and its first session with a programme.

    ``participants`` are what a list was read to, or a list as it was typed.
    """
    if state.all(Profile):
        raise Refused(say("This file already holds a network: take another name for the new one."))
    ids = map(at.new, count())
    network = Profile(
        id=next(ids),
        name=needed(name, say("Give the network a name."), NAME_LIMIT),
        theme=line(theme),
        purpose=line(purpose),
        language=read_language(language),
        created=at.now,
    )
    known = _read(participants) if isinstance(participants, str) else participants
    members = [participant(next(ids), who) for who in known]
    session = Session(
        id=next(ids),
        number=1,
        date=_day(date, at),
        starts=read_hour(starts),
        place=line(place),
    )
    programme = activities_of(session.id, items_of(state, template), ids)
    return Change(say("Network started"), puts=(network, *members, session, *programme))


def _read(participants: str) -> Sequence[Person]:
    # The reader of lists is large, and no network that is opened needs it.
    from data.people import read_people

    return read_people(participants).people


def participant(id_: str, person: Person) -> Participant:
    """Somebody of a list as a participant."""
    return Participant(
        id=id_,
        name=person.name,
        organisation=person.organisation,
        function=person.function,
        email=person.email,
        interest=person.interest,
        goal=person.goal,
        context=person.context,
        role=person.role,
    )


def add_participant(
    state: State,
    at: Stamp,
    *,
    name: str,
    organisation: str = "",
    function: str = "",
    email: str = "",
    interest: str = "",
    goal: str = "",
    context: str = "",
    role: Role = Role.PARTICIPANT,
) -> Change:
    """Add somebody; the same person of the same organisation is not added twice."""
    person = Participant(
        id=at.new(),
        name=entered(needed(name, say("Type a name."), NAME_LIMIT)),
        organisation=line(organisation, NAME_LIMIT),
        function=line(function, NAME_LIMIT),
        email=line(email, NAME_LIMIT),
        interest=line(interest, TEXT_LIMIT),
        goal=line(goal, TEXT_LIMIT),
        context=line(context, TEXT_LIMIT),
        role=Role(role),
    )
    _refuse_twice(state, person)
    return Change(say("{name} added", name=person.name), puts=(person,))


def add_people(state: State, at: Stamp, *, people: Sequence[Person]) -> Change:
    """Add everybody of a list that was read with the network at hand: its doubles are not among them."""
    added = tuple(participant(at.new(place), person) for place, person in enumerate(people))
    for who in added:
        _refuse_twice(state, who)
    label = say("{name} added", name=added[0].name) if len(added) == 1 else say("{n} people added", n=len(added))
    return Change(label, puts=added)


def _refuse_twice(state: State, person: Participant) -> None:
    others = (other for other in people(state) if other.id != person.id and same_name(other.name, person.name))
    if any(fold(other.organisation) == fold(person.organisation) for other in others):
        raise Refused(say("{name} is already there: add the organisation if this is somebody else.", name=person.name))


def edit_participant(
    state: State,
    at: Stamp,
    *,
    participant: str,
    name: str | None = None,
    organisation: str | None = None,
    function: str | None = None,
    email: str | None = None,
    interest: str | None = None,
    goal: str | None = None,
    context: str | None = None,
    hosts: bool | None = None,
) -> Change:
    """Correct what is kept of somebody; None leaves a field as it is."""
    new: dict[str, object] = {} if hosts is None else {"hosts": hosts}
    if name is not None:
        new["name"] = entered(needed(name, say("Type a name."), NAME_LIMIT))
    short = {"organisation": organisation, "function": function, "email": email}
    long = {"interest": interest, "goal": goal, "context": context}
    new |= {field: line(text, NAME_LIMIT) for field, text in short.items() if text is not None}
    new |= {field: line(text, TEXT_LIMIT) for field, text in long.items() if text is not None}
    person = replace(state.get(Participant, participant), **new)
    _refuse_twice(state, person)
    return Change(say("{name} changed", name=person.name), puts=(person,))


def set_role(
    state: State,
    at: Stamp,
    *,
    participant: str,
    role: Role | None = None,
    votes: bool | None = None,
    dates: bool | None = None,
) -> Change:
    """Say what somebody is, and whether they vote and date (None: as the role has it)."""
    old = state.get(Participant, participant)
    person = replace(old, role=old.role if role is None else Role(role), votes=votes, dates=dates)
    return Change(say("Role of {name} changed", name=person.name), puts=(person,))


def remove_participant(state: State, at: Stamp, *, participant: str) -> Change:
    """Take away somebody of whom nothing was kept yet.

    Raises:
        Refused: something was said or attended; erasing that is for ``kring forget``.
    """
    person = state.get(Participant, participant)
    if any(_mentions(record, person.id) for rows in state.tables.values() for record in rows.values()):
        raise Refused(say("{name} took part: use “forget” to erase somebody from the whole file.", name=person.name))
    return Change(say("{name} removed", name=person.name), drops=(person,))


def _mentions(record: Record, id_: str) -> bool:
    import msgspec

    return record.id != id_ and id_ in msgspec.json.encode(record).decode()


def plan_session(
    state: State,
    at: Stamp,
    *,
    session: str | None = None,
    title: str | None = None,
    date: str | None = None,
    starts: str | None = None,
    ends: str | None = None,
    place: str | None = None,
    themes: Iterable[str] | None = None,
    speakers: Iterable[str] | None = None,
    host: str | None = None,
    template: str = "",
) -> Change:
    """Plan a session: a new one after the last, or change ``session``; None leaves a field as it is.

    ``date`` and the hours are as people type them; ``host`` is a participant, "" for none. A theme that is no longer
    among ``themes`` is no longer on the agenda, one that waits and is among them is. A template fills the programme
    while that is still empty: one of the house, a kept one, or a session to do again (by id).
    """
    ids = map(at.new, count())
    old = state.get(Session, session) if session else None
    base = old or Session(id=next(ids), number=1 + max((s.number for s in sessions(state)), default=0))
    new: dict[str, object] = {
        field: read(text)
        for field, text, read in (
            ("title", title, line),
            ("date", date, lambda text: _day(text, at)),
            ("starts", starts, read_hour),
            ("ends", ends, read_hour),
            ("place", place, line),
        )
        if text is not None
    }
    new |= {k: kept_lines(texts) for k, texts in (("themes", themes), ("speakers", speakers)) if texts is not None}
    if host is not None:
        new["host"] = state.get(Participant, host).id if host else None
    empty = not state.where(Activity, lambda activity: activity.session == base.id)
    programme = activities_of(base.id, items_of(state, template), ids) if empty else []
    label = (
        say("Session {number} changed", number=base.number)
        if old
        else say("Session {number} planned", number=base.number)
    )
    planned = replace(base, **new)
    themes_then = announced_otherwise(state, base, planned)
    return Change(label, puts=(planned.moved_from(base) if old else planned, *programme, *themes_then))


def _day(text: str, at: Stamp) -> str:
    """A day as it is typed, in ISO form."""
    from data.verbs.when import read_day  # its patterns would be made at every start

    return read_day(text, moment(at).date())


def cancel_session(state: State, at: Stamp, *, session: str) -> Change:
    """Take away a session that is still to come, with its programme and what was prepared for it.

    Raises:
        Refused: something of it was held or said.
    """
    gone = state.get(Session, session)
    if len(state.all(Session)) == 1:
        raise Refused(say("A network has at least one session: change this one."))
    programme = state.where(Activity, lambda activity: activity.session == gone.id)
    asked = state.where(Engagement, lambda engagement: engagement.session == gone.id)
    used = state.where(Resource, lambda resource: resource.session == gone.id)
    given = {record.id for record in (gone, *programme, *asked, *used)}
    delivered = state.where(Delivery, lambda delivery: delivery.assignment in given)
    prepared = (gone, *programme, *asked, *used, *delivered)
    inside = {record.id for record in prepared}
    others = [record for rows in state.tables.values() for record in rows.values() if record.id not in inside]
    if gone.status is not SessionStatus.PLANNED or any(_mentions(other, id_) for other in others for id_ in given):
        raise Refused(say("Session {number} holds something already: it stays.", number=gone.number))
    return Change(say("Session {number} removed", number=gone.number), drops=prepared)


def open_session(state: State, at: Stamp, *, session: str) -> Change:
    """Begin a session, or take a closed one up again; a session without a date gets today's."""
    old = state.get(Session, session)
    opened = replace(old, status=SessionStatus.OPEN, closed_at="", date=old.date or moment(at).date().isoformat())
    return Change(say("Session {number} opened", number=old.number), puts=(opened,))


def close_session(state: State, at: Stamp, *, session: str) -> Change:
    """End a session, with what is still going on in it; it can be opened again."""
    old = state.get(Session, session)
    running = state.find(Activity, old.now)
    ended = (replace(running, ended=at.now, countdown=None),) if running else ()
    closed = replace(old, status=SessionStatus.CLOSED, now=None, closed_at=old.closed_at or at.now)
    return Change(say("Session {number} closed", number=old.number), puts=(closed, *ended))
