"""The lines of an activity: each kept as it is typed, typed over, and taken away."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from textual.screen import Screen

from data.i18n import N_, _
from data.model import Action, Change, Heard, Question, Record, State
from data.network.task import Applied
from data.verbs.agreements import as_line, edit_action, remove_action
from data.verbs.heard import edit_heard, remove_heard
from data.verbs.round_table import edit_question, remove_question
from screens.dialogs.ask import AskLine
from screens.shell.line_and_page import TO_LINE, TO_PAGE, WALK, LineAndPage
from screens.shell.part import Part
from widgets.command import Command


@dataclass(frozen=True, slots=True)
class Typed:
    """How one kind of record is typed over and taken away: what verbs call it, the line it stands as, and the verbs."""

    called: str
    line: Callable[[State, Any], str]
    edit: Callable[..., Change]
    remove: Callable[..., Change]


KINDS: Mapping[type[Record], Typed] = {
    Heard: Typed("said", lambda _state, said: said.text, edit_heard, remove_heard),
    Question: Typed("question", lambda _state, asked: asked.text, edit_question, remove_question),
    Action: Typed("action", as_line, edit_action, remove_action),
}
"""What a line of an activity can be."""


class KeptLines(Part):
    """Keeps the line as ``keep`` does, and does something to the chosen one; ``show`` draws the screen."""

    def __init__(self, screen: Screen[None], show: Callable[[], None], keep: Callable[[str], Applied | None]) -> None:
        super().__init__(screen)
        self.lined = LineAndPage(screen)
        self._show = show
        self._keep = keep

    @property
    def _chosen(self) -> tuple[Typed, Record] | None:
        for kind, typed in KINDS.items():
            if record := self.house.state.find(kind, self.lined.page.chosen):
                return typed, record
        return None

    def no_line(self) -> str | None:
        """Why there is nothing to do it to."""
        return None if self._chosen else _("Nothing was said yet: type the first line.")

    def keep(self) -> None:
        """Keep the line where we are."""
        typed = self.lined.line.value
        if typed.strip() and (done := self._keep(typed)):
            self.lined.line.take()
            self._show()
            if done.change.puts:
                self.lined.page.choose(done.change.puts[0].id)

    def edit(self) -> None:
        """Type the chosen line over."""
        if chosen := self._chosen:
            kind, record = chosen

            def edited(text: str | None) -> None:
                if text is not None:
                    self.house.do(kind.edit, **{kind.called: record.id}, text=text)

            self.house.push_screen(AskLine(_("Change this line"), kind.line(self.house.state, record)), edited)

    def remove(self) -> None:
        """Take the chosen line away."""
        if (chosen := self._chosen) and self.house.do(chosen[0].remove, **{chosen[0].called: chosen[1].id}):
            self.house.tell(_("Taken away · Ctrl+Z brings it back"))

    LINE_KEYS: ClassVar[tuple[Command[KeptLines], ...]] = (
        Command(keep, N_("Keep"), N_("Keep the line in this step"), ("enter",), 10),
        *WALK,
        TO_PAGE,
    )
    PAGE_KEYS: ClassVar[tuple[Command[KeptLines], ...]] = (
        Command(edit, N_("Change"), N_("Type it over"), ("e", "enter"), 10, cannot=no_line),
        Command(
            remove, N_("Take away"), N_("Take it away; Ctrl+Z brings it back"), ("delete", "backspace"), cannot=no_line
        ),
        TO_LINE,
    )
