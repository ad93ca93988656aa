"""The next session, agreed on in one line."""

from __future__ import annotations

from data.i18n import _
from data.model import Refused
from data.network import Applied
from data.verbs.agreements import set_next_session
from data.verbs.meeting import read_meeting
from data.verbs.network import next_session
from screens.shell.house import House


def agree_on_next(house: House, session: str, typed: str) -> Applied | None:
    """Plan the session after this one from ``14/3 13:30-16:30 Ghent``; None when it was refused, and why was told."""
    try:
        meeting = read_meeting(typed, house.now().date())
    except Refused as refused:
        house.warn(refused.said)
        return None
    known = next_session(house.state, session)
    done = house.do(
        set_next_session,
        session=session,
        date=meeting.date or None,
        starts=meeting.starts or None,
        ends=meeting.ends or None,
        place=meeting.place or None,
    )
    if done and known is None:
        house.tell(_("Planned as a working session: v in its programme takes another."))
    return done
