"""The hour at which everybody is back: how many minutes were typed, and the clock that runs."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import ClassVar

from data.i18n import N_, _
from data.model import Activity, Countdown
from data.verbs import clock as verbs
from screens.shell.activity_part import ActivityPart
from screens.shell.numbers import begins_anew
from screens.shell.screen import KringScreen
from screens.shell.standing import why_over
from widgets.command import Command

LONGEST = 240
"""Minutes; a longer break is another session."""

USUAL = 15


def back_at(pause: Activity, now: datetime, minutes: int = 0) -> datetime:
    """When everybody is back from a break; before it begins, when it would be so, with so many minutes if given."""
    running = pause.countdown
    left = verbs.left(running, now) if running else 60 * (minutes or pause.minutes or USUAL)
    return now + timedelta(seconds=left)


class Hour(ActivityPart):
    """What a break does with its clock."""

    def __init__(self, screen: KringScreen) -> None:
        super().__init__(screen)
        self._typed = ""

    @property
    def typing(self) -> bool:
        """Whether the minutes were typed here, and wait for Enter."""
        return bool(self._typed)

    @property
    def running(self) -> Countdown | None:
        """The clock; None before the break begins."""
        return self._activity.countdown

    @property
    def minutes(self) -> int:
        """How many it will take: those that were typed, or those of the programme."""
        return int(self._typed) if self._typed else self._activity.minutes or USUAL

    @property
    def back_at(self) -> datetime:
        """When everybody is back; before the break begins, when it would be so."""
        return back_at(self._activity, self.house.now(), self.minutes)

    @property
    def ended(self) -> datetime | None:
        """When a break that was held was over; None where that is not known."""
        ended = self._activity.ended
        return datetime.fromisoformat(ended) if ended else None

    def type(self, digit: str) -> None:
        """One digit more; what would be too long begins anew."""
        longer = (self._typed + digit).lstrip("0")
        fits = not longer or int(longer) <= LONGEST
        self._typed = longer if fits else digit.lstrip("0")
        self.screen.show_all()
        if not fits:
            self.house.warn(begins_anew(int(longer), LONGEST, self.minutes))

    def not_begun(self) -> str | None:
        """Why there is nothing to hold or to end."""
        return _("The break has not started: Enter starts it.") if self.running is None else None

    def begun(self) -> str | None:
        """Why it cannot begin."""
        if self.running is None:
            return why_over(self.house)
        return _("The break is going on: + and - change it, Delete removes the clock.")

    def over(self) -> str | None:
        """Why there is nothing to plan any more."""
        return why_over(self.house) if self.running is None else None

    def no_digit(self) -> str | None:
        """Why there is nothing to rub out."""
        return None if self._typed else _("No digit was typed.")

    def start(self) -> None:
        """Begin, with the minutes typed or those of the programme."""
        if self.house.do(verbs.start, activity=self._place, seconds=60 * self.minutes, what="break"):
            self._typed = ""
            self.screen.show_all()

    def more(self, by: int) -> None:
        """A minute later, or sooner; before the break began, of the minutes it will take."""
        if self.running is None:
            self._typed = str(max(1, min(LONGEST, self.minutes + by)))
            self.screen.show_all()
        else:
            self.house.do(verbs.add, activity=self._place, seconds=60 * by)

    def hold(self) -> None:
        """Let the clock stand still, or go on."""
        running = self.running
        if running:
            self.house.do(verbs.resume if verbs.paused(running) else verbs.pause, activity=self._place)

    def stop(self) -> None:
        """The break is over, or did not begin after all."""
        self.house.do(verbs.stop, activity=self._place)

    def rub_out(self) -> None:
        """Take back the last digit."""
        self._typed = self._typed[:-1]
        self.screen.show_all()

    # -- its keys

    KEYS: ClassVar[tuple[Command[Hour], ...]] = (
        Command(start, N_("Start"), N_("Start the break, with this many minutes"), ("enter",), 10, cannot=begun),
        Command(
            lambda hour: hour.more(1),
            N_("1 minute more"),
            N_("Come back a minute later"),
            ("plus", "equals_sign", "up"),
            12,
            cannot=over,
        ),
        Command(
            lambda hour: hour.more(-1),
            N_("1 minute less"),
            N_("Come back a minute sooner"),
            ("minus", "down"),
            14,
            cannot=over,
        ),
        Command(hold, N_("Pause clock"), N_("Pause the clock, or let it run again"), ("space",), cannot=not_begun),
        Command(stop, N_("Break over"), N_("Remove the clock"), ("delete",), 16, cannot=not_begun),
        Command(rub_out, N_("Erase"), N_("Take back the last digit"), ("backspace",), cannot=no_digit),
    )
