"""A new network: every field leads to the next, and the file that was asked for is the one that is made."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import TextArea

from screens.network import new_network
from screens.network.new_network import NewNetworkScreen
from tests.pilot import read, running, shown, type_text, until
from widgets.capture_line import CaptureLine
from widgets.pick import Pick


async def test_enter_leads_from_every_field_to_the_next(tmp_path: Path) -> None:
    async with running(None) as (app, pilot):
        app.go("new")
        await until(pilot, lambda: app.focused is not None and app.focused.id == "new-name")
        await type_text(pilot, "Leren")
        language = app.screen.query_one("#language", Pick)
        for field in ("theme", "date", "starts", "place", "language", "template", "file"):
            await pilot.press("enter")
            await until(pilot, lambda field=field: (app.focused.id or "").endswith(field))  # type: ignore[misc, union-attr]
        assert language.value == "nl"


async def test_a_file_that_is_not_there_is_where_a_new_network_begins(tmp_path: Path) -> None:
    wished = tmp_path / "hier" / "leren.kring.json"
    async with running(wished, language="en") as (app, pilot):
        await read(pilot, "! There is no file")
        await pilot.press("n")
        await until(pilot, lambda: app.screen.query("#new-file"))
        file = app.screen.query_one("#new-file", CaptureLine)
        await until(pilot, lambda: file.value == str(wished))
        await type_text(pilot, "Leren")
        assert file.value == str(wished)
        # Also when the form was there already.
        await pilot.press("escape", "o")
        other = tmp_path / "ander.kring.json"
        await type_text(pilot, str(other))
        await pilot.press("enter")
        await read(pilot, "! There is no file")
        await pilot.press("escape", "n")
        await until(pilot, lambda: file.is_attached and file.value == str(other))
        await pilot.press("f6")
        await until(pilot, lambda: app.open_network is not None)
        assert other.exists() and not wished.exists()


@pytest.mark.parametrize(
    ("name", "said"),
    [("a" * 300 + ".kring.json", "cannot be read"), ("leden.csv", "There is no file")],
    ids=["that no disk takes", "of a list"],
)
async def test_no_network_is_offered_in_a_place(tmp_path: Path, name: str, said: str) -> None:
    async with running(tmp_path / name, language="en", size=(200, 40)) as (app, pilot):
        await read(pilot, said)
        assert app.missing is None
        assert "n on Home" not in shown(app)


async def test_what_was_not_there_is_forgotten_once_another_network_is_open(demo: Path) -> None:
    async with running(demo.parent / "weg.kring.json", language="en") as (app, pilot):
        await read(pilot, "! There is no file")
        app.open_file(str(demo))
        await until(pilot, lambda: bool(app.screen.query("#items")))
        assert app.missing is None


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_up_and_down_go_between_the_fields_and_left_and_right_make_another_choice(size: tuple[int, int]) -> None:
    async with running(None, size=size) as (app, pilot):
        await read(pilot, "Nog geen netwerk")
        await pilot.press("n")
        await until(pilot, lambda: bool(app.screen.query("#new-name:focus")))
        assert isinstance(app.screen, NewNetworkScreen)
        seen = []
        for _field in range(7):
            assert app.focused is not None
            seen.append(app.focused.id)
            await pilot.press("down")
        assert seen == ["new-name", "new-theme", "new-date", "new-starts", "new-place", "language", "template"]
        assert app.screen.query_one("#language", Pick).value == "nl"
        await pilot.press("up")
        await until(pilot, lambda: bool(app.screen.query("#template:focus")))
        await read(pilot, "←→ andere keuze")
        await pilot.press("up")
        await until(pilot, lambda: bool(app.screen.query("#language:focus")))
        await pilot.press("right")
        await until(pilot, lambda: app.screen.query_one("#language", Pick).value == "en")
        await pilot.press("left")
        await until(pilot, lambda: app.screen.query_one("#language", Pick).value == "nl")
        assert shown(app).count("←→ andere keuze") == 1, "only where the focus is"


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_what_is_odd_about_a_list_is_in_sight_before_it_is_taken_and_told_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    monkeypatch.setattr(new_network, "FOLDER", tmp_path)
    async with running(None, size=size) as (app, pilot):
        app.go("new")
        await read(pilot, "Een nieuw netwerk")
        await type_text(pilot, "Proef")
        people = app.screen.query_one("#people", TextArea)
        people.focus()
        rows = [f"{name} Maes; Stad" for name in ("An", "Bert", "Cis", "Dirk", "Els", "Fons", "Geert", "Hilde")]
        people.text = "\n".join([*rows, "; vzw Leeg; trainer", "An Maes; Stad", "Jan Jansens; A", "Jan Janssens; B"])
        await read(pilot, "10 mensen   2 rijen vallen weg · 1 opmerking")
        await read(pilot, "rij 10: An Maes staat er al")
        assert "Jan Janssens · B" in shown(app), "whom something is odd about is shown, whatever the row"
        await pilot.press("ctrl+s")
        await until(pilot, lambda: app.open_network is not None)
        await read(pilot, "rij 9: ")
        await read(pilot, "rij 10: An Maes staat er al")


async def test_typing_in_a_field_is_taken_back_and_made_again_without_a_network() -> None:
    async with running(None, size=(80, 24)) as (app, pilot):
        app.go("new")
        await read(pilot, "Een nieuw netwerk")
        await type_text(pilot, "Proef")
        await pilot.press("ctrl+z", "ctrl+z", "ctrl+y")
        name = app.screen.query_one("#new-name", CaptureLine)
        await until(pilot, lambda: name.value == "Proe")
        assert "Open eerst een netwerk" not in shown(app)
