"""Ctrl+Z on an evaluation form: what was done on it goes first, also what is typed, and only then a saved form."""

from __future__ import annotations

from pathlib import Path

from tests.pilot import running, type_text, until
from tests.screens.test_evaluation import kept, second_form
from widgets.capture_line import CaptureLine
from widgets.evaluation_answers import Answers


async def test_a_line_that_was_saved_is_not_passed_over_while_another_is_typed_below_it(demo: Path) -> None:
    async with running(demo, size=(80, 24)) as (app, pilot):
        form = await second_form(app, pilot)
        line = app.screen.query_one("#line-learning", CaptureLine)
        await pilot.press("8", "7", "9", "enter")
        await type_text(pilot, "abc")
        await pilot.press("enter")
        await type_text(pilot, "de")
        await pilot.press("up")
        await pilot.press("ctrl+z")
        await until(pilot, lambda: line.has_focus)
        await pilot.press("ctrl+z", "ctrl+z", "ctrl+z")
        await until(pilot, lambda: line.value == "abc")
        assert form.answers.learning == ("abc",)
        await pilot.press("ctrl+z")
        await until(pilot, lambda: not line.value)
        await pilot.press("ctrl+z", "ctrl+z", "ctrl+z")
        await until(pilot, lambda: form.answers == Answers())
        assert len(kept(app)) == 1
        await pilot.press("ctrl+z")
        await until(pilot, lambda: not kept(app))


async def test_what_stands_in_a_line_is_taken_back_before_a_saved_form(demo: Path) -> None:
    async with running(demo, size=(80, 24)) as (app, pilot):
        form = await second_form(app, pilot)
        await pilot.press("6", "x", "y", "up", "ctrl+z", "ctrl+z")
        await until(pilot, lambda: app.screen.query_one("#line-content_comment", CaptureLine).has_focus)
        await pilot.press("ctrl+z", "ctrl+z")
        await until(pilot, lambda: form.answers == Answers())
        assert len(kept(app)) == 1
        await pilot.press("ctrl+z")
        await until(pilot, lambda: not kept(app))
