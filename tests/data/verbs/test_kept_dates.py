"""Rounds of speed dates keep who sits where, field by field; what was held stays as it was."""

import pytest
from msgspec.structs import replace

from data.model import (
    ActivityKind,
    DateSettings,
    Round,
)
from data.verbs import check_in, network, speed_dates
from tests.data.verbs.room import Room, room


def second_session(here: Room) -> str:
    here.do(network.plan_session, template="working")
    return network.sessions(here.state)[-1].id


def dating(people: int = 4) -> tuple[Room, str]:
    here = room()
    for who in network.people(here.state)[:people]:
        here.do(check_in.arrive, session=here.session, participant=who.id)
    return here, here.begin(ActivityKind.SPEED_DATES)


@pytest.mark.parametrize(
    ("field", "kept", "refused"),
    [
        ("size", (2, 10), (1, 11)),
        ("minutes", (0.5, 60), (0, 60.5)),
        ("change", (0, 600), (-1, 601)),
        ("odd", ("trio", "sit"), ("beide", "SIT")),
        ("rounds", (1, 99, None), (0, 100)),
    ],
)
def test_speed_dates_are_set_up_within_bounds(
    field: str, kept: tuple[object, ...], refused: tuple[object, ...]
) -> None:
    here, dates = dating()
    for value in kept:
        asked = replace(DateSettings(), **{field: value})
        here.do(speed_dates.set_up, activity=dates, dates=asked)
        assert speed_dates.settings(here.fresh(dates)) == asked
    for value in refused:
        assert here.refused(speed_dates.set_up, activity=dates, dates=replace(DateSettings(), **{field: value}))


def test_a_round_is_planned_started_and_held_field_by_field() -> None:
    here, dates = dating()
    a, b, c, d = (who.id for who in speed_dates.daters(here.state, dates))
    tables = [[[a, b, c]], [[a, d], [b, c]], [[b, d]]]
    asked = {"tables": tables, "sits_out": [[d], [], [a, c]], "prompts": [" x ", "y"]}
    here.do(speed_dates.plan_rounds, activity=dates, **asked)
    first, second, third = speed_dates.rounds(here.state, dates)
    assert first == Round(
        id=first.id, session=here.session, activity=dates, number=1, tables=((a, b, c),), sits_out=(d,), prompt="x"
    )
    assert (second.number, second.sits_out, second.prompt) == (2, (), "y")
    assert (third.number, third.sits_out, third.prompt) == (3, (a, c), "x")
    change = here.do(speed_dates.start_round, activity=dates)
    assert change.label.fills == {"number": 1}
    running = speed_dates.running(here.state, dates)
    assert running == replace(first, started=here.now.isoformat())
    timer = here.fresh(dates).countdown
    assert timer is not None and (timer.total, timer.what) == (240, speed_dates.TALK)
    here.do(speed_dates.end_round, activity=dates)
    timer = here.fresh(dates).countdown
    assert timer is not None and (timer.total, timer.what) == (45, speed_dates.CHANGE)
    assert speed_dates.held(here.state, dates) == [replace(first, started=here.now.isoformat(), held=True)]
    here.do(speed_dates.start_round, activity=dates)
    here.do(speed_dates.start_round, activity=dates)
    assert [turn.number for turn in speed_dates.held(here.state, dates)] == [1, 2], "what still ran is held"
    here.do(speed_dates.plan_rounds, activity=dates, tables=[[[a, b]]])
    new = speed_dates.rounds(here.state, dates)[-1]
    assert (new.number, new.sits_out, new.prompt) == (4, (), "")
    assert speed_dates.met(here.state, dates) == {
        tuple(sorted(pair)): times for pair, times in (((a, b), 1), ((a, c), 1), ((b, c), 2), ((a, d), 1))
    }
    here.do(speed_dates.end_rounds, activity=dates)
    assert here.fresh(dates).countdown is None
    assert [turn.number for turn in speed_dates.rounds(here.state, dates)] == [1, 2, 3]
    assert "plan new ones" in here.refused(speed_dates.start_round, activity=dates)
    assert "start one first" in here.refused(speed_dates.end_round, activity=dates)
    assert "start one first" in here.refused(speed_dates.take_back_round, activity=dates)


