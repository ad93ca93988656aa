"""What is asked before a session and delivered for it, and the slides, models and links that stay of one."""
# ruff: noqa: ARG001 - every verb is given the clock and the ids, also one that needs none

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import count

from msgspec.structs import replace

from data.model import (
    Change,
    Delivery,
    Engagement,
    EngagementKind,
    Fate,
    Participant,
    Refused,
    Resource,
    ResourceKind,
    Role,
    Session,
    Stamp,
    State,
    say,
)
from data.text import TEXT_LIMIT, line
from data.verbs.agreements import parse_agreement
from data.verbs.given import moment, needed
from data.verbs.network import called, members
from data.verbs.when import read_day

ANSWER_LIMIT = 20_000
"""Characters: an answer to a whole form."""

_EVERYBODY = re.compile(r"\s*(?:allen|alle deelnemers|iedereen|all|everybody|everyone)\s*", re.IGNORECASE)


# -- assignments


def assignments(state: State, session: str) -> list[Engagement]:
    """What is asked before a session, in the order in which it was asked."""
    return state.where(Engagement, lambda asked: asked.kind is EngagementKind.ASSIGNMENT and asked.session == session)


def asked_of(state: State, assignment: Engagement) -> list[Participant]:
    """Of whom an assignment is asked, by name: of every participant who is in the network when nobody is named."""
    everybody = members(state, assignment.session)
    if assignment.who:
        return [who for who in everybody if who.id in assignment.who]
    return [who for who in everybody if who.role is Role.PARTICIPANT]


def deliveries(state: State, assignment: str) -> dict[str, Delivery]:
    """What was delivered of an assignment, by participant."""
    found = state.where(Delivery, lambda delivery: delivery.assignment == assignment)
    return {delivery.participant: delivery for delivery in found if delivery.participant}


def brought(state: State, session: str, participant: str) -> list[tuple[Engagement, Delivery]]:
    """What somebody delivered for a session, with what was asked."""
    every = [(asked, deliveries(state, asked.id).get(participant)) for asked in assignments(state, session)]
    return [(asked, given) for asked, given in every if given]


def ask_beforehand(state: State, at: Stamp, *, session: str, text: str) -> Change:
    """Ask something before a session, typed in one line: ``what; of whom; by when`` (of all when nobody is named).

    Raises:
        Refused: nothing is asked, somebody is named who does not take part, or the day is none.
    """
    asked = _read(state, at, text)
    meeting = state.get(Session, session).id
    kept = replace(asked, id=at.new(), session=meeting, planned=meeting)
    return Change(say("Assignment saved"), puts=(kept,))


def edit_assignment(state: State, at: Stamp, *, assignment: str, text: str) -> Change:
    """Type an assignment over, as a line; what was delivered stays with it."""
    old, new = state.get(Engagement, assignment), _read(state, at, text)
    return Change(say("Assignment changed"), puts=(replace(old, text=new.text, who=new.who, due=new.due),))


def _read(state: State, at: Stamp, text: str) -> Engagement:
    what, who, when = [part.strip() for part in [*line(text).split(";", 2), "", ""]][:3]
    named = "" if _EVERYBODY.fullmatch(who) else who
    read = parse_agreement(f"x; {named}", members(state))
    if read.several or read.named:
        raise Refused(say("“{name}” is not clear: type the name of somebody in the network.", name=read.named))
    return Engagement(
        id="",
        session="",
        kind=EngagementKind.ASSIGNMENT,
        text=needed(what, say("Type what you ask.")),
        who=read.who,
        due=read_day(when, moment(at).date()),
    )


def as_typed(state: State, assignment: Engagement) -> str:
    """An assignment as the line that would ask it."""
    names = called(state)
    who = ", ".join(names[id_] for id_ in assignment.who if id_ in names)
    return "; ".join([assignment.text, who, assignment.due]).rstrip("; ")


def withdraw(state: State, at: Stamp, *, assignment: str) -> Change:
    """Take an assignment away, with what was delivered of it."""
    gone = state.get(Engagement, assignment)
    given = state.where(Delivery, lambda delivery: delivery.assignment == gone.id)
    return Change(say("Assignment removed"), drops=(gone, *given))


