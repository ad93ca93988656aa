"""The brainstorm: captured as fast as it is read out, clustered while the room looks."""

from __future__ import annotations

from datetime import datetime
from typing import Any, ClassVar

from textual.content import Content
from textual.events import Key

from data.i18n import N_, _, number
from data.methods.pace import Pace, pace
from data.model import Activity, Note
from data.verbs import clock
from data.verbs.brainstorm.noting import ATTRIBUTIONS, set_attribution
from data.verbs.network import people
from screens.brainstorm.capture import Capturing
from screens.brainstorm.columns import BIN, details
from screens.brainstorm.keys import ASK_KEYS, BOARD_KEYS, LINE_KEYS, SCREEN_KEYS
from screens.brainstorm.line import AskLine
from screens.brainstorm.subgroup_names import named_groups
from screens.brainstorm.suggestions import FEWEST, Advising
from widgets.board_view import BoardView
from widgets.command import Bound, Command
from widgets.countdown import Countdown, Time
from widgets.letters import largest

ATTRIBUTION_NAMES = {
    "off": N_("Post-its no longer say whose they are."),
    "optional": N_("Post-its may say whose they are: @ or : and a name."),
    "subgroup": N_("Post-its say from which small group they are."),
}

AROUND = 6
"""Lines around the question and the board in the room view: the bars, the keys, and air."""

ABOUT_CLUSTER = {"rename", "join", "apart", "along", "hands", "send", "split"}
ABOUT_NOTES = {"edit", "bin", "same", "weight", "order", "move_to"}
"""Actions by what they need under the cursor."""


