"""The graph that groups are found in."""

import numpy as np
import pytest

from data.methods.clusters._graph import drawn, graph_of, nearest, partition, remember, usual_likeness
from data.methods.clusters._placing import fit


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


ALIKE = np.array([[1, 0.9, 0.2, -0.3], [0.9, 1, 0.5, 0.1], [0.2, 0.5, 1, 0.4], [-0.3, 0.1, 0.4, 1]], np.float32)


def test_the_nearest_of_each_the_most_alike_first() -> None:
    assert nearest(ALIKE, 2).tolist() == [[1, 2], [0, 2], [1, 3], [2, 1]]
    assert nearest(ALIKE, 9).tolist() == [[1, 2, 3], [0, 2, 3], [1, 3, 0], [2, 1, 0]]
    assert nearest(ALIKE, 0).shape == (4, 0)
    assert nearest(ALIKE[:1, :1], 3).shape == (1, 0)
    assert ALIKE[0, 0] == 1, "what was given stays as it was"


def test_a_pair_is_in_the_graph_when_one_is_near_the_other_and_never_below_nothing() -> None:
    graph = graph_of(ALIKE, nearest(ALIKE, 1))
    wanted = np.zeros((4, 4), np.float32)
    for i, j, weight in ((0, 1, 0.9), (1, 2, 0.5), (2, 3, 0.4)):
        wanted[i, j] = wanted[j, i] = weight
    np.testing.assert_allclose(graph, wanted)
    assert graph_of(ALIKE, nearest(ALIKE, 3)).min() == 0


def test_the_usual_likeness_is_the_mean_of_neighbours() -> None:
    off = ALIKE[~np.eye(4, dtype=bool)]
    assert usual_likeness(ALIKE) == pytest.approx(float(np.maximum(off, 0).mean()))
    assert usual_likeness(ALIKE[:1, :1]) == 0


def test_a_note_fits_the_cluster_that_it_is_like_and_shares_sum_to_one() -> None:
    shares = fit(ALIKE, np.array([0, -1, 1, -1]), 3)
    np.testing.assert_allclose(shares.sum(axis=1), 1)
    assert shares.shape == (4, 2)
    assert shares[1, 0] > shares[1, 1]
    assert shares[3, 1] > shares[3, 0]
    titled = fit(ALIKE, np.array([0, -1, 1, 1]), 3)
    untitled = fit(ALIKE, np.array([0, -1, 1, 1]), 4)
    assert titled[1, 1] != pytest.approx(untitled[1, 1]), "a title weighs more than a note"
