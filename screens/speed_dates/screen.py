"""Speed dates: set up in one glance, a clock, who sits where, and the coming rounds anew when somebody walks in."""

from __future__ import annotations

from dataclasses import replace as changed
from typing import ClassVar

from msgspec.structs import replace
from textual import on

from data.i18n import N_, _
from data.model import DateSettings, say
from data.verbs import clock
from data.verbs import speed_dates as verbs
from screens.speed_dates.bell import Bell, Mark
from screens.speed_dates.by_hand import Hands
from screens.speed_dates.planning import Wish, prompts_in_turn, proposed, rounds_to_plan, wish
from screens.speed_dates.setup import filled, stepped
from screens.speed_dates.stage import Phase, Stage
from screens.speed_dates.view import DatesView
from screens.speed_dates.words import bank
from widgets.choices import Choices
from widgets.command import Bound, Command
from widgets.name_grid import NameGrid

BLINKS, BLINK = 6, 0.25
"""How often the screen turns bright and back when a talk is over, and for how many seconds."""


class SpeedDatesScreen(DatesView):
    """The keys of the speed dates."""

    ABOUT = N_(
        "Speed dates. Set them up, then Space shows who sits where, starts a round, and lets the clock pause and go on."
        " When somebody arrives or leaves, Enter plans the coming rounds anew; what was held stays."
    )

    def __init__(self, place: str) -> None:
        super().__init__(place)
        self._bell = Bell()
        self._drawn: Phase | None = None
        self._blinks = 0

    def on_mount(self) -> None:
        """Hear the clock, also while another screen is shown."""
        super().on_mount()
        self.set_interval(0.2, self._hear_clock)

    # -- the clock

    def _hear_clock(self) -> None:
        if self._gone:
            return
        at = self.stage
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
            self.show_time(at)

    def _blink(self) -> None:
        """Bright and back a few times; no key is taken."""
        self._blinks -= 1
        self.set_class(self._blinks % 2 == 1, "-bright")
        if self._blinks > 0:
            self.set_timer(BLINK, self._blink)

    # -- which commands there are

    def own_commands(self) -> list[Bound]:
        """Space is called what it does now; in the footer stands what makes sense now."""
        if self._gone:
            return super().own_commands()
        here = SpeedDatesScreen
        at = self.stage
        setting_up = self.sets_up(at)
        over = at.phase is Phase.OVER
        aside: set[object] = (
            {here.action_more, here.action_next} if setting_up or (over and at.running is None) else set()
        )
        if setting_up or self.anew(at) is None:
            aside.add(here.action_accept)
        if at.phase is Phase.SET_UP:
            aside.add(here.action_set_up)
        labels: dict[object, str] = {here.action_go: self._go_label(at)}
        ranks = dict.fromkeys(aside, 0)
        if over and not setting_up:
            labels[here.action_again], ranks[here.action_again] = N_("One round more"), 15
        return [
            Bound(changed(command, label=labels.get(run, command.label), rank=ranks.get(run, command.rank)), self)
            for command in self.KEYS
            for run in (command.run,)
        ]

    def _go_label(self, at: Stage) -> str:
        if self.sets_up(at):
            return N_("Seats")
        if at.phase is Phase.CHANGE:
            return N_("Start")
        if at.phase is Phase.TALK:
            return N_("Go on") if at.time and at.time.paused else N_("Pause")
        return N_("Finish") if at.running else N_("Programme")

    def no_seats(self) -> str | None:
        """Why there is nobody to seat."""
        if self.sets_up(self.stage) and len(self.daters) < 2:
            return _("It takes two people at least: F7 says who is here.")
        return None

    def fits(self) -> str | None:
        """Why there is nothing to plan anew."""
        at = self.stage
        return _("The plan fits who is here.") if not self.sets_up(at) and self.anew(at) is None else None

    def no_clock(self) -> str | None:
        """Why no minute can be added or taken off."""
        at = self.stage
        return _("No clock is running.") if self.sets_up(at) or at.activity.countdown is None else None

    def no_next(self) -> str | None:
        """Why no round can be ended or started."""
        at = self.stage
        if self.sets_up(at):
            return _("No round is planned: Space does that.")
        return _("The speed dates are over.") if at.phase is Phase.OVER and at.running is None else None

    def no_round(self) -> str | None:
        """Why there is no round to change."""
        return _("No round is planned: Space does that.") if self.stage.turn is None else None

    def not_running(self) -> str | None:
        """Why no round started too soon."""
        return _("No round is going on.") if self.stage.running is None else None

    def first_rounds(self) -> str | None:
        """Why there is no set-up to go to."""
        return _("These are the first rounds: set them up here.") if self.stage.phase is Phase.SET_UP else None

    # -- the rounds

    async def action_go(self) -> None:
        """The one key that goes on: seats, start, pause, go on, finish."""
        at = self.stage
        if self.sets_up(at):
            await self._plan(at, self.wish(at, at.dates))
        elif at.phase is Phase.CHANGE:
            self.house.do(verbs.start_round, activity=self.place)
        elif at.phase is Phase.TALK:
            self.house.do(clock.resume if at.time and at.time.paused else clock.pause, activity=self.place)
        elif at.running:
            self.house.do(verbs.end_round, activity=self.place)
        else:
            self.house.go("programme")

    async def action_accept(self) -> None:
        """Plan the coming rounds for who is here now."""
        at = self.stage
        await self._plan(at, self.anew(at))

    async def action_again(self) -> None:
        """Other seats as good as these; after the last round, one round more."""
        at = self.stage
        over = at.phase is Phase.OVER
        dates = replace(at.dates, seed=at.dates.seed + 1, rounds=at.of + 1 if over else at.dates.rounds)
        if self.house.do(verbs.set_up, activity=self.place, dates=dates) and not self.sets_up(at):
            await self._plan(at, wish(self.house.state, at, dates, 1 if over else len(at.coming)))

    async def _plan(self, at: Stage, asked: Wish | None) -> None:
        made = await self.planned(asked) if asked else None
        if asked is None or made is None:
            self.house.warn(say("These wishes contradict each other: let somebody walk again, or change the size."))
            return
        last = len(at.started) + len(made.rounds)
        prompts = prompts_in_turn(bank(self.house.state), at.coming, last)
        tables, out = asked.tables(made), asked.sits_out(made)
        if self.house.do(verbs.plan_rounds, activity=self.place, tables=tables, sits_out=out, prompts=prompts):
            self.setting_up = False
            self.show_all()

    def action_more(self) -> None:
        """A minute more."""
        self.house.do(clock.add, activity=self.place, seconds=60)

    def action_less(self) -> None:
        """A minute less."""
        self.house.do(clock.add, activity=self.place, seconds=-60)

    def action_next(self) -> None:
        """End the talk; while people change places, start the next one."""
        verb = verbs.start_round if self.stage.phase is Phase.CHANGE else verbs.end_round
        self.house.do(verb, activity=self.place)

    def action_too_soon(self) -> None:
        """Put the round that runs back among those to come."""
        self.house.do(verbs.take_back_round, activity=self.place)

    def action_end(self) -> None:
        """Drop the rounds that are still to come."""
        self.house.do(verbs.end_rounds, activity=self.place)

    # -- the set-up

    def action_set_up(self) -> None:
        """Show the set-up for the coming rounds, or the rounds again."""
        self.setting_up = not self.setting_up
        self.show_all()

    def action_leave(self) -> None:
        """Back to the rounds, with the plan as it was."""
        self.setting_up = False
        self.square = ""
        self.show_all()

    @on(Choices.Stepped)
    def _stepped(self, event: Choices.Stepped) -> None:
        at = self.stage
        now = len(at.started) + rounds_to_plan(at, at.dates, len(self.daters))
        self._set(stepped(at.dates, event.key, event.by, now))

    @on(Choices.Filled)
    def _filled(self, event: Choices.Filled) -> None:
        self._set(filled(self.stage.dates, event.key, event.number))

    @on(Choices.Pressed)
    def _pressed_row(self, event: Choices.Pressed) -> None:
        at = self.stage
        ways = proposed(at, at.dates, len(self.daters))
        if event.key == "prompt":
            Hands(self.house).own_prompt()
        elif event.key == "rounds":
            self._set(replace(at.dates, rounds=None))
        elif event.key.startswith("way"):
            self._set(ways[int(event.key[3:])][1])

    def _set(self, dates: DateSettings) -> None:
        self.house.do(verbs.set_up, activity=self.place, dates=dates)

    @on(NameGrid.Toggled)
    def _toggled(self, event: NameGrid.Toggled) -> None:
        self.house.do(verbs.join, activity=self.place, participant=event.id, joins=event.on)

    # -- by hand

    def action_swap(self) -> None:
        """Two people change places."""
        if turn := self.stage.turn:
            Hands(self.house).swap(turn)

    def action_pin(self) -> None:
        """Somebody stays at one table."""
        Hands(self.house).pin(self.stage, self.daters)

    def action_prompt(self) -> None:
        """Another prompt."""
        if turn := self.stage.turn:
            Hands(self.house).prompt(turn)

    def action_square(self) -> None:
        """This session, all sessions; on a narrow screen the square takes the place of the work, and gives it back."""
        order = ["", "session", "all"] if self.has_class("-narrow") else ["session", "all"]
        here = self.square or order[0]
        self.square = order[(order.index(here) + 1) % len(order)]
        self.show_all()

    def action_bell(self) -> None:
        """A bell or none."""
        self.house.keep_settings(bell=not self.house.settings.bell)
        self.house.tell(_("The bell is on.") if self.house.settings.bell else _("The bell is off."))

    # -- its keys

    KEYS: ClassVar[tuple[Command[SpeedDatesScreen], ...]] = (
        Command(
            action_go, N_("Seats"), N_("Show the seats, start the round, pause, go on"), ("space",), 10, cannot=no_seats
        ),
        Command(
            action_accept,
            N_("Plan anew"),
            N_("Plan the coming rounds for who is here now"),
            ("enter",),
            11,
            cannot=fits,
        ),
        Command(action_more, N_("1 minute"), N_("A minute more"), ("plus", "equals_sign"), 12, cannot=no_clock),
        Command(action_less, N_("A minute less"), N_("Take a minute off the clock"), ("minus",), cannot=no_clock),
        Command(
            action_next, N_("Next"), N_("End this round now; once more starts the next"), ("n",), 14, cannot=no_next
        ),
        Command(
            action_set_up,
            N_("Set-up"),
            N_("Size, times and who takes part, from now on"),
            ("f6",),
            70,
            cannot=first_rounds,
        ),
        Command(action_swap, N_("Swap"), N_("Two people change places in this round"), ("w",), cannot=no_round),
        Command(action_pin, N_("Stays"), N_("Somebody stays at one table, or walks again"), ("p",), cannot=no_seats),
        Command(action_prompt, N_("Prompt"), N_("Another prompt for this round"), ("t",), cannot=no_round),
        Command(action_square, N_("Who met whom"), N_("In this session, or in all sessions"), ("m",)),
        Command(action_bell, N_("Bell"), N_("A bell at the end of a round, or none"), ("b",)),
        Command(action_again, N_("Another plan"), N_("Other seats, as good; after the last: one round more"), ("r",)),
        Command(
            action_too_soon, N_("Too soon"), N_("This round did not start yet"), ("backspace",), cannot=not_running
        ),
        Command(action_end, N_("Stop here"), N_("The rounds still to come are dropped"), ("e",)),
        Command(action_leave, N_("Back"), N_("Back to the rounds, with the plan as it was"), ("escape",)),
    )
