"""Communities in a weighted graph by the Louvain method, with nodes that never leave nor meet.

Blondel, Guillaume, Lambiotte and Lefebvre (2008), with the resolution of Reichardt and Bornholdt (2006); the
nodes still to be looked at wait in a queue, as in Traag, Waltman and Van Eck (2019). Of our own are the
anchors: the groups that people made. An anchor stays in its own community, on every level, so that two
of them are never merged, while loose nodes and communities may join one.
"""

from collections import deque
from random import Random

import numpy as np
from numpy.typing import NDArray


def louvain(weights: NDArray[np.float32], fixed: int, resolution: float, seed: tuple[int, ...]) -> NDArray[np.intp]:
    """The community of each node, numbered from 0 without gaps; nodes 0 to `fixed` - 1 are in those numbers.

    `weights` (n, n) is symmetric and not negative. The seed decides the order in which nodes are looked at.
    """
    random = Random(str(seed))
    links = _links(weights)
    degrees: list[float] = weights.sum(axis=1, dtype=float).tolist()
    member = np.arange(len(degrees))
    while True:
        community = _moved(links, degrees, fixed, resolution, random)
        number = dict.fromkeys(range(fixed))
        number.update(dict.fromkeys(community))
        renumbered = {old: new for new, old in enumerate(number)}
        if len(renumbered) == len(degrees):
            return member
        community = [renumbered[c] for c in community]
        member = np.array(community, np.intp)[member]
        links, degrees = _folded(links, degrees, community, len(renumbered))


def _links(weights: NDArray[np.float32]) -> list[dict[int, float]]:
    """For each node its neighbours with their weights, itself left out."""
    links: list[dict[int, float]] = [{} for _ in range(len(weights))]
    rows, columns = np.nonzero(weights)
    for i, j, weight in zip(rows.tolist(), columns.tolist(), weights[rows, columns].tolist(), strict=True):
        if i != j:
            links[i][j] = weight
    return links


def _moved(
    links: list[dict[int, float]], degrees: list[float], fixed: int, resolution: float, random: Random
) -> list[int]:
    """Move nodes to the neighbouring community with the highest gain in modularity until none gains."""
    community = list(range(len(links)))
    total = degrees.copy()
    penalty = resolution / (sum(degrees) or 1.0)
    order = list(range(fixed, len(links)))
    random.shuffle(order)
    queue = deque(order)
    waiting = [i >= fixed for i in community]
    while queue:
        i = queue.popleft()
        waiting[i] = False
        home = community[i]
        gains: dict[int, float] = {home: 0.0}
        gain_so_far = gains.get
        for j, weight in links[i].items():
            there = community[j]
            gains[there] = gain_so_far(there, 0.0) + weight
        total[home] -= degrees[i]
        cost = penalty * degrees[i]
        best, most = home, gains[home] - cost * total[home] + 1e-9
        for there, gain in gains.items():
            if gain > most and (gain := gain - cost * total[there]) > most:
                best, most = there, gain
        total[best] += degrees[i]
        if best != home:
            community[i] = best
            for j in links[i]:
                if j >= fixed and not waiting[j] and community[j] != best:
                    waiting[j] = True
                    queue.append(j)
    return community


def _folded(
    links: list[dict[int, float]], degrees: list[float], community: list[int], size: int
) -> tuple[list[dict[int, float]], list[float]]:
    """The graph of the communities: the links between them, and the sums of their nodes' degrees."""
    between: list[dict[int, float]] = [{} for _ in range(size)]
    sums = [0.0] * size
    for i, near in enumerate(links):
        here = community[i]
        sums[here] += degrees[i]
        row = between[here]
        for j, weight in near.items():
            there = community[j]
            if there != here:
                row[there] = row.get(there, 0.0) + weight
    return between, sums
