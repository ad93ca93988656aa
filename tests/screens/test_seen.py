"""What a room window shows: what is going on, or what was chosen, and of a file only what may be seen."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import product
from typing import Any

import msgspec
import pytest
from msgspec.structs import replace

from data.demo import demo_records
from data.i18n import set_language
from data.model import (
    Activity,
    ActivityKind,
    Consultation,
    ConsultationStep,
    Countdown,
    Entry,
    Exchange,
    ExchangeStep,
    Heard,
    Phase,
    Record,
    Round,
    Sees,
    Session,
    SessionStatus,
    Shown,
    State,
    Way,
)
from data.model.languages import DEFAULT_LANGUAGE
from data.store.free_text import FREE
from screens.network.seen import nothing, seen
from screens.shell.room import Moment
from tests.screens import moments as at
from widgets.projected import Projected

STORM = at.storm(*at.notes(3))


def chosen(sees: Sees, place: str = "", session: str = "s") -> State:
    """The brainstorm is going on, and this was chosen for the room."""
    running = replace(STORM.session, status=SessionStatus.OPEN, now=STORM.activity.id)
    return State.holding([*at.everything(STORM.state), running, Shown(id="w", session=session, sees=sees, place=place)])


def test_it_follows_what_is_going_on() -> None:
    state = chosen(Sees.FOLLOW)
    assert seen(state, at.NOW, None).giant == at.QUESTION
    assert seen(_with(state, now=None), at.NOW, None).level, "between two activities it is the programme"
    over = _with(state, now=None, status=SessionStatus.CLOSED)
    assert seen(over, at.NOW, None) == nothing(over)


def _with(state: State, **changes: object) -> State:
    session = replace(state.get(Session, "s"), **changes)
    return State.holding([*at.everything(state), session])


def test_blank_is_the_name_of_the_network_and_nothing_else() -> None:
    state = chosen(Sees.BLANK)
    assert seen(state, at.NOW, Projected(giant="before")) == nothing(state)
    assert nothing(state) == Projected(giant="Klankbordgroep talent", style="$muted")


def test_frozen_it_stays_what_it_was_and_a_window_that_begins_then_shows_the_name() -> None:
    before = seen(chosen(Sees.FOLLOW), at.NOW, None)
    frozen = chosen(Sees.FREEZE)
    later = State.holding([*at.everything(frozen), *at.notes(9)])
    assert seen(later, at.NOW.replace(hour=23), before) is before
    assert seen(later, at.NOW, None) == nothing(later)
    blanked = seen(chosen(Sees.BLANK), at.NOW, before)
    assert seen(later, at.NOW, blanked) == nothing(later), "what was blank before it was frozen stays so"


def test_one_place_is_shown_wherever_the_session_is() -> None:
    pause = Activity(id="pause", session="s", kind=ActivityKind.BREAK, position=9, minutes=15)
    state = State.holding([*at.everything(chosen(Sees.THIS, "pause")), pause])
    assert "15" in seen(state, at.NOW, None).lead
    assert seen(chosen(Sees.THIS, "programme"), at.NOW, None).level
    gone = chosen(Sees.THIS, "gone")
    assert seen(gone, at.NOW, None) == nothing(gone), "what was taken away leads to nothing else"


def test_what_was_chosen_for_another_session_does_not_hold() -> None:
    state = chosen(Sees.BLANK, session="another")
    assert seen(state, at.NOW, None).giant == at.QUESTION


# -- field by field

MAY_BE_SEEN = frozenset(
    {
        *("network.name", "network.theme", "network.shared_goal"),
        *("sessions.title", "sessions.themes", "sessions.place", "sessions.speakers"),
        *(
            "participants.name",
            "activities.title",
            "activities.question",
            "activities.advice_for",
            "activities.expert",
            "rounds.prompt",
        ),
        *("rules.text", "actions.text", "actions.named", "actions.due", "notes.text", "clusters.title"),
        *("decisions.question", "decisions.importance", "decisions.origin", "decisions.outcome"),
        *("proposals.text", "swot.text", "recap.text", "questions.text", "heard.text", "themes.text"),
        *("engagements.text", "engagements.named", "engagements.questions"),
    }
)
"""The fields of the file that the room may read; no other text reaches a room window."""

TEXTS = {table: names | {"advice_for"} for table, names in FREE.items()} | {
    "participants": frozenset({"name", "organisation", "email", *FREE["participants"]}),
    "attendance": frozenset({"reason", "since", "until"}),
}
"""The fields of each table in which somebody's words, name or address stand."""


