"""The two ends of an open vote: closed, or called off.

Before a vote is closed on few answers it says how many answered, and who is left to ask.
"""

from __future__ import annotations

from collections.abc import Callable, Collection

from data.i18n import N_, _, plural, told
from data.methods.votes.room import enough
from data.methods.votes.way import by_person
from data.methods.votes.ways import spec_of
from data.model import Refused, Vote
from data.network import Applied
from data.verbs.decision.vote import cancel_vote, close_vote, reckoned
from data.verbs.network import called
from screens.decision.open_vote import still_to_answer
from screens.decision.parts.part import Owner
from screens.dialogs.ask import Choose
from screens.shell.private import not_for_the_room
from widgets.command import Command


def close(at: Owner) -> None:
    """Close a vote of counted hands or of answers per person."""
    if vote := at.subject.vote:
        asked = still_to_answer(at.subject.state, vote) if by_person(vote) else ()
        closing(at, vote, _answered(vote), asked, lambda: closed(at, at.house.do(close_vote, vote=vote.id)))


def _answered(vote: Vote) -> int:
    """How many answered; all of them where a count lacks or does not fit, so that closing tells which."""
    try:
        return len(vote.base) if spec_of(vote).lacking(vote) else reckoned(vote).turnout.answered
    except Refused:
        return len(vote.base)


def closing(at: Owner, vote: Vote, answered: int, asked: Collection[str], close: Callable[[], None]) -> None:
    """Close a vote, asked first where somebody is still to answer or half or fewer did.

    ``asked`` are those who can still answer, where one knows who that is; they are named to the facilitator alone.
    """
    few = not enough(answered, len(vote.base))
    if not asked and not few:
        close()
        return
    heading = _("{n} of {base} answered. Close the vote now?").format(n=answered, base=len(vote.base))
    names = called(at.subject.state)
    if not asked:
        left = ""
    elif at.house.looking_along:
        left = plural("{n} person is still to answer", "{n} people are still to answer", len(asked))
    else:
        left = _("still to answer: {names}").format(names=", ".join(names[who] for who in asked if who in names))
    counts = _("half or fewer: too few to decide on") if few else _("without those who did not answer")
    choices = [("", _("Not yet"), left), ("close", _("Close it"), counts)]
    sheet = Choose(heading, choices)
    at.house.push_screen(
        sheet if at.house.looking_along else not_for_the_room(sheet), lambda chosen: close() if chosen else None
    )


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
