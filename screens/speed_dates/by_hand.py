"""What is changed by hand while the speed dates run: two people swap, somebody stays at a table, another prompt."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import partial

from data.i18n import _
from data.model import Participant, Profile, Round
from data.names import matching
from data.verbs import speed_dates as verbs
from data.verbs.network import called
from data.verbs.profile import set_profile
from screens.dialogs.ask import AskLine, Choose
from screens.dialogs.who import Who
from screens.shell.house import House
from screens.speed_dates.planning import tables_for
from screens.speed_dates.stage import Stage
from widgets.matches import Match


class Hands:
    """Asks in front of the screen what is to be changed, and changes it."""

    def __init__(self, house: House) -> None:
        self._house = house

    # -- two people swap

    def swap(self, turn: Round) -> None:
        """Ask for one and for the other, by two letters each."""

        def with_whom(one: str | None) -> None:
            if one is not None:
                heading = _("Who does {name} change places with?").format(name=self._name(one))
                self._who(heading, turn, partial(self._swapped, turn, one), without=one)

        heading = _("Round {n}: who changes places?").format(n=turn.number)
        self._who(heading, turn, with_whom)

    def _swapped(self, turn: Round, one: str, other: str | None) -> None:
        if other is not None and self._house.do(verbs.swap, round=turn.id, one=one, other=other):
            self._house.tell(_("{one} and {other} change places.").format(one=self._name(one), other=self._name(other)))

    def _who(self, heading: str, turn: Round, then: Callable[[str | None], None], without: str = "") -> None:
        seats = {who: str(place) for place, table in enumerate(turn.tables, start=1) for who in table}
        seats |= dict.fromkeys(turn.sits_out, "")
        people = [who for who in self._house.state.all(Participant) if who.id in seats and who.id != without]

        names = called(self._house.state)

        def find(letters: str) -> Sequence[Match]:
            found = matching(people, letters) if letters.strip() else people
            return [Match(who.id, names[who.id], _seat(seats[who.id])) for who in found]

        self._house.push_screen(Who(heading, find), then)

    # -- somebody sits down at a table in this round

    def seat(self, turn: Round, people: Sequence[Participant], alone: Collection[str]) -> None:
        """Ask who, those without company first, and at which table."""
        seats = {who: str(place) for place, table in enumerate(turn.tables, start=1) for who in table}
        seats |= dict.fromkeys(turn.sits_out, "")
        names = called(self._house.state)
        people = sorted(people, key=lambda who: who.id not in alone)

        def find(letters: str) -> Sequence[Match]:
            found = matching(people, letters) if letters.strip() else people
            return [Match(who.id, names[who.id], _seat(seats[who.id]) if who.id in seats else "") for who in found]

        def chosen(who: str | None) -> None:
            if who is not None:
                rows = _tables(turn.tables, {each: names.get(each, "?") for each in seats if each != who})
                heading = _("Which table does {name} join?").format(name=self._name(who))
                self._house.push_screen(Choose(heading, rows), partial(self._seated, turn, who))

        self._house.push_screen(Who(_("Round {n}: who joins a table?").format(n=turn.number), find), chosen)

    def _seated(self, turn: Round, who: str, table: str | None) -> None:
        if table is not None and self._house.do(verbs.seat, round=turn.id, participant=who, table=int(table)):
            self._house.tell(_("{name} sits at table {n}.").format(name=self._name(who), n=int(table) + 1))

    # -- somebody stays at one table

    def pin(self, stage: Stage, people: Sequence[Participant]) -> None:
        """Ask who stays at a table, hosts first; whoever does already walks again."""
        pinned = stage.dates.pinned
        people = sorted(people, key=lambda who: not who.hosts)

        names = called(self._house.state)

        def find(letters: str) -> Sequence[Match]:
            found = matching(people, letters) if letters.strip() else people
            return [Match(who.id, names[who.id], _pinned(pinned.get(who.id), who.hosts)) for who in found]

        def chosen(who: str | None) -> None:
            if who in pinned:
                self._house.do(verbs.pin, activity=stage.activity.id, participant=who, table=None)
            elif who is not None:
                self._where(stage, who, len(people))

        self._house.push_screen(
            Who(_("Who stays at one table? (choose somebody who stays to let them move again)"), find), chosen
        )

    def _where(self, stage: Stage, who: str, people: int) -> None:
        names = called(self._house.state)
        seats = stage.turn.tables if stage.turn else ((),) * tables_for(stage.dates, people)
        rows = _tables(seats, names)

        def chosen(table: str | None) -> None:
            if table is not None:
                self._house.do(verbs.pin, activity=stage.activity.id, participant=who, table=int(table))

        self._house.push_screen(
            Choose(_("Which table does {name} stay at?").format(name=self._name(who)), rows), chosen
        )

    # -- prompts

    def prompt(self, turn: Round) -> None:
        """Type another prompt for a round; it is kept for other sessions too."""

        def typed(text: str | None) -> None:
            if text is not None and self._house.do(verbs.set_prompt, round=turn.id, text=text):
                self._remember(text)

        self._house.push_screen(
            AskLine(_("What do they talk about in round {n}?").format(n=turn.number), turn.prompt), typed
        )

    def own_prompt(self) -> None:
        """Type a prompt of the network's own: it goes first."""

        def typed(text: str | None) -> None:
            if text:
                self._remember(text)

        self._house.push_screen(AskLine(_("Your own prompt to start with")), typed)

    def _remember(self, text: str) -> None:
        profile = next(iter(self._house.state.all(Profile)), None)
        if text and profile and text not in profile.prompts:
            self._house.do(set_profile, prompts=(text, *profile.prompts))

    def _name(self, who: str) -> str:
        found = self._house.state.find(Participant, who)
        return found.name if found else "?"


def _tables(tables: Sequence[Sequence[str]], names: Mapping[str, str]) -> list[tuple[str, str, str]]:
    """A row to choose for each table, with who of these sits there."""
    return [
        (str(place), _("table {n}").format(n=place + 1), " · ".join(names[who] for who in table if who in names))
        for place, table in enumerate(tables)
    ]


def _seat(table: str) -> str:
    return _("table {n}").format(n=table) if table else _("sits out")


def _pinned(table: int | None, hosts: bool) -> str:
    if table is not None:
        return _("stays at table {n}").format(n=table + 1)
    return _("host") if hosts else ""
