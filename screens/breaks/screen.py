"""Break: the time everybody is back, large; the clock proposes and never calls by itself more than once."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.events import Key
from textual.widgets import Static

from data.i18n import N_, _, clock, plural
from data.model import Countdown
from data.verbs.clock import add, left, pause, paused, resume, start, stop
from screens.shell.screen import KringScreen
from widgets import countdown
from widgets.command import Command
from widgets.digits import countdown as digits
from widgets.keys import digit

LONGEST = 240
"""Minutes; a longer break is another session."""

USUAL = 15


class BreakScreen(KringScreen):
    """Digits say how many minutes, Enter begins; then the hour stands there, for the room as well."""

    CSS_PATH = "breaks.tcss"
    ABOUT = N_(
        "Type the minutes and press Enter: the time at which everybody is back is shown, large. + and - change it."
    )
    TABLES = frozenset({"activities"})

    def __init__(self, place: str) -> None:
        super().__init__(place)
        self._typed = ""
        self._rang = ""

    def compose_work(self) -> ComposeResult:
        """The sentence, the hour, the time left."""
        yield from self._hour("")

    def compose_room(self) -> ComposeResult:
        """The same, with nothing else."""
        yield from self._hour("room-")

    def _hour(self, prefix: str) -> ComposeResult:
        with Vertical(classes="break"):
            yield Static(id=f"{prefix}back", classes="back", markup=False)
            yield Static(id=f"{prefix}hour", classes="hour", markup=False)
            yield Static(id=f"{prefix}left", classes="left", markup=False)

    def room_question(self) -> str:
        """When everybody is back."""
        return _("Everybody is back at {time}").format(time=clock(self._back_at()))

    # -- what is shown

    @property
    def _clock(self) -> Countdown | None:
        return self.activity.countdown

    @property
    def _minutes(self) -> int:
        return int(self._typed) if self._typed else self.activity.minutes or USUAL

    def _back_at(self) -> datetime:
        now = self.house.now()
        running = self._clock
        return now + timedelta(seconds=left(running, now) if running else 60 * self._minutes)

    def show_data(self) -> None:
        """Draw the hour and what is left."""
        running = self._clock
        for prefix in ("", "room-"):
            self.query_one(f"#{prefix}back", Static).update(self._sentence())
            self.query_one(f"#{prefix}hour", Static).update(self._large(running is None))
            self.query_one(f"#{prefix}left", Static).update(self._left(running, room=bool(prefix)))

    def tick(self) -> None:
        """The hour moves on while the break did not begin; a bell rings once when it is over."""
        self.show_data()
        running = self._clock
        if running and running.ends and running.ends != self._rang and -2 < left(running, self.house.now()) <= 0:
            self._rang = running.ends
            if self.house.settings.bell:
                self.app.bell()

    def _sentence(self) -> Content:
        running = self._clock
        if running is None:
            text = _("Break: everybody would be back at")
            return Content.styled(text, "$muted")
        if left(running, self.house.now()) <= 0:
            return Content.styled(_("We go on"), "bold $accent")
        return Content.styled(_("Everybody is back at"), "bold")

    def _large(self, planned: bool) -> Content:
        width, height = max(20, self.size.width - 8), max(5, self.size.height - 14)
        return digits(clock(self._back_at()), min(width, 110), "$muted" if planned else "$accent", rows=height)

    def _left(self, running: Countdown | None, *, room: bool) -> Content:
        if running is None:
            if room:
                return Content("")
            typed = Content.assemble((f"{self._minutes}", "bold $accent"), ("▏" if self._typed else "", "$accent"))
            return Content.assemble(
                typed,
                " ",
                (plural("minute", "minutes", self._minutes), ""),
                ("   " + _("Enter begins · digits change it"), "$muted"),
            )
        seconds = round(left(running, self.house.now()))
        time = countdown.Time(seconds, running.total, paused(running))
        facts = _("stands still") if time.paused else _("over time") if seconds <= 0 else _("still to go")
        return Content.assemble((f"{time}", f"bold {time.style}"), (f"  {facts}", "$muted"))

    # -- keys

    def on_key(self, event: Key) -> None:
        """Digits say how many minutes, on a keyboard with or without Shift."""
        typed = digit(event)
        if typed and self._clock is None:
            event.stop()
            longer = (self._typed + typed).lstrip("0")
            self._typed = longer if longer and int(longer) <= LONGEST else typed.lstrip("0")
            self.show_all()

    def not_begun(self) -> str | None:
        """Why there is nothing to hold or to end."""
        return _("The break has not begun: Enter begins it.") if self._clock is None else None

    def begun(self) -> str | None:
        """Why it cannot begin."""
        if self._clock is None:
            return None
        return _("The break is going on: + and - change it, Delete takes the clock away.")

    def no_digit(self) -> str | None:
        """Why there is nothing to rub out."""
        return None if self._typed else _("No digit was typed.")

    def action_start(self) -> None:
        """Begin, with the minutes typed or those of the programme."""
        if self.house.do(start, activity=self.place, seconds=60 * self._minutes, what="break"):
            self._typed = ""
            self.show_all()

    def action_more(self, by: int) -> None:
        """A minute later, or sooner; before the break began, of the minutes it will take."""
        if self._clock is None:
            self._typed = str(max(1, min(LONGEST, self._minutes + by)))
            self.show_all()
        else:
            self.house.do(add, activity=self.place, seconds=60 * by)

    def action_hold(self) -> None:
        """Let the clock stand still, or go on."""
        running = self._clock
        if running:
            self.house.do(resume if paused(running) else pause, activity=self.place)

    def action_stop(self) -> None:
        """The break is over, or did not begin after all."""
        self.house.do(stop, activity=self.place)

    def action_rub_out(self) -> None:
        """Take back the last digit."""
        self._typed = self._typed[:-1]
        self.show_all()

    # -- its keys

    KEYS: ClassVar[tuple[Command[BreakScreen], ...]] = (
        Command(action_start, N_("Start"), N_("Begin the break, with so many minutes"), ("enter",), 10, cannot=begun),
        Command(
            lambda screen: screen.action_more(1),
            N_("1 minute more"),
            N_("Back a minute later"),
            ("plus", "equals_sign", "up"),
            12,
        ),
        Command(
            lambda screen: screen.action_more(-1),
            N_("1 minute less"),
            N_("Back a minute sooner"),
            ("minus", "down"),
            14,
        ),
        Command(action_hold, N_("Hold"), N_("Let the clock stand still, or go on"), ("space",), cannot=not_begun),
        Command(action_stop, N_("Over"), N_("Take the clock away"), ("delete",), 16, cannot=not_begun),
        Command(action_rub_out, N_("Erase"), N_("Take back the last digit"), ("backspace",), cannot=no_digit),
    )
