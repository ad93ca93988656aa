"""Speed dates: rounds to come, the one that runs, and who met whom."""

import pytest

from data.model import ActivityKind, DateSettings, Round
from data.verbs import check_in, clock, network, programme, speed_dates
from tests.data.verbs.room import Room, room


def dating() -> tuple[Room, str, list[str]]:
    here = room()
    here.begin(ActivityKind.CHECK_IN)
    people = [here.who(name) for name in ("Karel", "Lien", "An P", "Els", "Noël")]
    for who in people:
        here.do(check_in.arrive, session=here.session, participant=who)
    return here, here.begin(ActivityKind.SPEED_DATES), people


def test_rounds_are_planned_started_and_held() -> None:
    here, activity, (a, b, c, d, e) = dating()
    tables = [[[a, b], [c, d]], [[a, c], [b, e]]]
    here.do(speed_dates.plan_rounds, activity=activity, tables=tables, sits_out=[[e], [d]], prompts=["Wat?"])
    assert [turn.number for turn in speed_dates.coming(here.state, activity)] == [1, 2]
    here.do(speed_dates.start_round, activity=activity)
    first = speed_dates.running(here.state, activity)
    timer = here.fresh(activity).countdown
    assert first is not None and timer is not None
    assert (first.number, first.sits_out, first.prompt) == (1, (e,), "Wat?")
    assert (clock.left(timer, here.now), timer.what) == (240, speed_dates.TALK)
    here.later(4)
    here.do(speed_dates.end_round, activity=activity)
    timer = here.fresh(activity).countdown
    assert timer is not None
    assert (clock.left(timer, here.now), timer.what) == (45, speed_dates.CHANGE)
    assert speed_dates.met(here.state, activity) == {tuple(sorted((a, b))): 1, tuple(sorted((c, d))): 1}
    here.do(speed_dates.start_round, activity=activity)
    here.do(speed_dates.end_round, activity=activity)
    assert here.fresh(activity).countdown is None, "after the last round there is nothing to change to"
    assert len(speed_dates.held(here.state, activity)) == 2
    assert "plan new ones" in here.refused(speed_dates.start_round, activity=activity)
    assert here.refused(speed_dates.end_round, activity=activity)


def test_who_left_before_a_round_began_sits_nowhere_in_it_and_met_nobody_there() -> None:
    here, activity, (a, b, c, d, e) = dating()
    tables = [[[a, b, c], [d, e]], [[a, d], [b, c], [e]], [[a, e], [b, c]]]
    here.do(speed_dates.plan_rounds, activity=activity, tables=tables, sits_out=[[], [], [d]])
    here.do(speed_dates.start_round, activity=activity)
    here.do(check_in.leave, session=here.session, participant=a)
    assert len(speed_dates.rounds(here.state, activity)[0].tables[0]) == 3, "they sat there"
    here.do(speed_dates.end_round, activity=activity)
    here.do(check_in.leave, session=here.session, participant=e)
    here.do(speed_dates.start_round, activity=activity)
    second, third = speed_dates.rounds(here.state, activity)[1:]
    assert (second.tables, second.sits_out) == (((b, c),), (d,)), "nor is there a table with nobody or one alone"
    assert third.tables == ((a, e), (b, c)), "what is to come may be planned anew"
    here.do(speed_dates.end_round, activity=activity)
    met = speed_dates.met(here.state, activity)
    assert met[min(b, c), max(b, c)] == 2 and sum(met.values()) == 3 + 1 + 1
    here.do(check_in.leave, session=here.session, participant=d)
    here.do(speed_dates.start_round, activity=activity)
    last = speed_dates.rounds(here.state, activity)[-1]
    assert (last.tables, last.sits_out) == (((b, c),), ())


def test_a_round_seats_who_is_in_the_room_and_starts_with_two_of_them_at_least() -> None:
    here, activity, (a, b, *_rest) = dating()
    here.do(speed_dates.plan_rounds, activity=activity, tables=[[[a, b]], [[a, b]]])
    here.do(speed_dates.join, activity=activity, participant=a, joins=False)
    here.do(speed_dates.start_round, activity=activity)
    assert speed_dates.rounds(here.state, activity)[0].tables == ((a, b),), "that counts in the next plan"
    here.do(check_in.leave, session=here.session, participant=a)
    assert "plan new rounds" in here.refused(speed_dates.start_round, activity=activity)


