"""Speed dates: how they are held, the rounds that come and those that were held, and who met whom."""
# ruff: noqa: ARG001 - every verb is given the clock and the ids, also one that needs none

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations, count

from msgspec.structs import replace

from data.model import (
    Activity,
    Change,
    DateSettings,
    Participant,
    Refused,
    Round,
    Session,
    Stamp,
    State,
    say,
)
from data.text import line
from data.verbs.check_in import present
from data.verbs.clock import started
from data.verbs.programme import begin_activity

TALK, CHANGE = "talk", "change"
"""What the clock of speed dates times."""

MOST_MINUTES, MOST_CHANGE, MOST_ROUNDS = 60, 600, 99


def settings(activity: Activity) -> DateSettings:
    """How these speed dates are held."""
    return activity.dates or DateSettings()


def daters(state: State, activity: str) -> list[Participant]:
    """Who is present and takes part in these speed dates, by name: as their role says, unless asked otherwise."""
    here = state.get(Activity, activity)
    joins = settings(here).joins
    return [who for who in present(state, here.session) if joins.get(who.id, who.may_date)]


def rounds(state: State, activity: str) -> list[Round]:
    """The rounds of this activity in their order, held and coming."""
    return sorted(state.where(Round, lambda turn: turn.activity == activity), key=lambda turn: turn.number)


def held(state: State, activity: str) -> list[Round]:
    """The rounds that count as met."""
    return [turn for turn in rounds(state, activity) if turn.held]


def running(state: State, activity: str) -> Round | None:
    """The round that is going on."""
    return next((turn for turn in rounds(state, activity) if turn.started and not turn.held), None)


def coming(state: State, activity: str) -> list[Round]:
    """The rounds that did not start yet."""
    return [turn for turn in rounds(state, activity) if not turn.started]


def pairs(turns: Iterable[Round]) -> Counter[tuple[str, str]]:
    """How often each two people (ids, in order) sat at one table."""
    return Counter(pair for turn in turns for table in turn.tables for pair in combinations(sorted(table), 2))


def met_before(state: State, session: str) -> Counter[tuple[str, str]]:
    """Who met whom in the sessions before this one, and how often."""
    number = state.get(Session, session).number
    earlier = {meeting.id for meeting in state.all(Session) if meeting.number < number}
    return pairs(state.where(Round, lambda turn: turn.held and turn.session in earlier))


def pairs_met(state: State, session: str) -> Counter[tuple[str, str]]:
    """Who met whom up to and in this session, and how often."""
    here = state.where(Round, lambda turn: turn.held and turn.session == session)
    return met_before(state, session) + pairs(here)


def met(state: State, activity: str) -> Counter[tuple[str, str]]:
    """Who met whom in this activity, and how often; the running round counts once it is over."""
    return pairs(held(state, activity))


def set_up(state: State, at: Stamp, *, activity: str, dates: DateSettings) -> Change:
    """Say how the speed dates are held."""
    if not 2 <= dates.size <= 10:
        raise Refused(say("A table seats 2 to 10 people."))
    if not 0 < dates.minutes <= MOST_MINUTES:
        raise Refused(say("A round takes at most {most} minutes.", most=MOST_MINUTES))
    if not 0 <= dates.change <= MOST_CHANGE:
        raise Refused(say("Changing places takes at most {most} seconds.", most=MOST_CHANGE))
    if dates.odd not in {"trio", "sit"}:
        raise Refused(say("With an odd number there is a trio, or somebody sits out."))
    if dates.rounds is not None and not 1 <= dates.rounds <= MOST_ROUNDS:
        raise Refused(say("There can be 1 to {most} rounds.", most=MOST_ROUNDS))
    return Change(say("Speed dates set up"), puts=(replace(state.get(Activity, activity), dates=dates),))


def join(state: State, at: Stamp, *, activity: str, participant: str, joins: bool) -> Change:
    """Let somebody take part, or not, whatever their role says. It counts in the next plan."""
    dating = state.get(Activity, activity)
    who = state.get(Participant, participant)
    old = settings(dating)
    others = {id_: asked for id_, asked in old.joins.items() if id_ != who.id}
    kept = others if joins == who.may_date else {**others, who.id: joins}
    label = say("{name} takes part", name=who.name) if joins else say("{name} does not take part", name=who.name)
    return Change(label, puts=(replace(dating, dates=replace(old, joins=kept)),))


