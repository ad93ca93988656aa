"""What holds for one run alone is never written in the settings file, whatever else of it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.settings import Settings, load, save
from screens.shell.house import next_theme
from tests.data.verbs.room import room
from tests.pilot import network_file, read, running, until


async def test_what_another_window_or_this_run_has_is_not_saved_along(tmp_path: Path) -> None:
    mine = Settings(language="nl", theme="light", bell=False, looking_along=False, laptop="An")
    assert save(mine)
    here = room()
    path = network_file(tmp_path, [each for rows in here.state.tables.values() for each in rows.values()])
    async with running(path, language="en") as (app, pilot):
        await read(pilot, "Programme")
        assert load() == mine.having(recent=(str(path),)), "only what was opened"
        assert app.settings.language == "en", "and for this run it is English"
        next_theme(app)
        assert load() == mine.having(recent=(str(path),), theme=app.settings.theme), "and what was chosen"


@pytest.mark.parametrize("left", [None, "[[[", "\udcff"])
async def test_a_file_that_goes_away_or_breaks_is_written_anew_as_it_was(
    left: str | None, tmp_path: Path, settings_of_its_own: Path
) -> None:
    mine = Settings(language="en", theme="light", recent=("/a",), laptop="An")
    assert save(mine)
    async with running(None, language="nl") as (app, pilot):
        await until(pilot, lambda: app.place == "home")
        if left is None:
            settings_of_its_own.unlink()
        else:
            settings_of_its_own.write_bytes(left.encode("utf-8", "surrogateescape"))
        app.keep_settings(bell=False)
        assert load() == mine.having(bell=False), "what holds for this run alone is not in it"
        settings_of_its_own.unlink()
        next_theme(app)
        assert load() == mine.having(bell=False, theme=app.settings.theme), "nor is what was changed before lost"
