"""The agenda of the next session: proposed out of this one, and amended by the group."""

from __future__ import annotations

from typing import ClassVar

from data.i18n import N_, _, told
from data.methods.forms import FORMS
from data.model import ACTIVITIES, Activity, ActivityKind, Decision, say
from data.verbs.programme import move_activity, set_minutes, set_question, take_form
from data.verbs.recap import leave_out, propose_agenda, speak_of, treat_topic
from screens.dialogs.ask import AskLine, Choose
from screens.dialogs.contribution import ask_for_next
from screens.dialogs.next_session import NextSession
from screens.recap.view import TOPIC, Recap
from screens.shell.activity_part import ActivityPart
from widgets.command import Bound, Command

STEP = 5

OTHER_FORMS = (
    ActivityKind.BRAINSTORM,
    ActivityKind.EXCHANGE,
    ActivityKind.PEER_CONSULTATION,
    ActivityKind.EXTERNAL_INPUT,
    ActivityKind.CONTRIBUTION,
    ActivityKind.PREPARATION,
    ActivityKind.ROUND_TABLE,
)
"""In which a topic can be treated."""


class Agenda(ActivityPart):
    """Proposes and amends."""

    @property
    def _recap(self) -> Recap:
        return Recap(self.house.state, self._activity)

    @property
    def _item(self) -> Activity | None:
        return next((item for item in self._recap.items if item.id == self.lined.page.chosen), None)

    def commands(self, *, typing: bool) -> list[Bound]:
        """None of them while the points are spoken through, but the proposal."""
        every = super().commands(typing=typing)
        return every if self._recap.on_agenda else [bound for bound in every if bound.command in self.KEYS]

    def begun(self) -> str | None:
        """Why nothing of the agenda is changed from here any more."""
        return _("That session has started: change its programme instead.") if self._recap.begun else None

    def no_item(self) -> str | None:
        """Why there is nothing to change."""
        return self.begun() or (None if self._item else _("Choose an item of the agenda first."))

    def nothing(self) -> str | None:
        """Why there is nothing to put on it or to change."""
        return self.begun() or (None if self.lined.page.chosen else _("Nothing yet: F6 proposes an agenda."))

    def propose(self) -> None:
        """Make an agenda out of the points, the poll, the evaluation, what is open and what is planned."""
        recap = self._recap
        if done := self.house.do(propose_agenda, session=recap.activity.session):
            if not recap.on_agenda:
                self.house.do(speak_of, activity=self._place, agenda=True)
            self.house.tell(told(done.change.label))

    def keep(self) -> None:
        """Put what is typed on the agenda, as a theme."""
        typed = self.lined.line.value
        if typed.strip():
            done = self.house.do(treat_topic, session=self._recap.activity.session, text=typed)
            if done:
                self.lined.line.take()
                self._choose_new(done.change.puts)

    def _choose_new(self, records: tuple[object, ...]) -> None:
        self._show()
        added = [each.id for each in records if isinstance(each, Activity)]
        if added:
            self.lined.page.choose(added[-1])

    def change(self) -> None:
        """Word the chosen item otherwise, or put the chosen topic on the agenda."""
        chosen, item = self.lined.page.chosen, self._item
        if chosen.startswith(TOPIC):
            about = chosen.removeprefix(TOPIC)
            if done := self.house.do(treat_topic, session=self._recap.activity.session, about=about):
                self._choose_new(done.change.puts)
        elif item and self.house.state.find(Decision, item.decision):
            self.house.warn(say("A decision is worded in its own activity."))
        elif item:
            heading = _("With which question?")
            self.house.push_screen(AskLine(heading, item.question), lambda text: self._worded(item.id, text))

    def _worded(self, item: str, text: str | None) -> None:
        if text is not None:
            self.house.do(set_question, activity=item, question=text)

    def stretch(self, by: int) -> None:
        """Give the chosen item more time, or less."""
        if item := self._item:
            self.house.do(set_minutes, activity=item.id, minutes=max(0, item.minutes + by))

    def move(self, by: int) -> None:
        """Move the chosen item, and keep it chosen."""
        if (item := self._item) and self.house.do(move_activity, activity=item.id, by=by):
            self._show()
            self.lined.page.choose(item.id)

    def no_form(self) -> str | None:
        """Why the chosen item keeps its form."""
        item = self._item
        if item and item.decision:
            return _("A decision is taken in its own activity.")
        return self.no_item() or (None if item and item.kind in OTHER_FORMS else _("Every session has this."))

    def form(self) -> None:
        """Choose another form for the chosen item."""
        if item := self._item:
            forms = [(kind.value, told(ACTIVITIES[kind].title), told(FORMS[kind].purpose)) for kind in OTHER_FORMS]
            heading = _("As which activity?")
            self.house.push_screen(Choose(heading, forms), lambda kind: self._formed(item.id, kind))

    def _formed(self, item: str, kind: str | None) -> None:
        if kind is not None:
            self.house.do(take_form, activity=item, kind=ActivityKind(kind))

    def when(self) -> None:
        """Agree on when and where that session is, on what and with whom."""
        self.house.push_screen(NextSession(self._recap.activity.session))

    def ask(self) -> None:
        """Ask somebody to bring something to that session."""
        ask_for_next(self.house, self._recap.activity.session, beyond=True)

    def leave_out(self) -> None:
        """Take the chosen item off the agenda."""
        if (item := self._item) and self.house.do(leave_out, activity=item.id):
            self.house.tell(_("Taken off the agenda · Ctrl+Z brings it back"))

    KEYS: ClassVar[tuple[Command[Agenda], ...]] = (
        Command(
            propose,
            N_("Propose an agenda"),
            N_("From the points, the poll, the evaluation and what is planned"),
            ("f6",),
            13,
            cannot=begun,
        ),
    )
    LINE_KEYS: ClassVar[tuple[Command[Agenda], ...]] = (
        Command(keep, N_("Save"), N_("Put the line on the agenda"), ("enter",), 10, cannot=begun),
    )
    PAGE_KEYS: ClassVar[tuple[Command[Agenda], ...]] = (
        Command(
            when,
            N_("When and where"),
            N_("Agree on when and where it is, what about and with whom"),
            ("w",),
            8,
            cannot=begun,
        ),
        Command(
            ask,
            N_("Ask somebody to bring it"),
            N_("Ask somebody to bring something to the next session"),
            ("i",),
            12,
            cannot=begun,
        ),
        Command(
            change,
            N_("Change"),
            N_("Edit it, or put what could also come on the agenda"),
            ("enter", "e"),
            7,
            cannot=nothing,
        ),
        Command(
            lambda part: part.stretch(STEP),
            N_("5 minutes more"),
            N_("A longer timebox"),
            ("plus", "equals_sign"),
            8,
            cannot=no_item,
        ),
        Command(
            lambda part: part.stretch(-STEP),
            N_("5 minutes less"),
            N_("A shorter timebox"),
            ("minus",),
            cannot=no_item,
        ),
        Command(lambda part: part.move(-1), N_("Earlier"), N_("Move it up"), ("shift+up", "u"), cannot=no_item),
        Command(lambda part: part.move(1), N_("Later"), N_("Move it down"), ("shift+down", "d"), 9, cannot=no_item),
        Command(
            form,
            N_("Other activity"),
            N_("Do it as another activity: an exchange, a case, an expert"),
            ("f",),
            10,
            cannot=no_form,
        ),
        Command(leave_out, N_("Leave out"), N_("Take it off the agenda"), ("delete", "backspace"), 11, cannot=no_item),
    )
