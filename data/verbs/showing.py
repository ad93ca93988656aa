"""What the room is shown: the facilitator decides it from the laptop."""

from __future__ import annotations

from data.model import Activity, Change, Keep, Refused, Sees, Session, Shown, Stamp, State, say
from data.verbs.network import current_session

PROGRAMME = "programme"
"""The place that is no activity and that the room can be shown as well."""


def shown(state: State) -> Shown:
    """What the room is shown in the session one works in; in another session than it was chosen for, it follows."""
    session = current_session(state)
    here = session.id if session else ""
    chosen = next(iter(state.all(Shown)), None)
    return chosen if chosen and chosen.session == here else Shown(id="", session=here)


def show_room(state: State, at: Stamp, *, sees: Sees, place: str = "") -> Change:
    """Let the room follow, keep what it sees, see nothing, or see this place; it is no change to undo.

    Raises:
        Refused: there is no session, or the place is none that the room can see.
    """
    session = current_session(state)
    if session is None:
        raise Refused(say("There is no session in this file yet: plan one."))
    if sees is not Sees.THIS:
        place = ""
    elif place != PROGRAMME:
        state.get(Session, state.get(Activity, place).session)
    before = next(iter(state.all(Shown)), None)
    after = Shown(id=before.id if before else at.new(), session=session.id, sees=sees, place=place)
    label = say("What the room sees")
    return Change(label, () if after == before else (after,), keep=Keep.NEVER)
