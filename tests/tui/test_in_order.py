"""Keys are handed on one after the other; how long one waits for the one before it."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.model import ActivityKind, Note
from tests.pilot import read, running, until
from tests.screens.group import group
from tui.in_order import ROUNDS, TYPED, InOrder
from tui.typed import TypedParser


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


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("stil \x1b[200~en samen\x1b[201~ zijn\r", ["stil en samen zijn"]),
        ("eerst dit\r\x1b[200~dan dat\x1b[201~\r", ["eerst dit", "dan dat"]),
        ("Luisteren zonder oordeel\rSamen koffie", ["Luisteren zonder oordeel"]),
    ],
)
async def test_nothing_overtakes_what_was_typed_before_it(tmp_path: Path, sent: str, kept: list[str]) -> None:
    async with running(group(tmp_path, [ActivityKind.BRAINSTORM])) as (app, pilot):
        app.go("a0")
        await until(pilot, lambda: app.focused is not None)
        for event in TypedParser().feed(sent):
            app.post_message(event)
        await until(pilot, lambda: len(app.state.all(Note)) == len(kept))
        assert [note.text for note in app.state.all(Note)] == kept