class BrainstormScreen(Capturing, Advising):
    """The whole screen: before, capture, board, suggestions, and after."""

    KEYS: ClassVar[tuple[Command[Any], ...]] = SCREEN_KEYS
    LINE_KEYS: ClassVar[tuple[Command[Any], ...]] = LINE_KEYS
    PAGE_KEYS: ClassVar[tuple[Command[Any], ...]] = BOARD_KEYS
    ABOUT = N_(
        "Type what is read out, then Enter. At the end of the line: # or = a cluster, @ or : who, + the small group; "
        "in front: ? a question for later, ! an agreement. A line with a mark alone sets it for what comes. "
        "Esc goes to the board: a digit sends a post-it to that cluster, Space marks, Shift with arrows marks along."
    )

    def __init__(self, place: str) -> None:
        super().__init__(place)
        self._pace = Pace()
        self._spurs = 0
        self._newest = ""

    # -- what it shows

    def show_data(self) -> None:
        """Draw everything that the network decides."""
        if self.house.state.find(Activity, self.place) is None:
            self.house.go("programme")
            return
        before = len(self.found.notes)
        super().show_data()
        storm = self.storm
        self.put("question", Content(storm.question) if storm.question else self._no_question())
        self.show_start(storm)
        self.show_aside()
        self.show_weighed()
        if len(self.found.notes) != before:
            self._show_newest()
        self.board_changed()

    def _no_question(self) -> Content:
        return Content.styled(" ".join([_("No question yet."), _("On the board, q words it.")]), "$muted")

    def show_board(self) -> None:
        """Draw the board, and only what changed of it."""
        columns = self.proposed()
        if columns is None:
            columns = self.cards.columns(self.found, self.showing)
        self._newest = next((n.id for n in reversed(self.house.state.all(Note)) if n.activity == self.place), "")
        self.board.show(columns, fresh=self._newest)
        if self.in_room:
            self.query_one("#room-board", BoardView).show([c for c in columns if c.id != BIN])

    def _show_newest(self) -> None:
        """Scroll to what was just captured, unless somebody works on the board."""
        if not self.board.has_focus:
            self.board.reveal(self._newest)
        if self.in_room:
            self.query_one("#room-board", BoardView).reveal(self._newest)

    def show_start(self, storm: Activity) -> None:
        """As long as there is no post-it, the small groups and their time stand where the board will be."""
        starting = not self.found.notes
        self.set_class(starting, "-starting")
        names = {who.id: who.name for who in people(self.house.state)} if starting else {}
        groups = named_groups(storm.subgroups, names, max(30, self.size.width - 4)) if starting else Content()
        self.put("start-text", groups or self._how_to_start())
        self.put("room-start", groups)
        self.set_class(bool(self.spur), "-spur")
        self.put("spur", Content.assemble(("› ", "bold $accent"), self.spur))
        self.show_large(starting)
        self.show_clock(storm)

    def _how_to_start(self) -> Content:
        split = self.keys(("^S", _("splits the group in small groups, with a countdown")))
        return Content("\n").join([split, Content.styled(_("Then type below what is read out."), "$muted")])

    def show_large(self, starting: bool) -> None:
        """For the room: the question, or the reviving one, as large as the board leaves room for."""
        size = self.size
        board = self.query_one("#room-board", BoardView)
        spare = size.height // 3 if starting else size.height - AROUND - board.needed
        rows = max(size.height // 4 if self.spur else 1, min(size.height // 3, spare))
        self.put(
            "large-question",
            "\n".join(largest(self.spur or (self.storm.question or self.storm.title), size.width - 6, rows)),
        )

    def show_clock(self, storm: Activity) -> None:
        """Draw the time of the small groups, where they stand and beside the question."""
        time = self._time(storm)
        self.set_class(time is not None, "-timed")
        for id_ in ("#start-clock", "#room-clock"):
            self.query_one(id_, Countdown).show(time or Time())
        told = Content.assemble((_("groups") + " ", "$muted"), (str(time), f"bold {time.style}")) if time else Content()
        self.put("clock", told)

    def _time(self, storm: Activity) -> Time | None:
        if storm.countdown is None:
            return None
        left = round(clock.left(storm.countdown, self.house.now()))
        return Time(left, storm.countdown.total, clock.paused(storm.countdown))

    def tick(self) -> None:
        """The time goes on, and so does the pace."""
        if self.storm.countdown:
            self.show_clock(self.storm)
        times = [datetime.fromisoformat(note.at).timestamp() for note in self.found.notes if note.at]
        before, self._pace = self._pace, pace(times, self.house.now().timestamp())
        if before.dry != self._pace.dry:
            self.show_hint()
        if before.per_minute != self._pace.per_minute:
            self.show_aside()

    def pace_now(self) -> str:
        """How many a minute, of late."""
        rate = self._pace.per_minute
        return _("{n} a minute").format(n=number(rate)) if rate else ""

    def hint(self) -> Content:
        """The quiet line: what is told on the left, and a mark of new advice on the right."""
        told = self._board_hint() if self.board.has_focus else self.line_hint()
        mark = self._mark()
        gap = self.size.width - 2 - told.cell_length - mark.cell_length
        return told + Content(" " * gap) + mark if gap > 1 and mark else told

    def _mark(self) -> Content:
        """That there is advice, and not which: the laptop may be mirrored."""
        if self._pace.dry:
            return Content.assemble((_("new advice") + " ", "$muted"), ("F6", "bold $accent"))
        waits = self.found.loose and (self.clusters or len(self.found.loose) >= FEWEST)
        if waits and not self.advising and self.board.has_focus:
            return Content.assemble((_("advice") + " ", "$muted"), ("F5", "bold $accent"))
        return Content()

    def _board_hint(self) -> Content:
        if self._digit:
            title = self.titles[int(self._digit) - 1]
            return self.keys((f"{self._digit}_", _("the second digit, or Enter for {title}").format(title=title)))
        if self.showing.weighing:
            return self.weigh_hint()
        return self.advice_hint() if self.advising else self._what_to_do()

    def _what_to_do(self) -> Content:
        """The keys for what is marked, or for what the cursor stands on."""
        number = ("1-9", _("to a cluster"))
        if marked := len(self.board.marked):
            rest = (("n", _("new")), ("s", _("split off")), ("=", _("the same")), ("x", _("bin")))
            return self.keys((str(marked), _("marked")), number, *rest)
        note = self.note(self.board.card)
        if note and not self.board.airy:
            return self.keys(number) + Content(f"   {details(note, self.showing)}")
        if note:
            return self.keys(number, (_("Space"), _("mark")), ("e", _("correct")), ("x", _("bin")), ("w", _("weigh")))
        on = (("d", _("decision")), ("k", _("park")), ("a", _("agenda")))
        return self.keys(("t", _("title")), ("j", _("merge")), ("h", _("hands")), *on, ("o", _("take apart")))

    # -- commands

    @classmethod
    def every_command(cls) -> tuple[Command[Any], ...]:
        """Also those of the asked line."""
        return (*ASK_KEYS, *super().every_command())

    def own_commands(self) -> list[Bound]:
        """In the asked line its own."""
        asking = isinstance(self.focused, AskLine)
        return [Bound(command, self) for command in (*ASK_KEYS, *self.KEYS)] if asking else super().own_commands()

    def why_not(self, action: str) -> str | None:
        """Why a command cannot run now."""
        name = action.partition("(")[0].removeprefix("screen.")
        if name in ABOUT_NOTES and not self.board.chosen:
            return _("Go to a post-it first.")
        if name == "along" and self.advising == "grouping":
            return None
        if name in ABOUT_CLUSTER and self.cluster is None:
            return _("Go to a cluster first.")
        check = {
            "split": self._nothing_chosen,
            "suggest": self._no_use,
            "accept": self._no_advice,
            "accept_all": self._no_advice,
            "one_more": self._no_twin,
            "edit_last": self._no_note,
            "weigh": self._no_note,
        }.get(name)
        return check() if check else None

    def _nothing_chosen(self) -> str | None:
        return None if self.board.chosen else _("Mark the post-its to split off first.")

    def _no_use(self) -> str | None:
        if self.clusters and not self.found.loose:
            return _("Every post-it is in a cluster already.")
        return None if len(self.found.notes) >= FEWEST else _("There are too few post-its to group.")

    def _no_twin(self) -> str | None:
        return None if self._twin else _("Nothing on the board says the same.")

    def _no_note(self) -> str | None:
        return None if self.found.notes else _("There is no post-it yet.")

    def _no_advice(self) -> str | None:
        return None if self.advising else _("No suggestion is shown: F5 shows them.")

    def action_to_line(self) -> None:
        """Back to the line; first advice, weighing, marks and filter go."""
        if not self.stop_advice():
            super().action_to_line()

    def action_groups(self) -> None:
        """Split the group."""
        from screens.brainstorm.subgroups import GroupsSheet

        self.app.push_screen(GroupsSheet(self.storm, self.house.now().minute))

    def action_quiet_clock(self) -> None:
        """The small groups are back."""
        self.house.do(clock.stop, activity=self.place)

    def action_revive(self) -> None:
        """Read a reviving question."""
        from screens.brainstorm.reviving import RevivingSheet

        self.app.push_screen(RevivingSheet(self._spurs), self._revived)

    def _revived(self, question: str | None) -> None:
        if question is None:
            return
        self._spurs += bool(question)
        self.spur = question
        self.show_start(self.storm)

    def action_attribution(self) -> None:
        """Off, names, small groups, and round again."""
        order = ATTRIBUTIONS
        kept = order[(order.index(self.storm.attribution) + 1) % len(order)]
        if self.house.do(set_attribution, activity=self.place, attribution=kept):
            self.house.tell(_(ATTRIBUTION_NAMES[kept]))

    def on_key(self, event: Key) -> None:
        """The room view has no cursor: its board scrolls."""
        pages = {"down": 0.5, "up": -0.5, "pagedown": 1, "pageup": -1}.get(event.key)
        if self.in_room and pages:
            board = self.query_one("#room-board", BoardView)
            board.scroll_relative(y=pages * board.size.height, animate=False)

    def toggle_room(self) -> None:
        """Behind the room view nothing has the focus; after it the line has it again."""
        super().toggle_room()
        if self.in_room:
            self.call_after_refresh(self.show_all)  # the board has its room only now
        else:
            self.line.focus()

    def on_resize(self) -> None:
        """The groups stand side by side as there is room."""
        if self.is_mounted and self.house.open_network:
            self.show_start(self.storm)
            self.show_hint()
