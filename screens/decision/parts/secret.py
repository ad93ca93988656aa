"""A secret vote, as the facilitator sees it: how many voted, the way to the booth, and the close."""

from __future__ import annotations

from typing import ClassVar

from textual.content import Content

from data.i18n import N_, _, plural
from data.model import Vote
from data.verbs.decision.vote import cancel_vote, close_secret
from data.verbs.network import called
from screens.decision import open_vote
from screens.decision.booth import Booth
from screens.decision.open_vote import named
from screens.decision.parts.anywhere import OTHER, RECORD, RECORD_BY_LETTER
from screens.decision.parts.closing import closed, closing
from screens.decision.parts.part import BACK, Part
from screens.decision.words import Kind
from screens.shell.box import Box
from widgets.command import Command
from widgets.laid_out import Layout


class Secret(Part):
    """People vote in turn at the booth; the box with their ballots is in the memory of this window alone."""

    KINDS = (Kind.OUTCOME,)
    TYPES = False

    def layout(self) -> Layout:
        """What is voted on."""
        state, vote = self.subject.state, self.subject.vote
        assert vote is not None
        return lambda width, _height: open_vote.answering(state, vote, width, hidden=True)

    @property
    def box(self) -> Box | None:
        """The box of the vote that is open; None when its ballots were in a window that was closed."""
        vote, box = self.subject.vote, self.house.box
        return box if vote and box and box.vote == vote.id else None

    def begin(self) -> None:
        """To the booth, with an empty box."""
        if vote := self.subject.vote:
            self.house.box = Box.of(vote)
            self.screen.show_data()
            self.to_booth()

    def to_booth(self) -> None:
        """To the booth; ballots of a window that was closed are gone, and everybody votes again."""
        vote = self.subject.vote
        if vote is None:
            return
        if self.box is None:
            self.house.box = Box.of(vote)
            self.screen.show_data()
        assert self.house.box is not None
        state = self.subject.state
        every = called(state)
        names = {id_: every[id_] for id_ in vote.base if id_ in every}
        booth = Booth(vote, self.house.box, names, named(state, vote))
        self.house.push_screen(booth, lambda _done: self.screen.show_all())

    def verdict(self) -> Content:
        """How many ballots there are, and nothing of what they say."""
        vote, box = self.subject.vote, self.box
        if vote is None:
            return Content("")
        if box is None:
            said = _("The ballots were only in the memory of a window that was closed. They are lost: vote again.")
            return Content.assemble((said, "bold $attention"), "\n", _("F5: everybody votes again   z: call it off"))
        said = plural("{n} ballot in the box", "{n} ballots in the box", len(box.ballots))
        more = _("of {base}. Nothing shows before the close.").format(base=len(vote.base))
        return Content.assemble((f"{said} {more}", "bold"), "\n", _("F5: to the booth   F6: close the vote"))

    def no_ballot(self) -> str | None:
        """Why there is nothing to close on."""
        return None if self.box and self.box.ballots else _("Nobody has voted yet: F5 goes to the booth.")

    def close(self) -> None:
        """Close the vote with what is in the box."""
        if (vote := self.subject.vote) and (box := self.box):
            closing(self, vote, len(box.ballots), box.to_come, lambda: self._close(vote, box))

    def _close(self, vote: Vote, box: Box) -> None:
        done = self.house.do(close_secret, vote=vote.id, ballots=tuple(box.ballots))
        if done:
            self.house.box = None
        closed(self, done)

    def call_off(self) -> None:
        """Call the vote off; its ballots are gone."""
        if (vote := self.subject.vote) and self.house.do(cancel_vote, vote=vote.id):
            self.house.box = None
            self.house.tell(_("Called off · Ctrl+Z brings it back"))

    # -- its keys

    KEYS: ClassVar[tuple[Command[Secret], ...]] = (
        Command(to_booth, N_("To the booth"), N_("Each person votes in turn, alone at the laptop"), ("f5",), 14),
        Command(
            close, N_("Close the vote"), N_("Close the vote with the answers so far"), ("f6",), 11, cannot=no_ballot
        ),
        BACK,
        RECORD,
    )
    PAGE_KEYS: ClassVar[tuple[Command[Secret], ...]] = (
        Command(to_booth, N_("To the booth"), N_("Each person votes in turn, alone at the laptop"), ("enter",), 10),
        Command(call_off, N_("Call off"), N_("Call the open vote off"), ("z",), 29),
        RECORD_BY_LETTER,
        OTHER,
    )
