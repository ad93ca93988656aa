"""Keys are handed on one after the other; how long one waits for the one before it."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.model import ActivityKind
from tests.pilot import read, running, until
from tests.screens.group import group
from tui.in_order import ROUNDS, TYPED, InOrder


async def test_a_letter_in_a_line_is_waited_for_half_as_long_as_what_may_open_something(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    waited: list[int] = []
    follow = InOrder._follow

    def noted(keys: InOrder, left: int) -> None:
        waited.append(left)
        follow(keys, left)

    async with running(group(tmp_path, [ActivityKind.BRAINSTORM])) as (app, pilot):
        app.go("a0")
        await until(pilot, lambda: app.focused is not None)
        monkeypatch.setattr(InOrder, "_follow", noted)
        await pilot.press("h")
        assert waited == list(range(TYPED, 0, -1))
        waited.clear()
        await pilot.press("enter")
        assert waited == list(range(ROUNDS, 0, -1))
        await read(pilot, "h")
