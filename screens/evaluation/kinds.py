"""What an evaluation looks back on, with what the place in the series suggests; and the scores so far."""

from __future__ import annotations

from typing import ClassVar

from data.i18n import N_, _, told
from data.model import EvaluationKind
from data.verbs.looking_back import proposed, set_kind
from data.words import EVALUATIONS
from screens.dialogs.ask import Choose
from screens.evaluation.series import Series
from screens.shell.activity_part import ActivityPart
from widgets.command import Command


class Kinds(ActivityPart):
    """The kind of an evaluation."""

    def hint(self) -> str:
        """What the place in the series suggests, or what is to be gone through aloud; empty when there is neither."""
        activity = self._activity
        if activity.evaluates is EvaluationKind.SESSION:
            found = PROPOSED[proposed(self.house.state, self._place)]
        else:
            found = "" if activity.spoken else WITH_THE_GROUP[activity.evaluates]
        return found and _(found)

    def series(self) -> None:
        """The scores over the sessions."""
        self.house.push_screen(Series(self._activity.session))

    def choose(self) -> None:
        """What is looked back on; what the place in the series suggests stands first."""
        likely = proposed(self.house.state, self._place)
        kinds = sorted(EvaluationKind, key=lambda kind: kind is not likely)
        choices = [(kind.value, told(EVALUATIONS[kind]), _(USES[kind])) for kind in kinds]

        def chosen(kind: str | None) -> None:
            if kind is not None:
                self.house.do(set_kind, activity=self._place, kind=EvaluationKind(kind))

        self.house.push_screen(Choose(_("What are you looking back on?"), choices), chosen)

    KEYS: ClassVar[tuple[Command[Kinds], ...]] = (
        Command(series, N_("Over time"), N_("The scores over the sessions"), ("shift+f7",), 15),
        Command(choose, N_("Kind"), N_("Of this session, interim, or of the whole network"), ("shift+f8",), 16),
    )


PROPOSED = {
    EvaluationKind.SESSION: "",
    EvaluationKind.INTERIM: N_("Halfway: an interim evaluation, with the promises? Shift+F8"),
    EvaluationKind.FINAL: N_("The last session: a final evaluation? Shift+F8"),
}
"""What the place in the series suggests."""

WITH_THE_GROUP = {
    EvaluationKind.SESSION: "",
    EvaluationKind.INTERIM: N_("Shift+F6: the promises, one by one with the group"),
    EvaluationKind.FINAL: N_("Shift+F6: the activities, one by one with the group"),
}
"""What is to be gone through aloud."""

USES = {
    EvaluationKind.SESSION: N_("learning points, themes for next time"),
    EvaluationKind.INTERIM: N_("promises, what is missed, changes"),
    EvaluationKind.FINAL: N_("what went well, activities, suggestions"),
}
"""What each kind is for."""
