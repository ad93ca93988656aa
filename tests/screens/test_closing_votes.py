"""Before a vote is closed on some of the answers it says on how many, and leads back to who is left."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from data.model import Objection, Record, State, Vote
from screens.decision.result import heard
from screens.decision.screen import DecisionScreen
from tests.pilot import read, running, shown, until
from tests.screens.test_decision import at, deciding_file, say
from tui.app import Kring


@pytest.mark.parametrize(
    ("keys", "answered", "counts"),
    [
        ((*"v32", *"kw54", "enter", "f6"), "1 van 5", "de helft of minder: te weinig om op te besluiten"),
        ((*"v32", *"kw54", "enter", *"ac55", "enter", *"ed44", "enter", "f6"), "3 van 5", "zonder wie niet antwoordde"),
        ((*"v31", *("1", "enter") * 2, "f6"), "2 van 5", "de helft of minder: te weinig om op te besluiten"),
    ],
    ids=["one person", "three of five", "two hands"],
)
async def test_before_a_vote_is_closed_on_some_answers_it_says_on_how_many(
    tmp_path: Path, keys: tuple[str, ...], answered: str, counts: str
) -> None:
    path, item = deciding_file(tmp_path, "Een", "Twee", people=5)
    async with running(path) as (app, pilot):
        await at(app, pilot, item)
        await pilot.press(*keys)
        await read(pilot, f"{answered} antwoordden. De stemming nu sluiten?")
        await read(pilot, counts)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, DecisionScreen))
        assert not app.state.all(Vote)[0].closed, "Enter goes back to those who are left"
        await pilot.press("f6")
        await read(pilot, "De stemming nu sluiten?")
        await pilot.press("2")
        await until(pilot, lambda: app.state.all(Vote)[0].closed)
        await read(pilot, f"{answered} antwoordden")


async def test_who_is_still_to_answer_is_named_to_the_facilitator_alone(tmp_path: Path) -> None:
    path, item = deciding_file(tmp_path, "Een", "Twee", people=3)
    async with running(path) as (app, pilot):
        await at(app, pilot, item)
        await pilot.press(*"v32", *"ed54", "enter", "f6")
        await read(pilot, "nog 2 mensen moeten antwoorden")
        assert "An Claes" not in shown(app)
        await pilot.press("escape", "f8", "f6")
        await read(pilot, "nog te antwoorden: ")
        assert "An Claes, An Peeters" in shown(app)
        await pilot.press("f8")
        await until(pilot, lambda: isinstance(app.screen, DecisionScreen))
        assert not app.state.all(Vote)[0].closed


async def test_a_secret_vote_is_not_closed_at_once_while_somebody_is_still_to_come(tmp_path: Path) -> None:
    path, item = deciding_file(tmp_path, "Een", "Twee", people=5)
    async with running(path) as (app, pilot):
        await at(app, pilot, item)
        await pilot.press(*"v13", "enter", "a", "enter", "enter", "escape", "f6")
        await read(pilot, "1 van 5 antwoordden. De stemming nu sluiten?")
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, DecisionScreen))
        assert not app.state.all(Vote)[0].closed


async def test_that_nobody_abstained_is_told_when_enter_takes_it(tmp_path: Path) -> None:
    path, item = deciding_file(tmp_path, "Een", "Twee", people=5)
    async with running(path) as (app, pilot):
        await at(app, pilot, item)
        await pilot.press("v", "1", "1", *("5", "enter") * 3)
        await read(pilot, "Enter: Niemand onthield zich")
        await pilot.press("enter")
        await read(pilot, "✓ Niemand onthield zich · F6 sluit de stemming")
        await pilot.press("2", "enter", "enter")
        await read(pilot, "✓ 2 mensen onthielden zich · F6 sluit de stemming")


async def test_a_voter_who_filled_in_nothing_is_told_what_a_voter_can_do(tmp_path: Path) -> None:
    path, item = deciding_file(tmp_path, "Een", "Twee", people=5)
    async with running(path) as (app, pilot):
        await at(app, pilot, item)
        await pilot.press("v", "1", "3", "enter", "enter")
        await read(pilot, "Er is nog niets ingevuld: de regel hierboven zegt met welke toetsen je antwoordt.")
        assert "laat deze persoon weg" not in shown(app)


async def test_what_was_settled_before_a_vote_says_nothing_of_what_is_objected_in_it(tmp_path: Path) -> None:
    path, item = deciding_file(tmp_path, "Een")
    counted = ("1", "1", "enter", "enter", "enter", "5", "enter", "f6")
    async with running(path, size=(80, 24)) as (app, pilot):
        await at(app, pilot, item)
        await pilot.press("v", "2", *counted)
        await read(pilot, "het bezwaar noteren, dan opnemen Enter")
        await pilot.press("enter")
        await say(pilot, "te duur")
        await until(pilot, lambda: app.state.all(Objection))
        first, *_more = app.state.all(Vote)
        await pilot.press("escape", "x")
        await read(pilot, "geen genoteerd bezwaar meer.")
        (said,) = app.state.all(Objection)
        assert said.vote == first.id
        assert heard(app.state, first) and heard(holding(app, replace(said, vote=None)), first), "also of an older file"
        await pilot.press("c", *counted)
        await until(pilot, lambda: len(app.state.all(Vote)) == 2 and app.state.all(Vote)[-1].closed)
        await read(pilot, "het bezwaar noteren, dan opnemen Enter")
        assert "geen genoteerd bezwaar meer." not in shown(app)


def holding(app: Kring, record: Record) -> State:
    """The state with this record in place of the one with its id."""
    tables = app.state.tables
    return State({**tables, record.table: {**tables[record.table], record.id: record}})
