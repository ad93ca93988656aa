"""A reminder of the session to come: when and where, its agenda, and what was asked and agreed for it."""

from __future__ import annotations

from collections.abc import Iterator

from data.model import Action, Session, State, say
from data.report.blocks import Block, Document, Heading, Paragraph, Point, Points
from data.report.coming import announced
from data.report.names import Names
from data.report.recap import announcement, facts
from data.report.tongue import Tongue
from data.report.versions import announced_to
from data.report.wanted import Version, Wanted, language_of
from data.verbs.network import profile


def documents(state: State, session: str, wanted: Wanted) -> Iterator[tuple[str, Document]]:
    """The reminder of a session (by id).

    Raises:
        Refused: there is no such session.
    """
    t, names = Tongue(language_of(state, wanted)), Names.of(state, wanted.naming)
    yield "", Document(t.language, tuple(_blocks(state, state.get(Session, session), wanted.version, names, t)))


def _blocks(state: State, meeting: Session, version: Version, names: Names, t: Tongue) -> Iterator[Block]:
    network, number = profile(state).name, t(say("session {n}", n=meeting.number))
    yield Heading(1, t(say("Reminder: {network}, {session}", network=network, session=number)))
    yield Paragraph(t(say("We meet again soon, for {session} of {network}.", session=number, network=network)))
    coming = announced_to(announced(state, meeting, names), version)
    if when := facts(coming, t):
        yield Paragraph(t.sentence(when))
    yield from announcement(coming, t)
    if version is Version.COMMISSIONER:
        return
    agreed = [action for action in state.all(Action) if action.waits]
    if agreed:
        yield Heading(2, t(say("What we agreed and still have to do")))
        yield Points(tuple(_to_do(each, names, t) for each in agreed))


def _to_do(each: Action, names: Names, t: Tongue) -> Point:
    return Point(each.text, t.joined([t.all((*names.all(each.who), each.named)), t.day(each.due)]))
