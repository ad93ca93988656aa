"""The lines of an activity: each kept as it is typed, typed over, and taken away."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar

from textual.screen import Screen

from data.i18n import N_, _
from data.model import Action, Change, Heard, Question, Record, State, Term
from data.network.task import Applied
from data.verbs.agreements import as_line, edit_action, remove_action
from data.verbs.heard import edit_heard, remove_heard
from data.verbs.round_table import edit_question, remove_question
from data.verbs.terms import as_typed, edit_term, remove_term
from screens.dialogs.ask import AskLine
from screens.shell.line_and_page import TO_LINE, TO_PAGE, WALK, LineAndPage
from screens.shell.part import Part
from widgets.command import Command


@dataclass(frozen=True, slots=True)
class Asked:
    """A verb, under which name it is asked for the record, and with what else."""

    verb: Callable[..., Change]
    called: str
    more: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Typed:
    """How one kind of record is typed over and taken away, and the line it stands as."""

    line: Callable[[State, Any], str]
    edit: Asked
    remove: Asked


def as_text(_state: State, record: Any) -> str:
    """The text of a record, as the line that would keep it."""
    return str(record.text)


KINDS: Mapping[type[Record], Typed] = {
    Heard: Typed(as_text, Asked(edit_heard, "said"), Asked(remove_heard, "said")),
    Question: Typed(as_text, Asked(edit_question, "question"), Asked(remove_question, "question")),
    Action: Typed(as_line, Asked(edit_action, "action"), Asked(remove_action, "action")),
    Term: Typed(as_typed, Asked(edit_term, "term"), Asked(remove_term, "term")),
}
"""What a line of an activity can be."""


class KeptLines(Part):
    """Keeps the line as ``keep`` does, and does something to the chosen one; ``show`` draws the screen."""

    def __init__(
        self,
        screen: Screen[None],
        show: Callable[[], None],
        keep: Callable[[str], Applied | None],
        kinds: Mapping[type[Record], Typed] = KINDS,
    ) -> None:
        super().__init__(screen)
        self.lined = LineAndPage(screen)
        self._show = show
        self._keep = keep
        self._kinds = kinds

    @property
    def _chosen(self) -> tuple[Typed, Record] | None:
        for kind, typed in self._kinds.items():
            if record := self.house.state.find(kind, self.lined.page.chosen):
                return typed, record
        return None

    def no_line(self) -> str | None:
        """Why there is nothing to do it to."""
        return None if self._chosen else _("Nothing has been said yet: type the first line.")

    def keep(self) -> None:
        """Keep the line where we are."""
        typed = self.lined.line.value
        if typed.strip() and (done := self._keep(typed)):
            self.lined.line.take()
            self._show()
            if done.change.puts:
                self.lined.page.choose(done.change.puts[0].id)

    def _do(self, asked: Asked, record: Record, **more: object) -> Applied | None:
        return self.house.do(asked.verb, **{asked.called: record.id}, **asked.more, **more)

    def edit(self) -> None:
        """Type the chosen line over."""
        if chosen := self._chosen:
            kind, record = chosen

            def edited(text: str | None) -> None:
                if text is not None:
                    self._do(kind.edit, record, text=text)

            self.house.push_screen(AskLine(_("Change this line"), kind.line(self.house.state, record)), edited)

    def remove(self) -> None:
        """Take the chosen line away."""
        if (chosen := self._chosen) and self._do(chosen[0].remove, chosen[1]):
            self.house.tell(_("Removed · Ctrl+Z brings it back"))

    LINE_KEYS: ClassVar[tuple[Command[KeptLines], ...]] = (
        Command(keep, N_("Save"), N_("Save the line in this step"), ("enter",), 10),
        *WALK,
        TO_PAGE,
    )
    PAGE_KEYS: ClassVar[tuple[Command[KeptLines], ...]] = (
        Command(edit, N_("Change"), N_("Edit it"), ("e", "enter"), 10, cannot=no_line),
        Command(remove, N_("Remove"), N_("Remove it; Ctrl+Z brings it back"), ("delete", "backspace"), cannot=no_line),
        TO_LINE,
    )
