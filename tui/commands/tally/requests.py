"""Kring's own requests: a way of deciding, who is in the room, and counts or ballots. docs/tally.md has them all."""

from collections.abc import Callable, Iterable, Sequence
from itertools import chain
from typing import Any

from data.methods.votes import all_of_us, consent, dots, fingers, for_against, ranking
from data.methods.votes.codes import ConsentAnswer, Stance, Threshold
from data.methods.votes.condorcet import Tiers
from data.methods.votes.room import Room
from data.model import Way
from tui.commands.tally.fields import Fault, Fields, RequestError, choice, mapping, names, sequence, whole
from tui.commands.tally.lines import tiers
from tui.commands.tally.plain import plain


def answer(request: Fields) -> dict[str, Any]:
    """The result of one vote, with its way.

    Raises:
        RequestError: for a field that is missing or wrong.
        VoteError: for a vote that cannot be tallied.
    """
    way = request.choice("way", Way)
    if way.value not in FORMS:
        raise RequestError(Fault.INVALID_FIELD, "way")
    room = Room(present=request.whole("present"), network=request.optional_whole("network"))
    return {"way": way.value, **plain(FORMS[way.value](room, request))}


def _fingers(room: Room, request: Fields) -> fingers.FingersResult:
    if request.has("ballots"):
        ballots = [_hands(ballot) for ballot in request.sequence("ballots")]
        return fingers.tally(room, fingers.count(_proposals(request, ballots), ballots))
    hands, abstain = request.mapping("hands"), request.wholes("abstain", {})
    if not hands.keys() >= abstain.keys():
        raise RequestError(Fault.INVALID_FIELD, "abstain")
    counts = {
        name: fingers.FingerCount(_whole_tuple(people, "hands"), abstain.get(name, 0)) for name, people in hands.items()
    }
    return fingers.tally(room, counts)


def _consent(room: Room, request: Fields) -> consent.ConsentResult:
    number = request.whole("round", 1)
    if request.has("ballots"):
        answers = [choice(given, ConsentAnswer, "ballots") for given in request.sequence("ballots")]
        return consent.tally(room, consent.count(answers), number)
    counts = consent.ConsentCount(
        agree=request.whole("agree"),
        concern=request.whole("concern", 0),
        objection=request.whole("objection", 0),
        stand_aside=request.whole("stand_aside", 0),
    )
    return consent.tally(room, counts, number)


def _all_of_us(room: Room, request: Fields) -> all_of_us.AllOfUsResult:
    if request.has("ballots"):
        ballots = [None if b is None else names(b, "ballots") for b in request.sequence("ballots")]
        return all_of_us.tally(room, all_of_us.count(_proposals(request, ballots), ballots))
    counts = all_of_us.AllOfUsCount(
        agree=request.wholes("agree"), cast=request.whole("cast"), abstain=request.whole("abstain", 0)
    )
    return all_of_us.tally(room, counts)


def _dots(room: Room, request: Fields) -> dots.DotResult:
    if request.has("ballots"):
        ballots = [None if b is None else _dots_of(b) for b in request.sequence("ballots")]
        proposals = _proposals(request, ballots)
        allowed = _dot_rules(request, len(proposals))
        return dots.tally(room, dots.count(proposals, ballots, allowed), allowed)
    counted = request.wholes("dots")
    wall = dots.DotCount(counted, cast=request.optional_whole("cast"), abstain=request.whole("abstain", 0))
    return dots.tally(room, wall, _dot_rules(request, len(counted)))


def _for_against(room: Room, request: Fields) -> for_against.ForAgainstResult:
    threshold = request.choice("threshold", Threshold, Threshold.SIMPLE)
    if request.has("ballots"):
        stances = [choice(given, Stance, "ballots") for given in request.sequence("ballots")]
        return for_against.tally(room, for_against.count(stances), threshold)
    hands = for_against.ForAgainstCount(
        in_favour=request.whole("in_favour"), against=request.whole("against"), abstain=request.whole("abstain", 0)
    )
    return for_against.tally(room, hands, threshold)


def _ranking(room: Room, request: Fields) -> ranking.RankingResult:
    ballots = [None if b is None else _tiers_of(b) for b in request.sequence("ballots")]
    named = [None if b is None else list(chain.from_iterable(b)) for b in ballots]
    return ranking.tally(room, _proposals(request, named), ballots)


FORMS: dict[str, Callable[[Room, Fields], Any]] = {
    "fingers": _fingers,
    "consent": _consent,
    "all_of_us": _all_of_us,
    "dots": _dots,
    "for_against": _for_against,
    "ranking": _ranking,
}
"""How a request is read, by way: one without a form of request is refused here, and can be voted by in the room."""


def _proposals(request: Fields, ballots: Sequence[Iterable[str] | None]) -> list[str]:
    """The proposals asked about; without them, all that the ballots name, in the order in which they do."""
    if request.has("proposals"):
        return request.names("proposals")
    return list(dict.fromkeys(chain.from_iterable(ballot for ballot in ballots if ballot is not None)))


def _dot_rules(request: Fields, proposals: int) -> dots.DotRules:
    usual = dots.rules(proposals, cap=request.whole("cap", 1), places=request.optional_whole("places"))
    return dots.DotRules(budget=request.whole("budget", usual.budget), cap=usual.cap, places=usual.places)


def _whole_tuple(value: Any, field: str) -> tuple[int, ...]:
    return tuple(whole(item, field) for item in sequence(value, field))


def _hands(ballot: Any) -> dict[str, int | None] | None:
    if ballot is None:
        return None
    given = mapping(ballot, "ballots")
    return {name: None if hand is None else whole(hand, "ballots") for name, hand in given.items()}


def _dots_of(ballot: Any) -> dict[str, int]:
    return {name: whole(number, "ballots") for name, number in mapping(ballot, "ballots").items()}


def _tiers_of(ballot: Any) -> Tiers:
    """A ranking: 'A>B=C', or a list whose items are a proposal or a list of tied ones."""
    if isinstance(ballot, str):
        return tiers(ballot)
    return [[tier] if isinstance(tier, str) else names(tier, "ballots") for tier in sequence(ballot, "ballots")]
