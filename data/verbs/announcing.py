"""What becomes of themes when a session is announced with them, or no longer."""

from __future__ import annotations

from msgspec.structs import replace

from data.model import Session, State, Theme
from data.text import fold


def announced_otherwise(state: State, before: Session, after: Session) -> list[Theme]:
    """The themes that change because a session is announced with others: what went is off its agenda, what waits is on.

    Args:
        state: what the network holds.
        before: the session as it was announced.
        after: the same one as it will be.
    """
    was, now = ({fold(text) for text in each.themes} for each in (before, after))
    gone = state.where(Theme, lambda theme: theme.planned == before.id and fold(theme.text) in was - now)
    new = state.where(Theme, lambda theme: theme.waits and fold(theme.text) in now - was)
    return [
        *(replace(each, planned=None) for each in gone),
        *(replace(each, planned=after.id, parked=None) for each in new),
    ]
