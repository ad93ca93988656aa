"""The form that is discussed: its questions and the answers to it; and how one goes through it."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from data.i18n import N_, _
from data.model import Activity, Engagement, PreparationStep, State
from data.verbs.preparation import posed, prepared_for, stop, stop_beside
from data.verbs.steps import go_to
from screens.dialogs.answers import ask_answers, ask_questions
from screens.dialogs.ask import Choose
from screens.shell.activity_part import ActivityPart
from screens.shell.stepping import Route, treating
from widgets.command import Command

STEP_MINUTES = 5
"""What a step gets; the questions share the rest of the timebox, and have this each where there is none."""


def _minutes(state: State, item: Activity) -> int:
    if stop(state, item)[0] is not PreparationStep.QUESTION or not item.minutes:
        return STEP_MINUTES
    rest = item.minutes - STEP_MINUTES * (len(PreparationStep) - 1)
    return max(2, rest // max(1, len(posed(state, item))))


ROUTE = Route(go_to, treating(stop_beside), _minutes)
"""From the form to each of its questions, and to what is done with it."""


class Forms(ActivityPart):
    """What was asked beforehand."""

    def no_form(self) -> str | None:
        """Why there is no form to change."""
        found = prepared_for(self.house.state, self._activity)
        return None if found else _("Nothing was asked beforehand: type on the line which form it is.")

    def no_question(self) -> str | None:
        """Why there is no question to go to."""
        chosen = self.lined.page.chosen
        there = any(question.key == chosen for question in posed(self.house.state, self._activity))
        return None if there else _("Choose a question first.")

    def _with_form(self, then: Callable[[Engagement], None]) -> None:
        """Do it to the only form, or to the one that is chosen among several."""
        forms = prepared_for(self.house.state, self._activity)
        if len(forms) == 1:
            then(forms[0])
            return

        def chosen(id_: str | None) -> None:
            if form := self.house.state.find(Engagement, id_):
                then(form)

        self.house.push_screen(Choose(_("Which one?"), [(form.id, form.text[:60], "") for form in forms]), chosen)

    def questions(self) -> None:
        """Write the questions of the form, a line each."""
        self._with_form(lambda form: ask_questions(self.house, form))

    def answers(self) -> None:
        """Paste the answers that came by mail."""
        self._with_form(lambda form: ask_answers(self.house, form))

    def go(self) -> None:
        """Go to the chosen question."""
        key = self.lined.page.chosen
        self.house.do(go_to, activity=self._place, step=PreparationStep.QUESTION.value, treats=key)
        self._show()
        self.lined.line.focus()

    # -- its keys

    KEYS: ClassVar[tuple[Command[Forms], ...]] = (
        Command(questions, N_("Questions"), N_("Type or paste the questions of the form"), ("f5",), 13, cannot=no_form),
        Command(answers, N_("Answers"), N_("Paste the answers that came by mail"), ("shift+f5",), 14, cannot=no_form),
    )
    PAGE_KEYS: ClassVar[tuple[Command[Forms], ...]] = (
        Command(go, N_("Go to it"), N_("Go to the chosen question"), ("g",), 12, cannot=no_question),
        Command(answers, N_("Answers"), N_("Paste the answers that came by mail"), ("i",), cannot=no_form),
    )
