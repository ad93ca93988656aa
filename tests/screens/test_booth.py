"""While a voter has the laptop no key leads to what is the facilitator's."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.model import Activity, Vote
from screens.decision.booth import Booth
from screens.decision.screen import DecisionScreen
from tests.pilot import read, running, shown, until
from tests.screens.test_decision import at, deciding_file, vote_secretly
from tui.everywhere import EVERYWHERE, quit_app

REFUSED = "Beantwoord dit eerst, of verlaat het met Esc"
QUITS = "de begeleider sluit af"
KEYS = {key: QUITS if command.run is quit_app else REFUSED for command in EVERYWHERE for key in command.keys}


@pytest.mark.parametrize("alone", [False, True])
async def test_no_key_of_the_house_leads_away_from_a_ballot_and_all_say_so(alone: bool, tmp_path: Path) -> None:
    path, item = deciding_file(tmp_path, "Een", "Twee")
    async with running(path, size=(80, 24)) as (app, pilot):
        await at(app, pilot, item)
        await vote_secretly(app, pilot, ["a"])
        if alone:
            await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, Booth))
        booth, before = app.screen, app.state
        for key, told in KEYS.items():
            app.feedback.done("niets")
            await pilot.press(key)
            await pilot.pause()
            assert app.screen is booth and app.state is before and app.looking_along, key
            assert (told in shown(app)) is (key != "question_mark"), key  # a sign may be an answer
        await pilot.press("f2", "a", "enter", "escape", "escape")
        await until(pilot, lambda: isinstance(app.screen, DecisionScreen))
        await pilot.press("f2")
        await read(pilot, "Programma")
        assert len(app.state.all(Activity)) == len(before.all(Activity)) and not app.state.all(Vote)[0].closed
