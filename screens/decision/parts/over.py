"""A decision that is over: its action points, to be confirmed, taken up or opened again."""

from __future__ import annotations

from typing import ClassVar

from textual.content import Content

from data.i18n import N_, _
from data.model import Action, DecisionStatus
from data.verbs import carried
from data.verbs.agreements import agree, as_line, edit_action, remove_action
from data.verbs.decision.closing import confirm, reopen, resume
from screens.decision import lines
from screens.decision.parts.anywhere import OTHER, RECORD, RECORD_BY_LETTER
from screens.decision.parts.part import KEEP, Part
from screens.decision.parts.steps import Step, offered
from screens.decision.words import Kind
from widgets.command import Bound, Command
from widgets.laid_out import Layout

ACTION_POINT: Command[Over] = Command(
    lambda part: part.lined.line.focus(),
    N_("Action point"),
    N_("An agreement in one line: what, who, when"),
    ("a",),
    27,
)
CONFIRM: Command[Over] = Command(
    lambda part: part.confirm(),
    N_("Confirm"),
    N_("Confirm a provisional decision"),
    ("f",),
    13,
    cannot=lambda part: part.not_to_confirm(),
)
REOPEN: Command[Over] = Command(
    lambda part: part.reopen(),
    N_("Reopen"),
    N_("Start a new decision in its place"),
    ("y",),
    14,
    cannot=lambda part: part.not_decided(),
)
RESUME: Command[Over] = Command(
    lambda part: part.resume(),
    N_("Resume"),
    N_("Continue with a parked decision"),
    (),
    cannot=lambda part: part.not_parked(),
)


class Over(Part):
    """The decision was taken, or is parked."""

    LISTS = True

    KINDS = (Kind.AGREEMENT,)
    TYPES = False

    def layout(self) -> Layout:
        """The statement, what decided it, and what is left to do."""
        state, going, shown = self.subject.state, self.subject.going, self.subject.shown
        return lambda width, _height: lines.taken(state, going, shown, width)

    def to_choose(self, *, entered: bool) -> str:
        """What was decided, to begin with."""
        return self.subject.going.id if entered else ""

    def verdict(self) -> Content:
        """The next steps."""
        return offered(self.steps(), typing=self.screen.typing, asked=_asked(self))

    def steps(self) -> list[Step]:
        """What may follow, the likeliest first."""
        going = self.subject.going
        if going.status is DecisionStatus.PARKED:
            return [Step(Bound(RESUME, self), _("resume it"))]
        found = []
        if going.provisional and not going.confirmed and going.decided_in != self.subject.session.id:
            found.append(Step(Bound(CONFIRM, self), _("confirm it, now that more people are here")))
        return [
            *found,
            Step(Bound(ACTION_POINT, self), _("add an action point")),
            Step(Bound(RECORD_BY_LETTER, self), _("read the full record")),
            Step(Bound(REOPEN, self), _("reopen it as a new decision")),
        ]

    async def act(self) -> None:
        """The likeliest next step."""
        await self.house.perform(self.steps()[0].bound)

    async def keep(self) -> None:
        """Keep an action point."""
        typed, subject = self.lined.line.value, self.subject
        if not typed.strip() and not _asked(self):
            await self.act()
            return
        done = self.house.do(
            agree, session=subject.session.id, text=typed, activity=subject.place, decision=subject.going.id
        )
        if done:
            self.taken()
            self.lined.page.choose(done.change.puts[0].id)
            self.screen.show_data()

    # -- action points

    @property
    def _action(self) -> Action | None:
        return self.subject.state.find(Action, self.subject.chosen)

    def no_action(self) -> str | None:
        """Why there is no action point to change."""
        return None if self._action else _("Choose an action point first.")

    def change(self) -> None:
        """Type the chosen action point over."""
        if action := self._action:
            now = as_line(self.subject.state, action)
            self.ask(_("what; who; when"), now, lambda text: self._changed(action.id, text))

    def _changed(self, id_: str, text: str) -> None:
        self.house.do(edit_action, action=id_, text=text)

    def remove(self) -> None:
        """Take the chosen action point away."""
        self.house.do(remove_action, action=self.subject.chosen)

    def tick(self) -> None:
        """The chosen action point is done, or not yet."""
        if action := self._action:
            verb = carried.close if action.waits else carried.reopen
            self.house.do(verb, item=action.id, session=self.subject.session.id)

    # -- the decision

    def not_to_confirm(self) -> str | None:
        """Why it cannot be confirmed."""
        going = self.subject.going
        return None if going.provisional and not going.confirmed else _("There is nothing to confirm.")

    def not_decided(self) -> str | None:
        """Why it cannot be opened again."""
        parked = self.subject.going.status is DecisionStatus.PARKED
        return _("This is parked: Enter resumes it.") if parked else None

    def not_parked(self) -> str | None:
        """Why it cannot be taken up again."""
        return None if self.subject.going.status is DecisionStatus.PARKED else _("This is not parked.")

    def resume(self) -> None:
        """Take a parked decision up again."""
        self.house.do(resume, decision=self.subject.going.id)

    def confirm(self) -> None:
        """Confirm a provisional decision."""
        self.house.do(confirm, decision=self.subject.going.id, session=self.subject.session.id)

    def reopen(self) -> None:
        """A new decision in the place of this one."""
        subject = self.subject
        self.house.do(reopen, decision=subject.going.id, session=subject.session.id, activity=subject.place)

    # -- its keys

    KEYS = (RECORD,)
    LINE_KEYS = (KEEP,)
    PAGE_KEYS: ClassVar[tuple[Command[Over], ...]] = (
        Command(act, N_("Next step"), N_("The likeliest next step"), ("enter",), 10),
        Command(change, N_("Change"), N_("Edit it"), ("e",), 40, cannot=no_action),
        Command(remove, N_("Remove"), N_("Remove the action point"), ("delete", "backspace"), 18, cannot=no_action),
        Command(tick, N_("Done"), N_("The action point is done, or not yet"), ("space",), 12, cannot=no_action),
        CONFIRM,
        REOPEN,
        RESUME,
        ACTION_POINT,
        RECORD_BY_LETTER,
        OTHER,
    )


def _asked(part: Over) -> bool:
    """Whether the line, that is gone to for the likeliest step, has the focus already."""
    return part.screen.typing and part.steps()[0].bound.command is ACTION_POINT
