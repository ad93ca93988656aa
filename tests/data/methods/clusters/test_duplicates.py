"""The same idea twice."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.methods.clusters import near_duplicates
from data.methods.clusters.duplicates import duplicate_pairs
from tests.data.methods.clusters.boards import texts

BOARD = ["Fietsenstalling aan het station", "meer koffie", "sessie 1 in Gent", "", "Meer vergaderingen"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("fietsenstalling aan het station!", [0]),
        ("aan het station fietsenstalling", [0]),
        ("fietsenstaling aan het station", [0]),
        ("meer kofie", [1]),
        ("sessie 2 in Gent", []),
        ("minder vergaderingen", []),
        ("fiets", []),
        ("", []),
        ("?", []),
    ],
)
def test_slips_and_order_do_not_hide_a_duplicate(text: str, found: list[int]) -> None:
    assert [i for i, _ in near_duplicates(text, BOARD)] == found


@given(st.lists(texts, max_size=10), texts)
def test_found_notes_are_alike_enough_and_best_first(board: list[str], text: str) -> None:
    found = near_duplicates(text, board, limit=4)
    assert len(found) <= 4
    assert [s for _, s in found] == sorted((s for _, s in found), reverse=True)
    assert all(0.86 <= s <= 1 for _, s in found)


@given(st.lists(texts, max_size=8))
def test_pairs_agree_with_the_search(board: list[str]) -> None:
    every = [(i, j) for i in range(len(board)) for j in range(i + 1, len(board))]
    pairs = {(i, j) for i, j, _ in duplicate_pairs(board, every)}
    for i, text in enumerate(board):
        found = {j for j, _ in near_duplicates(text, board, limit=len(board))}
        assert {j for j in found if j > i} == {j for a, j in pairs if a == i}


def test_how_alike_and_which_first() -> None:
    board = ["koffie graag", "Graag koffie!", "koffie graagg", "", "thee", "koffie graag 2"]
    found = near_duplicates("koffie graag", board)
    assert [i for i, _ in found] == [0, 1, 2]
    assert [alike for _, alike in found[:2]] == [1.0, 1.0]
    assert 0.86 <= found[2][1] < 1
    assert [i for i, _ in near_duplicates("koffie graag", board, limit=2)] == [0, 1]
    assert [i for i, _ in near_duplicates("koffie graag", board, at_least=1)] == [0, 1]
    pairs = duplicate_pairs(board, [(1, 2), (0, 2), (0, 1), (0, 4), (3, 4), (0, 5)])
    assert [(i, j) for i, j, _ in pairs] == [(0, 1), (0, 2), (1, 2)]
    assert pairs[0] == (0, 1, 1.0)
    assert duplicate_pairs(board, [(0, 2)], at_least=1) == ()
    slip = ["koffie graagg", "koffie graag", "Graag koffie"]
    assert [(i, j) for i, j, _ in duplicate_pairs(slip, [(0, 2), (0, 1), (1, 2)])] == [(1, 2), (0, 1), (0, 2)]
