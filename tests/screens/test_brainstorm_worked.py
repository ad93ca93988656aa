"""Suggestions of a board that may have changed meanwhile."""

from __future__ import annotations

from data.methods.clusters import Group, Proposal
from screens.brainstorm.worked import DOUBTFUL, Worked

GROUPS = (Group("Weg", 0, (0, 1), given=True), Group("Taart", 2, (2, 3)))
WORKED = Worked(
    ("bus", "fiets", "taart", "koek"),
    proposal=Proposal(GROUPS, {1: (("Weg", 0.9),), 2: (("Weg", 1.0), ("Gone", 0.8)), 3: ()}),
)


def test_a_share_stands_only_where_the_whole_grouping_agrees() -> None:
    assert WORKED.ranked(["Weg"]) == {"fiets": [("Weg", 0.9)], "taart": [("Weg", DOUBTFUL)], "koek": []}


def test_one_note_moves_and_nothing_else() -> None:
    moved = WORKED.moved("taart", "Weg")
    assert [(group.title, ids) for group, ids in moved.groups()] == [
        ("Weg", ["bus", "fiets", "taart"]),
        ("Taart", ["koek"]),
    ]
    assert moved.proposal.suggestions == WORKED.proposal.suggestions


def test_late_notes_are_in_no_group_and_keep_the_places_of_the_others() -> None:
    late = WORKED.having(["koek", "brood"])
    assert late.notes == ("bus", "fiets", "taart", "koek", "brood")
    assert "brood" not in late.titles()
    assert late.groups() == WORKED.groups()


def test_groups_in_a_new_order_leave_out_what_is_gone() -> None:
    assert WORKED.again({"koek": 0, "bus": 1}) == [Group("Weg", 0, (1,), given=True), Group("Taart", 0, (0,))]
