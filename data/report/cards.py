"""A card for each participant of speed dates: at which table in which round, with whom, and what to talk about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from data.model import ACTIVITIES, Activity, ActivityKind, Profile, Round, Session, State, say
from data.model.languages import DEFAULT_LANGUAGE
from data.report.blocks import Block, Document, Heading, Table
from data.report.names import Names
from data.report.tongue import Tongue
from data.report.wanted import Wanted, language_of
from data.verbs.programme import of_kind
from data.verbs.speed_dates import rounds


def documents(state: State, session: str, wanted: Wanted) -> Iterator[tuple[str, Document]]:
    """The cards of each speed dating of a session (by id) that has rounds."""
    dated = [dates for dates in of_kind(state, session, ActivityKind.SPEED_DATES) if rounds(state, dates.id)]
    for number, dates in enumerate(dated, start=1):
        yield "" if number == 1 else str(number), cards(state, dates.id, language_of(state, wanted))


def cards(state: State, activity: str, language: str | None = None) -> Document:
    """The title, and for each participant who has a seat, by name, a heading and the rounds as a table.

    Rounds that were held and rounds that are still to come stand on it alike. It is in the network's language unless
    another is asked for.

    Raises:
        Refused: there is no such activity.
    """
    dates = state.get(Activity, activity)
    profile = next(iter(state.all(Profile)), None)
    t = Tongue(language or (profile.language if profile else DEFAULT_LANGUAGE))
    session = state.find(Session, dates.session)
    title = t.joined(
        (
            dates.title or t(ACTIVITIES[dates.kind].title),
            profile.name if profile else "",
            t(say("session {n}", n=session.number)) if session else "",
        )
    )
    turns = rounds(state, activity)
    names = Names.of(state)
    people = names.in_order(who for turn in turns for who in _seated(turn))
    found = (block for who in people for block in _card(who, turns, names, t))
    return Document(t.language, (Heading(1, title), *found))


def _seated(turn: Round) -> Iterator[str]:
    for table in (*turn.tables, turn.sits_out):
        yield from table


def _card(who: str, turns: Iterable[Round], names: Names, t: Tongue) -> Iterator[Block]:
    rows = tuple(row for turn in turns for row in _row(who, turn, names, t))
    prompted = any(row[-1] for row in rows)
    head = (t(say("Round")), t(say("Table")), t(say("With")), t(say("About")))
    yield Heading(2, names.who(who))
    yield Table(
        head if prompted else head[:-1], rows if prompted else tuple(row[:-1] for row in rows), frozenset({0, 1})
    )


def _row(who: str, turn: Round, names: Names, t: Tongue) -> Iterator[tuple[str, ...]]:
    """One row, or none in a round this person was not there for."""
    for place, table in enumerate(turn.tables, start=1):
        if who in table:
            others = t.all(names.who(other) for other in names.in_order(table) if other != who)
            yield str(turn.number), str(place), others, turn.prompt
    if who in turn.sits_out:
        yield str(turn.number), "", t(say("sits out")), ""
