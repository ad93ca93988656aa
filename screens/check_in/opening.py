"""The opening question of the day: chosen from a bank or typed, and read by the room."""

from __future__ import annotations

from typing import ClassVar

from data.i18n import N_, _, told
from data.methods.opening import BANK
from data.model import say
from data.verbs.network import profile
from data.verbs.programme import set_question
from screens.dialogs.ask import AskLine, Choose
from screens.shell.activity_part import ActivityPart
from screens.shell.added import is_new
from widgets.command import Command

OWN, NONE = "own", "none"


class Opening(ActivityPart):
    """Sets the question of the check-in."""

    def _bank(self) -> list[str]:
        """The questions, in the language of the network."""
        language = profile(self.house.state).language
        return [told(question, language) for question in BANK]

    def choose(self) -> None:
        """Choose one, type one, or have none."""
        choices = [(str(place), question, "") for place, question in enumerate(self._bank())]
        choices += [(OWN, _("Type your own"), ""), (NONE, _("No question"), "")]
        sheet = Choose(_("Opening question of the day"), choices, own=OWN)
        self.house.push_screen(sheet, lambda key: self._chosen(key, sheet.typed))

    def _chosen(self, key: str | None, typed: str) -> None:
        if key == OWN:
            now = self._activity.question
            self.house.push_screen(AskLine(_("Opening question of the day"), now, typed=typed), self._set)
        elif key is not None:
            self._set("" if key == NONE else self._bank()[int(key)])

    def _set(self, question: str | None) -> None:
        if question is None:
            return
        done = self.house.do(set_question, activity=self._place, question=question)
        there = say("That is the question already.") if question.strip() else say("There was no question.")
        if done and is_new(self.house, done, there):
            self.house.tell(told(done.change.label))

    # -- its keys

    KEYS: ClassVar[tuple[Command[Opening], ...]] = (
        Command(
            choose,
            N_("Opening question"),
            N_("The question of the day, from the bank or your own; the room reads it"),
            ("shift+f6",),
            55,
        ),
    )
    PAGE_KEYS: ClassVar[tuple[Command[Opening], ...]] = (
        Command(
            choose,
            N_("Opening question"),
            N_("The question of the day, from the bank or your own; the room reads it"),
            ("k",),
        ),
    )
