"""What a summary holds, in no language: records that every format renders.

Names are those of people; texts are what the room said, letter for letter. Times are HH:MM, days ISO.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from data.methods.evaluation import Results
from data.model import (
    ActivityKind,
    DecisionStatus,
    EvaluationKind,
    Kept,
    Liked,
    ObjectionFate,
    Phase,
    QuestionKind,
    ResourceKind,
    RuleKind,
    SpokenKind,
    SwotKind,
    Verdict,
)
from data.model.decision import Entry, Way
from data.report.announced import Item, NextSession
from data.report.worked import Consulted, Contributed, Discussed, Exchanged, Invited, TermLine


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in the attendance: since when and until when, empty for the whole session.

    ``reason`` is why somebody was excused; that and ``email`` are for the facilitator only.
    """

    name: str
    organisation: str = ""
    since: str = ""
    until: str = ""
    function: str = ""
    email: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Attended:
    """Who was there, who was excused, who was away, and of whom nothing was noted."""

    present: tuple[Person, ...] = ()
    excused: tuple[Person, ...] = ()
    away: tuple[Person, ...] = ()
    unknown: tuple[Person, ...] = ()

    @property
    def every(self) -> tuple[tuple[Person, ...], ...]:
        """All of them, as they were there."""
        return self.present, self.excused, self.away, self.unknown


