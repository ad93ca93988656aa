"""The small groups of an exchange, who reports, and how one goes through it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from data.i18n import N_, _
from data.model import Activity, ExchangeStep, State
from data.names import matching
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
from screens.dialogs.group_names import ask_joins
from screens.dialogs.groups_sheet import GroupsSheet
from screens.dialogs.who import Who
from screens.shell.activity_part import ActivityPart
from screens.shell.stepping import Route
from widgets.command import Command
from widgets.matches import Match

REPORT_MINUTES = 5
"""What a report, or another step in plenary, gets."""


def _beside(_state: State, item: Activity, by: int) -> Mapping[str, Any] | None:
    there = stop_beside(item, by)
    return {"step": there[0], "group": there[1]} if there else None


def _minutes(_state: State, item: Activity) -> int:
    groups = stop(item)[0] is ExchangeStep.GROUPS
    return max(1, item.minutes // 2) if groups and item.minutes else REPORT_MINUTES


ROUTE = Route(go_to_stop, _beside, _minutes)
"""From the small groups to each report, the tips and the questions left open."""


class Groups(ActivityPart):
    """The small groups, who reports for each, and for whom they draft an advice."""

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

    def join(self) -> None:
        """Somebody goes to a group."""
        ask_joins(self.house, self._activity)

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

        heading = _("Who do the small groups draft advice for? Empty: nobody")
        self.house.push_screen(AskLine(heading, exchange(self._activity).advice_for), kept)

    # -- its keys

    KEYS: ClassVar[tuple[Command[Groups], ...]] = (
        Command(split, N_("Small groups"), N_("Mixed small groups, with a countdown"), ("f5", "ctrl+s"), 13),
        Command(
            choose_reporter,
            N_("Reporter"),
            N_("Choose who reports for a small group, by two letters"),
            ("shift+f5",),
            14,
            cannot=no_groups,
        ),
    )
    LINE_KEYS: ClassVar[tuple[Command[Groups], ...]] = (
        Command(advise, N_("Advice for"), N_("The small groups draft advice for somebody"), ()),
    )
    PAGE_KEYS: ClassVar[tuple[Command[Groups], ...]] = (
        Command(join, N_("To a group"), N_("Move somebody to a small group"), ("a",), 19, cannot=no_groups),
        Command(advise, N_("Advice for"), N_("The small groups draft advice for somebody"), ("v",), 18),
        Command(
            choose_reporter,
            N_("Reporter"),
            N_("Choose who reports for a small group, by two letters"),
            ("r",),
            cannot=no_groups,
        ),
    )
