"""The drawer for guarding the process: it opens over whatever is going on, and closes with the same key."""

from __future__ import annotations

from typing import ClassVar, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from data.i18n import _, told
from data.model import Activity, Participant
from data.names import matching
from data.verbs.guarding import in_the_room, note_turn
from data.verbs.network import called, people
from screens.guarding import view
from screens.guarding.doing import Doing
from screens.guarding.view import Guarded, Step
from screens.shell.house import House
from screens.shell.screen import KringScreen
from widgets.capture_line import CaptureLine
from widgets.keys import digits
from widgets.matches import Match, Matches
from widgets.wrapping import Row

TABLES = frozenset({"turns", "activities", "attendance", "participants", "parked", "questions"})


class Guarding(ModalScreen[None]):
    """Two letters note a turn; digits do the rest. What is not for the room stays out while it looks along."""

    CSS_PATH = "drawer.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss", show=False),
        Binding("down,tab", "move(1)", show=False),
        Binding("up,shift+tab", "move(-1)", show=False),
        Binding("ctrl+z", "take_back", show=False),
    ]

    def __init__(self, over: KringScreen) -> None:
        """``over`` is the screen that it opens over."""
        super().__init__()
        self._over = over

    def compose(self) -> ComposeResult:
        """What is going on, what can be done, who was heard, and the line for two letters."""
        with Vertical(id="drawer"):
            yield Static(id="heading", markup=False)
            with VerticalScroll(id="above", can_focus=False):
                yield Static(id="question", markup=False)
                steps = OptionList(markup=False)
                steps.can_focus = False
                yield steps
                yield Static(id="voices", markup=False)
            yield Matches()
            with Horizontal(classes="sheet-line"):
                yield Static("› ", classes="prompt", markup=False)
                yield CaptureLine("turn", placeholder=_("Two letters of a name: note a turn for this person"))
            yield Static(_("Enter notes a turn · a digit does it · F12 closes"), classes="sheet-foot", markup=False)

    # -- what is shown

    @property
    def _house(self) -> House:
        return cast("House", self.app)

    @property
    def guarded(self) -> Guarded:
        """What is guarded, as it stands."""
        house, over = self._house, self._over
        session = house.session
        activity = house.state.find(Activity, over.place) or house.state.find(Activity, session.now)
        question = over.projected().question
        return Guarded(house.state, session, activity, question, house.looking_along or over.in_room, house.now())

    def on_mount(self) -> None:
        """Show how things stand, and again when that changes."""
        self._house.changed.subscribe(self, self._changed)
        self.watch(self._house, "looking_along", self.show)
        self.set_interval(15, self.show)

    def _changed(self, tables: frozenset[str]) -> None:
        if tables & TABLES:
            self.show()

    def on_screen_resume(self) -> None:
        """Something in front of it may have changed how things stand."""
        self.show()

    def show(self) -> None:
        """Draw how things stand."""
        if self._over.is_gone:
            self.dismiss()
            return
        guarded = self.guarded
        self.query_one("#heading", Static).update(view.heading(guarded))
        self.query_one("#question", Static).update(Content(guarded.question))
        self.query_one("#voices", Static).update(view.voices(guarded))
        steps = self.query_one(OptionList)
        chosen = steps.highlighted
        steps.clear_options()
        steps.add_options(_options(guarded))
        steps.highlighted = chosen
        self._show_matches()

    def _show_matches(self) -> None:
        guarded, letters = self.guarded, self.query_one(CaptureLine).value
        found = self._found(guarded, letters) if letters.strip() else []
        names, counts = called(guarded.state), dict(guarded.heard.counts)
        noted = {} if guarded.hidden else {id_: f"{count}×" for id_, count in counts.items()}
        matches = [Match(who.id, names[who.id], noted.get(who.id, "")) for who in found]
        nobody = Content.styled(_("Nobody has that name."), "$muted") if letters.strip() else Content("")
        self.query_one(Matches).show(matches, nobody)

    @staticmethod
    def _found(guarded: Guarded, letters: str) -> list[Participant]:
        here = matching(in_the_room(guarded.state, guarded.session.id), letters)
        return here or matching(people(guarded.state), letters)

    # -- its keys

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        """A digit alone does what stands behind it; no name begins so."""
        event.stop()
        number = digits(event.value)
        if number.isdecimal() and 0 < int(number) <= len(Step):
            self.query_one(CaptureLine).take()
            self._do(list(Step)[int(number) - 1])
        self._show_matches()

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        highlighted = self.query_one(OptionList).highlighted
        if chosen := self.query_one(Matches).chosen:
            self._note(chosen)
        elif highlighted is not None and not event.value.strip():
            self._do(list(Step)[highlighted])
        else:
            self.app.bell()

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self._do(Step(event.option_id or ""))

    def _do(self, step: Step) -> None:
        Doing(self._house, self.guarded, self.show).do(step)

    def _note(self, who: str) -> None:
        guarded = self.guarded
        where = guarded.activity.id if guarded.activity else None
        if done := self._house.do(note_turn, session=guarded.session.id, participant=who, activity=where):
            self.query_one(CaptureLine).take()
            # Whose turn is counted is nobody's business while the room is watching.
            self._house.tell(_("Noted") if guarded.hidden else told(done.change.label))
            self.show()

    def action_move(self, by: int) -> None:
        """Another one of those the letters may mean; without letters another thing to do."""
        if self.query_one(CaptureLine).value.strip():
            self.query_one(Matches).move(by)
        elif by > 0:
            self.query_one(OptionList).action_cursor_down()
        else:
            self.query_one(OptionList).action_cursor_up()

    def action_take_back(self) -> None:
        """Take back the last change of this window."""
        self._house.tell(_("Undone: {what}").format(what=told(self._house.network.undo())))
        self.show()


def _options(guarded: Guarded) -> list[Option]:
    steps = view.steps(guarded)
    column = max(len(name) for _step, name, _how in steps) + 4
    return [
        Option(
            Row(Content.styled(f"{number} ", "$key"), Content(name), Content.styled(how, "$muted"), column=column),
            id=step,
        )
        for number, (step, name, how) in enumerate(steps, start=1)
    ]
