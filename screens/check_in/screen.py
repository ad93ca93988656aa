"""Check-in: people come in any order; two letters and Enter mark somebody present."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.events import DescendantBlur, DescendantFocus
from textual.widgets import Input, Static

from data.i18n import N_, _, plural
from data.model import CARRIED, Attendance, Participant, Presence, Session
from data.names import matching
from data.verbs.check_in import attendance, unknown
from data.verbs.network import called, members
from screens.check_in.beside import beside
from screens.check_in.describing import Describing
from screens.check_in.marking import OTHERS, Marking
from screens.check_in.opening import Opening
from screens.check_in.series import asked, came_before, so_far
from screens.dialogs import newcomer
from screens.dialogs.people_sheet import offer_people
from screens.shell import presence as words
from screens.shell.across import across
from screens.shell.air import give_air
from screens.shell.line_and_page import LineAndPage, capture_row
from screens.shell.screen import KringScreen
from widgets.capture_line import CaptureLine
from widgets.matches import Match, Matches
from widgets.page import Page
from widgets.question import Question
from widgets.roster import Roster, RosterLine
from widgets.wrapping import whole

BESIDE = 38
"""Cells of what stands beside the list."""


class CheckInScreen(KringScreen):
    """The roster, the line for two letters, and for the room a welcome."""

    CSS_PATH = "check_in.tcss"
    AUTO_FOCUS = "#line"
    PARTS = (Marking, Describing, Opening)
    ABOUT = N_(
        "Who is here. Type two letters of a name and press Enter, with a time after them if you like (ka 14:40); a "
        "second Enter adds a name that is new. Note who is absent, then all the others with * and Enter, or the "
        "other way round. Esc goes to the list, where letters set other states."
    )
    TABLES = frozenset(
        {"participants", "attendance", "sessions", "activities", "network", "decisions"}
        | {kind.table for kind in CARRIED}
    )

    def __init__(self, place: str) -> None:
        super().__init__(place)
        self.lined = LineAndPage(self)
        self.marking = Marking(self)
        self.own_parts = (self.marking, Describing(self.marking), Opening(self))

    def compose_work(self) -> ComposeResult:
        """How many, who, whom the letters mean, and the line."""
        yield Static(id="counts", markup=False)
        yield Question(id="opening")
        with Horizontal(id="list"):
            yield Roster(id="people")
            yield Static(id="beside", markup=False)
        yield Matches(id="matches")
        yield from capture_row(
            CaptureLine("line", placeholder=_("Two letters of a name, or * for everyone else"), id="line"), many=True
        )

    # -- what is shown

    @property
    def _session(self) -> Session:
        return self.house.state.get(Session, self.activity.session)

    def show_data(self) -> None:
        """Draw the counts, the roster, and whom the letters mean."""
        everybody = members(self.house.state, self._session.id)
        known = attendance(self.house.state, self._session.id)
        here, others = words.counts(len(everybody), known.values())
        known_of = [fact for fact in (others, *so_far(self.house.state, self._session.id)) if fact]
        facts = whole(known_of, across(self) - 8 - cell_len(here))
        self.put(
            "counts",
            Content.assemble((here, "bold"), (f"   {facts}" if facts else "", "$muted")),
        )
        self.put("opening", self.activity.question)
        self.set_class(bool(self.activity.question), "-opening")
        self.put("beside", beside(self.house.state, self._session, BESIDE))
        self._show_people(everybody, known)

    def _show_people(self, everybody: Sequence[Participant], known: dict[str, Attendance]) -> None:
        typed, hour = words.with_hour(self.lined.typed)
        others = typed.strip() == OTHERS
        found = [] if ";" in typed or others else matching(everybody, typed)
        if hour is None:
            # Whoever is not here yet comes first: those who are were marked before.
            found.sort(key=lambda who: _is_here(known.get(who.id)))
        hidden = self.house.looking_along
        names = called(self.house.state)
        rows = [_person(who, names[who.id], known.get(who.id), hidden=hidden) for who in everybody]
        roster = self.query_one(Roster)
        lit = unknown(self.house.state, self._session.id) if others else found
        roster.show(rows, {who.id for who in lit} if typed.strip() else None)
        matches = self.query_one(Matches)
        notes = [Match(who.id, names[who.id], _note(known.get(who.id), hour, hidden=hidden)) for who in found]
        matches.show(notes, self._otherwise(typed, everybody))
        if found:
            roster.choose(matches.chosen)
        give_air(self, roster)

    def _otherwise(self, typed: str, everybody: Sequence[Participant]) -> Content:
        """With nothing typed, what the row of the chosen person does not say; with a new name, how to add it."""
        if typed.strip() == OTHERS:
            return self._others()
        if typed.strip():
            return newcomer.asking(typed, everybody, asked=typed == self.marking.asked)
        who = self.house.state.find(Participant, self.lined.page.chosen)
        return self._details(who) if who else Content("")

    def _others(self) -> Content:
        """What Enter does for everybody of whom nothing is known yet."""
        if reason := self.marking.nobody_left():
            return Content.styled(reason, "$muted")
        count = len(unknown(self.house.state, self._session.id))
        text = plural("Enter: {n} other is here too", "Enter: {n} others are here too", count)
        return Content.styled(text, "bold")

    def _details(self, who: Participant) -> Content:
        here = attendance(self.house.state, self._session.id).get(who.id)
        background = words.about(who) if self.query_one(Roster).is_cut(who.id) else ""
        facts = [background, *words.set_apart(who), asked(self.house.state, who.id)]
        if not self.house.looking_along:
            facts.append(came_before(self.house.state, self._session.id, who.id))
        if here and here.reason and not self.house.looking_along:
            facts.append(here.reason)
        told = " · ".join(filter(None, facts))
        return Content.assemble((who.name, "bold"), ("   " + told, "$muted")) if told else Content()

    # -- typing

    @on(DescendantFocus)
    @on(DescendantBlur)
    @on(Input.Changed, "#line")
    @on(Page.Moved)
    def _changed(self) -> None:
        """Without the focus the line means nobody, and Enter is the list's."""
        if not self.is_gone:
            self.show_data()

    @on(CaptureLine.Pasted, "#line")
    def _pasted(self, event: CaptureLine.Pasted) -> None:
        offer_people(self.house, self._session.id, event.text)

    @on(Input.Submitted, "#line")
    def _entered(self) -> None:
        self.marking.here()


def _is_here(here: Attendance | None) -> bool:
    return here is not None and here.presence is Presence.PRESENT


def _person(who: Participant, name: str, here: Attendance | None, *, hidden: bool) -> RosterLine:
    mark, style = words.mark(here, hidden=hidden)
    state = words.state(here, hidden=hidden)
    return RosterLine(who.id, name, words.about(who), mark, style, state, words.brief(here), faded=not _is_here(here))


def _note(here: Attendance | None, hour: str | None, *, hidden: bool) -> str:
    """What stands behind whom the letters may mean."""
    if hour is not None:
        return _("since {time}").format(time=hour)
    if here is None:
        return ""
    return words.state(here, hidden=hidden) or _("is here already")
