"""The ballots of a secret vote: in the memory of this window, and nowhere else, until the vote is closed."""

from __future__ import annotations

from random import SystemRandom

import msgspec

from data.model import State, Vote


class Box(msgspec.Struct):
    """The ballots of a secret vote and who is still to come, in shuffled order; nowhere but in memory."""

    vote: str
    to_come: list[str]
    ballots: list[dict[str, int]] = msgspec.field(default_factory=list)

    @classmethod
    def of(cls, vote: Vote) -> Box:
        """An empty box."""
        order = list(vote.base)
        SystemRandom().shuffle(order)
        return cls(vote.id, order)

    def put(self, ballot: dict[str, int]) -> None:
        """Put a ballot in at a random place; whoever is here has voted."""
        self.ballots.insert(SystemRandom().randrange(len(self.ballots) + 1), ballot)
        del self.to_come[0]

    def later(self) -> None:
        """Whoever is here now comes at the end."""
        self.to_come.append(self.to_come.pop(0))


def in_memory(box: Box | None, state: State) -> int:
    """How many ballots would be lost now: those of a vote that is still open."""
    vote = state.find(Vote, box.vote) if box else None
    return len(box.ballots) if box and vote and not vote.closed else 0
