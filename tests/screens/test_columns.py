"""What stands on a card of the board."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.i18n import clock, set_language
from data.model import Activity, ActivityKind, Cluster, Note
from data.verbs.brainstorm.noting import Arranged
from screens.brainstorm.columns import Cards, Showing, details, share, standing
from screens.brainstorm.room import _counted
from tests.pilot import read, running, shown, until
from widgets.board import Board

LOOSE = Note(id="n", session="s", activity="a", text="samen eten")


def test_how_a_post_it_was_weighed_is_told_in_words_and_nothing_while_it_was_not() -> None:
    set_language("nl")
    showing = Showing(weighing=True)
    assert not Cards().card(LOOSE, showing).tail
    weighed = Note(id="n", session="s", activity="a", text="samen eten", feasibility=4, value=5)
    assert Cards().card(weighed, showing).tail == "haalbaar 4, waardevol 5"


def test_how_often_the_same_was_said_stands_behind_it_and_is_explained_while_it_is_chosen() -> None:
    set_language("nl")
    heavy = Note(id="n", session="s", activity="a", text="samen eten", weight=2)
    assert details(heavy, Showing()) == "3×: 2 anderen zeiden hetzelfde"
    card = Cards().card(heavy, Showing())
    assert card.tail == "3×"


def test_also_the_shortest_that_is_told_of_a_cluster_says_what_was_counted() -> None:
    set_language("en")
    told = standing(Cluster(id="c", session="s", activity="a", title="Houding", hands=6, base=13))
    assert told == ("6 of 13 want to continue", "6 of 13 hands", "6/13 hands")


@pytest.mark.parametrize(
    ("hands", "base", "part"), [(None, None, None), (0, 12, 0), (3, 12, 0.25), (9, 6, 1), (0, 0, None)]
)
def test_a_share_of_those_present_is_all_of_them_at_the_most(
    hands: int | None, base: int | None, part: float | None
) -> None:
    cluster = Cluster(id="c", session="s", activity="a", title="Samen", hands=hands, base=base)
    assert share(cluster) == part


def test_in_the_room_hands_for_a_cluster_stand_in_the_place_of_how_many_post_its_it_has() -> None:
    set_language("en")
    polled = Cluster(id="c", session="s", activity="a", title="Together", hands=6, base=13)
    waiting = Cluster(id="d", session="s", activity="a", title="Apart")
    items = _counted(Arranged(clusters=((polled, (LOOSE,)), (waiting, (LOOSE, LOOSE)))))
    assert [(item.text, item.aside, bool(item.drawing)) for item in items] == [
        ("Together", "", True),
        ("Apart", "2 post-its", False),
    ]


async def test_what_is_told_of_a_post_it_ends_with_a_whole_fact(demo: Path) -> None:
    """At 80 columns it ended in "haalbaar 4,", in the midst of how it was weighed."""
    async with running(demo, size=(80, 24)) as (app, pilot):
        app.go(next(item.id for item in app.state.all(Activity) if item.kind is ActivityKind.BRAINSTORM and item.ended))
        await read(pilot, "2 anderen zeiden hetzelfde")
        assert "haalbaar" not in shown(app)


@pytest.mark.parametrize("size", [(120, 36), (200, 50)])
async def test_what_is_told_of_a_chosen_card_stands_above_the_line_and_the_air_below_the_card_stays(
    demo: Path, size: tuple[int, int]
) -> None:
    async with running(demo, size=size) as (app, pilot):
        app.go(next(item.id for item in app.state.all(Activity) if item.kind is ActivityKind.BRAINSTORM and item.ended))
        await read(pilot, "Esc om toch te typen")
        told = next(note.at for note in app.state.all(Note) if note.weight == 2 and note.session == app.session.id)
        await read(pilot, f"{clock(told)} · 3×: 2 anderen zeiden hetzelfde")
        board = app.screen.query_one(Board)
        block = board.arrangement.at[board.cursor]
        below = board.render_line(block.top + block.height).text
        assert not below[: board.arrangement.width].strip()


async def test_a_board_gives_its_air_where_that_brings_all_of_its_cards_in_sight(demo: Path) -> None:
    async with running(demo, size=(80, 24)) as (app, pilot):
        app.go(next(item.id for item in app.state.all(Activity) if item.kind is ActivityKind.BRAINSTORM and item.ended))
        await read(pilot, "Esc om toch te typen")
        board = app.screen.query_one(Board)
        await until(pilot, lambda: app.screen.has_class("-snugger") and board.arrangement.height == board.size.height)
        await read(pilot, "Een klein budget")
        lines = shown(app).splitlines()
        question = next(row for row, line in enumerate(lines) if "laten groeien" in line)
        assert not lines[question + 1].strip(), "the question keeps its air from the clusters"
        high = board.arrangement.height
    async with running(demo, size=(80, 25)) as (app, pilot):
        app.go(next(item.id for item in app.state.all(Activity) if item.kind is ActivityKind.BRAINSTORM and item.ended))
        await read(pilot, "Een klein budget")
        board = app.screen.query_one(Board)
        await until(pilot, lambda: app.screen.has_class("-snug") and board.size.height == high)
        assert not app.screen.has_class("-snugger") and not shown(app).splitlines()[2].strip(), "and one above it"
    async with running(demo, size=(80, 30)) as (app, pilot):
        app.go(next(item.id for item in app.state.all(Activity) if item.kind is ActivityKind.BRAINSTORM and item.ended))
        await read(pilot, "Een klein budget")
        assert not app.screen.has_class("-snug")
