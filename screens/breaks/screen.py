"""Break: the time everybody is back, large; the clock proposes and never calls by itself more than once."""

from __future__ import annotations

from datetime import datetime

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.events import Key
from textual.widgets import Static

from data.i18n import N_, _, clock, plural
from data.model import Countdown
from data.verbs.clock import left, paused
from screens.breaks.hour import Hour
from screens.shell.across import WIDEST
from screens.shell.screen import KringScreen
from widgets import countdown
from widgets.command import keyed
from widgets.digits import countdown as digits
from widgets.keys import digit


class BreakScreen(KringScreen):
    """Digits say how many minutes, Enter begins; then the hour stands there, for the room as well."""

    CSS_PATH = "breaks.tcss"
    ABOUT = N_("Type the minutes and press Enter: the time to be back is shown, large. + and - change it.")
    PARTS = (Hour,)
    TABLES = frozenset({"activities"})

    def __init__(self, place: str) -> None:
        super().__init__(place)
        self.hour = Hour(self)
        self.own_parts = (self.hour,)
        self.able_only = True
        self._rang = ""

    def compose_work(self) -> ComposeResult:
        """The sentence, the hour, the time left."""
        with Vertical(id="break"):
            yield Static(id="back", markup=False)
            yield Static(id="hour", markup=False)
            yield Static(id="left", markup=False)

    # -- what is shown

    def show_data(self) -> None:
        """Draw the hour and what is left."""
        running, over = self.hour.running, self.hour.over()
        hour = self.hour.ended if over else self.hour.back_at
        self.put("back", self._sentence())
        self.query_one("#hour").display = hour is not None
        self.put("hour", self._large(hour, "$muted" if running is None else "$accent") if hour else Content())
        then = Content("\n\n") + keyed(_("F2 back to the programme"), "F2") if over else Content()
        self.put("left", Content.styled(over, "$muted") + then if over else self._left(running))

    def tick(self) -> None:
        """The hour moves on while the break did not begin; a bell rings once when it is over."""
        self.show_data()
        running = self.hour.running
        if running and running.ends and running.ends != self._rang and -2 < left(running, self.house.now()) <= 0:
            self._rang = running.ends
            if self.house.settings.bell:
                self.app.bell()

    def _sentence(self) -> Content:
        running = self.hour.running
        if self.hour.over():
            known = self.hour.ended is not None
            return Content.styled(_("This break lasted until") if known else _("This break is over"), "bold")
        if running is None:
            text = _("Break: back at")
            return Content.styled(text, "$muted")
        if left(running, self.house.now()) <= 0:
            return Content.styled(_("We continue"), "bold $accent")
        return Content.styled(_("Back at"), "bold")

    def _large(self, hour: datetime, style: str) -> Content:
        width, height = max(20, self.size.width - 8), max(5, self.size.height - 14)
        return digits(clock(hour), min(width, WIDEST), style, rows=height)

    def _left(self, running: Countdown | None) -> Content:
        if running is None:
            typed = Content.assemble((f"{self.hour.minutes}", "bold"), ("▏" if self.hour.typing else "", "$accent"))
            return Content.assemble(
                typed,
                " ",
                (plural("minute", "minutes", self.hour.minutes), ""),
                ("   " + _("Enter starts · or type a number of minutes"), "$muted"),
            )
        seconds = round(left(running, self.house.now()))
        time = countdown.Time(seconds, running.total, paused(running))
        facts = _("clock paused") if time.paused else _("over time") if seconds <= 0 else _("to go")
        return Content.assemble((f"{time}", f"bold {time.style}"), (f"  {facts}", "$muted"))

    # -- keys

    def on_key(self, event: Key) -> None:
        """Digits say how many minutes, on a keyboard with or without Shift."""
        typed = digit(event)
        if typed and self.hour.running is None and not self.hour.over():
            event.stop()
            self.hour.type(typed)
