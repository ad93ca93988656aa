"""The parking lot: what is off topic is kept for later."""
# ruff: noqa: ARG001 - every verb is given the clock and the ids, also one that needs none

from __future__ import annotations

from msgspec.structs import replace

from data.model import Change, Parked, Session, Stamp, State, say
from data.text import fold
from data.verbs.given import needed


def waiting(state: State) -> list[Parked]:
    """What was parked in any session and not taken up yet."""
    return state.where(Parked, lambda point: not point.treated)


def park(state: State, at: Stamp, *, session: str, text: str, activity: str | None = None) -> Change:
    """Keep a point for later; what already waits is not parked twice."""
    meeting = state.get(Session, session)
    kept = needed(text, say("Type the point to keep for later."))
    label = say("Point parked")
    if any(fold(point.text) == fold(kept) for point in waiting(state)):
        return Change(label)
    return Change(label, puts=(Parked(id=at.new(), session=meeting.id, text=kept, activity=activity),))


def edit_parked(state: State, at: Stamp, *, parked: str, text: str) -> Change:
    """Word a parked point anew."""
    kept = needed(text, say("Type the point to keep for later."))
    return Change(say("Point changed"), puts=(replace(state.get(Parked, parked), text=kept),))


def treat(state: State, at: Stamp, *, parked: str, session: str | None) -> Change:
    """Note in which session a point was taken up; None parks it again."""
    point = state.get(Parked, parked)
    treated = state.get(Session, session).id if session else None
    label = say("Point taken up") if treated else say("Point parked again")
    return Change(label, puts=(replace(point, treated=treated),))


def remove(state: State, at: Stamp, *, parked: str) -> Change:
    """Take a point from the parking lot."""
    return Change(say("Point taken away"), drops=(state.get(Parked, parked),))
