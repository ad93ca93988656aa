"""From what the network holds to what the planner is asked, and back: by id on one side, by number on the other."""

from __future__ import annotations

import dataclasses
from collections import Counter
from dataclasses import dataclass

from msgspec.structs import replace

from data.methods.rounds import (
    Plan,
    Proposal,
    Request,
    RequestError,
    Rounds,
    Weights,
    enough_rounds,
    evaluate,
    fits,
    plan,
    proposals,
    sizes_of,
)
from data.methods.rounds.request import Odd
from data.model import DateSettings, Participant, Round, State
from data.text import fold
from data.verbs.speed_dates import MOST_ROUNDS, daters, met_before
from screens.speed_dates.stage import Stage, sits_at

Tables = list[list[list[str]]]


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked of the planner, and whom its numbers stand for; with ``rounds``, only how good these are."""

    people: tuple[str, ...]
    request: Request
    rounds: Rounds | None = None

    def tables(self, made: Plan) -> Tables:
        """Who sits at which table, round by round."""
        return [[[self.people[who] for who in table] for table in turn] for turn in made.rounds]

    def sits_out(self, made: Plan) -> list[list[str]]:
        """Who sits out, round by round."""
        return [[self.people[who] for who in out] for out in made.sits_out]

    def planned(self) -> Plan | None:
        """The best rounds for it; None when it cannot be planned as it stands."""
        try:
            return plan(self.request) if self.rounds is None else evaluate(self.request, self.rounds)
        except RequestError:
            return None


def wish(state: State, stage: Stage, dates: DateSettings, rounds: int) -> Wish | None:
    """So many coming rounds for who is present, after those held; None with fewer than two people."""
    here = [who.id for who in daters(state, stage.activity.id)]
    if len(here) < 2:
        return None
    asked = _wish(state, stage, dates, [here] * min(rounds, MOST_ROUNDS))
    if dates != stage.dates or not stage.coming:
        return asked
    # Planned anew for who is here now: the plan that stands, without who left, is the least it has to be.
    number = {who: place for place, who in enumerate(asked.people)}
    return dataclasses.replace(asked, request=dataclasses.replace(asked.request, planned=_left(stage.coming, number)))


def _left(turns: tuple[Round, ...], number: dict[str, int]) -> Rounds:
    """The rounds with only the people who have a number; a table without anybody is gone."""
    kept = [[tuple(number[who] for who in table if who in number) for table in turn.tables] for turn in turns]
    return tuple(tuple(table for table in turn if table) for turn in kept)


def as_it_is(state: State, stage: Stage) -> Wish | None:
    """The coming rounds as they were planned or changed by hand, to say how good they are."""
    present = [[who for table in (*turn.tables, turn.sits_out) for who in table] for turn in stage.coming]
    asked = _wish(state, stage, replace(stage.dates, pinned={}), present) if present else None
    if asked is None:
        return None
    number = {who: place for place, who in enumerate(asked.people)}
    return Wish(asked.people, asked.request, _numbered(stage.coming, number))


def to_improve(state: State, stage: Stage, announced: int) -> Wish | None:
    """The coming rounds as they are, for the planner to go on with; the first ``announced`` of them are to stay.

    None where nothing is left to change, or where tables are of other sizes than they would be planned now. Whoever
    keeps to a table in all of the rest stays there.
    """
    asked, rest = as_it_is(state, stage), stage.coming[announced:]
    if asked is None or asked.rounds is None or not rest:
        return None
    sizes = [tuple(sorted(map(len, turn), reverse=True)) for turn in asked.rounds]
    if sizes != list(asked.request.seatings):
        return None
    pinned = {
        asked.people.index(who): table
        for who, table in stage.dates.pinned.items()
        if all(sits_at(turn, who, table) for turn in rest)
    }
    return dataclasses.replace(asked, request=dataclasses.replace(asked.request, pinned=pinned))


def _wish(state: State, stage: Stage, dates: DateSettings, present: list[list[str]]) -> Wish:
    seated = [who for turn in stage.started for table in turn.tables for who in table]
    people = tuple(dict.fromkeys([*seated, *(who for here in present for who in here)]))
    number = {who: place for place, who in enumerate(people)}
    here = tuple(tuple(sorted(number[who] for who in turn)) for turn in present)
    request = Request(
        people=len(people),
        size=dates.size,
        rounds=len(present),
        past=_numbered(stage.started, number),
        present=None if all(len(turn) == len(people) for turn in here) else here,
        met_before=_met(state, stage, number) if dates.met_before else (),
        apart=_colleagues(state, people) if dates.apart else (),
        odd=_odd(dates),
        pinned=_pins(dates, number, set(present[0])),
        weights=Weights(1, dates.met_before, dates.apart),
        seed=dates.seed,
    )
    return Wish(people, request)


def _numbered(turns: tuple[Round, ...], number: dict[str, int]) -> Rounds:
    return tuple(tuple(tuple(number[who] for who in table) for table in turn.tables) for turn in turns)


def _met(state: State, stage: Stage, number: dict[str, int]) -> tuple[tuple[int, int], ...]:
    known = met_before(state, stage.activity.session)
    met = ((number[one], number[other]) for one, other in known if one in number and other in number)
    return tuple(sorted((min(pair), max(pair)) for pair in met))


def _colleagues(state: State, people: tuple[str, ...]) -> tuple[tuple[int, ...], ...]:
    groups: dict[str, list[int]] = {}
    for place, id_ in enumerate(people):
        who = state.find(Participant, id_)
        if who and (organisation := fold(who.organisation)):
            groups.setdefault(organisation, []).append(place)
    return tuple(tuple(group) for group in groups.values() if len(group) > 1)


def _pins(dates: DateSettings, number: dict[str, int], present: set[str]) -> dict[int, int]:
    """The pins that can hold: of people who are here, to tables that there are, no more than the smallest seats."""
    sizes = sizes_of(len(present), dates.size, odd=_odd(dates))
    kept: dict[int, int] = {}
    taken: Counter[int] = Counter()
    for who, table in dates.pinned.items():
        if who in present and table < len(sizes) and taken[table] < sizes[-1]:
            kept[number[who]] = table
            taken[table] += 1
    return kept


def rounds_that_fit(stage: Stage, dates: DateSettings, people: int) -> int:
    """How many more rounds the timebox has room for, never more than it still takes for everybody to meet everybody."""
    if people < 2:
        return 1
    fit = fits(people, stage.unspent, dates.minutes, dates.change, _odd(dates), size=dates.size)
    return max(1, min(fit, enough_rounds(people, dates.size, _odd(dates)) - len(stage.started)))


def tables_for(dates: DateSettings, people: int) -> int:
    """How many tables there are for so many people."""
    return len(sizes_of(people, dates.size, odd=_odd(dates)))


def _odd(dates: DateSettings) -> Odd:
    return "trio" if dates.odd == "trio" else "sit"


def rounds_to_plan(stage: Stage, dates: DateSettings, people: int) -> int:
    """How many rounds are still to be planned: as many as were asked for, or as fit."""
    if dates.rounds is None:
        return rounds_that_fit(stage, dates, people)
    return max(1, dates.rounds - len(stage.started))


def proposed(stage: Stage, dates: DateSettings, people: int) -> list[tuple[Proposal, DateSettings]]:
    """The set-ups to propose for so many people, each with the settings that it is; none once rounds were held."""
    if people < 2 or stage.started:
        return []
    return [(way, _taken(dates, way)) for way in proposals(people, stage.timebox, dates.change)]


def _taken(dates: DateSettings, way: Proposal) -> DateSettings:
    """The settings once a proposal is taken; what to do with an odd one stays where there is none."""
    odd = way.odd if way.size == 2 else dates.odd
    return replace(dates, size=way.size, odd=odd, minutes=way.talk_minutes, rounds=None)


def prompts_in_turn(bank: list[str], coming: tuple[Round, ...], last: int) -> list[str]:
    """The prompts of rounds 1 to ``last``: what a coming round was given stays, the others are gone through in turn."""
    given = {turn.number: turn.prompt for turn in coming}
    return [given.get(number, bank[(number - 1) % len(bank)] if bank else "") for number in range(1, last + 1)]


class Plans:
    """The last few plans that were made, by what was asked."""

    MOST = 12

    def __init__(self) -> None:
        self._made: list[tuple[Wish, Plan | None]] = []

    def __contains__(self, asked: Wish) -> bool:
        return any(asked == known for known, _plan in self._made)

    def get(self, asked: Wish | None) -> Plan | None:
        """The plan for it; None when it was not made yet, or cannot be."""
        return next((made for known, made in self._made if asked == known), None)

    def keep(self, asked: Wish, made: Plan | None) -> None:
        """Keep a plan, and forget the oldest."""
        self._made = [(asked, made), *self._made[: self.MOST - 1]]
