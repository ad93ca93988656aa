"""The network, its people and its sessions."""

from enum import StrEnum
from typing import ClassVar, Self

import msgspec

from data.model.base import Record
from data.model.consultation import Consultation
from data.model.decision import ConsentRound
from data.model.evaluation import EvaluationKind
from data.model.exchange import Exchange
from data.model.kinds import ActivityKind
from data.model.languages import DEFAULT_LANGUAGE
from data.model.profile import Call, ExportChoice, Mix, Passage, Reach


class Role(StrEnum):
    """What somebody is in the network; it decides who dates and votes unless set otherwise."""

    PARTICIPANT = "participant"
    FACILITATOR = "facilitator"
    GUEST = "guest"
    OBSERVER = "observer"


DATING_ROLES = frozenset({Role.PARTICIPANT, Role.GUEST})
VOTING_ROLES = frozenset({Role.PARTICIPANT})


class Presence(StrEnum):
    """Where somebody is during a session."""

    PRESENT = "present"
    LEFT = "left"
    EXCUSED = "excused"
    NOT_EXCUSED = "not_excused"


class SessionStatus(StrEnum):
    """Whether a session is still to come, going on, or over."""

    PLANNED = "planned"
    OPEN = "open"
    CLOSED = "closed"


class Profile(Record, frozen=True, kw_only=True, omit_defaults=True):
    """The network itself; one record a file. ``language`` is that of its summary.

    ``gains`` is what a participant gets out of it, ``gains_organisation`` what the organisation does. ``meetings`` is
    how many sessions there will be, ``places`` for how many people it is meant: at most, when the call is capped. What
    is not known yet is empty, None or 0. ``invitation`` has what was written of an element of the invitation in place
    of what follows from the rest. ``export`` is how its reports were made the last time.
    """

    table: ClassVar[str] = "network"

    name: str
    theme: str = ""
    purpose: str = ""
    language: str = DEFAULT_LANGUAGE
    created: str = ""
    shared_goal: str = ""
    reviving_questions: tuple[str, ...] = ()
    prompts: tuple[str, ...] = ()
    gains: tuple[str, ...] = ()
    gains_organisation: tuple[str, ...] = ()
    reach: Reach | None = None
    mix: Mix | None = None
    meetings: int = 0
    hosts_in_turn: bool | None = None
    call: Call | None = None
    places: int = 0
    invitation: tuple[Passage, ...] = ()
    export: ExportChoice | None = None


class Participant(Record, frozen=True, kw_only=True, omit_defaults=True):
    """A member of the network. ``votes`` and ``dates`` are None while the role decides.

    ``interest`` is why somebody takes part, ``goal`` what they want to learn for themselves, ``context`` where and with
    whom they work. Whoever left the network did so on ``left``, an ISO date; ``replaced_by`` is who came instead.
    """

    table: ClassVar[str] = "participants"

    name: str
    organisation: str = ""
    function: str = ""
    email: str = ""
    interest: str = ""
    goal: str = ""
    context: str = ""
    role: Role = Role.PARTICIPANT
    votes: bool | None = None
    dates: bool | None = None
    hosts: bool = False
    left: str = ""
    replaced_by: str | None = None

    @property
    def may_vote(self) -> bool:
        """Whether this person votes when present."""
        return self.role in VOTING_ROLES if self.votes is None else self.votes

    @property
    def may_date(self) -> bool:
        """Whether this person takes part in speed dates when present."""
        return self.role in DATING_ROLES if self.dates is None else self.dates


