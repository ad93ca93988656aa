"""Ballots as one line of text each: '12:A>B=C' ranks, '12:A,B' approves, '12:A=5,B=0' scores, for 12 people.

Without a number in front it is one person. Nothing after the colon is a blank ballot, which was cast all the same.
"""

import re
from collections.abc import Iterable, Sequence
from fractions import Fraction

from data.methods.votes.codes import Problem
from data.methods.votes.room import VoteError, check_ballots

_COUNTED = re.compile(r"\s*([0-9]{1,15})\s*:(.*)", re.DOTALL)
_NUMBER = re.compile(r"[+-]?[0-9]{1,15}(/[0-9]{1,15})?")

Ranked = list[tuple[list[list[str]], int]]
Approved = list[tuple[list[str], int]]
Scored = list[tuple[dict[str, int | Fraction], int]]


def ranks(options: Sequence[str], lines: Iterable[str]) -> Ranked:
    """Rankings in tiers, best first, and how many people each.

    Raises:
        VoteError: with the ballots that make no sense.
    """
    parsed = [(tiers(body), people) for body, people in map(_split, lines)]
    check_ballots(options, [[name for tier in ranking for name in tier] for ranking, _ in parsed])
    return parsed


def approvals(options: Sequence[str], lines: Iterable[str]) -> Approved:
    """What is approved of, and how many people each.

    Raises:
        VoteError: with the ballots that make no sense.
    """
    parsed = [(_parts(body, ","), people) for body, people in map(_split, lines)]
    check_ballots(options, [approved for approved, _ in parsed])
    return parsed


def scores(options: Sequence[str], lines: Iterable[str]) -> Scored:
    """Scores of options, and how many people each.

    Raises:
        VoteError: with the ballots that make no sense.
    """
    parsed = [([_score(part) for part in _parts(body, ",")], people) for body, people in map(_split, lines)]
    wrong = [i for i, (ballot, _) in enumerate(parsed) if None in ballot]
    if wrong:
        raise VoteError(Problem.GRADE_OUT_OF_RANGE, ballots=wrong)
    pairs = [([pair for pair in ballot if pair], people) for ballot, people in parsed]
    check_ballots(options, [[name for name, _ in ballot] for ballot, _ in pairs])
    return [(dict(ballot), people) for ballot, people in pairs]


def tiers(text: str) -> list[list[str]]:
    """One ranking, best first: 'A>B=C'."""
    return [_parts(tier, "=") for tier in _parts(text, ">")]


def _split(line: str) -> tuple[str, int]:
    counted = _COUNTED.fullmatch(line)
    return (counted[2], int(counted[1])) if counted else (line, 1)


def _parts(text: str, separator: str) -> list[str]:
    return [part for part in map(str.strip, text.split(separator)) if part]


def _score(text: str) -> tuple[str, int | Fraction] | None:
    """The option and its score, or None when there is no number."""
    name, _, value = text.rpartition("=")
    number = value.strip()
    if not _NUMBER.fullmatch(number):
        return None
    try:
        return name.strip(), Fraction(number) if "/" in number else int(number)
    except ZeroDivisionError:
        return None
