"""Going through the rounds: seats, start, pause, a minute more, the next one; and the coming ones planned anew."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from msgspec.structs import replace
from textual.screen import Screen

from data.i18n import N_, _
from data.model import say
from data.verbs import clock
from data.verbs import speed_dates as verbs
from screens.shell.part import Part
from screens.shell.standing import why_over
from screens.speed_dates.dating import Dating
from screens.speed_dates.planner import Planner
from screens.speed_dates.planning import Wish, prompts_in_turn, wish
from screens.speed_dates.stage import Phase, Stage
from screens.speed_dates.words import bank
from widgets.command import Bound, Command


class Going(Part):
    """What Space and its neighbours do; ``show`` draws the screen."""

    def __init__(self, screen: Screen[None], dating: Dating, planner: Planner, show: Callable[[], None]) -> None:
        super().__init__(screen)
        self.dating = dating
        self._planner = planner
        self._show = show

    # -- which commands there are

    def commands(self, *, typing: bool) -> list[Bound]:
        """Space is called what it does now; in the footer stands what makes sense now."""
        at, here = self.dating.stage, Going
        setting_up, over = self.dating.sets_up(at), at.phase is Phase.OVER
        labels: dict[object, str] = {here.go: self._go_label(at)}
        ranks: dict[object, int] = {}
        if setting_up or self.dating.anew(at) is None:
            ranks[here.accept] = 0
        if setting_up or (over and at.running is None):
            ranks |= {here.more: 0, here.next_round: 0}
        if over and at.running is None:
            ranks[here.go] = 0  # it goes to the programme, as F2 does
        if over and not setting_up:
            labels[here.again], ranks[here.again] = N_("One more round"), 15
        return [
            Bound(replace(command, label=labels.get(run, command.label), rank=ranks.get(run, command.rank)), self)
            for command in (bound.command for bound in super().commands(typing=typing))
            for run in (command.run,)
        ]

    def _go_label(self, at: Stage) -> str:
        if self.dating.sets_up(at):
            return N_("Show the seats")
        if at.phase is Phase.CHANGE:
            return N_("Start")
        if at.phase is Phase.TALK:
            return N_("Continue") if at.time and at.time.paused else N_("Pause")
        return N_("Finish") if at.running else N_("Programme")

    def closed(self) -> str | None:
        """Why there is no round more."""
        return why_over(self.house)

    def no_seats(self) -> str | None:
        """Why there is nobody to seat."""
        if self.dating.sets_up(self.dating.stage) and len(self.dating.daters) < 2:
            return _("It takes at least two people: F7 notes who is here.")
        return None

    def fits(self) -> str | None:
        """Why there is nothing to plan anew."""
        at = self.dating.stage
        return _("The plan fits who is here.") if not self.dating.sets_up(at) and self.dating.anew(at) is None else None

    def no_clock(self) -> str | None:
        """Why no minute can be added or taken off."""
        at = self.dating.stage
        return _("No clock is running.") if self.dating.sets_up(at) or at.activity.countdown is None else None

    def no_next(self) -> str | None:
        """Why no round can be ended or started."""
        at = self.dating.stage
        if self.dating.sets_up(at):
            return _("No round is planned: Space plans them.")
        return _("The speed dates are over.") if at.phase is Phase.OVER and at.running is None else None

    def not_running(self) -> str | None:
        """Why no round started too soon."""
        return _("No round is going on.") if self.dating.stage.running is None else None

    async def go(self) -> None:
        """The one key that goes on: seats, start, pause, go on, finish."""
        at = self.dating.stage
        if self.dating.sets_up(at):
            await self._plan(at, self.dating.wish(at, at.dates))
        elif at.phase is Phase.CHANGE:
            self.house.do(verbs.start_round, activity=self.dating.place)
        elif at.phase is Phase.TALK:
            self.house.do(clock.resume if at.time and at.time.paused else clock.pause, activity=self.dating.place)
        elif at.running:
            self.house.do(verbs.end_round, activity=self.dating.place)
        else:
            self.house.go("programme")

    async def accept(self) -> None:
        """Plan the coming rounds for who is here now."""
        at = self.dating.stage
        await self._plan(at, self.dating.anew(at))

    async def again(self) -> None:
        """Other seats as good as these; after the last round, one round more."""
        at = self.dating.stage
        over = at.phase is Phase.OVER
        dates = replace(at.dates, seed=at.dates.seed + 1, rounds=at.of + 1 if over else at.dates.rounds)
        if self.house.do(verbs.set_up, activity=self.dating.place, dates=dates) and not self.dating.sets_up(at):
            await self._plan(at, wish(self.dating.state, at, dates, 1 if over else len(at.coming)))

    async def _plan(self, at: Stage, asked: Wish | None) -> None:
        made = await self._planner.planned(asked) if asked else None
        if asked is None or made is None:
            self.house.warn(say("These settings contradict each other: let somebody move again, or change the size."))
            return
        last = len(at.started) + len(made.rounds)
        prompts = prompts_in_turn(bank(self.dating.state), at.coming, last)
        tables, out = asked.tables(made), asked.sits_out(made)
        if self.house.do(verbs.plan_rounds, activity=self.dating.place, tables=tables, sits_out=out, prompts=prompts):
            self.dating.setting_up = False
            self._show()

    def more(self) -> None:
        """A minute more."""
        self.house.do(clock.add, activity=self.dating.place, seconds=60)

    def less(self) -> None:
        """A minute less."""
        self.house.do(clock.add, activity=self.dating.place, seconds=-60)

    def next_round(self) -> None:
        """End the talk; while people change places, start the next one."""
        verb = verbs.start_round if self.dating.stage.phase is Phase.CHANGE else verbs.end_round
        self.house.do(verb, activity=self.dating.place)

    def too_soon(self) -> None:
        """Put the round that runs back among those to come."""
        self.house.do(verbs.take_back_round, activity=self.dating.place)

    def end(self) -> None:
        """Drop the rounds that are still to come."""
        self.house.do(verbs.end_rounds, activity=self.dating.place)

    # -- its keys

    KEYS: ClassVar[tuple[Command[Going], ...]] = (
        Command(
            go,
            N_("Show the seats"),
            N_("Show the seats, start the round, pause, resume"),
            ("space",),
            10,
            cannot=no_seats,
        ),
        Command(
            accept, N_("Replan"), N_("Replan the coming rounds for whoever is here now"), ("enter",), 11, cannot=fits
        ),
        Command(more, N_("1 minute"), N_("A minute more"), ("plus", "equals_sign"), 12, cannot=no_clock),
        Command(less, N_("A minute less"), N_("Take a minute off the clock"), ("minus",), cannot=no_clock),
        Command(next_round, N_("Next"), N_("End this round now; again starts the next"), ("n",), 14, cannot=no_next),
        Command(
            again,
            N_("Another plan"),
            N_("Other seats, just as good; after the last round: one more"),
            ("r",),
            cannot=closed,
        ),
        Command(too_soon, N_("Too soon"), N_("This round has not started yet"), ("backspace",), cannot=not_running),
        Command(end, N_("Stop here"), N_("The rounds still to come are dropped"), ("e",)),
    )
