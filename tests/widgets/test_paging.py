"""Pages end with something whole, also where something stands above the first; and text is laid out for its size."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.content import Content

from tests.pilot import until
from tui.themes import THEMES
from widgets.paging import Leaf, Row, paged, whole


def test_no_part_is_cut_at_the_foot_of_a_page_and_the_first_page_is_shorter_by_what_stands_above() -> None:
    parts = [[Content(f"{number}a"), Content(f"{number}b")] for number in range(8)]
    rows = [row for part in parts for row in (*whole(part), Row(Content("")))]
    lines = [line.plain for line in paged(rows, 10, above=3)]
    assert len(lines) == 7 + 10 + 10
    assert lines[:7] == ["0a", "0b", "", "1a", "1b", "", ""]
    assert lines[7:17] == ["2a", "2b", "", "3a", "3b", "", "4a", "4b", "", ""]
    assert [line.plain for line in paged(rows, 24)] == [row.said.plain for row in rows], "what fits is left as it is"


def test_a_high_page_has_air_above_its_foot_unless_much_would_go_on_below_for_it() -> None:
    def first(*parts: int) -> int:
        """How many lines stand on the first of the pages of parts of so many lines."""
        rows = [row for high in parts for row in whole([Content("x")] * high)]
        return len("".join(line.plain or " " for line in paged(rows, 12)[:12]).rstrip())

    assert first(*[1] * 20) == 10
    assert first(9, 2, 9) == 9
    assert first(6, 5, 9) == 11, "five lines are more than a line of air is worth"
    assert first(*[1] * 12) == 12, "what fits needs no foot"


def test_what_is_longer_than_a_page_is_cut_after_all() -> None:
    rows = whole(Content(str(number)) for number in range(12))
    assert [line.plain for line in paged(rows, 5) if line.plain] == [str(number) for number in range(12)]


async def test_a_leaf_is_laid_out_for_its_size_and_anew_for_another() -> None:
    asked: list[tuple[int, int]] = []

    class One(App[None]):
        def compose(self) -> ComposeResult:
            yield Leaf()

        def get_theme_variable_defaults(self) -> dict[str, str]:
            return dict(THEMES[0].variables)

    def layout(width: int, height: int) -> Content:
        asked.append((width, height))
        return Content("x")

    async with One().run_test(size=(40, 10)) as pilot:
        pilot.app.query_one(Leaf).show(layout)
        await until(pilot, lambda: asked[-1:] == [(39, 10)])
        await pilot.resize_terminal(30, 8)
        await until(pilot, lambda: asked[-1:] == [(29, 8)])


async def test_a_leaf_is_laid_out_anew_beside_its_scroll_bar() -> None:
    class One(App[None]):
        def compose(self) -> ComposeResult:
            yield Leaf()

        def get_theme_variable_defaults(self) -> dict[str, str]:
            return dict(THEMES[0].variables)

    async with One().run_test(size=(40, 6)) as pilot:
        leaf = pilot.app.query_one(Leaf)
        leaf.show(lambda width, _height: Content("\n").join([Content("x" * width)] * 8))
        await until(pilot, lambda: leaf.show_vertical_scrollbar)
        await until(pilot, lambda: leaf.query_one(".text").region.height == 8)


async def test_what_is_told_of_what_stands_below_stands_a_line_below_what_is_in_sight() -> None:
    class One(App[None]):
        def compose(self) -> ComposeResult:
            yield Leaf()

        def get_theme_variable_defaults(self) -> dict[str, str]:
            return dict(THEMES[0].variables)

    async with One().run_test(size=(30, 14)) as pilot:
        leaf = pilot.app.query_one(Leaf)
        foot = leaf.query_one(".foot")
        parts = [row for high in (7, 8, 12) for row in whole([Content("x")] * high)]
        leaf.show(lambda _width, height: Content("\n").join(paged(parts, height)))
        await until(pilot, lambda: foot.visible and foot.region.y == 8)
        leaf.scroll_page_down(animate=False)
        await until(pilot, lambda: foot.visible and foot.region.y == 9)


async def test_a_leaf_says_that_more_stands_below_until_its_last_page() -> None:
    class One(App[None]):
        def compose(self) -> ComposeResult:
            yield Leaf()

        def get_theme_variable_defaults(self) -> dict[str, str]:
            return dict(THEMES[0].variables)

    async with One().run_test(size=(30, 6)) as pilot:
        leaf = pilot.app.query_one(Leaf)
        foot = leaf.query_one(".foot")
        leaf.show(lambda _width, height: Content("\n").join(paged([Row(Content("x"))] * 8, height)))
        await until(pilot, lambda: foot.display and foot.visible)
        leaf.scroll_page_down(animate=False)
        await until(pilot, lambda: not foot.visible)
        leaf.show(lambda _width, height: Content("\n").join([Content("x")] * height))
        await until(pilot, lambda: not foot.display and not leaf.max_scroll_y)


def test_what_may_be_cut_is_cut_where_several_lines_would_stay_free_under_the_foot() -> None:
    def first(*parts: int, cut: bool) -> int:
        """How many lines stand on the first of the pages of parts of so many lines, below a first one that is whole."""
        high, *rest = parts
        rows = [*whole([Content("x")] * high), *(row for part in rest for row in whole([Content("x")] * part, cut=cut))]
        return len("".join(line.plain or " " for line in paged(rows, 12)[:12]).rstrip())

    assert first(7, 6, cut=False) == 7
    assert first(7, 6, cut=True) == 10, "the page is filled, but for a line of air"
    assert first(10, 6, cut=True) == 10, "a line of air is no reason to cut"
