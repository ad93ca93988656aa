"""Which given cluster suits a loose note: what people placed spreads over the graph of neighbours.

Learning with local and global consistency (Zhou, Bousquet, Lal, Weston and Schölkopf, 2004): a note is like a
cluster also where it is like notes that are like the cluster. The title counts as two notes.
"""

import numpy as np
from numpy.typing import NDArray

from data.methods.clusters._graph import USUAL, graph_of, nearest

_SPREAD = 0.8
_ROUNDS = 20
_TITLE = 2.0


def fit(alike: NDArray[np.float32], anchors: NDArray[np.intp], notes: int) -> NDArray[np.float64]:
    """How well each row fits each given cluster, as shares from 0 to 1 that sum to 1; (n, clusters).

    `anchors` gives the given cluster of each row, or -1; rows from `notes` on are the titles.
    """
    rows = np.flatnonzero(anchors >= 0)
    members = np.zeros((len(alike), int(anchors.max(initial=-1)) + 1))
    members[rows, anchors[rows]] = np.where(rows >= notes, _TITLE, 1.0)
    members /= members.sum(axis=0)
    graph = graph_of(alike, nearest(alike, USUAL))
    scale = 1 / np.sqrt(np.maximum(graph.sum(axis=1), 1e-9))
    step = graph * scale[:, None] * scale
    reached = members
    for _ in range(_ROUNDS):
        reached = _SPREAD * (step @ reached) + (1 - _SPREAD) * members
    direct = np.maximum(alike @ members, 0)
    return _shares(_shares(reached) + direct)


def _shares(values: NDArray[np.float64]) -> NDArray[np.float64]:
    total = values.sum(axis=1, keepdims=True)
    shares: NDArray[np.float64] = np.divide(values, total, out=np.zeros_like(values), where=total > 0)
    return shares
