"""The parking lot: what is off topic is kept for later."""
# ruff: noqa: ARG001 - every verb is given the clock and the ids, also one that needs none

from __future__ import annotations

from msgspec.structs import replace

from data.model import Change, Parked, Participant, Session, Stamp, State, say
from data.text import fold, line
from data.verbs.given import needed


def waiting(state: State) -> list[Parked]:
    """What was parked in any session and not taken up yet."""
    return state.where(Parked, lambda point: point.waits and not point.treated)


def park(
    state: State,
    at: Stamp,
    *,
    session: str,
    text: str,
    activity: str | None = None,
    participant: str | None = None,
    why: str = "",
) -> Change:
    """Keep a point for later, from whom and why if that is said; what already waits is not parked twice."""
    meeting = state.get(Session, session)
    kept = needed(text, say("Type the point to keep for later."))
    label = say("Point parked")
    if any(fold(point.text) == fold(kept) for point in waiting(state)):
        return Change(label)
    who = state.get(Participant, participant).id if participant else None
    point = Parked(id=at.new(), session=meeting.id, text=kept, activity=activity, participant=who, why=line(why))
    return Change(label, puts=(point,))


def edit_parked(state: State, at: Stamp, *, parked: str, text: str) -> Change:
    """Word a parked point anew."""
    kept = needed(text, say("Type the point to keep for later."))
    return Change(say("Point changed"), puts=(replace(state.get(Parked, parked), text=kept),))


def remove(state: State, at: Stamp, *, parked: str) -> Change:
    """Take a point from the parking lot."""
    return Change(say("Point removed"), drops=(state.get(Parked, parked),))
