"""What the group says of each promise and each work form: a letter marks the chosen one."""

from __future__ import annotations

from typing import ClassVar

from data.i18n import N_, _, told
from data.model import ACTIVITIES, ActivityKind, EvaluationKind, Kept, Liked, Promise
from data.verbs.looking_back import likings, mark_form, say_why
from data.verbs.promises import check_promise
from screens.dialogs.ask import AskLine
from screens.evaluation.looking_back import form_of
from screens.shell.activity_part import ActivityPart
from widgets.command import Bound, Command
from widgets.ledger import Ledger


class Marks(ActivityPart):
    """The marks of an evaluation that looks back on several sessions."""

    @property
    def _chosen(self) -> str:
        return self.screen.query_one(Ledger).chosen

    @property
    def _promise(self) -> Promise | None:
        return self.house.state.find(Promise, self._chosen)

    @property
    def _form(self) -> ActivityKind | None:
        return form_of(self._chosen)

    def commands(self, *, typing: bool) -> list[Bound]:
        """None where nothing is marked."""
        looks_back = self._activity.evaluates is not EvaluationKind.SESSION
        return super().commands(typing=typing) if self._activity.spoken and looks_back else []

    def no_mark(self) -> str | None:
        """Why there is nothing to mark."""
        if self._activity.evaluates is EvaluationKind.INTERIM:
            return None if self._promise else _("Choose a promise first.")
        return None if self._form else _("Choose an activity first.")

    def no_form(self) -> str | None:
        """Why there is nothing to give a reason for."""
        return None if self._form else _("Choose an activity first.")

    def _mark(self, kept: Kept, liked: Liked) -> None:
        """Mark the chosen one; the same mark again takes it back."""
        if promise := self._promise:
            here = self._activity.session
            mark = None if promise.checks.get(here) is kept else kept
            self.house.do(check_promise, promise=promise.id, session=here, kept=mark)
        elif form := self._form:
            known = likings(self.house.state, self._place).get(form)
            again = known is not None and known.liked is liked
            self.house.do(mark_form, activity=self._place, form=form, liked=None if again else liked)

    def good(self) -> None:
        """Kept, or liked."""
        self._mark(Kept.KEPT, Liked.LIKED)

    def half(self) -> None:
        """Partly kept, or liked by some."""
        self._mark(Kept.PARTLY, Liked.MIXED)

    def not_good(self) -> None:
        """Not kept yet, or liked less."""
        self._mark(Kept.NOT_YET, Liked.LESS)

    def why(self) -> None:
        """Type why a work form was liked or not."""
        form = self._form
        if form is None:
            return
        known = likings(self.house.state, self._place).get(form)

        def said(text: str | None) -> None:
            if text is not None:
                self.house.do(say_why, activity=self._place, form=form, why=text)

        ask = AskLine(_("{form}: why?").format(form=told(ACTIVITIES[form].title)), known.why if known else "")
        self.house.push_screen(ask, said)

    PAGE_KEYS: ClassVar[tuple[Command[Marks], ...]] = (
        Command(good, N_("Good"), N_("The promise is kept, or the activity was liked"), ("g",), 10, cannot=no_mark),
        Command(half, N_("Partly"), N_("Partly kept, or liked by some"), ("h",), 11, cannot=no_mark),
        Command(not_good, N_("Not"), N_("Not kept yet, or liked less"), ("n",), 12, cannot=no_mark),
        Command(why, N_("Why"), N_("Why the activity was liked or not"), ("w",), 13, cannot=no_form),
    )
