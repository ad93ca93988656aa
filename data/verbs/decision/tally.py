"""What a vote comes to: its record told to the tallies, and their answers kept per proposal in codes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from data.methods.evaluation import ENOUGH
from data.methods.votes import all_of_us, consent, dots, fingers, for_against, ranking
from data.methods.votes.all_of_us import AllOfUsCount, AllOfUsResult
from data.methods.votes.codes import ConsentAnswer, NextStep, Outcome, Stance, Threshold
from data.methods.votes.consent import ConsentCount, ConsentResult
from data.methods.votes.dots import DotCount, DotResult, DotRules
from data.methods.votes.fingers import GRADES, FingerCount, FingersResult
from data.methods.votes.for_against import ForAgainstCount, ForAgainstResult
from data.methods.votes.ranking import RankingResult
from data.methods.votes.room import Room, Turnout
from data.model import Entry, Vote, Way

Result = AllOfUsResult | ConsentResult | FingersResult | DotResult | ForAgainstResult | RankingResult

Ballot = Mapping[str, int]
"""One person's answers by proposal id: fingers (-1 abstains), a place, dots, 1 for agreeing, or a code below."""

ABSTAIN = "abstain"
"""The key of a ballot that abstains from everything; also of hands counted as abstaining."""

NO_FINGERS = -1
"""An abstention on one proposal, among fingers."""

CONSENT = {1: ConsentAnswer.AGREE, 2: ConsentAnswer.CONCERN, 3: ConsentAnswer.OBJECTION, 4: ConsentAnswer.STAND_ASIDE}
STANCES = {1: Stance.FOR, 2: Stance.AGAINST, 3: Stance.ABSTAIN}

Counts = Mapping[str, Mapping[str, int]]


def options(vote: Vote) -> list[str]:
    """The ids of the proposals that are voted on."""
    return [option.proposal for option in vote.options]


def dot_rules(vote: Vote) -> DotRules:
    """The frozen rules of a vote with dots."""
    usual = dots.rules(len(vote.options))
    return DotRules(
        budget=int(vote.settings.get("budget", usual.budget)),
        cap=int(vote.settings.get("cap", usual.cap)),
        places=int(vote.settings.get("places", usual.places)),
    )


def threshold(vote: Vote) -> Threshold:
    """How much of the base for or against needs."""
    return Threshold(str(vote.settings.get("threshold", Threshold.SIMPLE)))


def round_number(vote: Vote) -> int:
    """Which round of consent this is, from 1."""
    return int(vote.settings.get("round", 1))


def tallied(vote: Vote) -> Result:
    """The result of the answers as they are now.

    Raises:
        VoteError: they cannot be tallied; nothing of them is lost.
    """
    return _TALLIES[vote.way](vote, Room(len(vote.base), vote.roster))


def told_apart(vote: Vote) -> bool:
    """Whether the answers may be shown: a few secret ballots would tell who gave which."""
    return vote.entry is not Entry.SECRET or len(vote.ballots) >= ENOUGH


def by_person(vote: Vote) -> bool:
    """Whether the answers are ballots, and not counted hands."""
    return vote.entry is not Entry.HANDS


def _fingers(vote: Vote, room: Room) -> FingersResult:
    return fingers.tally(room, finger_counts(vote))


def finger_counts(vote: Vote) -> dict[str, FingerCount]:
    """Hands by fingers, per proposal."""
    if by_person(vote):
        marks = [{key: None if mark == NO_FINGERS else mark for key, mark in ballot.items()} for ballot in vote.ballots]
        return fingers.count(options(vote), [None if ABSTAIN in mark else mark for mark in marks])
    return {
        option: FingerCount(
            tuple(_hands(vote, option, str(grade)) for grade in range(GRADES)), _hands(vote, option, ABSTAIN)
        )
        for option in options(vote)
    }


def _hands(vote: Vote, option: str, answer: str) -> int:
    return vote.counts.get(option, {}).get(answer, 0)


def _consent(vote: Vote, room: Room) -> ConsentResult:
    (option,) = options(vote)
    if by_person(vote):
        given = consent.count(CONSENT[ballot[option]] for ballot in vote.ballots)
    else:
        given = ConsentCount(**{answer.value: _hands(vote, option, answer) for answer in ConsentAnswer})
    return consent.tally(room, given, round_number(vote))


def _for_against(vote: Vote, room: Room) -> ForAgainstResult:
    (option,) = options(vote)
    if by_person(vote):
        given = for_against.count(STANCES[ballot[option]] for ballot in vote.ballots)
    else:
        given = ForAgainstCount(*(_hands(vote, option, stance) for stance in Stance))
    return for_against.tally(room, given, threshold(vote))


def _all_of_us(vote: Vote, room: Room) -> AllOfUsResult:
    if by_person(vote):
        counted = all_of_us.count(options(vote), [None if ABSTAIN in b else list(b) for b in vote.ballots])
    else:
        agree = {option: _hands(vote, option, ConsentAnswer.AGREE) for option in options(vote)}
        counted = AllOfUsCount(agree, (vote.answered or 0) - vote.abstained, vote.abstained)
    return all_of_us.tally(room, counted)


