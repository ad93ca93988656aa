"""What comes after: the next session is agreed on, this one is closed, and the work goes on there."""

from __future__ import annotations

from typing import ClassVar

from data.i18n import N_, _
from data.model import Session, SessionStatus
from data.verbs.network import close_session, next_session, open_session
from screens.dialogs.next_session import NextSession
from screens.shell.activity_part import ActivityPart
from widgets.command import Bound, Command


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

    def commands(self, *, typing: bool) -> list[Bound]:
        """Those for a session that goes on, or for one that is closed."""
        closed = self.house.session.status is SessionStatus.CLOSED
        without = GoingOn.close if closed else GoingOn.reopen
        return [bound for bound in super().commands(typing=typing) if bound.command.run is not without]

    def close(self) -> None:
        """Close the session."""
        if self.house.do(close_session, session=self._session.id):
            self.house.chosen_session = self._session.id  # what is exported now is of this one, not of the next
            self.house.tell(self._told_closed())

    def reopen(self) -> None:
        """Open it again."""
        if self.house.do(open_session, session=self._session.id):
            self.house.tell(_("The session is open again."))

    def _told_closed(self) -> str:
        closed = _("The session is closed; everything is saved.")
        on = _("Enter goes to session {n}.").format(n=self._coming.number) if self._coming else ""
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
            go_on,
            N_("Next session"),
            N_("The programme of the next session"),
            ("enter",),
            9,
            cannot=not_over,
        ),
        Command(close, N_("Close the session"), N_("Close the session; it can be reopened"), ("f6", "c"), 10),
        Command(reopen, N_("Reopen"), N_("Reopen the session; it can be closed again"), ("f6", "c"), 13),
        Command(agree, N_("Plan the next"), N_("Agree on when and where it is, what about and with whom"), ("n",), 11),
    )
