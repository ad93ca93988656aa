"""What a page is about, drawn in letters on a high screen, with all of the page below it."""

from __future__ import annotations

import pytest
from textual.app import App, ComposeResult

from tests.pilot import read, read_large, shown
from tui.themes import THEMES
from widgets.headline import FULL, HIGH, drawings
from widgets.ledger import Chapter, Entry, Ledger

GOAL = "Elk van ons probeert één ding uit."


class Page(App[None]):
    """Chapters of which the first is what the page is about."""

    def __init__(self, goal: str, rules: int) -> None:
        super().__init__()
        self._goal, self._rules = goal, rules

    def compose(self) -> ComposeResult:
        """The ledger alone."""
        yield Ledger()

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return dict(THEMES[0].variables)

    def on_mount(self) -> None:
        """The goal before the rules."""
        rules = tuple(Entry(f"r{n}", f"Regel {n}") for n in range(self._rules))
        goal = (Entry("goal", self._goal),) if self._goal else ()
        chapters = [Chapter("Ons doel", goal, empty="Waarheen?", leads=True), Chapter("Regels", rules), Chapter("Ook")]
        self.query_one(Ledger).show(chapters)


@pytest.mark.parametrize(
    ("goal", "rows", "rules", "large"),
    [
        (GOAL, HIGH, 3, True),
        (GOAL, HIGH - 1, 3, False),
        (GOAL, HIGH, 16, True),
        (GOAL, HIGH, 20, False),  # one of them would have no air then
        (GOAL, 36, 3, False),
    ],
)
async def test_what_a_page_is_about_is_drawn_where_all_else_still_has_its_air(
    goal: str, rows: int, rules: int, large: bool
) -> None:
    app = Page(goal, rules)
    async with app.run_test(size=(100, rows)) as pilot:
        await (read_large if large else read)(pilot, goal)
        assert f"Regel {rules - 1}" in shown(app)


async def test_its_heading_is_chosen_and_no_ground_stands_below_letters() -> None:
    app = Page(GOAL, 3)
    async with app.run_test(size=(200, 50)) as pilot:
        await read_large(pilot, GOAL)
        page = app.query_one(Ledger)
        page.focus()
        await pilot.pause()
        assert page.chosen == "goal"
        grounds = [{segment.style.bgcolor for segment in page.render_line(y) if segment.style} for y in range(8)]
        assert grounds[0].isdisjoint(grounds[1])
        assert all(each == grounds[1] for each in grounds[2:])
        await pilot.press("down")
        assert page.chosen == "r0"


@pytest.mark.parametrize("goal", ["", "Een doel van meerdere zinnen, die niemand in letters leest. " * 4])
async def test_what_is_not_there_or_too_long_is_ordinary_text(goal: str) -> None:
    app = Page(goal, 3)
    async with app.run_test(size=(200, 50)) as pilot:
        await read(pilot, goal[:20] or "Waarheen?")


def test_letters_become_thinner_where_fuller_ones_take_too_many_lines() -> None:
    ways = [len(list(drawings(" ".join([GOAL] * times), 168, FULL))) for times in (0, 1, 4, 5)]
    assert ways == [0, 3, 2, 0]
