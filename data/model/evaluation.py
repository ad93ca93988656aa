"""What people say of a session, or of the network as far as it came: forms, and what the group says together."""

from enum import StrEnum
from typing import ClassVar

from data.model.base import Record
from data.model.kinds import ActivityKind


class EvaluationKind(StrEnum):
    """What is looked back on: this session, the network so far, or the whole network."""

    SESSION = "session"
    INTERIM = "interim"
    FINAL = "final"


class Evaluation(Record, frozen=True, kw_only=True, omit_defaults=True):
    """One evaluation form. Scores are 0 to 10 in halves, None when left blank.

    Its lists are those that its kind of evaluation asks for (``data.methods.evaluation.ASKED``). An anonymous form has
    no participant, no time, and no place in an order.
    """

    table: ClassVar[str] = "evaluations"

    session: str
    activity: str
    participant: str | None = None
    content: float | None = None
    discussion: float | None = None
    facilitation: float | None = None
    content_comment: str = ""
    discussion_comment: str = ""
    facilitation_comment: str = ""
    learning: tuple[str, ...] = ()
    treat: tuple[str, ...] = ()
    deepen: tuple[str, ...] = ()
    hunger: tuple[str, ...] = ()
    adjust: tuple[str, ...] = ()
    well: tuple[str, ...] = ()
    improve: tuple[str, ...] = ()
    liked: tuple[str, ...] = ()
    less_liked: tuple[str, ...] = ()
    suggestions: tuple[str, ...] = ()


class SpokenKind(StrEnum):
    """The questions that are answered aloud; each kind of evaluation asks some (``data.methods.evaluation.ALOUD``)."""

    LEARNED = "learned"
    WENT = "went"
    HUNGER = "hunger"
    ADJUST = "adjust"
    WELL = "well"
    IMPROVE = "improve"
    SUGGESTION = "suggestion"


class Spoken(Record, frozen=True, kw_only=True, omit_defaults=True):
    """A line of a spoken evaluation."""

    table: ClassVar[str] = "spoken"

    session: str
    activity: str
    kind: SpokenKind
    text: str
    participant: str | None = None


class Liked(StrEnum):
    """What the group says of a work form that the network used."""

    LIKED = "liked"
    MIXED = "mixed"
    LESS = "less"


class Liking(Record, frozen=True, kw_only=True, omit_defaults=True):
    """What the group says of a work form (``form``) in a final evaluation, and why; ``liked`` is None while unsaid."""

    table: ClassVar[str] = "likings"

    session: str
    activity: str
    form: ActivityKind
    liked: Liked | None = None
    why: str = ""
