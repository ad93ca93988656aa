"""Forms, typed one after the other: kept, corrected within this sitting, and opened together by a key."""

from __future__ import annotations

from typing import ClassVar

import msgspec
from msgspec.structs import replace

from data.i18n import N_, _
from data.methods.evaluation import ENOUGH
from data.model import Evaluation
from data.names import matching
from data.verbs.check_in import attended
from data.verbs.evaluation import fill_form, forms, reveal
from screens.dialogs.who import Who
from screens.shell.activity_part import ActivityPart
from screens.shell.screen import KringScreen
from widgets.command import Bound, Command
from widgets.evaluation_answers import Answers
from widgets.evaluation_form import EvaluationForm
from widgets.matches import Match

NEW = ""
"""Stands for the form that is being filled in, among the ids of those that were kept."""


class Forms(ActivityPart):
    """The forms of this sitting."""

    def __init__(self, screen: KringScreen) -> None:
        super().__init__(screen)
        self.sitting: list[str] = []
        """The ids of the forms that were kept since the screen was opened."""
        self.at = NEW
        self.who: str | None = None
        """The id of whose form it is; None while it is anonymous."""

    @property
    def form(self) -> EvaluationForm:
        """The form on the screen."""
        return self.screen.query_one(EvaluationForm)

    def commands(self, *, typing: bool) -> list[Bound]:
        """None while the evaluation is spoken; while the result is open, what closes it."""
        if self._activity.spoken:
            return []
        own = super().commands(typing=typing)
        if not self._activity.revealed:
            return own
        closing = (bound.command for bound in own if bound.command.run is Forms.result)
        return [Bound(replace(command, label=N_("Close the result")), self) for command in closing]

    def begin(self) -> None:
        """Bring back the form that was being filled in."""
        self._show_form(self._drafted())

    def too_few(self) -> str | None:
        """Why the result stays closed."""
        kept = len(forms(self.house.state, self._place))
        if kept < ENOUGH and not self._activity.revealed:
            return _("Results open once five forms are in; there are {n}.").format(n=kept)
        return None

    def first_form(self) -> str | None:
        """Why there is no form before."""
        if self.at == [*self.sitting, NEW][0]:
            return _("There is no earlier form from today.")
        return None

    def last_form(self) -> str | None:
        """Why there is no form after."""
        return _("This is the last form.") if self.at == NEW else None

    def next_form(self) -> None:
        """Keep the form; when it is refused everything stays as it was typed."""
        if self._keep():
            self._turn_to(NEW)

    def draft(self) -> None:
        """The form being filled in is kept as it grows, and with its last keys when another is shown.

        One that is corrected is kept when it is left.
        """
        if self.at == NEW:
            typed = msgspec.json.encode(self.form.answers).decode()
            self.house.network.drafts.set(self._draft_name, typed)

    @property
    def _draft_name(self) -> str:
        return f"{self._place}:form"

    def _drafted(self) -> Answers:
        typed = self.house.network.drafts.get(self._draft_name)
        try:
            return msgspec.json.decode(typed, type=Answers) if typed else Answers()
        except msgspec.DecodeError:
            return Answers()

    def _keep(self) -> bool:
        """Keep what is on the form; False when it was refused, and why was told."""
        if not self.form.settled():
            return False
        answers = self.form.answers
        given = msgspec.structs.asdict(answers)
        if self.at != NEW:
            if answers == self._kept(self.at):
                return True
            if self.house.do(fill_form, activity=self._place, form=self.at, **given) is None:
                return False
            self.house.tell(_("Form corrected"))
            return True
        applied = self.house.do(fill_form, activity=self._place, participant=self.who, **given)
        if applied is None:
            return False
        form = next(record for record in applied.change.puts if isinstance(record, Evaluation))
        self.sitting = [*(id_ for id_ in self.sitting if id_ != form.id), form.id]
        self.house.network.drafts.set(self._draft_name, "")
        return True

    def turn(self, by: int) -> None:
        """To another form of this sitting; what was changed on this one is kept first, and what is no score mended."""
        if not self.form.settled():
            return
        self.draft()
        if self.at == NEW or self._keep():
            order = [*self.sitting, NEW]
            self._turn_to(order[max(0, min(len(order) - 1, order.index(self.at) + by))])

    def _turn_to(self, form: str) -> None:
        kept = self.house.state.find(Evaluation, form)
        self.at = form if kept else NEW
        self.who = kept.participant if kept else None
        self._show_form(self._kept(form) or self._drafted())
        self.screen.show_all()

    def _kept(self, form: str) -> Answers | None:
        """What was filled in on a form that was kept; None when there is none, or no more."""
        kept = self.house.state.find(Evaluation, form)
        return Answers(**{name: getattr(kept, name) for name in Answers.__struct_fields__}) if kept else None

    def _show_form(self, answers: Answers) -> None:
        self.form.fill(answers)
        if not self._activity.spoken and not self._activity.revealed:
            self.form.begin()

    def result(self) -> None:
        """Open the result for the room, or close it."""
        self.house.do(reveal, activity=self._place, revealed=not self._activity.revealed)
        if not self._activity.revealed:
            self.form.begin()

    def whose(self) -> None:
        """Anonymous, or of one of those who were there."""
        self.house.push_screen(Who(_("Whose form is this?"), self._find, _("Enter chooses · Esc: anonymous")), self._of)

    def _find(self, letters: str) -> list[Match]:
        there = attended(self.house.state, self._activity.session)
        found = matching(there, letters) if letters else there
        return [Match(person.id, person.name, person.organisation) for person in found[:8]]

    def _of(self, participant: str | None) -> None:
        self.who = participant
        mine = next(
            (f for f in forms(self.house.state, self._place) if participant and f.participant == participant), None
        )
        if mine is not None and self.at == NEW:
            self.draft()
            self.sitting = [*(id_ for id_ in self.sitting if id_ != mine.id), mine.id]
            self._turn_to(mine.id)
        self.screen.show_all()

    # -- its keys

    KEYS: ClassVar[tuple[Command[Forms], ...]] = (
        Command(next_form, N_("Next form"), N_("Save this form and start another"), ("f5", "ctrl+s"), 10),
        Command(result, N_("Result"), N_("Open the combined result, or close it"), ("f6",), 11, cannot=too_few),
        Command(
            lambda part: part.turn(-1),
            N_("Earlier form"),
            N_("Go back to a form from today, to correct it"),
            ("pageup",),
            12,
            cannot=first_form,
        ),
        Command(
            lambda part: part.turn(1), N_("Later form"), N_("The form after this one"), ("pagedown",), cannot=last_form
        ),
        Command(whose, N_("Whose form"), N_("Anonymous, or from one person"), ("shift+f5", "ctrl+f"), 13),
    )
