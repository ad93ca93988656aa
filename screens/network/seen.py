"""What a room window shows now: what is going on, or what the facilitator chose for it."""

from __future__ import annotations

from datetime import datetime

from data.model import Activity, Refused, Sees, Session, SessionStatus, Shown, State
from data.verbs.network import current_session, profile
from data.verbs.showing import PROGRAMME, shown
from screens.network.room import programme
from screens.shell.room import Moment, projected
from widgets.projected import Projected


def seen(state: State, now: datetime, before: Projected | None) -> Projected:
    """The picture of this moment; ``before`` is what this window showed last, None when it begins.

    A window that begins while the picture is frozen has none of it: it shows the name of the network until then.
    """
    chosen = shown(state)
    if chosen.sees is Sees.BLANK:
        return nothing(state)
    if chosen.sees is Sees.FREEZE:
        return before or nothing(state)
    try:
        return _place(state, chosen, now) or nothing(state)
    except Refused:  # what it stands on is not in the file
        return nothing(state)


def nothing(state: State) -> Projected:
    """The name of the network, and nothing of what is going on."""
    return Projected(giant=profile(state).name, style="$muted")


def _place(state: State, chosen: Shown, now: datetime) -> Projected | None:
    session = current_session(state)
    if session is None:
        return None
    place = chosen.place if chosen.sees is Sees.THIS else (session.now or PROGRAMME)
    if activity := state.find(Activity, place):
        return projected(Moment(state, activity, now))
    return _programme(state, session, now) if place == PROGRAMME else None


def _programme(state: State, session: Session, now: datetime) -> Projected | None:
    """Before the first activity and between two; once the session is closed only the name is left."""
    return None if session.status is SessionStatus.CLOSED else programme(state, session, now)
