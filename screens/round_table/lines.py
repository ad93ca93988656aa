"""What becomes of a line: somebody joins in, it is changed, treated, answered or taken away."""

from __future__ import annotations

from typing import ClassVar

from data.i18n import N_, _
from data.model import Question
from data.names import matching
from data.verbs.carried import close, reopen, treat
from data.verbs.check_in import present
from data.verbs.network import called
from data.verbs.round_table import edit_question, joins, remove_question
from screens.dialogs.ask import AskLine
from screens.dialogs.who import Who
from screens.round_table.view import PROMPTS
from screens.shell.activity_part import ActivityPart
from screens.shell.line_and_page import TO_LINE
from screens.shell.screen import KringScreen
from widgets.command import Command
from widgets.matches import Match


class Lines(ActivityPart):
    """Does something to the chosen line."""

    def __init__(self, screen: KringScreen) -> None:
        super().__init__(screen)
        self.shows_answered = False

    @property
    def _session(self) -> str:
        return self._activity.session

    @property
    def _chosen(self) -> Question:
        return self.house.state.get(Question, self.lined.page.chosen)

    def no_line(self) -> str | None:
        """Why there is nothing to do it to."""
        return None if self.lined.page.chosen else _("Nothing has been said yet: type the first line.")

    # -- who joins in

    def join(self) -> None:
        """Choose who joins in with the chosen line, or no longer does."""
        question = self._chosen
        heading = _("Who joins in? “{text}”").format(text=question.text)
        self.house.push_screen(
            Who(heading, lambda letters: self._joiners(question.id, letters)),
            lambda who: self._joined(question.id, who),
        )

    def _joiners(self, id_: str, letters: str) -> list[Match]:
        question = self.house.state.get(Question, id_)
        here = [who for who in present(self.house.state, self._session) if who.id != question.participant]
        found = matching(here, letters) if letters.strip() else here
        names = called(self.house.state)
        return [
            Match(who.id, names[who.id], _("joined in: Enter takes it back") if who.id in question.also else "")
            for who in found
        ]

    def _joined(self, id_: str, who: str | None) -> None:
        question = self.house.state.find(Question, id_)
        if who and question:
            self.house.do(joins, question=id_, participant=who, joined=who not in question.also)

    # -- the line itself

    def edit(self) -> None:
        """Type the chosen line over."""
        question = self._chosen

        def edited(text: str | None) -> None:
            if text is not None:
                self.house.do(edit_question, question=question.id, text=text)

        self.house.push_screen(AskLine(_("Change this line"), question.text), edited)

    def other_kind(self) -> None:
        """Make it another kind."""
        question, kinds = self._chosen, list(PROMPTS)
        kind = kinds[(kinds.index(question.kind) + 1) % len(kinds)]
        self.house.do(edit_question, question=question.id, text=question.text, kind=kind)

    def treated(self) -> None:
        """It was treated in this session, or not after all."""
        question = self._chosen
        self.house.do(treat, item=question.id, session=None if question.treated else self._session)

    def answered(self) -> None:
        """It was answered in this session, or not yet."""
        question = self._chosen
        self.house.do(close if question.waits else reopen, item=question.id, session=self._session)

    def show_answered(self) -> None:
        """Show what was answered in earlier sessions too, or no longer: there it can be opened again."""
        self.shows_answered = not self.shows_answered
        self._show()

    def remove(self) -> None:
        """Take the chosen line away."""
        if self.house.do(remove_question, question=self.lined.page.chosen):
            self.house.tell(_("Removed · Ctrl+Z brings it back"))

    # -- its keys

    LINE_KEYS: ClassVar[tuple[Command[Lines], ...]] = (
        Command(join, N_("Joins in"), N_("Somebody has the same question"), ("f6",), 14, cannot=no_line),
    )
    PAGE_KEYS: ClassVar[tuple[Command[Lines], ...]] = (
        Command(edit, N_("Change"), N_("Edit it"), ("e", "enter"), 10, cannot=no_line),
        Command(join, N_("Joins in"), N_("Somebody has the same question"), ("j", "f6"), 12, cannot=no_line),
        Command(
            treated,
            N_("Discussed"),
            N_("It was discussed in this session, or not"),
            ("b",),
            14,
            cannot=no_line,
        ),
        Command(
            answered, N_("Answered"), N_("It was answered in this session, or not yet"), ("a",), 16, cannot=no_line
        ),
        Command(show_answered, N_("Show answered"), N_("Earlier ones too, so that a can reopen them"), ("v",), 18),
        Command(other_kind, N_("Other kind"), N_("Question, expectation, experience"), ("k",), cannot=no_line),
        Command(remove, N_("Remove"), N_("Remove it; Ctrl+Z brings it back"), ("delete", "backspace"), cannot=no_line),
        TO_LINE,
    )