def plan_rounds(
    state: State,
    at: Stamp,
    *,
    activity: str,
    tables: Sequence[Sequence[Sequence[str]]],
    sits_out: Sequence[Sequence[str]] = (),
    prompts: Sequence[str] = (),
) -> Change:
    """Put these rounds (each: tables of participant ids) in place of those that are still to come.

    What is held or going on stays. ``prompts`` are gone through in turn.
    """
    dating = state.get(Activity, activity)
    stay = [turn for turn in rounds(state, dating.id) if turn.started]
    first = 1 + max((turn.number for turn in stay), default=0)
    out = [*map(tuple, sits_out), *([()] * len(tables))]
    words = [line(prompt) for prompt in prompts] or [""]
    ids = map(at.new, count())
    fresh = [
        Round(
            id=next(ids),
            session=dating.session,
            activity=dating.id,
            number=number,
            tables=tuple(map(tuple, seated)),
            sits_out=out[number - first],
            prompt=words[(number - 1) % len(words)],
        )
        for number, seated in enumerate(tables, start=first)
    ]
    for turn in fresh:
        _seated_once(state, turn)
    return Change(say("Rounds planned"), puts=tuple(fresh), drops=tuple(coming(state, dating.id)))


def seat_better(
    state: State,
    at: Stamp,
    *,
    before: Sequence[Round],
    tables: Sequence[Sequence[Sequence[str]]],
    sits_out: Sequence[Sequence[str]],
) -> Change:
    """Seat coming rounds otherwise, with tables of participant ids for each; their prompts stay.

    ``before`` are the rounds as they stood when the better plan was made: when one of them was changed, nothing is.
    """
    if any(turn.started or state.find(Round, turn.id) != turn for turn in before):
        raise Refused(say("The plan was changed meanwhile: it stays as it is."))
    fresh = tuple(
        replace(turn, tables=tuple(map(tuple, seated)), sits_out=tuple(out))
        for turn, seated, out in zip(before, tables, sits_out, strict=True)
    )
    for turn in fresh:
        _seated_once(state, turn)
    return Change(say("Better plan taken"), puts=fresh)


def _seated_once(state: State, turn: Round) -> None:
    seats = [who for table in (*turn.tables, turn.sits_out) for who in table]
    for who in seats:
        state.get(Participant, who)
    twice = [who for who, times in Counter(seats).items() if times > 1]
    if twice:
        name = state.get(Participant, twice[0]).name
        raise Refused(say("{name} sits at two tables in round {number}.", name=name, number=turn.number))


def start_round(state: State, at: Stamp, *, activity: str) -> Change:
    """Start the next round with its clock; a round that still ran is held. The programme is at these dates from now.

    Who left before it began sits nowhere in it: they met nobody there.
    """
    to_come = coming(state, activity)
    if not to_come:
        raise Refused(say("No more rounds are planned: plan new ones first."))
    before = running(state, activity)
    over = (replace(before, held=True),) if before else ()
    begun = replace(_of_those_here(state, to_come[0]), started=at.now)
    if not begun.tables:
        raise Refused(say("Fewer than two people of this round are still here: plan new rounds first."))
    entered = begin_activity(state, at, activity=activity).puts
    dating = next((put for put in entered if isinstance(put, Activity) and put.id == activity), None)
    dating = dating or state.get(Activity, activity)
    talking = replace(dating, countdown=started(at, settings(dating).minutes * 60, TALK))
    around = tuple(put for put in entered if put.id != activity)
    return Change(say("Round {number} started", number=begun.number), puts=(*around, *over, begun, talking))


def _of_those_here(state: State, turn: Round) -> Round:
    """A round without who is not there now; who is left alone at a table sits out."""
    here = {who.id for who in present(state, state.get(Activity, turn.activity).session)}
    tables = [tuple(who for who in seats if who in here) for seats in turn.tables]
    alone = [who for seats in tables if len(seats) == 1 for who in seats]
    return replace(
        turn,
        tables=tuple(seats for seats in tables if len(seats) > 1),
        sits_out=(*(who for who in turn.sits_out if who in here), *alone),
    )


