"""The board: walked, marked, dragged, and drawn again only where it changed."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace

from textual import on
from textual.app import App, ComposeResult
from textual.geometry import Region
from textual.pilot import Pilot

from tests.pilot import shown, until
from tui.themes import THEMES
from widgets.board import Board
from widgets.board_layout import CLOSE, Card, Column, Look


def columns(*sizes: int, loose: int = 0) -> list[Column]:
    """Clusters of so many cards, and loose ones."""
    made = [
        Column(f"c{c}", f"Cluster {c + 1}", tuple(Card(f"c{c}n{n}", f"kaart {c} {n}") for n in range(size)), c + 1)
        for c, size in enumerate(sizes)
    ]
    return [*made, Column("", "Los", tuple(Card(f"l{n}", f"los {n}") for n in range(loose)), look=Look.LOOSE)]


class Desk(App[None]):
    """A board and nothing else."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[object] = []
        self.drawn: list[Region] = []

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return dict(THEMES[0].variables)

    def compose(self) -> ComposeResult:
        yield Board()

    @property
    def board(self) -> Board:
        return self.query_one(Board)

    @on(Board.Dropped)
    @on(Board.Digit)
    @on(Board.Chosen)
    def _hear(self, event: Board.Dropped | Board.Digit | Board.Chosen) -> None:
        self.heard.append(event)


@asynccontextmanager
async def desk(
    shown_columns: list[Column], size: tuple[int, int] = (116, 24)
) -> AsyncIterator[tuple[Desk, Pilot[None]]]:
    app = Desk()
    async with app.run_test(size=size) as pilot:
        app.board.show(shown_columns)
        app.board.focus()
        await pilot.pause()
        yield app, pilot


async def test_on_a_board_without_air_no_title_has_words_behind_its_number_where_one_has_no_room_for_them() -> None:
    tails = "6 of 13 hands", "6 of 13"
    for title, words in (("Short", True), ("Nearly wide", False)):
        every = [
            replace(each, title=name, tails=tails)
            for each, name in zip(columns(9, 9, 9, 9), ("Short", title, "Short", "Short"), strict=False)
        ]
        async with desk(every, (116, 14)) as (app, _pilot):
            assert app.board.arrangement.air == CLOSE
            drawn = shown(app)
            assert drawn.count("6 of 13") == len(every) and drawn.count("hands") == len(every) * words, title


async def test_arrows_walk_and_shift_marks_what_they_pass() -> None:
    async with desk(columns(3, 2)) as (app, pilot):
        assert app.board.card == "c0n0"
        await pilot.press("right", "down", "left")
        assert app.board.card == "c0n1"
        await pilot.press("shift+down")
        assert app.board.marked == ["c0n1", "c0n2"]
        await pilot.press("shift+up")
        assert app.board.marked == ["c0n1"]
        await pilot.press("home", "space")
        assert set(app.board.marked) == {"c0n0", "c0n1", "c0n2"}
        assert app.board.cursor == "head c0"


async def test_digits_of_an_azerty_row_are_digits() -> None:
    async with desk(columns(1)) as (app, pilot):
        await pilot.press("é", "3", "enter")
        assert [event.digit for event in app.heard if isinstance(event, Board.Digit)] == ["2", "3"]
        assert any(isinstance(event, Board.Chosen) for event in app.heard)


async def test_a_card_is_dragged_to_another_column() -> None:
    async with desk(columns(2, 1)) as (app, pilot):
        await pilot.mouse_down(Board, offset=(5, 5))
        assert app.board.card == "c0n1"
        await pilot.hover(Board, offset=(60, 6))
        await pilot.mouse_up(Board, offset=(60, 6))
        await until(pilot, lambda: app.heard)
        dropped = app.heard[0]
        assert isinstance(dropped, Board.Dropped)
        assert (dropped.cards, dropped.column) == (["c0n1"], "c1")


async def test_a_marked_row_is_dragged_together_and_a_plain_click_drops_nothing() -> None:
    async with desk(columns(2, 1)) as (app, pilot):
        await pilot.click(Board, offset=(5, 5))
        assert not app.heard
        await pilot.press("up", "space", "space")
        await pilot.mouse_down(Board, offset=(5, 3))
        await pilot.hover(Board, offset=(60, 3))
        await pilot.mouse_up(Board, offset=(60, 3))
        await until(pilot, lambda: app.heard)
        dropped = app.heard[0]
        assert isinstance(dropped, Board.Dropped)
        assert dropped.cards == ["c0n0", "c0n1"]


async def test_the_cursor_stays_or_finds_a_neighbour() -> None:
    async with desk(columns(3)) as (app, pilot):
        app.board.go_to("c0n1")
        app.board.show(columns(3, 4))
        assert app.board.card == "c0n1"
        assert app.board.next_to(["c0n1"]) == "c0n2"
        assert app.board.next_to(["c0n0", "c0n1", "c0n2"]) == "head c0"
        app.board.show(columns(1, 4))
        assert app.board.card == "c0n0"
        app.board.show([])
        assert not app.board.cursor
        await pilot.press("down", "space", "enter", "pagedown", "shift+left")


async def test_a_thousand_notes_scroll_and_only_what_changed_is_drawn() -> None:
    async with desk(columns(300, 300, 300, loose=100)) as (app, pilot):
        lines: list[int] = []
        draw = app.board.render_line

        def drawn(y: int):  # type: ignore[no-untyped-def]
            lines.append(y)
            return draw(y)

        app.board.render_line = drawn  # type: ignore[method-assign]
        await pilot.press("down")
        await until(pilot, lambda: lines)
        assert len(lines) <= 4, "the card that is left, and the one that is reached"
        lines.clear()
        app.board.show(columns(300, 300, 300, loose=101))
        await pilot.pause()
        assert len(lines) <= 2, "what is out of sight is not drawn, and a count is one line"
        await pilot.press("end")
        await until(pilot, lambda: "kaart 0 299" in shown(app))
        await pilot.press("right", "pageup", "home")
        await until(pilot, lambda: "Cluster 2" in shown(app))


async def test_titles_and_cards_are_never_wider_than_their_lane() -> None:
    long = Column(
        "x",
        "Een titel die heel wat langer is dan zijn kolom",
        (Card("a", "日本語" * 30, "+2"),),
        1,
        tails=("9 van 13",),
    )
    async with desk([long, *columns(1)], size=(60, 20)) as (app, _pilot):
        text = shown(app)
        assert "Een titel die heel wat" in text
        assert "9 van 13" in text
        assert "+2" in text


async def test_no_card_is_cut_at_an_edge_but_the_one_at_the_cursor_and_text_ends_before_the_scroll_bar() -> None:
    long = Column(
        "c",
        "Cluster",
        tuple(Card(f"n{n}", f"begin{n:02} en wat er verder op staat tot einde{n:02}") for n in range(30)),
        1,
    )
    async with desk([long], (40, 12)) as (app, pilot):
        await until(pilot, lambda: "begin00" in shown(app))
        for top in range(12):
            app.board.scroll_to(y=top, animate=False)
            await until(pilot, lambda top=top: app.board.scroll_offset.y == top)  # type: ignore[misc]
            seen = shown(app)
            for number in range(1, 30):  # the cursor stands on the first
                assert (f"begin{number:02}" in seen) == (f"einde{number:02}" in seen), (top, number)
            assert all(not line[38:39].strip() for line in seen.splitlines())
