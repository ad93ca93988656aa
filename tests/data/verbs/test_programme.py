"""The programme and the clock."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.methods.agenda import TEMPLATES, SlotState, timetable
from data.model import Activity, ActivityKind, Session, SessionStatus
from data.verbs import clock, network, programme
from data.verbs.brainstorm import noting
from tests.data.verbs.room import Room, room

START = datetime.fromisoformat("2027-03-16T13:30:00+01:00")


def kinds(here: Room) -> list[ActivityKind]:
    return [activity.kind for activity in programme.programme(here.state, here.session)]


def test_every_template_opens_with_a_check_in_has_a_break_and_ends_with_the_evaluation_and_the_close() -> None:
    for template in TEMPLATES:
        order = [item.kind for item in template.items]
        assert order[0] is ActivityKind.CHECK_IN
        assert ActivityKind.BREAK in order
        assert order[-2:] == [ActivityKind.EVALUATION, ActivityKind.CLOSE]
        assert {ActivityKind.SPEED_DATES, ActivityKind.ROUND_TABLE} & set(order)
        assert 120 <= template.minutes <= 240


def test_a_new_activity_comes_before_the_evaluation_or_behind_the_one_named() -> None:
    here = room()
    here.do(programme.add_activity, session=here.session, kind=ActivityKind.DECISION, minutes=20)
    assert kinds(here)[-4:] == [
        *(ActivityKind.DECISION, ActivityKind.RECAP, ActivityKind.EVALUATION, ActivityKind.CLOSE)
    ]
    first = programme.programme(here.state, here.session)[0].id
    here.do(programme.add_activity, session=here.session, kind=ActivityKind.BRAINSTORM, after=first)
    assert kinds(here)[1] is ActivityKind.BRAINSTORM


@given(st.lists(st.tuples(st.integers(0, 8), st.integers(-9, 9)), max_size=12))
def test_moving_keeps_every_activity_once(moves: list[tuple[int, int]]) -> None:
    here = room()
    before = sorted(kinds(here))
    for index, by in moves:
        items = programme.programme(here.state, here.session)
        here.do(programme.move_activity, activity=items[index].id, by=by)
        new = [item.id for item in programme.programme(here.state, here.session)].index(items[index].id)
        assert new == max(0, min(8, index + by))
    assert sorted(kinds(here)) == before


def test_beginning_ends_what_ran_and_opens_the_session() -> None:
    here = room()
    first = here.begin(ActivityKind.CHECK_IN)
    here.later(12)
    second = here.begin(ActivityKind.ROUND_TABLE)
    session = here.state.get(Session, here.session)
    assert (session.now, session.status) == (second, SessionStatus.OPEN)
    assert here.fresh(first).ended == here.fresh(second).started == here.now.isoformat()
    here.later(5)
    again = here.begin(ActivityKind.CHECK_IN)
    assert (here.fresh(again).ended, here.fresh(again).started[:16]) == ("", "2027-03-16T13:30")
    assert here.do(programme.begin_activity, activity=again).puts == ()


def test_what_holds_something_stays_in_the_programme() -> None:
    here = room()
    storm = here.begin(ActivityKind.BRAINSTORM)
    assert "going on" in here.refused(programme.remove_activity, activity=storm)
    here.do(noting.capture, activity=storm, text="idee")
    here.begin(ActivityKind.CHECK_IN)
    assert here.state.get(Session, here.session).now != storm
    assert "stays in the programme" in here.refused(programme.remove_activity, activity=storm)
    here.do(programme.remove_activity, activity=here.activity(ActivityKind.BREAK))
    assert ActivityKind.BREAK not in kinds(here)


def test_titles_and_timeboxes_change() -> None:
    here = room()
    storm = here.activity(ActivityKind.BRAINSTORM)
    here.do(programme.rename_activity, activity=storm, title=" Ideeën\n ")
    here.do(programme.set_minutes, activity=storm, minutes=50)
    assert (here.fresh(storm).title, here.fresh(storm).minutes) == ("Ideeën", 50)
    assert here.refused(programme.set_minutes, activity=storm, minutes=-1)
    assert here.refused(programme.set_minutes, activity=storm, minutes=24 * 60 + 1)


def item(number: int, minutes: int, started: int | None = None, ended: int | None = None) -> Activity:
    def at(minute: int | None) -> str:
        return "" if minute is None else (START + timedelta(minutes=minute)).isoformat()

    return Activity(
        id=str(number),
        session="s",
        kind=ActivityKind.ROUND_TABLE,
        position=number,
        minutes=minutes,
        started=at(started),
        ended=at(ended),
    )


def minutes(moment: datetime) -> float:
    return (moment - START) / timedelta(minutes=1)


def test_a_programme_that_runs_on_time() -> None:
    table = timetable([item(1, 10, 0, 10), item(2, 30, 10), item(3, 20)], START, START + timedelta(minutes=25), "2")
    assert [slot.state for slot in table.slots] == [SlotState.DONE, SlotState.NOW, SlotState.TO_COME]
    assert [(minutes(s.begins), minutes(s.ends)) for s in table.slots] == [(0, 10), (10, 40), (40, 60)]
    assert table.now is not None and table.next is not None and table.ends is not None
    assert (table.now.activity.id, table.next.activity.id, table.late, minutes(table.ends)) == ("2", "3", 0, 60)


def test_a_programme_that_runs_late_pushes_what_comes() -> None:
    table = timetable([item(1, 10, 0, 25), item(2, 30, 25), item(3, 20)], START, START + timedelta(minutes=60), "2")
    assert table.late == 20, "the running item should have ended at 40 and goes on at 60"
    assert minutes(table.slots[2].expected) == 60
    assert minutes(table.slots[2].until) == 80


def test_a_programme_can_be_ahead_and_may_not_have_begun() -> None:
    ahead = timetable([item(1, 30, 0, 10), item(2, 30, 10)], START, START + timedelta(minutes=12), "2")
    assert ahead.late == -20
    waiting = timetable([item(1, 30), item(2, 10)], START, START + timedelta(minutes=7))
    assert (waiting.late, waiting.now) == (7, None)
    early = timetable([item(1, 30), item(2, 10)], START, START - timedelta(minutes=90))
    assert (early.late, minutes(early.slots[0].expected)) == (0, 0)
    assert timetable([], START, START).ends is None


@given(st.lists(st.integers(0, 60), min_size=1, max_size=8), st.integers(-60, 300))
def test_a_timetable_never_overlaps(lengths: list[int], now: int) -> None:
    items = [item(number, length) for number, length in enumerate(lengths)]
    table = timetable(items, START, START + timedelta(minutes=now))
    for one, other in zip(table.slots, table.slots[1:], strict=False):
        assert one.ends == other.begins
        assert one.until == other.expected
    assert table.ends is not None
    assert minutes(table.ends) == max(0, now) + sum(lengths)


def test_a_countdown_is_kept_as_its_end() -> None:
    here = room()
    break_ = here.begin(ActivityKind.BREAK)
    here.do(clock.start, activity=break_, seconds=600, what="break")
    timer = here.fresh(break_).countdown
    assert timer is not None
    assert (clock.left(timer, here.now), timer.total, clock.paused(timer)) == (600, 600, False)
    here.later(4)
    assert clock.left(timer, here.now) == 360
    here.do(clock.pause, activity=break_)
    here.later(30)
    timer = here.fresh(break_).countdown
    assert timer is not None
    assert (clock.left(timer, here.now), clock.paused(timer)) == (360, True)
    assert here.do(clock.pause, activity=break_).puts == ()
    here.do(clock.resume, activity=break_)
    here.do(clock.add, activity=break_, seconds=60)
    timer = here.fresh(break_).countdown
    assert timer is not None
    assert (clock.left(timer, here.now), timer.total) == (420, 660)
    here.later(8)
    assert clock.left(timer, here.now) == -60
    here.do(clock.add, activity=break_, seconds=60)
    timer = here.fresh(break_).countdown
    assert timer is not None
    assert clock.left(timer, here.now) == 60, "time given to a clock that is over counts from now"
    here.do(clock.stop, activity=break_)
    assert here.fresh(break_).countdown is None
    assert here.do(clock.stop, activity=break_).puts == ()
    assert "start one first" in here.refused(clock.pause, activity=break_)


@pytest.mark.parametrize("seconds", [0, -1, float("nan"), float("inf"), 25 * 3600])
def test_a_clock_runs_for_a_sensible_time(seconds: float) -> None:
    here = room()
    assert here.refused(clock.start, activity=here.activity(ActivityKind.BREAK), seconds=seconds)


@pytest.mark.parametrize("seconds", [1, 0.5, 24 * 3600])
def test_the_shortest_and_the_longest_clock(seconds: float) -> None:
    here = room()
    break_ = here.activity(ActivityKind.BREAK)
    here.do(clock.start, activity=break_, seconds=seconds)
    timer = here.fresh(break_).countdown
    assert timer is not None
    assert clock.left(timer, here.now) == max(1, seconds)


def test_a_clock_stops_with_its_activity() -> None:
    here = room()
    break_ = here.begin(ActivityKind.BREAK)
    here.do(clock.start, activity=break_, seconds=600)
    here.begin(ActivityKind.BRAINSTORM)
    assert here.fresh(break_).countdown is None


def test_an_activity_taken_away_elsewhere_is_told() -> None:
    assert "another window" in room().refused(programme.begin_activity, activity="gone")
    assert "another window" in room().refused(network.open_session, session="gone")
