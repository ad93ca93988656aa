"""One person's answers from a few keys: the same for the co-facilitator who types them and for a secret ballot."""

from __future__ import annotations

from collections.abc import Sequence

from data.model import Refused, Vote, Way, say
from data.verbs.decision.tally import ABSTAIN, NO_FINGERS, Ballot, dot_rules, options

_FINGERS = "012345"


def read_ballot(vote: Vote, letters: Sequence[str], typed: str) -> dict[str, int]:
    """The ballot that some keys give, its keys in the order of the proposals.

    ``letters`` are those of the proposals voted on, in their order. A dash abstains (from all; of fingers, from the
    one proposal it stands for). Fingers: a digit for each in turn (``5403``). Consent: 1 agree, 2 concern, 3 objection,
    4 stand aside. For or against: 1, 2, or 3 to abstain. All of us: the letters agreed with (``AC``), or ``0`` for
    none. Dots: a letter a dot (``AAB``). Ranking: the letters, best first (``BCA``, what is left out shares the end).

    Raises:
        Refused: it is no ballot; the person is told what to type.
    """
    keys = "".join(typed.upper().split())
    if not keys:
        raise Refused(say("No answer is no vote: type one, or leave this person out."))
    if keys == "-" and vote.way is not Way.CONSENT:
        return {options(vote)[0]: 3} if vote.way is Way.FOR_AGAINST else {ABSTAIN: 1}
    return _WAYS[vote.way](vote, dict(zip(letters, options(vote), strict=False)), keys)


def _one_of(vote: Vote, _known: dict[str, str], keys: str) -> dict[str, int]:
    most = 4 if vote.way is Way.CONSENT else 3
    if len(keys) != 1 or not "1" <= keys <= str(most):
        raise Refused(say("Type one digit, 1 to {most}.", most=most))
    return {options(vote)[0]: int(keys)}


def _fingers(vote: Vote, _known: dict[str, str], keys: str) -> dict[str, int]:
    if not set(keys) <= {*_FINGERS, "-"}:
        raise Refused(say("Fingers are 0 to 5, one digit a proposal; - abstains."))
    if len(keys) > len(vote.options):
        raise Refused(say("That is {n} answers to {of} proposals.", n=len(keys), of=len(vote.options)))
    return {option: NO_FINGERS if key == "-" else int(key) for option, key in zip(options(vote), keys, strict=False)}


def _named(known: dict[str, str], keys: str) -> list[str]:
    """The proposals that these letters name, in the order typed."""
    found: list[str] = []
    rest = keys
    for_length = sorted(known, key=len, reverse=True)
    while rest:
        letter = next((sign for sign in for_length if rest.startswith(sign)), None)
        if letter is None:
            raise Refused(say("{key} is no proposal of this vote.", key=rest[0]))
        found.append(known[letter])
        rest = rest[len(letter) :]
    return found


def _all_of_us(vote: Vote, known: dict[str, str], keys: str) -> dict[str, int]:
    chosen = set() if keys == "0" else set(_named(known, keys))
    return {option: 1 for option in options(vote) if option in chosen}


def _dots(vote: Vote, known: dict[str, str], keys: str) -> dict[str, int]:
    put = _named(known, keys)
    allowed = dot_rules(vote)
    if len(put) > allowed.budget:
        raise Refused(say("Everybody has {n} dots.", n=allowed.budget))
    if any(put.count(option) > allowed.cap for option in put):
        raise Refused(say("At most {n} dots on one proposal.", n=allowed.cap))
    return {option: put.count(option) for option in options(vote) if option in put}


def _ranking(vote: Vote, known: dict[str, str], keys: str) -> dict[str, int]:
    named = _named(known, keys)
    if len(set(named)) < len(named):
        raise Refused(say("Each proposal stands once in a ranking."))
    places = {option: place for place, option in enumerate(named, start=1)}
    return {option: places[option] for option in options(vote) if option in places}


_WAYS = {
    Way.FINGERS: _fingers,
    Way.CONSENT: _one_of,
    Way.FOR_AGAINST: _one_of,
    Way.ALL_OF_US: _all_of_us,
    Way.DOTS: _dots,
    Way.RANKING: _ranking,
}


def canonical(vote: Vote, ballots: Sequence[Ballot]) -> tuple[dict[str, int], ...]:
    """Ballots in no order but their own: nothing tells any more who came when, or which key was typed first."""
    order = [*options(vote), ABSTAIN]
    alike = [{key: ballot[key] for key in order if key in ballot} for ballot in ballots]
    return tuple(sorted(alike, key=lambda ballot: [ballot.get(key, NO_FINGERS - 1) for key in order]))