class Session(Record, frozen=True, kw_only=True, omit_defaults=True):
    """One meeting. ``date`` is ISO, ``starts`` and ``ends`` are HH:MM; ``now`` is the running activity.

    ``host`` is the participant at whose organisation it is. ``moves`` counts how often its day, its hours or its place
    were changed: a calendar takes what moved last. ``lead`` is what its summary tells in brief in
    own words, a paragraph a line; while it is empty the sentences are made.
    """

    table: ClassVar[str] = "sessions"

    number: int
    title: str = ""
    date: str = ""
    starts: str = ""
    ends: str = ""
    place: str = ""
    status: SessionStatus = SessionStatus.PLANNED
    now: str | None = None
    themes: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    closed_at: str = ""
    host: str | None = None
    moves: int = 0
    lead: str = ""

    def moved_from(self, before: Self) -> Self:
        """This session, counted as moved once more than ``before`` where that had a day, and another day or place."""
        there, was = ((s.date, s.starts, s.ends, s.place) for s in (self, before))
        return self if there == was or not before.date else msgspec.structs.replace(self, moves=before.moves + 1)


class Attendance(Record, frozen=True, kw_only=True, omit_defaults=True):
    """Where one person is in one session. ``since`` and ``until`` are ISO times; ``reason`` is not for the room."""

    table: ClassVar[str] = "attendance"

    session: str
    participant: str
    presence: Presence
    since: str = ""
    until: str = ""
    reason: str = ""


class Countdown(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A running clock, kept as its end: it goes on after a crash and is the same in two windows.

    ``ends`` is an ISO time; while paused it is empty and ``left`` has the seconds still to go.
    ``total`` is the length in seconds, ``what`` says what is timed (talk, change, groups, break).
    """

    ends: str = ""
    left: int | None = None
    total: int = 0
    what: str = ""


class DateSettings(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """How speed dates are held: people a table, minutes of talk, seconds to change places, what to do with an odd one.

    ``joins`` has who takes part (or not) against what their role says. ``met_before`` and ``apart`` are what one
    meeting of people who met in an earlier session, or of colleagues, weighs against a meeting again in this one.
    """

    size: int = 2
    minutes: float = 4
    change: int = 45
    odd: str = "trio"
    rounds: int | None = None
    met_before: int = 1
    apart: int = 1
    joins: dict[str, bool] = {}
    pinned: dict[str, int] = {}
    seed: int = 0


class Activity(Record, frozen=True, kw_only=True, omit_defaults=True):
    """An item of a session's programme: what, for how long, and how it stands.

    ``consultation`` is how far a peer consultation is, ``exchange`` how far an exchange of experience. Others are in
    the step that ``phase`` says, and treat there what ``treats`` says (an id), after what was
    ``passed``. ``expert`` is who comes to tell.
    ``minutes`` is its timebox. ``speakers`` is the order of a round table, ``turns`` are the moments at which the floor
    passed to somebody else or came free. ``decision`` is what it decides about, ``consent`` how far consent is there;
    ``about`` is what else it treats of what is carried over (ids). ``digressing`` is the ISO time since when the talk
    is off its question, as the facilitator noted. ``evaluates`` is what an evaluation looks back on.
    """

    table: ClassVar[str] = "activities"

    session: str
    kind: ActivityKind
    position: float
    title: str = ""
    minutes: int = 0
    question: str = ""
    started: str = ""
    ended: str = ""
    countdown: Countdown | None = None
    dates: DateSettings | None = None
    speakers: tuple[str, ...] = ()
    speaking: str | None = None
    turns: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    subgroups: tuple[tuple[str, ...], ...] = ()
    consultation: Consultation | None = None
    exchange: Exchange | None = None
    attribution: str = "off"
    decision: str | None = None
    phase: str = ""
    treats: str = ""
    passed: tuple[str, ...] = ()
    expert: str = ""
    consent: ConsentRound | None = None
    evaluates: EvaluationKind = EvaluationKind.SESSION
    spoken: bool = False
    revealed: bool = False
    digressing: str = ""


class Round(Record, frozen=True, kw_only=True, omit_defaults=True):
    """One round of speed dates: tables of participant ids, and who sits out.

    ``started`` is empty while the round is only planned; ``held`` is true once it counts as met.
    """

    table: ClassVar[str] = "rounds"

    session: str
    activity: str
    number: int
    tables: tuple[tuple[str, ...], ...]
    sits_out: tuple[str, ...] = ()
    started: str = ""
    held: bool = False
    prompt: str = ""