def marked(records: Iterable[Record], *, all_of_them: bool) -> Iterator[Record]:
    """The same records, every text in them replaced by the name of its field and of its record: also empty ones."""
    for record in records:
        fields = TEXTS[record.table]
        document = msgspec.to_builtins(record)
        if all_of_them:
            empty = {name for name in fields & set(record.__struct_fields__) if getattr(record, name) == ""}
            document |= dict.fromkeys(empty, "")
        yield msgspec.convert(_marked(document, record.table, record.id, fields), type(record))


def _marked(document: dict[str, Any], table: str, id_: str, fields: frozenset[str]) -> dict[str, Any]:
    """A document, or one in it."""

    def of(name: str, value: Any) -> Any:
        if isinstance(value, str):
            return f"<{table}.{name}>{id_}" if name in fields else value
        if isinstance(value, list | tuple):
            return [of(name, each) for each in value]
        return _marked(value, table, id_, fields) if isinstance(value, dict) else value

    return {name: of(name, value) for name, value in document.items()}


def everything_seen() -> Iterator[tuple[str, Projected]]:
    """What a room window shows of every activity and programme in the demo, and of every moment of the tests."""
    told = [*at.everything(STORM.state), *EXCHANGED]
    plain = replace(STORM.session, title="", themes=("Thema",))
    files = [
        demo_records("nl", at.NOW.date(), at.NOW.time()),
        told,
        [*told, plain],
        *(at.everything(each().state) for each in MOMENTS),
    ]
    for records, all_of_them in product(files, (True, False)):
        state = State.holding(marked(records, all_of_them=all_of_them))
        for session in state.all(Session):
            others = [replace(each, status=SessionStatus.CLOSED, now=None) for each in state.all(Session)]
            going = [item for item in state.all(Activity) if item.session == session.id]
            for activity in (None, *going):
                now = replace(session, status=SessionStatus.OPEN, now=activity.id if activity else None)
                moment = State.holding([*at.everything(state), *others, now])
                yield (activity.kind if activity else "programme"), seen(moment, at.NOW, None)


def _heard(activity: str, part: str) -> Heard:
    return Heard(id=f"{activity} {part}", session="s", activity=activity, text="Gezegd", part=part, subgroup=0)


EXCHANGED: list[Record] = [
    *(
        Activity(
            id=f"x{step}",
            session="s",
            kind=ActivityKind.EXCHANGE,
            position=20,
            question="Wat werkt bij jou?",
            subgroups=at.groups(),
            exchange=Exchange(step=step, reporters=("p0",), advice_for="de directie"),
        )
        for step in ExchangeStep
    ),
    *(_heard(f"x{step}", step) for step in ExchangeStep),
    *(
        Activity(
            id=f"c{step}",
            session="s",
            kind=ActivityKind.PEER_CONSULTATION,
            position=30,
            question="Hoe pak ik dit aan?",
            consultation=Consultation(bringer="p1", step=step),
        )
        for step in ConsultationStep
    ),
    *(_heard(f"c{step}", step) for step in ConsultationStep),
    Activity(
        id="dates",
        session="s",
        kind=ActivityKind.SPEED_DATES,
        position=40,
        countdown=Countdown(ends=at.NOW.replace(minute=50).isoformat(), total=1800, what="talk"),
    ),
    Round(
        id="r",
        session="s",
        activity="dates",
        number=1,
        tables=at.groups(2),
        started=at.NOW.isoformat(),
        prompt="Wat wil je leren?",
    ),
]

MOMENTS: tuple[Callable[[], Moment], ...] = (
    lambda: at.storm(*at.notes(6, 3), *at.clusters(3, polled=True)),
    lambda: at.storm(*at.weighed(6)),
    lambda: at.decision(Phase.EXPLORE, 0),
    lambda: at.decision(Phase.EXAMINE),
    lambda: at.voting(Way.CONSENT, Entry.HANDS),
    at.for_against,
    lambda: at.secret(3, 12),
    at.decided,
    lambda: at.forms(12, revealed=True),
    lambda: at.agreements(ActivityKind.CLOSE, 2, 3),
)


@pytest.fixture(scope="module")
def views() -> list[tuple[str, Projected]]:
    set_language(DEFAULT_LANGUAGE)
    return list(everything_seen())


def test_of_every_field_of_the_file_only_these_are_ever_seen(views: list[tuple[str, Projected]]) -> None:
    read = {field for _kind, view in views for field in re.findall(r"<(\w+\.\w+)>", msgspec.json.encode(view).decode())}
    assert read == MAY_BE_SEEN


def test_what_is_said_of_a_case_stays_with_the_group(views: list[tuple[str, Projected]]) -> None:
    kinds = {kind for kind, view in views if "<heard.text>" in msgspec.json.encode(view).decode()}
    assert kinds == {ActivityKind.EXCHANGE}


def test_every_kind_of_activity_was_looked_at(views: list[tuple[str, Projected]]) -> None:
    assert {kind for kind, _view in views} == {"programme", *ActivityKind}
