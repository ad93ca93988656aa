"""A card for each participant of speed dates: at which table in which round, with whom, and what to talk about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from data.model import ACTIVITIES, Activity, Profile, Round, Session, State, say
from data.model.languages import DEFAULT_LANGUAGE
from data.report.blocks import Block, Heading, Table
from data.report.markdown import typeset
from data.report.names import Names
from data.report.tongue import Tongue
from data.verbs.speed_dates import rounds


def render(state: State, activity: str, language: str | None = None) -> str:
    """The cards of one activity as Markdown, in the network's language unless another is asked for.

    Raises:
        Refused: there is no such activity.
    """
    return typeset(cards(state, activity, language))


def cards(state: State, activity: str, language: str | None = None) -> list[Block]:
    """The title, and for each participant who has a seat, by name, a heading and the rounds as a table.

    Rounds that were held and rounds that are still to come stand on it alike.
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
    return [Heading(1, title), *(block for who in people for block in _card(who, turns, names, t))]


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
