"""Small groups: an even split of who is in the room, and the time they get."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar, cast

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.events import Key
from textual.screen import ModalScreen
from textual.widgets import Static

from data.i18n import _, plural
from data.methods.subgroups import usual_number
from data.model import Activity, Participant, Role
from data.names import full_names
from data.verbs import clock
from data.verbs.brainstorm.noting import set_subgroups
from data.verbs.check_in import present
from data.verbs.network import people
from screens.dialogs.group_names import named_groups
from screens.shell.house import House
from widgets.keys import digit

Deal = Callable[[list[Participant], int, int], tuple[tuple[str, ...], ...]]
"""People in so many small groups; another seed gives other ones."""

MINUTES = 15
STEP = 5
"""Minutes that small groups get to begin with, and that one key adds or takes off."""


class GroupsSheet(ModalScreen[None]):
    """A digit says how many groups, Space splits anew, Enter makes them and starts the countdown."""

    CSS_PATH = "groups_sheet.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "make", show=False),
        Binding("space", "again", show=False),
        Binding("plus,up", "minutes(1)", show=False),
        Binding("minus,down", "minutes(-1)", show=False),
        Binding("p", "pause", show=False),
        Binding("s", "stop", show=False),
        Binding("escape,ctrl+s", "dismiss", show=False),
    ]

    def __init__(self, activity: Activity, seed: int, deal: Deal) -> None:
        super().__init__()
        self._deal = deal
        self._activity = activity
        self._seed = seed
        self._minutes = MINUTES
        self._number = len(activity.subgroups)

    @property
    def _house(self) -> House:
        return cast("House", self.app)

    def compose(self) -> ComposeResult:
        """The groups, the time, and the keys."""
        with Vertical(classes="sheet"):
            yield Static(id="heading", classes="heading", markup=False)
            yield Static(id="groups", markup=False)
            yield Static(id="time", markup=False)
        yield Static(id="foot", classes="sheet-foot", markup=False)

    def on_mount(self) -> None:
        """Begin with groups of four or five."""
        self._number = self._number or usual_number(len(self._people()))
        self._show()

    def _people(self) -> list[Participant]:
        """Who is split: those in the room, or everybody while nobody was marked present; who guides is not."""
        state = self._house.state
        here = present(state, self._activity.session) or people(state)
        return [who for who in here if who.role is not Role.FACILITATOR]

    def _groups(self) -> tuple[tuple[str, ...], ...]:
        return self._deal(self._people(), self._number, self._seed)

    def _show(self) -> None:
        who = self._people()
        groups = self._groups()
        told = plural("{n} person", "{n} people", len(who)) + " · " + plural("{n} group", "{n} groups", len(groups))
        self.query_one("#heading", Static).update(Content(told))
        width = max(20, self.query_one("#groups").size.width or 60)
        self.query_one("#groups", Static).update(named_groups(groups, full_names(who), width))
        time = Content.assemble(
            ("\n" + _("time for the groups") + "  ", "$muted"),
            (_("{n} minutes").format(n=self._minutes), "bold"),
        )
        self.query_one("#time", Static).update(time)
        foot = _("1-9 how many · Space reshuffle · + - time · Enter starts · Esc back")
        if self._clock:
            foot = _("p pause or resume · s stop the clock · Enter again · Esc back")
        self.query_one("#foot", Static).update(Content(foot))

    @property
    def _clock(self) -> bool:
        activity = self._house.state.find(Activity, self._activity.id)
        return activity is not None and activity.countdown is not None

    def on_key(self, event: Key) -> None:
        """A digit says how many groups."""
        number = digit(event)
        if number and number != "0":
            event.stop()
            self._number = int(number)
            self._show()

    def on_resize(self) -> None:
        """Use the new width."""
        self.call_after_refresh(self._show)

    def action_again(self) -> None:
        """Split anew."""
        self._seed += 1
        self._show()

    def action_minutes(self, steps: int) -> None:
        """More or less time."""
        self._minutes = max(STEP, self._minutes + steps * STEP)
        self._show()

    def action_pause(self) -> None:
        """Pause the countdown, or let it go on."""
        activity = self._house.state.get(Activity, self._activity.id)
        if activity.countdown:
            self._house.do(clock.resume if clock.paused(activity.countdown) else clock.pause, activity=activity.id)
            self.dismiss()

    def action_stop(self) -> None:
        """Take the countdown away."""
        if self._clock:
            self._house.do(clock.stop, activity=self._activity.id)
            self.dismiss()

    def action_make(self) -> None:
        """Make the groups and start their time."""
        groups = self._groups()
        if self._house.do(set_subgroups, activity=self._activity.id, subgroups=groups):
            self._house.do(clock.start, activity=self._activity.id, seconds=60 * self._minutes, what="groups")
            self.dismiss()
