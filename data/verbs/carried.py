"""What is carried over: put on an agenda, put aside, dealt with, closed, let go and opened again, whatever it is."""
# ruff: noqa: ARG001 - every verb is given the clock and the ids, also one that needs none

from __future__ import annotations

from msgspec.structs import replace

from data.model import (
    CARRIED,
    Action,
    Carried,
    Change,
    Fate,
    Parked,
    Promise,
    Question,
    Refused,
    Said,
    Session,
    SessionStatus,
    Stamp,
    State,
    Status,
    say,
)
from data.text import line
from data.verbs.themes import all_themes

_CLOSED: dict[type[Carried], Said] = {
    Question: say("Question answered"),
    Action: say("Done"),
    Promise: say("Promise kept"),
}
_TREATED: dict[type[Carried], tuple[Said, Said]] = {
    Question: (say("Question discussed"), say("Question not discussed")),
    Parked: (say("Point taken up"), say("Point parked again")),
}
_REOPENED: dict[type[Carried], Said] = {Question: say("Question reopened"), Action: say("Still to do")}


def carried(state: State, item: str) -> Carried:
    """What is carried under this id, also a theme that nobody made a record of yet.

    Raises:
        Refused: it is no longer there.
    """
    for kind in CARRIED:
        found = state.find(kind, item)
        if found is not None:
            return found
    theme = next((theme for theme in all_themes(state) if theme.id == item), None)
    return theme or state.get(Question, item)


def is_carried(state: State, item: str) -> bool:
    """Whether something is carried under this id."""
    return any(state.find(kind, item) for kind in CARRIED) or any(item == theme.id for theme in all_themes(state))


def status(state: State, item: Carried) -> Status:
    """How it stands now. On the agenda of a session that is over it was left, and waits as it did before."""
    if item.fate is not Fate.OPEN:
        return Status.CLOSED if item.fate is Fate.CLOSED else Status.DROPPED
    planned = state.find(Session, item.planned)
    if planned and planned.status is not SessionStatus.CLOSED and item.treated != planned.id:
        return Status.PLANNED
    if item.parked or (isinstance(item, Parked) and not item.treated):
        return Status.PARKED
    if item.reopened:
        return Status.REOPENED
    return Status.TREATED if item.treated else Status.OPEN


def plan(state: State, at: Stamp, *, item: str, session: str | None) -> Change:
    """Put it on the agenda of a session; None takes it off."""
    old = _waiting(state, item)
    planned = state.get(Session, session) if session else None
    label = say("On the agenda of session {number}", number=planned.number) if planned else say("Off the agenda")
    return Change(label, puts=(replace(old, planned=session or None, parked=None if planned else old.parked),))


def put_aside(state: State, at: Stamp, *, item: str, session: str) -> Change:
    """Park it, in this session, until somebody takes it up."""
    parked = replace(_waiting(state, item), parked=state.get(Session, session).id, planned=None)
    return Change(say("Parked for later"), puts=(parked,))


def treat(state: State, at: Stamp, *, item: str, session: str | None) -> Change:
    """Note in which session it was dealt with; None takes it back."""
    old = carried(state, item)
    treated = state.get(Session, session).id if session else None
    labels = _TREATED.get(type(old), (say("Discussed"), say("Not discussed")))
    parked = None if treated else old.parked
    return Change(labels[0 if treated else 1], puts=(replace(old, treated=treated, parked=parked),))


def close(state: State, at: Stamp, *, item: str, session: str, words: str = "") -> Change:
    """End it in this session: it was answered, done or kept, in these words; what it was dealt with in stays so."""
    old = carried(state, item)
    return Change(_CLOSED.get(type(old), say("Closed")), puts=(_ended(state, old, Fate.CLOSED, session, words),))


def drop(state: State, at: Stamp, *, item: str, session: str, words: str = "") -> Change:
    """Let it go in this session, for this reason."""
    return Change(say("Dropped"), puts=(_ended(state, carried(state, item), Fate.DROPPED, session, words),))


def _ended(state: State, old: Carried, fate: Fate, session: str, words: str) -> Carried:
    meeting = state.get(Session, session).id
    treated = old.treated or meeting if fate is Fate.CLOSED else old.treated
    return replace(old, fate=fate, closed=meeting, treated=treated, words=line(words) or old.words)


def reopen(state: State, at: Stamp, *, item: str, session: str) -> Change:
    """Open it again, in this session; the answer or the reason of before is kept."""
    old = carried(state, item)
    meeting = state.get(Session, session).id
    label = _REOPENED.get(type(old), say("Reopen"))
    if old.waits:
        return Change(label)
    return Change(label, puts=(replace(old, fate=Fate.OPEN, reopened=meeting, planned=None, parked=None),))


def _waiting(state: State, item: str) -> Carried:
    """What waits under this id.

    Raises:
        Refused: it was closed.
    """
    found = carried(state, item)
    if not found.waits:
        raise Refused(say("This is closed: reopen it first."))
    return found
