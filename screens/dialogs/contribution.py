"""Somebody, or an organisation, is asked to bring something to the session to come."""

from __future__ import annotations

from data.i18n import _, told
from data.verbs.contribution import ask_contribution
from screens.dialogs.ask import AskLine
from screens.shell.house import House


def ask_for_next(house: House, session: str, *, beyond: bool = False) -> None:
    """Ask what, of whom and when, for the session after this one; ``beyond`` it where this one is being held."""

    def asked(text: str | None) -> None:
        if text is not None and (done := house.do(ask_contribution, session=session, text=text, beyond=beyond)):
            house.tell(told(done.change.label))

    house.push_screen(AskLine(_("Who brings what to the next session?"), placeholder=_("what; who from; when")), asked)
