"""A decision: a question taken through four phases, perhaps over several sessions."""

from enum import StrEnum
from typing import ClassVar

import msgspec

from data.model.base import Record


class Phase(StrEnum):
    """The four phases of the handbook."""

    EXPLORE = "explore"
    PROPOSE = "propose"
    EXAMINE = "examine"
    DECIDE = "decide"


class DecisionStatus(StrEnum):
    """How a decision stands. A closed one is never rewritten."""

    OPEN = "open"
    DECIDED = "decided"
    PARKED = "parked"


class Way(StrEnum):
    """The ways of deciding."""

    ALL_OF_US = "all_of_us"
    CONSENT = "consent"
    FINGERS = "fingers"
    DOTS = "dots"
    FOR_AGAINST = "for_against"
    RANKING = "ranking"


class Entry(StrEnum):
    """How a vote is entered: counted hands, per person, or secret in turn."""

    HANDS = "hands"
    PERSON = "person"
    SECRET = "secret"


class Decision(Record, frozen=True, kw_only=True, omit_defaults=True):
    """A question the network decides. It lives in the network, not in one session.

    ``planned`` names the session (id) that treats a phase. ``outcome`` is the statement as it was agreed,
    ``decided_by`` what decided it, ``chosen`` the proposal (id) it came from, ``review`` an ISO day. Once decided it
    is never rewritten: ``confirmed`` (the session that confirmed a provisional one) is all that is ever added, and
    what takes its place names it in ``supersedes``.
    """

    table: ClassVar[str] = "decisions"

    session: str
    question: str
    origin: str = ""
    importance: str = ""
    phase: Phase = Phase.EXPLORE
    planned: dict[Phase, str] = {}
    status: DecisionStatus = DecisionStatus.OPEN
    outcome: str = ""
    decided_by: str = ""
    decided_in: str | None = None
    proposals: tuple[str, ...] = ()
    dissent: str = ""
    review: str = ""
    provisional: bool = False
    supersedes: str | None = None
    chosen: str | None = None
    decided_at: str = ""
    confirmed: str | None = None


class Version(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One wording of a proposal, and the session in which it was made."""

    text: str
    session: str
    why: str = ""


class Proposal(Record, frozen=True, kw_only=True, omit_defaults=True):
    """Something the group could decide; its last version is the one that counts."""

    table: ClassVar[str] = "proposals"

    decision: str
    versions: tuple[Version, ...]
    position: float = 0
    cluster: str | None = None
    participant: str | None = None
    dropped: bool = False

    @property
    def text(self) -> str:
        """The wording that counts now."""
        return self.versions[-1].text


class SwotKind(StrEnum):
    """Strengths, weaknesses, opportunities, threats."""

    STRENGTH = "strength"
    WEAKNESS = "weakness"
    OPPORTUNITY = "opportunity"
    THREAT = "threat"


class SwotPoint(Record, frozen=True, kw_only=True, omit_defaults=True):
    """One point in the examination of a proposal."""

    table: ClassVar[str] = "swot"

    proposal: str
    kind: SwotKind
    text: str
    session: str


class Option(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A proposal as it stood when a vote was opened: its version is an index into its versions."""

    proposal: str
    version: int


class Vote(Record, frozen=True, kw_only=True, omit_defaults=True):
    """A round of voting with its rules frozen: what, how, among whom, and what was answered.

    ``base`` are the people who may answer (participant ids), ``roster`` the size of the network. ``counts`` are
    counted hands per option and answer, with ``answered`` (abstentions included) and ``abstained`` where a way needs
    them. ``ballots`` are answers per person, in the order of ``voters``; secret ones have no voters, are in no order,
    and are not kept at all when they are fewer than five. ``outcome`` and ``results`` (per proposal) are codes of the
    tallies. A tie keeps how it was broken (``tie_way``), why (``tie_break``), and for a draw among whom, with which
    seed, and what was drawn.
    """

    table: ClassVar[str] = "ballots"

    decision: str
    session: str
    way: Way
    entry: Entry
    options: tuple[Option, ...]
    base: tuple[str, ...]
    roster: int
    settings: dict[str, int | str | bool] = {}
    counts: dict[str, dict[str, int]] = {}
    abstained: int = 0
    answered: int | None = None
    ballots: tuple[dict[str, int], ...] = ()
    voters: tuple[str, ...] = ()
    opened: str = ""
    closed: str = ""
    outcome: str = ""
    results: dict[str, str] = {}
    tie_break: str = ""
    tie_way: str = ""
    among: tuple[str, ...] = ()
    seed: int | None = None
    drawn: str | None = None


class ConsentStep(StrEnum):
    """The steps of consent, in order."""

    PRESENT = "present"
    CLARIFY = "clarify"
    REACTIONS = "reactions"
    CONSENT = "consent"
    INTEGRATE = "integrate"


class ConsentRound(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Consent step by step about a proposal (id): the step of now, and who (ids) had the floor in it and has it.

    ``remembered`` is the order of the step before, which is followed again.
    """

    proposal: str
    step: ConsentStep = ConsentStep.PRESENT
    speakers: tuple[str, ...] = ()
    speaking: str | None = None
    remembered: tuple[str, ...] = ()


class ObjectionFate(StrEnum):
    """What became of an objection."""

    OPEN = "open"
    INTEGRATED = "integrated"
    WITHDRAWN = "withdrawn"
    NOTED = "noted"


class Objection(Record, frozen=True, kw_only=True, omit_defaults=True):
    """A reasoned objection or a concern to a version of a proposal, and what became of it.

    ``integrated`` is the version (an index) that took it in; ``resolution`` says what became of it in words.
    ``vote`` is the last vote of the decision by the time it was said or settled, empty before any: what was settled
    before a new vote says nothing of what is objected there. It is None in files of before it was kept.
    """

    table: ClassVar[str] = "objections"

    decision: str
    proposal: str
    text: str
    session: str
    participant: str | None = None
    concern: bool = False
    fate: ObjectionFate = ObjectionFate.OPEN
    version: int = 0
    integrated: int | None = None
    resolution: str = ""
    vote: str | None = None
