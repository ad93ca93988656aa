"""The room's own window: it follows what another window writes, and what the facilitator lets it see."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.model import ActivityKind, Attendance, Sees
from data.network import Network, following
from data.settings import Settings
from data.verbs.check_in import arrive
from data.verbs.showing import show_room
from data.verbs.showing import shown as of_room
from tests.data.network.parts import version
from tests.pilot import read, read_large, running, shown, until
from tests.screens.group import group
from tests.tui.commands_run import kring
from tui.room_source import FileSource
from tui.room_window import RoomWindow

KINDS = [ActivityKind.CHECK_IN, ActivityKind.BREAK]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return group(tmp_path, KINDS)


def everything(path: Path) -> dict[Path, bytes]:
    return {file: file.read_bytes() for file in path.parent.rglob("*") if file.is_file()}


async def test_it_follows_is_frozen_blank_and_pinned_from_the_facilitators_window(path: Path) -> None:
    """Both windows run here, each on the file; only one of them writes."""
    async with running(path) as (app, pilot):
        await pilot.press("1")
        source = FileSource(path)
        room = RoomWindow(Settings(theme="projector"), source)
        async with room.run_test(size=(80, 24)) as wall:
            await read(wall, "Welkom   ")
            app.do(arrive, session="s", participant="p4")
            await read(wall, "1 van 7 aanwezig")

            # Frozen: what comes next is not seen.
            await pilot.press("shift+f9", "2")
            await read(pilot, "De zaal blijft zien wat ze ziet")
            await read(pilot, "▣ zaal staat stil")
            app.do(arrive, session="s", participant="p6")
            await until(wall, lambda: len(source._following.state.all(Attendance)) == 2)
            await wall.pause()
            assert "1 van 7 aanwezig" in shown(room)

            # Blank: the name alone.
            await pilot.press("shift+f9", "3")
            await read(pilot, "▣ zaal ziet niets")
            await read_large(wall, "Proefgroep")
            assert "aanwezig" not in shown(room)

            # This: the break, wherever the facilitator goes; and undo does not touch it.
            await pilot.press("f2", "2", "shift+f9", "4")
            await read_large(wall, "20 minuten")
            await pilot.press("f2", "1", "ctrl+z")
            await until(pilot, lambda: app.network.saved)
            assert of_room(app.state).sees is Sees.THIS
            await read_large(wall, "20 minuten")
            await pilot.press("shift+f9", "shift+f9", "shift+f9", "1")
            await read(wall, "van 7 aanwezig")
            await until(pilot, lambda: "▣" not in shown(app))
        room.show_now()  # a last look, as the window closes, does nothing


async def test_no_key_changes_anything_and_the_keys_are_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(following, "PATIENCE", 2)
    before = everything(path)
    room = RoomWindow(Settings(theme="projector"), FileSource(path))
    async with room.run_test(size=(80, 24)) as wall:
        await wall.press("x", "enter", "f4", "ctrl+z")
        await read(wall, "Ctrl+Q sluit dit venster")
        await wall.press("t")
        assert room.theme == "dark"
        path.unlink()
        await read(wall, "kan niet gelezen worden: dit stond er het laatst in")
        await wall.press("q")
    assert {file: data for file, data in before.items() if file != path} == everything(path)


def test_who_is_erased_is_not_kept_in_a_frozen_picture(path: Path) -> None:
    network = Network.open(path)
    network.apply(arrive, session="s", participant="p4").wait(10)
    source = FileSource(path)
    now = RoomWindow(Settings(), source)._now()
    assert "Karel" in str(source.picture(now))
    network.apply(show_room, sees=Sees.FREEZE).wait(10)
    network.close()
    assert "Karel" in str(source.picture(now))
    version(path, erases=True)
    assert source.picture(now).giant == "Proefgroep" and "Karel" not in str(source.picture(now))


def test_what_cannot_be_followed_is_said(tmp_path: Path) -> None:
    done = kring("room", tmp_path / "none.kring.json")
    assert done.returncode == 1 and b"Traceback" not in done.stderr and done.stderr
