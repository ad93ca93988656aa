"""Between a text and the end of what it stands on is a cell of air, and what a page cuts says that it goes on."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.color import Color
from textual.widget import Widget

from data.verbs.network import sessions
from data.verbs.programme import programme
from tests.pilot import running, shown, until
from tui.app import Kring
from tui.themes import INK
from widgets.choices import Choices
from widgets.page import Page

LIFTED = Color.parse(INK.panel or "").rgb
"""The ground of what is chosen."""


def crowded(app: Kring) -> list[str]:
    """Lines of the work with a sign right before a scroll bar or before the end of the ground of what is chosen."""
    work = app.screen.query_one("#work")
    scrolled = [each for each in work.query(Widget) if each.show_vertical_scrollbar and each.region.height]
    beside = [each.vertical_scrollbar.region for each in scrolled]
    bars = {(y, bar.x) for bar in beside for y in range(bar.y, bar.bottom)}
    pages = [each.region for each in (*work.query(Page), *work.query(Choices))]
    found = []
    for y, strip in enumerate(app.screen._compositor.render_strips()):
        cells = [(sign, each.style.bgcolor) for each in strip if each.style for sign in each.text]
        for x, (sign, ground) in enumerate(cells[:-1]):
            lifted = bool(ground and ground.triplet == LIFTED) and any(page.contains(x, y) for page in pages)
            if not sign.isspace() and ((y, x + 1) in bars or (lifted and cells[x + 1][1] != ground)):
                found.append(strip.text)
    return found


def halved(page: Page) -> list[str]:
    """What is drawn of entries that are cut at the head or the foot of a page, but for one that is chosen.

    And for those that say at the foot that they go on.
    """
    top = round(page.scroll_offset.y)
    height = page._bottom(top) - top
    rows: dict[str, list[int]] = {}
    for y, line in enumerate(page._lines):
        for cell in line:
            rows.setdefault(cell.id, []).append(y)
    seen = range(top, top + height)
    cut = {id_ for id_, high in rows.items() if id_ and len({y in seen for y in high}) > 1 and id_ != page.chosen}
    cut -= {
        id_ for id_, high in rows.items() if high[0] >= top and page.render_line(height - 1).text.strip().endswith("…")
    }
    parts = [(y, cell) for y in seen if y < len(page._lines) for cell in page._lines[y] if cell.id in cut]
    return [
        said for y, cell in parts if (said := cell.content.plain.strip()) and said in page.render_line(y - top).text
    ]


@pytest.mark.parametrize("size", [(80, 24), (120, 36)], ids=["80x24", "120x36"])
async def test_every_text_ends_before_its_ground_does_and_every_page_with_a_whole_entry_or_a_mark(
    demo: Path, size: tuple[int, int]
) -> None:
    async with running(demo, size=size) as (app, pilot):
        places = [item.id for session in sessions(app.state) for item in programme(app.state, session.id)]
        for place in (*places, "network", "pending", "programme", "export"):
            app.go(place)
            await until(pilot, lambda place=place: app.screen is app.get_screen(place))  # type: ignore[misc]
            await until(pilot, lambda: "F1 Help" in shown(app))
            await pilot.pause()
            assert not crowded(app), place
            for page in app.screen.query_one("#work").query(Page):
                assert not halved(page), place


async def test_an_entry_that_is_cut_at_the_foot_comes_in_sight_whole(demo: Path) -> None:
    async with running(demo, size=(80, 24)) as (app, pilot):
        held = sessions(app.state)[0]
        app.go(next(item.id for item in programme(app.state, held.id) if item.kind == "agreements"))
        await until(pilot, lambda: app.screen.query(Page) and app.screen.query_one(Page).high > 17)
        page = app.screen.query_one(Page)
        await until(pilot, lambda: "Een voorbeeld van een talentgesprek" in shown(app))
        assert "Verslag bezorgen" not in shown(app)
        page.focus()
        for _ in range(9):
            await pilot.press("down")
        await until(pilot, lambda: "Verslag bezorgen" in shown(app) and "An P." in shown(app))
