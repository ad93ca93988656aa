"""Quitting while something is not saved, and other versions of the open file, in the app."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.model import Note
from data.store import image as images
from tests.data.store.samples import add
from tests.data.test_unsaved import Closed
from tests.pilot import read, running, shown, until
from tui.app import Kring
from tui.everywhere import other_versions


@pytest.fixture
def closed(demo: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Closed:
    """A disk whose folder may be closed under the app."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    disk = Closed(demo.parent)
    monkeypatch.setattr("data.store.storage.Disk", lambda: disk)
    return disk


def texts(path: Path) -> list[str]:
    return [note.text for note in images.load(path.read_bytes()).state.all(Note)]


async def typed_in_vain(app: Kring, closed: Closed) -> None:
    closed.shut = True
    app.network.apply(add, "in vain")


async def test_quitting_with_something_unsaved_asks_and_keeps_it(demo: Path, closed: Closed) -> None:
    async with running(demo, size=(80, 24)) as (app, pilot):
        await read(pilot, "Sessie 3")
        await typed_in_vain(app, closed)
        await until(pilot, lambda: app.network.trouble)
        await pilot.press("ctrl+q")
        await read(pilot, "1 wijziging is niet bewaard")
        await pilot.press("ctrl+q", "escape")
        await read(pilot, "Sessie 3")
        assert app.is_running
        await pilot.press("ctrl+q")
        await read(pilot, "Toch afsluiten")
        await pilot.press("3")
        await until(pilot, lambda: not app.is_running)
    assert "in vain" not in texts(demo)
    closed.shut = False
    async with running(demo) as (app, pilot):
        await read(pilot, "niet bewaard was toen Kring stopte")
        await until(pilot, lambda: app.network.saved)
    assert texts(demo).count("in vain") == 1


async def test_waiting_saves_it_and_quits(demo: Path, closed: Closed, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("data.network.writer.AGAIN", 3600.0)
    async with running(demo) as (app, pilot):
        await read(pilot, "Sessie 3")
        await typed_in_vain(app, closed)
        await until(pilot, lambda: app.network.trouble)
        await pilot.press("ctrl+q")
        await read(pilot, "Wacht, en probeer opnieuw")
        closed.shut = False
        await pilot.press("1")
        await until(pilot, lambda: not app.is_running)
    assert "in vain" in texts(demo)


async def test_a_copy_elsewhere_is_enough_to_quit(demo: Path, closed: Closed, tmp_path: Path) -> None:
    copy = tmp_path / "far" / "copy.kring.json"
    copy.parent.mkdir()
    async with running(demo) as (app, pilot):
        await read(pilot, "Sessie 3")
        await typed_in_vain(app, closed)
        await until(pilot, lambda: app.network.trouble)
        await pilot.press("ctrl+q")
        await read(pilot, "Bewaar elders een kopie")
        await pilot.press("2")
        await read(pilot, "Waar komt de kopie?")
        from widgets.capture_line import CaptureLine

        app.screen.query_one(CaptureLine).restore(str(copy))
        await pilot.press("enter")
        await until(pilot, lambda: not app.is_running)
    assert "in vain" in texts(copy)


async def test_with_all_saved_quitting_asks_nothing(demo: Path) -> None:
    async with running(demo) as (app, pilot):
        await read(pilot, "Sessie 3")
        await pilot.press("ctrl+q")
        await until(pilot, lambda: not app.is_running)


async def test_the_whole_banner_is_readable_at_80_columns(demo: Path, closed: Closed) -> None:
    async with running(demo, size=(80, 24)) as (app, pilot):
        await read(pilot, "Sessie 3")
        await typed_in_vain(app, closed)
        await until(pilot, lambda: app.network.trouble)
        await read(pilot, "Laat dit venster open.")
        assert "…" not in shown(app).split("Laat dit venster open.")[0].split("!")[-1]


async def test_another_version_is_told_and_joined_by_one_key(demo: Path) -> None:
    old = demo.read_bytes()
    async with running(demo) as (app, pilot):
        await read(pilot, "Sessie 3")
        app.network.apply(add, "of ours").wait(10)
        demo.write_bytes(old.replace(b'"name":"Klankbord', b'"name":"Klankkast', 1))
        await read(pilot, "Andere versies")
        other_versions(app)
        await read(pilot, "Voeg beide samen")
        await pilot.press("1")
        await until(pilot, lambda: not app.network.foreign)
        await until(pilot, lambda: app.network.saved)
    assert "of ours" in texts(demo)
