"""The programme of the session: what is now, what is next, one key to each activity, and what is still open."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.events import Key
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from data.i18n import N_, _, clock, day, plural, told
from data.methods.agenda import SlotState, Timetable
from data.model import ACTIVITIES, Action, Activity, ActivityKind, Decision, DecisionStatus, Parked
from data.verbs.network import sessions
from data.verbs.programme import (
    add_activity,
    begin_activity,
    move_activity,
    remove_activity,
    rename_activity,
    set_minutes,
)
from data.verbs.round_table import open_questions
from screens.dialogs.ask import AskLine, Choose
from screens.shell.screen import KringScreen
from screens.shell.standing import on_the_clock, title
from widgets.command import Command
from widgets.keys import digit

STEP = 5
"""Minutes by which + and - change a timebox."""

MARKS = {SlotState.DONE: ("✓", "$success"), SlotState.NOW: ("▸", "bold $accent"), SlotState.TO_COME: (" ", "")}


class ProgrammeScreen(KringScreen):
    """A list of activities with their times; Enter goes there, b begins one, and what is still open stands below."""

    CSS_PATH = "programme.tcss"
    ABOUT = N_(
        "The programme of this session. Activities are places: go back and forth, nothing is lost by leaving one."
    )

    def compose_work(self) -> ComposeResult:
        """The heading, the list, and what is open."""
        yield Static(id="heading", markup=False)
        yield OptionList(markup=False, id="items")
        yield Static(id="open", markup=False)

    def compose_room(self) -> ComposeResult:
        """The programme for the room, large."""
        yield Static(id="room-programme", markup=False)

    def on_mount(self) -> None:
        """Begin at what is going on."""
        super().on_mount()
        here = self.house.session.now
        if any(activity.id == here for activity in self.house.programme):
            items = self.query_one("#items", OptionList)
            items.highlighted = items.get_option_index(here or "")

    # -- what is shown

    def show_data(self) -> None:
        """Draw the programme on the clock, keeping the choice."""
        table = on_the_clock(self.house)
        items = self.query_one("#items", OptionList)
        chosen = items.highlighted
        items.clear_options()
        items.add_options([Option(row, id=activity.id) for activity, row in self._rows(table)])
        if items.option_count:
            items.highlighted = min(chosen or 0, items.option_count - 1)
        self.query_one("#heading", Static).update(self._heading(table))
        self.query_one("#open", Static).update(self._open())
        self.query_one("#room-programme", Static).update(self._room(table))

    def _heading(self, table: Timetable) -> Content:
        session = self.house.session
        parts = [(session.title or _("Session {n}").format(n=session.number), "bold $accent")]
        facts = [day(session.date, year=True) if session.date else "", session.place]
        if table.ends:
            facts.append(_("until {time}").format(time=clock(table.ends)))
        if not self.house.looking_along and abs(table.late) >= 2:
            facts.append(_late(table.late))
        return Content.assemble(*parts, ("   " + " · ".join(filter(None, facts)), "$muted"))

    def _rows(self, table: Timetable) -> list[tuple[Activity, Content]]:
        width = max((len(title(slot.activity)) for slot in table.slots), default=0) + 2
        rows = []
        for number, slot in enumerate(table.slots, start=1):
            mark, style = MARKS[slot.state]
            name = "bold $accent" if slot.state is SlotState.NOW else ""
            rows.append(
                (
                    slot.activity,
                    Content.assemble(
                        (f"{number if number < 10 else ' ':>2} ", "$muted"),
                        (f"{mark} ", style),
                        (f"{clock(slot.expected)}  ", "$muted"),
                        (title(slot.activity).ljust(width), name),
                        (f"{slot.activity.minutes:>3}'  ", "$muted"),
                        (slot.activity.question, "$muted italic"),
                    ).truncate(max(30, self.size.width - 8), ellipsis=True),
                )
            )
        return rows

    def _open(self) -> Content:
        state = self.house.state
        questions = open_questions(state)
        actions = state.where(Action, lambda action: not action.done)
        parked = state.where(Parked, lambda point: not point.treated)
        lines = [
            plural("{n} question still open", "{n} questions still open", len(questions)) if questions else "",
            plural("{n} agreement to keep", "{n} agreements to keep", len(actions)) if actions else "",
            plural("{n} parked point", "{n} parked points", len(parked)) if parked else "",
        ]
        decisions = state.where(Decision, lambda decision: decision.status is DecisionStatus.OPEN)
        rows = [Content(f"{decision.question}") for decision in decisions]
        head = Content.assemble((_("Still open") + "   ", "bold"), (" · ".join(filter(None, lines)), "$muted"))
        return Content("\n").join([head, *(Content.assemble(("  ? ", "$accent"), row) for row in rows)])

    def _room(self, table: Timetable) -> Content:
        rows = []
        for slot in table.slots:
            mark, style = MARKS[slot.state]
            rows.append(
                Content.assemble(
                    (f"  {mark} ", style), (f"{clock(slot.expected)}   ", "$muted"), (title(slot.activity), style)
                )
            )
        return Content("\n\n" if self.size.height >= 2 * len(rows) + 6 else "\n").join(rows)

    def room_question(self) -> str:
        """The question of the running activity."""
        running = self.house.state.find(Activity, self.house.session.now)
        return (running.question or title(running)) if running else ""

    # -- what is done

    @property
    def _chosen(self) -> Activity | None:
        items = self.query_one("#items", OptionList)
        programme = self.house.programme
        return programme[items.highlighted] if items.highlighted is not None and programme else None

    def empty(self) -> str | None:
        """Why there is nothing to choose."""
        return _("The programme is empty: add an activity with a.") if self._chosen is None else None

    def nothing_to_come(self) -> str | None:
        """Why there is nothing to begin."""
        return _("Nothing is still to come: add an activity with a.") if on_the_clock(self.house).next is None else None

    def on_key(self, event: Key) -> None:
        """A digit goes to that activity."""
        number = digit(event)
        if number and 0 < int(number) <= len(self.house.programme):
            event.stop()
            self.house.go(self.house.programme[int(number) - 1].id)

    @on(OptionList.OptionSelected, "#items")
    def _selected(self, event: OptionList.OptionSelected) -> None:
        self.house.go(event.option_id or "programme")

    def action_go(self) -> None:
        """Open the chosen activity."""
        if chosen := self._chosen:
            self.house.go(chosen.id)

    def action_begin(self) -> None:
        """Make the chosen activity the one of now."""
        if chosen := self._chosen:
            self._begin(chosen)

    def action_next(self) -> None:
        """Begin what comes next."""
        if coming := on_the_clock(self.house).next:
            self._begin(coming.activity)

    def _begin(self, activity: Activity) -> None:
        if self.house.do(begin_activity, activity=activity.id):
            self.house.go(activity.id)

    def action_add(self) -> None:
        """Choose what to add behind the chosen activity."""
        kinds = [(kind.value, told(spec.title), "") for kind, spec in ACTIVITIES.items()]
        self.app.push_screen(Choose(_("What shall we add?"), kinds), self._add)

    def _add(self, kind: str | None) -> None:
        if kind is not None:
            after = self._chosen
            self.house.do(
                add_activity, session=self.house.session.id, kind=ActivityKind(kind), after=after.id if after else None
            )

    def action_rename(self) -> None:
        """Type a title."""
        if chosen := self._chosen:
            self.app.push_screen(
                AskLine(_("Title of this activity"), chosen.title, placeholder=title(chosen)), self._rename
            )

    def _rename(self, text: str | None) -> None:
        if text is not None and (chosen := self._chosen):
            self.house.do(rename_activity, activity=chosen.id, title=text)

    def action_longer(self) -> None:
        """Give it five minutes more."""
        self._stretch(STEP)

    def action_shorter(self) -> None:
        """Give it five minutes less."""
        self._stretch(-STEP)

    def _stretch(self, by: int) -> None:
        if chosen := self._chosen:
            self.house.do(set_minutes, activity=chosen.id, minutes=max(0, chosen.minutes + by))

    def action_minutes(self) -> None:
        """Type how many minutes."""
        if chosen := self._chosen:
            self.app.push_screen(AskLine(_("How many minutes?"), str(chosen.minutes), numbers=True), self._minutes)

    def _minutes(self, text: str | None) -> None:
        if not text or not (chosen := self._chosen):
            return
        if text.isascii() and text.isdigit():
            self.house.do(set_minutes, activity=chosen.id, minutes=int(text[:6]))
        else:
            self.notify(_("Minutes are a whole number, such as 20."), severity="warning", markup=False)

    def action_move(self, by: int) -> None:
        """Move the chosen activity, and keep it chosen."""
        items = self.query_one("#items", OptionList)
        if (chosen := self._chosen) and self.house.do(move_activity, activity=chosen.id, by=by):
            items.highlighted = next(i for i, other in enumerate(self.house.programme) if other.id == chosen.id)

    def action_remove(self) -> None:
        """Take the chosen activity out; undo brings it back."""
        if (chosen := self._chosen) and self.house.do(remove_activity, activity=chosen.id):
            self.house.tell(_("{title} taken out · Ctrl+Z brings it back").format(title=title(chosen)))

    def action_session(self, by: int) -> None:
        """Look at another session."""
        every = sessions(self.house.state)
        here = next(i for i, session in enumerate(every) if session.id == self.house.session.id)
        if not 0 <= here + by < len(every):
            self.house.tell(_("There is no other session that way."))
            return
        self.house.chosen_session = every[here + by].id
        self.show_all()

    # -- its keys

    KEYS: ClassVar[tuple[Command[ProgrammeScreen], ...]] = (
        Command(
            action_go,
            N_("Go there"),
            N_("Open the chosen activity; a digit does it at once"),
            ("enter",),
            3,
            cannot=empty,
        ),
        Command(action_begin, N_("Begin"), N_("Begin this activity now, and go there"), ("b",), 4, cannot=empty),
        Command(
            action_next,
            N_("Next"),
            N_("Begin the first activity that is still to come"),
            ("n",),
            5,
            cannot=nothing_to_come,
        ),
        Command(action_add, N_("Add"), N_("Put another activity behind this one"), ("a",), 6),
        Command(action_rename, N_("Title"), N_("Give it a title of its own"), ("t",), cannot=empty),
        Command(action_longer, N_("+5 minutes"), N_("A longer timebox"), ("plus", "equals_sign"), cannot=empty),
        Command(action_shorter, N_("-5 minutes"), N_("A shorter timebox"), ("minus",), cannot=empty),
        Command(action_minutes, N_("Minutes"), N_("Type how many minutes it takes"), ("m",), cannot=empty),
        Command(lambda screen: screen.action_move(-1), N_("Earlier"), N_("Move it up"), ("shift+up", "u")),
        Command(lambda screen: screen.action_move(1), N_("Later"), N_("Move it down"), ("shift+down", "d")),
        Command(
            action_remove, N_("Take out"), N_("Take it out of the programme"), ("delete", "backspace"), cannot=empty
        ),
        Command(
            lambda screen: screen.action_session(-1),
            N_("Previous session"),
            N_("Look at an earlier session"),
            ("left",),
        ),
        Command(
            lambda screen: screen.action_session(1), N_("Following session"), N_("Look at a later session"), ("right",)
        ),
        Command(
            lambda screen: screen.house.go("home"), N_("Home"), N_("Other network files and the settings"), ("h",), 50
        ),
    )


def _late(minutes: int) -> str:
    if minutes > 0:
        return plural("{n} minute behind", "{n} minutes behind", minutes)
    return plural("{n} minute ahead", "{n} minutes ahead", -minutes)
