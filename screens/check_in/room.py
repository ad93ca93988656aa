"""What the room sees of the check-in: a welcome, what this session is about, and who is here."""

from __future__ import annotations

from data.verbs.network import profile
from screens.shell.room import Moment
from widgets.projected import Projected


def projected(moment: Moment) -> Projected:
    """What this session is about."""
    session = moment.session
    theme = session.title or " · ".join(session.themes) or profile(moment.state).theme
    return Projected(giant=moment.activity.question or theme)
