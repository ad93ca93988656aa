"""The small groups of an exchange, who reports, which report is given now, and the clock."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.screen import Screen

from data.i18n import N_, _
from data.model import Activity, ExchangeStep
from data.names import matching
from data.verbs import clock
from data.verbs.exchange import (
    drafts_for,
    exchange,
    go_to_stop,
    mixed_groups,
    reporter,
    set_reporter,
    stop,
    stop_beside,
)
from data.verbs.network import called, people
from screens.dialogs.ask import AskLine
from screens.dialogs.groups_sheet import GroupsSheet
from screens.dialogs.who import Who
from screens.shell.part import Part
from widgets.command import Command
from widgets.matches import Match

REPORT_MINUTES = 5
"""What a report, or another step in plenary, gets."""


class Stops(Part):
    """Goes from the small groups to each report, the tips and the questions left open; ``show`` draws the screen."""

    def __init__(self, screen: Screen[None], place: str, show: Callable[[], None]) -> None:
        super().__init__(screen)
        self._place = place
        self._show = show

    @property
    def _activity(self) -> Activity:
        return self.house.state.get(Activity, self._place)

    # -- the small groups

    def split(self) -> None:
        """Split the group in mixed small groups, and start their time."""
        item, state = self._activity, self.house.state
        self.house.push_screen(
            GroupsSheet(
                item,
                self.house.now().minute,
                lambda who, number, seed: mixed_groups(state, item.session, who, number, seed),
            )
        )

    def no_groups(self) -> str | None:
        """Why nobody can report."""
        return None if self._activity.subgroups else _("There are no small groups yet: F5 makes them.")

    def choose_reporter(self) -> None:
        """Choose who reports: of the group whose turn it is first."""
        self.house.push_screen(Who(_("Who reports?"), self._reporters), self._reports)

    def _reporters(self, letters: str) -> list[Match]:
        item, names = self._activity, called(self.house.state)
        turn = stop(item)[1]
        order = [*item.subgroups[turn:], *item.subgroups[:turn]]
        known = {who.id: who for who in people(self.house.state)}
        every = [known[who] for group in order for who in group if who in known]
        reports = {reporter(item, group) for group in range(len(item.subgroups))}
        found = matching(every, letters) if letters.strip() else every
        place = {who: number for number, group in enumerate(item.subgroups, start=1) for who in group}
        return [
            Match(
                who.id,
                names[who.id],
                _("group {n}").format(n=place[who.id]) + (" · " + _("reports") if who.id in reports else ""),
            )
            for who in found
        ]

    def _reports(self, who: str | None) -> None:
        if who:
            self.house.do(set_reporter, activity=self._place, participant=who)

    def advise(self) -> None:
        """Ask for whom the small groups draft an advice."""

        def kept(text: str | None) -> None:
            if text is not None:
                self.house.do(drafts_for, activity=self._place, text=text)

        heading = _("For whom do the small groups draft an advice? Empty: for nobody")
        self.house.push_screen(AskLine(heading, exchange(self._activity).advice_for), kept)

    # -- the steps

    def no_next(self) -> str | None:
        """Why there is nothing after this."""
        return None if stop_beside(self._activity, 1) else _("This is the last step: F2 goes on in the programme.")

    def no_previous(self) -> str | None:
        """Why there is nothing before this."""
        return None if stop_beside(self._activity, -1) else _("This is the first step.")

    def go(self, by: int) -> None:
        """Go to the next report, or step; what was typed stays in the line."""
        there = stop_beside(self._activity, by)
        if there:
            self.house.do(go_to_stop, activity=self._place, step=there[0], group=there[1])
            self._show()

    def time(self) -> None:
        """Start the clock, hold it, or let it go on."""
        item = self._activity
        if item.countdown:
            self.house.do(clock.resume if clock.paused(item.countdown) else clock.pause, activity=self._place)
        else:
            groups = stop(item)[0] is ExchangeStep.GROUPS
            minutes = max(1, item.minutes // 2) if groups and item.minutes else REPORT_MINUTES
            self.house.do(clock.start, activity=self._place, seconds=60 * minutes, what="groups")

    # -- its keys

    KEYS: ClassVar[tuple[Command[Stops], ...]] = (
        Command(lambda part: part.go(1), N_("Next"), N_("Go to the next report, or step"), ("f6",), 11, cannot=no_next),
        Command(split, N_("Small groups"), N_("Mixed small groups, with a countdown"), ("f5", "ctrl+s"), 13),
        Command(
            choose_reporter,
            N_("Reporter"),
            N_("Choose who reports for a small group, by two letters"),
            ("shift+f5",),
            14,
            cannot=no_groups,
        ),
        Command(
            lambda part: part.go(-1),
            N_("Previous"),
            N_("Go back to the report, or step, before"),
            ("shift+f6",),
            cannot=no_previous,
        ),
    )
    LINE_KEYS: ClassVar[tuple[Command[Stops], ...]] = (
        Command(time, N_("Clock"), N_("Start the clock of this step, hold it, or let it go on"), ("tab",), 16),
        Command(advise, N_("Advice for"), N_("The small groups draft an advice for somebody"), ()),
    )
    PAGE_KEYS: ClassVar[tuple[Command[Stops], ...]] = (
        Command(time, N_("Clock"), N_("Start the clock of this step, hold it, or let it go on"), ("space", "tab"), 16),
        Command(advise, N_("Advice for"), N_("The small groups draft an advice for somebody"), ("v",), 18),
        Command(
            choose_reporter,
            N_("Reporter"),
            N_("Choose who reports for a small group, by two letters"),
            ("r",),
            cannot=no_groups,
        ),
    )
