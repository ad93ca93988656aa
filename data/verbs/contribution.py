"""Contributions: asked of somebody, or of an organisation, for a session to come; and what came of each."""
# ruff: noqa: ARG001 - every verb is given the clock and the ids, also one that needs none

from __future__ import annotations

from msgspec.structs import replace

from data.methods.steps import beside, here
from data.model import (
    Activity,
    ActivityKind,
    Change,
    ContributionStep,
    Engagement,
    EngagementKind,
    Heard,
    Refused,
    Session,
    Stamp,
    State,
    say,
)
from data.names import likeliest, short_names
from data.text import fold, line
from data.verbs.agenda import with_coming
from data.verbs.agreements import read_agreement
from data.verbs.carried import reopen
from data.verbs.given import needed
from data.verbs.heard import heard
from data.verbs.network import called, people
from data.verbs.programme import of_kind

Stop = tuple[ContributionStep, str]
"""A step, and which contribution is brought, by its id."""


def contributions(state: State, session: str) -> list[Engagement]:
    """What is asked for a session, in the order in which it was asked; also once it was brought there."""
    return state.where(Engagement, lambda asked: _is_one(asked) and asked.planned == session)


def brought_in(state: State, item: Activity) -> list[Engagement]:
    """What is brought in an activity: what its session asks, unless another activity of it is about that."""
    others = of_kind(state, item.session, ActivityKind.CONTRIBUTION)
    elsewhere = {about for other in others if other.id != item.id for about in other.about} - {*item.about}
    here = {each.id for each in contributions(state, item.session)} - elsewhere
    said = {one.part for one in state.where(Heard, lambda one: one.activity == item.id)}
    return state.where(Engagement, lambda asked: _is_one(asked) and asked.id in {*item.about, *here, *said})


def asked_next(state: State, session: str) -> list[Engagement]:
    """What was asked in this session for a later one."""
    return state.where(
        Engagement, lambda asked: _is_one(asked) and asked.session == session and asked.planned != session
    )


def _is_one(asked: Engagement) -> bool:
    return asked.kind is EngagementKind.CONTRIBUTION


def stops(state: State, item: Activity) -> list[Stop]:
    """Where one can be, in order: each contribution (or one step for all while there is none), then the others."""
    each = [(ContributionStep.BROUGHT, asked.id) for asked in brought_in(state, item)]
    first = each or [(ContributionStep.BROUGHT, "")]
    return [*first, (ContributionStep.TAKEN, ""), (ContributionStep.ASKED, "")]


def stop(state: State, item: Activity) -> Stop:
    """Where it is; a contribution that is no longer there is the first one."""
    return here(stops(state, item), item.phase, item.treats)


def stop_beside(state: State, item: Activity, by: int) -> Stop | None:
    """Where one comes so many places further (back when negative); None where there is none."""
    return beside(stops(state, item), stop(state, item), by)


def ask_contribution(state: State, at: Stamp, *, session: str, text: str, beyond: bool = False) -> Change:
    """Ask something for the session to come after this one, typed in one line: ``what; of whom; when``.

    ``of whom`` are participants, an organisation, or somebody else by name. Without a session to come one is planned;
    ``beyond`` is as for ``with_coming``.

    Raises:
        Refused: nothing is asked, of nobody, or of somebody whom two participants can be.
    """
    asked = _read(state, at, text)
    _state, coming, planned = with_coming(state, at, session, beyond=beyond)
    kept = replace(asked, id=at.new(OWN), session=state.get(Session, session).id, planned=coming.id)
    return Change(say("Asked for session {number}", number=coming.number), puts=(kept, *planned))


OWN = 1000
"""From here on the ids are those of this verb: a session that is planned counts from 0."""


def ask_now(state: State, at: Stamp, *, activity: str, text: str) -> Change:
    """Note what somebody brings today, typed in one line: ``what; who``; refused as for a session to come."""
    item = state.get(Activity, activity)
    kept = replace(_read(state, at, text), id=at.new(), session=item.session, planned=item.session)
    return Change(say("Contribution noted"), puts=(kept,))