def set_delivered(state: State, at: Stamp, *, assignment: str, participant: str, delivered: bool) -> Change:
    """Note that somebody delivered, or did not after all.

    Raises:
        Refused: an answer is kept, which shows that it was delivered.
    """
    asked, who = state.get(Engagement, assignment), state.get(Participant, participant)
    old = deliveries(state, asked.id).get(who.id)
    if delivered:
        new = old or Delivery(id=at.new(), assignment=asked.id, participant=who.id)
        return _given(state, asked, Change(say("{name} delivered", name=who.name), puts=(new,)))
    if old and old.text:
        raise Refused(say("{name} has an answer here: clear it first.", name=who.name))
    return _given(state, asked, Change(say("{name} has not delivered yet", name=who.name), drops=(old,) if old else ()))


def write_answers(state: State, at: Stamp, *, assignment: str, answers: Mapping[str, str]) -> Change:
    """Keep what people (by id) answered; who answered delivered, and an empty answer takes the delivery away."""
    asked = state.get(Engagement, assignment)
    given, ids = deliveries(state, asked.id), map(at.new, count())
    puts, drops = [], []
    for who, text in answers.items():
        state.get(Participant, who)
        old, kept = given.get(who), line(text, ANSWER_LIMIT)
        if kept:
            fresh = old or Delivery(id=next(ids), assignment=asked.id, participant=who)
            puts.append(replace(fresh, text=kept))
        elif old:
            drops.append(old)
    label = say("Answer saved") if len(puts) == 1 else say("{n} answers saved", n=len(puts))
    return _given(state, asked, Change(label, puts=tuple(puts), drops=tuple(drops)))


def _given(state: State, asked: Engagement, change: Change) -> Change:
    """The change, and the assignment closed once everybody it is asked of delivered, or open again."""
    there = deliveries(state.after(change), asked.id)
    whole = all(who.id in there for who in asked_of(state, asked))
    fate = Fate.CLOSED if whole else Fate.OPEN
    if asked.fate is fate or asked.fate is Fate.DROPPED:
        return change
    closed = replace(asked, fate=fate, closed=asked.session if whole else None)
    return Change(change.label, (*change.puts, closed), change.drops)


# -- slides, models and links

_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S*[^\s;:,.)]|(?:~|[A-Za-z]:)?[/\\]\S+|\S+\.(?:pptx?|pdf|odp|docx?|odt|xlsx?|ods|key)\b"
)
_KINDS = (
    (ResourceKind.SLIDES, re.compile(r"\b(?:slides?|presentatie|presentation)\b|\.(?:pptx?|odp|key)\b", re.IGNORECASE)),
    (ResourceKind.MODEL, re.compile(r"\b(?:model|modellen|models|schema)\b", re.IGNORECASE)),
)


def resources(state: State, session: str) -> list[Resource]:
    """What stays of a session, in the order in which it was kept."""
    return state.where(Resource, lambda resource: resource.session == session)


def keep_resource(state: State, at: Stamp, *, session: str, text: str) -> Change:
    """Keep slides, a model or a link with a session, typed in one line: what it is and where, in any order."""
    kept = _resource(Resource(id=at.new(), session=state.get(Session, session).id, text=""), text)
    return Change(say("Saved with session {number}", number=state.get(Session, session).number), puts=(kept,))


def edit_resource(state: State, at: Stamp, *, resource: str, text: str) -> Change:
    """Type it over."""
    return Change(say("Changed"), puts=(_resource(state.get(Resource, resource), text),))


def _resource(base: Resource, text: str) -> Resource:
    typed = needed(text, say("Type what it is, and where to find it."))
    found = _ADDRESS.search(typed)
    where = found[0] if found else ""
    what = line(typed.replace(where, " ", 1)).strip(" ;,:-–") if where else typed
    kind = next((kind for kind, pattern in _KINDS if pattern.search(typed)), ResourceKind.LINK)
    return replace(base, text=line(what or where, TEXT_LIMIT), where=where, kind=kind)


def drop_resource(state: State, at: Stamp, *, resource: str) -> Change:
    """Keep it no longer."""
    return Change(say("Removed"), drops=(state.get(Resource, resource),))
