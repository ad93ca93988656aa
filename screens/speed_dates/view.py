"""What the speed dates show: the set-up or the round, the plan beside it, and the room view."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from data.i18n import _, plural
from data.methods.rounds import Plan
from data.model import DateSettings, Participant
from data.names import full_names, short_names
from data.text import fold
from data.verbs import speed_dates as verbs
from data.verbs.check_in import present, unknown
from data.verbs.network import called
from screens.shell.screen import ActivityScreen
from screens.speed_dates import round as rounds
from screens.speed_dates.panel import Panel, in_the_square, met
from screens.speed_dates.planning import Plans, Wish, as_it_is, proposed, rounds_that_fit, rounds_to_plan, wish
from screens.speed_dates.setup import Facts, SetUp, choices, seats_ahead
from screens.speed_dates.stage import Phase, Stage, stage, strangers, unpinned
from screens.speed_dates.words import Line, bank, briefly, quality
from widgets.choices import Choices
from widgets.name_grid import Named
from widgets.room_dates import RoomDatesView
from widgets.who_met import legible


class DatesView(ActivityScreen):
    """Draws the speed dates; the plans it needs are made in another thread and drawn when they are there."""

    CSS_PATH = "speed_dates.tcss"
    TABLES: ClassVar[frozenset[str]] = frozenset(
        {"activities", "rounds", "attendance", "participants", "sessions", "network"}
    )

    def __init__(self, place: str) -> None:
        super().__init__(place)
        self.setting_up = False
        self.square = ""
        self._plans = Plans()
        self._wanted: list[Wish] = []
        self._planning = False

    def compose_work(self) -> ComposeResult:
        """The set-up and the rounds share a place; the plan stands beside it."""
        with Horizontal(id="dates"):
            yield SetUp(id="set-up")
            yield rounds.Run(id="run")
            yield Panel(id="panel")
        yield Static(id="proposal", markup=False)

    def compose_room(self) -> ComposeResult:
        """The time and the prompt, or the seats."""
        yield RoomDatesView()

    # -- what is true

    @property
    def stage(self) -> Stage:
        """How the dates stand now."""
        return stage(self.house.state, self.place, self.house.now())

    @property
    def daters(self) -> list[Participant]:
        """Who is present and takes part."""
        return verbs.daters(self.house.state, self.place)

    def sets_up(self, at: Stage) -> bool:
        """Whether the set-up is shown."""
        return self.setting_up or at.phase is Phase.SET_UP

    def wish(self, at: Stage, dates: DateSettings) -> Wish | None:
        """What the set-up asks of the planner."""
        return wish(self.house.state, at, dates, rounds_to_plan(at, dates, len(self.daters)))

    def anew(self, at: Stage) -> Wish | None:
        """The coming rounds for who is here now, when the plan no longer fits."""
        if not at.coming or not (any(strangers(self.house.state, at)) or unpinned(at)):
            return None
        return wish(self.house.state, at, at.dates, len(at.coming))

    # -- what is shown

    def show_data(self) -> None:
        """Draw the set-up or the round, the plan, and the room view."""
        at = self.stage
        self._wanted = []
        setting_up = self.sets_up(at)
        aside = bool(self.square) and self.has_class("-narrow")
        self.query_one(SetUp).display = setting_up and not aside
        self.query_one(rounds.Run).display = not setting_up and not aside
        people = in_the_square(self.house.state, at, self.daters)
        names, shorts = self._names(at)
        lines = self._show_set_up(at) if setting_up else self._worth(as_it_is(self.house.state, at))
        if not setting_up:
            self._show_run(at, names, shorts)
        self._show_panel(at, people, lines)
        self.query_one(RoomDatesView).show(rounds.room(at, names, shorts))
        self._keep_focus(at, setting_up)
        self._plan_ahead()

    def _names(self, at: Stage) -> tuple[dict[str, str], dict[str, str]]:
        """Everybody's name by id, and the short names of those who sit at a table."""
        everybody = self.house.state.all(Participant)
        seated = {who for turn in (*at.started, *at.coming) for table in (*turn.tables, turn.sits_out) for who in table}
        return called(self.house.state), short_names(who for who in everybody if who.id in seated)

    def _show_run(self, at: Stage, names: dict[str, str], shorts: dict[str, str]) -> None:
        asked = self.anew(at)
        proposal = self.query_one("#proposal", Static)
        proposal.display = asked is not None
        if asked is not None:
            proposal.update(self._proposal(at, names, asked))
        self.query_one(rounds.Run).show(at, names, shorts)

    def _proposal(self, at: Stage, names: dict[str, str], asked: Wish) -> Content:
        new, gone = strangers(self.house.state, at)
        told = [_("{names} here").format(names=_listed(names, new)) if new else ""]
        told += [_("{names} gone").format(names=_listed(names, gone)) if gone else ""]
        told += [_("{names} to stay").format(names=_listed(names, unpinned(at)))] if not new and not gone else []
        made = self.made(asked)
        worth = briefly(made) if made else "…"
        anew = plural("plans {n} round anew", "plans {n} rounds anew", len(at.coming))
        return Content.assemble(
            (" · ".join(filter(None, told)), "bold"), ("   Enter ", "bold $accent"), anew, (f": {worth}", "$muted")
        )

    def _show_set_up(self, at: Stage) -> list[Line]:
        self.query_one("#proposal").display = False
        state, daters = self.house.state, self.daters
        dates = at.dates
        asked = self.wish(at, dates)
        lines = self._worth(asked)
        ways = [
            (way, ways_dates, self.made(self.wish(at, ways_dates)))
            for way, ways_dates in proposed(at, dates, len(daters))
        ]
        organisations = [who.organisation for who in daters if who.organisation]
        ids = {who.id for who in daters}
        facts = Facts(
            stage=at,
            people=len(daters),
            fit=rounds_that_fit(at, dates, len(daters)),
            to_plan=rounds_to_plan(at, dates, len(daters)),
            known=sum(ids.issuperset(pair) for pair in verbs.met_before(state, at.activity.session)),
            colleagues=sum(organisations.count(name) > 1 for name in set(organisations)),
            prompt=next(iter(bank(state)), ""),
            hidden=self.house.looking_along,
        )
        here = present(state, at.activity.session)
        names = called(state)
        grid = [Named(who.id, names[who.id], who.id in ids, _stays(dates, who)) for who in here]
        self.query_one(SetUp).show(facts, choices(dates, facts, ways), lines, grid, self._seats_ahead(at, asked))
        return lines

    def _seats_ahead(self, at: Stage, asked: Wish | None) -> Content:
        """Who would sit where, by the letters of the square where names are too long; nothing while it is planned."""
        made = self._plans.get(asked)
        if asked is None or made is None:
            return Content()
        people = in_the_square(self.house.state, at, self.daters)
        names = short_names(people)
        letters = dict(zip(names, legible(list(full_names(people).values())), strict=True))
        for shown in (names, letters):
            seats = seats_ahead(len(at.started) + 1, asked.tables(made), asked.sits_out(made), shown)
            if max(line.cell_length for line in seats.split()) <= self.query_one(SetUp).content_size.width:
                break
        return seats

    def _worth(self, asked: Wish | None) -> list[Line]:
        """How good a plan is, in words; nothing while it is being made."""
        made = self.made(asked)
        if made is not None:
            return quality(made)
        return [("…", _("planning"))] if asked is not None and asked not in self._plans else []

    def _show_panel(self, at: Stage, people: Sequence[Participant], lines: Sequence[Line]) -> None:
        panel = self.query_one(Panel)
        self.set_class(bool(self.square), "-square")
        panel.show_plan(lines, rounds.done_at(at, self.house.now()))
        panel.show_met(*met(self.house.state, at, people, all_sessions=self.square == "all"))
        names = called(self.house.state)
        expected = [names[who.id] for who in unknown(self.house.state, at.activity.session) if who.may_date]
        panel.show_expected([] if at.phase is Phase.OVER else expected)

    def show_time(self, at: Stage) -> None:
        """Draw what changes from second to second."""
        self.query_one(rounds.Run).show_time(at)
        if self.in_room:
            self.query_one(RoomDatesView).show(rounds.room(at, *self._names(at)))

    def _keep_focus(self, at: Stage, setting_up: bool) -> None:
        """The set-up has the focus while it is shown; what is over can be scrolled; a round leaves all keys free."""
        here, run = self.query_one(SetUp), self.query_one(rounds.Run)
        if setting_up:
            if here.display and (self.focused is None or here not in self.focused.ancestors):
                self.query_one(Choices).focus()
        elif at.phase is Phase.OVER and run.display:
            run.focus()
        elif self.focused is not None:
            self.set_focus(None)

    def room_question(self) -> str:
        """The prompt of the round."""
        turn = self.stage.turn
        return (turn.prompt if turn else "") or super().room_question()

    # -- plans, made in another thread

    def made(self, asked: Wish | None) -> Plan | None:
        """The plan for this; None when it is still to be made, or cannot be."""
        if asked is not None and asked not in self._plans:
            self._wanted.append(asked)
        return self._plans.get(asked)

    async def planned(self, asked: Wish) -> Plan | None:
        """The plan for this, made now when it was not yet."""
        if asked not in self._plans:
            self._plans.keep(asked, await asyncio.to_thread(asked.planned))
        return self._plans.get(asked)

    def _plan_ahead(self) -> None:
        if self._wanted and not self._planning:
            self._planning = True
            self.run_worker(self._plan_all(), group="plans")

    async def _plan_all(self) -> None:
        """Make what is shown and not there yet; what is wanted may change meanwhile."""
        try:
            while self._wanted:
                await self.planned(self._wanted[0])
                self.show_all()
        finally:
            self._planning = False


def _listed(names: Mapping[str, str], who: Iterable[str]) -> str:
    return ", ".join(sorted((names.get(id_, "?") for id_ in who), key=fold))


def _stays(dates: DateSettings, who: Participant) -> str:
    table = dates.pinned.get(who.id)
    return _("table {n}").format(n=table + 1) if table is not None else ""
