"""What came of a key is said at the line, and what comes from elsewhere beside the work."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets._toast import Toast

from data.model import ActivityKind
from screens.dialogs.park import ParkScreen
from tests.pilot import read, running, shown, type_text, until
from tests.screens.group import group
from widgets.capture_line import CaptureLine
from widgets.feedback_line import FeedbackLine, Tone
from widgets.key_bar import KeyBar


async def test_it_stands_above_the_keys_once_and_goes_at_the_next_key(demo: Path) -> None:
    async with running(demo, size=(80, 24)) as (app, pilot):
        await pilot.press("f2", "f8", "f8", "f8")
        await read(pilot, "De zaal kijkt mee: uit")
        (line,) = app.screen.query(FeedbackLine)
        assert line.region.bottom == app.screen.query_one(KeyBar).region.y
        assert not app._notifications
        await pilot.press("down")
        await until(pilot, lambda: not app.screen.query(FeedbackLine))
        assert "De zaal kijkt mee" not in shown(app)


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_it_stands_right_above_the_line_that_is_typed_on(tmp_path: Path, size: tuple[int, int]) -> None:
    async with running(group(tmp_path, [ActivityKind.BRAINSTORM]), size=size) as (app, pilot):
        app.go("a0")
        await until(pilot, lambda: isinstance(app.focused, CaptureLine))
        await pilot.press("f8")
        await until(pilot, lambda: app.screen.query(FeedbackLine))
        said, typed = app.screen.query_one(FeedbackLine), app.screen.query_one(CaptureLine)
        await until(pilot, lambda: said.region.bottom == typed.region.y)


async def test_where_it_takes_more_rows_the_page_gives_way_and_has_them_back_at_the_next_key(tmp_path: Path) -> None:
    async with running(group(tmp_path, [ActivityKind.CHECK_IN]), size=(80, 24)) as (app, pilot):
        app.go("a0")
        await until(pilot, lambda: isinstance(app.focused, CaptureLine))
        work, line = app.screen.query_one("#list"), app.screen.query_one(".capture")
        whole = work.region
        app.feedback.refused("Wat hier staat, past niet op een enkele regel. " * 3)
        await until(
            pilot, lambda: app.screen.query(FeedbackLine) and app.screen.query_one(FeedbackLine).region.height > 1
        )
        said = app.screen.query_one(FeedbackLine)
        await until(pilot, lambda: work.region.bottom == whole.bottom - (said.region.height - 1))
        assert said.region.bottom == line.region.y and work.region.bottom <= said.region.y
        await pilot.press("left")
        await until(pilot, lambda: work.region == whole)


async def test_what_is_refused_is_said_under_a_sheet_and_never_over_it(demo: Path) -> None:
    async with running(demo, size=(80, 24)) as (app, pilot):
        await pilot.press("f4", "enter")
        await until(pilot, lambda: app.screen.query(FeedbackLine))
        assert isinstance(app.screen, ParkScreen)
        line, sheet = app.screen.query_one(FeedbackLine), app.screen.query_one(".sheet-foot")
        await until(pilot, lambda: line.region.y >= sheet.region.bottom)
        assert line.has_class("-refused")
        # Kept by a dialog that goes away: said on the screen that is there then.
        await pilot.press("x", "enter")
        await until(pilot, lambda: not isinstance(app.screen, ParkScreen))
        await until(pilot, lambda: app.screen.query(FeedbackLine))
        assert "✓ Geparkeerd" in shown(app)


async def test_it_may_be_gone_before_the_screen_is_drawn(demo: Path) -> None:
    async with running(demo, size=(80, 24)) as (app, pilot):
        await pilot.press("f2")
        await read(pilot, "Nog open")
        for _ in range(5):
            line = FeedbackLine("Bewaard", Tone.DONE)
            await app.screen.mount(line)
            await line.remove()
            line._settle()
        await pilot.press("f8")
        await until(pilot, lambda: len(app.screen.query(FeedbackLine)) == 1)


async def test_news_waits_for_a_question_and_for_the_room_and_is_told_once(demo: Path) -> None:
    async with running(demo) as (app, pilot):
        await pilot.press("f2", "f9", "f4")
        await until(pilot, lambda: isinstance(app.screen, ParkScreen))
        for _ in range(5):
            app.news.tell("Een ander venster deed iets.")
        await pilot.pause()
        assert not app._notifications
        await pilot.press("escape")
        await until(pilot, lambda: not isinstance(app.screen, ParkScreen))
        app.news.show()
        await pilot.pause()
        assert not app._notifications
        await pilot.press("f9")
        app.news.show()
        await until(pilot, lambda: len(app.screen.query(Toast)) == 1)
        app.news.tell("Een ander venster deed iets.")
        await pilot.pause()
        assert len(app._notifications) == 1
        await pilot.press("f9")
        await until(pilot, lambda: "ander venster" not in shown(app))


@pytest.mark.parametrize("language", ["nl", "en"])
async def test_a_key_of_the_place_behind_a_sheet_says_that_it_waits(demo: Path, language: str) -> None:
    dutch = language == "nl"
    said = {
        "f1": "De toetsen staan eronder" if dutch else "Its keys are shown below it",
        "f9": "de projectie opent daarna" if dutch else "then the room view opens",
        "f3": "de kernvraag opent daarna" if dutch else "then the core question opens",
        "f12": "het proces bewaken kan daarna" if dutch else "then guarding the process opens",
    }
    async with running(demo, size=(80, 24), language=language) as (app, pilot):
        await pilot.press("f4")
        await type_text(pilot, "half")
        for key, words in said.items():
            await pilot.press(key)
            # The line itself: beside it, when it is folded, stands what the sheet leaves in sight of the place.
            lines = app.screen.query(FeedbackLine)
            await until(pilot, lambda words=words, lines=lines: any(words in str(one.content) for one in lines))  # type: ignore[misc]
            assert app.screen.query_one(FeedbackLine).has_class("-refused")
            assert isinstance(app.screen, ParkScreen)
            assert app.screen.query_one(CaptureLine).value == "half"
