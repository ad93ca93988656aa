"""Recap: points get a verdict, an agenda is proposed and amended, and the room reads both."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from data.model import (
    Activity,
    ActivityKind,
    Decision,
    Fate,
    Phase,
    Question,
    RecapPoint,
    Session,
    SessionStatus,
    State,
    Theme,
    Verdict,
)
from data.verbs.network import close_session, sessions
from data.verbs.programme import programme
from data.verbs.recap import AGENDA
from screens.recap.room import projected
from screens.shell.room import Moment
from tests.pilot import read, read_large, running, shown, type_text, until
from tests.screens.group import HOSTILE, group
from tui.app import Kring
from widgets.large_list import AIRY
from widgets.letters import SMALL
from widgets.page import Page
from widgets.projection import laid_out

OPEN = [
    Question(id="q", session="s", text="Hoe lang duurt het?", treated="s"),
    Question(id="later", session="s", text="Wie begint er?"),
    Decision(id="d", session="s", question="Waar komen we samen?", phase=Phase.PROPOSE),
]


@pytest.fixture()
def path(tmp_path: Path) -> Path:
    return group(tmp_path, [ActivityKind.RECAP], extra=OPEN)


def verdicts(app: Kring) -> dict[str, Verdict]:
    return {point.text: point.verdict for point in app.state.all(RecapPoint)}


def coming(app: Kring) -> list[Activity]:
    return programme(app.state, sessions(app.state)[1].id)


async def test_points_are_spoken_through_by_a_key_each_and_typed_in_between(path: Path) -> None:
    async with running(path, size=(80, 24)) as (app, pilot):
        app.go("a0")
        await read(pilot, "○ Hoe lang duurt het?")
        await read(pilot, "0 van 2")
        await pilot.press("r")
        await read(pilot, "✓ Hoe lang duurt het?")
        assert app.state.get(Question, "q").fate is Fate.CLOSED
        await pilot.press("3")
        await until(pilot, lambda: verdicts(app).get("Wat is talent?") is Verdict.CONTINUE)
        await read(pilot, "F5 naar de agenda van de volgende sessie")
        await pilot.press("escape")
        await type_text(pilot, "Tijd maken")
        await pilot.press("tab")
        await read(pilot, "rond · Tab oordeel")
        await pilot.press("enter")
        await until(pilot, lambda: verdicts(app).get("Tijd maken") is Verdict.ROUND)
        await pilot.press("escape", "l")
        await until(pilot, lambda: verdicts(app)["Tijd maken"] is Verdict.LET_GO)
        await pilot.press("delete")
        await until(pilot, lambda: "Tijd maken" not in verdicts(app))
        await pilot.press("ctrl+z")
        await until(pilot, lambda: "Tijd maken" in verdicts(app))


async def test_what_may_be_said_of_a_point_stands_above_them_with_its_keys_and_no_row_moves_for_it(path: Path) -> None:
    async with running(path, size=(120, 36)) as (app, pilot):
        app.go("a0")
        await read(pilot, "Punten  r rond · l loslaten · v volgende keer")
        before = shown(app)
        await pilot.press("down")
        await until(pilot, lambda: app.screen.query_one(Page).chosen != "")
        assert shown(app) == before
        await pilot.press("up", "r")
        await until(pilot, lambda: any("duurt" in line and "rond" in line for line in shown(app).splitlines()))


async def test_beside_the_points_stands_what_today_did_and_the_agenda_of_next_time(demo: Path) -> None:
    async with running(demo, size=(120, 36)) as (app, pilot):
        today = sessions(app.state)[2].id
        app.go(next(item.id for item in programme(app.state, today) if item.kind is ActivityKind.RECAP))
        await read(pilot, "Agenda van sessie 4")
        row = next(line for line in shown(app).splitlines() if "Punten" in line)
        assert row.rstrip().endswith("Agenda van sessie 4"), "so that both columns are about as high"
        assert [line.strip().split("  ")[0] for line in shown(app).splitlines()].index("Vandaag")
        assert "▸ Check-in" in shown(app)
        before = sessions(app.state)[1].id
        app.go(next(item.id for item in programme(app.state, before) if item.kind is ActivityKind.RECAP))
        await read(pilot, "volgende keer verder")
        await pilot.resize_terminal(200, 50)
        heads = "Agenda van sessie 3", "Punten"
        await until(pilot, lambda: any(all(head in row for head in heads) for row in shown(app).splitlines()))


async def test_the_agenda_is_proposed_and_the_group_amends_it(path: Path) -> None:
    async with running(path) as (app, pilot):
        app.go("a0")
        await read(pilot, "0 van 2")
        await pilot.press("v", "v", "f6")
        await read(pilot, "Agenda van sessie 2")
        await read(pilot, "Waar komen we samen? (voorstellen)")
        await read(pilot, " ·  10'  Check-in")
        treated = [item.question for item in coming(app) if item.about]
        assert treated == ["Hoe lang duurt het?", "Wat is talent?"]
        first = next(item for item in coming(app) if item.about)
        await pilot.press("home", "down", "down", "down", "plus")
        await until(pilot, lambda: app.state.get(Activity, first.id).minutes == first.minutes + 5)
        await pilot.press("d", "e")
        await read(pilot, "Met welke vraag?")
        await type_text(pilot, " Echt")
        await pilot.press("enter")
        await until(pilot, lambda: app.state.get(Activity, first.id).question == "Hoe lang duurt het? Echt")
        await pilot.press("f")
        await read(pilot, "In welke vorm?")
        await pilot.press("2")
        await until(pilot, lambda: app.state.get(Activity, first.id).kind is ActivityKind.EXCHANGE)
        await pilot.press("end")
        await read(pilot, "+ Wie begint er?")
        await pilot.press("enter")
        await until(pilot, lambda: app.state.get(Question, "later").planned)
        await pilot.press("delete")
        await until(pilot, lambda: app.state.get(Question, "later").planned is None)
        await pilot.press("escape")
        await type_text(pilot, "Coaching")
        await pilot.press("enter")
        await until(pilot, lambda: any(theme.text == "Coaching" for theme in app.state.all(Theme)))
        assert sessions(app.state)[1].themes == ("Wat is talent?", "Coaching")
        await pilot.press("f5")
        await read(pilot, "Wat is rond")


async def test_the_recap_of_a_closed_session_shows_the_session_that_followed(tmp_path: Path) -> None:
    held = Session(id="s2", number=2, status=SessionStatus.CLOSED, place="Gent")
    treated = Activity(
        id="b2", session="s2", kind=ActivityKind.BRAINSTORM, position=0, question="Wie begint?", minutes=20
    )
    later = Session(id="s3", number=3, place="Aalst")
    path = group(tmp_path, [ActivityKind.RECAP], extra=[*OPEN, held, treated, later])
    async with running(path) as (app, pilot):
        app.go("a0")
        await read(pilot, "0 van 2")
        await pilot.press("f5")
        await read(pilot, "Agenda van sessie 3")
        app.network.apply(close_session, session="s")
        await read(pilot, "Wat doen we in sessie 2?")
        await read(pilot, "Wie begint?")
        await read(pilot, "nog geen datum · 20 minuten · Gent")
        assert "Kan ook nog" not in shown(app)
        await pilot.press("delete")
        await read(pilot, "pas haar programma zelf aan")
        assert app.state.find(Activity, "b2")


async def test_the_room_reads_the_points_by_verdict_and_then_the_agenda(path: Path) -> None:
    async with running(path, size=(200, 50)) as (app, pilot):
        app.go("a0")
        await read(pilot, "0 van 2")
        await pilot.press("r", "f9")
        await until(pilot, lambda: app.screen.has_class("-room"))
        await read_large(pilot, "Rond")
        await pilot.press("f9", "f6", "f9")
        await read_large(pilot, "sessie")
        await until(pilot, lambda: "nog geen datum" in shown(app))


def test_the_agenda_names_an_item_where_its_question_takes_more_than_a_line() -> None:
    """Questions made the whole agenda small."""
    asked = "Hoe ziet een gewone werkweek eruit waarin iedereen iets leert?"
    kept = (
        Session(id="s", number=1),
        Session(id="t", number=2),
        Activity(id="a", session="s", kind=ActivityKind.RECAP, position=0, phase=AGENDA),
        Activity(id="b", session="t", kind=ActivityKind.BRAINSTORM, position=0, question=asked, minutes=40),
        Activity(id="c", session="t", kind=ActivityKind.BREAK, position=1, minutes=15),
    )
    state = State.holding(kept)
    view = projected(Moment(state, state.get(Activity, "a"), datetime.fromisoformat("2027-03-16T14:31:00+01:00")))
    assert [(item.text, item.short) for item in view.items] == [(asked, "Brainstorm"), ("Pauze", "")]
    assert [item.label for item in view.items] == ["40'", "15'"], "how long stands in a column"


def test_points_stand_in_drawn_letters_with_air_between_them_under_a_question_as_small() -> None:
    """On a narrow screen the third was glued to the second, and its tails stood on the last row."""
    texts = (
        "Hoe laat je los als het werk vandaag af moet?",
        "Leren in een gewone werkweek",
        "Hoe gaan we verder?",
    )
    kept = (
        Session(id="s", number=1),
        Activity(id="a", session="s", kind=ActivityKind.RECAP, position=0),
        *(Question(id=f"p{n}", session="s", text=text, treated="s") for n, text in enumerate(texts)),
    )
    state = State.holding(kept)
    view = projected(Moment(state, state.get(Activity, "a"), datetime.fromisoformat("2027-03-16T14:31:00+01:00")))
    found = laid_out(view, 80, 24)
    assert found.listed is SMALL
    assert found.sizes.ease.free and found.sizes.ease.airs == AIRY


async def test_whatever_people_typed_is_shown_as_text(tmp_path: Path) -> None:
    odd = [Question(id=f"h{n}", session="s", text=text, treated="s") for n, text in enumerate(HOSTILE)]
    async with running(group(tmp_path, [ActivityKind.RECAP], extra=odd)) as (app, pilot):
        app.go("a0")
        await read(pilot, "[bold]vet")
        for _ in odd:
            await pilot.press("v")
        await pilot.press("f6")
        await read(pilot, "[bold]vet")