def test_the_last_round_needs_no_time_to_change() -> None:
    here, dates = dating()
    a, b, c, d = (who.id for who in speed_dates.daters(here.state, dates))
    here.do(speed_dates.plan_rounds, activity=dates, tables=[[[a, b], [c, d]]])
    here.do(speed_dates.start_round, activity=dates)
    change = here.do(speed_dates.take_back_round, activity=dates)
    assert (change.label.fills, here.fresh(dates).countdown) == ({"number": 1}, None)
    assert speed_dates.coming(here.state, dates) == speed_dates.rounds(here.state, dates)
    here.do(speed_dates.start_round, activity=dates)
    change = here.do(speed_dates.end_round, activity=dates)
    assert (change.label.fills, here.fresh(dates).countdown) == ({"number": 1}, None)


def test_people_change_places_before_a_round_is_held() -> None:
    here, dates = dating()
    a, b, c, d = (who.id for who in speed_dates.daters(here.state, dates))
    here.do(speed_dates.plan_rounds, activity=dates, tables=[[[a, b]], [[a, c]]], sits_out=[[c, d], [b]])
    first, second = speed_dates.rounds(here.state, dates)
    change = here.do(speed_dates.swap, round=first.id, one=a, other=c)
    assert here.state.get(Round, first.id) == replace(first, tables=((c, b),), sits_out=(a, d))
    names = [who.name for who in speed_dates.daters(here.state, dates)]
    assert change.label.fills == {"one": names[0], "other": names[2]}
    assert here.state.get(Round, second.id) == second
    assert "take part in this round" in here.refused(speed_dates.swap, round=second.id, one=a, other=d)
    here.do(speed_dates.set_prompt, round=second.id, text=" Hoe? ")
    assert here.state.get(Round, second.id) == replace(second, prompt="Hoe?")
    here.do(speed_dates.start_round, activity=dates)
    here.do(speed_dates.end_round, activity=dates)
    assert "stays as it was" in here.refused(speed_dates.swap, round=first.id, one=a, other=c)
    assert "stays as it was" in here.refused(speed_dates.set_prompt, round=first.id, text="x")
    twice = here.refused(speed_dates.plan_rounds, activity=dates, tables=[[[a, b], [a, c]]])
    assert "two tables" in twice


def test_who_met_in_an_earlier_session() -> None:
    here, dates = dating()
    a, b, c, d = (who.id for who in speed_dates.daters(here.state, dates))
    here.do(speed_dates.plan_rounds, activity=dates, tables=[[[b, a]], [[c, d]]])
    here.do(speed_dates.start_round, activity=dates)
    here.do(speed_dates.end_round, activity=dates)
    here.do(speed_dates.start_round, activity=dates)
    later = second_session(here)
    assert speed_dates.met_before(here.state, later) == {tuple(sorted((a, b))): 1}, "what is held counts"
    assert speed_dates.met_before(here.state, here.session) == {}


def test_who_is_pinned_or_joins_is_remembered_by_person() -> None:
    here, dates = dating()
    a, b, *_ = speed_dates.daters(here.state, dates)
    for who, table in ((a, 0), (b, 3), (b, -1)):
        here.do(speed_dates.pin, activity=dates, participant=who.id, table=table)
    assert speed_dates.settings(here.fresh(dates)).pinned == {a.id: 0, b.id: 0}
    change = here.do(speed_dates.pin, activity=dates, participant=a.id, table=4)
    assert change.label.fills == {"name": a.name, "table": 5}, "people count tables from 1"
    change = here.do(speed_dates.pin, activity=dates, participant=a.id, table=None)
    assert (change.label.message, change.label.fills) == ("{name} moves between tables again", {"name": a.name})
    assert speed_dates.settings(here.fresh(dates)) == DateSettings(pinned={b.id: 0})
    for who in (a, b):
        change = here.do(speed_dates.join, activity=dates, participant=who.id, joins=False)
        assert (change.label.message, change.label.fills) == ("{name} does not take part", {"name": who.name})
    change = here.do(speed_dates.join, activity=dates, participant=a.id, joins=True)
    assert change.label.message == "{name} takes part"
    assert speed_dates.settings(here.fresh(dates)) == DateSettings(pinned={b.id: 0}, joins={b.id: False})
