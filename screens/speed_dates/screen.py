"""Speed dates: set up in one glance, a clock, who sits where, and the coming rounds anew when somebody walks in."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Static

from data.i18n import N_
from screens.shell.screen import KringScreen, draw_room
from screens.speed_dates.bell import Bell, Mark
from screens.speed_dates.bettering import Bettering
from screens.speed_dates.changing import Changing
from screens.speed_dates.dating import Dating
from screens.speed_dates.going import Going
from screens.speed_dates.panel import Panel
from screens.speed_dates.planner import Planner
from screens.speed_dates.round import Run
from screens.speed_dates.setting import Setting
from screens.speed_dates.setup import SetUp
from screens.speed_dates.stage import Phase
from screens.speed_dates.view import DatesView
from widgets.choices import Choices
from widgets.name_grid import NameGrid

BLINKS, BLINK = 6, 0.25
"""How often the screen turns bright and back when a talk is over, and for how many seconds."""


class SpeedDatesScreen(KringScreen):
    """The places of the speed dates on the screen, and the clock that is heard."""

    AUTO_FOCUS = ""
    """It keeps the focus itself: behind a dialog the hidden set-up would have it, and take the Enter of a round."""
    CSS_PATH = "speed_dates.tcss"
    PARTS = (Bettering, Going, Setting, Changing)
    TABLES = frozenset({"activities", "rounds", "attendance", "participants", "sessions", "network"})
    ABOUT = N_(
        "Speed dates. Set them up, then Space shows who sits where, starts a round, and pauses or resumes the clock. "
        "When somebody arrives or leaves, Enter replans the coming rounds; rounds already held stay."
    )

    def __init__(self, place: str) -> None:
        super().__init__(place)
        self.dating = Dating(self, place)
        self.planner = Planner(self, self.show_all)
        self.going = Going(self, self.dating, self.planner, self.show_all)
        self.setting = Setting(self, self.dating, self.show_all)
        self.bettering = Bettering(self, self.dating, self.show_all)
        self.own_parts = (self.bettering, self.going, self.setting, Changing(self, self.dating, self.show_all))
        self._view = DatesView(self, self.dating, self.planner, self.bettering)
        self._bell = Bell()
        self._drawn: Phase | None = None
        self._blinks = 0

    def compose_work(self) -> ComposeResult:
        """The set-up and the rounds share a place; the plan stands beside it."""
        with Horizontal(id="dates"):
            yield SetUp(id="set-up")
            yield Run(id="run")
            yield Panel(id="panel")
        yield Static(id="proposal", markup=False)

    def show_data(self) -> None:
        """Draw the set-up or the round, and the plan."""
        self._view.show()

    # -- the clock

    def on_mount(self) -> None:
        """Hear the clock, also while another screen is shown."""
        super().on_mount()
        if not self.is_gone:
            self.bettering.watch(self.dating.stage)
        self.set_interval(0.2, self._hear_clock)

    def on_unmount(self) -> None:
        """What goes on beside it ends."""
        self.bettering.end()

    def _hear_clock(self) -> None:
        if self.is_gone:
            self.bettering.end()
            return
        at = self.dating.stage
        self.bettering.watch(at)
        mark = self._bell.hear(at)
        if mark >= Mark.OVER and self.house.settings.bell:
            self.app.bell()
        if mark is Mark.OVER:
            self._blinks = BLINKS
            self._blink()
        elif mark in {Mark.SOON, Mark.NEARLY}:
            self.add_class("-soon")
            self.set_timer(1, lambda: self.remove_class("-soon"))
        if at.phase is not self._drawn or mark:
            self._drawn = at.phase
            self.show_all()
        elif self.is_current:
            self._view.show_time(at)
            draw_room(self)

    def _blink(self) -> None:
        """Bright and back a few times; no key is taken."""
        self._blinks -= 1
        self.set_class(self._blinks % 2 == 1, "-bright")
        if self._blinks > 0:
            self.set_timer(BLINK, self._blink)

    # -- the set-up

    @on(Choices.Stepped)
    def _stepped(self, event: Choices.Stepped) -> None:
        self.setting.step(event)

    @on(Choices.Filled)
    def _filled(self, event: Choices.Filled) -> None:
        self.setting.fill(event)

    @on(Choices.Pressed)
    def _pressed_row(self, event: Choices.Pressed) -> None:
        self.setting.press(event)

    @on(NameGrid.Toggled)
    def _toggled(self, event: NameGrid.Toggled) -> None:
        self.setting.toggle(event)
