"""A tie of a vote stays a tie until lots are drawn or the group votes again: no proposal of it is taken for first."""

from __future__ import annotations

from pathlib import Path

from data.model import Objection, Proposal
from data.verbs.decision.phases import reword
from screens.decision.dialogs import Conclude
from screens.decision.stages import Stage
from tests.pilot import read, running, shown, until
from tests.screens.test_decision import at, deciding_file, say
from tui.app import Kring


def filled_in(app: Kring) -> str:
    """With what writing down begins."""
    assert isinstance(app.screen, Conclude)
    return app.screen.written.outcome


async def test_a_tie_stays_a_tie_once_the_objection_to_it_is_withdrawn(tmp_path: Path) -> None:
    path, item = deciding_file(tmp_path, "Een", "Twee", "Drie")
    async with running(path) as (app, pilot):
        screen = await at(app, pilot, item)
        await pilot.press("v", "1", "1")  # all of us, counted
        for hands in ("2", "5", "5", "r"):
            await say(pilot, hands)
        await pilot.press("f6")
        await until(pilot, lambda: screen.subject.stage is Stage.DECIDE)
        await say(pilot, "")
        await say(pilot, "te duur")
        await until(pilot, lambda: app.state.all(Objection))
        await pilot.press("escape", "x")
        await read(pilot, "opnieuw stemmen tussen B, C Enter")
        await read(pilot, "loten, en")
        assert "consent vragen over" not in shown(app)
        await pilot.press("f6")
        await read(pilot, "Eerst: opnieuw stemmen tussen B, C (Enter).")
        await pilot.press("b")
        await until(pilot, lambda: isinstance(app.screen, Conclude))
        assert not filled_in(app), "no proposal was chosen"
        await pilot.press("escape")
        here, second = screen.subject.session.id, screen.subject.standing[1].id
        screen.house.do(reword, proposal=second, session=here, text="Nieuw", why="te lang")
        await until(pilot, lambda: screen.subject.standing[1].text == "Nieuw")
        await read(pilot, "opnieuw stemmen tussen B, C Enter")
        screen.lined.page.focus()
        screen.lined.page.choose(app.state.all(Proposal)[1].id)
        await pilot.press("down", "b")
        await until(pilot, lambda: isinstance(app.screen, Conclude))
        assert filled_in(app) == "Drie", "who goes to one writes that one down"


async def test_fingers_that_put_two_first_ask_consent_to_neither(tmp_path: Path) -> None:
    path, item = deciding_file(tmp_path, "Een", "Twee", people=2)
    async with running(path) as (app, pilot):
        screen = await at(app, pilot, item)
        await pilot.press(*"v32", *"ac44", "enter", *"ap44", "enter", "f6")
        await until(pilot, lambda: screen.subject.stage is Stage.DECIDE)
        await read(pilot, "bespreken Enter")
        assert "consent vragen over" not in shown(app)
        await pilot.press("f6")
        await read(pilot, "Eerst: ")
