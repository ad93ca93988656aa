"""What the room says: questions, rules, agreements, notes and parked points."""

from enum import StrEnum
from typing import ClassVar

from data.model.base import Record
from data.model.carried import Carried, Fate


class QuestionKind(StrEnum):
    """The three prompts of the round table."""

    QUESTION = "question"
    EXPECTATION = "expectation"
    EXPERIENCE = "experience"


class Question(Carried, frozen=True, kw_only=True, omit_defaults=True):
    """What somebody wants to learn, expects or brings; ``also`` are the people who joined in."""

    table: ClassVar[str] = "questions"

    text: str
    kind: QuestionKind = QuestionKind.QUESTION
    activity: str | None = None
    participant: str | None = None
    also: tuple[str, ...] = ()

    @property
    def answered(self) -> str | None:
        """The session that answered it."""
        return self.closed if self.fate is Fate.CLOSED else None


class RuleKind(StrEnum):
    """A ground rule, or how the group wants to work."""

    GROUND_RULE = "ground_rule"
    WAY_OF_WORKING = "way_of_working"


class Rule(Record, frozen=True, kw_only=True, omit_defaults=True):
    """A ground rule or a way of working: proposed until the group agrees."""

    table: ClassVar[str] = "rules"

    session: str
    text: str
    kind: RuleKind = RuleKind.GROUND_RULE
    agreed: bool = False


class Action(Carried, frozen=True, kw_only=True, omit_defaults=True):
    """An agreement or action point in one line: what, who (participant ids), when (as said).

    ``named`` holds who was named but is no participant. ``decision`` is what it follows from, if anything.
    """

    table: ClassVar[str] = "actions"

    text: str
    who: tuple[str, ...] = ()
    named: str = ""
    due: str = ""
    decision: str | None = None
    activity: str | None = None

    @property
    def done(self) -> bool:
        """Whether it was done."""
        return self.fate is Fate.CLOSED


class Note(Record, frozen=True, kw_only=True, omit_defaults=True):
    """One idea on one line. ``weight`` counts the people who said the same; ``binned`` notes can come back.

    ``feasibility`` and ``value`` are 1 to 5, None while not weighed. ``position`` orders notes within a cluster.
    """

    table: ClassVar[str] = "notes"

    session: str
    activity: str
    text: str
    at: str = ""
    cluster: str | None = None
    participant: str | None = None
    subgroup: int | None = None
    weight: int = 0
    binned: bool = False
    feasibility: int | None = None
    value: int | None = None
    position: float = 0


class Cluster(Record, frozen=True, kw_only=True, omit_defaults=True):
    """Notes grouped on the board under a title. ``hands`` of ``base`` people want to go on with it."""

    table: ClassVar[str] = "clusters"

    session: str
    activity: str
    title: str
    position: float = 0
    hands: int | None = None
    base: int | None = None
    sent: str = ""


class Parked(Carried, frozen=True, kw_only=True, omit_defaults=True):
    """An off-topic point kept for later: from whom, and why it matters, where that was said."""

    table: ClassVar[str] = "parked"

    text: str
    activity: str | None = None
    participant: str | None = None
    why: str = ""


class Turn(Record, frozen=True, kw_only=True, omit_defaults=True):
    """A turn in a discussion, as the facilitator noted it: who spoke, and in which activity if one was going on.

    Whose it is is for the facilitator alone.
    """

    table: ClassVar[str] = "turns"

    session: str
    activity: str | None = None
    participant: str | None = None