@dataclass(frozen=True, slots=True)
class Agreement:
    """What, who and when; ``session`` is the number of the one that agreed it, ``words`` what came of it.

    ``case`` tells that whoever brought a case takes it on, ``dropped`` that it was let go.
    """

    text: str
    who: tuple[str, ...]
    due: str
    done: bool
    session: int
    words: str = ""
    case: bool = False
    dropped: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, expectation or experience; the numbers are those of sessions, None while it was not.

    ``words`` are those in which it was answered, or let go.
    """

    kind: QuestionKind
    text: str
    who: str
    also: tuple[str, ...]
    session: int
    treated: int | None = None
    answered: int | None = None
    dropped: int | None = None
    planned: int | None = None
    parked: int | None = None
    reopened: int | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class RuleLine:
    """A ground rule or way of working."""

    kind: RuleKind
    text: str
    agreed: bool


@dataclass(frozen=True, slots=True)
class Dates:
    """Speed dates that were held: ``rounds`` of them, and who met whom how often.

    ``met`` is square, in the order of ``people``; ``sat_out`` counts the rounds each sat out.
    """

    rounds: int
    minutes: float
    people: tuple[str, ...]
    met: tuple[tuple[int, ...], ...]
    sat_out: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class NoteLine:
    """A post-it; ``who`` is only there when the brainstorm says whose a note is."""

    text: str
    weight: int = 0
    who: str = ""
    subgroup: int | None = None
    feasibility: int | None = None
    value: int | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """A cluster with its notes, and how many there are; the loose notes have no title.

    ``hands`` of ``base`` want to go on with it.
    """

    title: str
    notes: tuple[NoteLine, ...]
    count: int
    hands: int | None = None
    base: int | None = None


@dataclass(frozen=True, slots=True)
class Storm:
    """A brainstorm: its question and its board."""

    title: str
    question: str
    columns: tuple[Column, ...]


@dataclass(frozen=True, slots=True)
class Wording:
    """A version of a proposal, the session that made it and why."""

    text: str
    session: int
    why: str = ""


@dataclass(frozen=True, slots=True)
class Proposed:
    """A proposal by its letter: its wordings, where it came from, and its examination."""

    letter: str
    wordings: tuple[Wording, ...]
    cluster: str = ""
    who: str = ""
    dropped: bool = False
    swot: tuple[tuple[SwotKind, tuple[str, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class Voted:
    """One proposal in a vote: its wording at that time, how often each answer was given, and a code of its result."""

    letter: str
    text: str
    counts: tuple[tuple[str, int], ...]
    result: str = ""


@dataclass(frozen=True, slots=True)
class VoteLine:
    """A vote that was closed: how it was done, of how many, and what came of it (a code of the tallies).

    A tie has how it was broken (a code of the next steps), why, and the letter that was drawn.
    """

    session: int
    way: Way
    entry: Entry
    base: int
    roster: int
    answered: int | None
    abstained: int
    options: tuple[Voted, ...]
    outcome: str = ""
    tie_way: str = ""
    tie_break: str = ""
    drawn: str = ""


@dataclass(frozen=True, slots=True)
class Objected:
    """An objection or a concern, to which proposal, what became of it, and in which words."""

    letter: str
    text: str
    who: str
    concern: bool
    fate: ObjectionFate
    resolution: str = ""


@dataclass(frozen=True, slots=True)
class Decided:
    """The whole record of a decision as far as it came. ``here`` tells that this session took it."""

    question: str
    origin: str
    importance: str
    status: DecisionStatus
    phase: Phase
    planned: tuple[tuple[Phase, int], ...]
    proposals: tuple[Proposed, ...]
    votes: tuple[VoteLine, ...]
    objections: tuple[Objected, ...]
    outcome: str
    decided_by: str
    decided_in: int | None
    here: bool
    provisional: bool
    dissent: str
    review: str
    confirmed: int | None = None
    supersedes: str = ""
    superseded: str = ""


@dataclass(frozen=True, slots=True)
class ParkedLine:
    """A parked point, the session that parked it and the one that took it up; from whom, why, and what came of it."""

    text: str
    session: int
    treated: int | None = None
    who: str = ""
    why: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class ResourceLine:
    """Slides, a model or a link, and where it is found."""

    kind: ResourceKind
    text: str
    where: str = ""


@dataclass(frozen=True, slots=True)
class RecapLine:
    """A point of the recap, and what the group said of it."""

    text: str
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Evaluated:
    """An evaluation: the results, and what was written or said, counted and in no order of people.

    Comments, and what was ``written`` (by the field of the form), are there only when there are enough forms.
    ``promises`` and ``forms`` are what the group said of each, the latter with why.
    """

    results: Results
    kind: EvaluationKind = EvaluationKind.SESSION
    comments: tuple[tuple[str, tuple[str, ...]], ...] = ()
    written: Mapping[str, tuple[tuple[str, int], ...]] = field(default_factory=dict)
    said: Mapping[SpokenKind, tuple[str, ...]] = field(default_factory=dict)
    promises: tuple[tuple[str, Kept], ...] = ()
    forms: tuple[tuple[ActivityKind, Liked | None, str], ...] = ()


@dataclass(frozen=True, slots=True)
class SummaryView:
    """The summary of one session. ``language`` is the one the network chose for it.

    ``over`` has by number what the forms of each session so far said together, ``turns`` how often each was heard.
    ``lead`` is what it tells in brief in the facilitator's own words. While the session goes on, ``now`` is what
    is going on in it and ``still`` what is to come behind that.
    """

    language: str
    network: str
    theme: str
    shared_goal: str
    number: int
    title: str
    date: str
    starts: str
    ends: str
    place: str
    themes: tuple[str, ...]
    speakers: tuple[str, ...]
    agreements: tuple[Agreement, ...]
    to_do: tuple[Agreement, ...]
    done: tuple[Agreement, ...]
    attendance: Attended
    programme: tuple[Item, ...]
    asked: tuple[Asked, ...]
    rules: tuple[RuleLine, ...]
    dates: tuple[Dates, ...]
    storms: tuple[Storm, ...]
    decisions: tuple[Decided, ...]
    parked: tuple[ParkedLine, ...]
    turns: tuple[tuple[str, int], ...]
    resources: tuple[ResourceLine, ...]
    evaluations: tuple[Evaluated, ...]
    over: tuple[tuple[int, Results], ...]
    next: NextSession | None
    consultations: tuple[Consulted, ...] = ()
    exchanges: tuple[Exchanged, ...] = ()
    inputs: tuple[Invited, ...] = ()
    contributions: tuple[Contributed, ...] = ()
    preparations: tuple[Discussed, ...] = ()
    terms: tuple[TermLine, ...] = ()
    recap: tuple[RecapLine, ...] = ()
    lead: tuple[str, ...] = ()
    now: Item | None = None
    still: tuple[Item, ...] = ()

    @property
    def goes_on(self) -> bool:
        """Whether something is going on or to come of which this will tell."""
        return bool(self.now or self.still)

    @property
    def people(self) -> tuple[str, ...]:
        """Everybody whose name stands in the attendance."""
        return tuple(person.name for people in self.attendance.every for person in people)
