"""Somebody comes in, leaves or is back: two letters and Enter, in front of whatever is going on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, cast

from textual.binding import Binding, BindingType
from textual.content import Content

from data.i18n import _, clock, told
from data.model import Presence
from data.names import matching
from data.network import Applied
from data.verbs.check_in import arrive, attendance, is_late, leave
from data.verbs.network import called, people
from screens.dialogs import newcomer
from screens.dialogs.who import Who
from screens.shell.house import House
from screens.shell.presence import with_hour
from widgets.matches import Match


class ArrivalScreen(Who):
    """Whoever is here leaves, whoever is not comes in; a name nobody has is added by a second Enter."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("f7,ctrl+n", "dismiss", show=False)]

    def __init__(self) -> None:
        super().__init__(
            _("Who is arriving, leaving or back?"),
            self._found,
            _("Enter does this · ↓ another · Esc goes back"),
        )
        self._asked = ""

    @property
    def _house(self) -> House:
        return cast("House", self.app)

    def _found(self, letters: str) -> Sequence[Match]:
        known = attendance(self._house.state, self._house.session.id)
        name, hour = with_hour(letters)
        names = called(self._house.state)
        return [
            Match(who.id, names[who.id], self._what(known[who.id].presence if who.id in known else None, hour))
            for who in matching(people(self._house.state), name)
        ]

    def _what(self, presence: Presence | None, hour: str | None) -> str:
        """What Enter does with somebody who is so."""
        now = self._house.now()
        if presence is Presence.PRESENT:
            return _("leaves, at {time}").format(time=hour or clock(now))
        if presence is Presence.LEFT and hour is None:
            return _("is back")
        if hour or is_late(self._house.state, self._house.session.id, now):
            return _("arrives, at {time}").format(time=hour or clock(now))
        return _("arrives")

    def nobody(self, letters: str) -> Content:
        """Whom Enter would add, or has asked to."""
        asking = newcomer.asking(letters, people(self._house.state), asked=bool(letters) and letters == self._asked)
        return Content.assemble(" ", asking)

    def answer(self, id_: str) -> None:
        """Let somebody who is here leave, and anybody else come in."""
        house = self._house
        here = attendance(house.state, house.session.id).get(id_)
        _name, hour = with_hour(self.typed)
        if here and here.presence is Presence.PRESENT:
            done = house.do(leave, session=house.session.id, participant=id_, until=hour)
        else:
            done = house.do(arrive, session=house.session.id, participant=id_, since=hour)
        self._leave(done)

    def unknown(self, typed: str) -> None:
        """The first Enter asks, the second adds."""
        if not typed.strip():
            self.dismiss(None)
        elif typed != self._asked:
            self._asked = typed
            self.show(typed)
        else:
            self._leave(newcomer.add(self._house, self._house.session.id, typed))

    def _leave(self, done: Applied | None) -> None:
        """Say what was done and go back; what was refused stays here to be mended."""
        if done:
            self._house.tell(told(done.change.label))
            self.dismiss(None)
