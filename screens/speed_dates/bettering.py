"""While people talk: a better plan for the rounds that nobody was told yet, offered and never taken by itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.content import Content
from textual.screen import Screen

from data.i18n import N_, _
from data.methods.rounds import Plan
from data.model import DateSettings, Round, State
from data.verbs import speed_dates as verbs
from screens.shell.part import Part
from screens.speed_dates.dating import Dating
from screens.speed_dates.improver import Improver
from screens.speed_dates.planning import Wish, to_improve
from screens.speed_dates.stage import Phase, Stage, strangers, unpinned
from screens.speed_dates.words import gains
from widgets.command import Bound, Command

Plans = tuple[DateSettings, tuple[Round, ...], tuple[Round, ...], int]
"""What a search goes from: how the dates are held, the rounds that started, those to come, how many were announced."""


class Bettering(Part):
    """Watches the plan that stands and offers a better one; ``show`` draws the screen."""

    def __init__(self, screen: Screen[None], dating: Dating, show: Callable[[], None]) -> None:
        super().__init__(screen)
        self.dating = dating
        self._show = show
        self._seen: State | None = None
        self._plans: Plans | None = None
        self._improver: Improver | None = None
        self._offered: Plan | None = None
        self._told: set[str] | None = None

    def commands(self, *, typing: bool) -> list[Bound]:
        """There is a key while there is an offer."""
        return super().commands(typing=typing) if self._offered else []

    def watch(self, at: Stage) -> None:
        """Look for a better plan as long as a round runs and its plan stands; anew when that was changed."""
        self._remember(at)
        plans = self._from(at)
        if at.phase is not Phase.TALK or self.dating.sets_up(at):
            self.end()
        elif self.dating.state is not self._seen or plans != self._plans:
            self._seen = self.dating.state
            asked = self._asked(at)
            if plans != self._plans or (asked is None) != (self._improver is None):
                self._begin(plans, asked)
        better = self._improver.better if self._improver else None
        if better is not self._offered:
            self._offered = better
            self._show()

    def _remember(self, at: Stage) -> None:
        """What the room was told: where to sit now, and the seats shown ahead while it may look along.

        What was there before this screen was opened may have been told.
        """
        seen = self.house.looking_along or self._told is None
        shown = (at.turn, at.ahead if seen else None)
        self._told = (self._told or set()) | {turn.id for turn in shown if turn}

    def _from(self, at: Stage) -> Plans:
        announced = int(bool(at.coming) and at.coming[0].id in (self._told or ()))
        return at.dates, at.started, at.coming, announced

    def _asked(self, at: Stage) -> Wish | None:
        fits = not any(strangers(self.dating.state, at)) and not unpinned(at)
        return to_improve(self.dating.state, at, self._from(at)[-1]) if fits else None

    def _begin(self, plans: Plans, asked: Wish | None) -> None:
        self.end()
        self._seen, self._plans = self.dating.state, plans
        self._improver = Improver(asked, plans[-1]) if asked else None

    def end(self) -> None:
        """No search any more, and no offer."""
        if self._improver:
            self._improver.end()
        self._seen = self._plans = self._improver = None

    @property
    def offer(self) -> Content | None:
        """What gets better, in a line; None without an offer."""
        stands = self._improver.stands if self._improver else None
        if self._offered is None or stands is None:
            return None
        return Content.assemble(
            (_("A better plan was found"), "bold"),
            ("   Enter ", "bold $key"),
            _("takes it"),
            (f": {gains(stands, self._offered)}", "$muted"),
        )

    def take(self) -> None:
        """Seat the rounds that nobody was told yet as in the better plan."""
        at, improver, plan = self.dating.stage, self._improver, self._offered
        if improver is None or plan is None:
            return
        self._remember(at)
        before = at.coming[improver.announced :]
        tables = improver.asked.tables(plan)[improver.announced :]
        out = improver.asked.sits_out(plan)[improver.announced :]
        if self._plans == self._from(at) and self.house.do(
            verbs.seat_better, before=before, tables=tables, sits_out=out
        ):
            self._plans = self._from(self.dating.stage)
            improver.taken(plan)
            self.house.tell(_("The better plan is in place; announced rounds are unchanged."))
        self._offered = None
        self._show()

    KEYS: ClassVar[tuple[Command[Bettering], ...]] = (
        Command(take, N_("Better plan"), N_("Use the better plan for rounds not announced yet"), ("enter",), 11),
    )
