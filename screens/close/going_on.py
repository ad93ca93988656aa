"""What comes after: the next session is agreed on, this one is closed, and the work goes on there."""

from __future__ import annotations

from typing import ClassVar

from data.i18n import N_, _
from data.model import Session, SessionStatus
from data.verbs.network import close_session, next_session, open_session
from screens.dialogs.next_session import NextSession
from screens.shell.activity_part import ActivityPart
from widgets.command import Command


class GoingOn(ActivityPart):
    """Agrees on the next session, closes this one, and goes there."""

    @property
    def _session(self) -> Session:
        return self.house.state.get(Session, self._activity.session)

    @property
    def _coming(self) -> Session | None:
        return next_session(self.house.state, self._session.id)

    def agree(self) -> None:
        """Agree on when and where the next session is, on what and with whom."""
        self.house.push_screen(NextSession(self._session.id))

    def close(self) -> None:
        """Close the session, or open it again."""
        closed = self._session.status is SessionStatus.CLOSED
        if self.house.do(open_session if closed else close_session, session=self._session.id):
            self.house.tell(_("The session is open again.") if closed else self._told_closed())

    def _told_closed(self) -> str:
        closed = _("The session is closed; all is saved.")
        on = _("Enter goes on to session {n}.").format(n=self._coming.number) if self._coming else ""
        return f"{closed} {on}".strip()

    def not_over(self) -> str | None:
        """Why there is nothing to go on to."""
        if self._session.status is not SessionStatus.CLOSED:
            return _("Close the session first: F6.")
        return None if self._coming else _("No next session yet: n plans it.")

    def go_on(self) -> None:
        """Go on to the programme of the session to come."""
        if coming := self._coming:
            self.house.chosen_session = coming.id
            self.house.go("programme")

    KEYS: ClassVar[tuple[Command[GoingOn], ...]] = (
        Command(
            go_on, N_("On to the next"), N_("The programme of the session to come"), ("enter",), 9, cannot=not_over
        ),
        Command(agree, N_("Next session"), N_("Agree on when and where it is, on what and with whom"), ("n",), 11),
        Command(close, N_("Close the session"), N_("The session is over; it can be opened again"), ("f6", "c"), 13),
    )
