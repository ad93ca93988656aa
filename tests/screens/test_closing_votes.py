"""Before a vote is closed on some of the answers it says on how many, and leads back to who is left."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.model import Vote
from screens.decision.screen import DecisionScreen
from tests.pilot import read, running, shown, until
from tests.screens.test_decision import at, deciding_file


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
