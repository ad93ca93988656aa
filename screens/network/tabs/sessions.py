"""The sessions as a time line: when and where, who was there, what they scored, and what is open of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from textual.content import Content

from data.i18n import N_, _, day, language, number, plural, told
from data.methods.evaluation import Scored
from data.model import (
    ACTIVITIES,
    Activity,
    ActivityKind,
    KeptProgramme,
    Participant,
    Presence,
    Session,
    SessionStatus,
    say,
)
from data.model.languages import decimal
from data.names.finding import meant
from data.verbs.check_in import attendance, attendees
from data.verbs.evaluation import results
from data.verbs.fitting import advised, fit_programme, worn_out
from data.verbs.hosting import hosts_in_turn
from data.verbs.kept_programmes import drop_programme, keep_programme, kept_programmes
from data.verbs.network import cancel_session, members, plan_session, sessions
from data.verbs.pending import pending
from data.verbs.programme import of_kind
from data.words import SCORES
from screens.dialogs.ask import AskLine
from screens.dialogs.form import Field, ask_form
from screens.dialogs.programmes import choose_programme
from screens.network.tabs.tab import Tab
from screens.shell.standing import title
from widgets.command import Command
from widgets.ledger import Chapter, Entry

MARKS = {
    SessionStatus.CLOSED: ("✓", "$success"),
    SessionStatus.OPEN: ("▸", "bold $accent"),
    SessionStatus.PLANNED: ("○", "$muted"),
}
FIT, WORN = "fit:", "worn:"
"""What the ids of advice begin with."""


class SessionsTab(Tab):
    """A chapter for each session; Enter changes when and where it is, or does what is advised."""

    TITLE = N_("Sessions")

    # -- what is shown

    def chapters(self) -> list[Chapter]:
        """The sessions in their order, and the programmes that were kept."""
        kept = kept_programmes(self.state)
        chapters = [self._session(session) for session in sessions(self.state)]
        if kept:
            entries = tuple(Entry(each.id, each.name, "", "·", "$muted", _form_names(each)) for each in kept)
            chapters.append(Chapter(_("Saved programmes"), entries))
        return chapters

    def _session(self, session: Session) -> Chapter:
        name = _("Session {n}").format(n=session.number)
        mark, style = MARKS[session.status]
        when = Entry(session.id, when_and_where(session) or _("No date yet."), "", mark, style, self._held_by(session))
        facts = [fact for fact in (self._who_came(session), self._scores(session), self._open(session)) if fact]
        entries = [when, *(Entry(f"{session.id}:{place}", fact) for place, fact in enumerate(facts))]
        if not self.hidden:
            entries += self._advice(session)
        return Chapter(
            f"{name} · {session.title}" if session.title else name, tuple(entries), " · ".join(session.themes)
        )

    def _held_by(self, session: Session) -> str:
        host = self.state.find(Participant, session.host)
        return _("at {name}").format(name=host.organisation or host.name) if host else ""

    def _who_came(self, session: Session) -> str:
        if session.status is SessionStatus.PLANNED:
            return ""
        known = attendance(self.state, session.id).values()
        word = sum(here.presence is Presence.EXCUSED for here in known)
        there = _("{here} of {all} there").format(
            here=attendees(self.state, session.id), all=len(members(self.state, session.id))
        )
        return f"{there} · " + plural("{n} sent apologies", "{n} sent apologies", word) if word else there

    def _scores(self, session: Session) -> str:
        """Averages with lowest and highest; while the room is watching only of what was opened for it."""
        for item in of_kind(self.state, session.id, ActivityKind.EVALUATION):
            found = results(self.state, item.id)
            if found.scored and self.hidden and not item.revealed:
                return plural("{n} form", "{n} forms", found.forms)
            if found.scored:
                return " · ".join(map(_score, found.scored))
            if found.forms:
                return plural("{n} form: too few to show", "{n} forms: too few to show", found.forms)
        return ""

    def _open(self, session: Session) -> str:
        waiting = pending(self.state)
        here = sum(each.session == session.id for each in waiting)
        planned = sum(each.planned == session.id for each in waiting)
        facts = [plural("{n} thing from here still open", "{n} things from here still open", here)] if here else []
        facts += [plural("{n} thing on its agenda", "{n} things on its agenda", planned)] if planned else []
        return " · ".join(facts)

    def _advice(self, session: Session) -> list[Entry]:
        if session.status is SessionStatus.CLOSED:
            return []
        found = []
        for place, fit in enumerate(advised(self.state, session.id)):
            what = f"{title(self.state.get(Activity, fit.activity))}: {told(fit.said)}"
            found.append(Entry(f"{FIT}{place}:{fit.activity}", what, "", "→", "$muted", faded=True))
        for kind, instead in worn_out(self.state, session.id).items():
            others = " / ".join(told(ACTIVITIES[other].title).lower() for other in instead)
            text = _("{form} for the third time in a row: for a change, {others}?").format(
                form=told(ACTIVITIES[kind].title), others=others
            )
            found.append(Entry(f"{WORN}{session.id}:{kind}", text, "", "→", "$muted", faded=True))
        return found

    def hint(self) -> Content | str:
        """What Enter does on the chosen line."""
        if self.chosen.startswith(FIT):
            return _("Enter does this; f does everything advised for this session.")
        if self.chosen.startswith(WORN):
            return _("Enter opens the programme of this session.")
        return _("Enter changes when and where; p opens the programme; n plans the next session.")

    # -- what is chosen

    @property
    def _here(self) -> Session | None:
        """The session that the chosen line belongs to."""
        parts = self.chosen.split(":")
        if self.chosen.startswith(FIT):
            return self.state.find(Session, getattr(self.state.find(Activity, parts[-1]), "session", None))
        return self.state.find(Session, parts[1] if self.chosen.startswith(WORN) else parts[0])

    def no_session(self) -> str | None:
        """Why there is no session to do something with."""
        return None if self._here else _("Choose a session first.")

    def enter(self) -> None:
        """Do what the chosen line says, or change when and where the session is."""
        if self.chosen.startswith(FIT) and self._here:
            self.house.do(fit_programme, session=self._here.id, activity=self.chosen.rpartition(":")[2])
        elif self.chosen.startswith(WORN):
            self.open_programme()
        elif kept := self.state.find(KeptProgramme, self.chosen):
            self.house.tell(_("{name}: choose it when you plan a session, with n.").format(name=kept.name))
        elif session := self._here:
            self.edit(session.id)

    def fit(self) -> None:
        """Do all that is advised for this session."""
        if (session := self._here) and (done := self.house.do(fit_programme, session=session.id)):
            self.house.tell(told(done.change.label))

    def open_programme(self) -> None:
        """Go to the programme of this session."""
        if session := self._here:
            self.house.chosen_session = session.id
            self.house.go("programme")

    def edit(self, session: str) -> None:
        """Fill in when and where a session is, and what it is about."""
        old = self.state.get(Session, session)
        host = self.state.find(Participant, old.host)
        fields = [
            Field("title", _("title"), old.title, _("its title, if any")),
            Field("date", _("day"), old.date, _("such as 14/3 or 14 March")),
            Field("starts", _("starts"), old.starts, _("such as 13:30")),
            Field("ends", _("ends"), old.ends, _("such as 16:30")),
            Field("place", _("place"), old.place),
            Field("host", _("host"), host.name if host else "", self._whose_turn()),
            Field("themes", _("themes"), "; ".join(old.themes), _("separated by ;"), between="; "),
            Field("speakers", _("speakers"), "; ".join(old.speakers), _("separated by ;"), between="; "),
        ]
        heading = _("Session {n}").format(n=old.number)
        ask_form(self.house, heading, fields, lambda typed: self._edited(session, typed), about=session)

    def _whose_turn(self) -> str:
        able = hosts_in_turn(self.state)
        return _("it is {name}’s turn").format(name=able[0].name) if able else _("somebody in the network")

    def _edited(self, session: str, typed: Mapping[str, str]) -> object:
        host = meant(members(self.state), typed["host"])
        if typed["host"] and not host.one:
            self.house.warn(say("“{name}” is not clear: type the name of somebody in the network.", name=typed["host"]))
            return None
        return self.house.do(
            plan_session,
            session=session,
            **{key: typed[key] for key in ("title", "date", "starts", "ends", "place")},
            themes=typed["themes"].split(";"),
            speakers=typed["speakers"].split(";"),
            host=host.one.id if host.one else "",
        )

    # -- planning

    def plan(self) -> None:
        """Choose a programme to start from."""
        choose_programme(self.house, _("Plan a session. From which programme?"), self._plan)

    def _plan(self, template: str) -> None:
        if done := self.house.do(plan_session, template=template):
            session = done.change.puts[0].id
            self.reveal(session)
            self.edit(session)

    def keep_it(self) -> None:
        """Keep the programme of this session under a name."""
        if session := self._here:
            ask = AskLine(_("What do you call this programme?"), session.title)
            self.house.push_screen(ask, lambda name: self._keep_it(session.id, name))

    def _keep_it(self, session: str, name: str | None) -> None:
        if name is not None and (done := self.house.do(keep_programme, session=session, name=name)):
            self.house.tell(told(done.change.label))

    def remove(self) -> None:
        """Take away a session that is still to come, or a kept programme."""
        back = _("{what} · Ctrl+Z brings it back")
        if kept := self.state.find(KeptProgramme, self.chosen):
            done = self.house.do(drop_programme, programme=kept.id)
        elif session := self._here:
            done = self.house.do(cancel_session, session=session.id)
            if session.date:
                back = _("{what} · calendars still have it: tell people · Ctrl+Z brings it back")
        else:
            return
        if done:
            self.house.tell(back.format(what=told(done.change.label)))

    PAGE_KEYS: ClassVar[tuple[Command[Any], ...]] = (
        Command(enter, N_("Change"), N_("When and where it is, or do what is advised"), ("enter", "e"), 10),
        Command(plan, N_("Plan"), N_("Plan the next session: a template, a saved programme, or a copy"), ("n",), 11),
        Command(open_programme, N_("Programme"), N_("The programme of this session"), ("p",), 12, cannot=no_session),
        Command(
            keep_it, N_("Save as"), N_("Save this programme under a name, to plan with"), ("k",), 13, cannot=no_session
        ),
        Command(fit, N_("Adapt"), N_("Adapt the programme to the number of people"), ("f",), 14, cannot=no_session),
        Command(remove, N_("Remove"), N_("A future session, or a saved programme"), ("delete", "backspace")),
    )


def _score(scored: Scored) -> str:
    """The average, with from what to what the marks went."""
    average = decimal(scored.average, language(), 1)
    return f"{told(SCORES[scored.field])} {average} ({number(scored.lowest)}–{number(scored.highest)})"


def when_and_where(session: Session) -> str:
    """Day, hours and place of a session."""
    hours = "–".join(filter(None, (session.starts, session.ends)))
    return " · ".join(filter(None, (day(session.date, year=True) if session.date else "", hours, session.place)))


def _form_names(kept: KeptProgramme) -> str:
    return ", ".join(item.title or told(ACTIVITIES[item.kind].title) for item in kept.items)
