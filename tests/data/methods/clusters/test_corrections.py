"""What a note that people move takes along, and what never moves by itself."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.methods.clusters import MOST_MOVES, Group, NoteText, after_move, encoder, first_to_place, suggest, with_late
from tests.data.methods.clusters.boards import COFFEE, MOBILITY, boards

CHARACTERS = encoder("characters")
MIXED = [NoteText(text) for text in [*MOBILITY, *COFFEE]]
WRONG = (
    Group("Fiets", 0, (0, 1, 5, 6, 7)),
    Group("Koffie", 8, (2, 3, 4, 8, 9)),
)
"""Bicycles are 0 to 4, coffee is 5 to 9: three of each are in the group of the other."""


@st.composite
def corrected(draw: st.DrawFn) -> tuple[list[NoteText], tuple[Group, ...], int, int | None, list[int]]:
    """A board, its proposed groups, and one move after some others."""
    notes = draw(boards.filter(bool))
    standing = suggest(notes, CHARACTERS).clusters
    note = draw(st.integers(0, len(notes) - 1))
    to = draw(st.none() | st.integers(0, len(standing) - 1))
    return notes, standing, note, to, draw(st.lists(st.integers(0, len(notes) - 1), max_size=12, unique=True))


def group_of(groups: tuple[Group, ...], note: int) -> str:
    return next(group.title for group in groups if note in group.notes)


@given(corrected())
@settings(max_examples=80, deadline=None)
def test_only_what_stood_with_the_moved_note_may_go_along(
    case: tuple[list[NoteText], tuple[Group, ...], int, int | None, list[int]],
) -> None:
    notes, standing, note, to, by_hand = case
    after = after_move(notes, CHARACTERS, standing, note, to, by_hand=by_hand)

    assert sorted(i for group in after for i in group.notes) == list(range(len(notes)))
    assert all(list(group.notes) == sorted(group.notes) and group.quote in group.notes for group in after)
    assert group_of(after, note) == (after[-1].title if to is None else standing[to].title)
    titles = [group.title for group in standing]
    assert [group.title for group in after if group.title in titles] == [
        t for t in titles if t in {g.title for g in after}
    ]
    left = next(group for group in standing if note in group.notes)
    moved = [i for i in range(len(notes)) if i != note and group_of(after, i) != group_of(standing, i)]
    assert set(moved) <= set(left.notes)
    assert not any(i in by_hand or notes[i].cluster is not None for i in moved)
    assert all(group_of(after, i) == group_of(after, note) for i in moved)
    assert len(moved) <= (len(left.notes) - 1) // 2
    if len(by_hand) >= MOST_MOVES:
        assert not moved


@given(boards, st.integers(0, 25))
@settings(max_examples=60, deadline=None)
def test_late_notes_join_and_nothing_else_moves(notes: list[NoteText], count: int) -> None:
    standing = suggest(notes[:count], CHARACTERS).clusters
    after = with_late(notes, CHARACTERS, standing)
    assert [group.title for group in after] == [group.title for group in standing]
    for old, new in zip(standing, after, strict=True):
        assert tuple(i for i in new.notes if i < count) == old.notes
        assert new.quote == old.quote
    expected = len(notes) if standing else 0
    assert sorted(i for group in after for i in group.notes) == list(range(expected))


def test_what_is_like_a_moved_note_goes_along() -> None:
    after = after_move(MIXED, encoder("semantic"), WRONG, 6, 1)
    assert after[0].notes == (0, 1)
    assert [group.title for group in after] == ["Fiets", "Koffie"]


def test_what_was_moved_or_placed_by_hand_stays() -> None:
    assert after_move(MIXED, CHARACTERS, WRONG, 6, 1, by_hand=[5, 7])[0].notes == (0, 1, 5, 7)
    notes = [replace(note, cluster="Fiets") if i in (5, 7) else note for i, note in enumerate(MIXED)]
    assert after_move(notes, CHARACTERS, WRONG, 6, 1)[0].notes == (0, 1, 5, 7)


def test_after_ten_moves_the_board_is_frozen() -> None:
    notes = [*MIXED, *map(NoteText, "abcdefghij")]
    standing = (*WRONG, Group("Rest", 10, tuple(range(10, 20))))
    nine = after_move(notes, CHARACTERS, standing, 6, 1, by_hand=range(10, 19))
    ten = after_move(notes, CHARACTERS, standing, 6, 1, by_hand=range(10, 20))
    assert len(nine[0].notes) < 4
    assert [group.notes for group in ten] == [(0, 1, 5, 7), (2, 3, 4, 6, 8, 9), tuple(range(10, 20))]


def test_a_note_can_begin_a_group_with_a_title_of_its_own() -> None:
    after = after_move(MIXED, CHARACTERS, suggest(MIXED, CHARACTERS).clusters, 8, None, by_hand=range(10))
    assert after[-1].notes == (8,)
    assert len({group.title for group in after}) == len(after) == 3


def test_a_group_that_is_emptied_goes() -> None:
    standing = (Group("A", 0, (0,)), Group("B", 1, (1, 2)))
    notes = [NoteText(text) for text in ("fiets", "koffie", "thee")]
    assert [group.notes for group in after_move(notes, CHARACTERS, standing, 0, 1)] == [(0, 1, 2)]


def test_a_quote_that_left_is_replaced() -> None:
    after = after_move(MIXED, CHARACTERS, WRONG, 0, 1, by_hand=range(1, 11))
    assert after[0].quote == 1
    assert after[1].quote == 8


@pytest.mark.parametrize(("note", "to"), [(10, 0), (0, 2)])
def test_what_is_not_there_cannot_be_moved(note: int, to: int) -> None:
    with pytest.raises(IndexError):
        after_move(MIXED, CHARACTERS, WRONG, note, to)


def test_one_begins_with_the_note_that_says_each_new_group_best() -> None:
    placed = [NoteText("fiets", "Mobiliteit"), *map(NoteText, [*MOBILITY, *COFFEE, *COFFEE])]
    proposal = suggest(placed, CHARACTERS)
    first = first_to_place(proposal)
    assert first == tuple(group.quote for group in proposal.clusters if group.title != "Mobiliteit")
    assert first
    assert first_to_place(suggest([], CHARACTERS)) == ()


def test_a_late_note_joins_its_kin() -> None:
    after = with_late(MIXED, CHARACTERS, (Group("Fiets", 0, (0, 1, 2, 3)), Group("Koffie", 5, (5, 6, 7, 8))))
    assert [group.notes for group in after] == [(0, 1, 2, 3, 4), (5, 6, 7, 8, 9)]
    assert with_late(MIXED, CHARACTERS, ()) == ()
