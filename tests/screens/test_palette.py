"""All commands, found by a part of their name: grouped, with their keys, and with why one cannot run now."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import OptionList

from data.model import ActivityKind
from screens.dialogs.palette import PaletteScreen
from screens.network.programme import ProgrammeScreen
from tests.pilot import read, running, type_text, until
from tests.screens.group import group


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (200, 50)])
async def test_it_is_a_sheet_in_the_middle_with_what_is_of_the_place_first(demo: Path, size: tuple[int, int]) -> None:
    async with running(demo, size=size) as (app, pilot):
        await pilot.press("f2", "ctrl+p")
        await read(pilot, "Typ een stukje van een commando")
        sheet = app.screen.query_one(".sheet")
        await until(pilot, lambda: sheet.region.width == min(90, size[0] * 9 // 10))
        assert abs(sheet.region.x - (size[0] - sheet.region.right)) <= 1
        listing = app.screen.query_one(OptionList)
        rows = [str(listing.get_option_at_index(place).prompt) for place in range(listing.option_count)]
        assert rows[0] == "Hier"
        assert rows[1].startswith("Ga erheen") and rows[1].endswith("Enter")
        assert rows.index("Overal") > 3
        assert len({len(row) for row in rows if row.endswith(("Enter", "b", "n"))}) == 1
        await type_text(pilot, "overal niets van")
        await read(pilot, "Geen commando heeft dit in zijn naam")
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, ProgrammeScreen))


async def test_what_cannot_run_says_why_and_what_was_chosen_last_stands_first(demo: Path) -> None:
    async with running(demo, size=(80, 24)) as (app, pilot):
        await pilot.press("f2")
        await read(pilot, "Nog open")
        await pilot.press("left")
        await read(pilot, "· sessie 2")
        await pilot.press("ctrl+p")
        await type_text(pilot, "begin")
        await read(pilot, "Sessie 2 is afgesloten")
        await pilot.press("enter")
        await until(pilot, lambda: not isinstance(app.screen, PaletteScreen))
        await read(pilot, "! Sessie 2 is afgesloten")
        await pilot.press("ctrl+p")
        await type_text(pilot, "thema")
        await pilot.press("enter")
        await until(pilot, lambda: app.settings.theme == "light")
        await pilot.press("ctrl+p")
        await read(pilot, "Laatst gebruikt")
        listing = app.screen.query_one(OptionList)
        first = listing.get_option_at_index(1)
        assert str(first.prompt).startswith("Thema")
        await pilot.press("enter")
        await until(pilot, lambda: app.settings.theme == "projector")


async def test_an_activity_is_found_by_its_dutch_and_its_english_name_and_added_when_it_lacks(demo: Path) -> None:
    async with running(demo, size=(80, 24)) as (app, pilot):
        await pilot.press("f2")
        for name, kind in (("round ta", ActivityKind.ROUND_TABLE), ("tafelr", ActivityKind.ROUND_TABLE)):
            app.go("programme")
            await pilot.press("ctrl+p")
            await type_text(pilot, name)
            await read(pilot, "Activiteiten")
            await pilot.press("enter")
            await until(pilot, lambda kind=kind: app.place in {i.id for i in app.programme if i.kind is kind})  # type: ignore[misc]
        before = len(app.programme)
        await pilot.press("ctrl+p")
        await type_text(pilot, "voorber")  # what the command Network does has that in it
        await pilot.press("enter")
        await until(pilot, lambda: app.place in {i.id for i in app.programme if i.kind is ActivityKind.PREPARATION})
        await pilot.press("ctrl+z")
        await until(pilot, lambda: len(app.programme) == before)


async def test_what_is_on_shift_and_an_f_key_is_found_by_its_name_where_a_terminal_keeps_those(tmp_path: Path) -> None:
    async with running(group(tmp_path, [ActivityKind.EVALUATION]), size=(80, 24)) as (app, pilot):
        app.go("a0")
        await read(pilot, "formulier 1")
        await pilot.press("ctrl+p")
        listing = app.screen.query_one(OptionList)
        rows = [str(listing.get_option_at_index(place).prompt) for place in range(listing.option_count)]
        for key in ("⇧F2", "⇧F4", "⇧F5 · ^F", "⇧F6", "⇧F7", "⇧F8", "⇧F9"):
            assert any(row.endswith(f" {key}") for row in rows), key
        await type_text(pilot, "verloop")
        await pilot.press("enter")
        await read(pilot, "De cijfers over de sessies heen")
