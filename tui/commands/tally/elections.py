"""Elections written in lines of ballots, the way collections of them are: any size, whoever voted.

The limits of the room do not bind here. Every answer has all its keys, also those that are null.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from fractions import Fraction
from typing import Any

from data.methods.votes import approval, borda, condorcet, majority_judgment
from data.methods.votes.codes import Problem
from data.methods.votes.dots import short_list
from data.methods.votes.room import VoteError, ranked, require_counts, require_proposals
from tui.commands.tally import lines
from tui.commands.tally.fields import Fault, Fields, RequestError, whole
from tui.commands.tally.plain import number, plain


class Method(StrEnum):
    """How the ballots are counted."""

    APPROVAL = "approval"
    DOTS = "dots"
    BORDA = "borda"
    CONDORCET = "condorcet"
    MAJORITY_JUDGMENT = "majority_judgment"


class Form(StrEnum):
    """How the ballots are written."""

    APPROVAL = "approval"
    SCORE = "score"
    RANK = "rank"
    PROFILE = "profile"


class Unranked(StrEnum):
    """What it means to leave an option out of a ranking."""

    LAST = "last"
    NONE = "none"


class Missing(StrEnum):
    """What it means to leave an option without a score."""

    ZERO = "zero"
    EXCLUDE = "exclude"


class Aggregate(StrEnum):
    """How scores are put together."""

    SUM = "sum"
    MEAN = "mean"


Answer = dict[str, Any]


def answer(case: Fields) -> Answer:
    """The result of one election.

    Raises:
        RequestError: for a field that is missing or wrong.
        VoteError: for ballots that make no sense.
    """
    method = case.choice("method", Method)
    form = case.choice("ballot_form", Form)
    tally = _TALLIES.get((method, form))
    if tally is None:
        raise RequestError(Fault.INVALID_FIELD, "ballot_form")
    options = case.names("candidates")
    require_proposals(options)
    return tally(options, case, Fields(case.mapping("params", {})))


def _approval(options: Sequence[str], case: Fields, _params: Fields) -> Answer:
    cast = lines.approvals(options, case.names("ballots"))
    result = approval.tally(approval.count(options, cast), sum(people for _, people in cast))
    return {
        "ballots_cast": result.cast,
        "scores": result.scores,
        "ranking": plain(result.ranking),
        "winners": list(result.ranking[0]),
        "unanimous": list(result.unanimous),
        "majority": list(result.majority),
    }


def _dots(options: Sequence[str], case: Fields, params: Fields) -> Answer:
    cast = _scored(options, case)
    totals = _totals(options, cast, params)
    listed, cut_tie = short_list(totals, params.whole("shortlist"))
    ranking = ranked(totals)
    return {
        "scores": plain(totals),
        "ranking": plain(ranking),
        "winners": list(ranking[0]),
        "shortlist": list(listed),
        "cut_tie": cut_tie,
        "ballots_cast": sum(people for _, people in cast),
    }


def _borda(options: Sequence[str], case: Fields, params: Fields) -> Answer:
    cast = lines.ranks(options, case.names("ballots"))
    points = borda.points(options, cast, unranked_last=_unranked_last(params))
    ranking = ranked(points)
    return {"scores": plain(points), "ranking": plain(ranking), "winners": list(ranking[0])}


def _condorcet(options: Sequence[str], case: Fields, params: Fields) -> Answer:
    cast = lines.ranks(options, case.names("ballots"))
    result = condorcet.tally(options, cast, unranked_last=_unranked_last(params))
    return {
        "winner": result.winner,
        "weak_winners": list(result.weak_winners),
        "loser": result.loser,
        "smith": list(result.smith),
        "copeland": result.copeland,
        "pairwise": result.pairwise,
    }


def _judged_profiles(options: Sequence[str], case: Fields, _params: Fields) -> Answer:
    given = case.mapping("ballots")
    unknown = [name for name in given if name not in options]
    if unknown:
        raise VoteError(Problem.UNKNOWN_PROPOSAL, proposals=unknown)
    profiles = {name: _counts(given.get(name, [0])) for name in options}
    voters = max(case.optional_whole("voters") or 0, *map(sum, profiles.values()))
    for profile in profiles.values():
        profile[0] += voters - sum(profile)  # a grade that was not given is the worst
    lowest, _ = _grade_range(case) or (0, 0)
    return _judgment(profiles, range(lowest, lowest + max(map(len, profiles.values()))))


def _judged_scores(options: Sequence[str], case: Fields, _params: Fields) -> Answer:
    cast = _scored(options, case)
    worst, _ = _grade_range(case) or (0, 0)
    counted = {name: Counter[int | Fraction]() for name in options}
    for ballot, people in cast:
        for name in options:
            counted[name][ballot.get(name, worst)] += people
    grades = sorted({grade for counts in counted.values() for grade in counts})
    return _judgment({name: [counts[grade] for grade in grades] for name, counts in counted.items()}, grades)


def _judgment(profiles: Mapping[str, Sequence[int]], grades: Sequence[int | Fraction]) -> Answer:
    result = majority_judgment.tally(profiles)
    medians = {name: None if grade is None else number(grades[grade]) for name, grade in result.medians.items()}
    return {"winners": list(result.winners), "ranking": plain(result.ranking), "medians": medians}


_TALLIES: dict[tuple[Method, Form], Callable[[Sequence[str], Fields, Fields], Answer]] = {
    (Method.APPROVAL, Form.APPROVAL): _approval,
    (Method.DOTS, Form.SCORE): _dots,
    (Method.BORDA, Form.RANK): _borda,
    (Method.CONDORCET, Form.RANK): _condorcet,
    (Method.MAJORITY_JUDGMENT, Form.PROFILE): _judged_profiles,
    (Method.MAJORITY_JUDGMENT, Form.SCORE): _judged_scores,
}


def _unranked_last(params: Fields) -> bool:
    return params.choice("unranked", Unranked, Unranked.LAST) is Unranked.LAST


def _grade_range(case: Fields) -> tuple[int, int] | None:
    if not case.has("grade_range"):
        return None
    match case.sequence("grade_range"):
        case [lowest, highest]:
            return whole(lowest, "grade_range"), whole(highest, "grade_range")
    raise RequestError(Fault.INVALID_FIELD, "grade_range")


def _scored(options: Sequence[str], case: Fields) -> lines.Scored:
    """The score ballots, each score within the range of the case."""
    cast = lines.scores(options, case.names("ballots"))
    limits = _grade_range(case)
    if limits is not None:
        lowest, highest = limits
        wrong = [i for i, (scores, _) in enumerate(cast) if any(not lowest <= s <= highest for s in scores.values())]
        if wrong:
            raise VoteError(Problem.GRADE_OUT_OF_RANGE, ballots=wrong)
    return cast


def _totals(options: Sequence[str], cast: lines.Scored, params: Fields) -> dict[str, int | Fraction]:
    """The sum of the scores, or their mean over all ballots or over those that have one (0 when none has)."""
    sums = {name: sum(s.get(name, 0) * n for s, n in cast) for name in options}
    if params.choice("aggregate", Aggregate, Aggregate.SUM) is Aggregate.SUM:
        return sums
    everybody = params.choice("missing", Missing, Missing.ZERO) is Missing.ZERO
    people = {name: sum(n for s, n in cast if everybody or name in s) for name in options}
    return {name: Fraction(sums[name], people[name]) if people[name] else 0 for name in options}


def _counts(value: Any) -> list[int]:
    if not isinstance(value, list) or not value:
        raise RequestError(Fault.INVALID_FIELD, "ballots")
    profile = [whole(people, "ballots") for people in value]
    require_counts(profile)
    return profile