def test_starting_the_next_round_ends_the_one_that_runs() -> None:
    here, activity, (a, b, c, d, _) = dating()
    here.do(speed_dates.plan_rounds, activity=activity, tables=[[[a, b]], [[c, d]]])
    here.do(speed_dates.start_round, activity=activity)
    here.do(speed_dates.start_round, activity=activity)
    assert [turn.held for turn in speed_dates.rounds(here.state, activity)] == [True, False]


def test_planning_anew_leaves_what_was_held_and_what_runs() -> None:
    here, activity, (a, b, c, d, _) = dating()
    here.do(speed_dates.plan_rounds, activity=activity, tables=[[[a, b]], [[c, d]], [[a, c]]])
    here.do(speed_dates.start_round, activity=activity)
    here.do(speed_dates.plan_rounds, activity=activity, tables=[[[a, d]]])
    every = speed_dates.rounds(here.state, activity)
    assert [(turn.number, turn.tables) for turn in every] == [(1, ((a, b),)), (2, ((a, d),))]
    here.do(speed_dates.end_rounds, activity=activity)
    assert [turn.held for turn in speed_dates.rounds(here.state, activity)] == [True]
    assert here.fresh(activity).countdown is None


def test_a_better_plan_keeps_prompts_and_is_refused_when_the_plan_was_changed() -> None:
    here, activity, (a, b, c, d, e) = dating()
    here.do(
        speed_dates.plan_rounds,
        activity=activity,
        tables=[[[a, b]], [[a, b]], [[a, b]]],
        prompts=["een", "twee", "drie"],
    )
    here.do(speed_dates.start_round, activity=activity)
    _, told, last = speed_dates.rounds(here.state, activity)
    seats = {"tables": [[[c, d]]], "sits_out": [[e]]}
    here.do(speed_dates.seat_better, before=[last], **seats)
    now = speed_dates.rounds(here.state, activity)
    assert now[1] == told
    assert (now[2].id, now[2].tables, now[2].sits_out, now[2].prompt) == (last.id, ((c, d),), (e,), "drie")
    assert "stays as it is" in here.refused(speed_dates.seat_better, before=[last], **seats), "it is another plan now"
    assert "two tables" in here.refused(speed_dates.seat_better, before=[now[2]], tables=[[[c, c]]], sits_out=[[]])
    here.do(speed_dates.start_round, activity=activity)
    assert here.refused(speed_dates.seat_better, before=[told], **seats), "a round that runs is not seated otherwise"
    here.do(speed_dates.end_rounds, activity=activity)
    assert here.refused(speed_dates.seat_better, before=[now[2]], **seats), "nor one that was dropped"


def test_nobody_sits_at_two_tables() -> None:
    here, activity, (a, b, c, _, _) = dating()
    assert "two tables" in here.refused(speed_dates.plan_rounds, activity=activity, tables=[[[a, b], [a, c]]])
    assert "two tables" in here.refused(speed_dates.plan_rounds, activity=activity, tables=[[[a, b]]], sits_out=[[a]])
    assert "another window" in here.refused(speed_dates.plan_rounds, activity=activity, tables=[[[a, "x"]]])


def test_a_round_started_too_soon_is_taken_back() -> None:
    here, activity, (a, b, *_) = dating()
    here.do(speed_dates.plan_rounds, activity=activity, tables=[[[a, b]]])
    here.do(speed_dates.start_round, activity=activity)
    here.do(speed_dates.take_back_round, activity=activity)
    assert (len(speed_dates.coming(here.state, activity)), here.fresh(activity).countdown) == (1, None)


