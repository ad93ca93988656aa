"""Programmes to start a session from: those of the house, those kept because they worked, and sessions to do again."""
# ruff: noqa: ARG001 - every verb is given the clock and the ids, also one that needs none

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import count

from data.methods.agenda import template
from data.model import Activity, Change, KeptItem, KeptProgramme, Refused, Session, Stamp, State, say
from data.text import NAME_LIMIT, fold, line
from data.verbs.given import needed
from data.verbs.programme import programme


def items_of(state: State, key: str) -> Sequence[KeptItem]:
    """The items of a programme to start from; none for an empty key.

    ``key`` is that of a template of the house, or the id of a kept programme or of a session to copy.

    Raises:
        Refused: there is none.
    """
    if not key:
        return ()
    if found := template(key):
        return tuple(KeptItem(kind=item.kind, minutes=item.minutes, evaluates=item.evaluates) for item in found.items)
    if kept := state.find(KeptProgramme, key):
        return kept.items
    if state.find(Session, key):
        return _copied(state, key)
    raise Refused(say("There is no programme called “{name}”.", name=line(key, 40)))


def _copied(state: State, session: str) -> tuple[KeptItem, ...]:
    """The programme of a session, without what belonged to that day: its questions and decisions."""
    return tuple(
        KeptItem(kind=item.kind, minutes=item.minutes, title=item.title, evaluates=item.evaluates)
        for item in programme(state, session)
    )


def kept_programmes(state: State) -> list[KeptProgramme]:
    """The programmes that were kept, by name."""
    return sorted(state.all(KeptProgramme), key=lambda kept: fold(kept.name))


def copyable(state: State) -> list[Session]:
    """The sessions with a programme to copy, the latest first."""
    every = sorted(state.all(Session), key=lambda session: -session.number)
    return [session for session in every if programme(state, session.id)]


def keep_programme(state: State, at: Stamp, *, session: str, name: str) -> Change:
    """Keep the programme of a session under a name; one of that name is replaced."""
    called = needed(name, say("Give the programme a name."), NAME_LIMIT)
    items = _copied(state, state.get(Session, session).id)
    if not items:
        raise Refused(say("There is nothing in this programme yet."))
    old = next((kept for kept in state.all(KeptProgramme) if fold(kept.name) == fold(called)), None)
    kept = KeptProgramme(id=old.id if old else at.new(), name=called, items=items)
    return Change(say("Programme saved as “{name}”", name=called), puts=(kept,))


def start_from(state: State, at: Stamp, *, session: str, template: str) -> Change:
    """Give a session that did not begin another programme, as ``items_of`` finds it.

    Raises:
        Refused: something of its programme began, or belongs to a decision.
    """
    old = programme(state, state.get(Session, session).id)
    if any(item.started or item.decision for item in old):
        raise Refused(say("This programme is in use: change it item by item."))
    new = tuple(activities_of(session, items_of(state, template), map(at.new, count())))
    return Change(say("Another programme"), puts=new, drops=tuple(old))


def activities_of(session: str, items: Iterable[KeptItem], ids: Iterator[str]) -> list[Activity]:
    """The items of a programme as activities of a session."""
    return [
        Activity(
            id=next(ids),
            session=session,
            kind=item.kind,
            position=place,
            title=item.title,
            minutes=item.minutes,
            question=item.question,
            evaluates=item.evaluates,
        )
        for place, item in enumerate(items, start=1)
    ]


def drop_programme(state: State, at: Stamp, *, programme: str) -> Change:
    """Take a kept programme away."""
    gone = state.get(KeptProgramme, programme)
    return Change(say("Saved programme “{name}” removed", name=gone.name), drops=(gone,))
