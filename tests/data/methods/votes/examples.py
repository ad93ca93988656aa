"""Votes to work an example of a way of deciding with, and what it comes to."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from data.methods.votes.codes import NextStep
from data.methods.votes.picture import Picture
from data.methods.votes.ways import WAYS
from data.model import Entry, Vote, Way
from data.verbs.decision.ballot import read_ballot
from data.verbs.decision.tally import tallied
from tests.data.methods.votes.test_every_way import LETTERS, a_vote, closed, letters

A, B, C = "id-A", "id-B", "id-C"
UNCOUNTED = (None, "abstained"), (None, "answered")


def hands(way: Way, counts: dict[str, dict[str, int]], **more: Any) -> Vote:
    return replace(a_vote(way, Entry.HANDS), counts=counts, **more)


def person(way: Way, *typed: str, people: int = 6) -> Vote:
    vote = a_vote(way, people=people)
    return closed(vote, [read_ballot(vote, LETTERS[: len(vote.options)], keys) for keys in typed])


def come_to(vote: Vote) -> Any:
    """The result, with all that this way has in it."""
    return tallied(vote)


def letter(id_: str) -> str:
    return id_.removeprefix("id-")


def told(vote: Vote) -> list[tuple[str, dict[str, str | int]]]:
    """What the result means: message and what fills it."""
    said = WAYS[vote.way].meaning(vote, come_to(vote), letters)
    return [(each.message, dict(each.fills)) for each in said]


def picture(vote: Vote) -> Picture:
    drawn = WAYS[vote.way].picture(vote, come_to(vote), letters)
    assert isinstance(drawn, Picture)
    return drawn


def steps(vote: Vote) -> tuple[NextStep, ...]:
    found = WAYS[vote.way].steps(come_to(vote))
    return tuple(found)


def tied(vote: Vote) -> tuple[str, ...]:
    return tuple(WAYS[vote.way].tied(come_to(vote)))


def results(vote: Vote) -> dict[str, str]:
    return dict(WAYS[vote.way].results(vote, come_to(vote)))


def bar(drawn: Picture) -> tuple[str, dict[str, str | int], bool]:
    assert drawn.bar is not None
    return drawn.bar.message, dict(drawn.bar.fills), drawn.half
