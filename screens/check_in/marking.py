"""Marking who is here: whom the letters mean or who is chosen comes in, leaves, or is absent."""

from __future__ import annotations

from typing import ClassVar

from data.i18n import N_, _, told
from data.model import Participant, Presence, say
from data.network import Applied
from data.verbs.check_in import (
    arrive,
    attendance,
    forget_presence,
    leave,
    rest_absent,
    rest_present,
    set_presence,
    unknown,
)
from screens.dialogs import newcomer
from screens.dialogs.ask import AskLine
from screens.shell import presence as words
from screens.shell.activity_part import ActivityPart
from screens.shell.line_and_page import TO_LINE, TO_PAGE
from screens.shell.private import not_for_the_room
from screens.shell.screen import KringScreen
from widgets.command import Command
from widgets.matches import Matches

OTHERS = "*"
"""What is typed for everybody of whom nothing is known yet; on Belgian AZERTY a key without Shift."""


class Marking(ActivityPart):
    """Sets how somebody is."""

    def __init__(self, screen: KringScreen) -> None:
        super().__init__(screen)
        self.asked = ""
        """A name nobody bears, once Enter was pressed on it: a second Enter adds."""

    @property
    def session(self) -> str:
        """The id of the session that people come to."""
        return self._activity.session

    @property
    def meant(self) -> str:
        """The id of whom a command is about: whom the letters mean, else who is chosen in the list."""
        if self.lined.typed.strip():
            return self.screen.query_one(Matches).chosen
        return self.lined.page.chosen

    def nobody(self) -> str | None:
        """Why there is nobody to do it to."""
        return None if self.meant else _("Choose somebody first: type two letters of the name.")

    def nobody_left(self) -> str | None:
        """Why there is nobody left to note as absent."""
        if unknown(self.house.state, self.session):
            return None
        return _("Everybody is already noted as here or absent.")

    def another(self, by: int) -> None:
        """Another one of those the letters may mean; with no letters, of the list."""
        if self.lined.typed.strip():
            matches = self.screen.query_one(Matches)
            matches.move(by)
            self.lined.page.choose(matches.chosen)
        else:
            self.lined.walk(by)

    def here(self) -> None:
        """Mark present whoever is meant; a new name is asked for once more, then added."""
        typed, hour = words.with_hour(self.lined.typed)
        if typed.strip() == OTHERS:
            self._all_here(hour)
        elif who := self.meant:
            self._done(self.house.do(arrive, session=self.session, participant=who, since=hour) is not None, who)
        elif typed.strip() and typed == self.asked:
            if added := newcomer.add(self.house, self.session, typed):
                self._done(True, added.change.puts[0].id)
        elif typed.strip():
            self.asked = typed
            self._show()

    def _done(self, done: bool, chosen: str) -> None:
        """Empty the line once what it said is done, and keep that person chosen."""
        if done:
            self.asked = ""
            if self.lined.line.has_focus:
                self.lined.line.take()
            self._show()
            self.lined.page.choose(chosen)
            self._show()

    def _set(self, presence: Presence) -> None:
        who = self.meant
        set_ = self.house.do(set_presence, session=self.session, participant=who, presence=presence, reason="")
        self._done(set_ is not None, who)

    def left(self) -> None:
        """Note that somebody leaves now."""
        who = self.meant
        self._done(self.house.do(leave, session=self.session, participant=who) is not None, who)

    def not_excused(self) -> None:
        """Absent without notice."""
        self._set(Presence.NOT_EXCUSED)

    def forget(self) -> None:
        """Back to knowing nothing."""
        who = self.meant
        self._done(self.house.do(forget_presence, session=self.session, participant=who) is not None, who)

    def excuse(self) -> None:
        """Absent with notice; once more to type the reason, which is never for the room."""
        who = self.meant
        here = attendance(self.house.state, self.session).get(who)
        if here is None or here.presence is not Presence.EXCUSED:
            self._set(Presence.EXCUSED)
        elif self.house.looking_along:
            self.house.warn(say("A reason is not for the room: F8 first, then F5 again. The line is for names."))
        else:
            name = self.house.state.get(Participant, who).name
            ask = AskLine(_("Why is {name} excused? The room does not see this.").format(name=name), here.reason)
            self.house.push_screen(not_for_the_room(ask), lambda reason: self._reason(who, reason))

    def _reason(self, who: str, reason: str | None) -> None:
        if reason is not None:
            self.house.do(set_presence, session=self.session, participant=who, presence=Presence.EXCUSED, reason=reason)

    def rest(self) -> None:
        """Everybody of whom nothing is known is absent."""
        self._tell(self.house.do(rest_absent, session=self.session))

    def others_here(self) -> None:
        """Everybody of whom nothing is known is here."""
        self._tell(self.house.do(rest_present, session=self.session))

    def _all_here(self, hour: str | None) -> None:
        """The same by the line, which keeps what was typed until it is done."""
        if reason := self.nobody_left():
            self.house.feedback.refused(reason)
        elif done := self.house.do(rest_present, session=self.session, since=hour):
            self.lined.line.take()
            self._tell(done)

    def _tell(self, done: Applied | None) -> None:
        if done:
            self.house.tell(told(done.change.label) + " · " + _("Ctrl+Z takes it back"))

    # -- its keys

    KEYS: ClassVar[tuple[Command[Marking], ...]] = (
        Command(rest, N_("The others absent"), N_("Note everybody else as absent"), ("f6",), cannot=nobody_left),
        Command(
            others_here,
            N_("The others here"),
            N_("Everybody not yet noted is here; on the line: * and Enter"),
            (),
            cannot=nobody_left,
        ),
    )
    LINE_KEYS: ClassVar[tuple[Command[Marking], ...]] = (
        Command(here, N_("Present"), N_("Mark as present, or as back"), ("enter",), 10),
        Command(
            lambda part: part.another(1),
            N_("Somebody else"),
            N_("The next person these letters could mean"),
            ("tab", "down"),
        ),
        Command(
            lambda part: part.another(-1),
            N_("The previous one"),
            N_("The previous one in the list"),
            ("shift+tab", "up"),
        ),
        Command(
            excuse,
            N_("Excused"),
            N_("Absent with notice; again: type the reason"),
            ("f5",),
            30,
            cannot=nobody,
        ),
        TO_PAGE,
    )
    PAGE_KEYS: ClassVar[tuple[Command[Marking], ...]] = (
        Command(here, N_("Present"), N_("Mark as present, or as back"), ("enter", "space"), 10),
        Command(left, N_("Has left"), N_("Note that this person leaves now"), ("v",), 12, cannot=nobody),
        Command(
            excuse,
            N_("Excused"),
            N_("Absent with notice; again: type the reason"),
            ("x", "f5"),
            14,
            cannot=nobody,
        ),
        Command(not_excused, N_("Not excused"), N_("Absent without notice"), ("n",), 16, cannot=nobody),
        Command(forget, N_("Not yet"), N_("Not noted yet"), ("o", "delete"), cannot=nobody),
        TO_LINE,
    )
