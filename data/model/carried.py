"""What is carried from one session to the next until it is closed: what they have in common, and some of its kinds."""

from enum import StrEnum
from typing import ClassVar

from data.model.base import Record


class Fate(StrEnum):
    """Whether something still waits, came to its end, or was let go."""

    OPEN = "open"
    CLOSED = "closed"
    DROPPED = "dropped"


class Status(StrEnum):
    """How something that is carried over stands now."""

    OPEN = "open"
    PLANNED = "planned"
    TREATED = "treated"
    PARKED = "parked"
    REOPENED = "reopened"
    CLOSED = "closed"
    DROPPED = "dropped"


class Strand(StrEnum):
    """The kinds of things that are carried from session to session, in the order in which they are told."""

    QUESTIONS = "questions"
    EXPECTATIONS = "expectations"
    PARKED = "parked"
    ACTIONS = "actions"
    PROMISES = "promises"
    ENGAGEMENTS = "engagements"
    THEMES = "themes"
    DECISIONS = "decisions"


class Carried(Record, frozen=True, kw_only=True, omit_defaults=True):
    """Something that comes back in every session until it is closed.

    ``session`` is where it came up. ``planned`` is the session on whose agenda it stands, ``parked`` the one that put
    it aside, ``treated`` the last that dealt with it, ``reopened`` the last that opened it again. ``closed`` is the
    session that ended it (as ``fate`` says, and None when that is not known), in the ``words`` of the answer or the
    reason; both are kept when it is opened again.
    """

    session: str
    planned: str | None = None
    parked: str | None = None
    treated: str | None = None
    reopened: str | None = None
    closed: str | None = None
    fate: Fate = Fate.OPEN
    words: str = ""

    @property
    def waits(self) -> bool:
        """Whether it is still open."""
        return self.fate is Fate.OPEN


class Kept(StrEnum):
    """What the group says of a promise in an evaluation."""

    KEPT = "kept"
    PARTLY = "partly"
    NOT_YET = "not_yet"


class Promise(Carried, frozen=True, kw_only=True, omit_defaults=True):
    """What the network said it would offer. ``checks`` has by session (id) what the group said of it there.

    ``source`` is the element of the invitation it stands in; empty when it was typed by itself. One that was kept is
    closed.
    """

    table: ClassVar[str] = "promises"

    text: str
    source: str = ""
    checks: dict[str, Kept] = {}


class EngagementKind(StrEnum):
    """What is asked of who takes part."""

    SESSIONS = "sessions"
    CASES = "cases"
    AGENDA = "agenda"
    PASSING_ON = "passing_on"
    CONTRIBUTION = "contribution"
    ASSIGNMENT = "assignment"
    OTHER = "other"


class Engagement(Carried, frozen=True, kw_only=True, omit_defaults=True):
    """What is asked of everybody, or of somebody: ``who`` are participant ids, nobody stands for all.

    ``named`` is an organisation, or whoever else is no participant; ``due`` is when, as it was said. ``questions`` are
    those of a form or scan that is asked beforehand; without any it is one question itself.
    """

    table: ClassVar[str] = "engagements"

    text: str
    kind: EngagementKind = EngagementKind.OTHER
    who: tuple[str, ...] = ()
    named: str = ""
    due: str = ""
    questions: tuple[str, ...] = ()


class ThemeSource(StrEnum):
    """Where a theme comes from."""

    EVALUATION = "evaluation"
    POLL = "poll"
    RECAP = "recap"
    FACILITATOR = "facilitator"


class Theme(Carried, frozen=True, kw_only=True, omit_defaults=True):
    """What a session could be about. ``weight`` counts who asked for it, ``deepen`` tells it was treated before."""

    table: ClassVar[str] = "themes"

    text: str
    source: ThemeSource = ThemeSource.FACILITATOR
    weight: int = 0
    deepen: bool = False
