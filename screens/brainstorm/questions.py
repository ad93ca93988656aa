"""What the room reads on top: the question that is worked on, and a reviving one when ideas run dry."""

from __future__ import annotations

from typing import ClassVar

from textual.content import Content

from data.i18n import N_, _
from data.verbs.programme import set_question
from screens.brainstorm.asking import Ask, Asking
from screens.brainstorm.canvas import Canvas, Keys
from widgets.command import Command


class Questions:
    """The question of the brainstorm, which is kept, and the reviving one of this window, which is not."""

    def __init__(self, canvas: Canvas, asking: Asking) -> None:
        self._canvas = canvas
        self._asking = asking
        self._read = 0
        self.reviving = ""

    def word(self) -> None:
        """Word the question."""

        def submit(typed: str) -> bool:
            return self._canvas.house.do(set_question, activity=self._canvas.place, question=typed) is not None

        self._asking.ask(Ask(_("Question"), submit, self._canvas.storm.question, keeps=True, begins=True))

    def revive(self) -> None:
        """Read a reviving question, and perhaps show it."""
        from screens.brainstorm.reviving_sheet import RevivingSheet

        self._canvas.house.push_screen(RevivingSheet(self._read), self._revived)

    @property
    def next(self) -> str:
        """The reviving question on which the sheet will stand."""
        from screens.brainstorm.reviving_sheet import at_hand

        bank = at_hand(self._canvas.house.state)
        return bank[self._read % len(bank)]

    def _revived(self, question: str | None) -> None:
        if question is not None:
            self._read += bool(question)
            self.reviving = question
            self.show()

    def show(self) -> None:
        """Draw both."""
        question = self._canvas.storm.question
        self._canvas.put("question", Content(question) if question else _no_question())
        self._canvas.screen.set_class(bool(self.reviving), "-spur")
        self._canvas.put("spur", Content.assemble(("› ", "bold $accent"), self.reviving))

    # -- its keys

    KEYS: ClassVar[Keys[Questions]] = Keys(
        everywhere=(
            Command(revive, N_("Idea prompt"), N_("Read out a question that gets ideas going again"), ("f6",)),
        ),
        board=(Command(word, N_("Question"), N_("Set the question of this brainstorm"), ("q",)),),
    )


def _no_question() -> Content:
    return Content.styled(" ".join([_("No question yet."), _("On the board, q sets it.")]), "$muted")
