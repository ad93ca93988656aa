"""On the page of a decision a digit goes to a phase, and so does one right behind it where a line is begun there."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.model import Phase
from tests.pilot import running, type_text, until
from tests.screens.test_decision import at, deciding_file, only


async def test_a_digit_right_behind_that_of_a_phase_is_another_phase_and_no_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("screens.shell.halves.AT_ONCE", 60)
    path, item = deciding_file(tmp_path, "Een", "Twee")
    async with running(path) as (app, pilot):
        screen = await at(app, pilot, item)
        await pilot.press("1", "2", "3")
        await until(pilot, lambda: only(app).phase is Phase.EXAMINE and screen.typing)
        assert screen.lined.line.value == ""
        await pilot.press("escape", "1", "1")
        await until(pilot, lambda: only(app).phase is Phase.EXPLORE)
        assert screen.lined.line.value == ""


@pytest.mark.parametrize(
    ("keys", "typed"), [(("1", "left"), "2 vragen"), (("1",), "één vraag"), (("1",), "5 mensen"), (("1", "2"), "drie")]
)
async def test_all_else_that_is_typed_in_a_phase_is_text(
    tmp_path: Path, keys: tuple[str, ...], typed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("screens.shell.halves.AT_ONCE", 60)
    path, item = deciding_file(tmp_path, "Een", "Twee")
    async with running(path) as (app, pilot):
        screen = await at(app, pilot, item)
        await pilot.press(*keys)
        await until(pilot, lambda: screen.typing)
        await type_text(pilot, typed)
        await until(pilot, lambda: screen.lined.line.value == typed)
        assert only(app).phase is list(Phase)[int([key for key in keys if key.isdecimal()][-1]) - 1]


async def test_a_digit_some_time_behind_that_of_a_phase_begins_a_sentence(tmp_path: Path) -> None:
    path, item = deciding_file(tmp_path, "Een", "Twee")
    async with running(path) as (app, pilot):
        screen = await at(app, pilot, item)
        await pilot.press("1")
        await until(pilot, lambda: screen.typing)
        await type_text(pilot, "2 jaar geleden begonnen")
        await pilot.press("enter")
        await until(pilot, lambda: only(app).origin == "2 jaar geleden begonnen")
        assert only(app).phase is Phase.EXPLORE
