"""The two ends of an open vote: closed, or called off."""

from __future__ import annotations

from data.i18n import N_, _, told
from data.network import Applied
from data.verbs.decision.vote import cancel_vote, close_vote
from screens.decision.parts.part import Owner
from widgets.command import Command


def close(at: Owner) -> None:
    """Close a vote of counted hands or of answers per person."""
    if vote := at.subject.vote:
        closed(at, at.house.do(close_vote, vote=vote.id))


def closed(at: Owner, done: Applied | None) -> None:
    """Tell that a vote was closed, and show what it came to."""
    if done:
        at.house.tell(told(done.change.label))
        at.screen.show_data()


def call_off(at: Owner) -> None:
    """Call the open vote off."""
    if (vote := at.subject.vote) and at.house.do(cancel_vote, vote=vote.id):
        at.house.tell(_("Called off · Ctrl+Z brings it back"))


CLOSE: Command[Owner] = Command(close, N_("Close the vote"), N_("Close the vote with the answers so far"), ("f6",), 11)
CALL_OFF: Command[Owner] = Command(call_off, N_("Call off"), N_("Call the open vote off"), ("z",), 29)
