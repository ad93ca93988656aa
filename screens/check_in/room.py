"""What the room sees of the check-in: a welcome, what this session is about, and who is here."""

from __future__ import annotations

from data.i18n import _
from data.model import Participant
from data.names import full_names, short_names
from data.verbs.check_in import attendance, present, unknown
from data.verbs.network import people, profile
from screens.shell import presence
from screens.shell.room import Moment
from widgets.projected import Item, Projected


def projected(moment: Moment) -> Projected:
    """The question of the check-in, else the theme; who is here, and before anybody is who is expected.

    Of who is not here the room sees no more than how many.
    """
    state, session = moment.state, moment.session
    theme = session.title or " · ".join(session.themes) or profile(state).theme
    here = present(state, session.id)
    known = attendance(state, session.id).values()
    counted = presence.counts(len(people(state)), known)[0] if here else ""
    return Projected(
        status=" · ".join(filter(None, (_("Welcome"), counted))),
        giant=moment.activity.question or theme or _("Welcome"),
        level=True,
        apiece=True,
        items=_named(here) if here else _named(unknown(state, session.id), "$muted"),
    )


def _named(who: list[Participant], style: str = "") -> tuple[Item, ...]:
    shorts = short_names(who)
    return tuple(Item(name, short=shorts[id_], style=style) for id_, name in full_names(who).items())
