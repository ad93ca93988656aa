"""Check-in: people come in any order; two letters and Enter mark somebody present."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static

from data.i18n import N_, _, told
from data.model import Attendance, Participant, Presence, Profile, Role, Session
from data.names import full_names, matching, same_name, short_names
from data.people import Person as Listed
from data.people import read_people
from data.text import fold
from data.verbs.check_in import (
    arrive,
    attendance,
    forget_presence,
    leave,
    present,
    rest_absent,
    set_presence,
    unknown,
)
from data.verbs.network import called, edit_participant, people, set_role
from screens.dialogs import newcomer
from screens.dialogs.ask import AskLine
from screens.shell import presence as words
from screens.shell.line_and_page import TO_LINE, TO_PAGE, LinedScreen
from widgets.capture_line import CaptureLine
from widgets.command import Command
from widgets.large_names import large_names
from widgets.letters import NARROW, PLAIN, largest
from widgets.matches import Match, Matches
from widgets.page import Page
from widgets.roster import Roster, RosterLine


class CheckInScreen(LinedScreen):
    """The roster, the line for two letters, and for the room a welcome."""

    CSS_PATH = "check_in.tcss"
    ABOUT = N_(
        "Who is here. Type two letters of a name and press Enter, with an hour behind them if you like (ka 14:40);"
        " a name nobody bears is added by a second Enter. Esc goes to the list, where letters set other states."
    )
    TABLES = frozenset({"participants", "attendance", "sessions", "activities", "network"})

    def __init__(self, place: str) -> None:
        super().__init__(place)
        self._asked = ""

    def compose_work(self) -> ComposeResult:
        """How many, who, whom the letters mean, and the line."""
        yield Static(id="counts", markup=False)
        yield Roster(id="people")
        yield Matches(id="matches")
        yield from self.compose_line(_("Two letters of a name"))

    def compose_room(self) -> ComposeResult:
        """A welcome, who is here, and the question of this session."""
        yield Static(id="welcome", markup=False)
        yield Static(id="room-line", markup=False)
        with VerticalScroll(id="room-people"):
            yield Static(id="room-names", markup=False)

    # -- what is shown

    @property
    def _session(self) -> Session:
        return self.house.state.get(Session, self.activity.session)

    @property
    def _matches(self) -> Matches:
        return self.query_one(Matches)

    def show_data(self) -> None:
        """Draw the counts, the roster, and whom the letters mean."""
        self.line.many = True
        everybody = people(self.house.state)
        known = attendance(self.house.state, self._session.id)
        here, others = words.counts(len(everybody), known.values())
        self.put("counts", Content.assemble((here, "bold $accent"), (f"   {others}" if others else "", "$muted")))
        self._show_people(everybody, known)
        if self.in_room:
            self._show_room()

    def _show_people(self, everybody: Sequence[Participant], known: dict[str, Attendance]) -> None:
        typed, hour = words.with_hour(self.line.value)
        found = [] if ";" in typed else matching(everybody, typed)
        if hour is None:
            # Whoever is not here yet comes first: those who are were marked before.
            found.sort(key=lambda who: _is_here(known.get(who.id)))
        hidden = self.house.looking_along
        names = called(self.house.state)
        rows = [self._person(who, names[who.id], known.get(who.id), hidden=hidden) for who in everybody]
        roster = self.query_one(Roster)
        roster.show(rows, {who.id for who in found} if typed.strip() else None)
        notes = [Match(who.id, names[who.id], self._note(known.get(who.id), hour)) for who in found]
        self._matches.show(notes, self._otherwise(typed, everybody))
        if found:
            roster.choose(self._matches.chosen)

    def _person(self, who: Participant, name: str, here: Attendance | None, *, hidden: bool) -> RosterLine:
        mark, style = words.mark(here, hidden=hidden)
        state = words.state(here, hidden=hidden)
        return RosterLine(who.id, name, words.about(who), mark, style, state, words.brief(here))

    def _note(self, here: Attendance | None, hour: str | None) -> str:
        """What stands behind whom the letters may mean."""
        if hour is not None:
            return _("since {time}").format(time=hour)
        if here is None:
            return ""
        return words.state(here, hidden=self.house.looking_along) or _("is here already")

    def _otherwise(self, typed: str, everybody: Sequence[Participant]) -> Content:
        """With nothing typed, more about the chosen person; with a name nobody bears, how to add it."""
        if typed.strip():
            return newcomer.asking(typed, everybody, asked=typed == self._asked)
        who = self.house.state.find(Participant, self.page.chosen)
        return self._details(who) if who else Content("")

    def _details(self, who: Participant) -> Content:
        here = attendance(self.house.state, self._session.id).get(who.id)
        facts = [words.about(who), *words.set_apart(who)]
        facts.append(words.state(here, hidden=self.house.looking_along))
        if here and here.reason and not self.house.looking_along:
            facts.append(here.reason)
        return Content.assemble((who.name, "bold"), ("   " + " · ".join(filter(None, facts)), "$muted"))

    # -- the room

    def room_question(self) -> str:
        """The question of the check-in itself, else what the session is about, else the theme of the network."""
        session = self._session
        profile = next(iter(self.house.state.all(Profile)), None)
        theme = profile.theme if profile else ""
        return self.activity.question or session.title or " · ".join(session.themes) or theme

    def _show_room(self) -> None:
        width, height = self.size.width - 8, self.size.height
        welcome = largest(_("Welcome"), width, 6)
        self.put("welcome", Content.styled("\n".join(welcome), "bold $accent"))
        question = largest(self.room_question(), width, max(1, (height - 20) // 2), (NARROW, PLAIN))
        self.put("room-line", Content.styled("\n".join(question), "bold"))
        there = present(self.house.state, self._session.id)
        here, shorts = full_names(there), short_names(there)
        room = height - len(welcome) - len(question) - 9
        self.put("room-names", large_names(list(here.values()), [shorts[id_] for id_ in here], width, room))

    # -- typing

    @on(Input.Changed, "#line")
    def _typed(self, event: Input.Changed) -> None:
        del event
        self.show_data()

    @on(Input.Submitted, "#line")
    def _entered(self) -> None:
        self.action_here()

    @on(Page.Moved)
    def _moved(self) -> None:
        self.show_data()

    @property
    def _meant(self) -> str:
        """The id of whom a command is about: whom the letters mean, else who is chosen in the list."""
        if self.line.has_focus and self.line.value.strip():
            return self._matches.chosen
        return self.page.chosen

    def offer_pasted(self, event: CaptureLine.Pasted) -> None:
        """Pasted people arrive; whoever is new is added."""
        from screens.dialogs.people_sheet import PeopleSheet

        everybody = people(self.house.state)
        found = read_people(event.text)
        come = [(person, next((who for who in everybody if _same(who, person)), None)) for person in found.people]

        def keep(agreed: bool | None) -> None:
            for person, known in come if agreed else ():
                if known:
                    self.house.do(arrive, session=self._session.id, participant=known.id)
                else:
                    newcomer.arrive_new(self.house, self._session.id, person)

        known_here = frozenset(person.row for person, known in come if known)
        self.app.push_screen(PeopleSheet(found, known_here), keep)

    def action_another(self, by: int) -> None:
        """Another one of those the letters may mean; with no letters, of the list."""
        if self.line.value.strip():
            self._matches.move(by)
            self.page.choose(self._matches.chosen)
        else:
            self.page.action_walk(by)

    def action_here(self) -> None:
        """Mark present whoever is meant; a new name is asked for once more, then added."""
        typed, hour = words.with_hour(self.line.value if self.line.has_focus else "")
        if self._meant:
            done = self.house.do(arrive, session=self._session.id, participant=self._meant, since=hour)
            self._done(done is not None)
        elif typed.strip() and typed == self._asked:
            if added := newcomer.add(self.house, self._session.id, typed):
                self._done(True, added.change.puts[0].id)
        elif typed.strip():
            self._asked = typed
            self.show_data()

    def _done(self, done: bool, id_: str = "") -> None:
        """Empty the line once what it said is done, and keep that person chosen."""
        if done:
            chosen = id_ or self._meant
            self._asked = ""
            if self.line.has_focus:
                self.line.take()
            self.show_data()
            self.page.choose(chosen)
            self.show_data()

    # -- other states

    def nobody(self) -> str | None:
        """Why there is nobody to do it to."""
        return None if self._meant else _("Choose somebody first: type two letters of the name.")

    def nobody_left(self) -> str | None:
        """Why there is nobody left to note as absent."""
        if unknown(self.house.state, self._session.id):
            return None
        return _("It is known of everybody whether they are here.")

    def _set(self, presence: Presence, reason: str = "") -> None:
        who = self._meant
        self._done(
            self.house.do(set_presence, session=self._session.id, participant=who, presence=presence, reason=reason)
            is not None
        )

    def action_left(self) -> None:
        """Note that somebody leaves now."""
        self._done(self.house.do(leave, session=self._session.id, participant=self._meant) is not None)

    def action_excuse(self) -> None:
        """Absent with notice; once more to type the reason, which is never for the room."""
        here = attendance(self.house.state, self._session.id).get(self._meant)
        if here is None or here.presence is not Presence.EXCUSED:
            self._set(Presence.EXCUSED)
        elif self.house.looking_along:
            self.house.tell(_("A reason is not for the room: press F8 first, so that it no longer looks along."))
        else:
            who = self._meant
            name = self.house.state.get(Participant, who).name
            ask = AskLine(_("Why is {name} excused? The room does not see this.").format(name=name), here.reason)
            self.app.push_screen(ask, lambda reason: self._reason(who, reason))

    def _reason(self, who: str, reason: str | None) -> None:
        if reason is not None:
            self.house.do(
                set_presence, session=self._session.id, participant=who, presence=Presence.EXCUSED, reason=reason
            )

    def action_not_excused(self) -> None:
        """Absent without notice."""
        self._set(Presence.NOT_EXCUSED)

    def action_forget(self) -> None:
        """Back to knowing nothing."""
        self._done(self.house.do(forget_presence, session=self._session.id, participant=self._meant) is not None)

    def action_rest(self) -> None:
        """Everybody of whom nothing is known is absent."""
        if done := self.house.do(rest_absent, session=self._session.id):
            self.house.tell(told(done.change.label) + " · " + _("Ctrl+Z takes it back"))

    # -- who they are

    def action_edit(self, value: str | None = None) -> None:
        """Change name, organisation and function in one line."""
        who = self.house.state.get(Participant, self._meant)
        now = "; ".join((who.name, who.organisation, who.function)).rstrip("; ")
        ask = AskLine(_("Name; organisation; function"), now if value is None else value)
        self.app.push_screen(ask, lambda typed: self._edited(who.id, typed))

    def _edited(self, id_: str, typed: str | None) -> None:
        if not (typed or "").strip():
            return
        found = read_people(typed or "")
        for problem in found.problems:
            self.house.warn(problem.said)
        if not found.people:
            return
        person = found.people[0]
        done = self.house.do(
            edit_participant,
            participant=id_,
            name=person.name,
            organisation=person.organisation,
            function=person.function,
        )
        if not done:
            self.action_edit(typed)

    def action_role(self) -> None:
        """The next role; whether they vote and date follows from it again."""
        roles = list(Role)
        who = self.house.state.get(Participant, self._meant)
        self.house.do(set_role, participant=who.id, role=roles[(roles.index(who.role) + 1) % len(roles)])

    def action_votes(self) -> None:
        """Whether somebody votes, whatever the role says."""
        who = self.house.state.get(Participant, self._meant)
        self.house.do(set_role, participant=who.id, votes=not who.may_vote, dates=who.dates)

    def action_dates(self) -> None:
        """Whether somebody takes part in speed dates, whatever the role says."""
        who = self.house.state.get(Participant, self._meant)
        self.house.do(set_role, participant=who.id, votes=who.votes, dates=not who.may_date)

    # -- its keys

    KEYS: ClassVar[tuple[Command[CheckInScreen], ...]] = (
        Command(
            action_rest,
            N_("The others absent"),
            N_("Who is not here yet is noted as absent"),
            ("f6",),
            cannot=nobody_left,
        ),
    )
    LINE_KEYS: ClassVar[tuple[Command[CheckInScreen], ...]] = (
        Command(action_here, N_("Present"), N_("Mark as present; back, for who had left"), ("enter",), 10),
        Command(
            lambda screen: screen.action_another(1),
            N_("Another"),
            N_("The next one these letters may mean"),
            ("tab", "down"),
        ),
        Command(
            lambda screen: screen.action_another(-1),
            N_("The previous one"),
            N_("The previous one in the list"),
            ("shift+tab", "up"),
        ),
        Command(
            action_excuse,
            N_("Excused"),
            N_("Absent with notice; once more: type the reason"),
            ("f5",),
            30,
            cannot=nobody,
        ),
        TO_PAGE,
    )
    PAGE_KEYS: ClassVar[tuple[Command[CheckInScreen], ...]] = (
        Command(action_here, N_("Present"), N_("Mark as present; back, for who had left"), ("enter", "space"), 10),
        Command(action_left, N_("Leaves"), N_("Note that this person leaves now"), ("v",), 12, cannot=nobody),
        Command(
            action_excuse,
            N_("Excused"),
            N_("Absent with notice; once more: type the reason"),
            ("x", "f5"),
            14,
            cannot=nobody,
        ),
        Command(action_not_excused, N_("Not excused"), N_("Absent without notice"), ("n",), 16, cannot=nobody),
        Command(action_forget, N_("Not yet"), N_("Nothing is known yet"), ("o", "delete"), cannot=nobody),
        Command(
            lambda screen: screen.action_edit(),
            N_("Change"),
            N_("Change name, organisation and function"),
            ("e",),
            18,
            cannot=nobody,
        ),
        Command(action_role, N_("Role"), N_("Participant, facilitator, guest, observer"), ("r",), cannot=nobody),
        Command(action_votes, N_("Votes"), N_("Whether this person votes, whatever the role"), ("s",), cannot=nobody),
        Command(action_dates, N_("Dates"), N_("Whether this person takes part in speed dates"), ("d",), cannot=nobody),
        TO_LINE,
    )


def _same(who: Participant, person: Listed) -> bool:
    """Whether somebody of a list is this participant: the same name, and the same organisation or none."""
    places = {fold(who.organisation), fold(person.organisation)} - {""}
    return same_name(who.name, person.name) and len(places) < 2


def _is_here(here: Attendance | None) -> bool:
    return here is not None and here.presence is Presence.PRESENT
