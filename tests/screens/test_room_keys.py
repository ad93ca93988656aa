"""In the room view a key that would choose something behind it does nothing, and Esc leaves."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.model import ActivityKind
from screens.network.network import NetworkScreen
from screens.shell.screen import KringScreen
from tests.pilot import read, running, until
from tests.screens.group import group


async def test_digits_choose_nothing_behind_the_room_view(tmp_path: Path) -> None:
    async with running(group(tmp_path, [ActivityKind.CHECK_IN, ActivityKind.BREAK])) as (app, pilot):
        await pilot.press("shift+f4")
        await read(pilot, "1 Profiel")
        screen = app.screen
        assert isinstance(screen, NetworkScreen)
        before = screen.tab
        await pilot.press("f9", "4", "f2")
        await until(pilot, lambda: app.place == "programme")
        await pilot.press("f9", "2", "B", "escape")
        assert app.place == "programme"
        assert screen.tab is before


@pytest.mark.parametrize("kind", [ActivityKind.BRAINSTORM, ActivityKind.DECISION, ActivityKind.SPEED_DATES])
async def test_escape_leaves_the_room_view_and_does_nothing_behind_it(tmp_path: Path, kind: ActivityKind) -> None:
    async with running(group(tmp_path, [kind])) as (app, pilot):
        app.go("a0")
        await until(pilot, lambda: app.place == "a0" and app.focused is not None)
        screen, focused = app.screen, app.focused
        assert isinstance(screen, KringScreen)
        await pilot.press("f9")
        assert screen.in_room
        await pilot.press("escape")
        assert not screen.in_room
        assert app.focused is focused
