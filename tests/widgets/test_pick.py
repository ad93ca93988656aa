"""One of a few on a line of its own."""

from __future__ import annotations

import pytest
from textual.app import App, ComposeResult

from tests.pilot import shown, until
from tui.themes import THEMES
from widgets.pick import Pick


class One(App[None]):
    """A pick and nothing else."""

    CSS = "Pick { width: 1fr; }"

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return dict(THEMES[0].variables)

    def compose(self) -> ComposeResult:
        yield Pick([("nl", "Nederlands"), ("en", "English")], id="pick")


@pytest.mark.parametrize(("width", "told"), [(40, True), (20, False)])
async def test_which_keys_choose_is_told_where_there_is_room_for_all_of_it(width: int, told: bool) -> None:
    async with One().run_test(size=(width, 4)) as pilot:
        pilot.app.query_one(Pick).focus()
        await until(pilot, lambda: "‹ Nederlands ›" in shown(pilot.app))
        assert ("←→" in shown(pilot.app)) is told
        await pilot.press("right")
        await until(pilot, lambda: "‹ English ›" in shown(pilot.app))
        assert pilot.app.query_one(Pick).value == "en"
