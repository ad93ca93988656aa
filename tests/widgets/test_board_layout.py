"""Where everything on a board stands."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from widgets.board_layout import APART, CLOSE, PADDED, Card, Column, Layout, Look, lay_out, wrap


def board(*counts: int, loose: int = 0, text: str = "een idee dat wat langer is") -> list[Column]:
    columns = [
        Column(f"c{c}", f"Cluster {c}", tuple(Card(f"c{c}n{n}", text) for n in range(count)), c + 1)
        for c, count in enumerate(counts)
    ]
    return [*columns, Column("", "Los", tuple(Card(f"l{n}", text) for n in range(loose)), look=Look.LOOSE)]


def test_columns_stand_side_by_side_and_fold_to_rows() -> None:
    wide = lay_out(board(2, 2, 2, loose=2), 116, 30)
    assert [block.lane for block in map(wide.at.get, ("head c0", "head c1", "head c2", "head ")) if block] == [
        0,
        1,
        2,
        3,
    ]
    narrow = lay_out(board(2, 2, 2, loose=2), 78, 18)
    assert len(narrow.lanes) == 2
    assert narrow.at["head c2"].lane == 0
    assert narrow.at["head c2"].top > narrow.at["c0n1"].top
    assert len(lay_out(board(2, 2), 40, 18).lanes) == 1


def test_air_goes_when_it_does_not_fit() -> None:
    assert lay_out(board(3, 3, 3), 116, 30).air
    assert lay_out(board(30, 3, 3), 116, 30).air == CLOSE


def test_in_a_high_window_the_cards_are_padded_as_long_as_all_of_them_are_seen() -> None:
    high, low, many = (lay_out(board(count, 3), 116, height) for count, height in ((4, 40), (4, 24), (9, 40)))
    assert [each.air for each in (high, low, many)] == [PADDED, APART, APART]
    lane = high.lanes[0]
    assert lane[1].height == len(lane[1].lines) + 2
    assert all(below.top == above.top + above.height + 1 for above, below in pairwise(lane[1:5]))


def test_loose_notes_use_the_lanes_that_are_left() -> None:
    many = lay_out(board(3, loose=60), 116, 30)
    assert {block.lane for block in many.at.values() if block.column.look is Look.LOOSE} == {1, 2, 3}
    few = lay_out(board(3, loose=3), 116, 30)
    assert {block.lane for block in few.at.values() if block.column.look is Look.LOOSE} == {1}


def test_a_new_note_moves_no_other() -> None:
    before = lay_out(board(3, loose=60), 116, 30)
    after = lay_out(board(3, loose=61), 116, 30)
    assert all(after.at[key].top == block.top and after.at[key].lane == block.lane for key, block in before.at.items())


def test_walks_along_and_beside() -> None:
    layout = lay_out(board(3, 2, loose=1), 116, 30)
    assert layout.along("head c0", 1) == "c0n0"
    assert layout.along("c0n0", 99) == "c0n2"
    assert layout.along("c0n0", -9) == "head c0"
    assert layout.beside("c0n1", 1) == "c1n1"
    assert layout.beside("head c0", 1) == "head c1"
    assert layout.beside("c0n0", -1) == "c0n0"
    assert layout.beside("c0n2", 1) == "c1n1"


def test_finds_what_is_under_the_mouse() -> None:
    layout = lay_out(board(3, 0, loose=0), 116, 30)
    block = layout.at["c0n1"]
    found = layout.hit(layout.x(0) + 4, block.top)
    assert found is block
    empty = layout.area(layout.x(1) + 4, block.top)
    assert empty is not None and empty.id == "c1"
    assert layout.hit(layout.x(1) + 4, block.top) is None
    assert layout.area(999, 0) is None


text = st.text(alphabet=st.characters(exclude_categories=("C", "M", "Z")), max_size=12)


@given(
    st.lists(text.filter(bool), min_size=1, max_size=12).map(" ".join), st.integers(2, 40), st.sampled_from(["", "+2"])
)
def test_wrapping_keeps_every_character_and_the_width(line: str, width: int, tail: str) -> None:
    lines = wrap(line, width, tail)
    assert "".join(lines).replace(" ", "") == line.replace(" ", "")
    assert all(cell_len(one) <= width for one in lines)


@given(
    st.lists(st.integers(0, 12), max_size=7),
    st.integers(0, 40),
    st.integers(20, 200),
    st.integers(5, 50),
    st.integers(0, 2),
)
def test_nothing_overlaps_and_nothing_is_left_out(
    counts: list[int], loose: int, width: int, height: int, air: int
) -> None:
    columns = board(*counts, loose=loose)
    layout: Layout = lay_out(columns, width, height, air=air)
    assert set(layout.at) == {c.head for c in columns} | {card.id for c in columns for card in c.cards}
    for lane in layout.lanes:
        for above, below in pairwise(lane):
            assert above.top + above.height <= below.top
    assert max(block.top + block.height for block in layout.at.values()) <= layout.height + 1
    assert layout.x(len(layout.lanes) - 1) + layout.width <= max(width, 1)


@given(st.lists(st.integers(0, 12), max_size=7), st.integers(0, 40), st.integers(20, 200), st.data())
def test_what_is_taken_over_is_what_would_be_made(
    sizes: list[int], loose: int, width: int, data: st.DataObject
) -> None:
    before = lay_out(board(*sizes, loose=loose), width, 20)
    grown = [size + data.draw(st.integers(0, 2)) for size in sizes]
    columns = board(*grown, loose=loose + data.draw(st.integers(0, 3)))
    after, anew = lay_out(columns, width, 20, before=before), lay_out(columns, width, 20)
    assert after.height == anew.height
    assert [[(b.key, b.top, b.lines) for b in lane] for lane in after.lanes] == [
        [(b.key, b.top, b.lines) for b in lane] for lane in anew.lanes
    ]
    assert [after.at[column.head].column for column in columns] == columns


def test_what_stands_behind_a_text_has_room_on_its_last_line_with_its_last_word_or_on_one_of_its_own() -> None:
    card, longer = Card("a", "leren op de werkplek", "3×"), Card("a", "leren op de werkplek", "haalbaar 4, nu 5")
    wide, narrow = (lay_out([Column("c", "Cluster", (card,), 1)], width, 20).at["a"] for width in (60, 24))
    assert (wide.lines, wide.height) == (("leren op de werkplek",), 1)
    assert (narrow.lines, narrow.height) == (("leren op de", "werkplek"), 2)
    own = lay_out([Column("c", "Cluster", (longer,), 1)], 24, 20).at["a"]
    assert (own.lines, own.height) == (("leren op de werkplek", ""), 2)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Durf ook eens naar jezelf te kijken en te", ("Durf ook eens naar", "jezelf te kijken en te")),
        ("Dare to look at yourself too", ("Dare to look at", "yourself too")),
        (
            "Show where somebody is strong, and ask for more of it",
            ("Show where somebody is", "strong, and ask for", "more of it"),
        ),
        ("Zeggen wat samenwerkingsverband doet", ("Zeggen wat", "samenwerkingsverband", "doet")),
    ],
)
def test_a_short_word_does_not_stand_alone_on_the_last_line_of_a_card(text: str, lines: tuple[str, ...]) -> None:
    assert wrap(text, 23) == lines
