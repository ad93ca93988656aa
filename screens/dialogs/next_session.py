"""The next session, agreed on in one line."""

from __future__ import annotations

from data.model import Refused
from data.network import Applied
from data.verbs.agreements import set_next_session
from data.verbs.meeting import read_meeting
from screens.shell.house import House


def agree_on_next(house: House, session: str, typed: str) -> Applied | None:
    """Plan the session after this one from ``14/3 13:30-16:30 Ghent``; None when it was refused, and why was told."""
    try:
        meeting = read_meeting(typed, house.now().date())
    except Refused as refused:
        house.warn(refused.said)
        return None
    return house.do(
        set_next_session,
        session=session,
        date=meeting.date or None,
        starts=meeting.starts or None,
        ends=meeting.ends or None,
        place=meeting.place or None,
    )
