"""What is decided of every field of every record: where its value stands in what leaves the laptop, and for whom.

Versions are those of the participants (``p``), the facilitator (``f``) and a commissioner (``c``). Places are those of
``places.py``. A copy as JSON holds every field.
"""

from __future__ import annotations

import typing
from collections.abc import Iterator
from dataclasses import dataclass, field

import msgspec


@dataclass(frozen=True)
class Stands:
    """By place the versions in which a value stands; it stands in no other, and in no other place.

    ``told`` is how it is told where the value is no text of its own: that is looked for where it stands only.
    """

    where: dict[str, str]
    told: tuple[str, ...] = ()


@dataclass(frozen=True)
class Nowhere:
    """It stands nowhere, and why."""

    why: str
    where: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Steers:
    """No value that is told: it decides which records are told, or how they are; ``how`` says what it decides."""

    how: str


Decision = Stands | Nowhere | Steers


def at(*told: str, **where: str) -> Stands:
    """Where a value stands, and how it is told when it is no text."""
    return Stands(where, told)


ID = Steers("names the record")
WHERE = Steers("where it belongs: to which session, activity, decision or person")
ORDER = Steers("in which order it is told")
CLOCK = Nowhere("a clock that ran, or a moment at which something was done: for the room alone")
STEP = Nowhere("how far the group was: for the room alone")
PLAN = Nowhere("how seats are planned: the rounds themselves are told")
UNSIGNED = Nowhere("what was said, written or voted carries no name")
FATE = Steers("how it stands, in words: answered, done, let go, on which agenda, since when")

LIFE = {"planned": FATE, "parked": FATE, "treated": FATE, "reopened": FATE, "closed": FATE, "fate": FATE}
"""The fields of everything that is carried over, but for its words."""

