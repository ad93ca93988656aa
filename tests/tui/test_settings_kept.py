"""What holds for one run alone is never written in the settings file, whatever else of it is."""

from __future__ import annotations

from pathlib import Path

from data.settings import Settings, load, save
from screens.shell.house import next_theme
from tests.data.verbs.room import room
from tests.pilot import network_file, read, running


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
