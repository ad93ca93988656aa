"""Who speaks, and what they say: the line keeps it, of the kind that is asked for now."""

from __future__ import annotations

from typing import ClassVar

from data.i18n import N_, _
from data.methods.said_before import said_before
from data.model import Activity, Question, QuestionKind, say
from data.names import matching
from data.text import fold
from data.verbs.check_in import present
from data.verbs.network import called, people
from data.verbs.round_table import say_question, speaks_next, turns
from screens.dialogs.who import Who
from screens.round_table.literal import name_in
from screens.round_table.view import PROMPTS, asked_kind
from screens.shell.activity_part import ActivityPart
from screens.shell.added import is_new
from screens.shell.line_and_page import TO_PAGE, WALK
from screens.shell.standing import why_over
from widgets.command import Command
from widgets.matches import Match


class Floor(ActivityPart):
    """Gives the floor, and keeps what whoever has it says."""

    @property
    def _table(self) -> Activity:
        return self._activity

    @property
    def kind(self) -> QuestionKind:
        """What the line keeps now; a draft, as the line is, so that what is typed has its kind after a kill too."""
        kept = self.house.network.drafts.get(self._kind_draft)
        return QuestionKind(kept) if kept else asked_kind(self._table)

    @kind.setter
    def kind(self, kind: QuestionKind) -> None:
        self.house.network.drafts.set(self._kind_draft, kind)

    @property
    def _kind_draft(self) -> str:
        return f"{self._place}:kind"

    # -- the line

    def keep(self) -> None:
        """Keep the line for whoever has the floor."""
        typed, table = self.lined.line.value, self._table
        if not typed.strip():
            return
        done = self.house.do(
            say_question,
            session=table.session,
            text=typed,
            kind=self.kind,
            participant=table.speaking,
            activity=table.id,
        )
        who = called(self.house.state).get(table.speaking or "")
        there = say("{name} said that already.", name=who) if who else say("That is there already.")
        if done and is_new(self.house, done, there):
            self.lined.line.take()
            self._show()
            self.lined.page.choose(done.change.puts[0].id)
            if name := name_in(self.house.state, typed):
                said = _("“{mark}” stays in the text: F5 says who speaks, and F6 who joins in.")
                self.house.feedback.warned(said.format(mark=name))

    def offered(self, typed: str) -> str:
        """What somebody said of this kind, now or in an earlier session, when it begins as typed.

        What whoever has the floor said themselves is not: of one person the same is kept once.
        """
        table = self._table
        said = self.house.state.where(Question, lambda one: one.kind is self.kind)
        own = {fold(one.text) for one in said if (one.session, one.participant) == (table.session, table.speaking)}
        return said_before(typed, [one.text for one in said if fold(one.text) not in own])

    def turn_kind(self, by: int) -> None:
        """The next kind of line; what was typed stays."""
        kinds = list(PROMPTS)
        self.kind = kinds[(kinds.index(self.kind) + by) % len(kinds)]
        self._show()

    # -- who speaks

    def choose(self) -> None:
        """Choose who has the floor; Enter at once takes whoever comes next."""
        self.house.push_screen(Who(_("Who has the floor?"), self._speakers), self._give)

    def over(self) -> str | None:
        """Why nobody is given the floor any more."""
        return why_over(self.house)

    def _speakers(self, letters: str) -> list[Match]:
        """Those who are here; with no letters whoever comes next, then everybody, so that nobody is shown up."""
        set_out = turns(self.house.state, self._place)
        here = present(self.house.state, self._table.session)
        hidden = self.house.looking_along
        if letters.strip():
            found = matching(here, letters) or matching(people(self.house.state), letters)
        else:
            coming = set_out.to_come[:1] if hidden else set_out.to_come
            first = [who for id_ in coming for who in here if who.id == id_]
            found = [*first, *(who for who in here if who not in first)]
        names = called(self.house.state)
        return [
            Match(who.id, names[who.id], "" if hidden or who.id not in set_out.heard else _("heard")) for who in found
        ]

    def _give(self, who: str | None) -> None:
        if who and self.house.do(speaks_next, activity=self._place, participant=who):
            if who not in {one.id for one in present(self.house.state, self._table.session)}:
                said = _("{name} has the floor and is not marked present: F7 does that.")
                self.house.feedback.warned(said.format(name=called(self.house.state)[who]))
            # What is being typed keeps its kind: it may be what this person just said.
            if not self.lined.line.value:
                self.kind = asked_kind(self._table)
            self.lined.line.focus()
            self._show()

    # -- its keys

    KEYS: ClassVar[tuple[Command[Floor], ...]] = (
        Command(choose, N_("Give the floor"), N_("Choose who speaks, by two letters"), ("f5",), 13, cannot=over),
    )
    LINE_KEYS: ClassVar[tuple[Command[Floor], ...]] = (
        Command(keep, N_("Save"), N_("Save the line for whoever has the floor"), ("enter",), 10),
        Command(lambda part: part.turn_kind(1), N_("Kind"), N_("Question, expectation, experience"), ("tab",), 30),
        Command(
            lambda part: part.turn_kind(-1),
            N_("Previous kind"),
            N_("Experience, expectation, question"),
            ("shift+tab",),
        ),
        *WALK,
        TO_PAGE,
    )
