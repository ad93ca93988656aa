"""What the speed dates show: the set-up or the round, and the plan beside it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from data.i18n import _, plural
from data.model import DateSettings, Participant
from data.names import short_names
from data.text import fold
from data.verbs import speed_dates as verbs
from data.verbs.check_in import present, unknown
from data.verbs.network import called
from screens.shell.air import give_air
from screens.speed_dates import round as rounds
from screens.speed_dates.bettering import Bettering
from screens.speed_dates.dating import Dating
from screens.speed_dates.panel import Panel, in_the_square, met
from screens.speed_dates.planner import Planner
from screens.speed_dates.planning import Wish, as_it_is, proposed, rounds_that_fit, rounds_to_plan
from screens.speed_dates.setup import Facts, SetUp, choices
from screens.speed_dates.stage import Phase, Stage, alone, strangers, unpinned
from screens.speed_dates.words import Line, bank, briefly, quality
from widgets.choices import Choices
from widgets.name_grid import Named

AIRY, TALL, FEW = 34, 46, 24
"""Rows of a terminal in which groups of choices have air between them, and all choices, with at most so many people."""


class DatesView:
    """Draws the set-up or the round, and the plan beside it."""

    def __init__(self, screen: Screen[None], dating: Dating, planner: Planner, bettering: Bettering) -> None:
        self._screen = screen
        self._dating = dating
        self._planner = planner
        self._bettering = bettering

    def show(self) -> None:
        """Draw the set-up or the round, and the plan."""
        at = self._dating.stage
        self._planner.forget_wishes()
        setting_up = self._dating.sets_up(at)
        aside = bool(self._dating.square) and self._screen.has_class("-narrow")
        set_up = self._screen.query_one(SetUp)
        set_up.display = setting_up and not aside
        give_air(self._screen, set_up)
        self._screen.query_one(rounds.Run).display = not setting_up and not aside
        people = in_the_square(self._dating.state, at, self._dating.daters)
        names, shorts = self._names(at)
        lines = self._show_set_up(at) if setting_up else self._worth(as_it_is(self._dating.state, at))
        if not setting_up:
            self._show_run(at, names, shorts)
        self._show_panel(at, people, lines)
        self._keep_focus(at, setting_up)
        self._planner.go_on()

    def _names(self, at: Stage) -> tuple[dict[str, str], dict[str, str]]:
        """Everybody's name by id, and the short names of those who sit at a table."""
        everybody = self._dating.state.all(Participant)
        seated = {who for turn in (*at.started, *at.coming) for table in (*turn.tables, turn.sits_out) for who in table}
        return called(self._dating.state), short_names(who for who in everybody if who.id in seated)

    def _show_run(self, at: Stage, names: dict[str, str], shorts: dict[str, str]) -> None:
        asked = self._dating.anew(at)
        proposal = self._screen.query_one("#proposal", Static)
        offer = self._proposal(at, names, asked) if asked is not None else self._bettering.offer
        offers = [each for each in (self._alone(at, names), offer) if each is not None]
        proposal.display = bool(offers)
        proposal.update(Content("\n").join(offers))
        self._screen.query_one(rounds.Run).show(at, names, shorts)

    def _alone(self, at: Stage, names: dict[str, str]) -> Content | None:
        """Who has nobody to talk to in this round, and the key that gives them a table."""
        lonely = alone(self._dating.state, at)
        if not lonely:
            return None
        told = _("without a partner: {names}").format(names=_listed(names, lonely))
        return Content.assemble((told, "bold"), ("   a ", "bold $key"), _("gives them a table"))

    def _proposal(self, at: Stage, names: dict[str, str], asked: Wish) -> Content:
        new, gone = strangers(self._dating.state, at)
        told = [_("{names} here").format(names=_listed(names, new)) if new else ""]
        told += [_("{names} gone").format(names=_listed(names, gone)) if gone else ""]
        told += [_("{names} staying").format(names=_listed(names, unpinned(at)))] if not new and not gone else []
        made = self._planner.made(asked)
        worth = briefly(made) if made else "…"
        anew = plural("replans {n} round", "replans {n} rounds", len(at.coming))
        return Content.assemble(
            (" · ".join(filter(None, told)), "bold"), ("   Enter ", "bold $key"), anew, (f": {worth}", "$muted")
        )

    def _show_set_up(self, at: Stage) -> list[Line]:
        self._screen.query_one("#proposal").display = False
        state, daters = self._dating.state, self._dating.daters
        dates = at.dates
        asked = self._dating.wish(at, dates)
        lines = self._worth(asked)
        ways = [
            (way, ways_dates, self._planner.made(self._dating.wish(at, ways_dates)))
            for way, ways_dates in proposed(at, dates, len(daters))
        ]
        organisations = [who.organisation for who in daters if who.organisation]
        ids, here = {who.id for who in daters}, present(state, at.activity.session)
        facts = Facts(
            stage=at,
            people=len(daters),
            fit=rounds_that_fit(at, dates, len(daters)),
            to_plan=rounds_to_plan(at, dates, len(daters)),
            known=sum(ids.issuperset(pair) for pair in verbs.met_before(state, at.activity.session)),
            colleagues=sum(organisations.count(name) > 1 for name in set(organisations)),
            prompt=next(iter(bank(state)), ""),
            hidden=self._dating.house.looking_along,
            airy=self._screen.size.height >= AIRY,
            tall=self._screen.size.height >= TALL and len(here) <= FEW,
        )
        names = called(state)
        grid = [Named(who.id, names[who.id], who.id in ids, _stays(dates, who)) for who in here]
        # A panel says what the plan is worth, and below two proposals a small terminal has no line for that.
        alone, made = self._screen.has_class("-narrow") and len(ways) < 2, self._planner.made(asked)
        rows = choices(dates, facts, ways, (briefly(made) if made else "…") if alone else "")
        self._screen.query_one(SetUp).show(facts, rows, grid)
        return lines

    def _ahead(self, at: Stage) -> rounds.Ahead | None:
        """Who would sit where; None while it is planned."""
        asked = self._dating.wish(at, at.dates)
        made = self._planner.known(asked)
        if asked is None or made is None:
            return None
        return rounds.Ahead(len(at.started) + 1, asked.tables(made), asked.sits_out(made))

    def _worth(self, asked: Wish | None) -> list[Line]:
        """How good a plan is, in words; nothing while it is being made."""
        made = self._planner.made(asked)
        if made is not None:
            return quality(made)
        return [("…", _("planning"))] if asked is not None and asked not in self._planner else []

    def _show_panel(self, at: Stage, people: Sequence[Participant], lines: Sequence[Line]) -> None:
        panel = self._screen.query_one(Panel)
        self._screen.set_class(bool(self._dating.square), "-square")
        panel.show_plan(lines, rounds.done_at(at, self._dating.house.now()))
        count, square = met(self._dating.state, at, people, all_sessions=self._dating.square == "all")
        panel.show_met(count, square)
        # Before anybody met there is nothing to see in a square: in its place stands who would meet.
        ahead = self._ahead(at) if self._dating.sets_up(at) and not square.anybody and not self._dating.square else None
        panel.show_ahead(ahead, short_names(people))
        names = called(self._dating.state)
        expected = [names[who.id] for who in unknown(self._dating.state, at.activity.session) if who.may_date]
        panel.show_expected([] if at.phase is Phase.OVER else expected)

    def show_time(self, at: Stage) -> None:
        """Draw what changes from second to second."""
        self._screen.query_one(rounds.Run).show_time(at)

    def _keep_focus(self, at: Stage, setting_up: bool) -> None:
        """The set-up has the focus while it is shown; what is over can be scrolled; a round leaves all keys free."""
        here, run = self._screen.query_one(SetUp), self._screen.query_one(rounds.Run)
        if setting_up:
            if here.display and (self._screen.focused is None or here not in self._screen.focused.ancestors):
                self._screen.query_one(Choices).focus()
        elif at.phase is Phase.OVER and run.display:
            run.focus()
        elif self._screen.focused is not None:
            self._screen.set_focus(None)


def _listed(names: Mapping[str, str], who: Iterable[str]) -> str:
    return ", ".join(sorted((names.get(id_, "?") for id_ in who), key=fold))


def _stays(dates: DateSettings, who: Participant) -> str:
    table = dates.pinned.get(who.id)
    return _("table {n}").format(n=table + 1) if table is not None else ""
