"""A programme made to fit its people: how many are expected, and what is adapted to that."""
# ruff: noqa: ARG001 - every verb is given the clock and the ids, also one that needs none

from __future__ import annotations

from msgspec.structs import replace

from data.methods.forms import worn
from data.methods.size import Fit, fits
from data.methods.subgroups import split
from data.model import Activity, ActivityKind, Change, DateSettings, Participant, Presence, Refused, Stamp, State, say
from data.model.network import DATING_ROLES
from data.verbs.check_in import attendance, present
from data.verbs.network import members, sessions
from data.verbs.programme import programme


def awaited(state: State, session: str) -> list[Participant]:
    """Who is awaited at a session, by name: whoever is there once people came in, else all that did not send word."""
    here = [who for who in present(state, session) if who.role in DATING_ROLES]
    if here:
        return here
    known = attendance(state, session)
    away = {who for who, each in known.items() if each.presence is not Presence.PRESENT}
    return [who for who in members(state, session) if who.role in DATING_ROLES and who.id not in away]


def advised(state: State, session: str) -> list[Fit]:
    """What would fit the people of a session better in what is to come of its programme."""
    people = len(awaited(state, session))
    return fits(programme(state, session), people) if people else []


def fit_programme(state: State, at: Stamp, *, session: str, activity: str | None = None) -> Change:
    """Adapt what is to come of a programme (or one activity of it) to the people that are awaited."""
    wanted = [fit for fit in advised(state, session) if activity in (None, fit.activity)]
    if not wanted:
        raise Refused(say("It already fits the people."))
    changed: dict[str, Activity] = {}
    people = [who.id for who in awaited(state, session)]
    kin = {who.id: who.organisation for who in awaited(state, session)}
    for fit in wanted:
        item = changed.get(fit.activity) or state.get(Activity, fit.activity)
        if fit.minutes:
            item = replace(item, minutes=fit.minutes)
        if fit.table:
            item = replace(item, dates=replace(item.dates or DateSettings(), size=fit.table))
        if fit.groups:
            item = replace(item, subgroups=split(people, fit.groups, kin=kin))
        changed[item.id] = item
    return Change(say("Programme adapted to {n} people", n=len(people)), puts=tuple(changed.values()))


def worn_out(state: State, session: str) -> dict[ActivityKind, tuple[ActivityKind, ...]]:
    """The forms that this session and the two before it all have, with what could be done instead."""
    every = sessions(state)
    last = next((place for place, each in enumerate(every) if each.id == session), len(every) - 1)
    return worn([{item.kind for item in programme(state, each.id)} for each in every[: last + 1]])
