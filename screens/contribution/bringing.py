"""What becomes of a contribution: it was brought, it comes next time, it is let go; and how one goes through them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar

from data.i18n import N_, _, told
from data.model import Activity, ContributionStep, Engagement, State
from data.verbs.agenda import put_on_agenda
from data.verbs.carried import close, drop
from data.verbs.contribution import ask_now, brought_in, still_to_come, stop, stop_beside
from data.verbs.steps import go_to
from screens.dialogs.ask import AskLine
from screens.dialogs.contribution import tell_asked
from screens.shell.activity_part import ActivityPart
from screens.shell.stepping import Route, treating
from widgets.command import Command

STEP_MINUTES, EACH_MINUTES = 5, 10
"""What a step gets; the contributions share the rest of the timebox, and have this each where there is none."""


def _minutes(state: State, item: Activity) -> int:
    if stop(state, item)[0] is not ContributionStep.BROUGHT:
        return STEP_MINUTES
    rest = item.minutes - STEP_MINUTES * (len(ContributionStep) - 1)
    return max(STEP_MINUTES, rest // max(1, len(brought_in(state, item)))) if item.minutes else EACH_MINUTES


ROUTE = Route(go_to, treating(stop_beside), _minutes)
"""From each contribution to what the group takes from it, and to what is asked for a next session."""


class Bringing(ActivityPart):
    """Does something to the chosen contribution."""

    @property
    def _chosen(self) -> Engagement | None:
        """The chosen line when it is a contribution, else the one that is brought now."""
        listed, about = brought_in(self.house.state, self._activity), stop(self.house.state, self._activity)[1]
        chosen = self.lined.page.chosen
        return next((each for each in listed if each.id == chosen), None) or next(
            (each for each in listed if each.id == about), None
        )

    def none(self) -> str | None:
        """Why there is nothing to do it to."""
        return None if self._chosen else _("Nothing was asked for today.")

    def not_open(self) -> str | None:
        """Why it cannot come next time."""
        chosen = self._chosen
        return None if chosen and chosen.waits else self.none() or _("This was brought, or dropped: a reopens it.")

    def _do(self, verb: Callable[..., Any], **asked: object) -> None:
        if done := self.house.do(verb, **asked):
            self._show()
            self.house.tell(told(done.change.label))

    def today(self) -> None:
        """Ask what somebody brings today."""

        def asked(text: str | None) -> None:
            if text is not None and (done := self.house.do(ask_now, activity=self._place, text=text)):
                self._show()
                tell_asked(self.house, done)

        self.house.push_screen(AskLine(_("Who brings what today?"), placeholder=_("what; who from")), asked)

    def brought(self) -> None:
        """It was brought, or is still to come after all."""
        if chosen := self._chosen:
            session = self._activity.session
            if chosen.waits:
                self._do(close, item=chosen.id, session=session)
            else:
                self._do(still_to_come, contribution=chosen.id, session=session)

    def later(self) -> None:
        """It comes in the next session."""
        if chosen := self._chosen:
            self._do(put_on_agenda, item=chosen.id, session=self._activity.session)

    def let_go(self) -> None:
        """Ask why it will not come."""
        if chosen := self._chosen:
            session = self._activity.session

            def dropped(words: str | None) -> None:
                if words is not None:
                    self._do(drop, item=chosen.id, session=session, words=words)

            self.house.push_screen(AskLine(_("Why drop it?") + f" “{chosen.text}”", chosen.words), dropped)

    def go(self) -> None:
        """Go to the chosen contribution."""
        if chosen := self._chosen:
            self.house.do(go_to, activity=self._place, step=ContributionStep.BROUGHT.value, treats=chosen.id)
            self._show()
            self.lined.line.focus()

    # -- its keys

    KEYS: ClassVar[tuple[Command[Bringing], ...]] = (
        Command(today, N_("Pick for today"), N_("Note what somebody brings today"), ("f5",), 13),
    )
    PAGE_KEYS: ClassVar[tuple[Command[Bringing], ...]] = (
        Command(brought, N_("Brought"), N_("It was brought, or is still to come"), ("a",), 12, cannot=none),
        Command(later, N_("Next time"), N_("It comes in the next session"), ("n",), 14, cannot=not_open),
        Command(let_go, N_("Drop"), N_("Drop it, with the reason"), ("l",), 17, cannot=not_open),
        Command(go, N_("Go to it"), N_("Go to the chosen contribution"), ("g",), cannot=none),
    )
