"""Ctrl+C copies what is chosen, wherever one is, and Ctrl+V pastes it, or says which key does."""

from __future__ import annotations

from pathlib import Path

from data.model import ActivityKind
from tests.pilot import network_file, read, running, shown, type_text, until
from tests.screens.group import NAMES, group
from tests.screens.storm import STORM, storm
from widgets.board import Board
from widgets.capture_line import CaptureLine


async def test_a_post_it_that_was_dragged_over_is_copied(tmp_path: Path) -> None:
    async with running(network_file(tmp_path, storm(["Praten", "Luisteren"]))) as (app, pilot):
        app.go(STORM)
        await read(pilot, "Luisteren")
        board = app.screen.query_one(Board)
        row = next(y for y, line in enumerate(shown(app).splitlines()) if "Praten" in line)
        column = shown(app).splitlines()[row].index("Praten")
        await pilot.mouse_down(offset=(column, row))
        await pilot.hover(offset=(column + 4, row))
        await pilot.mouse_up(offset=(column + 4, row))
        await until(pilot, lambda: board.has_focus)
        await pilot.press("ctrl+c")
        await read(pilot, "Gekopieerd: “Praten”")
        assert app.clipboard == "Praten"
        await pilot.press("space", "down", "space", "ctrl+c")
        await until(pilot, lambda: app.clipboard == "Praten\nLuisteren")


async def test_a_name_is_copied_and_pasted_in_the_line(tmp_path: Path) -> None:
    async with running(group(tmp_path, [ActivityKind.CHECK_IN])) as (app, pilot):
        app.go("a0")
        await read(pilot, NAMES[0])
        await pilot.press("ctrl+v")
        await read(pilot, "Ctrl+Shift+V")
        await pilot.press("escape", "ctrl+c", "escape", "ctrl+v")
        await until(pilot, lambda: app.screen.query_one(CaptureLine).value == NAMES[0])
        # What is selected in the line goes before what is chosen above it.
        await type_text(pilot, "!")
        await pilot.press("shift+home", "ctrl+c")
        await until(pilot, lambda: app.clipboard == f"{NAMES[0]}!")


async def test_the_summary_is_copied_whole_and_elsewhere_control_c_says_what_quits(tmp_path: Path) -> None:
    async with running(group(tmp_path, [ActivityKind.CLOSE, ActivityKind.BREAK])) as (app, pilot):
        app.go("a0")
        await read(pilot, "Proefgroep")
        await pilot.press("ctrl+c")
        await until(pilot, lambda: app.clipboard.startswith("# Verslag van Proefgroep"))
        await pilot.press("f2", "2", "ctrl+c")
        await read(pilot, "Ctrl+Q sluit af")
