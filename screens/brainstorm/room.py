"""What the room sees of a brainstorm: the question, and what came of it."""

from __future__ import annotations

from screens.shell.room import Moment
from screens.shell.standing import title
from widgets.projected import Projected


def projected(moment: Moment) -> Projected:
    """The question."""
    return Projected(giant=moment.activity.question or title(moment.activity))