def edit_contribution(state: State, at: Stamp, *, contribution: str, text: str) -> Change:
    """Type over what is asked, of whom and when; refused as when it was asked."""
    old, new = state.get(Engagement, contribution), _read(state, at, text)
    kept = replace(old, text=new.text, who=new.who, named=new.named, due=new.due)
    return Change(say("Contribution changed"), puts=(kept,))


def _read(state: State, at: Stamp, text: str) -> Engagement:
    what, whom, *when = [*line(text).split(";"), ""]
    names = [name.strip() for name in whom.split(",")]
    places = {name: place for name in names if (place := _organisation(state, name))}
    organisations = list(places.values())
    persons = ", ".join(name for name in names if name not in places)
    read = read_agreement(state, at, ";".join((what, persons, *when)))
    named = ", ".join([*organisations, *([read.named] if read.named else [])])
    what = needed(read.text, say("Type what you ask: what; who from; when."))
    if not (read.who or named):
        raise Refused(say("Who from? Type a name or an organisation after a semicolon: {text}; …", text=what))
    kind = EngagementKind.CONTRIBUTION
    return Engagement(id="", session="", kind=kind, text=what, who=read.who, named=named, due=read.due)


def _organisation(state: State, name: str) -> str:
    """The organisation that is meant: by its name, or by the begin of each of its words where that is nobody's name."""
    everybody = people(state)
    places = {fold(who.organisation): who.organisation for who in everybody if who.organisation}
    if not name or fold(name) in places:
        return places.get(fold(name), "")
    typed = fold(name).split()
    meant = [place for known, place in places.items() if _abbreviates(typed, known.split())]
    words = (word for who in likeliest(everybody, name).people for word in fold(who.name).split())
    somebody = any(word.startswith(typed[0]) for word in words)
    return meant[0] if len(meant) == 1 and not somebody else ""


def _abbreviates(typed: list[str], words: list[str]) -> bool:
    return len(typed) <= len(words) and all(map(str.startswith, words, typed))


def take_back(state: State, at: Stamp, *, contribution: str) -> Change:
    """Ask it no longer, as if it was never asked.

    Raises:
        Refused: something came of it.
    """
    gone = state.get(Engagement, contribution)
    if state.where(Heard, lambda said: said.part == gone.id):
        raise Refused(say("Something already came of this: remove those lines first."))
    return Change(say("Contribution removed"), drops=(gone,))


def still_to_come(state: State, at: Stamp, *, contribution: str, session: str) -> Change:
    """It was not brought, or not let go, after all: it is still to come in this session."""
    change = reopen(state, at, item=contribution, session=session)
    waiting = replace(state.after(change).get(Engagement, contribution), planned=state.get(Session, session).id)
    return Change(say("Still to come"), puts=(waiting,))


def of_whom(state: State, asked: Engagement, *, full: bool = False) -> str:
    """Who brings it, in short names unless in full ones, or the organisation."""
    names = called(state) if full else short_names(people(state))
    return ", ".join([*(names[id_] for id_ in asked.who if id_ in names), *([asked.named] if asked.named else [])])


def outsiders(state: State, asked: Engagement) -> list[str]:
    """Who is named and is neither in the network nor an organisation of it: an expert from outside, or a slip."""
    known = {fold(who.organisation) for who in people(state) if who.organisation}
    return [name for name in asked.named.split(", ") if name and fold(name) not in known]


def as_typed(state: State, asked: Engagement) -> str:
    """A contribution as the line that would ask it."""
    return "; ".join([asked.text, of_whom(state, asked, full=True), asked.due]).rstrip("; ")


def came_of(state: State, item: Activity, asked: Engagement) -> list[Heard]:
    """What came of a contribution in an activity."""
    return heard(state, item.id, asked.id)
