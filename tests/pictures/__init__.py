"""Pictures of every place as plain files: what stands on the screen, and in which styles.

A picture has the lines of the screen between bars, then for every line its styles as letters with how many cells they
last, then what the letters stand for. So a change shows as a readable difference, whatever font or terminal.
"""

from __future__ import annotations

import asyncio
import os
import tempfile
from collections.abc import AsyncIterator
from datetime import datetime
from pathlib import Path
from string import ascii_letters
from unittest.mock import patch

from textual.app import App
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from data.addresses import Address
from data.demo import demo_records
from data.model import ACTIVITIES, Activity, ActivityKind, Record, Session, SessionStatus, State, say
from data.verbs.network import sessions
from data.verbs.programme import programme
from screens.shell.house import House
from screens.shell.screen import KringScreen
from tests.pilot import network_file, running, until
from tui.app import Kring

FOLDER = Path(__file__).parent
SIZES = ((80, 24), (120, 36), (200, 50))
NOW = datetime(2026, 11, 26, 14, 8).astimezone()
"""Local time, as on a clock on the wall."""
OUTSIDE = ("home", "new", "programme", "network", "pending", "together", "export")
ROUNDS = 3
"""A picture is taken once so many were as the one before, each after everything that waited was done."""


def picture(app: App[None]) -> str:
    """What is on the screen now."""
    letters: dict[str, str] = {}
    lines, styles = [], []
    for strip in app.screen._compositor.render_strips():
        lines.append("|" + "".join(segment.text for segment in strip) + "|")
        runs: list[tuple[str, int]] = []
        for segment in strip:
            letter = letters.setdefault(str(segment.style), ascii_letters[len(letters)])
            before = runs.pop()[1] if runs and runs[-1][0] == letter else 0
            runs.append((letter, before + segment.cell_length))
        styles.append(" ".join(f"{letter}{cells}" for letter, cells in runs))
    legend = [f"{letter} {style}" for style, letter in letters.items()]
    return "\n".join([*lines, "", *styles, "", *legend]) + "\n"


async def _still(app: Kring, pilot: Pilot[None]) -> None:
    """Wait until nothing moves any more: what other threads make is there, and no cursor blinks."""
    await until(pilot, lambda: app.open_network is None or app.network.saved)
    same, before = 0, app.screen._compositor.render_strips()
    while same < ROUNDS:
        for widget in (*app.screen.query(Input), *app.screen.query(TextArea)):  # some come after the screen
            widget.cursor_blink = False
            widget._cursor_visible = True  # it may have blinked away before
        refreshed = asyncio.Event()
        app.screen.call_after_refresh(refreshed.set)
        await refreshed.wait()
        await pilot._wait_for_screen()
        # What a thread made (a plan, the other networks) is drawn when it is there.
        await app.workers.wait_for_complete()
        now = app.screen._compositor.render_strips()
        same, before = same + 1 if now == before else 0, now


def _shown() -> list[Record]:
    """The demo network; of every kind of activity that it does without, one stands at the end of today's session."""
    records = demo_records("nl", NOW.date(), NOW.time())
    today = next(each for each in records if isinstance(each, Session) and each.status is SessionStatus.OPEN)
    there = {record.kind for record in records if isinstance(record, Activity)}
    lacking = [kind for kind in ActivityKind if kind not in there]
    return records + [
        Activity(id=kind.value, session=today.id, kind=kind, position=100 + place, minutes=ACTIVITIES[kind].minutes)
        for place, kind in enumerate(lacking)
    ]


def _places(state: State) -> dict[str, str]:
    """The activities to draw, by name: of each kind today's and the last one held, or else one to come."""
    found: dict[tuple[ActivityKind, SessionStatus], tuple[str, str]] = {}
    for session in sessions(state):
        for item in programme(state, session.id):
            found[item.kind, session.status] = f"{item.kind}-{session.number}", item.id
    begun = {kind for kind, status in found if status is not SessionStatus.PLANNED}
    return dict(
        where for (kind, status), where in found.items() if status is not SessionStatus.PLANNED or kind not in begun
    )


async def pictures(size: tuple[int, int], folder: Path) -> AsyncIterator[tuple[str, str]]:
    """The name and the picture of every place, its work and its room view, drawn by one run of the application."""
    path = network_file(folder, _shown(), "demo.kring.json")
    reached = [Address("192.168.1.20", "wlan0", say("Wi-Fi")), Address("10.0.0.5", "eth0", say("wired"))]
    with (
        patch.object(House, "now", lambda self: NOW),
        patch("screens.network.together.own_addresses", lambda: reached),
        patch("platform.node", lambda: "laptop"),
    ):
        async with running(path, size=size) as (app, pilot):
            places = {name: name for name in OUTSIDE} | _places(app.state)
            # The file stands here under the same name on every system.
            app.keep_settings(recent=(path.name,))
            for name, place in places.items():
                app.go(place)
                screen = app.get_screen(place)
                await until(pilot, lambda screen=screen: app.screen is screen)  # type: ignore[misc]
                assert isinstance(screen, KringScreen)
                await _still(app, pilot)
                yield name, picture(app)
                screen.toggle_room()
                await _still(app, pilot)
                yield f"{name}-room", picture(app)
                screen.toggle_room()


def drawn(size: tuple[int, int]) -> dict[Path, str]:
    """Every picture at one size, by the file it belongs in."""

    async def all_of_them(folder: Path) -> dict[Path, str]:
        place = FOLDER / f"{size[0]}x{size[1]}"
        return {place / f"{name}.txt": text async for name, text in pictures(size, folder)}

    with tempfile.TemporaryDirectory() as folder:
        here = Path.cwd()
        settings = {"KRING_SETTINGS": str(Path(folder) / "settings.toml")}
        os.chdir(folder)
        try:
            with patch.dict(os.environ, settings):
                return asyncio.run(all_of_them(Path(folder)))
        finally:
            os.chdir(here)
