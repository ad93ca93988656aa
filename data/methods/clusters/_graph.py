"""From likeness to groups: a graph of nearest neighbours, partitioned several times, and the agreement of these.

One run of Louvain depends on its order and on the number of neighbours; what most runs agree on does not
(consensus clustering, Lancichinetti and Fortunato, 2012), so the groups stay put when a note comes in.
"""

import numpy as np
from numpy.typing import NDArray

from data.methods.clusters._louvain import louvain

_NEIGHBOURS = (6, 8, 10, 12, 15)
USUAL = 10
"""Neighbours that a note has in the graph where nothing else is said."""

_FEW, _MANY = 120, 250
"""Sizes up to which each number of neighbours is tried twice, and from which only every other number is."""

_REMEMBER = 1 / 5
_PULL = 1.5


def nearest(alike: NDArray[np.float32], k: int) -> NDArray[np.intp]:
    """The `k` (or all, where there are fewer) rows most like each row, itself left out, most alike first."""
    k = max(0, min(k, len(alike) - 1))
    apart = -alike
    np.fill_diagonal(apart, np.inf)
    some = np.argpartition(apart, k, axis=1)[:, :k] if 0 < k < len(alike) - 1 else np.argsort(apart)[:, :k]
    return np.take_along_axis(some, np.take_along_axis(apart, some, 1).argsort(axis=1, kind="stable"), 1)


def graph_of(alike: NDArray[np.float32], near: NDArray[np.intp]) -> NDArray[np.float32]:
    """The likeness of those pairs of which one is among the rows `near` the other, else 0; (n, n)."""
    graph = np.zeros_like(alike)
    rows = np.arange(len(alike))[:, None]
    graph[rows, near] = np.maximum(alike[rows, near], 0)
    return np.maximum(graph, graph.T)


def usual_likeness(alike: NDArray[np.float32]) -> float:
    """The mean likeness of neighbours: by this one encoder can be compared with another."""
    edges = np.take_along_axis(alike, nearest(alike, USUAL), 1)
    return float(np.maximum(edges, 0).mean()) if edges.size else 0.0


def remember(alike: NDArray[np.float32], before: NDArray[np.intp]) -> NDArray[np.float32]:
    """Add a small bonus to pairs that were together before: a fifth of the usual likeness of neighbours.

    `before` gives for each row its group then, or -1.
    """
    if len(before) < 2 or not (before >= 0).any():
        return alike
    bonus = _REMEMBER * usual_likeness(alike)
    together = (before[:, None] == before) & (before >= 0)
    warmed: NDArray[np.float32] = alike + np.float32(bonus) * together.astype(np.float32)
    return warmed


def drawn(alike: NDArray[np.float32], anchors: NDArray[np.intp]) -> NDArray[np.float32]:
    """Make likeness to what people placed count half as much again: it tells most of what they mean.

    `anchors` gives for each row the group that people put it in, or -1.
    """
    placed = anchors >= 0
    if not placed.any():
        return alike
    pull = np.where(placed, np.float32(_PULL), np.float32(1))
    pulled: NDArray[np.float32] = alike * np.maximum(pull[:, None], pull)
    return pulled


def partition(alike: NDArray[np.float32], anchors: NDArray[np.intp], resolution: float, seed: int) -> NDArray[np.intp]:
    """Group the rows of `alike`; the group of each row, where groups 0 to max(anchors) are the anchored ones.

    `anchors` gives for each row the group that people put it in, or -1. Rows of one anchor are contracted to
    one node, and no two anchors are ever in one group. A higher `resolution` gives more, smaller groups.
    """
    fixed = int(anchors.max(initial=-1)) + 1
    node = anchors.copy()
    loose = anchors < 0
    node[loose] = fixed + np.arange(np.count_nonzero(loose))
    size = fixed + int(np.count_nonzero(loose))
    runs = 2 if size <= _FEW else 1
    counts = _NEIGHBOURS if size < _MANY else _NEIGHBOURS[::2]
    agreement = np.zeros((size, size), np.float32)
    near = nearest(alike, max(_NEIGHBOURS))
    for k in counts:
        graph = _contracted(graph_of(alike, near[:, :k]), node, size)
        for run in range(runs):
            found = louvain(graph, fixed, resolution, (seed, k, run))
            agreement += found[:, None] == found
    agreement /= len(counts) * runs
    graph = _contracted(graph_of(alike, near[:, :USUAL]), node, size)
    return louvain(graph * agreement, fixed, resolution, (seed,))[node]


def _contracted(graph: NDArray[np.float32], node: NDArray[np.intp], size: int) -> NDArray[np.float32]:
    """The graph of `size` nodes in which the rows with one `node` number are one."""
    if np.array_equal(node, np.arange(size)):
        return graph
    small = np.zeros((size, size), np.float32)
    rows, columns = np.nonzero(graph)
    np.add.at(small, (node[rows], node[columns]), graph[rows, columns])
    return small