def _dots(vote: Vote, room: Room) -> DotResult:
    allowed = dot_rules(vote)
    if by_person(vote):
        wall = dots.count(options(vote), [None if ABSTAIN in b else b for b in vote.ballots], allowed)
    else:
        cast = None if vote.answered is None else vote.answered - vote.abstained
        wall = DotCount({option: _hands(vote, option, "dots") for option in options(vote)}, cast, vote.abstained)
    return dots.tally(room, wall, allowed)


def _ranking(vote: Vote, room: Room) -> RankingResult:
    return ranking.tally(room, options(vote), [None if ABSTAIN in b else tiers(b) for b in vote.ballots])


def tiers(ballot: Ballot) -> list[list[str]]:
    """A ranking as tiers, best first."""
    places = sorted(set(ballot.values()))
    return [[option for option, place in ballot.items() if place == here] for here in places]


_TALLIES: dict[Way, Callable[[Vote, Room], Result]] = {
    Way.FINGERS: _fingers,
    Way.CONSENT: _consent,
    Way.FOR_AGAINST: _for_against,
    Way.ALL_OF_US: _all_of_us,
    Way.DOTS: _dots,
    Way.RANKING: _ranking,
}


# -- what the result says, whatever the way


def outcome(result: Result) -> Outcome:
    """What it came to as a whole; of fingers: carried when a proposal is, else what the first of them came to."""
    if not isinstance(result, FingersResult):
        return result.outcome
    found = {one.outcome for one in result.proposals.values()}
    return Outcome.SUPPORTED if Outcome.SUPPORTED in found else result.proposals[result.ranking[0][0]].outcome


def results(vote: Vote, result: Result) -> dict[str, str]:
    """What each proposal came to, in codes; one that came to nothing special is not there."""
    if isinstance(result, FingersResult):
        return {option: one.outcome.value for option, one in result.proposals.items()}
    if isinstance(result, AllOfUsResult):
        return dict.fromkeys(result.unanimous, Outcome.UNANIMOUS.value) if _decides(result) else {}
    if isinstance(result, DotResult):
        return dict.fromkeys(result.shortlist, Outcome.SHORTLIST.value) if _decides(result) else {}
    if isinstance(result, RankingResult):
        return {result.winner: Outcome.WINNER.value} if result.winner and _decides(result) else {}
    return {vote.options[0].proposal: result.outcome.value}


def _decides(result: AllOfUsResult | DotResult | RankingResult) -> bool:
    return result.outcome not in {Outcome.TOO_FEW_ANSWERS, Outcome.NOT_ADOPTED}


def turnout(result: Result) -> Turnout:
    """Who answered; of fingers on the first proposal."""
    if isinstance(result, FingersResult):
        return result.proposals[result.ranking[0][0]].turnout
    return result.turnout


def order(vote: Vote, result: Result) -> Sequence[Sequence[str]]:
    """The proposals best first; those in one tuple share the rank."""
    return [options(vote)] if isinstance(result, ConsentResult | ForAgainstResult) else result.ranking


def next_steps(result: Result) -> tuple[NextStep, ...]:
    """What the facilitator may do next."""
    if not isinstance(result, FingersResult):
        return result.next
    carried = [one for one in result.proposals.values() if one.outcome is Outcome.SUPPORTED]
    first = carried[0] if carried else result.proposals[result.ranking[0][0]]
    return first.next


def tied(result: Result) -> tuple[str, ...]:
    """Between what there is a tie that matters: proposals, or for and against; nothing when there is none."""
    if isinstance(result, ForAgainstResult):
        return (Stance.FOR.value, Stance.AGAINST.value) if result.outcome is Outcome.TIE else ()
    if isinstance(result, RankingResult):
        return result.smith if result.outcome is Outcome.NO_WINNER else ()
    if isinstance(result, DotResult):
        return _at_the_cut(result) if result.cut_tie else ()
    if isinstance(result, ConsentResult) or turnout(result).base == 0:
        return ()
    top = result.unanimous if isinstance(result, AllOfUsResult) and result.unanimous else result.ranking[0]
    return top if len(top) > 1 else ()


def _at_the_cut(result: DotResult) -> tuple[str, ...]:
    least = min(result.dots[option] for option in result.shortlist)
    return tuple(option for option in result.shortlist if result.dots[option] == least)


# -- what was answered, in codes


def counted(vote: Vote) -> dict[str, dict[str, int]]:
    """How often each answer was given to each proposal, hands and ballots alike; empty when it may not be shown."""
    if not by_person(vote):
        return {option: dict(vote.counts.get(option, {})) for option in options(vote)}
    if not told_apart(vote):
        return {}
    found: dict[str, dict[str, int]] = {}
    for option in options(vote):
        codes = [_code(vote.way, ballot[option]) for ballot in vote.ballots if option in ballot]
        found[option] = {code: codes.count(code) for code in sorted(set(codes))}
    if vote.way is Way.DOTS:
        return {option: {"dots": sum(ballot.get(option, 0) for ballot in vote.ballots)} for option in options(vote)}
    return found


def _code(way: Way, mark: int) -> str:
    if way is Way.CONSENT:
        return CONSENT[mark].value
    if way is Way.FOR_AGAINST:
        return STANCES[mark].value
    if way is Way.ALL_OF_US:
        return ConsentAnswer.AGREE.value
    return ABSTAIN if mark == NO_FINGERS else str(mark)
