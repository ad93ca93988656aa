"""A vote by show of hands: a count for every answer, one after the other."""

from __future__ import annotations

from typing import ClassVar

from textual.content import Content

from data.i18n import N_, _, plural, told
from data.methods.votes.way import Cell
from data.methods.votes.ways import spec_of
from data.model import Vote
from data.verbs.decision.vote import count_hands
from screens.decision import open_vote
from screens.decision.open_vote import cell_id, count_of, named
from screens.decision.parts.anywhere import OTHER, RECORD, RECORD_BY_LETTER
from screens.decision.parts.closing import CALL_OFF, close
from screens.decision.parts.part import BACK, KEEP, WALK, Part
from screens.decision.stages import Stage
from screens.decision.words import Kind, answer_word
from widgets.command import Command
from widgets.laid_out import Layout


def _abstained(number: int) -> str:
    """How many abstained, in a sentence."""
    return plural("{n} person abstained", "{n} people abstained", number) if number else _("Nobody abstained")


class Hands(Part):
    """Hands are counted."""

    KINDS = (Kind.HANDS,)
    COUNTS = True

    _vote = ""
    _cell = 0
    _rest = ""

    def enter(self, before: Stage | None) -> None:
        """A vote begins with its first count."""
        del before
        if (vote := self.subject.vote) and vote.id != self._vote:
            self._vote, self._cell, self._rest = vote.id, 0, ""

    def layout(self) -> Layout:
        """A cell for every count."""
        state, vote = self.subject.state, self.subject.vote
        assert vote is not None
        return lambda width, _height: open_vote.counting(state, vote, width)

    def to_choose(self, *, entered: bool) -> str:
        """The count that is asked."""
        del entered
        vote = self.subject.vote
        return cell_id(vote, self._asked) if vote else ""

    # -- which count

    @property
    def _cells(self) -> list[Cell]:
        return spec_of(vote).cells(vote) if (vote := self.subject.vote) else []

    @property
    def _asked(self) -> Cell:
        every = self._cells
        self._cell = max(0, min(len(every) - 1, self._cell))
        return every[self._cell]

    def walk(self, by: int) -> None:
        """Another count."""
        self._cell = (self._cell + by) % len(self._cells)
        self.screen.show_data()

    # -- the line

    def holds(self) -> str:
        """Each count has a draft of its own."""
        vote = self.subject.vote
        return f"hands:{cell_id(vote, self._asked)}" if vote else super().holds()

    def placeholder(self) -> str:
        """Which count is asked."""
        vote = self.subject.vote
        return self._asks(vote, self._asked) if vote else ""

    def _asks(self, vote: Vote, cell: Cell) -> str:
        proposal, what = cell
        letter = named(self.subject.state, vote)[proposal][0] if proposal else ""
        if what.isdigit():
            return _("{letter}: how many show {n} fingers?").format(letter=letter, n=what)
        word = answer_word(vote, what)
        return f"{letter}: {word}?" if letter else f"{word}?"

    async def keep(self) -> None:
        """Keep a count and go to the next; Enter on an empty line goes on without."""
        taken = not self.lined.line.value.strip() and self._asked[1] == "abstained"
        if self._counted():
            # The count stands there already: only a sentence shows that it is taken, and what is left to do.
            if taken and (vote := self.subject.vote):
                counted = all(count_of(vote, cell) is not None for cell in self._cells)
                said = [_abstained(vote.abstained), *([_("F6 closes the vote")] if counted else [])]
                self.house.tell(" · ".join(said))
            self._cell = self._after
            self.screen.show_data()

    def _counted(self) -> bool:
        """Keep what is typed for the count that is asked; False when it is refused."""
        vote, typed = self.subject.vote, self.lined.line.value.strip()
        if vote is None:
            return False
        proposal, what = self._asked
        if typed:
            hands = int(typed) if typed.isdecimal() and len(typed) < 5 else 9999
            if not self.house.do(count_hands, vote=vote.id, proposal=proposal, answer=what, hands=hands):
                return False
            self.lined.line.take()
        self._rest = ""
        return True

    @property
    def _after(self) -> int:
        """The place of the next count that is still to be made, else simply of the next one."""
        vote, every = self.subject.vote, self._cells
        ahead = range(self._cell + 1, len(every))
        return next((place for place in ahead if vote and count_of(vote, every[place]) is None), self._cell + 1)

    def close(self) -> None:
        """Close the vote, with what is typed for the count that is asked; a count that lacks for that is asked now."""
        self.lined.line.entered = True  # as by Enter: what is refused is selected, to be typed over
        if not self._counted():
            return
        close(self)
        if (vote := self.subject.vote) and (lacking := spec_of(vote).lacking(vote)):
            self._cell = self._cells.index(lacking[0])
            self.screen.show_data()
            self.lined.line.focus()

    def count_rest(self) -> None:
        """Propose all who are left as the count: it is said aloud, and Enter keeps it."""
        vote, line = self.subject.vote, self.lined.line
        if vote is None:
            return
        spec = spec_of(vote)
        if spec.one_proposal:
            self._cell = self._cells.index(self._left_for(vote))
            self.screen.show_data()
        typed = int(line.value) if line.value.isdecimal() else 0
        self._rest = str(spec.hands_left(vote, self._asked, typed))
        line.restore(self._rest)
        self.screen.put("hint", self.hint())

    def no_rest(self) -> str | None:
        """Why nobody is left for the count that is asked."""
        vote = self.subject.vote
        left = vote and spec_of(vote).hands_left(vote, self._left_for(vote), 0)
        return _("Dots are all counted: there is no rest.") if left is None else None

    def _left_for(self, vote: Vote) -> Cell:
        """The count that whoever is left is for: of one proposal the last, the answer of the majority."""
        return self._cells[-1] if spec_of(vote).one_proposal else self._asked

    def _rest_said(self, vote: Vote, rest: str, left: str) -> str:
        """How many the rest is, and what they answer where it is not the count that is asked."""
        answer = answer_word(vote, self._left_for(vote)[1]) if spec_of(vote).one_proposal else ""
        return ", ".join((f"{rest} {answer}".rstrip(), left))

    def hint(self) -> Content:
        """Which count is asked, and what else can be typed; what the rest would be, before it is kept."""
        vote = self.subject.vote
        if vote is None:
            return Content("")
        if self._rest and self.lined.line.value == self._rest:
            said = _("{rest}: say it aloud. If nobody objects, Enter confirms it.").format(
                rest=self._rest_said(vote, _("The rest"), self._rest)
            )
            return Content.styled(said, "bold $foreground")
        self._rest = ""
        proposal, what = self._asked
        left = spec_of(vote).hands_left(vote, self._left_for(vote), 0)
        rest = self._rest_said(vote, _("r: the rest"), str(left))
        said = rest if proposal or what == "answered" else _("Enter: {said}").format(said=_abstained(vote.abstained))
        if special := spec_of(vote).counting(self._asked):
            said = told(special)
        every = self._cells
        done = sum(count_of(vote, cell) is not None for cell in every)
        tail = _("F6 closes the vote")
        return Content.assemble(
            (self._asks(vote, self._asked), "bold"),
            (f"   {said}   ", "$muted"),
            (tail, "$muted" if done < len(every) else "bold $foreground"),
        )

    # -- its keys

    KEYS: ClassVar[tuple[Command[Hands], ...]] = (
        Command(
            count_rest,
            N_("The rest"),
            N_("Everybody who is left: say it aloud, then Enter"),
            ("f5",),
            14,
            cannot=no_rest,
        ),
        Command(close, N_("Close the vote"), N_("Close the vote with the answers so far"), ("f6",), 11),
        BACK,
        RECORD,
        *WALK,
    )
    LINE_KEYS: ClassVar[tuple[Command[Hands], ...]] = (
        Command(
            count_rest,
            N_("The rest"),
            N_("Everybody who is left: say it aloud, then Enter"),
            ("r",),
            cannot=no_rest,
        ),
        KEEP,
    )
    PAGE_KEYS: ClassVar[tuple[Command[Hands], ...]] = (
        Command(lambda part: part.lined.line.focus(), N_("Count"), N_("To the line, to count"), ("enter",), 10),
        CALL_OFF,
        RECORD_BY_LETTER,
        OTHER,
    )
