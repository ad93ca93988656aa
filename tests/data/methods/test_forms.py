"""The library of work forms, and what fits how many people."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.methods.forms import FORMS, worn
from data.methods.size import fits, of_size
from data.model import Activity, ActivityKind, DateSettings

K = ActivityKind


def item(kind: ActivityKind, minutes: int = 20, **more: object) -> Activity:
    return Activity(id=kind.value, session="s", kind=kind, position=1, minutes=minutes, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", ActivityKind)
def test_a_form_says_what_it_is_for_and_how_it_goes(kind: ActivityKind) -> None:
    form = FORMS[kind]
    assert form.steps and form.prepare and form.variations
    assert kind not in form.instead


@given(st.sampled_from(ActivityKind), st.integers(1, 200))
def test_more_people_never_take_less_time_and_it_ends(kind: ActivityKind, people: int) -> None:
    form = FORMS[kind]
    assert form.minutes(people) % 5 == 0 and 0 < form.minutes(people) <= form.minutes(people + 1) <= form.most


def test_ten_to_fifteen_people_meet_and_are_heard_in_the_time_of_a_session() -> None:
    assert [FORMS[K.SPEED_DATES].minutes(n) for n in (10, 15)] == [40, 60]
    assert [FORMS[K.ROUND_TABLE].minutes(n) for n in (10, 15)] == [25, 35]


@pytest.mark.parametrize(("people", "says"), [(9, "few"), (10, "good"), (15, "good"), (16, "groups"), (43, "groups")])
def test_what_is_said_of_a_size(people: int, says: str) -> None:
    assert says in of_size(people).message


def test_fifteen_need_no_other_form_and_sixteen_do() -> None:
    programme = [item(K.SPEED_DATES, 60), item(K.BRAINSTORM, 60), item(K.ROUND_TABLE, 60), item(K.BREAK, 15)]
    assert fits(programme, 15) == []
    assert [(fit.activity, fit.table, fit.groups) for fit in fits(programme, 16)] == [
        ("speed_dates", 3, None),
        ("brainstorm", None, 4),
    ]
    assert [fit.table for fit in fits(programme, 25)][:1] == [4]
    assert (
        fits([item(K.SPEED_DATES, 60, dates=DateSettings(size=4)), item(K.BRAINSTORM, 60, subgroups=(("a",),))], 30)
        == []
    )


def test_a_timebox_that_is_too_short_is_told_unless_it_began() -> None:
    (fit,) = fits([item(K.ROUND_TABLE, 20)], 20)
    assert (fit.minutes, fit.said.fills) == (45, {"n": 45})
    assert fits([item(K.ROUND_TABLE, 40)], 20) == [], "five minutes are no matter"
    assert fits([item(K.ROUND_TABLE, 20)], 15) == [], "a group of usual size is left alone"
    assert fits([item(K.ROUND_TABLE, 20, started="2027-03-16T14:00:00+01:00")], 20) == []


def test_a_form_that_was_used_three_times_in_a_row_is_worn() -> None:
    usual = {K.CHECK_IN, K.BRAINSTORM, K.EVALUATION}
    assert worn([usual, usual]) == {}
    assert worn([usual, usual, usual]) == {K.BRAINSTORM: (K.ROUND_TABLE, K.DECISION)}
    assert worn([usual, usual, {K.CHECK_IN}]) == {} == worn([usual, {K.CHECK_IN}, usual, usual])
    both = usual | {K.ROUND_TABLE}
    assert worn([both, both, both])[K.BRAINSTORM] == (K.DECISION,), "nothing that is worn itself"
