"""What Home says of a network file without opening it."""

from __future__ import annotations

from pathlib import Path

import msgspec

from data.model import Decision, DecisionStatus, Profile, Session
from data.store.storage import KringStorage
from data.verbs.network import current_session
from data.verbs.round_table import open_questions

LARGEST = 8 * 1024 * 1024
"""Larger files are not read for a glance, in bytes."""


class Glance(msgspec.Struct, frozen=True):
    """The network's name, the session to go on with, and how many questions and decisions are open."""

    name: str
    session: Session | None
    questions: int
    decisions: int


def glance(path: Path) -> Glance | None:
    """Read a file for Home and leave it untouched; None when it is gone, too large, damaged or no network."""
    try:
        if path.stat().st_size > LARGEST:
            return None
        state = KringStorage(path).fresh().state
    except (OSError, ValueError):  # ValueError: a path that can be none, and what is damaged
        return None
    profile = next(iter(state.all(Profile)), None)
    if profile is None:
        return None
    return Glance(
        name=profile.name,
        session=current_session(state),
        questions=len(open_questions(state)),
        decisions=len(state.where(Decision, lambda decision: decision.status is DecisionStatus.OPEN)),
    )
