"""Whose case it is, and how one goes through it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from data.i18n import N_, _, told
from data.methods.consultation import step_beside, step_minutes
from data.model import Activity, Consultation, State
from data.names import matching
from data.verbs.check_in import present
from data.verbs.consultation import brings, consultation, go_to_step, starts_from
from data.verbs.network import called, people
from screens.dialogs.who import Who
from screens.shell.activity_part import ActivityPart
from screens.shell.stepping import Route
from widgets.command import Command
from widgets.matches import Match

WHOLE = 45
"""Minutes over which the steps are divided when the activity has no timebox."""


def _beside(_state: State, case: Activity, by: int) -> Mapping[str, Any] | None:
    step = step_beside(consultation(case).step, by)
    return {"step": step} if step else None


def _minutes(_state: State, case: Activity) -> int:
    return step_minutes(consultation(case).step, case.minutes or WHOLE)


ROUTE = Route(go_to_step, _beside, _minutes)
"""From the case to the next step of whoever brings it."""


class Bringer(ActivityPart):
    """Whose case it is, and whether it starts from a problem or from a success."""

    @property
    def going(self) -> Consultation:
        """How far it is."""
        return consultation(self._activity)

    # -- whose case it is

    def choose(self) -> None:
        """Choose whose case it is."""
        self.house.push_screen(Who(_("Whose case is it?"), self._bringers), self._chosen)

    def _bringers(self, letters: str) -> list[Match]:
        state = self.house.state
        here = present(state, self._activity.session) or people(state)
        found = matching(here, letters) or matching(people(state), letters) if letters.strip() else here
        names = called(state)
        return [Match(who.id, names[who.id], who.organisation) for who in found]

    def _chosen(self, who: str | None) -> None:
        if who:
            self.house.do(brings, activity=self._place, participant=who)

    def other_start(self) -> None:
        """From a problem, or from a success."""
        if done := self.house.do(starts_from, activity=self._place, success=not self.going.success):
            self.house.tell(told(done.change.label))

    # -- its keys

    KEYS: ClassVar[tuple[Command[Bringer], ...]] = (
        Command(choose, N_("Whose case"), N_("Choose whose case it is, by two letters"), ("f5",), 13),
    )
    LINE_KEYS: ClassVar[tuple[Command[Bringer], ...]] = (
        Command(other_start, N_("Problem or success"), N_("Start from what is difficult, or from what went well"), ()),
    )
    PAGE_KEYS: ClassVar[tuple[Command[Bringer], ...]] = (
        Command(
            other_start,
            N_("Problem or success"),
            N_("Start from what is difficult, or from what went well"),
            ("s",),
            18,
        ),
    )
