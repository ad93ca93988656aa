"""What the room sees of a round table: who speaks, what is asked, who comes next, and what was said."""

from __future__ import annotations

from data.i18n import _
from data.model import QuestionKind
from screens.round_table.view import PROMPTS
from screens.shell.room import Moment
from widgets.projected import Projected


def projected(moment: Moment) -> Projected:
    """The question of this round table, else the first prompt."""
    return Projected(giant=moment.activity.question or _(PROMPTS[QuestionKind.QUESTION]))
