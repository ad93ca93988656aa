"""A timebox is suggested by how long this took before, where minutes are typed; not while the room is watching."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.model import Activity, ActivityKind
from tests.pilot import read, running, shown, until
from tests.screens.group import group

HELD = [
    Activity(
        id=f"b{place}",
        session="s",
        kind=ActivityKind.BRAINSTORM,
        position=place + 1,
        started="2026-10-01T10:00:00+02:00",
        ended=f"2026-10-01T10:{minutes}:00+02:00",
    )
    for place, minutes in enumerate((31, 38))
]


@pytest.mark.parametrize(
    ("held", "along", "language", "asked"),
    [
        (2, False, "nl", "Hoeveel minuten? Vroeger duurde dit 31, 38: Tab neemt 35."),
        (2, False, "en", "How many minutes? Before, it took 31, 38: Tab takes 35."),
        (2, True, "nl", "Hoeveel minuten?"),
        (1, False, "nl", "Hoeveel minuten?"),
    ],
)
async def test_what_is_asked(tmp_path: Path, held: int, along: bool, language: str, asked: str) -> None:
    path = group(tmp_path, [ActivityKind.BRAINSTORM], extra=HELD[:held], now=None)
    async with running(path, size=(80, 24), looking_along=along, language=language) as (app, pilot):
        app.go("programme")
        await read(pilot, "Brainstorm")
        await pilot.press("m")
        await read(pilot, asked)
        assert asked.endswith(".") or ":" not in next(line for line in shown(app).splitlines() if asked in line)


async def test_tab_takes_it_and_enter_keeps_it(tmp_path: Path) -> None:
    path = group(tmp_path, [ActivityKind.BRAINSTORM], extra=HELD, now=None)
    async with running(path, looking_along=False) as (app, pilot):
        app.go("programme")
        await read(pilot, "Brainstorm")
        await pilot.press("m")
        await read(pilot, "Tab neemt 35")
        await pilot.press("tab", "enter")
        await until(pilot, lambda: app.state.get(Activity, "a0").minutes == 35)