def end_round(state: State, at: Stamp, *, activity: str) -> Change:
    """End the round that runs: it counts as met, and the clock gives the time to change places."""
    dating = state.get(Activity, activity)
    over = running(state, activity)
    if over is None:
        raise Refused(say("No round is going on: start one first."))
    change = settings(dating).change if coming(state, activity) else 0
    clock = started(at, change, CHANGE) if change else None
    return Change(
        say("Round {number} over", number=over.number),
        puts=(replace(over, held=True), replace(dating, countdown=clock)),
    )


def end_rounds(state: State, at: Stamp, *, activity: str) -> Change:
    """Stop here: the round that runs counts as met, those to come are dropped."""
    dating = state.get(Activity, activity)
    last = running(state, activity)
    over = (replace(last, held=True),) if last else ()
    return Change(
        say("Speed dates over"),
        puts=(*over, replace(dating, countdown=None)),
        drops=tuple(coming(state, activity)),
    )


def take_back_round(state: State, at: Stamp, *, activity: str) -> Change:
    """Put the round that runs back among those to come: it was started too soon."""
    dating = state.get(Activity, activity)
    turn = running(state, activity)
    if turn is None:
        raise Refused(say("No round is going on: start one first."))
    back = replace(turn, started="")
    return Change(say("Round {number} undone", number=turn.number), puts=(back, replace(dating, countdown=None)))


def swap(state: State, at: Stamp, *, round: str, one: str, other: str) -> Change:  # noqa: A002
    """Let two people (also one who sits out) change places in a round that was not held yet."""
    turn = state.get(Round, round)
    if turn.held:
        raise Refused(say("That round is over: what was held stays as it was."))
    where = {one: other, other: one}
    if not {one, other} <= {who for table in (*turn.tables, turn.sits_out) for who in table}:
        raise Refused(say("Both must take part in this round."))
    tables = tuple(tuple(where.get(who, who) for who in table) for table in turn.tables)
    out = tuple(where.get(who, who) for who in turn.sits_out)
    names = [state.get(Participant, who).name for who in (one, other)]
    label = say("{one} and {other} change places", one=names[0], other=names[1])
    return Change(label, puts=(replace(turn, tables=tables, sits_out=out),))


def seat(state: State, at: Stamp, *, round: str, participant: str, table: int) -> Change:  # noqa: A002
    """Let somebody who is here sit down at a table (counted from 0) in a round that was not held yet.

    Who left makes room there, and a table that nobody sits at any longer is gone.
    """
    turn = state.get(Round, round)
    who = state.get(Participant, participant)
    if turn.held:
        raise Refused(say("That round is over: what was held stays as it was."))
    here = {each.id for each in daters(state, turn.activity)}
    if who.id not in here:
        raise Refused(say("{name} does not take part in the speed dates now.", name=who.name))
    if not 0 <= table < len(turn.tables):
        raise Refused(say("There is no such table in this round."))
    if who.id in turn.tables[table]:
        raise Refused(say("{name} sits at table {n} already.", name=who.name, n=table + 1))
    tables = [tuple(each for each in seats if each != who.id) for seats in turn.tables]
    tables[table] = (*(each for each in tables[table] if each in here), who.id)
    out = tuple(each for each in turn.sits_out if each != who.id)
    label = say("{name} sits at table {n}", name=who.name, n=table + 1)
    return Change(label, puts=(replace(turn, tables=tuple(filter(None, tables)), sits_out=out),))


def set_prompt(state: State, at: Stamp, *, round: str, text: str) -> Change:  # noqa: A002
    """Give the talk of a round another prompt; an empty one takes it away."""
    turn = state.get(Round, round)
    if turn.held:
        raise Refused(say("That round is over: what was held stays as it was."))
    return Change(say("Prompt of round {number} changed", number=turn.number), puts=(replace(turn, prompt=line(text)),))


def pin(state: State, at: Stamp, *, activity: str, participant: str, table: int | None) -> Change:
    """Keep somebody at one table (counted from 0); None lets them walk again. It counts in the next plan."""
    dating = state.get(Activity, activity)
    who = state.get(Participant, participant)
    old = settings(dating)
    pinned: Mapping[str, int] = {k: v for k, v in old.pinned.items() if k != who.id}
    if table is not None:
        pinned = {**pinned, who.id: max(0, table)}
    label = (
        say("{name} moves between tables again", name=who.name)
        if table is None
        else say("{name} stays at table {table}", name=who.name, table=table + 1)
    )
    return Change(label, puts=(replace(dating, dates=replace(old, pinned=dict(pinned))),))
