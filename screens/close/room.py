"""What the room takes along at the end: when we meet again, what everybody does, and what was decided."""

from __future__ import annotations

from msgspec.structs import replace

from data.i18n import _, day, plural
from data.model import Decision, Session
from data.text import unbroken
from data.verbs.agreements import to_do, who
from data.verbs.network import profile, sessions
from screens.shell.room import Moment, headed
from widgets.projected import Item, Projected

MOST = 4
"""To-dos that are shown where not all of it is read from the back."""


def projected(moment: Moment) -> Projected:
    """Thanks, the day of the next session, and under it who does what, what was decided, and where we meet for what.

    By when stands in the summary. Where not all of it is read from the back, of the next one there is the place, and
    how many themes.
    """
    state, session = moment.state, moment.session
    network = profile(state)
    coming = next((one for one in sessions(state) if one.number > session.number), None)
    when = unbroken(_when(coming)) if coming else ""
    place = (Item(coming.place),) if coming and coming.place else ()
    every = [Item(one.text, aside=who(state, one)) for one in to_do(state)]
    still, first = headed(_("To do"), every), headed(_("To do"), _first(every))
    taken = state.where(Decision, lambda one: one.decided_in == session.id and bool(one.outcome))
    decided = headed(_("Decided"), (Item(one.outcome, "✓", style="$success", own=True) for one in taken))
    themes = tuple(map(Item, coming.themes)) if coming else ()
    besides = plural("{n} theme", "{n} themes", len(themes)) if themes else ""
    first_of_next = [replace(one, aside=besides) for one in place] or themes
    next_time, where = headed(_("Next time"), (*place, *themes)), headed(_("Next time"), first_of_next)
    return Projected(
        giant=_("See you {when}").format(when=when) if when else _("Thank you!"),
        items=(*(() if when else (Item(_("The date is still to be agreed.")),)), *still, *decided, *next_time),
        shorter=(*first, *decided, *where),
        legible=True,
        asked=network.shared_goal or network.theme,
    )


def _when(session: Session) -> str:
    if session.date and session.starts:
        return _("{day} at {time}").format(day=day(session.date), time=session.starts)
    return day(session.date) if session.date else session.starts


def _first(items: list[Item]) -> list[Item]:
    """As many as are read from the back, and how many there are besides."""
    more = len(items) - MOST
    rest = [Item(_("… and {n} more").format(n=more), style="$muted")] if more > 1 else []
    return [*items[:MOST], *rest] if rest else items
