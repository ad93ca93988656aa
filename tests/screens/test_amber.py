"""Amber is for what is now: the activity and the question of this moment, and the line that is typed on."""

from __future__ import annotations

from pathlib import Path

from rich.color import Color as RichColor
from textual.color import Color

from data.model import ActivityKind, SessionStatus
from data.verbs.network import sessions
from data.verbs.programme import programme
from tests.pilot import running, shown, until
from tui.app import Kring
from tui.themes import INK
from widgets.capture_line import CaptureLine
from widgets.key_bar import KeyBar

AMBER = Color.parse(INK.accent or "")
ROUNDED = 1
"""A colour may be drawn this far from how it was written, a channel."""


def is_amber(drawn: RichColor | None) -> bool:
    """Whether this is the accent of the theme."""
    there = drawn.triplet if drawn else None
    return bool(there) and all(abs(one - other) <= ROUNDED for one, other in zip(there or (), AMBER.rgb, strict=True))


def amber(app: Kring) -> dict[int, str]:
    """What is drawn in amber or on it, by line; the name of the program always is, and the line that has the focus."""
    typed = {y for line in app.screen.query(".capture:focus-within") for y in range(line.region.y, line.region.bottom)}
    found: dict[int, str] = {}
    for row, strip in enumerate(app.screen._compositor.render_strips()):
        styled = [(each.text, each.style) for each in strip if each.style]
        said = "".join(text for text, style in styled if is_amber(style.color) or is_amber(style.bgcolor))
        if row and row not in typed and said.strip():
            found[row] = said.strip()
    return found


async def test_nothing_of_a_session_that_is_over_is_in_the_colour_of_now(demo: Path) -> None:
    async with running(demo) as (app, pilot):
        held = [session for session in sessions(app.state) if session.status is SessionStatus.CLOSED]
        assert held
        for item in (item for session in held for item in programme(app.state, session.id)):
            app.go(item.id)
            await until(pilot, lambda place=item.id: app.screen is app.get_screen(place))  # type: ignore[misc]
            await until(pilot, lambda: app.screen.has_class("-still") and "F1 Help" in shown(app))
            await pilot.pause()
            assert not amber(app), item.kind
            for title in app.screen.query(".question"):
                assert title.styles.text_style.underline, "it is told from the headings below it"


async def test_nothing_of_a_session_to_come_is_in_the_colour_of_now(demo: Path) -> None:
    async with running(demo) as (app, pilot):
        to_come = next(session for session in sessions(app.state) if session.status is SessionStatus.PLANNED)
        # The form of an evaluation has the field that is typed on.
        for item in (one for one in programme(app.state, to_come.id) if one.kind is not ActivityKind.EVALUATION):
            app.go(item.id)
            await until(pilot, lambda place=item.id: app.screen is app.get_screen(place))  # type: ignore[misc]
            await until(pilot, lambda: app.screen.has_class("-still") and "F1 Help" in shown(app))
            await pilot.pause()
            assert not amber(app), item.kind


async def test_in_a_closed_session_no_line_asks_and_two_letters_or_esc_still_go_to_it(demo: Path) -> None:
    """What was is read: a line that stood ready in session 2 took what was meant for today."""
    async with running(demo) as (app, pilot):
        held = [session for session in sessions(app.state) if session.status is SessionStatus.CLOSED]
        seen = 0
        for item in (item for session in held for item in programme(app.state, session.id)):
            app.go(item.id)
            await until(pilot, lambda place=item.id: app.screen is app.get_screen(place))  # type: ignore[misc]
            await until(pilot, lambda: app.screen.has_class("-still") and "F1 Help" in shown(app))
            await pilot.pause()
            assert not isinstance(app.screen.focused, CaptureLine), item.kind
            lines = [line for line in app.screen.query(CaptureLine) if line.asleep and line.region]
            for line in lines:
                seen += 1
                assert "Sessie afgesloten · Esc om toch te typen" in shown(app), item.kind
                await pilot.press("escape")
                await until(pilot, lambda line=line: app.screen.focused is line)  # type: ignore[misc]
        assert seen > 4


async def test_a_key_a_tab_and_a_count_are_not_in_the_colour_of_now(demo: Path) -> None:
    async with running(demo, size=(120, 36)) as (app, pilot):
        for place in ("programme", "network", "pending", "export", "home"):
            app.go(place)
            await until(pilot, lambda place=place: app.screen is app.get_screen(place))  # type: ignore[misc]
            await pilot.pause()
            await until(pilot, lambda: amber(app).get(1, "").startswith("▸ Check-in") and "F1 Help" in shown(app))
            found = amber(app)
            del found[1]
            assert app.screen.query_one(KeyBar).region.y not in found
            assert all(said.strip("▸ ‹›━") in {"", "Check-in"} for said in found.values()), (place, found)
