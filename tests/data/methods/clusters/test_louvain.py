"""Louvain with anchors."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from data.methods.clusters._louvain import louvain


def two_cliques(size: int, bridge: float) -> NDArray[np.float32]:
    weights = np.zeros((2 * size, 2 * size), np.float32)
    weights[:size, :size] = weights[size:, size:] = 1
    weights[0, size] = weights[size, 0] = bridge
    return weights


def test_two_cliques_are_two_communities() -> None:
    found = louvain(two_cliques(5, 0.5), 0, 1.0, (0,))
    assert len(set(found[:5])) == len(set(found[5:])) == 1
    assert found[0] != found[5]


def test_a_graph_without_links_stays_apart() -> None:
    assert louvain(np.zeros((4, 4), np.float32), 0, 1.0, (0,)).tolist() == [0, 1, 2, 3]


def test_anchors_in_one_clique_split_it_and_keep_their_numbers() -> None:
    found = louvain(np.ones((6, 6), np.float32), 2, 0.01, (0,))
    assert found[:2].tolist() == [0, 1]
    assert set(found[2:]) <= {0, 1}


def modularity(weights: NDArray[np.float32], found: NDArray[np.intp]) -> float:
    degree = weights.sum(1)
    total = degree.sum() or 1.0
    same = found[:, None] == found
    return float((weights * same).sum() / total - (np.outer(degree, degree) * same).sum() / total**2)


@given(st.integers(1, 25), st.integers(0, 5), st.integers(0, 10_000), st.sampled_from([0.3, 1.0, 2.0]))
@settings(max_examples=80, deadline=None)
def test_numbers_have_no_gaps_anchors_never_meet_and_modularity_gains(
    n: int, fixed: int, seed: int, resolution: float
) -> None:
    fixed = min(fixed, n)
    random = np.random.default_rng(seed)
    half = np.triu(random.random((n, n)) * (random.random((n, n)) < 0.4), 1)
    weights = (half + half.T).astype(np.float32)
    found = louvain(weights, fixed, resolution, (seed,))
    assert sorted(set(found.tolist())) == list(range(found.max() + 1))
    assert found[:fixed].tolist() == list(range(fixed))
    if resolution == 1.0:
        assert modularity(weights, found) >= modularity(weights, np.arange(n)) - 1e-6
