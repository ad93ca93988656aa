"""A vote per person: two letters of a name, then the answer."""

from __future__ import annotations

import re
from typing import ClassVar

from textual.content import Content

from data.i18n import N_, _
from data.model import Participant, Refused, Vote, say
from data.names import Meant, likeliest
from data.verbs.decision.ballot import read_ballot
from data.verbs.decision.vote import answer, missing
from data.verbs.network import called
from screens.decision import open_vote
from screens.decision.open_vote import named
from screens.decision.parts.anywhere import OTHER, RECORD, RECORD_BY_LETTER
from screens.decision.parts.closing import CALL_OFF, CLOSE
from screens.decision.parts.part import BACK, KEEP, WALK, Part
from screens.decision.words import Kind, how_to_answer
from widgets.command import Command
from widgets.laid_out import Layout

_JOINED = re.compile(r"^\s*([^\W\d_]+)(?=[\d-])")
"""Letters with an answer right behind them: ``an1``."""


def apart(typed: str) -> list[str]:
    """The words of a line, letters apart from a digit or a dash right behind them: ``an1`` is ``an 1``."""
    return _JOINED.sub(r"\1 ", typed, count=1).split()


NOBODY = say("Type two letters of a name, then the answer.")


class Person(Part):
    """Answers are typed for one person after the other."""

    KINDS = (Kind.PERSON,)

    def layout(self) -> Layout:
        """What is voted on, how many answered, and unless the room is watching who did and what."""
        state, vote, hidden = self.subject.state, self.subject.vote, self.house.looking_along
        assert vote is not None
        return lambda width, _height: open_vote.answering(state, vote, width, hidden=hidden)

    # -- the line

    @property
    def masked(self) -> bool:
        """Nobody looks along while an answer is typed."""
        return self.house.looking_along

    def told(self, typed: str) -> int:
        """How many characters at the begin of a line are the name: those the room may see."""
        vote = self.subject.vote
        if vote is None or not typed.strip():
            return 0
        given = self._meant(vote, typed)[1].replace(" ", "")
        left = len(given)
        for place in range(len(typed), 0, -1):
            if not left:
                return place
            left -= not typed[place - 1].isspace()
        return 0

    def holds(self) -> str:
        """Each vote has a draft of its own."""
        vote = self.subject.vote
        return f"person:{vote.id}" if vote else super().holds()

    async def keep(self) -> None:
        """Two letters and the answer."""
        vote, typed = self.subject.vote, self.lined.line.value
        if vote is None or not typed.strip():
            return
        try:
            who, given = self._read(vote, typed)
        except Refused as refused:
            self.house.warn(refused.said)
            return
        if self.house.do(answer, vote=vote.id, participant=who.id, ballot=given):
            self.taken()

    def _read(self, vote: Vote, typed: str) -> tuple[Participant, dict[str, int]]:
        """Who is meant, and the ballot.

        Raises:
            Refused: nobody or several people are meant, or it is no ballot.
        """
        state = self.subject.state
        found, given = self._meant(vote, typed)
        if not found.people:
            raise Refused(NOBODY)
        if found.one is None:
            who = ", ".join(called(state)[who.id] for who in found.people)
            raise Refused(say("Several people match: {names}. Type more of the name.", names=who))
        signs = [letter for letter, _wording in named(state, vote).values()]
        return found.one, read_ballot(vote, signs, given)

    def _meant(self, vote: Vote, typed: str) -> tuple[Meant[Participant], str]:
        """Whom the first letters of a line mean, and what is typed behind them.

        Of those who vote whoever has not answered yet, else whoever has, else anybody. While letters mean several, the
        next word belongs to the name as well: ``jan haven 4`` is the Jan of Haven.
        """
        words = apart(typed)
        found, given = self._by_letters(vote, words[0]) if words else Meant[Participant](), words[1:]
        for count in range(2, len(words) + 1):
            if not found.several:
                break
            if (closer := self._by_letters(vote, " ".join(words[:count]))).people:
                found, given = closer, words[count:]
        return found, " ".join(given)

    def _by_letters(self, vote: Vote, letters: str) -> Meant[Participant]:
        state = self.subject.state
        for ids in (missing(vote), vote.voters):
            found = likeliest([who for id_ in ids if (who := state.find(Participant, id_))], letters)
            if found.people:
                return found
        return likeliest(state.all(Participant), letters)

    def hint(self) -> Content:
        """Whom the letters mean so far, and how to answer."""
        vote = self.subject.vote
        if vote is None:
            return Content("")
        if not self.lined.line.value.strip():
            return Content.styled(how_to_answer(vote), "$muted")
        names = called(self.subject.state)
        found = [names[who.id] for who in self._meant(vote, self.lined.line.value)[0].people]
        if not found:
            return Content.styled(_("Nobody has that name."), "$muted")
        if found[1:]:
            return Content.assemble((_("Who is it?"), "$accent"), ("  " + " · ".join(found), "bold"))
        return Content.assemble((found[0], "bold"), (f"   {how_to_answer(vote)}", "$muted"))

    # -- an answer that was given

    def no_answer(self) -> str | None:
        """Why there is no answer to take away."""
        vote = self.subject.vote
        return None if vote and self.subject.chosen in vote.voters else _("Choose an answer first.")

    def remove(self) -> None:
        """Take the chosen person's answer away."""
        if (vote := self.subject.vote) and self.house.do(
            answer, vote=vote.id, participant=self.subject.chosen, ballot=None
        ):
            self.house.tell(_("Removed · Ctrl+Z brings it back"))

    # -- its keys

    KEYS = (CLOSE, BACK, RECORD, *WALK)
    LINE_KEYS = (KEEP,)
    PAGE_KEYS: ClassVar[tuple[Command[Person], ...]] = (
        Command(lambda part: part.lined.line.focus(), N_("Answer"), N_("To the line, to answer"), ("enter",), 10),
        Command(
            remove,
            N_("Remove"),
            N_("Remove it; Ctrl+Z brings it back"),
            ("delete", "backspace"),
            18,
            cannot=no_answer,
        ),
        CALL_OFF,
        RECORD_BY_LETTER,
        OTHER,
    )
