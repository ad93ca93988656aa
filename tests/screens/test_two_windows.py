"""The same note in two windows: nobody is overtaken in silence, and no text is gone."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual._context import active_app

from data.model import Note
from data.network import Changed, Event, Network
from data.verbs.brainstorm.noting import bin_notes
from tests.data.store.samples import edit, remove
from tests.pilot import network_file, read, running, shown, type_text, until
from tests.screens.storm import STORM, storm
from tui.files import Files
from widgets.capture_line import CaptureLine


def board_with(folder: Path, *texts: str) -> Path:
    """A network that opens on its brainstorm."""
    path = network_file(folder, storm(texts))
    network = Network.open(path, watch=True)
    network.drafts.place = STORM
    network.close()
    return path


async def test_an_edit_of_a_note_that_was_binned_elsewhere_is_told_and_back_on_the_board(tmp_path: Path) -> None:
    path = board_with(tmp_path, "alfa")
    async with running(path) as (app, pilot):
        await read(pilot, "alfa")
        note = app.state.all(Note)[0].id
        await pilot.press("escape", "e")
        await until(pilot, lambda: isinstance(app.focused, CaptureLine) and app.focused.value == "alfa")
        other = Network.open(path)
        other.apply(bin_notes, notes=[note]).wait(10)
        await until(pilot, lambda: app.state.get(Note, note).binned)
        await type_text(pilot, " verbeterd")
        await pilot.press("enter")
        await read(pilot, "prullenmand")
        await until(pilot, lambda: app.state.get(Note, note).text == "alfa verbeterd")
        assert not app.state.get(Note, note).binned
        other.close()


async def test_a_line_that_is_refused_late_is_back_where_it_was_typed(tmp_path: Path) -> None:
    path = board_with(tmp_path, "alfa")
    async with running(path) as (app, pilot):
        await read(pilot, "alfa")
        note = app.state.all(Note)[0].id
        with app.network._storage.locked():
            app.network.apply(edit, note, "te laat getypt")
            other = Network.open(path)
            other.close()
        await until(pilot, lambda: app.network.saved)
        gone = Network.open(path)
        with app.network._desk.guard:  # it cannot look meanwhile
            gone.apply(remove, note).wait(10)
            app.network.apply(edit, note, "nog eens te laat")
        await until(pilot, lambda: app.screen.query_one(CaptureLine).value == "nog eens te laat")
        assert "nog eens te laat" in shown(app)
        gone.close()


async def test_what_another_window_did_is_heard_in_the_applications_own_context(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else a timer that is set then, as for a sentence that goes away after a while, never ends."""
    found = []
    heard = Files._heard

    def hears(files: Files, event: Event) -> None:
        found.append((type(event), active_app.get(None)))
        heard(files, event)

    monkeypatch.setattr(Files, "_heard", hears)
    path = board_with(tmp_path, "alfa")
    async with running(path) as (app, pilot):
        await read(pilot, "alfa")
        other = Network.open(path)
        other.apply(edit, app.state.all(Note)[0].id, "beta").wait(10)
        other.close()
        await until(pilot, lambda: (Changed, app) in found)
        await read(pilot, "beta")
        assert {context for _kind, context in found} == {app}
