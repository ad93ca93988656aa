"""Questions answered aloud: the line keeps what is said to the one that is asked now."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from data.i18n import N_, _
from data.model import Spoken, SpokenKind, say
from data.verbs.evaluation import edit_spoken, remove_spoken, say_aloud
from screens.dialogs.ask import AskLine
from screens.evaluation.view import questions
from screens.shell.activity_part import ActivityPart
from screens.shell.added import is_new
from screens.shell.screen import KringScreen
from widgets.capture_line import CaptureLine
from widgets.command import Bound, Command
from widgets.ledger import Ledger


class Aloud(ActivityPart):
    """What is said aloud."""

    def __init__(self, screen: KringScreen) -> None:
        super().__init__(screen)
        self._kind = SpokenKind.LEARNED

    @property
    def kind(self) -> SpokenKind:
        """The question that is asked now."""
        asked = questions(self.house.state, self._place)
        return self._kind if self._kind in asked else asked[0]

    @property
    def line(self) -> CaptureLine:
        """The line that is typed in."""
        return self.screen.query_one("#eva-line", CaptureLine)

    @property
    def _ledger(self) -> Ledger:
        return self.screen.query_one(Ledger)

    def commands(self, *, typing: bool) -> list[Bound]:
        """None while forms are filled in."""
        spoken = self._activity.spoken
        return super().commands(typing=typing) if spoken else []

    def no_line(self) -> str | None:
        """Why there is nothing to change or take away."""
        return None if self.house.state.find(Spoken, self._ledger.chosen) else _("Choose a line first.")

    def keep(self, typed: str) -> None:
        """Keep a line for the question that is asked now."""
        if self._said(typed):
            self.line.restore("")

    def keep_all(self, lines: Sequence[str] | None) -> None:
        """Keep pasted lines for that question."""
        for text in lines or ():
            self._said(text)

    def _said(self, text: str) -> bool:
        done = self.house.do(say_aloud, activity=self._place, kind=self.kind, text=text)
        return is_new(self.house, done, say("That is there already."))

    def other_question(self) -> None:
        """The next question."""
        kinds = questions(self.house.state, self._place)
        self._kind = kinds[(kinds.index(self.kind) + 1) % len(kinds)]
        self.screen.show_all()

    def other(self) -> None:
        """From the line to the list, or back."""
        (self._ledger if self.line.has_focus else self.line).focus()

    def edit(self) -> None:
        """Word the chosen line anew."""
        spoken = self.house.state.get(Spoken, self._ledger.chosen)

        def changed(text: str | None) -> None:
            if text:
                self.house.do(edit_spoken, spoken=spoken.id, text=text)

        self.house.push_screen(AskLine(_("Edit it"), spoken.text), changed)

    def remove(self) -> None:
        """Take the chosen line away; undo brings it back."""
        self.house.do(remove_spoken, spoken=self._ledger.chosen)

    # -- its keys

    KEYS: ClassVar[tuple[Command[Aloud], ...]] = (
        Command(other_question, N_("Other question"), N_("The next question that is answered aloud"), ("tab",)),
        Command(other, N_("List"), N_("To the list and back, where letters are commands"), ("escape",)),
        Command(edit, N_("Edit"), N_("Reword the chosen line"), ("e",), cannot=no_line),
        Command(remove, N_("Remove"), N_("Remove the chosen line"), ("delete",), cannot=no_line),
    )
