"""Drawing lots among the tied: only when the facilitator chooses it, and so that anybody can check it afterwards."""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

from data.methods.votes.codes import Problem
from data.methods.votes.room import VoteError


@dataclass(frozen=True, slots=True)
class Lot:
    """A draw as it goes into the log: the same seed among the same names draws the same one, on any machine."""

    seed: int
    among: tuple[str, ...]
    drawn: str


def draw(tied: Iterable[str], seed: int) -> Lot:
    """Draw one of the tied, whatever order they are given in.

    The one whose name, hashed with the seed, comes first is drawn: a generator of random numbers may change with the
    version of Python, a hash does not.

    Raises:
        VoteError: when there are no two to draw among.
    """
    among = tuple(sorted(set(tied)))
    if len(among) < 2:
        raise VoteError(Problem.NOTHING_TO_DRAW)
    return Lot(seed=seed, among=among, drawn=min(among, key=lambda name: sha256(f"{seed}\n{name}".encode()).digest()))
