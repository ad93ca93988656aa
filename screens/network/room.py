"""What the room sees of a network: the programme of a session, or its name and when it goes on."""

from __future__ import annotations

from datetime import datetime

from msgspec.structs import replace

from data.i18n import _, clock, day
from data.methods.agenda import SlotState
from data.model import Session, SessionStatus, State
from data.network.glance import Glance
from data.text import unbroken
from data.verbs.network import profile
from screens.shell.room import KRING, outside, under_status
from screens.shell.standing import timetable_of, title
from widgets.projected import Item, Projected

MARKS = {SlotState.DONE: ("✓", "$muted"), SlotState.NOW: ("◂", ""), SlotState.TO_COME: ("", "")}


def programme(state: State, session: Session, now: datetime) -> Projected:
    """The theme, and the activities with their hours, what is now standing out; without them in small letters."""
    table = timetable_of(state, session, now)
    theme = session.title or " · ".join(session.themes) or profile(state).theme
    facts = [
        _("session {n}").format(n=session.number),
        _("until {time}").format(time=clock(table.ends)) if table.ends else "",
    ]
    items = []
    for slot in table.slots:
        mark, style = MARKS[slot.state]
        name = " ".join(filter(None, (title(slot.activity), mark)))
        items.append(Item(name, clock(slot.expected), style=style, now=slot.state is SlotState.NOW))
    view = Projected(
        status=" · ".join(filter(None, facts)),
        giant=theme or _("Programme"),
        items=tuple(items),
        asked=theme,
        shorter=tuple(replace(item, label="") for item in items),
        level=True,
        apiece=True,
        legible=True,
    )
    return under_status(view, state, now)


def home(newest: Glance | None, now: datetime) -> Projected:
    """The name of the network that was open last, and the session to go on with; of other networks nothing."""
    return outside(_newest(newest), now)


def _newest(newest: Glance | None) -> Projected:
    if newest is None:
        return Projected(giant=KRING, lead=_("Running a learning network, in the room."))
    session = newest.session
    if session is None or session.status is SessionStatus.CLOSED:
        return Projected(giant=newest.name)
    facts = (_("session {n}").format(n=session.number), day(session.date) if session.date else "", session.starts)
    when = " · ".join(map(unbroken, filter(None, facts)))
    return Projected(giant=newest.name, lead=when, items=(Item(session.place),) if session.place else ())