def test_two_people_change_places_until_the_round_was_held() -> None:
    here, activity, (a, b, c, d, e) = dating()
    here.do(speed_dates.plan_rounds, activity=activity, tables=[[[a, b], [c, d]]], sits_out=[[e]])
    turn = here.only(Round).id
    here.do(speed_dates.swap, round=turn, one=a, other=e)
    here.do(speed_dates.swap, round=turn, one=b, other=c)
    assert (here.only(Round).tables, here.only(Round).sits_out) == (((e, c), (b, d)), (a,))
    assert here.refused(speed_dates.swap, round=turn, one=a, other=here.who("An C"))
    here.do(speed_dates.start_round, activity=activity)
    here.do(speed_dates.end_round, activity=activity)
    assert "stays as it was" in here.refused(speed_dates.swap, round=turn, one=a, other=e)


def test_who_is_here_sits_down_at_a_table_of_a_round_that_runs_and_who_left_makes_room() -> None:
    here, activity, (a, b, c, d, e) = dating()
    here.do(check_in.leave, session=here.session, participant=e)
    here.do(speed_dates.plan_rounds, activity=activity, tables=[[[a, b], [c, d]]])
    turn = here.only(Round).id
    assert "does not take part" in here.refused(speed_dates.seat, round=turn, participant=e, table=0)
    assert "no such table" in here.refused(speed_dates.seat, round=turn, participant=a, table=2)
    assert "sits at table {n} already" in here.refused(speed_dates.seat, round=turn, participant=a, table=0)
    here.do(speed_dates.start_round, activity=activity)
    here.do(check_in.leave, session=here.session, participant=a)
    here.do(check_in.arrive, session=here.session, participant=e)
    here.do(speed_dates.seat, round=turn, participant=e, table=0)
    assert here.only(Round).tables == ((b, e), (c, d)), "the seat of who left"
    here.do(check_in.leave, session=here.session, participant=e)
    change = here.do(speed_dates.seat, round=turn, participant=b, table=1)
    assert here.only(Round).tables == ((e,), (c, d, b)), "who left stays where nobody sat down"
    assert change.label.fills["n"] == 2
    here.do(check_in.arrive, session=here.session, participant=e)
    here.do(speed_dates.seat, round=turn, participant=e, table=1)
    assert here.only(Round).tables == ((c, d, b, e),), "a table of nobody is gone"
    here.do(speed_dates.end_round, activity=activity)
    assert "stays as it was" in here.refused(speed_dates.seat, round=turn, participant=a, table=0)


def test_somebody_is_kept_at_a_table_and_walks_again() -> None:
    here, activity, (a, *_) = dating()
    here.do(speed_dates.pin, activity=activity, participant=a, table=2)
    assert speed_dates.settings(here.fresh(activity)).pinned == {a: 2}
    here.do(speed_dates.pin, activity=activity, participant=a, table=None)
    assert speed_dates.settings(here.fresh(activity)).pinned == {}


@pytest.mark.parametrize(
    "dates",
    [
        DateSettings(size=1),
        DateSettings(size=11),
        DateSettings(minutes=0),
        DateSettings(minutes=61),
        DateSettings(minutes=float("nan")),
        DateSettings(change=-1),
        DateSettings(odd="duo"),
    ],
)
def test_settings_that_cannot_be_held_are_refused(dates: DateSettings) -> None:
    here, activity, _ = dating()
    assert here.refused(speed_dates.set_up, activity=activity, dates=dates)


def test_who_met_before_is_known_in_the_next_session() -> None:
    here, activity, (a, b, c, d, e) = dating()
    here.do(speed_dates.set_up, activity=activity, dates=DateSettings(size=3))
    here.do(speed_dates.plan_rounds, activity=activity, tables=[[[a, b, c], [d, e]], [[a, b]], [[d, c]]])
    for _ in range(2):
        here.do(speed_dates.start_round, activity=activity)
        here.do(speed_dates.end_round, activity=activity)
    here.do(network.plan_session, template="working")
    second = network.sessions(here.state)[1].id
    before = speed_dates.met_before(here.state, second)
    assert before[min(a, b), max(a, b)] == 2
    assert len(before) == 4, "a round that was not held is no meeting"
    assert not speed_dates.met_before(here.state, here.session)
    other = programme.of_kind(here.state, second, ActivityKind.SPEED_DATES)[0].id
    assert not speed_dates.met(here.state, other)
