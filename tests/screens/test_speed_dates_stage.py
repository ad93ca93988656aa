"""How the dates stand by the records and the clock, what the planner is asked, and how a plan is told."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from msgspec.structs import replace

from data.i18n import set_language
from data.methods.rounds import plan
from data.model import (
    Activity,
    ActivityKind,
    Attendance,
    Change,
    DateSettings,
    Participant,
    Presence,
    Record,
    Round,
    Session,
    Stamp,
    State,
    say,
)
from data.verbs import clock, speed_dates
from screens.speed_dates import words
from screens.speed_dates.bell import Bell, Mark
from screens.speed_dates.planning import (
    Plans,
    as_it_is,
    prompts_in_turn,
    proposed,
    rounds_that_fit,
    rounds_to_plan,
    tables_for,
    wish,
)
from screens.speed_dates.round import Ahead, done_at, drawn_ahead, seated
from screens.speed_dates.stage import Phase, Stage, stage, strangers, unpinned

NOW = datetime.fromisoformat("2027-03-02T14:00:00+01:00")


def at(seconds: float = 0) -> Stamp:
    return Stamp((NOW + timedelta(seconds=seconds)).isoformat(), "6f0c0b0e-0000-4000-8000-000000000001")


def group(people: int, minutes: int = 60, dates: DateSettings | None = None, organisation: str = "") -> State:
    who = [
        Participant(id=f"p{place}", name=f"{chr(65 + place)} X", organisation=organisation) for place in range(people)
    ]
    here: list[Record] = [
        Attendance(id=f"h{place}", session="s", participant=f"p{place}", presence=Presence.PRESENT)
        for place in range(people)
    ]
    activity = Activity(
        id="d", session="s", kind=ActivityKind.SPEED_DATES, position=1, minutes=minutes, dates=dates or DateSettings()
    )
    return State.holding([Session(id="s", number=2), activity, *who, *here])


def planned(state: State, seconds: float = 0) -> State:
    now = stage(state, "d", NOW)
    asked = wish(state, now, now.dates, rounds_to_plan(now, now.dates, len(speed_dates.daters(state, "d"))))
    assert asked is not None
    made = asked.planned()
    assert made is not None
    return state.after(
        speed_dates.plan_rounds(
            state, at(seconds), activity="d", tables=asked.tables(made), sits_out=asked.sits_out(made)
        )
    )


def seen(state: State, seconds: float = 0) -> Stage:
    return stage(state, "d", NOW + timedelta(seconds=seconds))


def test_the_phases_follow_from_the_rounds_and_the_clock() -> None:
    state = group(4)
    assert seen(state).phase is Phase.SET_UP
    state = planned(state)
    assert seen(state).phase is Phase.CHANGE
    assert seen(state).time is None, "before the first round nobody is hurried"
    state = state.after(speed_dates.start_round(state, at(), activity="d"))
    assert (seen(state).phase, seen(state).number, seen(state).of) == (Phase.TALK, 1, 3)
    over = seen(state, 245)
    assert (over.phase, over.number) == (Phase.CHANGE, 2), "at zero the new seats are shown"
    assert over.time is not None
    assert over.time.left == 40, "the time to change runs from the end of the talk"
    late = seen(state, 300).time
    assert late is not None
    assert str(late) == "+00:15"
    assert not state.get(Round, over.started[0].id).held, "and nothing was written for it"


def test_a_paused_talk_stays_a_talk() -> None:
    state = planned(group(4))
    state = state.after(speed_dates.start_round(state, at(), activity="d"))
    state = state.after(clock.pause(state, at(60), activity="d"))
    paused = seen(state, 10_000)
    assert paused.phase is Phase.TALK
    assert paused.time is not None
    assert (paused.time.left, paused.time.paused) == (180, True)


def test_after_the_last_talk_it_is_over_and_a_person_says_so() -> None:
    state = planned(group(2))
    state = state.after(speed_dates.start_round(state, at(), activity="d"))
    end = seen(state, 241)
    assert end.phase is Phase.OVER
    assert end.running is not None
    state = state.after(speed_dates.end_round(state, at(250), activity="d"))
    assert seen(state, 251).running is None
    assert seen(state, 251).phase is Phase.OVER


def test_an_activity_that_was_left_in_the_middle_shows_the_next_seats() -> None:
    state = planned(group(4))
    state = state.after(speed_dates.start_round(state, at(), activity="d"))
    left = replace(state.get(Activity, "d"), countdown=None)
    state = state.after(Change(say("Left"), puts=(left,)))
    assert seen(state, 9_999).phase is Phase.CHANGE


def test_the_bell_tells_each_mark_once_and_nothing_of_a_clock_it_did_not_hear() -> None:
    state = planned(group(4))
    state = state.after(speed_dates.start_round(state, at(), activity="d"))
    bell = Bell()
    heard = [bell.hear(seen(state, second)) for second in (0, 100, 193, 194, 229, 230, 240, 241, 284, 285, 286)]
    assert [mark for mark in heard if mark] == [Mark.SOON, Mark.NEARLY, Mark.OVER, Mark.CHANGED]
    assert Bell().hear(seen(state, 250)) is Mark.NONE, "a window opened later does not ring for what is over"
    state = state.after(clock.add(state, at(290), activity="d", seconds=60))
    assert bell.hear(seen(state, 290)) is Mark.NONE
    assert bell.hear(seen(state, 351)) is Mark.OVER


def test_fifteen_people_get_both_proposals_of_the_handbook() -> None:
    state = group(15)
    ways = proposed(seen(state), DateSettings(), 15)
    assert [(way.odd, way.rounds, way.talk_minutes, words.spent(way.minutes)) for way, _dates in ways] == [
        ("trio", 12, 4, "56 min 15 s"),
        ("sit", 15, 3, "55 min 30 s"),
    ]
    assert [rounds_that_fit(seen(state), dates, 15) for _way, dates in ways] == [12, 15]


def test_a_wish_counts_people_once_and_keeps_who_met() -> None:
    state = planned(group(5, organisation="Stad"))
    state = state.after(speed_dates.start_round(state, at(), activity="d"))
    late = Participant(id="late", name="Late", organisation="stad ")
    here = Attendance(id="hl", session="s", participant="late", presence=Presence.PRESENT)
    gone = replace(state.get(Attendance, "h2"), presence=Presence.LEFT)
    state = state.after(Change(say("Moved"), puts=(late, here, gone)))
    now = seen(state, 10)
    assert [set(who) for who in strangers(state, now)] == [{"late"}, {"p2"}]
    asked = wish(state, now, now.dates, 3)
    assert asked is not None
    assert sorted(asked.people) == ["late", "p0", "p1", "p2", "p3", "p4"]
    request = asked.request
    assert len(request.past) == 1
    assert request.present is not None
    assert all(asked.people.index("p2") not in present for present in request.present)
    assert len(request.planned) == len(now.coming), "what is left of the plan is the least that a new one has to be"
    assert all(table for turn in request.planned for table in turn)
    assert len(request.apart[0]) == 6, "organisations are the same whatever their capitals"
    made = asked.planned()
    assert made is not None
    assert all("p2" not in table for turn in asked.tables(made) for table in turn)


def test_pins_that_cannot_hold_are_let_go_of_and_others_are_asked() -> None:
    dates = DateSettings(pinned={"p0": 1, "p1": 1, "p2": 1, "p3": 9, "gone": 0})
    state = group(6, dates=dates)
    asked = wish(state, seen(state), dates, 2)
    assert asked is not None
    assert {asked.people[who]: table for who, table in asked.request.pinned.items()} == {"p0": 1, "p1": 1}
    assert tables_for(dates, 6) == 3


def test_who_is_to_stay_and_does_not_is_noticed_but_not_for_one_round() -> None:
    state = planned(group(6))
    first = seen(state)
    walks = next(
        who for who in ("p0", "p1", "p2", "p3") if sum(who in turn.tables[2] for turn in first.coming) * 2 < first.of
    )
    state = state.after(speed_dates.pin(state, at(), activity="d", participant=walks, table=2))
    assert unpinned(seen(state)) == {walks}
    tables = [[["p0", "p1"], ["p3", "p4"], ["p2", "p5"]]] * 2 + [[["p2", "p1"], ["p3", "p4"], ["p0", "p5"]]]
    state = group(6, dates=DateSettings(pinned={"p2": 2}))
    state = state.after(speed_dates.plan_rounds(state, at(), activity="d", tables=tables))
    assert not unpinned(seen(state))


def test_the_plan_as_it_is_tells_what_a_swap_did() -> None:
    state = planned(group(6))
    asked = as_it_is(state, seen(state))
    assert asked is not None
    made = asked.planned()
    assert made is not None
    assert made.repeats == 0
    one, other = seen(state).coming[0].tables[0][0], seen(state).coming[0].tables[1][0]
    state = state.after(speed_dates.swap(state, at(), round=seen(state).coming[0].id, one=one, other=other))
    swapped = as_it_is(state, seen(state))
    assert swapped is not None
    worse = swapped.planned()
    assert worse is not None
    assert worse.repeats > 0
    plans = Plans()
    plans.keep(asked, made)
    assert asked in plans
    assert swapped not in plans
    assert plans.get(asked) is made


def test_prompts_go_round_and_one_that_was_given_stays() -> None:
    coming = (Round(id="r", session="s", activity="d", number=2, tables=(), prompt="Mine"),)
    assert prompts_in_turn(["a", "b"], coming, 4) == ["a", "Mine", "a", "b"]
    assert prompts_in_turn([], (), 2) == ["", ""]


@pytest.fixture
def english() -> None:
    set_language("en")


@pytest.mark.usefixtures("english")
@pytest.mark.parametrize(
    ("people", "dates", "said"),
    [
        (6, DateSettings(), ["everybody meets everybody", "nobody meets twice"]),
        (15, DateSettings(), ["everybody meets everybody", "3 pairs meet twice, and no better plan is possible"]),
        (15, DateSettings(odd="sit", minutes=3), ["everybody meets everybody", "nobody meets twice"]),
        (12, DateSettings(rounds=3), ["18 of 66 pairs meet", "nobody meets twice"]),
    ],
)
def test_a_plan_is_told_in_words(people: int, dates: DateSettings, said: list[str]) -> None:
    state = group(people, dates=dates)
    now = seen(state)
    asked = wish(state, now, dates, rounds_to_plan(now, dates, people))
    assert asked is not None
    made = plan(asked.request)
    assert [text for _mark, text in words.quality(made)][: len(said)] == said
    assert words.briefly(made)


@pytest.mark.usefixtures("english")
def test_rounds_ahead_have_air_between_them_and_for_that_stand_above_their_tables() -> None:
    names = {f"p{place}": f"Person {place}" for place in range(8)}
    tables = tuple((f"p{place}", f"p{place + 1}") for place in range(0, 8, 2))
    ahead = Ahead(first=1, rounds=(tables,) * 4, out=((),) * 4)

    def drawn(height: int) -> list[str]:
        return [line.plain.rstrip() for line in drawn_ahead(ahead, names, 45, height)]

    beside = drawn(19)
    assert beside[:5] == [
        "round 1    1 Person 0 · Person 1",
        *(f"           {n} Person {2 * n - 2} · Person {2 * n - 1}" for n in (2, 3, 4)),
        "",
    ]
    assert (len(beside), beside[-1] != "") == (19, True), "no air is asked for below the last one"
    assert drawn(18)[:4] == [
        "round 1",
        "1 Person 0 · Person 1   2 Person 2 · Person 3",
        "3 Person 4 · Person 5   4 Person 6 · Person 7",
        "",
    ]
    assert drawn(14) == [*[line for line in beside if line][:13], "…"]


@pytest.mark.usefixtures("english")
def test_seats_put_whoever_stays_first() -> None:
    before = Round(id="1", session="s", activity="d", number=1, tables=(("p1", "p0"), ("p2", "p3")))
    turn = Round(id="2", session="s", activity="d", number=2, tables=(("p3", "p1"), ("p0", "p2")), sits_out=("p4",))
    names = {f"p{place}": f"P{place} X" for place in range(5)}
    tables = seated(turn, before, names, names)
    assert [[(seat.name, seat.stays) for seat in table.seats] for table in tables] == [
        [("P1 X", True), ("P3 X", False)],
        [("P2 X", True), ("P0 X", False)],
        [("P4 X", False)],
    ]
    state = planned(group(4))
    state = state.after(speed_dates.start_round(state, at(), activity="d"))
    assert done_at(seen(state), NOW) == "2 rounds to go, done at 14:13"
