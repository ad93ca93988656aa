"""What is asked of the expert: gathered from what is open, put on the list and taken off it, answered; who comes."""

from __future__ import annotations

from typing import ClassVar

from data.i18n import N_, _, told
from data.model import Activity, InputStep, State
from data.verbs.carried import close, reopen
from data.verbs.external_input import askable, expert, for_expert, gather, name_expert, set_asked, stop, stop_beside
from data.verbs.pending import Pending
from data.verbs.steps import go_to
from screens.dialogs.ask import AskLine
from screens.shell.activity_part import ActivityPart
from screens.shell.stepping import Route, treating
from widgets.command import Command

STEP_MINUTES, TALK_MINUTES = 5, 20
"""What a step gets; the talk has half of the timebox, and this where there is none."""


def _minutes(state: State, item: Activity) -> int:
    talks = stop(state, item)[0] is InputStep.TALK
    return max(STEP_MINUTES, item.minutes // 2 or TALK_MINUTES) if talks else STEP_MINUTES


ROUTE = Route(go_to, treating(stop_beside), _minutes)
"""From the questions over the talk to each answer, the terms and what is agreed."""


class Asking(ActivityPart):
    """The list for the expert."""

    @property
    def _listed(self) -> Pending | None:
        """The chosen line, when it is on the list for the expert."""
        chosen = self.lined.page.chosen
        return next((each for each in for_expert(self.house.state, self._activity) if each.id == chosen), None)

    @property
    def _open(self) -> Pending | None:
        """The chosen line, when it is open and not on the list."""
        chosen = self.lined.page.chosen
        return next((each for each in askable(self.house.state, self._activity) if each.id == chosen), None)

    def no_question(self) -> str | None:
        """Why there is nothing to put on the list or to take off it."""
        return None if self._listed or self._open else _("Choose a question first.")

    def not_listed(self) -> str | None:
        """Why there is nothing to answer."""
        return None if self._listed else _("Choose a question for the expert first.")

    def gather(self) -> None:
        """Put every question that is open on the list."""
        if done := self.house.do(gather, activity=self._place):
            self._show()
            self.house.tell(told(done.change.label))

    def ask(self) -> None:
        """On the list for the expert, or off it."""
        if about := self._listed or self._open:
            asked = self._listed is None
            if done := self.house.do(set_asked, activity=self._place, item=about.id, asked=asked):
                self.house.tell(told(done.change.label))

    def answered(self) -> None:
        """The chosen question is answered, or still open after all."""
        if about := self._listed:
            verb = close if about.waits else reopen
            if done := self.house.do(verb, item=about.id, session=self._activity.session):
                self.house.tell(told(done.change.label))

    def answer(self) -> None:
        """Go to the answer of the chosen question."""
        if about := self._listed:
            self.house.do(go_to, activity=self._place, step=InputStep.ANSWERS.value, treats=about.id)
            self._show()
            self.lined.line.focus()

    def who(self) -> None:
        """Ask who comes to tell."""

        def named(text: str | None) -> None:
            if text is not None:
                self.house.do(name_expert, activity=self._place, text=text)

        heading = _("Who is the expert? Empty: whoever was announced with the session")
        self.house.push_screen(AskLine(heading, expert(self.house.state, self._activity)), named)

    # -- its keys

    KEYS: ClassVar[tuple[Command[Asking], ...]] = (
        Command(gather, N_("Gather"), N_("Put every open question on the list for the expert"), ("f5",), 13),
        Command(who, N_("Expert"), N_("Note who the expert is"), ("shift+f5",), 14),
    )
    PAGE_KEYS: ClassVar[tuple[Command[Asking], ...]] = (
        Command(ask, N_("For the expert"), N_("On the list for the expert, or off it"), ("v",), 12, cannot=no_question),
        Command(answer, N_("To its answer"), N_("Go to the answer of the chosen question"), ("g",), cannot=not_listed),
        Command(
            answered,
            N_("Answered"),
            N_("The question is answered, or still open"),
            ("a",),
            15,
            cannot=not_listed,
        ),
    )
