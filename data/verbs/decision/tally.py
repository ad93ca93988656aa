"""What a vote comes to, whatever its way, and what of its answers may be told."""

from __future__ import annotations

from data.methods.evaluation import ENOUGH
from data.methods.votes.room import Room
from data.methods.votes.way import Result, by_person, options
from data.methods.votes.ways import spec_of
from data.model import Entry, Vote


def tallied(vote: Vote) -> Result:
    """The result of the answers as they are now.

    Raises:
        VoteError: they cannot be tallied; nothing of them is lost.
    """
    result: Result = spec_of(vote).tallied(vote, Room(len(vote.base), vote.roster))
    return result


def told_apart(vote: Vote) -> bool:
    """Whether the answers may be shown: a few secret ballots would tell who gave which."""
    return vote.entry is not Entry.SECRET or len(vote.ballots) >= ENOUGH


def counted(vote: Vote) -> dict[str, dict[str, int]]:
    """How often each answer was given to each proposal, hands and ballots alike; empty when it may not be shown."""
    if not by_person(vote):
        return {option: dict(vote.counts.get(option, {})) for option in options(vote)}
    if not told_apart(vote):
        return {}
    return {option: spec_of(vote).summed(vote, option) for option in options(vote)}
