"""The graph that groups are found in."""

import numpy as np

from data.methods.clusters._graph import drawn, partition, remember


def test_likeness_to_what_people_placed_counts_half_as_much_again() -> None:
    alike = np.array([[1, 0.4, 0.2], [0.4, 1, 0.6], [0.2, 0.6, 1]], np.float32)
    pulled = drawn(alike, np.array([0, -1, -1]))
    np.testing.assert_allclose(pulled[0, 1:], 1.5 * alike[0, 1:])
    np.testing.assert_allclose(pulled[1:, 0], 1.5 * alike[1:, 0])
    np.testing.assert_allclose(pulled[1:, 1:], alike[1:, 1:])


def test_without_placed_notes_nothing_is_pulled() -> None:
    alike = np.eye(3, dtype=np.float32)
    assert drawn(alike, np.full(3, -1)) is alike


def test_what_was_together_is_a_fifth_of_the_usual_more_alike() -> None:
    alike = np.full((4, 4), 0.5, np.float32)
    warmed = remember(alike, np.array([0, 0, 1, -1]))
    assert warmed[0, 1] == np.float32(0.6)
    assert warmed[0, 2] == warmed[3, 3] == np.float32(0.5)


def test_no_two_groups_that_people_made_are_one() -> None:
    grouped = partition(np.ones((6, 6), np.float32), np.array([0, 0, 1, 1, -1, -1]), 0.01, 0)
    assert grouped[0] == grouped[1] != grouped[2] == grouped[3]
