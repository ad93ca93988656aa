"""What is printed for speed dates: a card for each participant, a plan to hang on the door, and name tags."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from data.model import ACTIVITIES, Activity, ActivityKind, Participant, Profile, Round, Said, Session, State, say
from data.model.languages import DEFAULT_LANGUAGE
from data.names import name_of
from data.report.blocks import A6, TAG, Card, CardRow, Cards, Document, Heading, Paragraph, Plan
from data.report.names import Names
from data.report.tongue import Tongue
from data.report.wanted import Wanted, language_of
from data.text import slug
from data.verbs.network import members
from data.verbs.programme import of_kind
from data.verbs.speed_dates import rounds

CARD, TABLE_PLAN, NAME_TAGS = "cards", "table_plan", "name_tags"


def sheets() -> tuple[str, ...]:
    """What can be left out."""
    return CARD, TABLE_PLAN, NAME_TAGS


def documents(state: State, session: str, wanted: Wanted) -> Iterator[tuple[str, Document]]:
    """The cards and the plan of each speed dating of a session (by id) that has rounds, and everybody's name tag."""
    language = language_of(state, wanted)
    t = Tongue(language)
    dated = [dates for dates in of_kind(state, session, ActivityKind.SPEED_DATES) if rounds(state, dates.id)]
    for number, dates in enumerate(dated, start=1):
        behind = "" if number == 1 else str(number)
        if CARD not in wanted.without:
            yield behind, cards(state, dates.id, language)
        if TABLE_PLAN not in wanted.without:
            yield "-".join(filter(None, (slug(t(say("table plan"))), behind))), plan(state, dates.id, language)
    if NAME_TAGS not in wanted.without and members(state, session):
        yield slug(t(say("name tags"))), tags(state, session, language)


def lacking(state: State, session: str) -> list[Said]:
    """What is said of a session (by id) without rounds: then there are name tags only."""
    if any(rounds(state, dates.id) for dates in of_kind(state, session, ActivityKind.SPEED_DATES)):
        return []
    number = state.get(Session, session).number
    return [say("Session {number} has no rounds of speed dates yet: there are name tags, and no cards.", number=number)]


def cards(state: State, activity: str, language: str | None = None) -> Document:
    """An A6 for each participant who has a seat, by name, with the rounds.

    Rounds that were held and rounds that are still to come stand on it alike. It is in the network's language unless
    another is asked for.

    Raises:
        Refused: there is no such activity.
    """
    title, t = _of(state, activity, language)
    turns, names = rounds(state, activity), Names.of(state)
    head = (t(say("Round")), t(say("Table")), t(say("With")), t(say("About")))
    made = tuple(
        Card(
            names.who(who),
            above=title,
            head=head,
            rows=tuple(row for turn in turns for row in _row(who, turn, names, t)),
        )
        for who in _seated(turns, names)
    )
    return Document(t.language, (Heading(1, title), *([Cards(A6, made)] if made else [])))


def plan(state: State, activity: str, language: str | None = None) -> Document:
    """Who sits where in each round, by name, to hang on the door.

    Raises:
        Refused: there is no such activity.
    """
    title, t = _of(state, activity, language)
    turns, names = rounds(state, activity), Names.of(state)
    head = (t(say("Round")), *(str(turn.number) for turn in turns))
    rows = tuple((names.who(who), *(_table(who, turn) for turn in turns)) for who in _seated(turns, names))
    return Document(t.language, (Heading(1, t(say("Which table are you at?"))), Paragraph(title), Plan(head, rows)))


def tags(state: State, session: str, language: str | None = None) -> Document:
    """A name tag for everybody of a session (by id), without who left the network."""
    profile = next(iter(state.all(Profile)), None)
    t = Tongue(language or (profile.language if profile else DEFAULT_LANGUAGE))
    network = profile.name if profile else ""
    found = tuple(_tag(who, network) for who in members(state, session))
    return Document(t.language, (Heading(1, t.joined((t(say("Name tags")), network))), Cards(TAG, found)))


def _tag(who: Participant, network: str) -> Card:
    name = name_of(who.name)
    called, family = (name.given, name.family) if name.given else (name.rest, "")
    return Card(called, family, above=network, below=who.organisation or who.function)


def _of(state: State, activity: str, language: str | None) -> tuple[str, Tongue]:
    """What speed dates are called, with the network and the session, and the language of what is printed."""
    dates = state.get(Activity, activity)
    profile = next(iter(state.all(Profile)), None)
    t = Tongue(language or (profile.language if profile else DEFAULT_LANGUAGE))
    session = state.find(Session, dates.session)
    facts = (
        dates.title or t(ACTIVITIES[dates.kind].title),
        profile.name if profile else "",
        t(say("session {n}", n=session.number)) if session else "",
    )
    return t.joined(facts), t


def _seated(turns: Sequence[Round], names: Names) -> list[str]:
    """Whoever has a seat in a round, or sits one out, by name."""
    return names.in_order(who for turn in turns for table in (*turn.tables, turn.sits_out) for who in table)


def _table(who: str, turn: Round) -> str:
    """The number of the table; a dash while somebody sits out, nothing for who is not there."""
    for place, table in enumerate(turn.tables, start=1):
        if who in table:
            return str(place)
    return "–" if who in turn.sits_out else ""


def _row(who: str, turn: Round, names: Names, t: Tongue) -> Iterator[CardRow]:
    """One row, or none in a round this person was not there for."""
    for place, table in enumerate(turn.tables, start=1):
        if who in table:
            others = t.all(names.who(other) for other in names.in_order(table) if other != who)
            yield CardRow(str(turn.number), str(place), others, turn.prompt)
    if who in turn.sits_out:
        yield CardRow(str(turn.number), "", t(say("sits out")))
