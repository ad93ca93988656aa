"""What the room reads on top: the question that is worked on, and a reviving one when ideas run dry."""

from __future__ import annotations

from typing import ClassVar

from textual.content import Content

from data.i18n import N_, _
from data.verbs.programme import set_question
from screens.brainstorm.asking import Ask, Asking
from screens.brainstorm.canvas import Canvas, Keys
from widgets.command import Command
from widgets.letters import largest

AROUND = 6
"""Lines around the question and the board in the room view: the bars, the keys, and air."""


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

        self._asking.ask(Ask(_("Question"), submit, self._canvas.storm.question))

    def revive(self) -> None:
        """Read a reviving question, and perhaps show it."""
        from screens.brainstorm.reviving_sheet import RevivingSheet

        self._canvas.house.push_screen(RevivingSheet(self._read), self._revived)

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
        self._show_large()

    def _show_large(self) -> None:
        """For the room: the question, or the reviving one, as large as the board leaves room for."""
        size, storm = self._canvas.screen.size, self._canvas.storm
        board = self._canvas.room_board
        spare = size.height - AROUND - board.needed if self._canvas.found.notes else size.height // 3
        rows = max(size.height // 4 if self.reviving else 1, min(size.height // 3, spare))
        asked = self.reviving or storm.question or storm.title
        self._canvas.put("large-question", "\n".join(largest(asked, size.width - 6, rows)))

    # -- its keys

    KEYS: ClassVar[Keys[Questions]] = Keys(
        everywhere=(
            Command(revive, N_("Reviving question"), N_("Read a question that gets ideas going again"), ("f6",)),
        ),
        board=(Command(word, N_("Question"), N_("Word the question that is worked on"), ("q",)),),
    )


def _no_question() -> Content:
    return Content.styled(" ".join([_("No question yet."), _("On the board, q words it.")]), "$muted")
