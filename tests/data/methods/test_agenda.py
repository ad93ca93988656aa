"""A programme on the clock, in worked examples."""

from datetime import datetime, timedelta

import pytest
from msgspec.structs import replace

from data.methods.agenda import TEMPLATES, SlotState, Timetable, template, timetable
from data.model import Activity, ActivityKind, Countdown

START = datetime.fromisoformat("2027-03-16T13:30:00+01:00")


def at(minute: float | None) -> str:
    return "" if minute is None else (START + timedelta(minutes=minute)).isoformat()


def item(name: str, minutes: int, started: float | None = None, ended: float | None = None) -> Activity:
    began, over = at(started), at(ended)
    kind = ActivityKind.ROUND_TABLE
    return Activity(id=name, session="s", kind=kind, position=0, minutes=minutes, started=began, ended=over)


def told(table: Timetable) -> dict[str, tuple[float, ...]]:
    """Minutes since the start: as planned from and to, as it goes from and to."""
    return {
        slot.activity.id: tuple(
            (time - START) / timedelta(minutes=1) for time in (slot.begins, slot.ends, slot.expected, slot.until)
        )
        for slot in table.slots
    }


def test_what_was_done_ran_its_own_time_and_the_rest_follows() -> None:
    programme = [item("a", 10, 5, 12), item("b", 20, 15), item("c", 30), item("d", 5)]
    table = timetable(programme, START, START + timedelta(minutes=20), "b")
    assert told(table) == {
        "a": (0, 10, 5, 12),
        "b": (10, 30, 15, 35),
        "c": (30, 60, 35, 65),
        "d": (60, 65, 65, 70),
    }
    assert [slot.state for slot in table.slots] == [SlotState.DONE, SlotState.NOW, SlotState.TO_COME, SlotState.TO_COME]
    assert table.now is not None and table.next is not None
    assert (table.now.activity.id, table.next.activity.id, table.late) == ("b", "c", 5)
    assert table.ends == START + timedelta(minutes=70)


@pytest.mark.parametrize(
    ("clock", "until"),
    [
        (None, 27),
        (Countdown(ends=at(35), total=1200), 35),
        (Countdown(ends="", total=1200, left=300), 17),
        (Countdown(ends=at(11), total=60), 12),
    ],
)
def test_a_break_lasts_as_its_own_clock_says_and_waits_for_it(clock: Countdown | None, until: int) -> None:
    pause = replace(item("a", 15, 5), kind=ActivityKind.BREAK, countdown=clock)
    table = timetable([pause, item("b", 10)], START, START + timedelta(minutes=12), "a")
    assert told(table) == {"a": (0, 15, 5, until), "b": (15, 25, until, until + 10)}


def test_an_item_that_runs_over_goes_on_now() -> None:
    table = timetable([item("a", 10, 0), item("b", 10)], START, START + timedelta(minutes=25), "a")
    assert told(table) == {"a": (0, 10, 0, 25), "b": (10, 20, 25, 35)}
    assert table.late == 15


def test_what_was_not_closed_ran_its_timebox() -> None:
    table = timetable([item("a", 10, 5), item("b", 10)], START, START + timedelta(minutes=10))
    assert told(table) == {"a": (0, 10, 5, 15), "b": (10, 20, 15, 25)}
    assert (table.now, table.late) == (None, 5)
    assert table.next is not None and table.next.activity.id == "b"


def test_when_all_is_done_it_is_as_late_as_the_last() -> None:
    table = timetable([item("a", 10, 0, 10), item("b", 10, 10, 27)], START, START + timedelta(minutes=60))
    assert (table.now, table.next, table.late) == (None, None, 7)


def test_what_was_skipped_and_comes_before_the_running_item_is_not_next() -> None:
    table = timetable([item("a", 10), item("b", 10, 0), item("c", 10)], START, START, "b")
    assert table.next is not None and table.next.activity.id == "c"
    last = timetable([item("a", 10), item("b", 10, 0)], START, START, "b")
    assert last.next is None


def test_a_clock_without_an_offset_is_read_with_one_that_has_none() -> None:
    naive = START.replace(tzinfo=None)
    table = timetable([item("a", 10, 5, 12), item("b", 10)], naive, naive + timedelta(minutes=13))
    assert table.slots[0].expected == naive + timedelta(minutes=5)
    assert table.slots[1].expected == naive + timedelta(minutes=13)


def test_a_programme_without_items_has_no_end() -> None:
    empty = timetable([], START, START)
    assert (empty, empty.ends) == (Timetable(), None)


@pytest.mark.parametrize("found", TEMPLATES)
def test_a_template_is_found_by_its_key(found: object) -> None:
    assert template(getattr(found, "key")) is found  # noqa: B009
    assert template("weg") is None


def test_a_template_takes_as_long_as_its_items() -> None:
    assert [one.minutes for one in TEMPLATES] == [180] * len(TEMPLATES)
