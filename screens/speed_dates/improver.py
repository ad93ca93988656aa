"""A thread that looks for a better plan while people talk, and rests far longer than it works.

It rests rather than ask for a lower priority: a thread that others overtake while it holds the interpreter's lock would
make them wait for it.
"""

from __future__ import annotations

from collections.abc import Callable
from threading import Event, Thread
from time import thread_time

from data.methods.rounds import Plan, improved
from screens.speed_dates.planning import Wish

SHARE = 0.25
"""Of one core: how much of the time it works."""

AFTER = 1.0
"""Seconds before it begins: a round that starts is drawn first."""


class Breather:
    """Rests after every bit of work, for so long that the work is a ``share`` of the time.

    Args:
        share: of one core, more than 0 and at most 1.
        wait: waits so many seconds; true, and sooner, when it is over.
        spent: the seconds of processor time that this thread took so far.
    """

    def __init__(self, share: float, wait: Callable[[float], bool], spent: Callable[[], float] = thread_time) -> None:
        self._resting = 1 / share - 1
        self._wait = wait
        self._spent = spent
        self._since = spent()

    def __call__(self) -> bool:
        """Rest; whether it is over."""
        over = self._wait((self._spent() - self._since) * self._resting)
        self._since = self._spent()
        return over


class Improver:
    """Looks for better plans than the one that stands, in rounds that were not announced; it only ever says so."""

    def __init__(self, asked: Wish, announced: int) -> None:
        self.asked = asked
        self.announced = announced
        self.stands: Plan | None = None
        """The plan that stands, once it was looked at."""
        self.found: Plan | None = None
        """The best that was found."""
        self._over = Event()
        Thread(target=self._look, name="better plan", daemon=True).start()

    @property
    def better(self) -> Plan | None:
        """A better plan than the one that stands, as far as one was found."""
        return self.found if self.found is not self.stands else None

    def taken(self, plan: Plan) -> None:
        """This plan stands now; the search goes on from where it is."""
        self.stands = plan

    def end(self) -> None:
        """Stop within a few milliseconds of work."""
        self._over.set()

    def _look(self) -> None:
        if self._over.wait(AFTER):
            return
        rest = Breather(SHARE, self._over.wait)
        self.found = self.stands = self.asked.planned()
        if self.stands is None:
            return
        for plan in improved(self.asked.request, self.stands, announced=self.announced, stop=rest):
            self.found = plan
            if rest():
                return
