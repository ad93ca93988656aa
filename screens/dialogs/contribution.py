"""Somebody, or an organisation, is asked to bring something to the session to come."""

from __future__ import annotations

from data.i18n import _, told
from data.model import Engagement
from data.network import Applied
from data.verbs.contribution import ask_contribution, outsiders
from screens.dialogs.ask import AskLine
from screens.shell.house import House


def tell_asked(house: House, done: Applied) -> None:
    """Say that it was noted, and who of those that bring it is from outside: that may be meant, or a slip."""
    label = told(done.change.label)
    if outside := from_outside(house, done):
        house.feedback.warned(f"{label} · {outside}")
    else:
        house.tell(label)


def from_outside(house: House, done: Applied) -> str:
    """Who of those that bring it is not in the network, in a few words; empty where all are."""
    asked = next((record for record in done.change.puts if isinstance(record, Engagement)), None)
    names = outsiders(house.state, asked) if asked else []
    return _("not in the network: {names}").format(names=", ".join(names)) if names else ""


def ask_for_next(house: House, session: str, *, beyond: bool = False) -> None:
    """Ask what, of whom and when, for the session after this one; ``beyond`` it where this one is being held."""

    def asked(text: str | None) -> None:
        if text is not None and (done := house.do(ask_contribution, session=session, text=text, beyond=beyond)):
            tell_asked(house, done)

    house.push_screen(AskLine(_("Who brings what to the next session?"), placeholder=_("what; who from; when")), asked)
