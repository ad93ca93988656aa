"""Consent step by step on the screen of a decision, by keyboard at 80x24."""

from __future__ import annotations

from pathlib import Path

from data.model import Activity, ConsentStep, DecisionStatus, Objection
from screens.decision.booth import Booth
from screens.decision.stages import Stage
from tests.pilot import read, running, shown, until
from tests.screens.test_decision import at, deciding_file, only, say
from tui.app import Kring


def step(app: Kring, item: str) -> ConsentStep | None:
    going = app.state.get(Activity, item).consent
    return going.step if going else None


async def test_consent_is_asked_step_by_step_and_written_down(tmp_path: Path) -> None:
    path, item = deciding_file(tmp_path, "Loon", "Feedback")
    async with running(path, size=(80, 24)) as (app, pilot):
        await at(app, pilot, item)
        await read(pilot, "consent, stap voor stap s")
        await pilot.press("s")
        await read(pilot, "Voorstelling · stap 1 van 5")
        await read(pilot, "Lees het voorstel voor")
        await pilot.press("enter")
        await read(pilot, "Wie heeft een vraag om het te begrijpen?")
        await pilot.press("f6")
        await read(pilot, "Om de beurt: wat vind je ervan?")
        await pilot.press("enter")
        await read(pilot, "▸ An Claes   hierna")
        await pilot.press("f", "k", "a", "enter")
        await read(pilot, "▸ Karel")
        await read(pilot, "1 gehoord")
    async with running(path, size=(80, 24)) as (app, pilot):
        screen = await at(app, pilot, item)
        await read(pilot, "▸ Karel")
        await pilot.press("ctrl+z")
        await read(pilot, "▸ An Claes")
        await pilot.press("s")
        await read(pilot, "Consent · stap 4 van 5")
        await pilot.press("o")
        await say(pilot, "te duur")
        await until(pilot, lambda: app.state.all(Objection))
        await pilot.press("escape", "s")
        await read(pilot, "Bezwaren opnemen · stap 5 van 5")
        await pilot.press("enter")
        await read(pilot, "Een versie die dit opneemt")
        await say(pilot, " in twee stappen")
        await pilot.press("enter")
        await until(pilot, lambda: step(app, item) is ConsentStep.CONSENT)
        await pilot.press("b")
        await read(pilot, "Consent, stap voor stap.")
        assert "bezwaar meer" not in shown(app), "nobody was asked about the new wording"
        await pilot.press("escape", "n", "n", "b")
        await read(pilot, "Consent, stap voor stap gevraagd aan 2 van")
        await pilot.press("escape", *"nnnn", "b")
        await read(pilot, "Consent, stap voor stap gevraagd. Er staat")
        await pilot.press(*["enter"] * 4)
        await until(pilot, lambda: only(app).status is DecisionStatus.DECIDED)
        assert only(app).outcome == "Loon in twee stappen"
        assert only(app).chosen
        assert screen.subject.stage is Stage.OVER


async def test_a_step_back_from_the_first_ends_it(tmp_path: Path) -> None:
    path, item = deciding_file(tmp_path, "Loon", people=4)
    async with running(path) as (app, pilot):
        await at(app, pilot, item)
        await pilot.press("s", "p")
        await until(pilot, lambda: "stap 1 van 5" not in shown(app))
        assert step(app, item) is None


async def test_the_room_reads_the_step_and_whose_turn_it_is_and_no_objection(tmp_path: Path) -> None:
    path, item = deciding_file(tmp_path, "Loon")
    async with running(path) as (app, pilot):
        screen = await at(app, pilot, item)
        await pilot.press("s", "s", "s", "n")
        await read(pilot, "▸ An Claes")
        await pilot.press("o")
        await say(pilot, "te duur")
        await until(pilot, lambda: app.state.all(Objection))
        seen = screen.projected()
        assert seen.status == "Reacties · stap 3 van 5"
        assert seen.giant.startswith("Om de beurt")
        assert [part.text for part in seen.items] == ["Loon", "▸ An Claes", "hierna An P. · Els"]


async def test_while_a_line_is_typed_the_letters_of_the_steps_are_behind_esc(tmp_path: Path) -> None:
    path, item = deciding_file(tmp_path, "Loon")
    async with running(path, size=(80, 24)) as (app, pilot):
        await at(app, pilot, item)
        await read(pilot, "consent, stap voor stap s")
        await pilot.press("s", "s", "s", "s")
        await read(pilot, "noteer een bezwaar o")
        await pilot.press("o")
        await read(pilot, "noteer een bezwaar Esc o")
        await pilot.press("escape")
        await read(pilot, "noteer een bezwaar o")


async def test_where_no_line_is_shown_esc_leads_to_none(tmp_path: Path) -> None:
    path, item = deciding_file(tmp_path, "Loon", "Feedback")
    async with running(path, size=(80, 24)) as (app, pilot):
        screen = await at(app, pilot, item)
        await pilot.press("v", "1", "3")
        await until(pilot, lambda: isinstance(app.screen, Booth))
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is screen and screen.subject.stage is Stage.SECRET)
        await pilot.press("escape", "z")
        await until(pilot, lambda: screen.subject.stage is Stage.DECIDE)