FIELDS: dict[str, dict[str, Decision]] = {
    "network": {
        "id": ID,
        "name": at(
            summary="pfc", reminder="pfc", series="pfc", cards="pfc", calendar="pfc", mail="pfc", invitation="pfc"
        ),
        "theme": at(series="pfc", invitation="pfc"),
        "purpose": at(invitation="pfc"),
        "language": Steers("in which language it is written when none is asked"),
        "created": CLOCK,
        "shared_goal": at(summary="pfc", series="pfc"),
        "reviving_questions": Nowhere("what a facilitator keeps at hand"),
        "prompts": Nowhere("what a facilitator keeps at hand; the one of a round stands on the cards"),
        "gains": at(invitation="pfc"),
        "gains_organisation": at(invitation="pfc"),
        "reach": at("People from different organisations.", invitation="pfc"),
        "mix": at("They do different kinds of work.", invitation="pfc"),
        "meetings": at("2929 sessions", invitation="pfc"),
        "hosts_in_turn": at("host the sessions in turn", invitation="pfc"),
        "call": at("There is room for", invitation="pfc"),
        "places": at("room for 2323 people", invitation="pfc"),
        "invitation.element": Steers("under which heading a passage stands"),
        "invitation.text": at(invitation="pfc"),
        "export.formats": Steers("which formats are ticked to begin with"),
        "export.naming": Steers("how people are named when nothing else is asked"),
        "export.without": Steers("which sections are left out when nothing else is asked"),
    },
    "participants": {
        "id": ID,
        "name": at(summary="pf", series="pf", cards="pfc", tables="pf", calendar="pfc", mail="pfc"),
        # To a commissioner nobody is named but who facilitates: the organizer of an appointment, who signs a mail.
        "name/left": at(summary="pf", reminder="pf", series="pf", cards="pfc", tables="pf", calendar="pf", mail="pf"),
        "name/excused": at(summary="pf", reminder="pf", series="pf", cards="pfc", tables="pf", mail="p"),
        "name/unseen": UNSIGNED,
        "organisation": at(summary="pf", cards="pfc", tables="pf"),
        "function": at(tables="pf"),
        # Whoever facilitates is the organizer of an appointment; a draft is to those it is for.
        "email": at(tables="f", calendar="pfc", mail="pf"),
        "email/other": at(tables="f", mail="p"),
        "interest": Nowhere("what people told the facilitator"),
        "goal": Nowhere("what people told the facilitator"),
        "context": Nowhere("what people told the facilitator"),
        "role": Steers("who signs a mail, and is the organizer of an appointment"),
        "votes": Nowhere("who may vote: the number entitled is told with the vote"),
        "dates": PLAN,
        "hosts": Nowhere("for planning sessions"),
        "left": Steers("who is still told of and written to"),
        "replaced_by": Nowhere("for the list of people"),
    },
    "sessions": {
        "id": ID,
        "number": at("session 1", summary="pfc", series="pfc"),
        "title": at(summary="pfc", series="pfc"),
        "title/next": at(summary="pfc", reminder="pfc", calendar="pfc"),
        "date": at("11 February 2027", summary="pfc", series="pfc"),
        "starts": at("13:37", summary="pfc"),
        "ends": at("16:53", summary="pfc"),
        "place": at(summary="pfc", series="pfc", invitation="pfc"),
        "place/next": at(summary="pfc", reminder="pfc", calendar="pfc", invitation="pfc"),
        "status": Steers("which sessions are told as held, and which one comes"),
        "now": STEP,
        "themes": at(summary="pfc", series="pfc"),
        "themes/next": at(summary="pfc", reminder="pfc", series="pf", calendar="pfc"),
        "speakers": at(summary="pfc"),
        "speakers/next": at(summary="pfc", reminder="pfc", calendar="pfc"),
        "closed_at": CLOCK,
        "host": Nowhere("whose turn it is to be host; the place is told"),
        # Own words may be of persons.
        "lead": at(summary="pf", mail="pf"),
        "moves": Steers("whether a calendar moves what it has"),
    },
    "attendance": {
        "id": ID,
        "session": WHERE,
        "participant": WHERE,
        "presence": at("2 of 3 present", summary="pfc"),
        "since": at("since 14:17", summary="pf"),
        "until": at("until 14:47", summary="pf"),
        "reason": at(summary="f", tables="f"),
    },
    "activities": {
        "id": ID,
        "session": WHERE,
        "kind": Steers("what it is told as"),
        "position": ORDER,
        "title/storm": at(summary="pfc", tables="pfc"),
        "title/groups": at(summary="pfc", tables="pf"),
        "title/dating": at(summary="pfc", cards="pfc"),
        "title/deciding": at(summary="pfc"),
        "title/exchange": at(summary="pfc", tables="pf"),
        # It may tell whose case it was, and of what.
        "title/case": at(summary="pf", tables="pf"),
        "title/visit": at(summary="pfc", tables="pf"),
        "title/offering": at(summary="pfc", tables="pf"),
        "title/scan": at(summary="pfc", tables="pf"),
        "title/evaluation": at(summary="pfc"),
        "title/next": at(summary="pfc", reminder="pfc", calendar="pfc"),
        "minutes": at("3131 min", summary="pfc"),
        # In a mail it stands in what a summary begins with, when that is made.
        "question/storm": at(summary="pfc", mail="c"),
        "question/groups": at(summary="pfc"),
        "question/exchange": at(summary="pf", tables="pf"),
        "question/visit": at(summary="pf"),
        "question/offering": at(summary="pf"),
        "question/scan": Nowhere("what the room was asked at that moment"),
        "question/dating": Nowhere("what the room was asked at that moment"),
        "question/deciding": Nowhere("the decision has a question of its own"),
        "question/case": Nowhere("what the room was asked at that moment"),
        "question/evaluation": Nowhere("what the room was asked at that moment"),
        "started": at("14:11–", summary="pfc"),
        "ended": at("–14:41", summary="pfc"),
        "countdown.ends": CLOCK,
        "countdown.left": CLOCK,
        "countdown.total": CLOCK,
        "countdown.what": CLOCK,
        "dates.size": PLAN,
        "dates.minutes": at("6.5 minutes", summary="pfc"),
        "dates.change": PLAN,
        "dates.odd": PLAN,
        "dates.rounds": PLAN,
        "dates.met_before": PLAN,
        "dates.apart": PLAN,
        "dates.joins": PLAN,
        "dates.pinned": PLAN,
        "dates.seed": PLAN,
        "speakers": STEP,
        "speaking": STEP,
        "turns": CLOCK,
        "about": WHERE,
        "subgroups": Steers("who is told as having been in which small group"),
        "consultation.bringer": Steers("whose case it is told to be"),
        "consultation.success": at("about a success", summary="pf"),
        "consultation.step": STEP,
        "exchange.step": STEP,
        "exchange.group": STEP,
        "exchange.reporters": Steers("who is told to have reported"),
        "exchange.advice_for": at(summary="pf"),
        "treats": STEP,
        "passed": Steers("which questions of a form were on the wall"),
        "expert": at(summary="pf", tables="pf"),
        "attribution": Steers("whether post-its are told with names, with groups, or with neither"),
        "decision": WHERE,
        "phase": Nowhere("the phase that the programme foresaw"),
        "consent.proposal": STEP,
        "consent.step": STEP,
        "consent.speakers": STEP,
        "consent.speaking": STEP,
        "consent.remembered": STEP,
        "evaluates": at("Final evaluation", summary="pfc"),
        "spoken": STEP,
        "revealed": STEP,
        "digressing": CLOCK,
    },
    "rounds": {
        "id": ID,
        "session": WHERE,
        "activity": WHERE,
        "number": ORDER,
        "tables": at("one pair sat together", summary="pfc"),
        "sits_out": at("sits out", cards="pfc"),
        "started": CLOCK,
        "held": Steers("whether people are told to have met"),
        "prompt": at(cards="pfc"),
    },
    "questions": {
        "id": ID,
        "session": WHERE,
        **LIFE,
        "words": at(summary="pf", series="pf", tables="pf"),
        "text": at(summary="pf", series="pf", tables="pf"),
        "text/next": at(summary="pf", reminder="pf", series="pf", tables="pf", calendar="pf"),
        "text/expected": at(summary="pf", series="pf", tables="pf"),
        "kind": at("Expectations", summary="pf", series="pf"),
        "activity": WHERE,
        "participant": Steers("whose name stands with it"),
        "also": at("joined in", summary="pf"),
    },
    "rules": {
        "id": ID,
        "session": WHERE,
        "text": at(summary="pfc", invitation="pfc"),
        "kind": at("Way of working", summary="pfc"),
        "agreed": Steers("that it is told as proposed, and not in an invitation, while it is not"),
    },
    "actions": {
        "id": ID,
        "session": WHERE,
        **LIFE,
        "words": at(summary="pf", series="pf", tables="pf"),
        "text": at(summary="pfc", series="pfc", tables="pfc"),
        "who": Steers("whose names stand with it"),
        "named": at(summary="pf", series="pf", tables="pf"),
        "due": at(summary="pfc", series="pfc", tables="pfc"),
        "text/open": at(summary="pfc", reminder="pf", series="pfc", tables="pfc", mail="p"),
        "due/open": at(summary="pfc", reminder="pf", series="pfc", tables="pfc", mail="p"),
        # What somebody takes on for a case is between who was there.
        "text/step": at(summary="pf", series="pf", tables="pf"),
        "due/step": at(summary="pf", series="pf", tables="pf"),
        "words/step": at(summary="pf", series="pf", tables="pf"),
        "decision": WHERE,
        "activity": WHERE,
    },
    "notes": {
        "id": ID,
        "session": WHERE,
        "activity": WHERE,
        "text": at(summary="pf", tables="pf"),
        "text/grouped": at(summary="pf", tables="pf"),
        "text/binned": Nowhere("it was thrown away"),
        "at": CLOCK,
        "cluster": WHERE,
        "participant": Steers("whose name stands with it, where post-its are told with names"),
        "subgroup": at("group 7", summary="pf"),
        "weight": at("3738", summary="pf", tables="pf"),
        "binned": Steers("that it is not told"),
        "feasibility": at("feasible 2 of 5", summary="pf"),
        "value": at("valuable 4 of 5", summary="pf"),
        "position": ORDER,
    },
    "heard": {
        "id": ID,
        "session": WHERE,
        "activity": WHERE,
        "text/case": at(summary="pf", tables="pf"),
        "text/exchange": at(summary="pf", tables="pf"),
        "text/visit": at(summary="pf", tables="pf"),
        "text/offering": at(summary="pf", tables="pf"),
        "text/scan": at(summary="pf", tables="pf"),
        "part": at("Tips", summary="pf"),
        "participant": UNSIGNED,
        "subgroup": Steers("in whose report it is told"),
    },
    "clusters": {
        "id": ID,
        "session": WHERE,
        "activity": WHERE,
        "title": at(summary="pfc", tables="pfc"),
        "position": ORDER,
        "hands": at("4141", summary="pfc", tables="pfc"),
        "base": at("4343", summary="pfc", tables="pfc"),
        "sent": WHERE,
    },
    "parked": {
        "id": ID,
        "session": WHERE,
        **LIFE,
        "words": at(summary="f", series="f"),
        "text": at(summary="f", series="f"),
        "activity": WHERE,
        "participant": Steers("whose name stands with it, for the facilitator"),
        "why": at(summary="f"),
    },
    "turns": {
        "id": ID,
        "session": WHERE,
        "activity": WHERE,
        "participant": at("Speaking turns noted", summary="f"),
    },
    "themes": {
        "id": ID,
        "session": WHERE,
        **LIFE,
        "words": at(series="pf"),
        "text": at(series="pf"),
        "source": Nowhere("for whoever plans a session"),
        "weight": Nowhere("for whoever plans a session"),
        "deepen": Nowhere("for whoever plans a session"),
    },
    "terms": {
        "id": ID,
        "session": WHERE,
        "activity": WHERE,
        "text": at(summary="pf", tables="pf"),
        "meaning": at(summary="pf", tables="pf"),
    },
    "promises": {
        "id": ID,
        "session": WHERE,
        **LIFE,
        "words": at(series="pf"),
        "text": at(summary="pf", series="pfc", invitation="pfc"),
        "source": Steers("under which heading of the invitation it stands"),
        "checks": at("partly kept", summary="pf", series="pfc"),
    },
    "engagements": {
        "id": ID,
        "session": WHERE,
        **LIFE,
        "words": at(series="pf"),
        "text": at(series="pf"),
        "text/next": at(summary="pf", reminder="pf", series="pf", calendar="pf", mail="pf"),
        "kind": Steers("whether it is asked before a session, and stands in the invitation"),
        "who": Steers("whose names stand with it"),
        "named": at(series="pf"),
        "due": at(series="pf"),
        "text/offer": at(summary="pf", series="pf", tables="pf"),
        "named/offer": at(summary="pf", series="pf", tables="pf"),
        "due/offer": at(series="pf"),
        "text/form": at(summary="pf", series="pf"),
        "questions": at(summary="pf", tables="pf"),
        "questions/unseen": Nowhere("it was not on the wall"),
    },
    "recap": {
        "id": ID,
        "session": WHERE,
        "activity": WHERE,
        "text": at(summary="pf"),
        "verdict": at("on to the next session", summary="pf"),
        "about": WHERE,
    },
    "decisions": {
        "id": ID,
        "session": WHERE,
        "question": at(summary="pfc", series="pfc", tables="pfc"),
        "question/earlier": at(summary="pfc", series="pfc", tables="pfc"),
        "question/next": at(summary="pfc", reminder="pf", series="pfc", tables="pfc", calendar="pf"),
        "origin": at(summary="pfc"),
        "importance": at(summary="pfc"),
        "phase": at("exploring", summary="pfc", tables="pfc"),
        "planned": at("deciding in session 2", summary="pfc", series="pfc"),
        "status": at("Decided in session 1", summary="pfc"),
        "outcome": at(summary="pfc", series="pfc", tables="pfc"),
        "decided_by": at(summary="pfc", series="pfc", tables="pfc"),
        "decided_in": at("Decided in session 1", summary="pfc"),
        "proposals": ORDER,
        # Whoever dissents is heard by the group.
        "dissent": at(summary="pf"),
        "review": at("8 March 2028", summary="pfc"),
        "provisional": Steers("that it is told as provisional until it is confirmed"),
        "supersedes": at("It replaces:", summary="pfc"),
        "chosen": WHERE,
        "decided_at": CLOCK,
        "confirmed": at("Confirmed in session 1", summary="pfc"),
    },
    "proposals": {
        "id": ID,
        "decision": WHERE,
        "versions.text": at(summary="pfc", tables="pfc"),
        "versions.text/first": at(summary="pf"),
        "versions.session": at("earlier wording, session 1", summary="pf"),
        "versions.why": at(summary="pf"),
        "position": ORDER,
        "cluster": at("from the cluster", summary="pfc"),
        "participant": at("by ", summary="pf"),
        "dropped": at("dropped", summary="pfc"),
    },
    "swot": {
        "id": ID,
        "proposal": WHERE,
        "kind": at("threat", summary="pf"),
        "text": at(summary="pf"),
        "session": WHERE,
    },
    "ballots": {
        "id": ID,
        "decision": WHERE,
        "session": at("Vote in session 1", summary="pfc"),
        "way": at("for or against", summary="pfc", tables="pfc"),
        "entry": at("per person", summary="pfc", tables="pfc"),
        "options.proposal": WHERE,
        "options.version": Steers("in which wording a proposal is told to have been voted on"),
        "base": at("2 of 2 present answered", summary="pfc"),
        "roster": at("network of 5353", summary="pfc"),
        "settings": Steers("what the outcome is by"),
        "counts": Steers("how often each answer is told, where hands were counted"),
        "abstained": at("1 abstained", summary="pfc"),
        "answered": at("2 of 2 present answered", summary="pfc"),
        "ballots": Steers("how often each answer is told, where people answered each; never whose"),
        "voters": UNSIGNED,
        "opened": CLOCK,
        "closed": Steers("that it is told once it was closed"),
        "outcome": at("A tie.", summary="pfc"),
        "results": Steers("what each proposal came to, in words"),
        "tie_break": at(summary="pfc"),
        "tie_way": at("drawn by lot", summary="pfc"),
        "among": Nowhere("what was drawn is told"),
        "seed": Nowhere("what was drawn is told"),
        "drawn": at("drawn by lot · A", summary="pfc"),
    },
    "objections": {
        "id": ID,
        "decision": WHERE,
        "proposal": WHERE,
        "text": at(summary="pf"),
        "session": WHERE,
        "participant": Steers("whose name stands with it"),
        "concern": at("Concern (A)", summary="pf"),
        "fate": at("integrated", summary="pf"),
        "version": WHERE,
        "integrated": WHERE,
        "vote": WHERE,
        "resolution": at(summary="pf"),
    },
    "evaluations": {
        "id": ID,
        "session": WHERE,
        "activity": WHERE,
        "participant": UNSIGNED,
        "content": at("6.5", summary="pfc", tables="pfc"),
        "discussion": at("7.5", summary="pfc", tables="pfc"),
        "facilitation": at("8.5", summary="pfc", tables="pfc"),
        "content_comment": at(summary="pf"),
        "discussion_comment": at(summary="pf"),
        "facilitation_comment": at(summary="pf"),
        "learning": at(summary="pf", series="pf"),
        # What is asked for is a theme.
        "treat": at(summary="pf", series="pf"),
        "deepen": at(summary="pf", series="pf"),
        "hunger": at(summary="pf", series="pf"),
        "adjust": at(summary="pf"),
        "well": at(summary="pf", series="pf"),
        "improve": at(summary="pf", series="pf"),
        "liked": at(summary="pf"),
        "less_liked": at(summary="pf"),
        "suggestions": at(summary="pf", series="pf"),
    },
    "spoken": {
        "id": ID,
        "session": WHERE,
        "activity": WHERE,
        "kind": at("How did it go?", summary="pf"),
        "text/learned": at(summary="pf", series="pf"),
        "text/went": at(summary="pf"),
        "text/hunger": at(summary="pf", series="pf"),
        "text/adjust": at(summary="pf"),
        "text/well": at(summary="pf", series="pf"),
        "text/improve": at(summary="pf", series="pf"),
        "text/suggestion": at(summary="pf", series="pf"),
        "participant": UNSIGNED,
    },
    "likings": {
        "id": ID,
        "session": WHERE,
        "activity": WHERE,
        "form": at("Brainstorm", series="pfc"),
        "liked": at("liked less", series="pfc"),
        "why": at(summary="pf", series="pf"),
    },
    "programmes": {
        "id": ID,
        "name": Nowhere("a tool of the facilitator"),
        "items.kind": Nowhere("a tool of the facilitator"),
        "items.minutes": Nowhere("a tool of the facilitator"),
        "items.title": Nowhere("a tool of the facilitator"),
        "items.question": Nowhere("a tool of the facilitator"),
        "items.evaluates": Nowhere("a tool of the facilitator"),
    },
    "deliveries": {
        "id": ID,
        "assignment": WHERE,
        "participant": Nowhere("who delivered what was asked is for the facilitator"),
        "text": Nowhere("what somebody prepared is shown when they have the floor, and theirs to tell"),
        "text/form": at(summary="pf", tables="pf"),
        "text/unseen": Nowhere("its question was not on the wall"),
    },
    "resources": {
        "id": ID,
        "session": WHERE,
        "text": at(summary="pfc"),
        "kind": Steers("what it is called where it has no address"),
        "where": at(summary="pfc"),
    },
    "shown": {
        "id": ID,
        "session": WHERE,
        "sees": Nowhere("for the room alone"),
        "place": Nowhere("for the room alone"),
    },
}


def paths(kind: type[msgspec.Struct]) -> Iterator[tuple[str, msgspec.structs.FieldInfo]]:
    """The fields of a record, those of a record inside it by both their names."""
    for each in msgspec.structs.fields(kind):
        inside = [*_structs(each.type)]
        if inside:
            yield from ((f"{each.name}.{path}", field) for path, field in paths(inside[0]))
        else:
            yield each.name, each


def _structs(kind: object) -> Iterator[type[msgspec.Struct]]:
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        yield kind
    for part in typing.get_args(kind):
        yield from _structs(part)


def values(record: object, path: str) -> Iterator[object]:
    """What stands there in a record, in each of several inside it."""
    if isinstance(record, tuple):
        for each in record:
            yield from values(each, path)
        return
    name, _dot, rest = path.partition(".")
    found = getattr(record, name, None)
    if rest and found is not None:
        yield from values(found, rest)
    elif not rest:
        yield found


def decided(table: str, path: str) -> bool:
    """Whether something is decided of a field, of each of its marks when it has some."""
    return any(key.partition("/")[0] == path for key in FIELDS.get(table, {}))
